"""What dossiers, their states, their days and their people look like on a page."""

from collections.abc import Mapping, Sequence
from typing import Final

from django import template
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from motcua.catalogue.models import ProcedureVersion, RequiredComponent
from motcua.catalogue.queries import ComponentOn
from motcua.catalogue.rules.terms import Channel, Scope, TimeLimit, TimeUnit
from motcua.intake.models import Dossier, DossierComponent
from motcua.intake.rules.clocks import Defect, Timeliness
from motcua.intake.rules.deadlines import Deadline
from motcua.intake.rules.outcomes import EndingKind
from motcua.intake.rules.states import DossierState
from motcua.intake.rules.timeline import Happening
from motcua.intake.templatetags.explaining import ExplainedDay, explained, limit_in_words
from motcua.intake.wording import CHANNELS, HAPPENINGS, STATES
from motcua.ui.templatetags.ui import badge

register = template.Library()

Said = str | Promise
SHORTEST: Final = 6

LOOKS: Final[Mapping[DossierState, tuple[str, str]]] = {
    DossierState.REGISTERED: ("quiet", "file-import"),
    DossierState.RECEIVED: ("calm", "file-check"),
    DossierState.NOT_ACCEPTED: ("quiet", "file-x"),
    DossierState.IN_SETTLEMENT: ("calm", "progress"),
    DossierState.SUPPLEMENT_ASKED: ("today", "hourglass"),
    DossierState.PAYMENT_ASKED: ("today", "coin"),
    DossierState.WITHDRAWN: ("quiet", "arrow-back-up"),
    DossierState.STOPPED: ("quiet", "player-stop"),
    DossierState.SETTLED: ("good", "circle-check"),
    DossierState.RETURNED: ("good", "checks"),
}
"""The tone and the icon of each state; its word is that of the national vocabulary."""

MARK_TONES: Final[Mapping[Happening, str]] = {
    Happening.SUPPLEMENT_ASKED: "today",
    Happening.PAYMENT_ASKED: "today",
    Happening.SETTLED: "good",
    Happening.RETURNED: "good",
    Happening.REFUSED: "late",
    Happening.NOT_ACCEPTED: "late",
    Happening.STOPPED: "late",
    Happening.WITHDRAWN: "late",
    Happening.APOLOGISED_LATE: "late",
}
"""The tone of what happened; most of it is calm."""

SCOPES: Final[Mapping[Scope, Said]] = {
    Scope.REQUIRED: _("bắt buộc số hoá"),
    Scope.SECTOR_LAW: _("số hoá theo luật chuyên ngành"),
    Scope.DECISION: _("số hoá theo quyết định"),
    Scope.ON_REQUEST: _("số hoá khi công dân yêu cầu"),
    Scope.EXEMPT: _("không phải số hoá"),
}

ENDINGS: Final[Mapping[EndingKind, Said]] = {
    EndingKind.NOT_ACCEPTED: _("Từ chối tiếp nhận"),
    EndingKind.REFUSED: _("Từ chối giải quyết sau thẩm định"),
    EndingKind.STOPPED: _("Dừng giải quyết"),
    EndingKind.WITHDRAWN: _("Công dân rút hồ sơ"),
}

DEFECTS: Final[Mapping[Defect, Said]] = {
    Defect.SECOND_SUPPLEMENT: _("Yêu cầu bổ sung quá một lần."),
    Defect.LATE_SLIP: _("Phiếu yêu cầu bổ sung lập sau 3 ngày làm việc kể từ khi tiếp nhận."),
    Defect.LATE_APOLOGY: _("Xin lỗi và hẹn lại sau thời điểm phải thông báo."),
}

TIMELINESS: Final[Mapping[Timeliness, tuple[str, Said, str]]] = {
    Timeliness.EARLY: ("good", _("Trước hạn"), "circle-check"),
    Timeliness.ON_TIME: ("good", _("Đúng hạn"), "circle-check"),
    Timeliness.IN_TIME: ("quiet", _("Trong hạn"), "clock"),
    Timeliness.LATE: ("late", _("Quá hạn"), "clock-exclamation"),
}


@register.simple_tag
def dossier_state(state: int) -> SafeString:
    """Tell the state of a dossier by its icon and its word."""
    known = DossierState(state)
    tone, drawn = LOOKS[known]
    return badge(tone, STATES[known], drawn)


@register.simple_tag
def timeliness(value: str) -> SafeString:
    """Tell whether something was early, on time or late."""
    return badge(*TIMELINESS[Timeliness(value)])


@register.simple_tag(takes_context=True)
def may(context: template.Context, act: str) -> bool:
    """Tell whether the posts of whoever looks at the page carry an act."""
    return bool(context["request"].user.has_perm(act))


@register.filter
def channel(value: str) -> str:
    """Return what a way of handing in is called."""
    return CHANNELS[Channel(value)] if value else ""


@register.filter
def in_time_word(value: str) -> str:
    """Return whether something was early, on time or late, as the control slip says it."""
    return str(TIMELINESS[Timeliness(value)][1]) if value else ""


@register.filter
def handed_in(dossier: Dossier) -> list[DossierComponent]:
    """Return the papers of a dossier that were handed in."""
    return [row for row in dossier.components.all() if row.handed_in_at]


@register.filter
def scope(value: str) -> str:
    """Return what must be done about digitising a paper."""
    return str(SCOPES[Scope(value)]) if value else ""


@register.filter
def limit(version: ProcedureVersion) -> str:
    """Return how long a procedure may take."""
    return limit_in_words(TimeLimit(unit=TimeUnit(version.time_unit), amount=version.time_amount))


@register.filter
def days_of(count: Deadline) -> Sequence[ExplainedDay]:
    """Return the days of a count, each with what it was for it."""
    return explained(count)


@register.filter
def happening(kind: str) -> str:
    """Return what something that happened is called."""
    return HAPPENINGS[Happening(kind)]


@register.filter
def tone(kind: str) -> str:
    """Return the tone of something that happened."""
    return MARK_TONES.get(Happening(kind), "calm")


@register.filter
def ending(kind: str) -> str:
    """Return how a dossier ended without what was asked for."""
    return str(ENDINGS[EndingKind(kind)])


@register.filter
def defect(value: str) -> str:
    """Return what was not as the law wants it."""
    return str(DEFECTS[Defect(value)])


@register.filter
def printed(journal_name: str) -> str:
    """Return the name of a person without the name to sign in with: `Lê Thị Hoà`."""
    return journal_name.partition(" (")[0]


@register.filter
def sheets(row: DossierComponent) -> str:
    """Return as what a paper was handed in: `1 bản chính, 2 bản photo`."""
    counts = (
        (row.originals, _("bản chính")),
        (row.certified_copies, _("bản chứng thực")),
        (row.photocopies, _("bản photo")),
    )
    said = [f"{count} {name}" for count, name in counts if count]
    return ", ".join([*said, str(_("bản điện tử"))] if row.is_electronic else said)


@register.filter
def asked_for(paper: ComponentOn | RequiredComponent) -> str:
    """Return as what a paper is asked for: `1 bản chính, 1 bản sao`."""
    counts = ((paper.originals, _("bản chính")), (paper.copies, _("bản sao")))
    return ", ".join(f"{count} {name}" for count, name in counts if count)


@register.filter
def percent_of_width(x: float) -> str:
    """Write a place in a drawing, with a full stop whatever the language: `41.5%`."""
    return f"{x:.2f}%"


@register.filter
def shortened(number: str) -> str:
    """Write an identity number so that it can be recognised and not copied: `030…812`."""
    return f"{number[:3]}…{number[-3:]}" if len(number) > SHORTEST else number
