"""Apologising, and putting the day off once (NĐ 61/2018/NĐ-CP Điều 19.9)."""

from datetime import date, datetime

from django.db import transaction

from motcua.intake.actions.desk import calendar_at
from motcua.intake.actions.finding import locked
from motcua.intake.actions.telling import Moved, Told, tell
from motcua.intake.errors import MoveRefused, ReasonMissing
from motcua.intake.models import Appointment, Dossier
from motcua.intake.rules.apologies import Reappointment, reappointment
from motcua.intake.rules.states import RUNNING, DossierState
from motcua.intake.rules.timeline import Happening
from motcua.organisation.models import Account
from motcua.organisation.rules.acts import Act


@transaction.atomic
def apologise_and_reappoint(
    *, dossier_id: int, reason: str, new_due_on: date, officer: Account, at: datetime
) -> Appointment:
    """Apologise to the citizen and give one new day.

    In time, at the latest one day before the due day, both clocks move to the new day. A late
    apology is recorded and the citizen is told the new day, but the dossier stays due when it was.
    """
    dossier = locked(dossier_id, officer=officer, acts=[Act.SETTLE, Act.HANDLE], at=at)
    state = DossierState(dossier.state)
    if state not in RUNNING or dossier.legal_due_at is None:
        raise MoveRefused(current=state.name, to=state.name)
    if not reason.strip():
        raise ReasonMissing(act="apologise_and_reappoint")
    promise = reappointment(
        due_at=dossier.legal_due_at,
        new_due_on=new_due_on,
        reappointed_before=Appointment.objects.filter(dossier=dossier).count(),
        at=at,
        calendar=calendar_at(at),
    )
    row = Appointment.objects.create(
        dossier=dossier,
        reason=reason.strip(),
        old_due_at=promise.old_due_at,
        new_due_at=promise.new_due_at,
        apology_sent_at=at,
        signed_by=officer,
        is_late=promise.is_late,
    )
    _promise(dossier, promise)
    told = Told(
        kind=Happening.APOLOGISED_LATE if promise.is_late else Happening.REAPPOINTED,
        topic="apology",
        moved=Moved(due_at=promise.new_due_at),
        facts={
            "reason": row.reason,
            "before": promise.old_due_at,
            "due_at": promise.new_due_at,
        },
    )
    tell(dossier, told, by=officer, at=at)
    return row


def _promise(dossier: Dossier, promise: Reappointment) -> None:
    dossier.appointment_at = promise.new_due_at
    if not promise.is_late:
        dossier.legal_due_at = dossier.indicator_due_at = promise.new_due_at
    dossier.save(update_fields=["appointment_at", "legal_due_at", "indicator_due_at"])
