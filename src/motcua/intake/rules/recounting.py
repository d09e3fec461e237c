"""What a changed calendar does to deadlines that were promised before."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.catalogue.rules.terms import TimeLimit
from motcua.intake.rules.clocks import ClockEvent, indicator_clock, last_start, was_put_off
from motcua.intake.rules.deadlines import at_time, deadline, local
from motcua.intake.rules.timeline import Happening
from motcua.organisation.rules.calendar import WorkingCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineChange:
    """What a recount does to one dossier."""

    dossier_id: int
    code: str
    old_due_at: datetime
    new_due_at: datetime
    old_indicator_due_at: datetime
    new_indicator_due_at: datetime
    new_indicator_base_at: datetime

    @property
    def changes_anything(self) -> bool:
        """Tell whether a due moment is another one."""
        return (
            self.old_due_at != self.new_due_at
            or self.old_indicator_due_at != self.new_indicator_due_at
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """A running dossier as it was promised."""

    dossier_id: int
    code: str
    due_at: datetime
    indicator_due_at: datetime
    limit: TimeLimit
    events: Sequence[ClockEvent]


def recount(promised: Promised, *, calendar: WorkingCalendar, as_of: datetime) -> DeadlineChange:
    """Return what a dossier's deadlines are over another calendar.

    A day that was given by a re-appointment stays, unless offices are closed on it now: then it
    is the next working day. All else is counted anew from where it was counted from.
    """
    events = list(promised.events)
    if was_put_off(events):
        due_at = base = _open_again(promised.due_at, calendar)
    else:
        due_at = _count(last_start(events), promised.limit, calendar)
        base = _count(_received_at(events), promised.limit, calendar)
    recounted = ClockEvent(
        kind=Happening.DEADLINE_RECALCULATED, at=as_of, due_at=due_at, indicator_base_at=base
    )
    clock = indicator_clock(
        [*events, recounted], limit=promised.limit, calendar=calendar, as_of=as_of
    )
    return DeadlineChange(
        dossier_id=promised.dossier_id,
        code=promised.code,
        old_due_at=promised.due_at,
        new_due_at=due_at,
        old_indicator_due_at=promised.indicator_due_at,
        new_indicator_due_at=clock.due_at,
        new_indicator_base_at=base,
    )


def digest_of(changes: Iterable[DeadlineChange]) -> str:
    """Return the SHA-256, in hex, of a plan, so that what is applied is what was looked at."""
    said = [
        [
            change.dossier_id,
            change.old_due_at.timestamp(),
            change.new_due_at.timestamp(),
            change.new_indicator_due_at.timestamp(),
        ]
        for change in sorted(changes, key=lambda change: change.dossier_id)
    ]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _count(start: datetime, limit: TimeLimit, calendar: WorkingCalendar) -> datetime:
    return deadline(limit, received_at=start, calendar=calendar).due_at


def _received_at(events: Sequence[ClockEvent]) -> datetime:
    return next(event.at for event in events if event.kind is Happening.RECEIVED)


def _open_again(due_at: datetime, calendar: WorkingCalendar) -> datetime:
    day = local(due_at).date()
    opens = calendar.on_or_after(day)
    return due_at if opens == day else at_time(opens, calendar.hours.closes_at)
