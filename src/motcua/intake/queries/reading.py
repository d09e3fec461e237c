"""One dossier with all that belongs to it, in a number of queries that does not grow."""

from datetime import date
from typing import Final

from django.db.models import Prefetch, QuerySet

from motcua.intake.models import Assignment, Dossier, Event, Receipt, Supplement
from motcua.intake.queries.visibility import dossiers_visible_to, reach
from motcua.kernel.errors import NotFound
from motcua.organisation.models import Account
from motcua.organisation.rules.acts import Act

BESIDE: Final = (
    "procedure_version__procedure__field",
    "receiving_unit",
    "settling_unit",
    "supporting_unit",
    "applicant",
    "owner",
    "representative",
    "received_by",
    "returned_by",
    "receipt",
    "ending",
    "reappointment",
    "reported",
)


def with_everything(dossiers: QuerySet[Dossier]) -> QuerySet[Dossier]:
    """Fetch along with dossiers whatever a screen or a paper about one says; six queries."""
    supplements = Supplement.objects.select_related("asked_by").prefetch_related("missing")
    assignments = Assignment.objects.select_related(
        "unit", "officer", "given_by", "taken_by", "step"
    )
    return dossiers.select_related(*BESIDE).prefetch_related(
        "components",
        "results",
        Prefetch("events", queryset=Event.objects.select_related("unit").order_by("at", "pk")),
        Prefetch("supplements", queryset=supplements),
        Prefetch("assignments", queryset=assignments),
    )


def dossier_by_code(code: str, *, account: Account, on: date) -> Dossier:
    """Return a visible dossier with everything, or refuse with `NotFound`."""
    visible = with_everything(dossiers_visible_to(account, on=on))
    dossier = visible.filter(code=code).first()
    if dossier is None:
        raise NotFound(kind="intake.dossier", code=code)
    return dossier


def timeline_of(dossier: Dossier) -> QuerySet[Event]:
    """Return what happened to a dossier, the first first."""
    return Event.objects.filter(dossier=dossier).select_related("unit").order_by("at", "pk")


def receipt_of(receipt_id: int, *, account: Account, on: date) -> Receipt:
    """Return a receipt with its dossiers and their papers, or refuse with `NotFound`."""
    units = reach(account, act=Act.READ_DOSSIERS, on=on)
    dossiers = Dossier.objects.select_related(*BESIDE).prefetch_related("components").order_by("pk")
    receipt = (
        Receipt.objects.filter(unit_id__in=sorted(units), pk=receipt_id)
        .select_related("unit", "issued_by")
        .prefetch_related(Prefetch("dossiers", queryset=dossiers))
        .first()
    )
    if receipt is None:
        raise NotFound(kind="intake.receipt", pk=receipt_id)
    return receipt
