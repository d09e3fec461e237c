"""When work that comes again and again falls due."""

from datetime import UTC, datetime, timedelta
from typing import Final

MIDNIGHT: Final = datetime(1969, 12, 31, 17, tzinfo=UTC)
"""A midnight in Vietnam: whatever comes once a day comes when the offices' day begins."""


def period_start(*, every: timedelta, at: datetime) -> datetime:
    """Return the beginning of the period that a moment lies in.

    Periods lie end to end from a midnight in Vietnam, whose clocks never change, so every process
    finds the same beginning, and a day's work is due at midnight there and an hour's on the hour.
    """
    return at.astimezone(UTC) - (at - MIDNIGHT) % every


def once_key(*, name: str, start: datetime) -> str:
    """Return the key that makes the work of one period be asked for once."""
    return f"{name}@{start:%Y-%m-%dT%H:%MZ}"
