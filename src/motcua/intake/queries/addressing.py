"""Dossiers by the code that people and other programs know them by."""

from datetime import date

from motcua.intake.models import Dossier
from motcua.intake.queries.visibility import dossiers_visible_to
from motcua.kernel.errors import NotFound
from motcua.organisation.models import Account


def dossier_id_of(code: str, *, account: Account, on: date) -> int:
    """Return the number of a visible dossier, or refuse with `NotFound`."""
    found = dossiers_visible_to(account, on=on).filter(code=code).values_list("pk", flat=True)
    pk = found.first()
    if pk is None:
        raise NotFound(kind=Dossier._meta.label_lower, code=code[:60])
    return pk
