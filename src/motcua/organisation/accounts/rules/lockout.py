"""How long a name stays closed at an address after too many failures."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.kernel.text import composed


@dataclass(frozen=True, slots=True, kw_only=True)
class Failures:
    """How often signing in failed with one browser, and when it last did."""

    count: int
    last_at: datetime


def name_as_counted(username: str) -> str:
    """Return the one form under which failures are counted: `Hoa` and `hoa ` are one person's."""
    return composed(username).casefold()


def locked_until(
    failures: Iterable[Failures], *, limit: int, lasts: timedelta, at: datetime
) -> datetime | None:
    """Return the moment from which a name may be tried again, or nothing if it may at once.

    Failures count for as long as a lock lasts, those of one browser together from their last; the
    lock opens with the first group whose going leaves less than the limit.
    """
    counting = sorted(
        (group for group in failures if group.last_at + lasts > at), key=lambda group: group.last_at
    )
    left = sum(group.count for group in counting)
    if left < limit:
        return None
    for group in counting:
        left -= group.count
        if left < limit:
            return group.last_at + lasts
    return None
