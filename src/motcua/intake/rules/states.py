"""The life of a dossier: the ten states of the national vocabulary, and the moves between them."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Final

from motcua.intake.errors import MoveRefused


class DossierState(IntEnum):
    """Where a dossier stands; the values are the codes every system of the country exchanges."""

    REGISTERED = 1
    """Handed in, and not yet looked at."""

    RECEIVED = 2
    NOT_ACCEPTED = 3
    """Refused at reception, with a slip that says why."""

    IN_SETTLEMENT = 4
    SUPPLEMENT_ASKED = 5
    PAYMENT_ASKED = 6
    WITHDRAWN = 7
    """At the citizen's own wish."""

    STOPPED = 8
    SETTLED = 9
    """The result is there, positive or a refusal; it waits for the citizen."""

    RETURNED = 10


_S = DossierState

MOVES: Final[Mapping[DossierState, frozenset[DossierState]]] = {
    # The three exits of reception (NĐ 61/2018/NĐ-CP Điều 17.1), or the citizen changes his mind.
    _S.REGISTERED: frozenset({_S.RECEIVED, _S.NOT_ACCEPTED, _S.SUPPLEMENT_ASKED, _S.WITHDRAWN}),
    # Straight to SETTLED where the result is given at once (Điều 17.4).
    _S.RECEIVED: frozenset(
        {
            _S.IN_SETTLEMENT,
            _S.SUPPLEMENT_ASKED,
            _S.PAYMENT_ASKED,
            _S.WITHDRAWN,
            _S.STOPPED,
            _S.SETTLED,
        }
    ),
    _S.NOT_ACCEPTED: frozenset(),
    # A refusal after appraisal is a result too (Điều 19.8), so it leads to SETTLED.
    _S.IN_SETTLEMENT: frozenset(
        {_S.SUPPLEMENT_ASKED, _S.PAYMENT_ASKED, _S.WITHDRAWN, _S.STOPPED, _S.SETTLED}
    ),
    # RECEIVED where the supplement completed the reception, else back into settlement (19.4).
    _S.SUPPLEMENT_ASKED: frozenset(
        {_S.RECEIVED, _S.IN_SETTLEMENT, _S.NOT_ACCEPTED, _S.WITHDRAWN, _S.STOPPED}
    ),
    _S.PAYMENT_ASKED: frozenset({_S.IN_SETTLEMENT, _S.WITHDRAWN, _S.STOPPED}),
    _S.WITHDRAWN: frozenset(),
    _S.STOPPED: frozenset(),
    _S.SETTLED: frozenset({_S.RETURNED}),
    _S.RETURNED: frozenset(),
}

OPEN: Final = frozenset({_S.RECEIVED, _S.IN_SETTLEMENT, _S.SUPPLEMENT_ASKED, _S.PAYMENT_ASKED})
"""Received, and the office still owes a result."""

RUNNING: Final = frozenset({_S.RECEIVED, _S.IN_SETTLEMENT, _S.PAYMENT_ASKED})
"""Open, and the clock of the law runs; asking for payment does not stop it."""

ACCEPTED: Final = frozenset(
    {_S.RECEIVED, _S.IN_SETTLEMENT, _S.PAYMENT_ASKED, _S.SETTLED, _S.RETURNED}
)
"""States that only a received dossier can be in; the others may also come before reception."""

ENDED: Final = frozenset(state for state, onward in MOVES.items() if not onward)


def move(*, current: DossierState, to: DossierState) -> DossierState:
    """Return the new state, or refuse with `MoveRefused`."""
    if to not in MOVES[current]:
        raise MoveRefused(current=current.name, to=to.name)
    return to


def can_become(current: DossierState, to: DossierState) -> bool:
    """Tell whether moves lead from one state to the other, seen or unseen ones between.

    Another system tells of a dossier now and then and not of every move.
    """
    seen: set[DossierState] = set()
    waiting = [current]
    while waiting:
        state = waiting.pop()
        if state not in seen:
            seen.add(state)
            waiting += MOVES[state]
    return to in seen
