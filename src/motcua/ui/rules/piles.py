"""What waits for one person, as the first page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from motcua.ui.rules.days import Due


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do, and where it is done."""

    title: str
    address: str
    detail: str = ""
    due: Due | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """Things of one sort that wait, the most urgent first."""

    title: str
    tasks: Sequence[Task]
    count: int
    """How many there are in all; `tasks` may show fewer."""

    address: str = ""
    """Where all of them are listed."""
