"""Which procedures there were on a given day, and what they asked for."""

from datetime import date

from django.db.models import Q, QuerySet

from motcua.catalogue.models import ComponentScope, ProcedureVersion


def holding_on(day: date) -> Q:
    """Return the filter for whatever is in force on a day, by `valid_from` and `valid_to`."""
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gt=day))


def versions_on(day: date) -> QuerySet[ProcedureVersion]:
    """Return the procedures as they were to be done on a day."""
    return ProcedureVersion.objects.filter(holding_on(day)).select_related("procedure__field")


def version_of(code: str, *, on: date) -> ProcedureVersion | None:
    """Return how a procedure was to be done on a day, or nothing if it was not offered."""
    return versions_on(on).filter(procedure__code=code).first()


def scopes_of(version: ProcedureVersion, *, on: date) -> QuerySet[ComponentScope]:
    """Return for each paper of a procedure whether it must be digitised, by the rules of a day."""
    return ComponentScope.objects.filter(holding_on(on), component__version=version)
