"""The plots that the dossiers of the example follow, and how many follow each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Deed(StrEnum):
    """Something that an officer does with a dossier."""

    REGISTER = "register"
    RECEIVE = "receive"
    RECEIVE_REGISTERED = "receive_registered"
    RECEIVE_AT_ONCE = "receive_at_once"
    REFUSE_AT_COUNTER = "refuse_at_counter"
    ASK_AT_COUNTER = "ask_at_counter"
    HAND_OVER = "hand_over"
    TAKE_OVER = "take_over"
    CONSULT = "consult"
    ANSWER = "answer"
    ASK_SUPPLEMENT = "ask_supplement"
    TAKE_SUPPLEMENT = "take_supplement"
    ASK_PAYMENT = "ask_payment"
    RECORD_PAYMENT = "record_payment"
    REAPPOINT = "reappoint"
    SETTLE = "settle"
    REFUSE = "refuse"
    STOP = "stop"
    WITHDRAW = "withdraw"
    RETURN = "return"


class Turn(StrEnum):
    """How a story must have turned out by now."""

    ANY = "any"
    DUE_TODAY = "due_today"
    """On the next working day, where today is none."""

    DUE_LATER = "due_later"
    OVERDUE = "overdue"
    IN_TIME = "in_time"
    LATE = "late"
    APOLOGISED_IN_TIME = "apologised_in_time"
    APOLOGISED_LATE = "apologised_late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """One deed of a plot, and how many working days after the one before."""

    deed: Deed
    days: tuple[int, int] = (0, 0)


LONG_AGO: Final = 70
LATELY: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """What is done with a dossier, one deed after the other."""

    name: str
    beats: tuple[Beat, ...]
    turn: Turn = Turn.ANY
    window: int = LONG_AGO
    """In how many of the last working days it may begin."""

    online: bool = False


def _beats(*said: Deed | tuple[Deed, int, int]) -> tuple[Beat, ...]:
    return tuple(
        Beat(deed=one[0], days=(one[1], one[2])) if isinstance(one, tuple) else Beat(deed=one)
        for one in said
    )


_D = Deed
_IN_HAND: Final = (_D.RECEIVE, _D.HAND_OVER, _D.TAKE_OVER)
_ONLINE_IN_HAND: Final = (_D.REGISTER, (_D.RECEIVE_REGISTERED, 0, 1), _D.HAND_OVER, _D.TAKE_OVER)
_SETTLED: Final = (*_IN_HAND, (_D.SETTLE, 0, 9))
_WAITING: Final = (*_IN_HAND, (_D.ASK_SUPPLEMENT, 0, 2))
_COMPLETED: Final = (*_WAITING, (_D.TAKE_SUPPLEMENT, 1, 8))

PLOTS: Final[tuple[tuple[Plot, int], ...]] = (
    (
        Plot(name="returned", beats=_beats(*_SETTLED, (_D.RETURN, 0, 4)), turn=Turn.IN_TIME),
        96,
    ),
    (
        Plot(
            name="online_returned",
            beats=_beats(*_ONLINE_IN_HAND, (_D.SETTLE, 0, 8), (_D.RETURN, 0, 2)),
            turn=Turn.IN_TIME,
            online=True,
        ),
        24,
    ),
    (
        Plot(
            name="returned_late",
            beats=_beats(*_IN_HAND, (_D.SETTLE, 2, 20), (_D.RETURN, 0, 3)),
            turn=Turn.LATE,
        ),
        7,
    ),
    (Plot(name="at_once", beats=_beats(_D.RECEIVE_AT_ONCE)), 24),
    (Plot(name="at_once_today", beats=_beats(_D.RECEIVE_AT_ONCE), window=1), 3),
    (Plot(name="settled", beats=_beats(*_SETTLED), turn=Turn.IN_TIME, window=25), 18),
    (
        Plot(name="settled_lately", beats=_beats(*_SETTLED), turn=Turn.IN_TIME, window=LATELY),
        4,
    ),
    (
        Plot(
            name="refused_after_appraisal",
            beats=_beats(*_IN_HAND, (_D.REFUSE, 1, 9)),
            turn=Turn.IN_TIME,
        ),
        4,
    ),
    (Plot(name="registered", beats=_beats(_D.REGISTER), window=2, online=True), 6),
    (Plot(name="received", beats=_beats(_D.RECEIVE), window=2), 8),
    (Plot(name="handed_over", beats=_beats(_D.RECEIVE, _D.HAND_OVER), window=LATELY), 7),
    (Plot(name="due_today", beats=_beats(*_IN_HAND), turn=Turn.DUE_TODAY), 9),
    (Plot(name="overdue", beats=_beats(*_IN_HAND), turn=Turn.OVERDUE, window=14), 8),
    (Plot(name="in_settlement", beats=_beats(*_IN_HAND), turn=Turn.DUE_LATER), 28),
    (
        Plot(
            name="online_in_settlement",
            beats=_beats(*_ONLINE_IN_HAND),
            turn=Turn.DUE_LATER,
            online=True,
        ),
        8,
    ),
    (
        Plot(name="consulted", beats=_beats(*_IN_HAND, (_D.CONSULT, 0, 2)), turn=Turn.DUE_LATER),
        3,
    ),
    (
        Plot(
            name="consulted_and_settled",
            beats=_beats(
                *_IN_HAND, (_D.CONSULT, 0, 1), (_D.ANSWER, 0, 2), (_D.SETTLE, 0, 4), _D.RETURN
            ),
            turn=Turn.IN_TIME,
        ),
        4,
    ),
    (Plot(name="asked_at_counter", beats=_beats(_D.ASK_AT_COUNTER), window=8), 5),
    (Plot(name="supplement_waited_for", beats=_beats(*_WAITING), window=15), 8),
    (Plot(name="supplemented", beats=_beats(*_COMPLETED), turn=Turn.DUE_LATER), 6),
    (
        Plot(
            name="supplemented_and_returned",
            beats=_beats(*_COMPLETED, (_D.SETTLE, 1, 8), (_D.RETURN, 0, 3)),
            turn=Turn.IN_TIME,
        ),
        8,
    ),
    (
        Plot(
            name="asked_twice",
            beats=_beats(*_COMPLETED, (_D.ASK_SUPPLEMENT, 1, 2)),
            window=25,
        ),
        2,
    ),
    (Plot(name="payment_asked", beats=_beats(*_IN_HAND, (_D.ASK_PAYMENT, 0, 3)), window=20), 6),
    (
        Plot(
            name="paid",
            beats=_beats(*_IN_HAND, (_D.ASK_PAYMENT, 0, 2), (_D.RECORD_PAYMENT, 0, 3)),
            turn=Turn.DUE_LATER,
        ),
        4,
    ),
    (
        Plot(
            name="put_off",
            beats=_beats(*_IN_HAND, (_D.REAPPOINT, 1, 12)),
            turn=Turn.APOLOGISED_IN_TIME,
        ),
        4,
    ),
    (
        Plot(
            name="put_off_late",
            beats=_beats(*_IN_HAND, (_D.REAPPOINT, 2, 16)),
            turn=Turn.APOLOGISED_LATE,
            window=20,
        ),
        2,
    ),
    (Plot(name="not_accepted", beats=_beats(_D.REFUSE_AT_COUNTER)), 6),
    (Plot(name="withdrawn", beats=_beats(*_IN_HAND, (_D.WITHDRAW, 0, 3))), 4),
    (Plot(name="stopped", beats=_beats(*_IN_HAND, (_D.STOP, 1, 6))), 3),
)
"""About three hundred dossiers, as an office of three counters has them on an ordinary day."""


def one_of_each() -> tuple[tuple[Plot, int], ...]:
    """Return every plot once, for a quick look at everything there is."""
    return tuple((plot, 1) for plot, _ in PLOTS)
