"""Versions of procedures as the rows of a sheet tell them, with all that is wrong in them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeVar

from motcua.catalogue.rules.cells import (
    CellUnreadable,
    choice_in,
    choices_in,
    count_in,
    day_in,
    money_in,
    share_in,
    yes_in,
)
from motcua.catalogue.rules.content import (
    ComponentContent,
    Fault,
    Flaw,
    StepContent,
    VersionContent,
)
from motcua.catalogue.rules.digitisation import DatedScope
from motcua.catalogue.rules.terms import Channel, Scope, TimeLimit, TimeUnit
from motcua.catalogue.rules.validity import ending
from motcua.catalogue.sentences import CHANNELS, EXEMPT_REASONS, LEVELS, SCOPES, TIME_UNITS
from motcua.catalogue.sheet_columns import COMPONENT, PROCEDURE, SCOPE
from motcua.catalogue.sheet_tables import Gathered, Line
from motcua.organisation.models import Level

Meant = TypeVar("Meant")
NO_DAY: Final = date.min
NO_LEVELS: Final[tuple[Level, ...]] = ()
NO_CHANNELS: Final[tuple[Channel, ...]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A fault and the row it stands on."""

    line: Line
    fault: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A version as a sheet tells it; only to be believed where it has no faults."""

    code: str
    name: str
    field_code: str
    field_name: str
    valid_from: date
    valid_to: date | None
    content: VersionContent
    first: Line
    component_lines: tuple[Line, ...]
    step_lines: tuple[Line, ...]
    faults: tuple[Placed, ...] = ()

    def line_of(self, fault: Fault) -> Line:
        """Return the row that a fault of the content stands on."""
        lines: Sequence[Line] = ()
        if fault.field.startswith("step."):
            lines = self.step_lines
        elif fault.field.startswith(("component.", "scope.")):
            lines = self.component_lines
        number = (fault.row or 0) - 1
        return lines[number] if 0 <= number < len(lines) else self.first


@dataclass(slots=True)
class _Reader:
    """Reads cells and remembers what could not be read."""

    faults: list[Placed] = field(default_factory=list)

    def fault(self, line: Line, column: str, flaw: Flaw, detail: str = "") -> None:
        self.faults.append(
            Placed(line=line, fault=Fault(field=column, flaw=flaw, detail=detail[:80]))
        )

    def read(
        self, line: Line, column: str, meaning: Callable[[str], Meant], *, otherwise: Meant
    ) -> Meant:
        try:
            return meaning(line.said(column))
        except CellUnreadable as unreadable:
            self.fault(line, column, unreadable.flaw, unreadable.said)
            return otherwise

    def day(self, line: Line, column: str) -> date | None:
        return self.read(line, column, lambda said: day_in(said) if said else None, otherwise=None)


def read_version(rows: Gathered) -> Read:
    """Return what the rows of one version say."""
    reader = _Reader()
    first = rows.lines[0]
    said = _of_procedure(rows, reader)
    components, component_lines = _components(rows.components, reader)
    steps, step_lines = _steps(rows.steps, reader)
    return Read(
        code=rows.key[0],
        name=said["name"].said("name"),
        field_code=said["field.code"].said("field.code"),
        field_name=said["field.name"].said("field.name"),
        valid_from=_first_day(rows, reader),
        valid_to=reader.day(said["valid_to"], "valid_to"),
        content=VersionContent(
            **_facts(said, reader), steps=tuple(steps), components=tuple(components)
        ),
        first=first,
        component_lines=tuple(component_lines),
        step_lines=tuple(step_lines),
        faults=tuple(reader.faults) if rows.procedure else (_without_procedure(first),),
    )


def _without_procedure(first: Line) -> Placed:
    return Placed(line=first, fault=Fault(field="code", flaw=Flaw.NO_SUCH_VERSION))


def _first_day(rows: Gathered, reader: _Reader) -> date:
    code, day = rows.key
    first = rows.lines[0]
    if not code:
        reader.fault(first, "code", Flaw.EMPTY)
    if not day:
        reader.fault(first, "valid_from", Flaw.EMPTY)
        return NO_DAY
    try:
        return day_in(day)
    except CellUnreadable as unreadable:
        reader.fault(first, "valid_from", unreadable.flaw, unreadable.said)
        return NO_DAY


def _of_procedure(rows: Gathered, reader: _Reader) -> dict[str, Line]:
    """Return for each column of a procedure the row that tells it; the others may not differ."""
    tells: dict[str, Line] = {}
    for line in rows.procedure:
        for column in PROCEDURE[2:]:
            text, earlier = line.said(column), tells.get(column)
            if not text:
                continue
            if earlier is None:
                tells[column] = line
            elif earlier.said(column) != text:
                reader.fault(line, column, Flaw.DIFFERS, str(earlier.row.number))
    beginning = (rows.procedure or rows.lines)[0]
    return {column: tells.get(column, beginning) for column in PROCEDURE}


def _facts(said: dict[str, Line], reader: _Reader) -> dict[str, Any]:
    def text(column: str) -> str:
        return said[column].said(column)

    def read(column: str, meaning: Callable[[str], Meant], *, otherwise: Meant) -> Meant:
        return reader.read(said[column], column, meaning, otherwise=otherwise)

    unit = read("time_unit", lambda word: choice_in(word, TIME_UNITS), otherwise=TimeUnit.AT_ONCE)
    amount = read("time_amount", lambda word: count_in(word, if_empty=0), otherwise=0)
    levels = read("levels", lambda words: choices_in(words, LEVELS), otherwise=NO_LEVELS)
    return {
        "levels": tuple(level.value for level in levels),
        "channels": read(
            "channels", lambda words: choices_in(words, CHANNELS), otherwise=NO_CHANNELS
        ),
        "limit": TimeLimit(unit=unit, amount=amount),
        "fee": read("fee", money_in, otherwise=Decimal(0)),
        **{column: text(column) for column in ("fee_note", "result_name", "legal_basis", "note")},
    }


def _numbered(lines: Iterable[Line], column: str, reader: _Reader) -> list[tuple[int, Line]]:
    """Return rows with their numbers; without one a row follows the row above."""
    numbered, number = [], 0
    for line in lines:
        following = number + 1
        number = reader.read(
            line,
            column,
            lambda said, following=following: count_in(said, if_empty=following),  # type: ignore[misc]
            otherwise=following,
        )
        numbered.append((number, line))
    return numbered


def _components(
    lines: Iterable[Line], reader: _Reader
) -> tuple[list[ComponentContent], list[Line]]:
    """Return the papers in order; rows of one number are one paper with several scopes."""
    papers: dict[int, list[Line]] = {}
    for number, line in _numbered(lines, "component.number", reader):
        papers.setdefault(number, []).append(line)
    in_order = [papers[number] for number in sorted(papers)]
    return [_component(of_paper, reader) for of_paper in in_order], [p[0] for p in in_order]


def _component(lines: Sequence[Line], reader: _Reader) -> ComponentContent:
    first = lines[0]
    for line in lines[1:]:
        for column in COMPONENT[1:]:
            if line.said(column) not in {"", first.said(column)}:
                reader.fault(line, column, Flaw.DIFFERS, str(first.row.number))
    copies = reader.read(first, "component.copies", _count(0), otherwise=0)
    # Who fills in copies alone asks for no original; who fills in neither asks for one.
    originals = _count(0 if first.said("component.copies") not in {"", "0"} else 1)
    return ComponentContent(
        name=first.said("component.name"),
        code=first.said("component.code"),
        originals=reader.read(first, "component.originals", originals, otherwise=1),
        copies=copies,
        is_optional=reader.read(first, "component.is_optional", yes_in, otherwise=False),
        note=first.said("component.note"),
        scopes=_scopes([line for line in lines if line.says(SCOPE)], reader),
    )


def _count(if_empty: int) -> Callable[[str], int]:
    return lambda said: count_in(said, if_empty=if_empty)


def _scopes(lines: Sequence[Line], reader: _Reader) -> tuple[DatedScope, ...]:
    read = [scope for line in lines if (scope := _scope(line, reader)) is not None]
    ends = ending(scope.valid_from for scope in read)
    return tuple(
        DatedScope(
            scope=scope.scope,
            exempt_reason=scope.exempt_reason,
            legal_basis=scope.legal_basis,
            valid_from=scope.valid_from,
            valid_to=scope.valid_to or ends[scope.valid_from],
        )
        for scope in sorted(read, key=lambda scope: scope.valid_from)
    )


def _scope(line: Line, reader: _Reader) -> DatedScope | None:
    decided = reader.read(line, "scope.scope", lambda word: choice_in(word, SCOPES), otherwise=None)
    reason = reader.read(
        line,
        "scope.exempt_reason",
        lambda word: choice_in(word, EXEMPT_REASONS) if word else None,
        otherwise=None,
    )
    valid_from = reader.day(line, "scope.valid_from")
    if not line.said("scope.valid_from"):
        reader.fault(line, "scope.valid_from", Flaw.EMPTY)
    if decided is None or valid_from is None:
        return None
    return DatedScope(
        scope=Scope(decided),
        exempt_reason=reason,
        legal_basis=line.said("scope.legal_basis"),
        valid_from=valid_from,
        valid_to=reader.day(line, "scope.valid_to"),
    )


def _steps(lines: Iterable[Line], reader: _Reader) -> tuple[list[StepContent], list[Line]]:
    in_order = sorted(_numbered(lines, "step.number", reader), key=lambda numbered: numbered[0])
    steps = [
        StepContent(
            name=line.said("step.name"),
            done_by=line.said("step.done_by"),
            share=reader.read(line, "step.share", share_in, otherwise=Decimal(0)),
        )
        for _, line in in_order
    ]
    return steps, [line for _, line in in_order]
