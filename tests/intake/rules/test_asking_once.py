"""A supplement is asked for once, an appointment is put off once, an apology comes in time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.calendars import PLAIN, TET_2026, at
from motcua.intake.errors import (
    AlreadyReappointed,
    DueMustMoveOn,
    DueOnClosedDay,
    SecondSupplementNeedsReason,
    SupplementSaysNothing,
    SupplementStillOpen,
)
from motcua.intake.rules.apologies import apology_latest_on, reappointment
from motcua.intake.rules.supplements import is_late_slip, supplement_request

CONTENT = "Giấy chứng sinh còn thiếu dấu của cơ sở y tế."


def ask(**given):
    return supplement_request(**{"asked_before": 0, "is_open": False, "content": CONTENT, **given})


def test_the_first_request_needs_no_reason():
    assert ask() == 1


def test_a_second_request_needs_one():
    with pytest.raises(SecondSupplementNeedsReason):
        ask(asked_before=1)
    with pytest.raises(SecondSupplementNeedsReason):
        ask(asked_before=1, reason_for_second="  ")
    assert ask(asked_before=1, reason_for_second="Giấy nộp bổ sung bị sửa chữa.") == 2


def test_nothing_more_is_asked_while_an_answer_is_waited_for():
    with pytest.raises(SupplementStillOpen):
        ask(asked_before=1, is_open=True, reason_for_second="Thiếu trang 2.")


def test_a_request_that_says_nothing_guides_nobody():
    with pytest.raises(SupplementSaysNothing):
        ask(content=" \n")


@pytest.mark.parametrize(
    ("asked", "late"), [("2026-02-23 17:00", False), ("2026-02-23 17:01", True)]
)
def test_the_slip_goes_out_within_three_working_days(asked, late):
    received_at = at("2026-02-11 10:00")
    assert is_late_slip(asked_at=at(asked), received_at=received_at, calendar=TET_2026) is late
    assert not is_late_slip(asked_at=at(asked), received_at=None, calendar=TET_2026)


def put_off(**given):
    return reappointment(
        **{
            "due_at": at("2026-03-12 17:00"),
            "new_due_on": date(2026, 3, 18),
            "reappointed_before": 0,
            "at": at("2026-03-11 16:00"),
            "calendar": PLAIN,
            **given,
        }
    )


def test_an_apology_is_in_time_until_the_day_before():
    assert apology_latest_on(at("2026-03-12 17:00")) == date(2026, 3, 11)
    promise = put_off()
    assert promise.new_due_at == at("2026-03-18 17:00")
    assert not promise.is_late


@pytest.mark.parametrize("moment", ["2026-03-12 07:30", "2026-03-13 09:00"])
def test_a_late_apology_is_still_made_but_excuses_nothing(moment):
    assert put_off(at=at(moment)).is_late


def test_the_day_is_put_off_once_only():
    with pytest.raises(AlreadyReappointed):
        put_off(reappointed_before=1)


@pytest.mark.parametrize("day", [date(2026, 3, 12), date(2026, 3, 10)])
def test_the_new_day_lies_after_the_old_one(day):
    with pytest.raises(DueMustMoveOn):
        put_off(new_due_on=day)


def test_the_new_day_lies_after_today():
    with pytest.raises(DueMustMoveOn):
        put_off(at=at("2026-03-20 08:00"), new_due_on=date(2026, 3, 20))


def test_nobody_is_asked_to_come_to_a_closed_office():
    with pytest.raises(DueOnClosedDay) as refusal:
        put_off(new_due_on=date(2026, 3, 14))
    assert refusal.value.facts["opens_on"] == "2026-03-16"


@given(days=st.integers(0, 60))
def test_a_new_appointment_is_always_later_and_on_an_open_day(days):
    day = date.fromordinal(date(2026, 3, 1).toordinal() + days)
    try:
        promise = put_off(new_due_on=day)
    except (DueMustMoveOn, DueOnClosedDay):
        return
    assert promise.new_due_at > promise.old_due_at
    assert day.weekday() < 5
