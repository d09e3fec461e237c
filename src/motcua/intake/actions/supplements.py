"""Asking for what is still to be handed in, and taking it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from motcua.intake.actions.desk import calendar_at, open_desk
from motcua.intake.actions.finding import locked, move_to
from motcua.intake.actions.reception import receive_known, register_dossier
from motcua.intake.actions.telling import Moved, Told, tell
from motcua.intake.actions.writing import lay_in, must_be_complete
from motcua.intake.errors import NoSupplementOpen, PapersUnknown
from motcua.intake.models import Dossier, DossierComponent, Supplement
from motcua.intake.queries import clock_events_of, limit_of
from motcua.intake.rules.clocks import indicator_clock
from motcua.intake.rules.deadlines import deadline
from motcua.intake.rules.requests import DossierRequest, Paper, SupplementSlip
from motcua.intake.rules.states import DossierState
from motcua.intake.rules.supplements import is_late_slip, supplement_request
from motcua.intake.rules.timeline import Happening
from motcua.organisation.models import Account
from motcua.organisation.rules.acts import Act


@transaction.atomic
def ask_supplement(
    *, dossier_id: int, slip: SupplementSlip, officer: Account, at: datetime
) -> Supplement:
    """Ask for what is missing, once, fully and exactly (NĐ 61/2018/NĐ-CP Điều 15.3).

    Nothing is due while it is waited for. A second request needs a reason and shows as a defect.
    """
    dossier = locked(dossier_id, officer=officer, acts=[Act.RECEIVE, Act.HANDLE], at=at)
    number = supplement_request(
        asked_before=dossier.supplements_asked,
        is_open=dossier.state == DossierState.SUPPLEMENT_ASKED,
        content=slip.content,
        reason_for_second=slip.reason_for_second,
    )
    missing = _papers(dossier, slip.missing)
    calendar = calendar_at(at)
    move_to(dossier, DossierState.SUPPLEMENT_ASKED)
    dossier.supplements_asked = number
    dossier.save(update_fields=["state", "supplements_asked"])
    supplement = Supplement.objects.create(
        dossier=dossier,
        number=number,
        asked_at=at,
        asked_by=officer,
        asked_by_name=officer.journal_name,
        content=slip.content.strip(),
        reason_for_second=slip.reason_for_second.strip() if number > 1 else "",
        is_before_reception=dossier.received_at is None,
        is_late=is_late_slip(asked_at=at, received_at=dossier.received_at, calendar=calendar),
    )
    supplement.missing.set(missing)
    _tell_asked(dossier, supplement, missing, officer=officer, at=at)
    return supplement


@transaction.atomic
def ask_supplement_at_counter(
    request: DossierRequest, *, slip: SupplementSlip, officer: Account, at: datetime
) -> Supplement:
    """Write down an incomplete dossier and ask for the rest, in one act; no clock starts."""
    dossier = register_dossier(request, officer=officer, at=at)
    return ask_supplement(dossier_id=dossier.pk, slip=slip, officer=officer, at=at)


@transaction.atomic
def take_supplement(
    *, dossier_id: int, papers: Sequence[Paper], officer: Account, at: datetime
) -> Dossier:
    """Take what was asked for; the dossier must be complete with it.

    By the law the time is counted from zero again (NĐ 61/2018/NĐ-CP Điều 19.4); for the indicators
    it goes on, with the wait left out. A dossier that was not received before is received now.
    """
    dossier = locked(dossier_id, officer=officer, acts=[Act.RECEIVE, Act.HANDLE], at=at)
    supplement = Supplement.objects.filter(dossier=dossier, answered_at__isnull=True).first()
    if supplement is None:
        raise NoSupplementOpen(dossier=dossier.code)
    _lay_in(dossier, papers, at=at)
    must_be_complete(dossier)
    supplement.answered_at, supplement.taken_by = at, officer
    supplement.save(update_fields=["answered_at", "taken_by"])
    if dossier.received_at is None:
        tell(dossier, Told(kind=Happening.SUPPLEMENT_RECEIVED), by=officer, at=at)
        desk = open_desk(officer=officer, unit_id=dossier.receiving_unit_id, at=at)
        receive_known(dossier, desk=desk)
    else:
        _restart(dossier, officer=officer, at=at)
    return dossier


def _restart(dossier: Dossier, *, officer: Account, at: datetime) -> None:
    calendar, limit = calendar_at(at), limit_of(dossier)
    count = deadline(limit, received_at=at, calendar=calendar)
    move_to(dossier, DossierState.IN_SETTLEMENT)
    told = Told(
        kind=Happening.SUPPLEMENT_RECEIVED,
        topic="restart",
        moved=Moved(due_at=count.due_at),
        facts={"due_at": count.due_at, "before": dossier.legal_due_at},
    )
    tell(dossier, told, by=officer, at=at)
    events = clock_events_of(dossier)
    clock = indicator_clock(events, limit=limit, calendar=calendar, as_of=at)
    dossier.legal_due_at = dossier.appointment_at = count.due_at
    dossier.indicator_due_at = clock.due_at
    dossier.calendar_known_at = at
    dossier.save(
        update_fields=[
            "state",
            "legal_due_at",
            "appointment_at",
            "indicator_due_at",
            "calendar_known_at",
        ]
    )


def _papers(dossier: Dossier, numbers: Sequence[int]) -> list[DossierComponent]:
    rows = list(DossierComponent.objects.filter(dossier=dossier, number__in=numbers))
    strange = sorted(set(numbers) - {row.number for row in rows})
    if strange:
        raise PapersUnknown(numbers=strange)
    return rows


def _lay_in(dossier: Dossier, papers: Sequence[Paper], *, at: datetime) -> None:
    given = {paper.number: paper for paper in papers if paper.number is not None}
    for row in _papers(dossier, sorted(given)):
        lay_in(row, given[row.number], at=at)
        row.save()


def _tell_asked(
    dossier: Dossier,
    supplement: Supplement,
    missing: Sequence[DossierComponent],
    *,
    officer: Account,
    at: datetime,
) -> None:
    told = Told(
        kind=Happening.SUPPLEMENT_ASKED,
        topic="guidance_once" if supplement.is_before_reception else "restart",
        facts={
            "number": supplement.number,
            "missing": [row.name for row in missing],
            "is_late": supplement.is_late,
            "reason_for_second": supplement.reason_for_second,
        },
    )
    tell(dossier, told, by=officer, at=at)
