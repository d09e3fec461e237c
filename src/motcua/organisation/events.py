"""What the organisation tells the areas above, by numbers only."""

from dataclasses import dataclass
from datetime import date

from motcua.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFounded(Event):
    """A unit was recorded, perhaps for a day to come."""

    unit_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitEnded(Event):
    """The end of a unit was recorded, perhaps for a day to come."""

    unit_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarChanged(Event):
    """A day was put into the calendar or withdrawn; deadlines over it may move."""

    day: date
