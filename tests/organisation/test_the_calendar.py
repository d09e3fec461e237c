"""The calendar: what is put in, taken out, brought along, and known at which moment."""

import csv
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

import motcua.organisation
from motcua.audit.models import Entry
from motcua.foundation.events import announced
from motcua.kernel.errors import NotAllowed, NotFound
from motcua.organisation import errors
from motcua.organisation.actions import (
    add_calendar_day,
    load_calendar,
    set_office_hours,
    withdraw_calendar_day,
)
from motcua.organisation.actions.calendar import known_days
from motcua.organisation.events import CalendarChanged
from motcua.organisation.models import CalendarDay, OfficeHours
from motcua.organisation.queries import calendar_year, office_hours, working_calendar
from motcua.organisation.rules.calendar import DayKind, Hours, SpecialDay, WorkingCalendar
from motcua.organisation.rules.days import checked_day, differing_days
from organisation.factories import NOW, SYSTEM, CalendarDayFactory, Province

FRIDAY = date(2026, 1, 2)
DECIDED = datetime(2025, 12, 25, 3, tzinfo=UTC)
SWAP = SpecialDay(kind=DayKind.NGHI_BU, name="Hoán đổi với 10/01/2026", document="12729/VPCP-KGVX")


class TestTheDaysBroughtAlong:
    def test_every_row_could_be_put_in_by_hand(self):
        days = known_days()
        assert len({known.day for known in days}) == len(days) == 90
        for known in days:
            assert checked_day(known.day, special=known.special) == known.special
            assert known.known_on <= known.day

    def test_rows_are_in_order_and_say_whether_they_were_found(self):
        place = Path(motcua.organisation.__file__).with_name("calendar_days.csv")
        rows = list(csv.DictReader(place.read_text("utf-8").splitlines()))
        assert rows == sorted(rows, key=lambda row: row["day"])
        assert {row["source"] for row in rows} == {"found", "memory"}
        assert [row["day"] for row in rows if not row["document"]] == []

    @pytest.mark.parametrize("year", range(2022, 2028))
    def test_each_year_has_the_eleven_holidays_of_the_labour_code(self, year):
        kinds = Counter(k.special.kind for k in known_days() if k.day.year == year)
        assert kinds[DayKind.NGHI_LE] == 11

    @pytest.mark.parametrize("year", range(2022, 2028))
    def test_a_holiday_on_a_day_off_is_made_up_for(self, year):
        rows = {known.day: known.special.kind for known in known_days() if known.day.year == year}
        lost = [d for d, kind in rows.items() if kind is DayKind.NGHI_LE and d.weekday() >= 5]
        given = [d for d, kind in rows.items() if kind is DayKind.NGHI_BU]
        worked = [d for d, kind in rows.items() if kind is DayKind.LAM_BU]
        assert len(given) == len(lost) + len(worked)

    @pytest.mark.parametrize(
        ("year", "working_days"),
        # Weekdays, less those of them that are holidays or in exchange, plus the days worked.
        [
            (2022, 260 - 11),
            (2023, 260 - 11),
            (2024, 262 - 12 + 1),
            (2025, 261 - 12 + 1),
            (2026, 261 - 13 + 2),
            (2027, 261 - 11),
        ],
    )
    @pytest.mark.django_db
    def test_working_days_of_the_years_counted_by_hand(self, year, working_days):
        load_calendar(at=NOW)
        known = calendar_year(year, known_at=datetime(2028, 1, 1, tzinfo=UTC))
        assert sum(month.working_days for month in known.months) == working_days

    @pytest.mark.django_db
    def test_the_long_weekends_that_everybody_remembers(self):
        load_calendar(at=NOW)
        calendar = working_calendar(known_at=datetime(2028, 1, 1, tzinfo=UTC), on=FRIDAY)
        assert calendar.on_or_after(date(2023, 1, 20)) == date(2023, 1, 27)
        assert calendar.on_or_after(date(2024, 2, 8)) == date(2024, 2, 15)
        assert calendar.on_or_after(date(2024, 4, 27)) == date(2024, 5, 2)
        assert calendar.on_or_after(date(2025, 1, 25)) == date(2025, 2, 3)
        assert calendar.on_or_after(date(2025, 8, 30)) == date(2025, 9, 3)
        assert calendar.on_or_after(date(2026, 1, 1)) == date(2026, 1, 5)
        assert calendar.is_working(date(2026, 1, 10))
        assert calendar.is_working(date(2024, 5, 4))


@pytest.mark.django_db
class TestLoading:
    def test_twice_is_once_and_the_journal_has_one_entry(self):
        assert load_calendar(at=NOW) == 90
        assert load_calendar(at=NOW) == 0
        entry = Entry.objects.get()
        assert (entry.act, entry.facts["days"]) == ("organisation.calendar.loaded", 90)

    def test_in_an_empty_calendar_a_day_is_known_since_its_document(self):
        load_calendar(at=NOW)
        swapped = date(2024, 4, 29)

        def knew(moment):
            return not working_calendar(known_at=moment, on=swapped).is_working(swapped)

        assert not knew(datetime(2024, 4, 11, 8, tzinfo=UTC))
        assert knew(datetime(2024, 4, 12, 8, tzinfo=UTC))

    def test_in_a_calendar_in_use_a_day_is_known_since_now(self):
        CalendarDayFactory()
        load_calendar(at=NOW)
        tet = date(2024, 2, 12)
        before = working_calendar(known_at=NOW - timedelta(seconds=1), on=tet)
        assert before.is_working(tet)
        assert not working_calendar(known_at=NOW, on=tet).is_working(tet)

    def test_a_day_that_was_withdrawn_stays_away(self):
        load_calendar(at=NOW)
        row = CalendarDay.objects.get(day=date(2027, 9, 3))
        withdraw_calendar_day(row.pk, document="Thông báo năm 2027", by=SYSTEM, at=NOW)
        assert load_calendar(at=NOW) == 0

    def test_days_drawn_up_from_the_statute_are_marked(self):
        load_calendar(at=NOW)
        assert CalendarDay.objects.get(day=date(2027, 2, 4)).needs_check
        assert not CalendarDay.objects.get(day=date(2026, 1, 2)).needs_check


@pytest.mark.django_db
class TestADayPutInAndTakenOut:
    def test_the_calendar_before_and_after_differ_in_that_day(self):
        before = working_calendar(known_at=DECIDED - timedelta(seconds=1), on=FRIDAY)
        heard = []

        def listen(event, **_):
            heard.append(event)

        announced.connect(listen)
        add_calendar_day(FRIDAY, special=SWAP, by=SYSTEM, at=DECIDED)
        announced.disconnect(listen)
        after = working_calendar(known_at=DECIDED, on=FRIDAY)
        (change,) = differing_days(before, after)
        assert (change.day, change.before.is_working, change.after.is_working) == (
            FRIDAY,
            True,
            False,
        )
        assert heard == [CalendarChanged(day=FRIDAY)]
        assert Entry.objects.get().facts["document"] == "12729/VPCP-KGVX"

    def test_a_day_is_put_in_once(self):
        add_calendar_day(FRIDAY, special=SWAP, by=SYSTEM, at=DECIDED)
        with pytest.raises(errors.CalendarDayTaken):
            add_calendar_day(FRIDAY, special=SWAP, by=SYSTEM, at=NOW)

    def test_what_was_withdrawn_stays_explained_as_it_was_known(self):
        row = add_calendar_day(FRIDAY, special=SWAP, by=SYSTEM, at=DECIDED)
        later = DECIDED + timedelta(days=2)
        withdraw_calendar_day(row.pk, document="Đính chính", by=SYSTEM, at=later)
        meanwhile = working_calendar(known_at=later - timedelta(seconds=1), on=FRIDAY)
        assert not meanwhile.is_working(FRIDAY)
        assert meanwhile.ground(FRIDAY).special == SWAP
        assert working_calendar(known_at=later, on=FRIDAY).is_working(FRIDAY)
        with pytest.raises(errors.CalendarDayWithdrawn):
            withdraw_calendar_day(row.pk, document="Đính chính", by=SYSTEM, at=later)

    def test_a_withdrawn_day_can_be_put_in_again(self):
        row = add_calendar_day(FRIDAY, special=SWAP, by=SYSTEM, at=DECIDED)
        withdraw_calendar_day(row.pk, document="Đính chính", by=SYSTEM, at=DECIDED)
        add_calendar_day(FRIDAY, special=SWAP, by=SYSTEM, at=DECIDED)
        year = calendar_year(2026, known_at=DECIDED)
        assert [day.day for day in year.days] == [FRIDAY]
        assert [day.withdrawn_by for day in year.withdrawn] == ["Đính chính"]

    def test_only_who_keeps_the_calendar_changes_it(self):
        province = Province()
        below = province.officer("quan-tri-don-vi")
        row = CalendarDayFactory()
        with pytest.raises(NotAllowed):
            add_calendar_day(FRIDAY, special=SWAP, by=below, at=NOW)
        with pytest.raises(NotAllowed):
            withdraw_calendar_day(row.pk, document="Thử", by=below, at=NOW)
        with pytest.raises(NotAllowed):
            set_office_hours(Hours(), valid_from=FRIDAY, document="Thử", by=below, at=NOW)
        keeper = province.officer()
        assert add_calendar_day(FRIDAY, special=SWAP, by=keeper, at=NOW)
        with pytest.raises(NotFound):
            withdraw_calendar_day(10**9, document="Thử", by=keeper, at=NOW)


@pytest.mark.django_db
class TestOfficeHours:
    def test_hours_hold_from_their_day_until_the_next(self):
        winter = Hours(opens_at=time(7, 30), closes_at=time(17, 30))
        set_office_hours(Hours(), valid_from=date(2025, 1, 1), document="A", by=SYSTEM, at=NOW)
        set_office_hours(winter, valid_from=date(2025, 10, 16), document="B", by=SYSTEM, at=NOW)
        assert office_hours(on=date(2025, 10, 15)).opens_at == time(7)
        assert office_hours(on=date(2025, 10, 16)) == winter
        assert OfficeHours.objects.count() == 2

    def test_hours_in_disorder_or_before_others_are_refused(self):
        with pytest.raises(errors.HoursInWrongOrder):
            set_office_hours(
                Hours(closes_at=time(13)),
                valid_from=FRIDAY,
                document="A",
                by=SYSTEM,
                at=NOW,
            )
        set_office_hours(Hours(), valid_from=FRIDAY, document="A", by=SYSTEM, at=NOW)
        with pytest.raises(errors.DaysInWrongOrder):
            set_office_hours(Hours(), valid_from=FRIDAY, document="B", by=SYSTEM, at=NOW)

    def test_where_none_are_set_the_usual_hours_hold(self):
        assert office_hours(on=FRIDAY) == Hours()
        assert WorkingCalendar(specials={}).hours == Hours()
