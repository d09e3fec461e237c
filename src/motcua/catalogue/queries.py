"""Which procedures there were on a given day, and what they asked for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db.models import Exists, F, FilteredRelation, OuterRef, Prefetch, Q, QuerySet, TextField
from django.db.models.functions import Cast

from motcua.catalogue.errors import ProcedureUnknown
from motcua.catalogue.models import (
    ComponentScope,
    Field,
    Procedure,
    ProcedureVersion,
    RequiredComponent,
    WaitingSheet,
)
from motcua.catalogue.rules.content import ComponentContent, StepContent, VersionContent
from motcua.catalogue.rules.digitisation import DatedScope, Standing, rule_set_on, scope_on
from motcua.catalogue.rules.terms import Channel, ExemptReason, Scope, TimeLimit, TimeUnit
from motcua.kernel.text import folded
from motcua.organisation.models import Account
from motcua.organisation.queries import holding_on

_CODE_BEGUN: Final = re.compile(r"[1-3](\.[0-9a-y.]*)?", re.ASCII)
MOST_WORDS: Final = 12


def versions_on(day: date) -> QuerySet[ProcedureVersion]:
    """Return the procedures as they were to be done on a day."""
    return ProcedureVersion.objects.filter(holding_on(day)).select_related("procedure__field")


def version_of(code: str, *, on: date) -> ProcedureVersion | None:
    """Return how a procedure was to be done on a day, or nothing if it was not offered."""
    return versions_on(on).filter(procedure__code=code).first()


def scopes_of(version: ProcedureVersion, *, on: date) -> QuerySet[ComponentScope]:
    """Return what was decided about digitising each paper, as far as the rules of a day know it.

    A paper without a row follows the general rule of the day; `components_on` says which.
    """
    rules = rule_set_on(on)
    return ComponentScope.objects.filter(
        holding_on(on),
        component__version=version,
        scope__in=rules.scopes,
        exempt_reason__in={"", *rules.exempt_reasons},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentOn:
    """One paper that a procedure asks for, and how it stands on a day."""

    pk: int
    number: int
    code: str
    name: str
    originals: int
    copies: int
    is_optional: bool
    note: str
    standing: Standing


def components_on(version: ProcedureVersion, *, on: date) -> list[ComponentOn]:
    """Return the papers of a version with their scopes on a day, in one query.

    Every paper has a scope: where nothing that the rules of the day know was decided about it, it
    is their general rule. Refuses with `NoRulesYet` before the first rule set.
    """
    rows = (
        RequiredComponent.objects.filter(version=version)
        .annotate(held=FilteredRelation("scopes", condition=holding_on(on, of="scopes__")))
        .values(
            *("pk", "number", "code", "name", "originals", "copies", "is_optional", "note"),
            scope=F("held__scope"),
            reason=F("held__exempt_reason"),
            basis=F("held__legal_basis"),
        )
        .order_by("number")
    )
    return [_component_on(row, on=on) for row in rows]


def _component_on(row: dict[str, Any], *, on: date) -> ComponentOn:
    scope, reason, basis = row.pop("scope"), row.pop("reason"), row.pop("basis")
    decided = () if scope is None else (_dated(scope, reason, basis=basis, valid_from=on),)
    return ComponentOn(standing=scope_on(decided, on), **row)


def _dated(
    scope: str, reason: str, *, basis: str, valid_from: date, valid_to: date | None = None
) -> DatedScope:
    return DatedScope(
        scope=Scope(scope),
        exempt_reason=ExemptReason(reason) if reason else None,
        legal_basis=basis,
        valid_from=valid_from,
        valid_to=valid_to,
    )


def offered_on(
    day: date, *, level: str | None = None, channel: Channel | None = None
) -> QuerySet[ProcedureVersion]:
    """Return what is offered on a day, at a level of the administration and through a channel."""
    return _offered(versions_on(day), level=level, channel=channel)


def _offered(
    versions: QuerySet[ProcedureVersion], *, level: str | None, channel: Channel | None
) -> QuerySet[ProcedureVersion]:
    """Keep the versions whose lists name a level and a channel.

    The lists are read as text, because SQLite cannot ask a JSON list what it contains; a word in
    its quotes is found nowhere else.
    """
    if level:
        versions = versions.annotate(levels_said=Cast("levels", TextField())).filter(
            levels_said__contains=f'"{level}"'
        )
    if channel:
        versions = versions.annotate(channels_said=Cast("channels", TextField())).filter(
            channels_said__contains=f'"{channel}"'
        )
    return versions


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for in the catalogue."""

    on: date
    text: str = ""
    """The beginning of a code, or words of a name, with or without accents."""

    field_id: int | None = None
    level: str | None = None
    channel: Channel | None = None


NAME_ORDER: Final = ("name_folded", "pk")
"""The order of lists of procedures, for `screenful`; an index has it."""


def procedures_matching(wanted: Wanted) -> QuerySet[Procedure]:
    """Return the procedures that were offered on a day and are what somebody looks for.

    Each has in `held` its version of that day. Two queries, however many procedures.
    """
    held = _offered(versions_on(wanted.on), level=wanted.level, channel=wanted.channel)
    found = Procedure.objects.filter(Exists(held.filter(procedure=OuterRef("pk"))))
    if wanted.field_id:
        found = found.filter(field_id=wanted.field_id)
    of_day = ProcedureVersion.objects.filter(holding_on(wanted.on))
    return (
        found.filter(_said(wanted.text))
        .select_related("field")
        .prefetch_related(Prefetch("versions", queryset=of_day, to_attr="held"))
    )


def _said(text: str) -> Q:
    """Return the filter for the beginning of a code, or for words that stand anywhere in the name.

    The codes have an index for it on both databases; the names are walked in their index's order.
    """
    plain = folded(text)
    if _CODE_BEGUN.fullmatch(plain):
        return Q(code__startswith=plain.upper())
    found = Q()
    for word in plain.split()[:MOST_WORDS]:
        found &= Q(name_folded__contains=word)
    return found


def fields_in_use() -> QuerySet[Field]:
    """Return the fields of activity that have procedures."""
    return Field.objects.filter(Exists(Procedure.objects.filter(field=OuterRef("pk"))))


def procedures() -> QuerySet[Procedure]:
    """Return every procedure there ever was."""
    return Procedure.objects.select_related("field")


def procedure_of(code: str) -> Procedure:
    """Return the procedure of a code; refuses with `ProcedureUnknown`."""
    found = procedures().filter(code=code).first()
    if found is None:
        raise ProcedureUnknown(procedure=code)
    return found


def versions() -> QuerySet[ProcedureVersion]:
    """Return the versions of all days."""
    return ProcedureVersion.objects.select_related("procedure__field")


def procedures_of(codes: Iterable[str]) -> dict[str, Procedure]:
    """Return the procedures of codes, by code; a few hundred codes to a query."""
    return {
        procedure.code: procedure
        for some in _in_parts(codes)
        for procedure in procedures().filter(code__in=some)
    }


def versions_of(codes: Iterable[str]) -> list[ProcedureVersion]:
    """Return every version of the procedures of codes, with what they say."""
    return [
        version
        for some in _in_parts(codes)
        for version in with_content(versions().filter(procedure__code__in=some))
    ]


def _in_parts(codes: Iterable[str], *, size: int = 500) -> Iterator[list[str]]:
    in_order = sorted(set(codes))
    for start in range(0, len(in_order), size):
        yield in_order[start : start + size]


def components() -> QuerySet[RequiredComponent]:
    """Return the papers of all versions."""
    return RequiredComponent.objects.select_related("version__procedure")


def history_of(procedure: Procedure) -> QuerySet[ProcedureVersion]:
    """Return the versions of a procedure, the latest first, with what they say in three queries."""
    return with_content(versions().filter(procedure=procedure)).order_by("-valid_from")


def with_content(rows: QuerySet[ProcedureVersion]) -> QuerySet[ProcedureVersion]:
    """Fetch what versions say along with them, so that `content_of` asks nothing more."""
    return rows.prefetch_related("steps", "components__scopes")


def content_of(version: ProcedureVersion) -> VersionContent:
    """Return what a version says, as one value."""
    return VersionContent(
        levels=tuple(version.levels),
        channels=tuple(Channel(channel) for channel in version.channels),
        limit=TimeLimit(unit=TimeUnit(version.time_unit), amount=version.time_amount),
        legal_basis=version.legal_basis,
        fee=Decimal(version.fee),
        fee_note=version.fee_note,
        result_name=version.result_name,
        note=version.note,
        steps=tuple(
            StepContent(name=step.name, done_by=step.done_by, share=step.share)
            for step in version.steps.all()
        ),
        components=tuple(_component(component) for component in version.components.all()),
    )


def _component(component: RequiredComponent) -> ComponentContent:
    return ComponentContent(
        name=component.name,
        code=component.code,
        originals=component.originals,
        copies=component.copies,
        is_optional=component.is_optional,
        note=component.note,
        scopes=tuple(
            _dated(
                scope.scope,
                scope.exempt_reason,
                basis=scope.legal_basis,
                valid_from=scope.valid_from,
                valid_to=scope.valid_to,
            )
            for scope in component.scopes.all()
        ),
    )


def catalogue_on(day: date, *, size: int = 200) -> Iterator[ProcedureVersion]:
    """Return the whole catalogue of a day by code, a few hundred versions at a time."""
    rows = with_content(versions_on(day)).order_by("procedure__code")
    yield from rows.iterator(chunk_size=size)


def sheet_waiting_for(account: Account) -> WaitingSheet | None:
    """Return the sheet that somebody looked through and has not recorded."""
    return WaitingSheet.objects.filter(account=account).first()
