"""Days, moments and due days as people say them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.ui.rules.days import (
    Nearness,
    day_in_words,
    due_in_words,
    moment_in_words,
    near_day_in_words,
)

WEDNESDAY = date(2026, 11, 25)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def weekday(day):
    return day.weekday() < 5


def due(day, *, today=WEDNESDAY, is_working=weekday, language="vi"):
    return due_in_words(day, today=today, is_working=is_working, language=language)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2025, 11, 28), "thứ Sáu 28/11/2025"),
        (date(2026, 11, 29), "Chủ nhật 29/11/2026"),
        (date(2026, 2, 2), "thứ Hai 02/02/2026"),
    ],
)
def test_a_day_is_said_with_its_weekday_and_its_year(day, said):
    assert day_in_words(day) == said


def test_a_day_of_this_year_needs_no_year():
    assert near_day_in_words(date(2026, 11, 27), today=WEDNESDAY) == "thứ Sáu 27/11"
    assert near_day_in_words(date(2027, 1, 4), today=WEDNESDAY) == "thứ Hai 04/01/2027"


def test_english_names_the_month_for_its_order_differs_from_land_to_land():
    assert day_in_words(date(2026, 11, 2), language="en") == "Monday 2 Nov 2026"
    assert near_day_in_words(date(2026, 11, 2), today=WEDNESDAY, language="en") == "Monday 2 Nov"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 11, 25, 9, 5), "hôm nay 09:05"),  # noqa: DTZ001 the reader's own clock
        (datetime(2026, 11, 24, 23, 59), "hôm qua 23:59"),  # noqa: DTZ001
        (datetime(2026, 11, 23, 0, 0), "thứ Hai 23/11 00:00"),  # noqa: DTZ001
        (datetime(2025, 12, 31, 8, 30), "thứ Tư 31/12/2025 08:30"),  # noqa: DTZ001
    ],
)
def test_a_moment_is_said_as_one_says_it_today(at, said):
    assert moment_in_words(at, now=datetime(2026, 11, 25, 14, 0)) == said  # noqa: DTZ001


@pytest.mark.parametrize(
    ("day", "said", "nearness", "count"),
    [
        (date(2026, 11, 25), "hạn hôm nay (thứ Tư 25/11)", Nearness.TODAY, 0),
        (date(2026, 11, 26), "còn 1 ngày làm việc (thứ Năm 26/11)", Nearness.SOON, 1),
        (date(2026, 11, 27), "còn 2 ngày làm việc (thứ Sáu 27/11)", Nearness.SOON, 2),
        (date(2026, 11, 30), "còn 3 ngày làm việc (thứ Hai 30/11)", Nearness.LATER, 3),
        (date(2026, 11, 24), "quá hạn 1 ngày làm việc (thứ Ba 24/11)", Nearness.LATE, 1),
        (date(2026, 11, 20), "quá hạn 3 ngày làm việc (thứ Sáu 20/11)", Nearness.LATE, 3),
    ],
)
def test_a_due_day_is_said_in_working_days(day, said, nearness, count):
    found = due(day)
    assert (found.words, found.nearness, found.working_days) == (said, nearness, count)


def test_a_due_day_that_passed_on_friday_is_just_past_on_saturday():
    found = due(date(2026, 11, 27), today=date(2026, 11, 28))
    assert (found.words, found.nearness) == ("vừa quá hạn (thứ Sáu 27/11)", Nearness.LATE)


def test_a_due_day_on_a_day_off_leaves_no_working_day():
    found = due(date(2026, 11, 28), today=date(2026, 11, 27))
    assert found.words == "không còn ngày làm việc nào (thứ Bảy 28/11)"


def test_a_holiday_is_not_counted():
    holiday = date(2026, 11, 26)
    found = due(date(2026, 11, 27), is_working=lambda day: weekday(day) and day != holiday)
    assert found.words == "còn 1 ngày làm việc (thứ Sáu 27/11)"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 26), "1 working day left (Thursday 26 Nov)"),
        (date(2026, 11, 27), "2 working days left (Friday 27 Nov)"),
        (date(2026, 11, 25), "due today (Wednesday 25 Nov)"),
        (date(2026, 11, 20), "3 working days late (Friday 20 Nov)"),
    ],
)
def test_a_due_day_in_english(day, said):
    assert due(day, language="en").words == said


@given(day=DAYS, today=DAYS)
def test_late_is_whatever_lies_before_today_and_nothing_else(day, today):
    found = due_in_words(day, today=today, is_working=weekday)
    assert (found.nearness is Nearness.LATE) == (day < today)
    assert (found.nearness is Nearness.TODAY) == (day == today)
    assert 0 <= found.working_days <= abs((day - today).days)


@given(today=DAYS, span=st.integers(1, 60))
def test_a_later_due_day_never_leaves_less_time(today, span):
    day = today + timedelta(days=span)
    sooner = due_in_words(day, today=today, is_working=weekday)
    later = due_in_words(day + timedelta(days=1), today=today, is_working=weekday)
    assert later.working_days - sooner.working_days == int(weekday(day + timedelta(days=1)))
