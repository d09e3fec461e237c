"""Entering procedures, correcting their names, and offering them no more."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from motcua.audit.actions import record
from motcua.catalogue.actions.writing import (
    FieldNamed,
    Keeper,
    end,
    faults_of_names,
    field_named,
    locked,
    period_of,
    refuse,
    require_keeper,
)
from motcua.catalogue.errors import (
    LaterVersionStands,
    PastStands,
    ProcedureEnded,
    ProcedureKnown,
)
from motcua.catalogue.events import ProcedureChanged
from motcua.catalogue.models import Procedure, ProcedureVersion
from motcua.catalogue.queries import procedures
from motcua.catalogue.rules.codes import is_procedure_code
from motcua.catalogue.rules.content import Fault, Flaw
from motcua.catalogue.rules.succession import ONE_DAY
from motcua.foundation.events import announce
from motcua.foundation.reading import find
from motcua.kernel.text import composed


@transaction.atomic
def add_procedure(
    code: str, *, name: str, field: FieldNamed, officer: Keeper, at: datetime
) -> Procedure:
    """Enter a procedure under its national code; what it asks for comes with its first version.

    A field of activity whose code is new is entered too. Refuses with `ContentRefused` or
    `ProcedureKnown`.
    """
    require_keeper(officer, at=at)
    code, name = composed(code), composed(name)
    named = FieldNamed(code=composed(field.code), name=composed(field.name))
    refuse([*faults_of_names(name, named), *_faults_of_code(code)])
    if procedures().filter(code=code).exists():
        raise ProcedureKnown(procedure=code)
    procedure = Procedure(code=code, name=name, field=field_named(named))
    procedure.save()
    facts = {"procedure": code, "name": name, "field": named.code}
    record(act="catalogue.procedure.added", by=officer, about=procedure, at=at, facts=facts)
    announce(ProcedureChanged(procedure_id=procedure.pk))
    return procedure


@transaction.atomic
def rename_procedure(
    procedure_id: int, *, name: str, field: FieldNamed, officer: Keeper, at: datetime
) -> Procedure:
    """Correct the name of a procedure or the field it belongs to; the code stays for good."""
    require_keeper(officer, at=at)
    procedure = find(locked(), pk=procedure_id)
    name = composed(name)
    named = FieldNamed(code=composed(field.code), name=composed(field.name))
    refuse(faults_of_names(name, named))
    facts = {"procedure": procedure.code, "before": procedure.name, "after": name}
    procedure.name, procedure.field = name, field_named(named)
    procedure.save()
    record(act="catalogue.procedure.renamed", by=officer, about=procedure, at=at, facts=facts)
    announce(ProcedureChanged(procedure_id=procedure.pk))
    return procedure


@transaction.atomic
def end_procedure(
    procedure_id: int, *, on: date, because: str, officer: Keeper, at: datetime
) -> ProcedureVersion:
    """Offer a procedure no more from a day on, tomorrow at the earliest.

    `because` names the decision. Refuses with `PastStands`, `LaterVersionStands`, or
    `ProcedureEnded` where it is not offered on that day anyway.
    """
    require_keeper(officer, at=at)
    procedure = find(locked(), pk=procedure_id)
    today = localdate(at)
    if on <= today:
        raise PastStands(procedure=procedure.code, day=on, earliest=today + ONE_DAY)
    later = procedure.versions.filter(valid_from__gte=on).order_by("valid_from").first()
    if later is not None:
        raise LaterVersionStands(procedure=procedure.code, valid_from=later.valid_from)
    last = procedure.versions.order_by("-valid_from").first()
    if last is None or not period_of(last).holds_on(on):
        raise ProcedureEnded(procedure=procedure.code, day=on)
    end(last, on=on)
    facts = {"procedure": procedure.code, "valid_to": on, "because": composed(because)}
    record(act="catalogue.procedure.ended", by=officer, about=procedure, at=at, facts=facts)
    announce(ProcedureChanged(procedure_id=procedure.pk))
    return last


def _faults_of_code(code: str) -> list[Fault]:
    if is_procedure_code(code):
        return []
    return [Fault(field="code", flaw=Flaw.MALFORMED if code else Flaw.EMPTY, detail=code[:80])]
