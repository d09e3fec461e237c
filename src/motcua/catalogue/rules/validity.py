"""Days on which something holds: from its first day up to the day it holds no more.

Nothing holds twice on one day. Between two versions there may be days without any: a procedure
that is suspended and offered again later.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days from `valid_from` up to `valid_to`, that day not included; without end if none."""

    valid_from: date
    valid_to: date | None = None

    @property
    def is_possible(self) -> bool:
        """Tell whether the period has at least one day."""
        return self.valid_to is None or self.valid_to > self.valid_from

    def holds_on(self, day: date) -> bool:
        """Tell whether a day is one of these."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


def first_overlap(periods: Iterable[Period]) -> date | None:
    """Return the first day that two of the periods share, or nothing if none do."""
    in_order = sorted(periods, key=lambda period: period.valid_from)
    return next(
        (
            later.valid_from
            for earlier, later in pairwise(in_order)
            if earlier.valid_to is None or earlier.valid_to > later.valid_from
        ),
        None,
    )


def ending(first_days: Iterable[date]) -> dict[date, date | None]:
    """Return for each first day the next one, on which what began before ends."""
    in_order = sorted(set(first_days))
    return {day: following for day, following in pairwise([*in_order, None]) if day is not None}


def in_turn(periods: Iterable[Period]) -> list[Period]:
    """Return periods in their order, each one without an end ended by the next one's beginning."""
    given = list(periods)
    ends = ending(period.valid_from for period in given)
    return [
        Period(valid_from=period.valid_from, valid_to=period.valid_to or ends[period.valid_from])
        for period in sorted(given, key=lambda period: period.valid_from)
    ]
