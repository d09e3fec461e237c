"""Numbers without gaps: one counter row, held from the act that asks for it to its commit."""

from datetime import date, datetime

from motcua.intake.models import BookCounter, CodeCounter, Receipt
from motcua.intake.rules.codes import DossierCode, dossier_code
from motcua.intake.rules.deadlines import local
from motcua.organisation.models import Account


def next_code(*, unit_code: str, day: date) -> DossierCode:
    """Take the next code of a unit's day, in the caller's transaction.

    Whoever asks next waits for that transaction: what is undone leaves no gap.
    """
    counter, _ = CodeCounter.objects.select_for_update().get_or_create(unit_code=unit_code, day=day)
    counter.last += 1
    counter.save(update_fields=["last"])
    return dossier_code(unit_code=unit_code, day=day, number=counter.last)


def next_receipt(*, unit_id: int, by: Account, at: datetime) -> Receipt:
    """Write the next receipt into a unit's book of the year, in the caller's transaction."""
    book = local(at).year
    counter, _ = BookCounter.objects.select_for_update().get_or_create(unit_id=unit_id, book=book)
    counter.last += 1
    counter.save(update_fields=["last"])
    return Receipt.objects.create(
        unit_id=unit_id, book=book, number=counter.last, issued_at=at, issued_by=by
    )
