"""Taking dossiers from the provincial system, beside which a unit stands.

They keep their code for good: none is given out again, and none is taken from elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db import transaction

from motcua.audit.actions import SystemActor, record
from motcua.catalogue.queries import components_on, version_of
from motcua.intake.actions.arrivals import (
    Arrival,
    arrived,
    bring_up_to_date,
    day_of,
    events_of,
    supplements_of,
)
from motcua.intake.actions.desk import calendar_at, must_be_at
from motcua.intake.actions.people import write_down
from motcua.intake.actions.telling import Told, announce_event, event_of
from motcua.intake.errors import (
    CodesAreOurs,
    CodeTaken,
    CounterModeUnset,
    MoveRefused,
    ProcedureNotOffered,
    UnitCodeUnknown,
)
from motcua.intake.models import (
    Dossier,
    DossierComponent,
    Event,
    ReportedDigitisation,
    Result,
    Supplement,
)
from motcua.intake.queries import counter_mode_on, unit_with_name
from motcua.intake.rules.arrivals import history_of
from motcua.intake.rules.counters import Mode
from motcua.intake.rules.outcomes import ResultKind
from motcua.intake.rules.provincial import ProvincialDossier, ProvincialPaper
from motcua.intake.rules.states import DossierState, can_become
from motcua.intake.rules.timeline import Happening
from motcua.organisation.models import Account
from motcua.organisation.queries import unit_with_code
from motcua.organisation.rules.acts import Act


class Outcome(StrEnum):
    """What came of a packet."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A dossier that was taken, and whether it was new."""

    dossier: Dossier
    outcome: Outcome


@transaction.atomic
def receive_from_provincial_system(
    told: ProvincialDossier, *, by: Account | SystemActor, at: datetime
) -> Taken:
    """Take a dossier of the provincial system under its own code, or what is new about it.

    The same packet again changes nothing. Refuses with `UnitCodeUnknown`, `ProcedureNotOffered`,
    `CodesAreOurs`, `CounterModeUnset`, `CodeTaken`, `MoveRefused` and `PayloadMalformed`.
    """
    arrival = _look_up(told, by=by, at=at)
    known = Dossier.objects.select_for_update().filter(code=str(told.code)).first()
    if known is None:
        return Taken(dossier=_create(arrival), outcome=Outcome.CREATED)
    if known.came_from != arrival.source:
        raise CodeTaken(dossier=known.code)
    changed = _update(known, arrival)
    return Taken(dossier=known, outcome=Outcome.UPDATED if changed else Outcome.UNCHANGED)


def _look_up(told: ProvincialDossier, *, by: Account | SystemActor, at: datetime) -> Arrival:
    day = day_of(told)
    unit = unit_with_code(told.code.unit_code, on=told.code.day)
    if unit is None:
        raise UnitCodeUnknown(unit_code=told.code.unit_code, on=told.code.day)
    unit_id = unit.pk
    if isinstance(by, Account):
        must_be_at(by, act=Act.RECEIVE, unit_id=unit_id, at=at)
    version = version_of(told.procedure_code, on=day)
    if version is None:
        raise ProcedureNotOffered(procedure=told.procedure_code, on=day)
    return Arrival(
        told=told,
        history=history_of(told, at=at),
        source=_system(unit_id, on=day),
        version=version,
        receiving_unit_id=unit_id,
        settling_unit_id=_settling(told, on=day) or unit_id,
        owner=write_down(told.owner),
        calendar=calendar_at(at),
        by=by,
        at=at,
    )


def _system(unit_id: int, *, on: date) -> str:
    mode = counter_mode_on(on, unit_id=unit_id)
    if mode is None:
        raise CounterModeUnset(unit=unit_id, on=on)
    if mode.mode != Mode.BESIDE:
        raise CodesAreOurs(unit=unit_id)
    return mode.system


def _settling(told: ProvincialDossier, *, on: date) -> int | None:
    """Return the unit that settles it, by code or by its full name; nothing where untold."""
    if not told.settled_by:
        return None
    by_code = unit_with_code(told.settled_by, on=on)
    return by_code.pk if by_code else unit_with_name(told.settled_by, on=on)


def _create(arrival: Arrival) -> Dossier:
    dossier = arrived(arrival)
    dossier.save(force_insert=True)
    Event.objects.bulk_create(events_of(dossier, arrival))
    Supplement.objects.bulk_create(supplements_of(dossier, arrival))
    _write_papers(dossier, arrival)
    _write_results(dossier, arrival)
    _say(dossier, Happening.IMPORTED, arrival)
    kind = Happening.RECEIVED if dossier.received_at else Happening.IMPORTED
    announce_event(dossier.pk, kind)
    return dossier


def _update(dossier: Dossier, arrival: Arrival) -> bool:
    state, told = DossierState(dossier.state), arrival.told.state
    if not can_become(state, told):
        raise MoveRefused(current=state.name, to=told.name)
    seen = set(Event.objects.filter(dossier=dossier).values_list("kind", "at"))
    before = _standing(dossier)
    bring_up_to_date(dossier, arrival)
    new = [row for row in events_of(dossier, arrival) if (row.kind, row.at) not in seen]
    if not new and before == _standing(dossier):
        return False
    dossier.save()
    Event.objects.bulk_create(new)
    _bring_supplements(dossier, arrival)
    _write_results(dossier, arrival)
    _say(dossier, Happening.UPDATED, arrival)
    for kind in [Happening(row.kind) for row in new] or [Happening.UPDATED]:
        announce_event(dossier.pk, kind)
    return True


def _standing(dossier: Dossier) -> tuple[object, ...]:
    return (
        dossier.state,
        dossier.subject,
        dossier.note,
        dossier.received_at,
        dossier.legal_due_at,
        dossier.settled_at,
        dossier.returned_at,
        dossier.supplements_asked,
    )


def _say(dossier: Dossier, kind: Happening, arrival: Arrival) -> None:
    facts = {
        "code": dossier.code,
        "source": arrival.source,
        "state": dossier.state,
        "settled_by": arrival.told.settled_by,
    }
    event_of(dossier, Told(kind=kind, facts=facts), by=arrival.by, at=arrival.at).save()
    act = f"intake.dossier.{kind.value}"
    record(act=act, by=arrival.by, about=dossier, at=arrival.at, facts=facts)


def _bring_supplements(dossier: Dossier, arrival: Arrival) -> None:
    known = {row.number: row for row in Supplement.objects.filter(dossier=dossier)}
    for row in supplements_of(dossier, arrival):
        old = known.get(row.number)
        if old is None:
            row.save(force_insert=True)
        elif old.answered_at is None and row.answered_at is not None:
            old.answered_at = row.answered_at
            old.save(update_fields=["answered_at"])


def _write_papers(dossier: Dossier, arrival: Arrival) -> None:
    papers = arrival.told.papers
    if not papers:
        return
    components = components_on(arrival.version, on=day_of(arrival.told))
    by_code = {component.code: component for component in components if component.code}
    rows = []
    for number, paper in enumerate(papers, start=1):
        asked = by_code.pop(paper.code, None)
        row = DossierComponent(
            dossier=dossier,
            number=number,
            name=asked.name if asked else paper.name[:500],
            code=paper.code,
            is_electronic=True,
            handed_in_at=dossier.registered_at,
        )
        if asked is not None:
            standing = asked.standing
            row.required_id, row.is_optional = asked.pk, asked.is_optional
            row.scope, row.scope_basis = standing.scope.value, standing.legal_basis
            row.exempt_reason = standing.exempt_reason.value if standing.exempt_reason else ""
        rows.append(row)
    DossierComponent.objects.bulk_create(rows)
    _write_reported(dossier, papers, arrival)


def _write_reported(dossier: Dossier, papers: Sequence[ProvincialPaper], arrival: Arrival) -> None:
    reused = sum(paper.is_reused for paper in papers)
    digitised = sum(paper.is_digitised and not paper.is_reused for paper in papers)
    ReportedDigitisation.objects.create(
        dossier=dossier,
        source=arrival.source,
        reported_at=arrival.at,
        components_total=len(papers),
        components_digitised=digitised,
        components_reused=reused,
        is_result_digitised=_has_electronic_result(arrival),
    )


def _has_electronic_result(arrival: Arrival) -> bool | None:
    if arrival.history.settled_at is None:
        return None
    return any(result.link for result in arrival.told.results)


def _write_results(dossier: Dossier, arrival: Arrival) -> None:
    known = Result.objects.filter(dossier=dossier).count()
    Result.objects.bulk_create(
        Result(
            dossier=dossier,
            number=number,
            kind=ResultKind.POSITIVE.value,
            name=result.name[:500],
            code=result.code,
            recorded_at=arrival.at,
        )
        for number, result in enumerate(arrival.told.results, start=1)
        if number > known
    )
    electronic = _has_electronic_result(arrival)
    if electronic is not None:
        ReportedDigitisation.objects.filter(dossier=dossier).update(is_result_digitised=electronic)
