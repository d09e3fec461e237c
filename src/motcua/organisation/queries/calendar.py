"""When offices are open, as it was known at a moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from motcua.organisation.models import CalendarDay, OfficeHours
from motcua.organisation.queries.standing import holding_on
from motcua.organisation.rules.calendar import DayKind, Hours, SpecialDay, WorkingCalendar
from motcua.organisation.rules.years import Month, year_of


def working_calendar(*, known_at: datetime, on: date) -> WorkingCalendar:
    """Return the calendar as it was known at a moment, with the office hours of a day."""
    rows = CalendarDay.objects.filter(
        Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=known_at), known_from__lte=known_at
    )
    return WorkingCalendar(
        specials={row.day: special_of(row) for row in rows},
        known_at=known_at,
        hours=office_hours(on=on),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarYear:
    """A year as it is known now: its months, and the days in it that a document made special."""

    year: int
    months: tuple[Month, ...]
    days: Sequence[CalendarDay]
    withdrawn: Sequence[CalendarDay]


def calendar_days(year: int) -> QuerySet[CalendarDay]:
    """Return the special days of a year, withdrawn ones too."""
    return CalendarDay.objects.filter(day__year=year).order_by("day", "known_from")


def calendar_year(year: int, *, known_at: datetime) -> CalendarYear:
    """Return a year of the calendar as it was known at a moment."""
    known = list(calendar_days(year).filter(known_from__lte=known_at))
    holding = [row for row in known if row.withdrawn_at is None or row.withdrawn_at > known_at]
    gone = [row for row in known if row.withdrawn_at and row.withdrawn_at <= known_at]
    specials = {row.day: special_of(row) for row in holding}
    calendar = WorkingCalendar(specials=specials, known_at=known_at)
    months = year_of(calendar, year=year)
    return CalendarYear(year=year, months=months, days=holding, withdrawn=gone)


def special_of(row: CalendarDay) -> SpecialDay:
    """Return what a row says of its day."""
    return SpecialDay(kind=DayKind(row.kind), name=row.name, document=row.document)


def calendar_days_holding() -> QuerySet[CalendarDay]:
    """Return the days that are in the calendar and not withdrawn."""
    return CalendarDay.objects.filter(withdrawn_at__isnull=True).order_by("day")


def office_hours(*, on: date) -> Hours:
    """Return from when to when offices are open on a working day; the usual if none are set."""
    row = OfficeHours.objects.filter(holding_on(on)).order_by("-valid_from").first()
    if row is None:
        return Hours()
    return Hours(
        opens_at=row.opens_at,
        noon_from=row.noon_from,
        noon_to=row.noon_to,
        closes_at=row.closes_at,
    )
