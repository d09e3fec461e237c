"""The moment a result is due, and why it is that one: every day is told, counted or left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import chain
from typing import Final
from zoneinfo import ZoneInfo

from motcua.catalogue.rules.terms import TimeLimit, TimeUnit
from motcua.intake.rules.law import CIVIL_CODE_FIRST_DAY, CIVIL_CODE_MOVED, law_on
from motcua.organisation.rules.calendar import DayGround, WorkingCalendar

VIETNAM: Final = ZoneInfo("Asia/Ho_Chi_Minh")
NO_TIME: Final = timedelta(0)


class DayUse(StrEnum):
    """What a day was for the count."""

    RECEPTION = "reception"
    """The day of reception, from which is counted and which is not counted itself."""

    COUNTED = "counted"
    SKIPPED = "skipped"
    """Offices are closed, so the day does not count."""

    MOVED_TO = "moved_to"
    """The next working day after a last day on which offices were closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """One day of a count, and why it counts or not."""

    day: date
    use: DayUse
    ground: DayGround
    """What the calendar says of the day, with the document behind it."""

    number: int | None = None
    """The how-manieth counted day it is; nothing for other days and where hours are counted."""

    hours: timedelta = NO_TIME
    """Office hours taken from the day, where hours are counted."""

    basis: str = ""
    """The article that makes the difference, where one does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When something is due, counted from when, and by which days."""

    due_at: datetime
    counted_from: datetime
    limit: TimeLimit
    days: tuple[DayCount, ...]
    known_at: datetime | None
    """The calendar was the one known at this moment."""


def local(moment: datetime) -> datetime:
    """Return a moment as clocks in Viet Nam show it."""
    return moment.astimezone(VIETNAM)


def at_time(day: date, moment: time) -> datetime:
    """Return a moment of a day in Viet Nam."""
    return datetime.combine(day, moment, tzinfo=VIETNAM)


def deadline(limit: TimeLimit, *, received_at: datetime, calendar: WorkingCalendar) -> Deadline:
    """Return when the result is due that a procedure gives within a time limit.

    Working days and calendar days: the day after reception is day 1 and the result is due when
    offices close on the last one. Office hours are counted to the minute.
    """
    begin = local(received_at)
    if limit.unit is TimeUnit.WORKING_HOUR:
        due_at, days = _office_hours(limit.amount, begin, calendar)
    elif limit.unit is TimeUnit.AT_ONCE:
        days = _at_once(begin, calendar)
        due_at = at_time(days[-1].day, calendar.hours.closes_at)
    else:
        count = _working_days if limit.unit is TimeUnit.WORKING_DAY else _calendar_days
        days = (_reception(begin, calendar), *count(limit.amount, begin.date(), calendar))
        due_at = at_time(days[-1].day, calendar.hours.closes_at)
    return Deadline(
        due_at=due_at,
        counted_from=received_at,
        limit=limit,
        days=days,
        known_at=calendar.known_at,
    )


def transfer_due(*, received_at: datetime, calendar: WorkingCalendar) -> datetime:
    """Return until when a received dossier must be with whoever settles it.

    The same working day; received after 15:00, when offices open on the next one
    (NĐ 61/2018/NĐ-CP Điều 18 khoản 2 and 3).
    """
    begin = local(received_at)
    if _goes_the_same_day(begin, calendar):
        return at_time(begin.date(), calendar.hours.closes_at)
    return at_time(_next_working_day(begin.date(), calendar), calendar.hours.opens_at)


def slip_due(*, received_at: datetime, calendar: WorkingCalendar) -> Deadline:
    """Return until when a supplement may be asked for after reception (NĐ 61/2018 Điều 19.4)."""
    days = law_on(local(received_at).date()).slip_within_working_days
    limit = TimeLimit(unit=TimeUnit.WORKING_DAY, amount=days)
    return deadline(limit, received_at=received_at, calendar=calendar)


def _goes_the_same_day(begin: datetime, calendar: WorkingCalendar) -> bool:
    last = law_on(begin.date()).passed_on_next_day_after
    # 15:00:00 itself is not yet after 15:00.
    return calendar.is_working(begin.date()) and begin.time() <= last


def _next_working_day(day: date, calendar: WorkingCalendar) -> date:
    return calendar.on_or_after(day + timedelta(days=1))


def _reception(begin: datetime, calendar: WorkingCalendar) -> DayCount:
    return DayCount(
        day=begin.date(),
        use=DayUse.RECEPTION,
        ground=calendar.ground(begin.date()),
        basis=CIVIL_CODE_FIRST_DAY,
    )


def _working_days(amount: int, begin: date, calendar: WorkingCalendar) -> Iterator[DayCount]:
    days, number = calendar.days_after(begin), 0
    while number < amount:
        ground = next(days)
        if not ground.is_working:
            yield DayCount(day=ground.day, use=DayUse.SKIPPED, ground=ground)
            continue
        number += 1
        yield DayCount(day=ground.day, use=DayUse.COUNTED, ground=ground, number=number)


def _calendar_days(amount: int, begin: date, calendar: WorkingCalendar) -> Iterator[DayCount]:
    days = calendar.days_after(begin)
    for number, ground in zip(range(1, amount + 1), days, strict=False):
        yield DayCount(day=ground.day, use=DayUse.COUNTED, ground=ground, number=number)
    last = begin + timedelta(days=amount)
    if not calendar.is_working(last):
        yield from _moved(last, calendar, basis=CIVIL_CODE_MOVED)


def _moved(last: date, calendar: WorkingCalendar, *, basis: str) -> Iterator[DayCount]:
    days = calendar.days_after(last)
    while not (ground := next(days)).is_working:
        yield DayCount(day=ground.day, use=DayUse.SKIPPED, ground=ground, basis=basis)
    yield DayCount(day=ground.day, use=DayUse.MOVED_TO, ground=ground, basis=basis)


def _at_once(begin: datetime, calendar: WorkingCalendar) -> tuple[DayCount, ...]:
    law = law_on(begin.date())
    same_day = _goes_the_same_day(begin, calendar)
    today = DayCount(
        day=begin.date(),
        use=DayUse.COUNTED if same_day else DayUse.RECEPTION,
        ground=calendar.ground(begin.date()),
        number=1 if same_day else None,
        basis=law.ground("at_once" if same_day else "transfer"),
    )
    if same_day:
        return (today,)
    return (today, *_moved(begin.date(), calendar, basis=law.ground("transfer")))


def _office_hours(
    amount: int, begin: datetime, calendar: WorkingCalendar
) -> tuple[datetime, tuple[DayCount, ...]]:
    coming = chain([calendar.ground(begin.date())], calendar.days_after(begin.date()))
    left, end, days = timedelta(hours=amount), begin, []
    while left > NO_TIME:
        ground = next(coming)
        taken, end = _taken(left, ground, begin, calendar)
        use = DayUse.COUNTED if ground.is_working else DayUse.SKIPPED
        days.append(DayCount(day=ground.day, use=use, ground=ground, hours=taken))
        left -= taken
    return end, tuple(days)


def _taken(
    left: timedelta, ground: DayGround, begin: datetime, calendar: WorkingCalendar
) -> tuple[timedelta, datetime]:
    """Return the office hours that a day gives to the count, and when the last of them ends."""
    taken, end = NO_TIME, begin
    if not ground.is_working:
        return taken, end
    hours = calendar.hours
    for opens, closes in (
        (hours.opens_at, hours.noon_from),
        (hours.noon_to, hours.closes_at),
    ):
        first = max(at_time(ground.day, opens), begin)
        part = min(at_time(ground.day, closes) - first, left - taken)
        if part > NO_TIME:
            taken, end = taken + part, first + part
    return taken, end
