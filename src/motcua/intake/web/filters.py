"""What somebody wants to see of the dossiers; kept in the address, so that it can be saved."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from django import forms
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.intake.models import Dossier
from motcua.intake.queries import due_today, in_time, overdue
from motcua.intake.rules.states import OPEN, DossierState
from motcua.intake.wording import CHANNELS, STATES
from motcua.organisation.models import Unit

Choices = Sequence[tuple[str, str | Promise]]

STATE_CHOICES: Final[Choices] = (
    ("", _("Mọi trạng thái")),
    ("open", _("Đang giải quyết (mọi bước)")),
    *((str(state.value), name) for state, name in STATES.items()),
)
DUE_CHOICES: Final[Choices] = (
    ("", _("Mọi thời hạn")),
    ("late", _("Quá hạn")),
    ("today", _("Đến hạn hôm nay")),
    ("later", _("Còn hạn")),
)
BY_DUE: Final = ("legal_due_at", "pk")
BY_ARRIVAL: Final = ("-registered_at", "-pk")


class Filters(forms.Form):
    """The filters of the list; what cannot be understood is as if it were not there."""

    state = forms.ChoiceField(label=_("Trạng thái"), required=False, choices=STATE_CHOICES)
    due = forms.ChoiceField(label=_("Thời hạn"), required=False, choices=DUE_CHOICES)
    procedure = forms.CharField(label=_("Mã thủ tục"), required=False, max_length=40)
    channel = forms.ChoiceField(
        label=_("Cách nộp"),
        required=False,
        choices=[("", _("Mọi cách nộp")), *((c.value, name) for c, name in CHANNELS.items())],
    )
    unit = forms.ChoiceField(label=_("Nơi tiếp nhận, giải quyết"), required=False)

    def __init__(self, asked: Mapping[str, Any], *, units: Sequence[Unit]) -> None:
        super().__init__(asked)
        unit = self.fields["unit"]
        assert isinstance(unit, forms.ChoiceField)  # noqa: S101 for the type checker
        unit.choices = [("", _("Mọi đơn vị được xem")), *((str(u.pk), u.name) for u in units)]
        self.full_clean()

    @property
    def order(self) -> tuple[str, str]:
        """Return the order of the list: the most urgent first, where it is about due days."""
        return BY_DUE if self._said("due") else BY_ARRIVAL

    def wanted(self, dossiers: QuerySet[Dossier], *, at: datetime) -> QuerySet[Dossier]:
        """Keep the dossiers that are wanted."""
        for name, keep in (
            ("state", _of_state),
            ("procedure", _of_procedure),
            ("channel", _of_channel),
            ("unit", _of_unit),
        ):
            if said := self._said(name):
                dossiers = keep(dossiers, said)
        return _due(dossiers, self._said("due"), at=at)

    def as_facts(self) -> dict[str, str]:
        """Return what was wanted, as the journal keeps it."""
        return {name: str(said) for name, said in self.cleaned_data.items() if said}

    def _said(self, name: str) -> str:
        return str(self.cleaned_data.get(name) or "")


def _of_state(dossiers: QuerySet[Dossier], said: str) -> QuerySet[Dossier]:
    if said == "open":
        return dossiers.filter(state__in=sorted(state.value for state in OPEN))
    return dossiers.filter(state=DossierState(int(said)).value)


def _of_procedure(dossiers: QuerySet[Dossier], said: str) -> QuerySet[Dossier]:
    return dossiers.filter(procedure_version__procedure__code__startswith=said.upper())


def _of_channel(dossiers: QuerySet[Dossier], said: str) -> QuerySet[Dossier]:
    return dossiers.filter(channel=said)


def _of_unit(dossiers: QuerySet[Dossier], said: str) -> QuerySet[Dossier]:
    return dossiers.filter(Q(receiving_unit_id=int(said)) | Q(settling_unit_id=int(said)))


def _due(dossiers: QuerySet[Dossier], said: str, *, at: datetime) -> QuerySet[Dossier]:
    keeps = {"late": overdue, "today": due_today, "later": in_time}
    return keeps[said](dossiers, at=at) if said in keeps else dossiers
