"""Deciding which papers must be digitised."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from motcua.audit.actions import record
from motcua.catalogue.actions.writing import (
    Keeper,
    days,
    end,
    locked,
    period_of,
    refuse,
    require_keeper,
    scope_row,
)
from motcua.catalogue.errors import PastStands, VersionEnded
from motcua.catalogue.events import ProcedureChanged
from motcua.catalogue.models import ComponentScope
from motcua.catalogue.queries import components
from motcua.catalogue.rules.content import faults_of_scopes
from motcua.catalogue.rules.digitisation import DatedScope
from motcua.catalogue.rules.succession import ONE_DAY, fitting
from motcua.foundation.events import announce
from motcua.foundation.reading import find


@transaction.atomic
def set_scope(
    component_id: int, *, decided: DatedScope, officer: Keeper, at: datetime
) -> ComponentScope:
    """Decide whether a paper must be digitised from a day on; the decision before ends on its eve.

    It must be one that the rule set of its first day knows, and reaches no day on which dossiers
    may already have been received. Refuses with `ContentRefused`, `VersionBeginsThen`,
    `VersionsOverlap`, `VersionEnded` or `PastStands`.
    """
    require_keeper(officer, at=at)
    component = find(components(), pk=component_id)
    find(locked(), pk=component.version.procedure_id)
    refuse(list(faults_of_scopes([decided])))
    version, today = component.version, localdate(at)
    code = version.procedure.code
    if version.valid_to is not None and decided.valid_from >= version.valid_to:
        raise VersionEnded(procedure=code, valid_to=version.valid_to)
    begun = version.valid_from <= today
    if begun and decided.valid_from <= today:
        raise PastStands(procedure=code, day=decided.valid_from, earliest=today + ONE_DAY)
    standing = {scope.valid_from: scope for scope in component.scopes.all()}
    fits = fitting(
        [period_of(scope) for scope in standing.values()],
        decided.period,
        today=today if begun else date.min,
        procedure=code,
    )
    if fits.closes is not None:
        end(standing[fits.closes.valid_from], on=decided.valid_from)
    scope = scope_row(component, decided)
    scope.valid_to = fits.period.valid_to
    scope.save()
    facts = {
        "procedure": code,
        "component": component.name,
        "scope": decided.scope.value,
        "exempt_reason": scope.exempt_reason,
        **days(scope),
    }
    record(act="catalogue.scope.set", by=officer, about=component, at=at, facts=facts)
    announce(ProcedureChanged(procedure_id=component.version.procedure_id))
    return scope
