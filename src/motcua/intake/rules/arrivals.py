"""What must have happened to a dossier for another system to tell of it as it does."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from motcua.intake.errors import PayloadMalformed
from motcua.intake.rules.clocks import ClockEvent
from motcua.intake.rules.provincial import ProvincialDossier, ProvincialSupplement
from motcua.intake.rules.states import ACCEPTED, DossierState
from motcua.intake.rules.timeline import Happening

SETTLED: Final = frozenset({DossierState.SETTLED, DossierState.RETURNED})
NOT_YET: Final = frozenset({DossierState.REGISTERED, DossierState.NOT_ACCEPTED})
BROKEN_OFF: Final = {
    DossierState.NOT_ACCEPTED: Happening.NOT_ACCEPTED,
    DossierState.WITHDRAWN: Happening.WITHDRAWN,
    DossierState.STOPPED: Happening.STOPPED,
}
CLOCKS_DIFFER: Final = timedelta(days=1)
"""How far the clock of another system may go ahead of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The life of a dossier as far as it was told."""

    received_at: datetime | None
    settled_at: datetime | None
    returned_at: datetime | None
    ended_at: datetime | None
    """When it ended without a result."""

    supplements: tuple[ProvincialSupplement, ...]
    events: tuple[ClockEvent, ...]
    """In the order of their times."""


def history_of(told: ProvincialDossier, *, at: datetime) -> History:
    """Return the history of a dossier, or refuse with `PayloadMalformed`.

    Times that contradict the state or one another are refused and not put right: nobody here
    knows which of them is true.
    """
    received_at = None if told.state in NOT_YET else told.received_at
    if told.state in ACCEPTED and received_at is None:
        raise PayloadMalformed(field="received_at", why="missing")
    settled_at = (told.settled_at or told.returned_at) if told.state in SETTLED else None
    if told.state in SETTLED and settled_at is None:
        raise PayloadMalformed(field="settled_at", why="missing")
    supplements = _answered(told.supplements)
    history = History(
        received_at=received_at,
        settled_at=settled_at,
        returned_at=told.returned_at if told.state is DossierState.RETURNED else None,
        ended_at=_ended_at(told),
        supplements=supplements,
        events=(),
    )
    events = tuple(sorted(_events(told, history), key=lambda event: event.at))
    _check(history, events, at=at)
    return History(
        received_at=history.received_at,
        settled_at=history.settled_at,
        returned_at=history.returned_at,
        ended_at=history.ended_at,
        supplements=supplements,
        events=events,
    )


def _events(told: ProvincialDossier, history: History) -> Iterator[ClockEvent]:
    answered = [row for row in history.supplements if row.answered_at is not None]
    if history.received_at is not None:
        # After a supplement the promise that is told is the one made then, not the first.
        due_at = None if answered else told.due_at
        yield ClockEvent(kind=Happening.RECEIVED, at=history.received_at, due_at=due_at)
    for row in history.supplements:
        yield ClockEvent(kind=Happening.SUPPLEMENT_ASKED, at=row.asked_at)
    for row in answered:
        last = row is answered[-1]
        due_at = row.due_after or (told.due_at if last else None)
        at = row.answered_at or row.asked_at
        yield ClockEvent(kind=Happening.SUPPLEMENT_RECEIVED, at=at, due_at=due_at)
    if history.settled_at is not None:
        yield ClockEvent(kind=Happening.SETTLED, at=history.settled_at)
    if history.returned_at is not None:
        yield ClockEvent(kind=Happening.RETURNED, at=history.returned_at)
    if history.ended_at is not None:
        yield ClockEvent(kind=BROKEN_OFF[told.state], at=history.ended_at)


def _ended_at(told: ProvincialDossier) -> datetime | None:
    if told.state not in BROKEN_OFF:
        return None
    last = max([told.handed_in_at, *(row.asked_at for row in told.supplements)])
    return told.refused_at or told.settled_at or told.returned_at or told.received_at or last


def _answered(told: tuple[ProvincialSupplement, ...]) -> tuple[ProvincialSupplement, ...]:
    """Close each request that another one followed: nobody asks again before an answer came."""
    rows = sorted(told, key=lambda row: row.asked_at)
    closed = [
        ProvincialSupplement(
            content=row.content,
            asked_at=row.asked_at,
            asked_by=row.asked_by,
            answered_at=row.answered_at or following.asked_at,
            due_after=row.due_after,
        )
        for row, following in pairwise(rows)
    ]
    return (*closed, *rows[-1:])


def _check(history: History, events: tuple[ClockEvent, ...], *, at: datetime) -> None:
    if events and events[-1].at > at + CLOCKS_DIFFER:
        raise PayloadMalformed(field=f"{events[-1].kind.value}_at", why="in_the_future")
    in_order = (
        (history.received_at, history.settled_at, "settled_at"),
        (history.settled_at, history.returned_at, "returned_at"),
        (history.received_at, history.ended_at, "ended_at"),
        *((row.asked_at, row.answered_at, "supplement_answered_at") for row in history.supplements),
    )
    for earlier, later, field in in_order:
        if earlier is not None and later is not None and later < earlier:
            raise PayloadMalformed(field=field, why="before_what_it_follows")
