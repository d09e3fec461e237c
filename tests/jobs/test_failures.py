"""What becomes of a job that failed, and which way a job may go at all."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.jobs.errors import MoveRefused
from motcua.jobs.rules.states import (
    ENDED,
    LONGEST_WAIT,
    MOVES,
    OPEN,
    JobState,
    after_failure,
    move,
    wait_after,
)

TRIES = st.integers(1, 1000)
STATES = st.sampled_from(JobState)


def test_the_second_wait_is_four_seconds():
    assert wait_after(tries=2) == timedelta(seconds=4)


@given(tries=TRIES)
def test_no_wait_is_longer_than_five_minutes_or_shorter_than_the_one_before(tries):
    assert wait_after(tries=tries) <= wait_after(tries=tries + 1) <= LONGEST_WAIT


@given(tries=TRIES, tries_allowed=TRIES)
def test_a_failed_job_is_tried_again_or_left_to_a_person(tries, tries_allowed):
    expected = JobState.DEAD if tries >= tries_allowed else JobState.READY
    assert after_failure(tries=tries, tries_allowed=tries_allowed) == expected


@given(current=STATES, to=STATES)
def test_a_job_moves_as_the_table_says_or_is_refused(current, to):
    if to in MOVES[current]:
        assert move(current=current, to=to) is to
    else:
        with pytest.raises(MoveRefused):
            move(current=current, to=to)


def test_every_state_can_be_reached_and_is_either_open_or_ended():
    assert {*JobState} == {JobState.READY}.union(*MOVES.values())
    assert sorted([*OPEN, *ENDED]) == sorted(JobState)


def test_what_is_done_or_called_off_never_moves_again():
    assert not MOVES[JobState.DONE]
    assert not MOVES[JobState.CANCELLED]
