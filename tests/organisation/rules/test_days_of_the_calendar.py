"""Days put into the calendar, and what they change."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.organisation import errors
from motcua.organisation.rules.calendar import DayKind, SpecialDay, WorkingCalendar
from motcua.organisation.rules.days import checked_day, differing_days, with_day, without_day
from motcua.organisation.rules.years import month_of, year_of

FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2026, 1, 2) + timedelta(n) for n in range(4))
DAYS = st.dates(date(2022, 1, 1), date(2027, 12, 31))


def special(kind=DayKind.NGHI_LE, *, name="Tết Dương lịch", document="BLLĐ 2019 Điều 112"):
    return SpecialDay(kind=kind, name=name, document=document)


SPECIALS = st.builds(special, st.sampled_from(DayKind))
CALENDARS = st.builds(
    WorkingCalendar, specials=st.dictionaries(DAYS, SPECIALS, max_size=8), known_at=st.none()
)


class TestADayByItself:
    def test_a_holiday_may_fall_on_a_sunday(self):
        assert checked_day(SUNDAY, special=special()) == special()

    def test_a_friday_may_be_exchanged_for_a_saturday(self):
        assert checked_day(FRIDAY, special=special(DayKind.NGHI_BU))
        assert checked_day(SATURDAY, special=special(DayKind.LAM_BU))

    @pytest.mark.parametrize(
        ("day", "kind"),
        [
            (SATURDAY, DayKind.NGHI_BU),
            (SUNDAY, DayKind.NGHI_BU),
            (FRIDAY, DayKind.LAM_BU),
            (MONDAY, DayKind.LAM_BU),
        ],
    )
    def test_an_exchange_that_changes_nothing_is_refused(self, day, kind):
        with pytest.raises(errors.CalendarDayPointless) as refused:
            checked_day(day, special=special(kind))
        assert refused.value.facts["day"] == day

    def test_a_day_without_a_document_is_refused(self):
        with pytest.raises(errors.FieldMissing) as refused:
            checked_day(FRIDAY, special=special(DayKind.NGHI_BU, document=" "))
        assert refused.value.facts == {"field": "document"}

    @given(DAYS, st.sampled_from([DayKind.NGHI_BU, DayKind.LAM_BU]))
    def test_an_exchange_that_is_taken_makes_the_day_count_otherwise(self, day, kind):
        bare = WorkingCalendar(specials={})
        try:
            taken = checked_day(day, special=special(kind))
        except errors.CalendarDayPointless:
            changed = with_day(bare, day, special=special(kind))
            assert changed.is_working(day) == bare.is_working(day)
            return
        changed = with_day(bare, day, special=taken)
        assert changed.is_working(day) != bare.is_working(day)


class TestTwoCalendars:
    def test_the_swap_of_january_2026_moves_two_days(self):
        before = WorkingCalendar(specials={})
        after = with_day(before, FRIDAY, special=special(DayKind.NGHI_BU))
        after = with_day(after, date(2026, 1, 10), special=special(DayKind.LAM_BU))
        said = [(change.day, change.after.is_working) for change in differing_days(before, after)]
        assert said == [(FRIDAY, False), (date(2026, 1, 10), True)]
        assert all(change.moves_deadlines for change in differing_days(before, after))

    def test_a_holiday_on_a_sunday_is_a_difference_that_moves_nothing(self):
        before = WorkingCalendar(specials={})
        (change,) = differing_days(before, with_day(before, SUNDAY, special=special()))
        assert not change.moves_deadlines

    @given(CALENDARS)
    def test_a_calendar_does_not_differ_from_itself(self, calendar):
        assert list(differing_days(calendar, calendar)) == []

    @given(CALENDARS, CALENDARS)
    def test_what_differs_one_way_differs_the_other(self, one, other):
        there = [change.day for change in differing_days(one, other)]
        back = [change.day for change in differing_days(other, one)]
        assert there == back == sorted(set(there))

    @given(CALENDARS, DAYS, SPECIALS)
    def test_adding_a_day_changes_that_day_alone(self, calendar, day, said):
        after = with_day(calendar, day, special=said)
        changed = [change.day for change in differing_days(calendar, after)]
        assert changed == ([] if calendar.specials.get(day) == said else [day])

    @given(CALENDARS, DAYS, SPECIALS)
    def test_withdrawing_what_was_added_leaves_the_calendar_as_it_was(self, calendar, day, said):
        bare = without_day(calendar, day)
        assert without_day(with_day(bare, day, special=said), day) == bare
        assert bare.ground(day).special is None


class TestAYearOnTheWall:
    def test_january_2026_begins_on_a_thursday(self):
        month = month_of(WorkingCalendar(specials={}), year=2026, number=1)
        first, *_ = month.weeks
        assert [ground.day.day if ground else None for ground in first] == [
            *[None] * 3,
            *[1, 2, 3, 4],
        ]
        assert month.working_days == 22

    def test_special_days_change_the_count(self):
        specials = {
            date(2026, 1, 1): special(),
            FRIDAY: special(DayKind.NGHI_BU),
            date(2026, 1, 10): special(DayKind.LAM_BU),
        }
        month = month_of(WorkingCalendar(specials=specials), year=2026, number=1)
        assert month.working_days == 21

    @given(CALENDARS, st.integers(2022, 2027))
    def test_a_year_has_each_of_its_days_once_in_its_weekday(self, calendar, year):
        days = []
        for month in year_of(calendar, year=year):
            for week in month.weeks:
                assert len(week) == 7
                for weekday, ground in enumerate(week):
                    if ground:
                        assert ground.day.weekday() == weekday
                        assert ground == calendar.ground(ground.day)
                        days.append(ground.day)
        first = date(year, 1, 1)
        assert days == [first + timedelta(n) for n in range((date(year + 1, 1, 1) - first).days)]


@given(CALENDARS, DAYS)
def test_the_next_working_day_is_the_first_of_those_that_follow(calendar, day):
    found = calendar.on_or_after(day)
    assert calendar.is_working(found)
    after = islice(calendar.days_after(day - timedelta(1)), (found - day).days)
    assert not any(ground.is_working for ground in after)
