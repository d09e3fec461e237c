"""Why a due day is that one, day by day, in words that can be read to a citizen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.catalogue.rules.terms import TimeLimit, TimeUnit
from motcua.intake.rules.deadlines import DayCount, DayUse, Deadline
from motcua.organisation.rules.calendar import DayKind

LIMITS: Final[Mapping[TimeUnit, str | Promise]] = {
    TimeUnit.AT_ONCE: gettext_lazy("trả trong ngày (sau 15:00: ngày làm việc tiếp theo)"),
    TimeUnit.WORKING_HOUR: gettext_lazy("%(amount)s giờ làm việc"),
    TimeUnit.WORKING_DAY: gettext_lazy("%(amount)s ngày làm việc"),
    TimeUnit.DAY: gettext_lazy("%(amount)s ngày"),
}

KINDS: Final[Mapping[DayKind, str | Promise]] = {
    DayKind.NGHI_LE: gettext_lazy("Nghỉ lễ"),
    DayKind.NGHI_BU: gettext_lazy("Nghỉ bù, hoán đổi"),
    DayKind.LAM_BU: gettext_lazy("Làm bù"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedDay:
    """One day of the count: what it was for it, and on what ground."""

    day: date
    said: str
    ground: str
    counts: bool
    is_due: bool


def limit_in_words(limit: TimeLimit) -> str:
    """Return how long a procedure may take: `3 ngày làm việc`."""
    return str(LIMITS[limit.unit]) % {"amount": limit.amount}


def explained(count: Deadline) -> Sequence[ExplainedDay]:
    """Return every day of a count with what it was for it."""
    last = count.days[-1].day if count.days else None
    return [
        ExplainedDay(
            day=each.day,
            said=_said(each),
            ground=_ground(each),
            counts=each.use in {DayUse.COUNTED, DayUse.MOVED_TO},
            is_due=each.day == last,
        )
        for each in count.days
    ]


def _said(each: DayCount) -> str:
    if each.hours:
        return _("Tính %(time)s") % {"time": _hours(each.hours)}
    if each.use is DayUse.RECEPTION:
        return _("Ngày tiếp nhận, chưa tính")
    if each.use is DayUse.MOVED_TO:
        return _("Chuyển sang ngày làm việc này")
    if each.use is DayUse.COUNTED and each.number is not None:
        return _("Ngày thứ %(number)s") % {"number": each.number}
    return _("Không tính")


def _ground(each: DayCount) -> str:
    special = each.ground.special
    if special is not None:
        said = f"{KINDS[special.kind]}: {special.name} ({special.document})"
    elif each.ground.is_working:
        said = _("Ngày làm việc")
    else:
        said = _("Nghỉ hằng tuần")
    return f"{said}; {each.basis}" if each.basis else said


def _hours(time: timedelta) -> str:
    hours, minutes = divmod(int(time.total_seconds()) // 60, 60)
    if not minutes:
        return _("%(hours)s giờ") % {"hours": hours}
    return _("%(hours)s giờ %(minutes)s phút") % {"hours": hours, "minutes": minutes}
