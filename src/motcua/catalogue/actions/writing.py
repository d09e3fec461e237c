"""What all acts of the catalogue share: who may, what is refused, and how a version is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.timezone import localdate

from motcua.audit.actions import SystemActor
from motcua.catalogue.errors import ContentRefused, EditNotAllowed
from motcua.catalogue.models import (
    ComponentScope,
    Field,
    Procedure,
    ProcedureVersion,
    RequiredComponent,
    Step,
)
from motcua.catalogue.rules.comparing import AnyChange, Change, Comparison
from motcua.catalogue.rules.content import Fault, Flaw, VersionContent
from motcua.catalogue.rules.digitisation import DatedScope
from motcua.catalogue.rules.validity import Period
from motcua.organisation.models import Account
from motcua.organisation.queries import units_where
from motcua.organisation.rules.acts import Act

Keeper = Account | SystemActor
"""Who may keep the catalogue: a person with the post for it, or Motcua for whoever runs it."""

LENGTHS: Final = {"name": 500, "field.code": 40, "field.name": 200}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldNamed:
    """A field of activity by its code; the name counts where the code is new."""

    code: str
    name: str


def require_keeper(officer: Keeper, *, at: datetime) -> None:
    """Refuse with `EditNotAllowed` whoever may not keep the catalogue at a moment."""
    if isinstance(officer, SystemActor):
        return
    if not units_where(officer, act=Act.EDIT_CATALOGUE, on=localdate(at)):
        raise EditNotAllowed(act=Act.EDIT_CATALOGUE.value)


def refuse(faults: Sequence[Fault]) -> None:
    """Refuse with `ContentRefused` if there is any fault, naming all of them."""
    if faults:
        raise ContentRefused(faults=faults)


def faults_of_names(name: str, field: FieldNamed) -> list[Fault]:
    """Return what is wrong with the name of a procedure and with its field."""
    said = {"name": name, "field.code": field.code, "field.name": field.name}
    empty = [Fault(field=key, flaw=Flaw.EMPTY) for key, text in said.items() if not text]
    long = [
        Fault(field=key, flaw=Flaw.TOO_LONG, detail=str(LENGTHS[key]))
        for key, text in said.items()
        if len(text) > LENGTHS[key]
    ]
    return [*empty, *long]


def faults_of_period(period: Period) -> list[Fault]:
    """Return what is wrong with the days of a version."""
    if period.is_possible:
        return []
    return [Fault(field="valid_to", flaw=Flaw.ENDS_BEFORE_IT_BEGINS)]


def locked() -> QuerySet[Procedure]:
    """Return procedures, each locked when it is found: two people do not add versions at once."""
    return Procedure.objects.select_for_update(of=("self",))


def field_named(field: FieldNamed) -> Field:
    """Return a field of activity, entered if its code is new."""
    found, _ = Field.objects.get_or_create(code=field.code, defaults={"name": field.name})
    return found


def period_of(row: ProcedureVersion | ComponentScope) -> Period:
    """Return the days on which a row holds."""
    return Period(valid_from=row.valid_from, valid_to=row.valid_to)


def days(row: ProcedureVersion | ComponentScope) -> dict[str, date | None]:
    """Return the days on which a row holds, as the journal has them."""
    return {"valid_from": row.valid_from, "valid_to": row.valid_to}


def end(row: ProcedureVersion | ComponentScope, *, on: date | None) -> None:
    """Let a row hold up to a day, that day not included."""
    row.valid_to = on
    row.save(update_fields=["valid_to"])


def write(version: ProcedureVersion, content: VersionContent) -> None:
    """Write a version with its steps and papers, numbered in their order, in five queries."""
    version.levels = list(content.levels)
    version.channels = [channel.value for channel in content.channels]
    version.time_unit, version.time_amount = content.limit.unit.value, content.limit.amount
    for name in ("fee", "fee_note", "result_name", "legal_basis", "note"):
        setattr(version, name, getattr(content, name))
    version.save()
    Step.objects.bulk_create(
        Step(version=version, number=number, name=step.name, done_by=step.done_by, share=step.share)
        for number, step in enumerate(content.steps, start=1)
    )
    papers = [
        RequiredComponent(version=version, number=number, **_paper(component))
        for number, component in enumerate(content.components, start=1)
    ]
    RequiredComponent.objects.bulk_create(papers)
    ComponentScope.objects.bulk_create(
        scope_row(paper, decided)
        for paper, component in zip(papers, content.components, strict=True)
        for decided in component.scopes
    )


def _paper(component: Any) -> dict[str, Any]:
    names = ("name", "code", "originals", "copies", "is_optional", "note")
    return {name: getattr(component, name) for name in names}


def scope_row(paper: RequiredComponent, decided: DatedScope) -> ComponentScope:
    """Return the row, not yet saved, of what was decided about a paper."""
    return ComponentScope(
        component=paper,
        scope=decided.scope.value,
        exempt_reason=decided.exempt_reason.value if decided.exempt_reason else "",
        legal_basis=decided.legal_basis,
        valid_from=decided.valid_from,
        valid_to=decided.valid_to,
    )


def what_changed(changes: Comparison) -> list[str]:
    """Return the names of what changed, as the journal has them."""
    rows: dict[str, Sequence[AnyChange]] = {
        "steps": changes.steps,
        "components": changes.components,
    }
    of_rows = [
        name for name, of in rows.items() if any(row.change is not Change.SAME for row in of)
    ]
    return [*(change.field for change in changes.facts), *of_rows]
