"""A year of the calendar laid out in weeks, as it hangs on a wall."""

from dataclasses import dataclass
from datetime import date

from motcua.organisation.rules.calendar import ONE_DAY, DayGround, WorkingCalendar

Week = tuple[DayGround | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month in weeks from Monday to Sunday; nothing stands where the month has no day."""

    year: int
    number: int
    weeks: tuple[Week, ...]

    @property
    def working_days(self) -> int:
        """Return on how many days offices are open."""
        return sum(ground.is_working for week in self.weeks for ground in week if ground)


def month_of(calendar: WorkingCalendar, *, year: int, number: int) -> Month:
    """Return one month; `year` from 1 to 9998."""
    day = date(year, number, 1)
    cells: list[DayGround | None] = [None] * day.weekday()
    while day.month == number:
        cells.append(calendar.ground(day))
        day += ONE_DAY
    cells += [None] * (-len(cells) % 7)
    weeks = tuple(tuple(cells[at : at + 7]) for at in range(0, len(cells), 7))
    return Month(year=year, number=number, weeks=weeks)


def year_of(calendar: WorkingCalendar, *, year: int) -> tuple[Month, ...]:
    """Return the twelve months of a year."""
    return tuple(month_of(calendar, year=year, number=number) for number in range(1, 13))
