"""What is filled in on the screens of the catalogue."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.catalogue.models import Field
from motcua.catalogue.queries import Wanted, fields_in_use
from motcua.catalogue.rules.cells import CellUnreadable, money_in, share_in
from motcua.catalogue.rules.terms import Channel
from motcua.catalogue.sentences import (
    CHANNELS,
    EXEMPT_REASONS,
    FIELDS,
    LEVELS,
    SCOPES,
    TIME_UNITS,
)
from motcua.ui.fields import DayField

said = gettext_lazy


def _choices(names: Mapping[Any, str], *, empty: str | None = None) -> list[tuple[str, Any]]:
    first = [] if empty is None else [("", said(empty))]
    return [*first, *((str(choice.value), said(name)) for choice, name in names.items())]


def _text(name: str, *, most: int, required: bool = False, lines: int = 1) -> forms.CharField:
    widget = forms.Textarea({"rows": lines}) if lines > 1 else forms.TextInput()
    return forms.CharField(
        label=said(FIELDS[name]), max_length=most, required=required, widget=widget
    )


class Filters(forms.Form):
    """What somebody looks for; what cannot be understood is as if it were not there."""

    q = forms.CharField(label=said("Mã hoặc tên"), required=False, max_length=200)
    field: "forms.ModelChoiceField[Field]" = forms.ModelChoiceField(
        label=said("Lĩnh vực"),
        required=False,
        queryset=None,
        empty_label=said("Mọi lĩnh vực"),
    )
    level = forms.ChoiceField(
        label=said("Cấp"), required=False, choices=_choices(LEVELS, empty="Mọi cấp")
    )
    channel = forms.ChoiceField(
        label=said("Cách nộp"), required=False, choices=_choices(CHANNELS, empty="Mọi cách")
    )
    on = DayField(label=said("Có hiệu lực ngày"), required=False)

    def __init__(self, asked: Mapping[str, Any]) -> None:
        super().__init__(asked)
        field = self.fields["field"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 for the type checker
        field.queryset = fields_in_use()

    def wanted(self, *, today: date) -> Wanted:
        """Return what is looked for, today where no day is asked about."""
        self.full_clean()
        asked = self.cleaned_data
        field: Field | None = asked.get("field")
        return Wanted(
            on=asked.get("on") or today,
            text=asked.get("q", ""),
            field_id=field.pk if field else None,
            level=asked.get("level") or None,
            channel=Channel(asked["channel"]) if asked.get("channel") else None,
        )


class OnDay(forms.Form):
    """The day a page is asked about."""

    on = DayField(label=said("Xem theo ngày"), required=False)

    def day(self, *, today: date) -> date:
        """Return the day, today where none can be understood."""
        self.full_clean()
        return self.cleaned_data.get("on") or today


class NamesForm(forms.Form):
    """The name of a procedure and its field of activity."""

    name = _text("name", most=500, required=True, lines=2)
    field_code = _text("field.code", most=40, required=True)
    field_name = _text("field.name", most=200, required=True)


class ProcedureForm(NamesForm):
    """A procedure that is entered."""

    code = forms.CharField(
        label=said(FIELDS["code"]),
        max_length=40,
        help_text=gettext_lazy(
            "Mã trên Cơ sở dữ liệu quốc gia về thủ tục hành chính, như 1.001193."
        ),
    )
    field_order = ["code", "name", "field_code", "field_name"]


class MoneyField(forms.CharField):
    """Đồng, with or without points between the thousands."""

    def clean(self, value: Any) -> Any:
        """Return the sum; refuses what may mean two of them."""
        try:
            return money_in(super().clean(value))
        except CellUnreadable:
            raise forms.ValidationError(_("Viết số tiền như 8000 hoặc 8.000.")) from None


class ShareField(forms.CharField):
    """A share in percent, with a comma or a point."""

    def clean(self, value: Any) -> Any:
        """Return the share; refuses what is none."""
        try:
            return share_in(super().clean(value))
        except CellUnreadable:
            raise forms.ValidationError(_("Viết tỷ lệ như 12,5.")) from None


class VersionForm(forms.Form):
    """What a version says, but for its steps and papers."""

    valid_from = DayField(label=said(FIELDS["valid_from"]))
    levels = forms.MultipleChoiceField(
        label=said(FIELDS["levels"]),
        choices=_choices(LEVELS),
        widget=forms.CheckboxSelectMultiple,
    )
    channels = forms.MultipleChoiceField(
        label=said(FIELDS["channels"]),
        choices=_choices(CHANNELS),
        widget=forms.CheckboxSelectMultiple,
    )
    time_unit = forms.ChoiceField(label=said(FIELDS["time_unit"]), choices=_choices(TIME_UNITS))
    time_amount = forms.IntegerField(
        label=said(FIELDS["time_amount"]),
        required=False,
        min_value=0,
        max_value=32767,
        help_text=said("Để trống khi trả ngay trong ngày."),
    )
    fee = MoneyField(label=said(FIELDS["fee"]), required=False, max_length=20)
    fee_note = _text("fee_note", most=300)
    result_name = _text("result_name", most=300)
    legal_basis = _text("legal_basis", most=500, required=True, lines=2)
    note = _text("note", most=500, lines=2)


class StepForm(forms.Form):
    """One step of the internal process."""

    name = _text("step.name", most=200, required=True)
    done_by = _text("step.done_by", most=200, required=True)
    share = ShareField(label=said(FIELDS["step.share"]), max_length=12)


class ComponentForm(forms.Form):
    """One paper asked for, and what is decided about it from the version's first day."""

    name = _text("component.name", most=500, required=True, lines=2)
    code = _text("component.code", most=60)
    originals = forms.IntegerField(
        label=said(FIELDS["component.originals"]),
        required=False,
        min_value=0,
        max_value=999,
        initial=1,
    )
    copies = forms.IntegerField(
        label=said(FIELDS["component.copies"]),
        required=False,
        min_value=0,
        max_value=999,
        initial=0,
    )
    is_optional = forms.BooleanField(label=said(FIELDS["component.is_optional"]), required=False)
    note = _text("component.note", most=500)
    scope = forms.ChoiceField(
        label=said(FIELDS["scope.scope"]),
        required=False,
        choices=_choices(SCOPES, empty="Theo quy định chung"),
    )
    exempt_reason = forms.ChoiceField(
        label=said(FIELDS["scope.exempt_reason"]),
        required=False,
        choices=_choices(EXEMPT_REASONS, empty="–"),
    )
    scope_basis = _text("scope.legal_basis", most=300)
    origin = forms.CharField(required=False, widget=forms.HiddenInput)
    """The number of the paper in the version the form was filled from."""


class ScopeForm(forms.Form):
    """What is decided anew about one paper."""

    valid_from = DayField(label=said(FIELDS["scope.valid_from"]))
    scope = forms.ChoiceField(label=said(FIELDS["scope.scope"]), choices=_choices(SCOPES))
    exempt_reason = forms.ChoiceField(
        label=said(FIELDS["scope.exempt_reason"]),
        required=False,
        choices=_choices(EXEMPT_REASONS, empty="–"),
    )
    legal_basis = forms.CharField(label=said(FIELDS["scope.legal_basis"]), max_length=300)


class EndForm(forms.Form):
    """From when a procedure is offered no more, and by which decision."""

    on = DayField(label=said("Không còn thực hiện từ ngày"))
    because = forms.CharField(label=said("Theo văn bản"), max_length=300)


class SheetForm(forms.Form):
    """A sheet to be looked through."""

    sheet = forms.FileField(
        label=said("Bảng danh mục (XLSX hoặc CSV)"),
        widget=forms.FileInput({"accept": ".xlsx,.csv"}),
    )


STEP_COLUMNS: Final = tuple(StepForm.base_fields)
COMPONENT_COLUMNS: Final = tuple(ComponentForm.base_fields)
