"""Giving the result to the citizen (NĐ 61/2018/NĐ-CP Điều 20)."""

from datetime import datetime

from django.db import transaction

from motcua.catalogue.rules.terms import Channel
from motcua.intake.actions.finding import locked, move_to
from motcua.intake.actions.telling import Told, tell
from motcua.intake.errors import NameMissing
from motcua.intake.models import Dossier
from motcua.intake.rules.states import DossierState
from motcua.intake.rules.timeline import Happening
from motcua.kernel.text import composed
from motcua.organisation.models import Account
from motcua.organisation.rules.acts import Act


@transaction.atomic
def return_result(
    *,
    dossier_id: int,
    returned_to: str,
    officer: Account,
    at: datetime,
    channel: Channel = Channel.DIRECT,
) -> Dossier:
    """Give the result to the citizen, or to whoever came for it, by name."""
    dossier = locked(dossier_id, officer=officer, acts=[Act.RETURN_RESULT], at=at)
    mark_returned(dossier, returned_to=returned_to, by=officer, at=at, channel=channel)
    return dossier


def mark_returned(
    dossier: Dossier,
    *,
    returned_to: str,
    by: Account,
    at: datetime,
    channel: Channel = Channel.DIRECT,
) -> None:
    """Return the result of a dossier that the caller has found and locked."""
    receiver = composed(returned_to)
    if not receiver:
        raise NameMissing
    move_to(dossier, DossierState.RETURNED)
    dossier.returned_at, dossier.returned_by = at, by
    dossier.returned_to, dossier.return_channel = receiver, channel.value
    dossier.save(
        update_fields=["state", "returned_at", "returned_by", "returned_to", "return_channel"]
    )
    told = Told(
        kind=Happening.RETURNED,
        topic="return",
        facts={"to": receiver, "channel": channel.value},
    )
    tell(dossier, told, by=by, at=at)
