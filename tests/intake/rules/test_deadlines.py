"""The due moment is the one a calendar on the wall gives, and every day of the count is told."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.calendars import HANOI, PLAIN, TET_2023, TET_2026, at
from motcua.catalogue.rules.terms import TimeLimit, TimeUnit
from motcua.intake.errors import LawUnknown
from motcua.intake.rules.deadlines import DayUse, deadline, slip_due, transfer_due
from motcua.organisation.rules.calendar import DayKind, SpecialDay, WorkingCalendar

AT_ONCE = TimeLimit(unit=TimeUnit.AT_ONCE)


def working_days(amount):
    return TimeLimit(unit=TimeUnit.WORKING_DAY, amount=amount)


def days(amount):
    return TimeLimit(unit=TimeUnit.DAY, amount=amount)


def hours(amount):
    return TimeLimit(unit=TimeUnit.WORKING_HOUR, amount=amount)


def due(limit, received, calendar):
    return deadline(limit, received_at=at(received), calendar=calendar).due_at


@pytest.mark.parametrize(
    ("received", "amount", "expected"),
    [
        # Thu 19 is day 1; offices are closed from Fri 20 to Thu 26; Fri 27 is day 2.
        ("2023-01-18 08:00", 1, "2023-01-19 17:00"),
        ("2023-01-18 08:00", 2, "2023-01-27 17:00"),
        ("2023-01-18 08:00", 3, "2023-01-30 17:00"),
        ("2023-01-19 16:59", 1, "2023-01-27 17:00"),
        # Received on a closed day: the first working day after it is day 1.
        ("2023-01-23 10:00", 1, "2023-01-27 17:00"),
        ("2023-01-13 09:00", 15, "2023-02-10 17:00"),
    ],
)
def test_working_days_over_tet_2023(received, amount, expected):
    assert due(working_days(amount), received, TET_2023) == at(expected)


@pytest.mark.parametrize(
    ("received", "amount", "expected"),
    [
        # 1 Jan holiday, 2 Jan exchanged, 3 and 4 Jan weekend; Mon 5 to Fri 9 are days 1 to 5.
        ("2025-12-31 10:00", 5, "2026-01-09 17:00"),
        # Sat 10 Jan is worked in exchange for 2 Jan: day 6.
        ("2025-12-31 10:00", 6, "2026-01-10 17:00"),
        ("2025-12-31 10:00", 7, "2026-01-12 17:00"),
        # Thu 12 and Fri 13 Feb, then nine days of Tết; Mon 23 is day 3.
        ("2026-02-11 10:00", 2, "2026-02-13 17:00"),
        ("2026-02-11 10:00", 3, "2026-02-23 17:00"),
        ("2026-02-11 10:00", 5, "2026-02-25 17:00"),
        ("2026-02-13 16:30", 1, "2026-02-23 17:00"),
    ],
)
def test_working_days_over_new_year_and_tet_2026(received, amount, expected):
    assert due(working_days(amount), received, TET_2026) == at(expected)


def test_a_dossier_received_on_friday_is_due_after_the_weekend():
    assert due(working_days(1), "2023-02-10 09:00", PLAIN) == at("2023-02-13 17:00")


@pytest.mark.parametrize(
    ("received", "amount", "expected"),
    [
        # Ends on a working day: closed days on the way count like any other.
        ("2023-01-17 09:00", 10, "2023-01-27 17:00"),
        # 20 Jan 2023 is a holiday: the next working day is Fri 27.
        ("2023-01-10 09:00", 10, "2023-01-27 17:00"),
        # 16 Feb 2026 lies in Tết: Mon 23.
        ("2026-02-01 09:00", 15, "2026-02-23 17:00"),
        # Sat 10 Jan 2026 is worked, so a term that ends on it is not moved.
        ("2026-01-05 09:00", 5, "2026-01-10 17:00"),
        # Sun 11 Jan 2026 is not.
        ("2026-01-05 09:00", 6, "2026-01-12 17:00"),
    ],
)
def test_calendar_days_end_on_the_next_working_day(received, amount, expected):
    calendar = TET_2023 if received.startswith("2023") else TET_2026
    assert due(days(amount), received, calendar) == at(expected)


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-02-10 07:30", "2026-02-10 17:00"),
        ("2026-02-10 15:00:00", "2026-02-10 17:00"),
        ("2026-02-10 15:00:01", "2026-02-11 17:00"),
        ("2026-02-10 18:20", "2026-02-11 17:00"),
        ("2026-02-13 15:30", "2026-02-23 17:00"),
        ("2026-02-13 14:59", "2026-02-13 17:00"),
        ("2026-02-15 09:00", "2026-02-23 17:00"),
        ("2026-01-10 09:00", "2026-01-10 17:00"),
    ],
)
def test_what_is_done_at_once_is_due_the_same_day_or_received_after_three_the_next(
    received, expected
):
    assert due(AT_ONCE, received, TET_2026) == at(expected)


@pytest.mark.parametrize(
    ("received", "amount", "expected"),
    [
        ("2023-01-19 07:00", 8, "2023-01-19 17:00"),
        ("2023-01-19 07:00", 5, "2023-01-19 14:00"),
        ("2023-01-19 10:00", 1, "2023-01-19 11:00"),
        # Noon does not count: half an hour before it, half an hour after.
        ("2023-01-19 11:00", 1, "2023-01-19 14:00"),
        ("2023-01-19 12:00", 1, "2023-01-19 14:30"),
        # One hour on Thursday, three after Tết.
        ("2023-01-19 16:00", 4, "2023-01-27 10:00"),
        ("2023-01-19 17:00", 1, "2023-01-27 08:00"),
        ("2023-01-23 08:00", 1, "2023-01-27 08:00"),
        # Before the office opens, counting waits for it.
        ("2023-01-19 06:10", 2, "2023-01-19 09:00"),
        # Two and a half hours are left on Thursday after 14:30, then eight on Friday 27.
        ("2023-01-19 14:30", 11, "2023-01-30 07:30"),
    ],
)
def test_working_hours_are_counted_over_the_office_hours(received, amount, expected):
    assert due(hours(amount), received, TET_2023) == at(expected)


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-02-10 09:00", "2026-02-10 17:00"),
        ("2026-02-10 15:00:00", "2026-02-10 17:00"),
        ("2026-02-10 15:00:01", "2026-02-11 07:00"),
        ("2026-02-13 16:00", "2026-02-23 07:00"),
        ("2026-02-15 10:00", "2026-02-23 07:00"),
    ],
)
def test_a_dossier_received_after_three_goes_to_the_office_next_morning(received, expected):
    assert transfer_due(received_at=at(received), calendar=TET_2026) == at(expected)


def test_a_supplement_may_be_asked_for_until_the_third_working_day():
    slip = slip_due(received_at=at("2026-02-11 10:00"), calendar=TET_2026)
    assert slip.due_at == at("2026-02-23 17:00")


def test_it_is_said_why_this_day():
    counted = deadline(working_days(3), received_at=at("2026-02-11 10:00"), calendar=TET_2026)
    assert [(day.day.day, day.use, day.number) for day in counted.days] == [
        (11, DayUse.RECEPTION, None),
        (12, DayUse.COUNTED, 1),
        (13, DayUse.COUNTED, 2),
        *[(day, DayUse.SKIPPED, None) for day in range(14, 23)],
        (23, DayUse.COUNTED, 3),
    ]
    assert counted.days[3].ground.special.name == "Tết Bính Ngọ"


def test_a_moved_end_cites_the_civil_code():
    counted = deadline(days(10), received_at=at("2023-01-10 09:00"), calendar=TET_2023)
    last_counted = counted.days[10]
    assert (last_counted.day, last_counted.number) == (date(2023, 1, 20), 10)
    assert last_counted.ground.special.name == "Tết Quý Mão"
    moved = counted.days[-1]
    assert (moved.day, moved.use) == (date(2023, 1, 27), DayUse.MOVED_TO)
    assert moved.basis == "khoản 5 Điều 148 Bộ luật Dân sự 2015"


def test_hours_are_told_day_by_day():
    counted = deadline(hours(4), received_at=at("2023-01-19 16:00"), calendar=TET_2023)
    told = {day.day.day: day.hours for day in counted.days}
    assert told[19] == timedelta(hours=1)
    assert told[27] == timedelta(hours=3)
    assert sum(told.values(), timedelta(0)) == timedelta(hours=4)


def test_what_was_received_before_the_first_law_we_know_is_refused():
    with pytest.raises(LawUnknown):
        deadline(AT_ONCE, received_at=at("2015-03-02 09:00"), calendar=PLAIN)


def test_the_days_stand_in_the_time_of_viet_nam():
    """18:30 UTC is already half past one of the next morning at the counter."""
    received = datetime.fromisoformat("2026-02-09T18:30:00+00:00")
    assert deadline(AT_ONCE, received_at=received, calendar=PLAIN).due_at == at("2026-02-10 17:00")


DAY_OFF = SpecialDay(kind=DayKind.NGHI_LE, name="", document="")
DAY_ON = SpecialDay(kind=DayKind.LAM_BU, name="", document="")
DAYS = st.dates(date(2020, 1, 1), date(2029, 12, 31))
MOMENTS = st.builds(
    lambda day, minute: datetime.combine(day, time(minute // 60, minute % 60), tzinfo=HANOI),
    DAYS,
    st.integers(0, 24 * 60 - 1),
)
CALENDARS = st.dictionaries(DAYS, st.sampled_from([DAY_OFF, DAY_ON]), max_size=30).map(
    lambda specials: WorkingCalendar(specials=specials)
)
LIMITS = st.one_of(
    st.just(AT_ONCE),
    st.builds(working_days, st.integers(1, 60)),
    st.builds(days, st.integers(1, 90)),
    st.builds(hours, st.integers(1, 80)),
)


@given(received_at=MOMENTS, calendar=CALENDARS, limit=LIMITS)
def test_the_due_moment_lies_in_the_office_hours_of_a_working_day(received_at, calendar, limit):
    due_at = deadline(limit, received_at=received_at, calendar=calendar).due_at
    local = due_at.astimezone(HANOI)
    assert calendar.is_working(local.date())
    assert time(7, 0) < local.time() <= time(17, 0)


@given(received_at=MOMENTS, calendar=CALENDARS, limit=LIMITS)
def test_the_days_are_told_one_after_another_without_a_hole(received_at, calendar, limit):
    counted = deadline(limit, received_at=received_at, calendar=calendar)
    told = [day.day for day in counted.days]
    assert told == [told[0] + timedelta(days=step) for step in range(len(told))]
    assert told[0] == received_at.astimezone(HANOI).date()
    assert told[-1] == counted.due_at.astimezone(HANOI).date()


@given(received_at=MOMENTS, calendar=CALENDARS, amount=st.integers(1, 60))
def test_as_many_working_days_are_counted_as_were_given(received_at, calendar, amount):
    counted = deadline(working_days(amount), received_at=received_at, calendar=calendar)
    numbers = [day.number for day in counted.days if day.use is DayUse.COUNTED]
    assert numbers == list(range(1, amount + 1))
    assert all(
        calendar.is_working(day.day) == (day.use is DayUse.COUNTED) for day in counted.days[1:]
    )


@given(received_at=MOMENTS, calendar=CALENDARS, amount=st.integers(1, 80))
def test_as_many_office_hours_are_counted_as_were_given(received_at, calendar, amount):
    counted = deadline(hours(amount), received_at=received_at, calendar=calendar)
    assert sum((day.hours for day in counted.days), timedelta(0)) == timedelta(hours=amount)


@given(received_at=MOMENTS, calendar=CALENDARS, limit=LIMITS, later=st.integers(0, 10_000))
def test_whoever_comes_later_is_never_served_earlier(received_at, calendar, limit, later):
    second = received_at + timedelta(minutes=later)
    first_due = deadline(limit, received_at=received_at, calendar=calendar).due_at
    assert deadline(limit, received_at=second, calendar=calendar).due_at >= first_due
