"""Days that are put into the calendar, and what they change."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from motcua.organisation.errors import CalendarDayPointless
from motcua.organisation.rules.calendar import (
    SATURDAY,
    DayGround,
    DayKind,
    SpecialDay,
    WorkingCalendar,
)
from motcua.organisation.rules.texts import required

TEXT: Final = 200
"""Characters of a name and of a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChange:
    """A day on which two calendars differ."""

    day: date
    before: DayGround
    after: DayGround

    @property
    def moves_deadlines(self) -> bool:
        """Tell whether the day counts in one of the two and not in the other."""
        return self.before.is_working is not self.after.is_working


def checked_day(day: date, *, special: SpecialDay) -> SpecialDay:
    """Return what is said of a day as it is recorded.

    Refuses with `FieldMissing` and `FieldTooLong`, and with `CalendarDayPointless` if offices are
    to be closed in exchange on a day off, or open in exchange on a working day. A public holiday
    may fall on any day: one on a Sunday is what the day off after it is for (BLLĐ 2019 Điều 111.3).
    """
    is_off = day.weekday() >= SATURDAY
    if special.kind is not DayKind.NGHI_LE and is_off is (special.kind is DayKind.NGHI_BU):
        raise CalendarDayPointless(day=day, kind=special.kind.value, field="kind")
    return replace(
        special,
        name=required(special.name, field="name", limit=TEXT),
        document=required(special.document, field="document", limit=TEXT),
    )


def with_day(calendar: WorkingCalendar, day: date, *, special: SpecialDay) -> WorkingCalendar:
    """Return the calendar with one more special day, in the place of what was said of it."""
    return replace(calendar, specials={**calendar.specials, day: special})


def without_day(calendar: WorkingCalendar, day: date) -> WorkingCalendar:
    """Return the calendar in which a day is again what its weekday says."""
    others = {other: said for other, said in calendar.specials.items() if other != day}
    return replace(calendar, specials=others)


def differing_days(before: WorkingCalendar, after: WorkingCalendar) -> Iterator[DayChange]:
    """Return the days of which two calendars say different things, in order."""
    for day in sorted({*before.specials, *after.specials}):
        if before.specials.get(day) != after.specials.get(day):
            yield DayChange(day=day, before=before.ground(day), after=after.ground(day))
