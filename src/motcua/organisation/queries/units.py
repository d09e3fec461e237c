"""Which unit there was on a given day, what it was called by, and who carries on its work."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q, QuerySet
from tree_queries.query import TreeQuerySet

from motcua.kernel.text import folded
from motcua.organisation.models import Level, Succession, Unit, UnitCode
from motcua.organisation.queries.standing import holding_on, units_on
from motcua.organisation.rules.reform import Change, change_of

LEVELS: Final = tuple(Level)
"""In the order in which they stand under one unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A unit in the tree of a day: how deep it stands, its code, how many stand under it."""

    unit: Unit
    depth: int
    code: str
    below: int


def codes_on(day: date, *, units: Iterable[int] | None = None) -> dict[int, str]:
    """Return what units are called by on a day, by their number; of all units if none is named."""
    rows = UnitCode.objects.filter(holding_on(day))
    if units is not None:
        rows = rows.filter(unit__in=units)
    return dict(rows.order_by("valid_from").values_list("unit_id", "code"))


def code_of(unit: Unit, *, on: date) -> str:
    """Return what a unit is called by on a day, empty if it has no code then."""
    return codes_on(on, units=[unit.pk]).get(unit.pk, "")


def unit_with_code(code: str, *, on: date) -> Unit | None:
    """Return the unit that has a code on a day, or nothing."""
    held = UnitCode.objects.filter(holding_on(on), code=code).select_related("unit").first()
    return held.unit if held else None


def unit_tree(on: date) -> Sequence[Branch]:
    """Return the units of a day from top to bottom, each followed by those under it.

    Two queries, whatever the size of the tree.
    """
    below: dict[int | None, list[Unit]] = defaultdict(list)
    rows = list(units_on(on))
    there = {unit.pk for unit in rows}
    for unit in sorted(rows, key=lambda unit: (LEVELS.index(Level(unit.level)), folded(unit.name))):
        below[unit.parent_id if unit.parent_id in there else None].append(unit)
    codes = codes_on(on)
    branches = []
    waiting = [(unit, 0) for unit in reversed(below[None])]
    while waiting:
        unit, depth = waiting.pop()
        under = below[unit.pk]
        code = codes.get(unit.pk, "")
        branches.append(Branch(unit=unit, depth=depth, code=code, below=len(under)))
        waiting += [(child, depth + 1) for child in reversed(under)]
    return branches


def units_above(unit: Unit) -> Sequence[Unit]:
    """Return the units above a unit, the highest first; two queries, whatever the depth."""
    higher: QuerySet[Unit] = TreeQuerySet(Unit).ancestors(unit, include_self=False)
    return list(higher)


def successors_of(unit: Unit, *, on: date) -> Sequence[Unit]:
    """Return the units that carry on the work of a unit on a day, through all reforms until then.

    The unit itself while it exists; nothing if it was abolished and nobody carries on. Two queries
    and one more for each reform in between.
    """
    return _carrying_on({unit.pk}, on=on, seen={unit.pk}) if unit.pk else []


def _carrying_on(units: set[int], *, on: date, seen: set[int]) -> Sequence[Unit]:
    there: dict[int, Unit] = {}
    while units:
        alive = {unit.pk: unit for unit in units_on(on).filter(pk__in=units)}
        there |= alive
        ended = units - alive.keys()
        steps = Succession.objects.filter(on__lte=on, predecessor__in=ended)
        units = set(steps.values_list("successor_id", flat=True)) - seen
        seen |= units
    return sorted(there.values(), key=lambda unit: folded(unit.name))


def predecessors_of(unit: Unit) -> QuerySet[Succession]:
    """Return whose work a unit carries on, with the day and the document."""
    rows = Succession.objects.filter(successor=unit).select_related("predecessor")
    return rows.order_by("on", "predecessor__name")


def successions_of(unit: Unit) -> QuerySet[Succession]:
    """Return who carries on the work of a unit directly, with the day and the document."""
    rows = Succession.objects.filter(predecessor=unit).select_related("successor")
    return rows.order_by("on", "successor__name")


def change_to(unit: Unit) -> Change | None:
    """Return what a reform did to a unit, or nothing if none has ended it."""
    if unit.valid_to is None:
        return None
    successors = list(successions_of(unit).values_list("successor_id", flat=True))
    taken_in: dict[int, list[int]] = defaultdict(list)
    pairs = Succession.objects.filter(successor__in=successors, on=unit.valid_to)
    for successor, predecessor in pairs.values_list("successor_id", "predecessor_id"):
        taken_in[successor].append(predecessor)
    return change_of(successors=successors, taken_in=taken_in)


def books_named(books: Collection[str]) -> Mapping[str, str]:
    """Return what the books of units are called in the journal, by their names there."""
    numbers = {book.removeprefix("unit:"): book for book in books if book.startswith("unit:")}
    rows = Unit.objects.filter(pk__in=[number for number in numbers if number.isdecimal()])
    return {numbers[str(pk)]: name for pk, name in rows.values_list("pk", "name")}


def all_units() -> QuerySet[Unit]:
    """Return the units of all times, each with the unit above it."""
    return Unit.objects.select_related("parent")


def units_from(day: date) -> QuerySet[Unit]:
    """Return the units that exist on a day or will."""
    return Unit.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day))


def units_below(unit: Unit, *, on: date) -> QuerySet[Unit]:
    """Return the units that stand under a unit on a day, by name."""
    return units_on(on).filter(parent=unit).order_by("name")
