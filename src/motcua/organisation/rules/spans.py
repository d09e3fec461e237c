"""Spans of days: from a first day to the first day on which it is over."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from motcua.organisation.errors import DaysInWrongOrder

EARLIEST: Final = date(1945, 1, 1)
LATEST: Final = date(2199, 12, 31)
"""What lies outside was mistyped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days from `valid_from` until before `valid_to`; without it, without end."""

    valid_from: date
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether a day is one of them."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    def meets(self, other: "Span") -> bool:
        """Tell whether the two have a day in common."""
        return _begins_before(self, other.valid_to) and _begins_before(other, self.valid_to)

    def outlasts(self, other: "Span") -> bool:
        """Tell whether this goes on after the other has ended."""
        if other.valid_to is None:
            return False
        return self.valid_to is None or self.valid_to > other.valid_to


def _begins_before(span: Span, end: date | None) -> bool:
    return end is None or span.valid_from < end


def checked_span(valid_from: date, valid_to: date | None) -> Span:
    """Return the span between two days; refuses with `DaysInWrongOrder`, also for no day at all."""
    if valid_to is not None and valid_to <= valid_from:
        raise DaysInWrongOrder(valid_from=valid_from, valid_to=valid_to, field="valid_to")
    return Span(valid_from=valid_from, valid_to=valid_to)
