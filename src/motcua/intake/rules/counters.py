"""Whether a unit gives out codes itself."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Mode(StrEnum):
    """How Motcua stands to the one-stop system that a province has by law."""

    BESIDE = "beside"
    """Dossiers come from the provincial system and keep its codes; results go back to it."""

    OWN = "own"
    """Motcua is the counter, and gives out the codes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterDecision:
    """What was decided about a unit's counter, and by which document."""

    unit_id: int
    mode: Mode
    document: str
    valid_from: date
    system: str = ""
    """The provincial system, where the unit stands beside it."""
