"""The clock of the law starts again from zero; the clock of QĐ 766 leaves the wait out."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.calendars import PLAIN, at
from motcua.catalogue.rules.terms import TimeLimit, TimeUnit
from motcua.intake.errors import ClockNeverStarted, EventsOutOfOrder
from motcua.intake.rules.clocks import (
    ClockEvent,
    Defect,
    Exclusion,
    Timeliness,
    indicator_clock,
    legal_clock,
)
from motcua.intake.rules.timeline import Happening

H = Happening
FIVE_DAYS = TimeLimit(unit=TimeUnit.WORKING_DAY, amount=5)
SLIP = "khoản 4 Điều 19 Nghị định 61/2018/NĐ-CP"

# March 2026 without holidays; the 2nd is a Monday. Five working days from it: Mon 9, 17:00.
RECEIVED = ClockEvent(kind=H.RECEIVED, at=at("2026-03-02 09:00"))


def event(kind, moment, **more):
    return ClockEvent(kind=kind, at=at(moment), **more)


ASKED = event(H.SUPPLEMENT_ASKED, "2026-03-04 10:00", ground=SLIP)
ANSWERED = event(H.SUPPLEMENT_RECEIVED, "2026-03-06 10:00", ground=SLIP)


def legal(*events, as_of="2026-12-31 17:00"):
    return legal_clock(events, limit=FIVE_DAYS, calendar=PLAIN, as_of=at(as_of))


def indicator(*events, as_of="2026-12-31 17:00"):
    return indicator_clock(events, limit=FIVE_DAYS, calendar=PLAIN, as_of=at(as_of))


@pytest.mark.parametrize(
    ("settled", "expected"),
    [
        ("2026-03-06 16:00", Timeliness.EARLY),
        ("2026-03-09 08:00", Timeliness.ON_TIME),
        ("2026-03-09 17:00", Timeliness.ON_TIME),
        ("2026-03-09 17:01", Timeliness.LATE),
    ],
)
def test_without_a_supplement_both_clocks_say_the_same(settled, expected):
    events = (RECEIVED, event(H.SETTLED, settled))
    assert legal(*events).due_at == indicator(*events).due_at == at("2026-03-09 17:00")
    assert legal(*events).timeliness is indicator(*events).timeliness is expected


def test_what_is_not_done_is_in_time_until_it_is_due():
    assert legal(RECEIVED, as_of="2026-03-09 17:00").timeliness is Timeliness.IN_TIME
    assert legal(RECEIVED, as_of="2026-03-09 17:01").timeliness is Timeliness.LATE
    assert indicator(RECEIVED, as_of="2026-03-09 17:00").timeliness is Timeliness.IN_TIME
    assert indicator(RECEIVED, as_of="2026-03-09 17:01").timeliness is Timeliness.LATE


def test_after_a_supplement_the_law_counts_from_zero():
    """Complete on Friday 6; Mon 9 is day 1 and Fri 13 day 5."""
    clock = legal(RECEIVED, ASKED, ANSWERED, as_of="2026-03-10 09:00")
    assert clock.started_at == at("2026-03-06 10:00")
    assert clock.due_at == at("2026-03-13 17:00")
    assert clock.timeliness is Timeliness.IN_TIME
    assert clock.exclusions == (Exclusion(begins_at=RECEIVED.at, ends_at=ANSWERED.at, ground=SLIP),)


def test_after_a_supplement_the_indicators_leave_two_days_out():
    """Promised for Mon 9, 17:00; 48 hours waited for the citizen: Wed 11, 17:00."""
    clock = indicator(RECEIVED, ASKED, ANSWERED, as_of="2026-03-10 09:00")
    assert clock.base_due_at == at("2026-03-09 17:00")
    assert clock.due_at == at("2026-03-11 17:00")
    assert clock.exclusions == (Exclusion(begins_at=ASKED.at, ends_at=ANSWERED.at, ground=SLIP),)


def test_a_dossier_may_be_early_by_the_law_and_late_by_the_indicators():
    events = (RECEIVED, ASKED, ANSWERED, event(H.SETTLED, "2026-03-12 11:00"))
    assert legal(*events).timeliness is Timeliness.EARLY
    assert indicator(*events).timeliness is Timeliness.LATE


def test_while_the_citizen_is_waited_for_nothing_is_due():
    clock = legal(RECEIVED, ASKED, as_of="2026-06-30 17:00")
    assert clock.is_waiting
    assert clock.timeliness is Timeliness.IN_TIME


def test_what_was_late_before_the_supplement_was_asked_stays_late():
    late = event(H.SUPPLEMENT_ASKED, "2026-03-10 09:00")
    clock = legal(RECEIVED, late)
    assert clock.timeliness is Timeliness.LATE
    assert Defect.LATE_SLIP in clock.defects


def test_one_pending_supplement_counts_as_the_end_for_the_indicators():
    clock = indicator(RECEIVED, ASKED, as_of="2026-06-30 17:00")
    assert clock.ended_at == ASKED.at
    assert clock.timeliness is Timeliness.IN_TIME
    assert not clock.is_ended


def test_a_second_supplement_request_counts_as_overdue_whatever_the_days_say():
    events = (
        RECEIVED,
        ASKED,
        ANSWERED,
        event(H.SUPPLEMENT_ASKED, "2026-03-09 09:00"),
        event(H.SUPPLEMENT_RECEIVED, "2026-03-09 15:00"),
        event(H.SETTLED, "2026-03-09 16:00"),
    )
    clock = indicator(*events)
    assert clock.supplements == 2
    assert clock.timeliness is Timeliness.LATE
    assert clock.due_at > clock.ended_at
    assert legal(*events).timeliness is Timeliness.EARLY
    assert legal(*events).defects == (Defect.SECOND_SUPPLEMENT,)


@pytest.mark.parametrize(
    ("asked", "defects"),
    [
        # Three working days from Mon 2: Thu 5, 17:00.
        ("2026-03-05 17:00", ()),
        ("2026-03-05 17:01", (Defect.LATE_SLIP,)),
    ],
)
def test_a_slip_after_the_third_working_day_is_a_defect(asked, defects):
    assert legal(RECEIVED, event(H.SUPPLEMENT_ASKED, asked)).defects == defects


def test_a_supplement_before_reception_stops_no_clock_but_is_counted():
    events = (
        event(H.REGISTERED, "2026-02-26 08:00"),
        event(H.SUPPLEMENT_ASKED, "2026-02-26 09:00"),
        event(H.SUPPLEMENT_RECEIVED, "2026-03-02 09:00"),
        RECEIVED,
        event(H.SETTLED, "2026-03-09 16:00"),
    )
    clock = indicator(*events)
    assert (clock.due_at, clock.exclusions) == (at("2026-03-09 17:00"), ())
    assert clock.supplements == 1
    assert legal(*events).due_at == at("2026-03-09 17:00")


def test_settled_comes_before_returned_and_returned_before_stopped():
    settled = event(H.SETTLED, "2026-03-09 10:00")
    stopped = event(H.STOPPED, "2026-03-06 10:00")
    returned = event(H.RETURNED, "2026-03-20 10:00")
    assert indicator(RECEIVED, settled, returned).ended_at == settled.at
    assert indicator(RECEIVED, settled, returned).timeliness is Timeliness.ON_TIME
    assert indicator(RECEIVED, stopped, returned).ended_at == returned.at
    assert indicator(RECEIVED, stopped).ended_at == stopped.at
    assert legal(RECEIVED, stopped).timeliness is Timeliness.EARLY


def test_a_dossier_withdrawn_while_a_supplement_is_waited_for_ends_with_the_withdrawal():
    withdrawn = event(H.WITHDRAWN, "2026-04-02 10:00")
    clock = indicator(RECEIVED, ASKED, withdrawn)
    assert clock.ended_at == withdrawn.at
    assert clock.exclusions[0].ends_at == withdrawn.at
    assert clock.timeliness is not Timeliness.LATE
    assert not legal(RECEIVED, ASKED, withdrawn).is_waiting


def test_a_reappointment_moves_both_clocks():
    moved = event(H.REAPPOINTED, "2026-03-06 10:00", due_at=at("2026-03-16 17:00"))
    assert legal(RECEIVED, moved).due_at == at("2026-03-16 17:00")
    assert indicator(RECEIVED, moved).due_at == at("2026-03-16 17:00")


def test_a_late_apology_moves_neither_and_is_a_defect():
    late = event(H.APOLOGISED_LATE, "2026-03-09 10:00", due_at=at("2026-03-16 17:00"))
    assert legal(RECEIVED, late).due_at == at("2026-03-09 17:00")
    assert indicator(RECEIVED, late).due_at == at("2026-03-09 17:00")
    assert legal(RECEIVED, late).defects == (Defect.LATE_APOLOGY,)


def test_a_pause_before_a_reappointment_is_not_left_out_twice():
    moved = event(H.REAPPOINTED, "2026-03-06 11:00", due_at=at("2026-03-18 17:00"))
    clock = indicator(RECEIVED, ASKED, ANSWERED, moved)
    assert (clock.due_at, clock.exclusions) == (at("2026-03-18 17:00"), ())


def test_the_promise_that_was_made_counts_and_not_what_would_be_counted_today():
    received = ClockEvent(kind=H.RECEIVED, at=RECEIVED.at, due_at=at("2026-03-11 17:00"))
    assert legal(received).due_at == at("2026-03-11 17:00")
    assert indicator(received).base_due_at == at("2026-03-11 17:00")


def test_without_an_appointment_the_time_limit_of_the_procedure_counts():
    assert indicator(RECEIVED).base_due_at == at("2026-03-09 17:00")


def test_a_recount_over_a_new_calendar_takes_the_place_of_the_promise():
    recounted = event(
        H.DEADLINE_RECALCULATED,
        "2026-03-05 08:00",
        due_at=at("2026-03-10 17:00"),
        indicator_base_at=at("2026-03-10 17:00"),
    )
    assert legal(RECEIVED, recounted).due_at == at("2026-03-10 17:00")
    assert indicator(RECEIVED, recounted).due_at == at("2026-03-10 17:00")


def test_what_happens_after_the_period_does_not_count():
    events = (RECEIVED, event(H.SETTLED, "2026-03-12 10:00"))
    assert legal(*events, as_of="2026-03-08 17:00").ended_at is None
    assert indicator(*events, as_of="2026-03-08 17:00").timeliness is Timeliness.IN_TIME


def test_without_a_reception_there_is_no_clock():
    with pytest.raises(ClockNeverStarted):
        legal(event(H.REGISTERED, "2026-03-02 09:00"))
    with pytest.raises(ClockNeverStarted):
        indicator(event(H.NOT_ACCEPTED, "2026-03-02 09:00"))


def test_events_that_are_not_in_order_are_refused():
    with pytest.raises(EventsOutOfOrder):
        legal(RECEIVED, ANSWERED, ASKED)


GAPS = st.integers(0, 20 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


@given(before=GAPS, wait=GAPS, after=GAPS)
def test_the_indicator_allows_exactly_the_wait_more(before, wait, after):
    asked_at = RECEIVED.at + before
    events = (
        RECEIVED,
        ClockEvent(kind=H.SUPPLEMENT_ASKED, at=asked_at),
        ClockEvent(kind=H.SUPPLEMENT_RECEIVED, at=asked_at + wait),
        ClockEvent(kind=H.SETTLED, at=asked_at + wait + after),
    )
    clock = indicator(*events)
    assert clock.due_at - clock.base_due_at == wait
    assert (clock.timeliness is Timeliness.LATE) == (events[-1].at - wait > clock.base_due_at)


@given(before=GAPS, wait=GAPS)
def test_by_the_law_a_restart_is_as_good_as_a_reception(before, wait):
    complete = RECEIVED.at + before + wait
    restarted = legal(
        RECEIVED,
        ClockEvent(kind=H.SUPPLEMENT_ASKED, at=RECEIVED.at + before),
        ClockEvent(kind=H.SUPPLEMENT_RECEIVED, at=complete),
    )
    assert restarted.due_at == legal(ClockEvent(kind=H.RECEIVED, at=complete)).due_at
    assert restarted.started_at == complete


@given(gaps=st.lists(GAPS, min_size=1, max_size=6))
def test_time_alone_never_makes_a_waiting_dossier_late(gaps):
    moment = ASKED.at
    for gap in gaps:
        moment += gap
        clock = indicator_clock((RECEIVED, ASKED), limit=FIVE_DAYS, calendar=PLAIN, as_of=moment)
        assert clock.timeliness is Timeliness.IN_TIME
