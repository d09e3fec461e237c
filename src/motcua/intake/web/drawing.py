"""The life of a dossier drawn on a line: both clocks, what does not count, today and the due day.

Places are percentages of the width, so that the drawing needs no style of its own and fits any
screen; what is drawn is said in words beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from motcua.intake.models import Dossier
from motcua.intake.queries import WhyThisDate
from motcua.intake.rules.clocks import Exclusion, IndicatorClock, LegalClock, Timeliness

LEFT: Final = 35
RIGHT: Final = 65
LATE: Final = Timeliness.LATE
MARGIN: Final = 3.0
"""Room at both ends, in percent, so that no mark is cut off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something at one moment."""

    x: float
    at: datetime
    kind: str = ""

    @property
    def anchor(self) -> str:
        """Return which end of a word stands at the mark, so that it stays in the picture."""
        if self.x < LEFT:
            return "start"
        return "end" if self.x > RIGHT else "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Something that lasts from one moment to another."""

    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One clock: how long it runs, what of it does not count, and when it is due."""

    runs: Stretch
    pauses: tuple[Stretch, ...]
    due: Mark
    overrun: Stretch | None
    """From the due moment to the end, or to now, where that is later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The whole picture."""

    marks: tuple[Mark, ...]
    legal: Lane
    indicator: Lane
    today: Mark | None
    """Nothing once the dossier has ended."""

    @property
    def named(self) -> tuple[Mark, ...]:
        """Return the marks with a word beside them: the beginning, and the end if far from it."""
        first, last = self.marks[0], self.marks[-1]
        return (first, last) if self.today is None and last.x > RIGHT else (first,)


def drawing_of(dossier: Dossier, why: WhyThisDate, *, at: datetime) -> Drawing:
    """Return the picture of a received dossier as it stands at a moment."""
    legal, indicator = why.clocks.legal, why.clocks.indicator
    events = [event for event in dossier.events.all() if event.at <= at]
    is_over = legal.ended_at is not None
    moments = [dossier.registered_at, legal.due_at, indicator.due_at, *(e.at for e in events)]
    scale = Scale.over(moments if is_over else [*moments, at])
    end = legal.ended_at or at
    received = dossier.received_at or dossier.registered_at
    return Drawing(
        marks=tuple(
            Mark(
                x=scale.x(event.at),
                at=event.at,
                kind=event.kind,
            )
            for event in events
        ),
        legal=_lane(scale, received, legal, is_late=legal.timeliness is LATE, end=end),
        indicator=_lane(scale, received, indicator, is_late=indicator.timeliness is LATE, end=end),
        today=None if is_over else Mark(x=scale.x(at), at=at),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Where a moment stands in the picture, in percent of its width."""

    begin: datetime
    length: timedelta

    @classmethod
    def over(cls, moments: Iterable[datetime]) -> "Scale":
        """Return the scale on which all of some moments have their place."""
        known = sorted(moments)
        return cls(begin=known[0], length=max(known[-1] - known[0], timedelta(hours=1)))

    def x(self, at: datetime) -> float:
        """Return the place of a moment; what lies outside stands at the edge."""
        share = (at - self.begin) / self.length
        return round(MARGIN + (100 - 2 * MARGIN) * min(max(share, 0.0), 1.0), 2)

    def stretch(self, begin: datetime, end: datetime) -> Stretch:
        """Return the place of a stretch of time, wide enough to be seen."""
        x = self.x(begin)
        return Stretch(x=x, width=round(max(self.x(end) - x, 0.3), 2))


def _lane(
    scale: Scale,
    begin: datetime,
    clock: LegalClock | IndicatorClock,
    *,
    is_late: bool,
    end: datetime,
) -> Lane:
    due_at = clock.due_at
    return Lane(
        runs=scale.stretch(begin, max(due_at, begin)),
        pauses=tuple(
            scale.stretch(pause.begins_at, _end(pause, end)) for pause in clock.exclusions
        ),
        due=Mark(x=scale.x(due_at), at=due_at),
        overrun=scale.stretch(due_at, end) if is_late and end > due_at else None,
    )


def _end(pause: Exclusion, end: datetime) -> datetime:
    """Return when a pause ends; the indicators' clock closes one that lasts where it began."""
    lasts = pause.ends_at is None or pause.ends_at == pause.begins_at
    return max(end, pause.begins_at) if lasts or pause.ends_at is None else pause.ends_at
