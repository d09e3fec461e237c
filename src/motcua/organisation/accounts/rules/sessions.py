"""How long somebody stays signed in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

NOTED_EVERY: Final = timedelta(minutes=1)
"""How exactly the last request is known; more often would be a write with every click."""


class Ending(StrEnum):
    """Why a session ended without the person's doing."""

    IDLE = "idle"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long a session lasts without a request, and at the longest."""

    idle: timedelta
    longest: timedelta


def ending_of(
    *, began_at: datetime, seen_at: datetime, at: datetime, limits: Limits
) -> Ending | None:
    """Return why a session is over at a moment, or nothing while it goes on.

    The moment a limit is reached belongs to the end. A clock that was set back ends nothing.
    """
    if at - began_at >= limits.longest:
        return Ending.TOO_LONG
    if at - seen_at >= limits.idle:
        return Ending.IDLE
    return None


def is_to_be_noted(*, seen_at: datetime, at: datetime) -> bool:
    """Tell whether the request of a moment moves the time of the last one."""
    return at - seen_at >= NOTED_EVERY
