"""Passing a dossier on, taking it, and asking another office for its opinion."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from motcua.catalogue.models import Step
from motcua.foundation.reading import find
from motcua.intake.actions.desk import calendar_at
from motcua.intake.actions.finding import locked, locked_where_consulted, move_to
from motcua.intake.actions.holding import close_line, held, let_go, next_line
from motcua.intake.actions.telling import Told, tell
from motcua.intake.errors import (
    MoveRefused,
    NotAtThisUnit,
    NothingHandedOver,
    SupplementSaysNothing,
    UnitUnknown,
)
from motcua.intake.models import Assignment, Dossier
from motcua.intake.queries import limit_of, reach
from motcua.intake.rules.deadlines import local
from motcua.intake.rules.requests import HandOver
from motcua.intake.rules.states import RUNNING, DossierState
from motcua.intake.rules.steps import step_due
from motcua.intake.rules.timeline import Happening
from motcua.kernel.text import composed
from motcua.organisation.models import Account, Unit
from motcua.organisation.queries import units_on
from motcua.organisation.rules.acts import Act


@transaction.atomic
def hand_over(*, dossier_id: int, to: HandOver, officer: Account, at: datetime) -> Assignment:
    """Pass a dossier on to a unit or an officer, with the time that this step has.

    Whoever held it is done with it, early, on time or late: a line of the control slip.
    """
    dossier = locked(dossier_id, officer=officer, acts=[Act.RECEIVE, Act.HANDLE], at=at)
    _must_be_in_hand(dossier)
    step = _step(dossier, to)
    line = Assignment(
        dossier=dossier,
        step=step,
        step_name=step.name if step else composed(to.step_name),
        unit=_unit(to.unit_id, at=at),
        officer_id=to.officer_id,
        given_at=at,
        given_by=officer,
        due_at=_due(dossier, share=step.share if step else None, at=at),
        note=composed(to.note),
    )
    let_go(dossier, at=at)
    line.number = next_line(dossier)
    line.save(force_insert=True)
    if dossier.state == DossierState.RECEIVED:
        move_to(dossier, DossierState.IN_SETTLEMENT)
        dossier.save(update_fields=["state"])
    told = Told(
        kind=Happening.HANDED_OVER,
        topic="transfer",
        facts={"to_unit": line.unit_id, "to_officer": line.officer_id, "due_at": line.due_at},
        unit_id=line.unit_id,
    )
    tell(dossier, told, by=officer, at=at)
    return line


@transaction.atomic
def take_over(*, dossier_id: int, officer: Account, at: datetime) -> Assignment:
    """Take a dossier that was handed to the officer, or to the unit without naming anybody."""
    dossier = locked(dossier_id, officer=officer, acts=[Act.HANDLE], at=at)
    line = held(dossier)
    if line is None or line.taken_at is not None:
        raise NothingHandedOver(dossier=dossier.code)
    named = line.officer_id is not None and line.officer_id != officer.pk
    if named or line.unit_id not in reach(officer, act=Act.HANDLE, on=local(at).date()):
        raise NotAtThisUnit(act=Act.HANDLE, unit=line.unit_id)
    line.officer, line.taken_by, line.taken_at = officer, officer, at
    line.save(update_fields=["officer", "taken_by", "taken_at"])
    tell(dossier, Told(kind=Happening.TAKEN_OVER, unit_id=line.unit_id), by=officer, at=at)
    return line


@transaction.atomic
def consult_unit(
    *,
    dossier_id: int,
    unit_id: int,
    content: str,
    due_at: datetime,
    officer: Account,
    at: datetime,
) -> Assignment:
    """Ask another office for its opinion by a day (NĐ 61/2018/NĐ-CP Điều 19.5); no clock stops."""
    dossier = locked(dossier_id, officer=officer, acts=[Act.HANDLE], at=at)
    _must_be_in_hand(dossier)
    if not content.strip():
        raise SupplementSaysNothing
    line = Assignment.objects.create(
        dossier=dossier,
        number=next_line(dossier),
        unit=_unit(unit_id, at=at),
        is_consultation=True,
        given_at=at,
        given_by=officer,
        due_at=due_at,
        note=composed(content),
    )
    told = Told(
        kind=Happening.CONSULTED,
        topic="consultation",
        facts={"unit": unit_id, "content": composed(content), "due_at": due_at},
        unit_id=unit_id,
    )
    tell(dossier, told, by=officer, at=at)
    return line


@transaction.atomic
def answer_consultation(
    *, dossier_id: int, assignment_id: int, answer: str, officer: Account, at: datetime
) -> Assignment:
    """Give the opinion that was asked for; it is all that the asked unit may do."""
    dossier = locked_where_consulted(dossier_id, officer=officer, at=at)
    units = reach(officer, act=Act.HANDLE, on=local(at).date())
    asked = Assignment.objects.filter(
        dossier=dossier, is_consultation=True, done_at__isnull=True, unit_id__in=sorted(units)
    )
    line = find(asked, pk=assignment_id)
    line.officer = line.taken_by = officer
    line.taken_at = line.taken_at or at
    line.save(update_fields=["officer", "taken_by", "taken_at"])
    close_line(line, at=at)
    told = Told(
        kind=Happening.CONSULTED,
        topic="consultation",
        facts={"unit": line.unit_id, "answer": composed(answer)},
        unit_id=line.unit_id,
    )
    tell(dossier, told, by=officer, at=at)
    return line


def _must_be_in_hand(dossier: Dossier) -> None:
    state = DossierState(dossier.state)
    if state not in RUNNING:
        raise MoveRefused(current=state.name, to=DossierState.IN_SETTLEMENT.name)


def _step(dossier: Dossier, to: HandOver) -> Step | None:
    if to.step_id is None:
        return None
    return find(Step.objects.filter(version_id=dossier.procedure_version_id), pk=to.step_id)


def _unit(unit_id: int, *, at: datetime) -> Unit:
    day = local(at).date()
    unit = units_on(day).filter(pk=unit_id).first()
    if unit is None:
        raise UnitUnknown(unit=unit_id, on=day)
    return unit


def _due(dossier: Dossier, *, share: Decimal | None, at: datetime) -> datetime:
    if dossier.legal_due_at is None:
        raise MoveRefused(
            current=DossierState(dossier.state).name, to=DossierState.IN_SETTLEMENT.name
        )
    return step_due(
        limit=limit_of(dossier),
        share=share,
        given_at=at,
        due_at=dossier.legal_due_at,
        calendar=calendar_at(at),
    )
