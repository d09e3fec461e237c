"""Keeping a sheet that was looked through until it is recorded."""

from datetime import datetime

from django.db import transaction

from motcua.catalogue.actions.writing import require_keeper
from motcua.catalogue.models import WaitingSheet
from motcua.kernel.text import composed
from motcua.organisation.models import Account


@transaction.atomic
def keep_sheet(name: str, *, content: bytes, officer: Account, at: datetime) -> WaitingSheet:
    """Keep a sheet for the person who uploaded it, in the place of an earlier one."""
    require_keeper(officer, at=at)
    sheet, _ = WaitingSheet.objects.update_or_create(
        account=officer, defaults={"name": composed(name)[-200:], "content": content, "at": at}
    )
    return sheet


def drop_sheet(officer: Account) -> None:
    """Forget the sheet that waits for somebody; there need be none."""
    WaitingSheet.objects.filter(account=officer).delete()
