"""Writing down dossiers that another system tells of, with its code and its times."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.audit.actions import SystemActor
from motcua.catalogue.models import ProcedureVersion
from motcua.intake.actions.telling import Moved, Told, event_of
from motcua.intake.models import Applicant, Dossier, Event, Supplement
from motcua.intake.queries import limit_of
from motcua.intake.rules.arrivals import History
from motcua.intake.rules.clocks import ClockEvent, indicator_clock, legal_clock
from motcua.intake.rules.deadlines import local
from motcua.intake.rules.dossier_rows import UNTOLD
from motcua.intake.rules.provincial import ProvincialDossier
from motcua.intake.rules.searching import searchable
from motcua.intake.rules.supplements import is_late_slip
from motcua.intake.rules.timeline import Happening
from motcua.organisation.models import Account
from motcua.organisation.rules.calendar import WorkingCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A dossier that was told of, with everything that it refers to looked up."""

    told: ProvincialDossier
    history: History
    source: str
    """The system it comes from, or the file."""

    version: ProcedureVersion
    receiving_unit_id: int
    settling_unit_id: int
    owner: Applicant
    calendar: WorkingCalendar
    by: Account | SystemActor
    at: datetime


def arrived(arrival: Arrival) -> Dossier:
    """Return the row of a dossier that was not known, not yet saved."""
    told = arrival.told
    dossier = Dossier(
        code=str(told.code),
        procedure_version=arrival.version,
        channel=told.channel.value,
        receiving_unit_id=arrival.receiving_unit_id,
        settling_unit_id=arrival.settling_unit_id,
        applicant=arrival.owner,
        owner=arrival.owner,
        registered_at=told.handed_in_at,
        came_from=arrival.source,
    )
    bring_up_to_date(dossier, arrival)
    return dossier


def bring_up_to_date(dossier: Dossier, arrival: Arrival) -> None:
    """Set what may change on the row of a dossier; the caller saves."""
    told, history = arrival.told, arrival.history
    dossier.state = told.state.value
    dossier.subject, dossier.note = told.subject[:1000], told.note[:1000]
    dossier.received_at = history.received_at
    dossier.settled_at, dossier.returned_at = history.settled_at, history.returned_at
    dossier.supplements_asked = len(history.supplements)
    dossier.search_text = searchable(
        dossier.code,
        arrival.version.procedure.name,
        dossier.subject,
        "" if told.owner.full_name == UNTOLD else told.owner.full_name,
        told.owner.phone,
    )
    if history.received_at is not None:
        _wind(dossier, arrival)


def events_of(dossier: Dossier, arrival: Arrival) -> list[Event]:
    """Return what was told to have happened, as rows of the timeline, not yet saved."""
    return [
        event_of(dossier, _told(event, dossier, arrival), by=arrival.by, at=event.at)
        for event in arrival.history.events
    ]


def supplements_of(dossier: Dossier, arrival: Arrival) -> list[Supplement]:
    """Return the supplements that were told of, not yet saved."""
    history = arrival.history
    return [
        Supplement(
            dossier=dossier,
            number=number,
            asked_at=row.asked_at,
            asked_by_name=row.asked_by or arrival.source,
            content=row.content or UNTOLD,
            reason_for_second="" if number == 1 else UNTOLD,
            is_before_reception=history.received_at is None or row.asked_at < history.received_at,
            is_late=history.received_at is not None
            and row.asked_at >= history.received_at
            and is_late_slip(
                asked_at=row.asked_at,
                received_at=history.received_at,
                calendar=arrival.calendar,
            ),
            answered_at=row.answered_at,
        )
        for number, row in enumerate(history.supplements, start=1)
    ]


def _wind(dossier: Dossier, arrival: Arrival) -> None:
    """Set both clocks from what was told, and from the procedure's time where nothing was."""
    events = list(arrival.history.events)
    as_of = max(arrival.at, events[-1].at)
    limit = limit_of(dossier)
    legal = legal_clock(events, limit=limit, calendar=arrival.calendar, as_of=as_of)
    indicator = indicator_clock(events, limit=limit, calendar=arrival.calendar, as_of=as_of)
    dossier.original_due_at = indicator.base_due_at
    dossier.legal_due_at = dossier.appointment_at = legal.due_at
    dossier.indicator_due_at = indicator.due_at
    dossier.calendar_known_at = dossier.calendar_known_at or arrival.at


def _told(event: ClockEvent, dossier: Dossier, arrival: Arrival) -> Told:
    due_at = event.due_at
    if due_at is None and event.kind is Happening.RECEIVED:
        due_at = dossier.original_due_at
    if due_at is None and event.kind is Happening.SUPPLEMENT_RECEIVED:
        due_at = dossier.legal_due_at
    facts = {"source": arrival.source, "due_at": due_at} if due_at else {"source": arrival.source}
    return Told(kind=event.kind, moved=Moved(due_at=due_at), facts=facts)


def day_of(told: ProvincialDossier) -> date:
    """Return the day whose units and procedures a dossier belongs to."""
    return local(told.received_at or told.handed_in_at).date()
