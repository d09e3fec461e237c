"""Financial duties that a settlement waits for; no clock stops (nothing in the law says so)."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from motcua.intake.actions.finding import locked, move_to
from motcua.intake.actions.telling import Told, tell
from motcua.intake.models import Dossier
from motcua.intake.rules.states import DossierState
from motcua.intake.rules.timeline import Happening
from motcua.kernel.text import composed
from motcua.organisation.models import Account
from motcua.organisation.rules.acts import Act


@transaction.atomic
def ask_payment(
    *, dossier_id: int, amount: Decimal, content: str, officer: Account, at: datetime
) -> Dossier:
    """Ask the citizen to fulfil a financial duty, in đồng."""
    dossier = locked(dossier_id, officer=officer, acts=[Act.HANDLE, Act.RECEIVE], at=at)
    move_to(dossier, DossierState.PAYMENT_ASKED)
    dossier.save(update_fields=["state"])
    facts = {"amount": amount, "content": composed(content)}
    tell(dossier, Told(kind=Happening.PAYMENT_ASKED, facts=facts), by=officer, at=at)
    return dossier


@transaction.atomic
def record_payment(
    *, dossier_id: int, amount: Decimal, receipt_number: str, officer: Account, at: datetime
) -> Dossier:
    """Record that the duty was fulfilled; the settlement goes on."""
    dossier = locked(dossier_id, officer=officer, acts=[Act.HANDLE, Act.RECEIVE], at=at)
    move_to(dossier, DossierState.IN_SETTLEMENT)
    dossier.save(update_fields=["state"])
    facts = {"amount": amount, "receipt": composed(receipt_number)}
    tell(dossier, Told(kind=Happening.PAID, facts=facts), by=officer, at=at)
    return dossier
