"""The stories that the dossiers of the example follow, without a database."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.catalogue.rules.terms import TimeLimit, TimeUnit
from motcua.config.demo.people import CARD, CARD_HOLDER, FIRMS, FIRST_FIRM, Place, citizen
from motcua.config.demo.plots import PLOTS, Deed, one_of_each
from motcua.config.demo.stories import (
    Offer,
    Setting,
    due_of,
    in_order,
    is_office_time,
    stories,
)
from motcua.intake.rules.chip_card import read_card
from motcua.intake.rules.deadlines import VIETNAM, local
from motcua.intake.rules.identity import IdentityKind
from motcua.organisation.rules.calendar import WorkingCalendar

CALENDAR = WorkingCalendar(specials={})
WEDNESDAY = datetime(2026, 11, 25, 10, 30, tzinfo=VIETNAM)
SUNDAY = datetime(2026, 11, 22, 9, 0, tzinfo=VIETNAM)
PLACE = Place(name="xã Tứ Kỳ")


def offer(number, unit, amount=0, *, costs=True):
    limit = TimeLimit(unit=unit, amount=amount)
    return Offer(version_id=number, limit=limit, papers=2, costs=costs)


OFFERS = [
    offer(1, TimeUnit.AT_ONCE),
    offer(2, TimeUnit.WORKING_DAY, 3),
    offer(3, TimeUnit.WORKING_DAY, 10),
    offer(4, TimeUnit.DAY, 15, costs=False),
    offer(5, TimeUnit.WORKING_HOUR, 8),
]


def told(now, plots=None):
    setting = Setting(now=now, calendar=CALENDAR, offers=OFFERS, desks=3, citizens=300)
    return stories(plots or one_of_each(), setting=setting, seed=545)


def names(found):
    return [story.plot.name for story in found]


def due_on(story):
    return local(due_of(story, calendar=CALENDAR)).date()


def only(found, name):
    [story] = [story for story in found if story.plot.name == name]
    return story


def test_on_a_working_day_every_plot_has_its_story():
    assert names(told(WEDNESDAY)) == [plot.name for plot, _ in PLOTS]


def test_there_are_as_many_as_are_asked_for():
    counts = {plot.name: count for plot, count in PLOTS}
    found = names(told(WEDNESDAY, PLOTS))
    assert {name: found.count(name) for name in counts} == counts


def test_the_same_day_tells_the_same_stories():
    assert told(WEDNESDAY) == told(WEDNESDAY)


def test_what_is_due_today_is_due_today_and_what_is_overdue_was_due_before():
    found = told(WEDNESDAY)
    assert due_on(only(found, "due_today")) == date(2026, 11, 25)
    assert due_on(only(found, "overdue")) < date(2026, 11, 25)
    assert due_on(only(found, "in_settlement")) > date(2026, 11, 25)


def test_on_a_sunday_what_presses_is_due_on_monday():
    assert due_on(only(told(SUNDAY), "due_today")) == date(2026, 11, 23)


def test_a_result_that_came_late_came_after_its_day():
    late = only(told(WEDNESDAY), "returned_late")
    [settled_at] = [moment.at for moment in late.moments if moment.deed is Deed.SETTLE]
    assert settled_at > due_of(late, calendar=CALENDAR)


def test_an_apology_in_time_comes_a_day_before_and_a_late_one_does_not():
    found = told(WEDNESDAY)
    for name, in_time in (("put_off", True), ("put_off_late", False)):
        story = only(found, name)
        [apology] = [moment for moment in story.moments if moment.deed is Deed.REAPPOINT]
        assert (local(apology.at).date() < due_on(story)) is in_time
        assert apology.new_due_on > due_on(story)


def test_what_came_today_came_today():
    moment = only(told(WEDNESDAY), "at_once_today").moments[0]
    assert local(moment.at).date() == date(2026, 11, 25)


def test_everything_is_done_in_the_order_of_its_time():
    done = in_order(told(WEDNESDAY, PLOTS))
    times = [moment.at for _, moment in done]
    assert times == sorted(times)
    assert len(done) == sum(len(story.moments) for story in told(WEDNESDAY, PLOTS))


@settings(max_examples=15, deadline=None)
@given(
    day=st.dates(date(2025, 12, 1), date(2027, 12, 31)),
    clock=st.times(time(0, 0), time(23, 59)),
)
def test_at_any_moment_the_stories_are_past_and_in_office_hours(day, clock):
    now = datetime.combine(day, clock, tzinfo=VIETNAM)
    found = told(now)
    moments = [moment for story in found for moment in story.moments]
    assert moments
    assert all(moment.at <= now for moment in moments)
    assert [m.at for m in moments if not is_office_time(m.at, calendar=CALENDAR)] == []
    for story in found:
        times = [moment.at for moment in story.moments]
        assert times == sorted(times)


@pytest.mark.parametrize("clock", [time(0, 5), time(6, 59), time(12, 0), time(23, 50)])
def test_no_hour_of_a_working_day_leaves_a_state_out(clock):
    now = datetime.combine(date(2026, 11, 25), clock, tzinfo=VIETNAM)
    left_out = {plot.name for plot, _ in PLOTS} - {*names(told(now))}
    assert left_out <= {"at_once_today"}


def test_nobody_lives_at_two_places():
    places = {}
    for story in told(WEDNESDAY, PLOTS):
        places.setdefault(story.citizen, set()).add(story.desk)
    assert {len(desks) for desks in places.values()} == {1}


def test_office_hours_leave_noon_and_the_evening_out():
    at = datetime(2026, 11, 25, tzinfo=VIETNAM)
    open_at = [
        hour for hour in range(24) if is_office_time(at + timedelta(hours=hour), calendar=CALENDAR)
    ]
    assert open_at == [7, 8, 9, 10, 11, 14, 15, 16]
    assert not is_office_time(at + timedelta(hours=13, minutes=29), calendar=CALENDAR)
    assert is_office_time(datetime(2026, 11, 25, 2, 0, tzinfo=UTC), calendar=CALENDAR)


def test_the_citizens_are_persons_whose_number_fits_them():
    people = [citizen(number, place=PLACE).checked() for number in range(300)]
    assert len({person.identity_number for person in people}) == 300
    firms = [citizen(FIRST_FIRM + number, place=PLACE).checked() for number in range(len(FIRMS))]
    assert {firm.identity_kind for firm in firms} == {IdentityKind.TAX_CODE}
    assert len({firm.identity_number for firm in firms}) == len(FIRMS)


def test_the_sample_card_is_that_of_the_first_citizen():
    holder = citizen(CARD_HOLDER, place=PLACE)
    card = read_card(CARD)
    assert (holder.full_name, holder.identity_number) == (card.full_name, card.number)
    first = told(WEDNESDAY)[0]
    assert (first.plot.name, first.desk, first.citizen) == ("returned", 0, CARD_HOLDER)
