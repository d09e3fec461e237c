"""Receiving what is handed in (NĐ 61/2018/NĐ-CP Điều 17)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from motcua.intake.actions.desk import Desk, open_desk
from motcua.intake.actions.finding import locked, move_to
from motcua.intake.actions.holding import begin_holding
from motcua.intake.actions.numbers import next_receipt
from motcua.intake.actions.returning import mark_returned
from motcua.intake.actions.settlement import mark_settled
from motcua.intake.actions.telling import Moved, Told, tell
from motcua.intake.actions.writing import must_be_complete, write_dossiers
from motcua.intake.errors import NothingToReceive, ReceiptOfOneUnit
from motcua.intake.models import Dossier, Receipt
from motcua.intake.queries import limit_of
from motcua.intake.rules.deadlines import deadline
from motcua.intake.rules.requests import DossierRequest, ResultPaper
from motcua.intake.rules.states import DossierState
from motcua.intake.rules.timeline import Happening
from motcua.organisation.models import Account
from motcua.organisation.rules.acts import Act


@transaction.atomic
def register_dossier(request: DossierRequest, *, officer: Account, at: datetime) -> Dossier:
    """Write down what was handed in, before anybody has checked it; no clock starts."""
    desk = open_desk(officer=officer, unit_id=request.receiving_unit_id, at=at)
    [dossier] = write_dossiers([request], desk=desk)
    tell(dossier, Told(kind=Happening.REGISTERED, unit_id=desk.unit_id), by=officer, at=at)
    return dossier


@transaction.atomic
def receive_dossier(request: DossierRequest, *, officer: Account, at: datetime) -> Dossier:
    """Receive a complete dossier, fix the day its result is due and write its receipt.

    Refuses with `PapersMissing` where a paper is lacking: then the supplement is asked for, or
    the reception is refused; there is no fourth exit.
    """
    receipt = receive_dossiers([request], officer=officer, at=at)
    return receipt.dossiers.select_related("procedure_version__procedure", "owner").get()


@transaction.atomic
def receive_dossiers(
    requests: Sequence[DossierRequest], *, officer: Account, at: datetime
) -> Receipt:
    """Receive several complete dossiers on one receipt: all of them, or none."""
    if not requests:
        raise NothingToReceive
    if len({request.receiving_unit_id for request in requests}) > 1:
        raise ReceiptOfOneUnit
    desk = open_desk(officer=officer, unit_id=requests[0].receiving_unit_id, at=at)
    dossiers = write_dossiers(requests, desk=desk)
    receipt = next_receipt(unit_id=desk.unit_id, by=officer, at=at)
    for dossier in dossiers:
        _receive(dossier, desk=desk, receipt=receipt)
    return receipt


@transaction.atomic
def receive_registered(*, dossier_id: int, officer: Account, at: datetime) -> Dossier:
    """Receive a dossier that was handed in before, and write its receipt."""
    dossier = locked(dossier_id, officer=officer, acts=[Act.RECEIVE], at=at)
    desk = open_desk(officer=officer, unit_id=dossier.receiving_unit_id, at=at)
    receive_known(dossier, desk=desk)
    return dossier


@transaction.atomic
def receive_at_once(
    request: DossierRequest,
    *,
    results: Sequence[ResultPaper],
    returned_to: str,
    officer: Account,
    at: datetime,
) -> Dossier:
    """Receive a dossier, and give its result while the citizen waits ("trả ngay").

    No receipt is written, but dossier, papers and result are recorded like any other's (NĐ
    61/2018/NĐ-CP Điều 17.4). The officer must be entitled to give results out as well.
    """
    desk = open_desk(officer=officer, unit_id=request.receiving_unit_id, at=at)
    [dossier] = write_dossiers([request], desk=desk)
    dossier.is_at_once = True
    _receive(dossier, desk=desk, receipt=None)
    mark_settled(dossier, results=results, by=officer, at=at)
    given_out = locked(dossier.pk, officer=officer, acts=[Act.RETURN_RESULT], at=at)
    mark_returned(given_out, returned_to=returned_to, by=officer, at=at)
    return given_out


def receive_known(dossier: Dossier, *, desk: Desk) -> None:
    """Receive a dossier that was handed in before and that the caller has found and locked."""
    receipt = next_receipt(unit_id=desk.unit_id, by=desk.officer, at=desk.at)
    _receive(dossier, desk=desk, receipt=receipt)


def _receive(dossier: Dossier, *, desk: Desk, receipt: Receipt | None) -> None:
    move_to(dossier, DossierState.RECEIVED)
    must_be_complete(dossier)
    count = deadline(limit_of(dossier), received_at=desk.at, calendar=desk.calendar)
    dossier.received_at, dossier.received_by = desk.at, desk.officer
    dossier.original_due_at = dossier.legal_due_at = count.due_at
    dossier.indicator_due_at = dossier.appointment_at = count.due_at
    dossier.calendar_known_at = desk.at
    dossier.receipt = receipt
    dossier.save()
    begin_holding(dossier, officer=desk.officer, calendar=desk.calendar, at=desk.at)
    told = Told(
        kind=Happening.RECEIVED,
        topic="reception",
        moved=Moved(due_at=count.due_at),
        facts={
            "due_at": count.due_at,
            "channel": dossier.channel,
            "receipt": str(receipt) if receipt else None,
        },
        unit_id=desk.unit_id,
    )
    tell(dossier, told, by=desk.officer, at=desk.at)
