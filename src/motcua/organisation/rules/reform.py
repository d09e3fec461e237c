"""How units begin, end, merge and split.

A unit is one legal life under one name and one unit above. A reform ends units and founds others,
and says who carries on whose work: a merger is several ends with one successor, a split one end
with several. What was counted before that day is never touched.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from motcua.kernel.text import folded
from motcua.organisation.errors import (
    LevelMisplaced,
    LevelUnknown,
    OutlivesParent,
    ParentNotThere,
    SucceedsItself,
    SuccessorNotThere,
    UnitEndedAlready,
    UnitNotThere,
    UnitsBelowGoOn,
)
from motcua.organisation.rules.codes import checked_code
from motcua.organisation.rules.spans import Span, checked_span
from motcua.organisation.rules.texts import optional, required

STANDS_UNDER: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "province": frozenset(),
        "department": frozenset({"province"}),
        "district": frozenset({"province"}),
        "commune": frozenset({"province", "district"}),
        "office": frozenset({"province", "department", "district", "commune", "office"}),
    }
)
"""Under which levels a level may stand; whatever the level, a unit may stand under none.

A commune stands under a district until 30 June 2025 and under the province since (NĐ 118/2025).
Motcua may also be installed for a commune alone, so it need not know what is above.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """A unit as a reform sees it."""

    name: str
    level: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What is decided when a unit is founded; `valid_to` where its end is known, as on import."""

    name: str
    level: str
    valid_from: date
    valid_to: date | None = None
    parent_id: int | None = None
    code: str = ""
    statistical_code: str = ""
    document: str = ""

    @property
    def span(self) -> Span:
        """Return the days of the unit."""
        return Span(valid_from=self.valid_from, valid_to=self.valid_to)


def checked_founding(founding: Founding, *, parent: Life | None) -> Founding:
    """Return a founding as it is recorded; refuses with what is wrong about it.

    `FieldMissing`, `FieldTooLong`, `UnitCodeInvalid`, `DaysInWrongOrder`, `LevelUnknown`; about
    the unit above `LevelMisplaced`, `ParentNotThere`, `OutlivesParent`.
    """
    checked_span(founding.valid_from, founding.valid_to)
    if founding.level not in STANDS_UNDER:
        raise LevelUnknown(said=founding.level[:80], field="level")
    if parent is not None:
        _check_place(founding, parent=parent)
    return replace(
        founding,
        name=required(founding.name, field="name", limit=200),
        code=checked_code(founding.code) if founding.code else "",
        statistical_code=optional(founding.statistical_code, field="statistical_code", limit=10),
        document=optional(founding.document, field="document", limit=200),
    )


def _check_place(founding: Founding, *, parent: Life) -> None:
    if parent.level not in STANDS_UNDER[founding.level]:
        raise LevelMisplaced(level=founding.level, parent_level=parent.level, field="level")
    if not parent.span.holds_on(founding.valid_from):
        raise ParentNotThere(parent=parent.name, on=founding.valid_from, field="parent")
    if founding.span.outlasts(parent.span):
        raise OutlivesParent(
            parent=parent.name, parent_ends_on=parent.span.valid_to, field="parent"
        )


def check_ending(
    unit: Life, *, on: date, below: Iterable[Life], successors: Mapping[int, Life], own_id: int
) -> None:
    """Refuse the end of a unit on a day (the first on which it is no more) if it cannot be.

    `UnitEndedAlready`, `UnitNotThere` on the day before, `UnitsBelowGoOn`, `SucceedsItself`,
    `SuccessorNotThere` on the day itself.
    """
    if unit.span.valid_to is not None:
        raise UnitEndedAlready(unit=unit.name, ends_on=unit.span.valid_to, field="valid_to")
    if on <= unit.span.valid_from:
        raise UnitNotThere(unit=unit.name, on=on, field="valid_to")
    ended = replace(unit.span, valid_to=on)
    left = sorted((life.name for life in below if life.span.outlasts(ended)), key=folded)
    if left:
        raise UnitsBelowGoOn(unit=unit.name, below=", ".join(left), field="valid_to")
    check_successors(successors, on=on, own_id=own_id, own_name=unit.name)


def check_successors(
    successors: Mapping[int, Life], *, on: date, own_id: int, own_name: str
) -> None:
    """Refuse units that cannot carry on the work of another from a day on.

    `SucceedsItself`, `SuccessorNotThere` on that day.
    """
    if own_id in successors:
        raise SucceedsItself(unit=own_name, field="successors")
    for life in successors.values():
        if not life.span.holds_on(on):
            raise SuccessorNotThere(successor=life.name, on=on, field="successors")


class Change(StrEnum):
    """What a reform did to a unit, seen from the unit that ended."""

    ABOLISHED = "abolished"
    CONTINUED = "continued"
    """Renamed, or under another unit: one carries on the work of one."""

    MERGED = "merged"
    SPLIT = "split"
    REARRANGED = "rearranged"
    """Both at once: parts went to units that took in parts of others as well."""


def change_of(*, successors: Collection[int], taken_in: Mapping[int, Collection[int]]) -> Change:
    """Return what became of a unit; `taken_in` tells whose work each successor carries on."""
    if not successors:
        return Change.ABOLISHED
    shared = any(len(set(taken_in.get(unit, ()))) > 1 for unit in successors)
    if len(set(successors)) == 1:
        return Change.MERGED if shared else Change.CONTINUED
    return Change.REARRANGED if shared else Change.SPLIT
