"""When offices are open: the weekday, unless a dated document says otherwise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

ONE_DAY: Final = timedelta(days=1)
SATURDAY: Final = 5


class DayKind(StrEnum):
    """Why a day is not what its weekday says."""

    NGHI_LE = "NGHI_LE"
    """A public holiday (BLLĐ 2019 Điều 112)."""

    NGHI_BU = "NGHI_BU"
    """A working day on which offices are closed in exchange for another."""

    LAM_BU = "LAM_BU"
    """A day off on which offices are open in exchange for another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialDay:
    """A day that is not what its weekday says, and the document behind it."""

    kind: DayKind
    name: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """From when to when offices are open on a working day."""

    opens_at: time = time(7, 0)
    noon_from: time = time(11, 30)
    noon_to: time = time(13, 30)
    closes_at: time = time(17, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayGround:
    """Whether a day counts, and why: nothing special means that its weekday decides."""

    day: date
    is_working: bool
    special: SpecialDay | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCalendar:
    """The calendar as it was known at one moment."""

    specials: Mapping[date, SpecialDay]
    known_at: datetime | None = None
    hours: Hours = Hours()

    def ground(self, day: date) -> DayGround:
        """Return whether offices are open on a day, and why."""
        special = self.specials.get(day)
        if special is None:
            return DayGround(day=day, is_working=day.weekday() < SATURDAY)
        return DayGround(day=day, is_working=special.kind is DayKind.LAM_BU, special=special)

    def is_working(self, day: date) -> bool:
        """Tell whether offices are open on a day."""
        return self.ground(day).is_working

    def days_after(self, day: date) -> Iterator[DayGround]:
        """Return the days that follow, each with its ground, without end."""
        while True:
            day += ONE_DAY
            yield self.ground(day)

    def on_or_after(self, day: date) -> date:
        """Return the day itself if offices are open on it, else the next one on which they are."""
        while not self.is_working(day):
            day += ONE_DAY
        return day
