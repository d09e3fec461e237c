"""What a version of a procedure says, as one value, and what may be wrong with it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from typing import Any, Final

from motcua.catalogue.errors import NoRulesYet
from motcua.catalogue.rules.digitisation import DatedScope, rule_set_on
from motcua.catalogue.rules.terms import Channel, Scope, TimeLimit, TimeUnit
from motcua.catalogue.rules.validity import first_overlap
from motcua.kernel.text import composed

WHOLE: Final = Decimal(100)
CENT: Final = Decimal("0.01")
MOST_TIME: Final = 32767
MOST_SHEETS: Final = 999
MOST_FEE: Final = Decimal(10) ** 12


@dataclass(frozen=True, slots=True, kw_only=True)
class StepContent:
    """One step of the internal process, with its share of the time in percent."""

    name: str
    done_by: str
    share: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentContent:
    """One paper asked for, with all that was decided about digitising it."""

    name: str
    code: str = ""
    originals: int = 1
    copies: int = 0
    is_optional: bool = False
    note: str = ""
    scopes: tuple[DatedScope, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionContent:
    """All that a version says, but for the days on which it holds."""

    levels: tuple[str, ...]
    channels: tuple[Channel, ...]
    limit: TimeLimit
    legal_basis: str
    fee: Decimal = Decimal(0)
    fee_note: str = ""
    result_name: str = ""
    note: str = ""
    steps: tuple[StepContent, ...] = field(default=())
    components: tuple[ComponentContent, ...] = field(default=())


class Flaw(StrEnum):
    """What may be wrong with one field."""

    EMPTY = "empty"
    MALFORMED = "malformed"
    NOT_A_DAY = "not_a_day"
    NOT_A_NUMBER = "not_a_number"
    UNKNOWN_WORD = "unknown_word"
    DIFFERS = "differs"
    NO_SUCH_VERSION = "no_such_version"
    TOO_LONG = "too_long"
    UNKNOWN_LEVEL = "unknown_level"
    NO_TIME = "no_time"
    TIME_AND_AT_ONCE = "time_and_at_once"
    OUT_OF_RANGE = "out_of_range"
    SHARES_NOT_WHOLE = "shares_not_whole"
    NOTHING_ASKED = "nothing_asked"
    NAMED_TWICE = "named_twice"
    REASON_MISSING = "reason_missing"
    REASON_WITHOUT_EXEMPTION = "reason_without_exemption"
    NOT_IN_THE_RULES = "not_in_the_rules"
    NO_RULES_YET = "no_rules_yet"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    SCOPES_OVERLAP = "scopes_overlap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One flaw and the field it is in; `row` counts steps or components from 1."""

    field: str
    flaw: Flaw
    row: int | None = None
    detail: str = ""

    def __str__(self) -> str:
        place = self.field if self.row is None else f"{self.field}[{self.row}]"
        return f"{place}: {self.flaw}{f' ({self.detail})' if self.detail else ''}"


LENGTHS: Final = {
    "legal_basis": 500,
    "fee_note": 300,
    "result_name": 300,
    "note": 500,
    "step.name": 200,
    "step.done_by": 200,
    "component.name": 500,
    "component.code": 60,
    "component.note": 500,
    "scope.legal_basis": 300,
}
"""How many letters a field holds, as the database has it."""


def faults_in(content: VersionContent, *, levels: Iterable[str]) -> list[Fault]:
    """Return all that is wrong with a version, in the order of its fields; nothing if it may stand.

    `levels` are the levels of the administration that there are.
    """
    return [
        *_faults_of_facts(content, levels=frozenset(levels)),
        *_faults_of_time(content.limit),
        *_faults_of_steps(content.steps),
        *_faults_of_components(content.components),
    ]


def shares_are_whole(shares: Sequence[Decimal]) -> bool:
    """Tell whether the steps share out the whole time, 100 percent; without steps there is none."""
    return not shares or sum(shares) == WHOLE


def even_shares(steps: int) -> tuple[Decimal, ...]:
    """Return equal shares that are whole, the last one taking what rounding leaves."""
    if steps == 0:
        return ()
    each = (WHOLE / steps).quantize(CENT, rounding=ROUND_DOWN)
    return (*(each,) * (steps - 1), WHOLE - each * (steps - 1))


def _faults_of_facts(content: VersionContent, *, levels: frozenset[str]) -> Iterator[Fault]:
    if not content.levels:
        yield Fault(field="levels", flaw=Flaw.EMPTY)
    for level in content.levels:
        if level not in levels:
            yield Fault(field="levels", flaw=Flaw.UNKNOWN_LEVEL, detail=level)
    if not content.channels:
        yield Fault(field="channels", flaw=Flaw.EMPTY)
    if not 0 <= content.fee < MOST_FEE or content.fee != content.fee.to_integral_value():
        yield Fault(field="fee", flaw=Flaw.OUT_OF_RANGE, detail=str(content.fee))
    yield from _needed("legal_basis", content.legal_basis)
    for name in ("fee_note", "result_name", "note"):
        yield from _text(name, getattr(content, name))


def _faults_of_time(limit: TimeLimit) -> Iterator[Fault]:
    if limit.unit is TimeUnit.AT_ONCE and limit.amount:
        yield Fault(field="time_amount", flaw=Flaw.TIME_AND_AT_ONCE, detail=str(limit.amount))
    elif limit.unit is not TimeUnit.AT_ONCE and limit.amount == 0:
        yield Fault(field="time_amount", flaw=Flaw.NO_TIME)
    elif not 0 <= limit.amount <= MOST_TIME:
        yield Fault(field="time_amount", flaw=Flaw.OUT_OF_RANGE, detail=str(limit.amount))


def _faults_of_steps(steps: Sequence[StepContent]) -> Iterator[Fault]:
    for row, step in enumerate(steps, start=1):
        yield from _needed("step.name", step.name, row=row)
        yield from _needed("step.done_by", step.done_by, row=row)
        if not 0 <= step.share <= WHOLE or step.share != step.share.quantize(CENT):
            yield Fault(field="step.share", flaw=Flaw.OUT_OF_RANGE, row=row, detail=str(step.share))
    if not shares_are_whole([step.share for step in steps]):
        total = sum((step.share for step in steps), Decimal(0))
        yield Fault(field="steps", flaw=Flaw.SHARES_NOT_WHOLE, detail=str(total))


def _faults_of_components(components: Sequence[ComponentContent]) -> Iterator[Fault]:
    codes: set[str] = set()
    for row, component in enumerate(components, start=1):
        yield from _needed("component.name", component.name, row=row)
        yield from _text("component.code", component.code, row=row)
        yield from _text("component.note", component.note, row=row)
        yield from _faults_of_count(component, row=row)
        if component.code and component.code in codes:
            yield Fault(
                field="component.code", flaw=Flaw.NAMED_TWICE, row=row, detail=component.code
            )
        codes.add(component.code)
        yield from faults_of_scopes(component.scopes, row=row)


def _faults_of_count(component: ComponentContent, *, row: int) -> Iterator[Fault]:
    counts = {"originals": component.originals, "copies": component.copies}
    for name, count in counts.items():
        if not 0 <= count <= MOST_SHEETS:
            yield Fault(
                field=f"component.{name}", flaw=Flaw.OUT_OF_RANGE, row=row, detail=str(count)
            )
    if not any(counts.values()):
        yield Fault(field="component.originals", flaw=Flaw.NOTHING_ASKED, row=row)


def faults_of_scopes(scopes: Sequence[DatedScope], *, row: int | None = None) -> Iterator[Fault]:
    """Return what is wrong with the scopes of one paper, each by the rules of its first day."""
    for scope in scopes:
        yield from _faults_of_scope(scope, row=row)
    overlap = first_overlap(scope.period for scope in scopes)
    if overlap is not None:
        yield Fault(
            field="scope.valid_from",
            flaw=Flaw.SCOPES_OVERLAP,
            row=row,
            detail=overlap.isoformat(),
        )


def _faults_of_scope(decided: DatedScope, *, row: int | None) -> Iterator[Fault]:
    yield from _needed("scope.legal_basis", decided.legal_basis, row=row)
    if not decided.period.is_possible:
        yield Fault(field="scope.valid_to", flaw=Flaw.ENDS_BEFORE_IT_BEGINS, row=row)
    if decided.scope is Scope.EXEMPT and decided.exempt_reason is None:
        yield Fault(field="scope.exempt_reason", flaw=Flaw.REASON_MISSING, row=row)
    elif decided.scope is not Scope.EXEMPT and decided.exempt_reason is not None:
        yield Fault(field="scope.exempt_reason", flaw=Flaw.REASON_WITHOUT_EXEMPTION, row=row)
    else:
        yield from _beyond_the_rules(decided, on=decided.valid_from, row=row)


def _beyond_the_rules(decided: DatedScope, *, on: date, row: int | None) -> Iterator[Fault]:
    try:
        rules = rule_set_on(on)
    except NoRulesYet:
        yield Fault(field="scope.valid_from", flaw=Flaw.NO_RULES_YET, row=row, detail=str(on))
        return
    if not rules.knows(decided.scope, decided.exempt_reason):
        exempts = decided.scope is Scope.EXEMPT and Scope.EXEMPT in rules.scopes
        yield Fault(
            field="scope.exempt_reason" if exempts else "scope.scope",
            flaw=Flaw.NOT_IN_THE_RULES,
            row=row,
            detail=rules.source,
        )


def _needed(name: str, text: str, *, row: int | None = None) -> Iterator[Fault]:
    if not text:
        yield Fault(field=name, flaw=Flaw.EMPTY, row=row)
    yield from _text(name, text, row=row)


def _text(name: str, text: str, *, row: int | None = None) -> Iterator[Fault]:
    if len(text) > LENGTHS[name]:
        yield Fault(field=name, flaw=Flaw.TOO_LONG, row=row, detail=str(LENGTHS[name]))


def tidied(content: VersionContent) -> VersionContent:
    """Return a version with its text as it is kept: composed, with single spaces."""
    return replace(
        content,
        **_tidy(content),
        steps=tuple(replace(step, **_tidy(step)) for step in content.steps),
        components=tuple(
            replace(
                component,
                **_tidy(component),
                scopes=tuple(replace(scope, **_tidy(scope)) for scope in component.scopes),
            )
            for component in content.components
        ),
    )


def _tidy(
    value: VersionContent | StepContent | ComponentContent | DatedScope,
) -> dict[str, Any]:
    texts = {field.name: getattr(value, field.name) for field in fields(value)}
    return {name: composed(text) for name, text in texts.items() if type(text) is str}
