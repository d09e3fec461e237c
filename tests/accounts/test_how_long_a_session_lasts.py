"""When somebody is signed out without having asked for it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.organisation.accounts.rules.sessions import Ending, Limits, ending_of, is_to_be_noted

EIGHT = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
LIMITS = Limits(idle=timedelta(minutes=30), longest=timedelta(hours=8))


def ending(*, began=EIGHT, seen, at):
    return ending_of(began_at=began, seen_at=seen, at=at, limits=LIMITS)


@pytest.mark.parametrize(
    ("away", "ends"),
    [
        (timedelta(minutes=29, seconds=59), None),
        (timedelta(minutes=30), Ending.IDLE),
        (timedelta(hours=3), Ending.IDLE),
        (timedelta(minutes=-5), None),
    ],
)
def test_half_an_hour_without_a_click_ends_it(away, ends):
    assert ending(seen=EIGHT, at=EIGHT + away) is ends


@pytest.mark.parametrize(
    ("lasted", "ends"),
    [(timedelta(hours=7, minutes=59, seconds=59), None), (timedelta(hours=8), Ending.TOO_LONG)],
)
def test_a_working_day_ends_it_even_in_the_middle_of_work(lasted, ends):
    at = EIGHT + lasted
    assert ending(seen=at - timedelta(seconds=1), at=at) is ends


@given(
    st.integers(0, 100_000), st.integers(0, 100_000), st.integers(0, 100_000), st.integers(0, 9_999)
)
def test_what_has_ended_never_goes_on(began, seen, now, later):
    """Time that passes ends a session and never brings one back."""
    start = EIGHT + timedelta(seconds=began)
    last = start + timedelta(seconds=seen)
    at = last + timedelta(seconds=now)
    if ending(began=start, seen=last, at=at):
        assert ending(began=start, seen=last, at=at + timedelta(seconds=later))


def test_the_last_click_is_known_to_the_minute():
    assert not is_to_be_noted(seen_at=EIGHT, at=EIGHT + timedelta(seconds=59))
    assert is_to_be_noted(seen_at=EIGHT, at=EIGHT + timedelta(seconds=60))
