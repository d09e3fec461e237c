"""The lists that a day at the office begins with."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Count, Q, QuerySet

from motcua.intake.models import Assignment, Dossier
from motcua.intake.queries.visibility import SEATS, at_seats, reach
from motcua.intake.rules.deadlines import VIETNAM, local
from motcua.intake.rules.states import DossierState
from motcua.organisation.models import Account
from motcua.organisation.rules.acts import Act

DUE_ORDER: Final = ("running_due_at", "pk")
"""The order of lists of what is due, for `screenful`; an index has it."""

COUNTER_ORDER: Final = ("-registered_at", "-pk")
IN_A_LIST: Final = (
    "procedure_version__procedure",
    "owner",
    "receiving_unit",
    "settling_unit",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MyDay:
    """How much there is to do today, where somebody handles or settles dossiers."""

    overdue: int
    due_today: int
    waiting_for_me: int
    """Handed to the person, or to the unit and taken by nobody yet."""

    supplements_waited_for: int


def running(dossiers: QuerySet[Dossier]) -> QuerySet[Dossier]:
    """Return those for which a result is owed and the clock of the law runs."""
    return dossiers.filter(running_due_at__isnull=False)


def due_today(dossiers: QuerySet[Dossier], *, at: datetime) -> QuerySet[Dossier]:
    """Return those that are due today and not yet late."""
    end = _beginning(local(at).date() + timedelta(days=1))
    return dossiers.filter(running_due_at__gte=at, running_due_at__lt=end)


def overdue(dossiers: QuerySet[Dossier], *, at: datetime) -> QuerySet[Dossier]:
    """Return those that should have been done."""
    return dossiers.filter(running_due_at__lt=at)


def in_time(dossiers: QuerySet[Dossier], *, at: datetime) -> QuerySet[Dossier]:
    """Return those that are due after today."""
    end = _beginning(local(at).date() + timedelta(days=1))
    return dossiers.filter(running_due_at__gte=end)


def waiting_for(account: Account, *, on: date) -> QuerySet[Assignment]:
    """Return the hand-overs that wait for somebody, in the order `due_at`, `pk`.

    Those given to the person, and those given to a unit where the person handles dossiers and
    that nobody has taken yet; consultations among them.
    """
    return _waiting(account, reach(account, act=Act.HANDLE, on=on)).select_related(
        *(f"dossier__{name}" for name in IN_A_LIST), "step", "given_by"
    )


def _waiting(account: Account, units: frozenset[int]) -> QuerySet[Assignment]:
    own = Q(officer=account)
    free = Q(officer__isnull=True, unit_id__in=sorted(units))
    return Assignment.objects.filter(own | free, done_at__isnull=True)


def my_day(account: Account, *, at: datetime) -> MyDay:
    """Count what somebody has to do today; six queries, however many dossiers."""
    on = local(at).date()
    units = reach(account, act=Act.HANDLE, on=on)
    mine = Dossier.objects.filter(at_seats(SEATS[Act.HANDLE], units))
    waiting = DossierState.SUPPLEMENT_ASKED.value
    counted = running(mine).aggregate(
        overdue=Count("pk", filter=Q(running_due_at__lt=at)),
        due_today=Count(
            "pk",
            filter=Q(running_due_at__gte=at, running_due_at__lt=_beginning(on + timedelta(days=1))),
        ),
    )
    return MyDay(
        overdue=counted["overdue"],
        due_today=counted["due_today"],
        waiting_for_me=_waiting(account, units).count(),
        supplements_waited_for=mine.filter(state=waiting).count(),
    )


def counter_of_the_day(account: Account, *, day: date) -> QuerySet[Dossier]:
    """Return what came to the counters of somebody on a day; in the order `COUNTER_ORDER`."""
    units = reach(account, act=Act.RECEIVE, on=day)
    return Dossier.objects.filter(
        receiving_unit_id__in=sorted(units),
        registered_at__gte=_beginning(day),
        registered_at__lt=_beginning(day + timedelta(days=1)),
    ).select_related(*IN_A_LIST, "receipt", "received_by")


def _beginning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=VIETNAM)
