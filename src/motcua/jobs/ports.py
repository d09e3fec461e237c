"""What gets the jobs of the table done."""

from collections.abc import Callable
from typing import Protocol


class JobEngine(Protocol):
    """Runs the jobs that are due, on one machine or on many.

    The rows are the truth. An engine may lose every message of its own, and its workers may be
    killed at any moment: no job is lost, at most one runs again.
    """

    def work(self, *, until: Callable[[], bool]) -> None:
        """Run what is due and what others abandoned, until told that it is enough."""
        ...
