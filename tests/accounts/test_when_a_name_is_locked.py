"""The moment from which a name may be tried again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.organisation.accounts.rules.lockout import Failures, locked_until, name_as_counted

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


def until(*groups, at=NOON):
    failures = [
        Failures(count=count, last_at=NOON - timedelta(minutes=minutes))
        for count, minutes in groups
    ]
    opens = locked_until(failures, limit=5, lasts=QUARTER, at=at)
    return opens and (opens - NOON) / timedelta(minutes=1)


@pytest.mark.parametrize(
    ("groups", "minutes"),
    [
        ([], None),
        ([(4, 0)], None),
        ([(5, 0)], 15),
        ([(5, 10)], 5),
        ([(5, 15)], None),
        # Three with one browser ten minutes ago and two with another just now.
        ([(3, 10), (2, 0)], 5),
        ([(7, 10), (9, 2)], 13),
        ([(4, 14), (5, 1), (1, 12)], 14),
    ],
)
def test_five_failures_lock_for_a_quarter_of_an_hour(groups, minutes):
    assert until(*groups) == minutes


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(0, 20)), max_size=6))
def test_it_is_open_at_the_moment_that_was_told_and_not_before(groups):
    opens = until(*groups)
    if opens is not None:
        moment = NOON + timedelta(minutes=opens)
        assert until(*groups, at=moment) is None
        assert until(*groups, at=moment - timedelta(seconds=1)) is not None


def test_a_name_is_counted_however_it_is_written():
    assert name_as_counted(" Hoà.LE ") == name_as_counted("hoà.le")
    assert name_as_counted("hoa\u0300") == name_as_counted("hoà")
