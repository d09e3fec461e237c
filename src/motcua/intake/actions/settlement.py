"""Deciding what was asked for."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from motcua.intake.actions.finding import locked, move_to
from motcua.intake.actions.holding import close_all
from motcua.intake.actions.telling import Told, tell
from motcua.intake.errors import ReasonMissing, ResultMissing
from motcua.intake.models import Dossier, Ending, Result
from motcua.intake.rules.outcomes import EndingKind, ResultKind
from motcua.intake.rules.requests import ResultPaper
from motcua.intake.rules.states import DossierState
from motcua.intake.rules.timeline import Happening
from motcua.kernel.text import composed
from motcua.organisation.models import Account
from motcua.organisation.rules.acts import Act


@transaction.atomic
def settle_dossier(
    *, dossier_id: int, results: Sequence[ResultPaper], officer: Account, at: datetime
) -> Dossier:
    """Record the result of a dossier; it waits for the citizen from now on."""
    dossier = locked(dossier_id, officer=officer, acts=[Act.SETTLE], at=at)
    mark_settled(dossier, results=results, by=officer, at=at)
    return dossier


@transaction.atomic
def refuse_after_appraisal(
    *,
    dossier_id: int,
    reason: str,
    result: ResultPaper,
    officer: Account,
    at: datetime,
) -> Dossier:
    """Refuse what was asked for, in writing and within the time limit (NĐ 61/2018 Điều 19.8).

    The refusal is the result: the citizen fetches it like any other.
    """
    dossier = locked(dossier_id, officer=officer, acts=[Act.SETTLE], at=at)
    if not reason.strip():
        raise ReasonMissing(act="refuse_after_appraisal")
    move_to(dossier, DossierState.SETTLED)
    dossier.settled_at = at
    dossier.save(update_fields=["state", "settled_at"])
    close_all(dossier, at=at)
    write_results(dossier, [result], kind=ResultKind.REFUSAL, at=at)
    Ending.objects.create(
        dossier=dossier,
        kind=EndingKind.REFUSED.value,
        reason=reason.strip(),
        at=at,
        by=officer,
        by_name=officer.journal_name,
    )
    told = Told(kind=Happening.REFUSED, topic="refusal", facts={"reason": reason.strip()})
    tell(dossier, told, by=officer, at=at)
    return dossier


def mark_settled(
    dossier: Dossier, *, results: Sequence[ResultPaper], by: Account, at: datetime
) -> None:
    """Settle a dossier that the caller has found and locked."""
    move_to(dossier, DossierState.SETTLED)
    dossier.settled_at = at
    dossier.save(update_fields=["state", "settled_at"])
    close_all(dossier, at=at)
    write_results(dossier, results, kind=ResultKind.POSITIVE, at=at)
    told = Told(
        kind=Happening.SETTLED,
        facts={"results": [result.name for result in results]},
    )
    tell(dossier, told, by=by, at=at)


def write_results(
    dossier: Dossier, results: Sequence[ResultPaper], *, kind: ResultKind, at: datetime
) -> None:
    """Write down the papers that end a dossier; refuses with `ResultMissing` if there are none."""
    if not results or any(not composed(result.name) for result in results):
        raise ResultMissing
    Result.objects.bulk_create(
        Result(
            dossier=dossier,
            number=number,
            kind=kind.value,
            name=composed(result.name),
            code=composed(result.code),
            number_symbol=composed(result.number_symbol),
            issued_on=result.issued_on,
            signer=composed(result.signer),
            recorded_at=at,
        )
        for number, result in enumerate(results, start=1)
    )
