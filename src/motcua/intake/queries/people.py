"""What is known already of somebody who comes again."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from motcua.intake.models import Applicant
from motcua.organisation.models import Account
from motcua.organisation.queries import units_where
from motcua.organisation.rules.acts import Act


def earlier_particulars(
    numbers: Sequence[str], *, account: Account, on: date
) -> QuerySet[Applicant]:
    """Return what somebody gave before, the latest first, to be offered and confirmed.

    By a whole identity number only, never by a name, and only to who receives dossiers: nobody
    browses citizens. Nothing is filled in silently, because people move and numbers change.
    """
    wanted = [number for number in numbers if number]
    if not wanted or not units_where(account, act=Act.RECEIVE, on=on):
        return Applicant.objects.none()
    given = Q(identity_number__in=wanted) | Q(old_number__in=wanted)
    return Applicant.objects.filter(given).order_by("-pk")
