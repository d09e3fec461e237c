"""Where a dossier stands, and why its due day is that one."""

from dataclasses import dataclass
from datetime import datetime

from motcua.catalogue.rules.terms import TimeLimit, TimeUnit
from motcua.intake.models import Dossier, Event
from motcua.intake.rules.clocks import (
    ClockEvent,
    IndicatorClock,
    LegalClock,
    indicator_clock,
    last_start,
    legal_clock,
    was_put_off,
)
from motcua.intake.rules.deadlines import Deadline, deadline, local
from motcua.intake.rules.timeline import Happening
from motcua.organisation.queries import working_calendar
from motcua.organisation.rules.calendar import WorkingCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockFace:
    """Both clocks of a dossier at one moment."""

    legal: LegalClock
    indicator: IndicatorClock


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyThisDate:
    """The answer to "why this day?": the days counted, and where both clocks stand."""

    count: Deadline
    """Every day from the last start of the law's clock, with its ground."""

    clocks: ClockFace
    was_put_off: bool
    """The day was set by a re-appointment, and not by the count alone."""


def limit_of(dossier: Dossier) -> TimeLimit:
    """Return how long the procedure may take, by the version of the dossier's reception."""
    version = dossier.procedure_version
    return TimeLimit(unit=TimeUnit(version.time_unit), amount=version.time_amount)


def clock_events_of(dossier: Dossier) -> list[ClockEvent]:
    """Return the timeline of a dossier as the clocks see it."""
    return [clock_event(row) for row in Event.objects.filter(dossier=dossier).order_by("at", "pk")]


def clock_event(row: Event) -> ClockEvent:
    """Return a row of the timeline as the clocks see it."""
    return ClockEvent(
        kind=Happening(row.kind),
        at=row.at,
        ground=row.ground,
        due_at=row.new_due_at,
        indicator_base_at=row.new_indicator_base_at,
    )


def clocks_at(
    events: list[ClockEvent], *, limit: TimeLimit, calendar: WorkingCalendar, as_of: datetime
) -> ClockFace:
    """Return where both clocks stand at a moment."""
    return ClockFace(
        legal=legal_clock(events, limit=limit, calendar=calendar, as_of=as_of),
        indicator=indicator_clock(events, limit=limit, calendar=calendar, as_of=as_of),
    )


def why_this_date(dossier: Dossier, *, as_of: datetime) -> WhyThisDate:
    """Explain the due day of a dossier, over the calendar it was counted with.

    Four queries, or three where the procedure's version came with the dossier. Refuses with
    `ClockNeverStarted` for a dossier that was not received.
    """
    limit, events = limit_of(dossier), clock_events_of(dossier)
    begun = last_start(events)
    calendar = working_calendar(known_at=dossier.calendar_known_at or begun, on=local(begun).date())
    return WhyThisDate(
        count=deadline(limit, received_at=begun, calendar=calendar),
        clocks=clocks_at(events, limit=limit, calendar=calendar, as_of=as_of),
        was_put_off=was_put_off(events),
    )
