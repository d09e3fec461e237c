"""What can happen to a dossier, and what each of it does to the two clocks."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Happening(StrEnum):
    """A kind of event on the timeline of a dossier."""

    REGISTERED = "registered"
    RECEIVED = "received"
    NOT_ACCEPTED = "not_accepted"
    SUPPLEMENT_ASKED = "supplement_asked"
    SUPPLEMENT_RECEIVED = "supplement_received"
    HANDED_OVER = "handed_over"
    TAKEN_OVER = "taken_over"
    CONSULTED = "consulted"
    PAYMENT_ASKED = "payment_asked"
    PAID = "paid"
    REAPPOINTED = "reappointed"
    APOLOGISED_LATE = "apologised_late"
    """Apologised after the last day for it: the citizen has a new day, the clocks do not."""

    DEADLINE_RECALCULATED = "deadline_recalculated"
    SETTLED = "settled"
    REFUSED = "refused"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"
    RETURNED = "returned"
    IMPORTED = "imported"
    UPDATED = "updated"
    """The system that the dossier came from told a newer state of it."""


class Effect(StrEnum):
    """What an event does to one clock."""

    NONE = "none"
    START = "start"
    PAUSE = "pause"
    RESTART = "restart"
    """Counted from zero again."""

    RESUME = "resume"
    """Counted on, with the pause left out."""

    MOVE = "move"
    """Another due day takes the place of the old one."""

    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """What an event does to the clock of the law and to the clock of the indicators."""

    legal: Effect = Effect.NONE
    indicator: Effect = Effect.NONE


_BOTH_END: Final = Effects(legal=Effect.END, indicator=Effect.END)
_BOTH_MOVE: Final = Effects(legal=Effect.MOVE, indicator=Effect.MOVE)

EFFECTS: Final[Mapping[Happening, Effects]] = {
    Happening.RECEIVED: Effects(legal=Effect.START, indicator=Effect.START),
    Happening.SUPPLEMENT_ASKED: Effects(legal=Effect.PAUSE, indicator=Effect.PAUSE),
    # Here the two clocks part: NĐ 61/2018/NĐ-CP Điều 19.4 against the formula of QĐ 766.
    Happening.SUPPLEMENT_RECEIVED: Effects(legal=Effect.RESTART, indicator=Effect.RESUME),
    Happening.REAPPOINTED: _BOTH_MOVE,
    Happening.DEADLINE_RECALCULATED: _BOTH_MOVE,
    Happening.SETTLED: _BOTH_END,
    Happening.REFUSED: _BOTH_END,
    Happening.NOT_ACCEPTED: _BOTH_END,
    Happening.STOPPED: _BOTH_END,
    Happening.WITHDRAWN: _BOTH_END,
}


def effects_of(kind: Happening) -> Effects:
    """Return what an event does to the clocks; most do nothing."""
    return EFFECTS.get(kind, Effects())
