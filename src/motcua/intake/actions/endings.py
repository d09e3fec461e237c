"""Dossiers that end without what was asked for."""

from datetime import datetime

from django.db import transaction

from motcua.intake.actions.finding import locked, move_to
from motcua.intake.actions.holding import close_all
from motcua.intake.actions.reception import register_dossier
from motcua.intake.actions.telling import Told, tell
from motcua.intake.errors import ReasonMissing
from motcua.intake.models import Dossier, Ending
from motcua.intake.rules.outcomes import EndingKind
from motcua.intake.rules.requests import DossierRequest
from motcua.intake.rules.states import DossierState
from motcua.intake.rules.timeline import Happening
from motcua.organisation.models import Account
from motcua.organisation.rules.acts import Act


@transaction.atomic
def refuse_reception(
    *, dossier_id: int, reason: str, officer: Account, at: datetime, ground: str = ""
) -> Dossier:
    """Refuse to receive what was handed in, with the reason on a slip (Điều 17.1.b)."""
    dossier = locked(dossier_id, officer=officer, acts=[Act.RECEIVE], at=at)
    _end(dossier, _REFUSED, reason=reason, ground=ground, by=officer, at=at)
    return dossier


@transaction.atomic
def refuse_at_counter(
    request: DossierRequest, *, reason: str, officer: Account, at: datetime, ground: str = ""
) -> Dossier:
    """Write down what somebody wanted to hand in, and refuse it, in one act."""
    dossier = register_dossier(request, officer=officer, at=at)
    return refuse_reception(
        dossier_id=dossier.pk, reason=reason, officer=officer, at=at, ground=ground
    )


@transaction.atomic
def stop_dossier(
    *, dossier_id: int, reason: str, ground: str, officer: Account, at: datetime
) -> Dossier:
    """Stop settling a dossier, on a ground of the law (TT 03/2025/TT-VPCP, form 05)."""
    dossier = locked(dossier_id, officer=officer, acts=[Act.SETTLE], at=at)
    if not ground.strip():
        raise ReasonMissing(act="stop_dossier")
    _end(dossier, _STOPPED, reason=reason, ground=ground, by=officer, at=at)
    return dossier


@transaction.atomic
def withdraw_dossier(*, dossier_id: int, reason: str, officer: Account, at: datetime) -> Dossier:
    """Give a dossier back because the citizen wants it back."""
    dossier = locked(dossier_id, officer=officer, acts=[Act.RECEIVE, Act.HANDLE], at=at)
    _end(dossier, _WITHDRAWN, reason=reason, ground="", by=officer, at=at)
    return dossier


_REFUSED = (EndingKind.NOT_ACCEPTED, DossierState.NOT_ACCEPTED, Happening.NOT_ACCEPTED)
_STOPPED = (EndingKind.STOPPED, DossierState.STOPPED, Happening.STOPPED)
_WITHDRAWN = (EndingKind.WITHDRAWN, DossierState.WITHDRAWN, Happening.WITHDRAWN)


def _end(
    dossier: Dossier,
    how: tuple[EndingKind, DossierState, Happening],
    *,
    reason: str,
    ground: str,
    by: Account,
    at: datetime,
) -> None:
    kind, state, happening = how
    if not reason.strip():
        raise ReasonMissing(act=kind.value)
    move_to(dossier, state)
    dossier.save(update_fields=["state"])
    close_all(dossier, at=at)
    Ending.objects.create(
        dossier=dossier,
        kind=kind.value,
        reason=reason.strip(),
        ground=ground.strip(),
        at=at,
        by=by,
        by_name=by.journal_name,
    )
    told = Told(
        kind=happening,
        topic="reception" if kind is EndingKind.NOT_ACCEPTED else "",
        ground=ground.strip(),
        facts={"reason": reason.strip()},
    )
    tell(dossier, told, by=by, at=at)
