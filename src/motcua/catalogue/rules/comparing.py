"""What changed between two versions of a procedure, so that nobody has to read both."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from motcua.catalogue.rules.content import ComponentContent, StepContent, VersionContent
from motcua.catalogue.rules.digitisation import DatedScope
from motcua.kernel.text import folded

Row = TypeVar("Row", StepContent, ComponentContent)

FACTS: Final = (
    *("levels", "channels", "limit", "fee", "fee_note"),
    *("result_name", "legal_basis", "note"),
)


class Change(StrEnum):
    """What became of one step or paper."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """One fact that is not what it was."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange(Generic[Row]):
    """One step or paper before and after; nothing on the side where it is not."""

    change: Change
    before: Row | None
    after: Row | None
    fields: tuple[str, ...] = ()
    """What is different in it, where it changed; `number` where only its place did."""

    before_number: int | None = None
    after_number: int | None = None


AnyChange = RowChange[StepContent] | RowChange[ComponentContent]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two versions beside one another; the rows are in the order of the later one."""

    facts: tuple[FactChange, ...]
    steps: tuple[RowChange[StepContent], ...]
    components: tuple[RowChange[ComponentContent], ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether the two say the same."""
        rows: list[AnyChange] = [*self.steps, *self.components]
        return not self.facts and all(row.change is Change.SAME for row in rows)


def compare(before: VersionContent, after: VersionContent) -> Comparison:
    """Return what changed from one version to the other.

    A paper is the same paper by its code, or by its name where it has none; a step by its name.
    Case, accents and spacing make no other paper. What is left over at the same number on both
    sides is one that was renamed.
    """
    return Comparison(
        facts=tuple(_facts(before, after)),
        steps=_rows(before.steps, after.steps, key=_of_step),
        components=_rows(before.components, after.components, key=_of_component),
    )


def _facts(before: VersionContent, after: VersionContent) -> Iterable[FactChange]:
    for name in FACTS:
        was, is_now = _comparable(before, name), _comparable(after, name)
        if was != is_now:
            yield FactChange(field=name, before=getattr(before, name), after=getattr(after, name))


def _comparable(content: VersionContent, name: str) -> object:
    value = getattr(content, name)
    return frozenset(value) if isinstance(value, tuple) else value


def _of_step(step: StepContent) -> str:
    return folded(step.name)


def _of_component(component: ComponentContent) -> str:
    return component.code.casefold() or folded(component.name)


def _rows(
    before: Sequence[Row], after: Sequence[Row], *, key: Callable[[Row], str]
) -> tuple[RowChange[Row], ...]:
    was, is_now = _keyed(before, key), _keyed(after, key)
    pairs = {is_now[name]: was[name] for name in is_now if name in was}
    left_before = {number for name, number in was.items() if name not in is_now}
    for number in sorted(set(is_now.values()) - set(pairs)):
        if number in left_before:
            pairs[number] = number
            left_before.discard(number)
    changes = [_change(before, after, pairs=pairs, number=number) for number in range(len(after))]
    for number in sorted(left_before):
        gone: RowChange[Row] = RowChange(
            change=Change.REMOVED, before=before[number], after=None, before_number=number + 1
        )
        places = [change.before_number for change in changes]
        changes.insert(places.index(number) + 1 if number in places else 0, gone)
    return tuple(changes)


def _keyed(rows: Sequence[Row], key: Callable[[Row], str]) -> dict[tuple[str, int], int]:
    """Return the place of each row by its key; the second of the same key is another row."""
    seen: dict[str, int] = {}
    keyed: dict[tuple[str, int], int] = {}
    for number, row in enumerate(rows):
        name = key(row)
        keyed[name, seen.get(name, 0)] = number
        seen[name] = seen.get(name, 0) + 1
    return keyed


def _change(
    before: Sequence[Row], after: Sequence[Row], *, pairs: Mapping[int, int], number: int
) -> RowChange[Row]:
    if number not in pairs:
        return RowChange(
            change=Change.ADDED, before=None, after=after[number], after_number=number + 1
        )
    was = pairs[number]
    different: tuple[str, ...] = _different(before[was], after[number])
    if _is_moved(number, pairs):
        different = (*different, "number")
    return RowChange(
        change=Change.CHANGED if different else Change.SAME,
        before=before[was],
        after=after[number],
        fields=different,
        before_number=was + 1,
        after_number=number + 1,
    )


def _is_moved(number: int, pairs: Mapping[int, int]) -> bool:
    """Tell whether a row stands elsewhere among the rows that both sides have."""
    earlier_now = sum(other < number for other in pairs)
    earlier_then = sum(other < pairs[number] for other in pairs.values())
    return earlier_now != earlier_then


def _different(was: Row, is_now: Row) -> tuple[str, ...]:
    return tuple(
        field.name
        for field in fields(was)
        if getattr(was, field.name) != getattr(is_now, field.name)
    )


def scopes_added(
    before: VersionContent, after: VersionContent
) -> list[tuple[int, DatedScope]] | None:
    """Return what was decided anew about which paper, by its number, if nothing else is different.

    A decision that stands may be ended by a new one and is otherwise as it was. Returns nothing
    (None) where anything else changed.
    """
    if not compare(_without_scopes(before), _without_scopes(after)).is_empty:
        return None
    added: list[tuple[int, DatedScope]] = []
    papers = zip(before.components, after.components, strict=True)
    for number, (was, is_now) in enumerate(papers, start=1):
        new = _scopes_beyond(was.scopes, is_now.scopes)
        if new is None:
            return None
        added += [(number, scope) for scope in new]
    return added


def _without_scopes(content: VersionContent) -> VersionContent:
    bare = tuple(replace(component, scopes=()) for component in content.components)
    return replace(content, components=bare)


def _scopes_beyond(
    was: Sequence[DatedScope], is_now: Sequence[DatedScope]
) -> list[DatedScope] | None:
    standing = {scope.valid_from: scope for scope in was}
    said = {scope.valid_from: scope for scope in is_now}
    new = [scope for day, scope in sorted(said.items()) if day not in standing]
    ends = {scope.valid_from for scope in new}
    for day, scope in standing.items():
        again = said.get(day)
        if again is None or again != replace(scope, valid_to=again.valid_to):
            return None
        if again.valid_to != scope.valid_to and again.valid_to not in ends:
            return None
    return new
