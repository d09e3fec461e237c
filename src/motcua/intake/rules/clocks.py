"""The two clocks of a dossier, kept apart because two texts measure differently.

The law's clock starts again from zero when the complete dossier arrives after a supplement
(NĐ 61/2018/NĐ-CP Điều 19.4). The clock of QĐ 766/QĐ-TTg goes on and leaves the time of the
supplement out, and takes a dossier with more than one supplement request for overdue.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

from motcua.catalogue.rules.terms import TimeLimit
from motcua.intake.errors import ClockNeverStarted, EventsOutOfOrder
from motcua.intake.rules.deadlines import deadline, local, slip_due
from motcua.intake.rules.law import INDICATORS
from motcua.intake.rules.timeline import Happening
from motcua.organisation.rules.calendar import WorkingCalendar

MOST_SUPPLEMENTS: Final = 1
"""QĐ 766, indicator 2.1: more than one supplement request counts as overdue."""


class Timeliness(StrEnum):
    """How a dossier, or a step of it, stands to its due moment."""

    EARLY = "truoc_han"
    """Done on a day before the due day."""

    ON_TIME = "dung_han"
    IN_TIME = "trong_han"
    """Not done, and not due yet."""

    LATE = "qua_han"


class Defect(StrEnum):
    """What was not as the law wants it, though it was done."""

    SECOND_SUPPLEMENT = "second_supplement"
    LATE_SLIP = "late_slip"
    LATE_APOLOGY = "late_apology"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockEvent:
    """Something that starts, stops or moves a clock."""

    kind: Happening
    at: datetime
    ground: str = ""
    due_at: datetime | None = None
    """What was promised by it: at a reception, a restart, a re-appointment, a recount."""

    indicator_base_at: datetime | None = None
    """After a recount, what the indicators count from in place of the first promise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """A stretch of time that does not count."""

    begins_at: datetime
    ends_at: datetime | None
    """Nothing while it lasts."""

    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalClock:
    """Where a dossier stands by the law."""

    started_at: datetime
    """The reception, or the arrival of the complete dossier that started the clock anew."""

    due_at: datetime
    is_waiting: bool
    """A supplement is being waited for, and nothing is due meanwhile."""

    ended_at: datetime | None
    timeliness: Timeliness
    exclusions: tuple[Exclusion, ...] = ()
    defects: tuple[Defect, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorClock:
    """Where a dossier stands by the formula of QĐ 766."""

    base_due_at: datetime
    """The promised moment, before any exclusion."""

    due_at: datetime
    """The promised moment and the excluded time after it: measured by the clock on the wall."""

    ended_at: datetime
    """What the formula compares: an end, a pending supplement, or the end of the period."""

    is_ended: bool
    supplements: int
    timeliness: Timeliness
    exclusions: tuple[Exclusion, ...] = ()


SETTLING: Final = frozenset({Happening.SETTLED, Happening.REFUSED})
BREAKING_OFF: Final = frozenset({Happening.STOPPED, Happening.NOT_ACCEPTED, Happening.WITHDRAWN})
ENDS_BY_RANK: Final = (SETTLING, frozenset({Happening.RETURNED}), BREAKING_OFF)
"""Which end counts where there are several (QĐ 766, description of indicator 2.1)."""


def timeliness(*, done_at: datetime, due_at: datetime) -> Timeliness:
    """Return whether something done was early, on time or late."""
    if done_at > due_at:
        return Timeliness.LATE
    earlier = local(done_at).date() < local(due_at).date()
    return Timeliness.EARLY if earlier else Timeliness.ON_TIME


def legal_clock(
    events: Sequence[ClockEvent],
    *,
    limit: TimeLimit,
    calendar: WorkingCalendar,
    as_of: datetime,
) -> LegalClock:
    """Return where a dossier stands by the law at a moment.

    Events come in the order of their times; later ones than the moment are left out. Where an
    event promised no due moment, it is counted from the time limit of the procedure.
    """
    seen = _until(events, as_of)
    walk = _LegalWalk(limit=limit, calendar=calendar)
    for event in _from_reception(seen):
        walk.take(event)
    ended_at = _end(seen)
    return LegalClock(
        started_at=walk.started_at,
        due_at=walk.due_at,
        is_waiting=walk.waiting_since is not None and ended_at is None,
        ended_at=ended_at,
        timeliness=_legal_timeliness(walk, ended_at=ended_at, as_of=as_of),
        exclusions=walk.all_exclusions(ended_at),
        defects=_defects(seen, calendar),
    )


def indicator_clock(
    events: Sequence[ClockEvent],
    *,
    limit: TimeLimit,
    calendar: WorkingCalendar,
    as_of: datetime,
) -> IndicatorClock:
    """Return where a dossier stands by QĐ 766 at a moment, the end of a period say."""
    seen = _until(events, as_of)
    received, *later = _from_reception(seen)
    base = received.due_at or _counted(received.at, limit, calendar)
    pauses: list[Exclusion] = []
    for event in later:
        if event.kind is Happening.REAPPOINTED and event.due_at is not None:
            # The new day was promised in the knowledge of every pause before it.
            base, pauses = event.due_at, []
        elif event.kind is Happening.DEADLINE_RECALCULATED:
            base = event.indicator_base_at or base
        else:
            pauses = _paused(pauses, event)
    end = _end(seen)
    asked = sum(event.kind is Happening.SUPPLEMENT_ASKED for event in seen)
    counted_end = end or _pending_since(pauses, asked) or as_of
    exclusions = tuple(_closed(pause, counted_end) for pause in pauses)
    due_at = base + sum(
        ((pause.ends_at or counted_end) - pause.begins_at for pause in exclusions), timedelta(0)
    )
    late = asked > MOST_SUPPLEMENTS or counted_end > due_at
    return IndicatorClock(
        base_due_at=base,
        due_at=due_at,
        ended_at=counted_end,
        is_ended=end is not None,
        supplements=asked,
        timeliness=_indicator_timeliness(counted_end, due_at, late=late, is_ended=end is not None),
        exclusions=exclusions,
    )


@dataclass(slots=True, kw_only=True)
class _LegalWalk:
    """The clock of the law while the events are gone through."""

    limit: TimeLimit
    calendar: WorkingCalendar
    started_at: datetime = field(init=False)
    due_at: datetime = field(init=False)
    waiting_since: datetime | None = None
    waiting_ground: str = ""
    exclusions: list[Exclusion] = field(default_factory=list)

    def take(self, event: ClockEvent) -> None:
        """Let one event do to the clock what it does."""
        if event.kind is Happening.RECEIVED:
            self._start(event)
        elif event.kind is Happening.SUPPLEMENT_ASKED:
            self.waiting_since, self.waiting_ground = event.at, event.ground
        elif event.kind is Happening.SUPPLEMENT_RECEIVED:
            self._leave_out(event)
            self._start(event)
        elif event.kind in {Happening.REAPPOINTED, Happening.DEADLINE_RECALCULATED}:
            self.due_at = event.due_at or self.due_at

    def all_exclusions(self, ended_at: datetime | None) -> tuple[Exclusion, ...]:
        """Return what did not count, with the wait that still lasts."""
        if self.waiting_since is None:
            return tuple(self.exclusions)
        waiting = Exclusion(
            begins_at=self.waiting_since, ends_at=ended_at, ground=self.waiting_ground
        )
        return (*self.exclusions, waiting)

    def _start(self, event: ClockEvent) -> None:
        self.started_at = event.at
        self.due_at = event.due_at or _counted(event.at, self.limit, self.calendar)
        self.waiting_since = None

    def _leave_out(self, event: ClockEvent) -> None:
        """Leave out everything from the last start on: the time is counted from zero again."""
        self.exclusions.append(
            Exclusion(begins_at=self.started_at, ends_at=event.at, ground=event.ground)
        )


def _legal_timeliness(
    walk: _LegalWalk, *, ended_at: datetime | None, as_of: datetime
) -> Timeliness:
    # Nothing is due while the citizen is waited for; what was late before stays late.
    stood_at = walk.waiting_since or ended_at or as_of
    if ended_at is not None:
        return timeliness(done_at=stood_at, due_at=walk.due_at)
    return Timeliness.IN_TIME if stood_at <= walk.due_at else Timeliness.LATE


def _indicator_timeliness(
    end: datetime, due_at: datetime, *, late: bool, is_ended: bool
) -> Timeliness:
    if late:
        return Timeliness.LATE
    return timeliness(done_at=end, due_at=due_at) if is_ended else Timeliness.IN_TIME


def _defects(events: Sequence[ClockEvent], calendar: WorkingCalendar) -> tuple[Defect, ...]:
    asked = [event for event in events if event.kind is Happening.SUPPLEMENT_ASKED]
    received_at = _from_reception(events)[0].at
    after = [event for event in asked if event.at >= received_at]
    defects = []
    if len(asked) > MOST_SUPPLEMENTS:
        defects.append(Defect.SECOND_SUPPLEMENT)
    if after and after[0].at > slip_due(received_at=received_at, calendar=calendar).due_at:
        defects.append(Defect.LATE_SLIP)
    if any(event.kind is Happening.APOLOGISED_LATE for event in events):
        defects.append(Defect.LATE_APOLOGY)
    return tuple(defects)


def _until(events: Iterable[ClockEvent], as_of: datetime) -> list[ClockEvent]:
    seen = [event for event in events if event.at <= as_of]
    if any(later.at < earlier.at for earlier, later in pairwise(seen)):
        raise EventsOutOfOrder
    return seen


def _from_reception(events: Sequence[ClockEvent]) -> Sequence[ClockEvent]:
    for place, event in enumerate(events):
        if event.kind is Happening.RECEIVED:
            return events[place:]
    raise ClockNeverStarted


def _end(events: Sequence[ClockEvent]) -> datetime | None:
    for kinds in ENDS_BY_RANK:
        for event in events:
            if event.kind in kinds:
                return event.at
    return None


def _counted(at: datetime, limit: TimeLimit, calendar: WorkingCalendar) -> datetime:
    return deadline(limit, received_at=at, calendar=calendar).due_at


def _paused(pauses: list[Exclusion], event: ClockEvent) -> list[Exclusion]:
    if event.kind is Happening.SUPPLEMENT_ASKED:
        ground = event.ground or INDICATORS
        return [*pauses, Exclusion(begins_at=event.at, ends_at=None, ground=ground)]
    if event.kind is Happening.SUPPLEMENT_RECEIVED:
        return [_closed(pause, event.at) for pause in pauses]
    return pauses


def _closed(pause: Exclusion, at: datetime) -> Exclusion:
    if pause.ends_at is not None:
        return pause
    return Exclusion(begins_at=pause.begins_at, ends_at=at, ground=pause.ground)


def _pending_since(pauses: Sequence[Exclusion], asked: int) -> datetime | None:
    """Return since when the one supplement is waited for, which then counts as the end."""
    if asked == 1 and pauses and pauses[-1].ends_at is None:
        return pauses[-1].begins_at
    return None


def last_start(events: Sequence[ClockEvent]) -> datetime:
    """Return when the law's clock was last started: at reception, or after a supplement.

    Refuses with `ClockNeverStarted`.
    """
    starting = {Happening.RECEIVED, Happening.SUPPLEMENT_RECEIVED}
    return [event.at for event in _from_reception(events) if event.kind in starting][-1]


def was_put_off(events: Sequence[ClockEvent]) -> bool:
    """Tell whether a re-appointment set the due day since the clock was last started."""
    begun = last_start(events)
    return any(event.kind is Happening.REAPPOINTED and event.at >= begun for event in events)
