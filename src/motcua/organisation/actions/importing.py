"""Recording units out of a table: each row is taken, or is there already, or is refused."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from motcua.audit.ports import Actor
from motcua.kernel.errors import Refusal
from motcua.organisation.actions.units import add_successors, end_unit, found_unit
from motcua.organisation.errors import ParentUnknown, RowTwice, SuccessorUnknown, UnitDiffers
from motcua.organisation.models import Unit, UnitCode
from motcua.organisation.queries import unit_with_code
from motcua.organisation.rules.reform import Founding
from motcua.organisation.rules.unit_rows import UnitRow, from_top_to_bottom

NO_DOCUMENT: Final = "Theo bảng nhập đơn vị"
"""What is kept where the table names no document for the end of a unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOutcome:
    """What became of a row: refused, or whether it changed something."""

    number: int
    changed: bool = False
    refusal: Refusal | None = None


@transaction.atomic
def import_units(rows: Sequence[UnitRow], *, by: Actor, at: datetime) -> Sequence[RowOutcome]:
    """Record the units of a table, and say of each row what became of it, in their order.

    A row is known by its code and the day it begins; without a day it begins when it is imported,
    or is the unit that has the code then. A reform is one table: what ends is ended from bottom
    to top, then what begins is founded from top to bottom, then who carries on whose work is
    recorded. Running twice changes nothing. A row that is refused leaves the others alone.
    """
    return _Import(rows, by=by, at=at).outcomes()


class _Import:
    def __init__(self, rows: Sequence[UnitRow], *, by: Actor, at: datetime) -> None:
        self._rows = rows
        self._by = by
        self._at = at
        self._today = localdate(at)
        self._refused: dict[int, Refusal] = {}
        self._changed: set[int] = set()

    def outcomes(self) -> Sequence[RowOutcome]:
        ordered = from_top_to_bottom(self._once())
        self._each(reversed(ordered), self._end)
        self._each(ordered, self._found)
        self._each(ordered, self._succeed)
        return [
            RowOutcome(
                number=row.number,
                changed=row.number in self._changed,
                refusal=self._refused.get(row.number),
            )
            for row in self._rows
        ]

    def _once(self) -> Sequence[UnitRow]:
        """Return the rows without those that another row has said already."""
        first: dict[tuple[str, date | None], int] = {}
        kept = []
        for row in self._rows:
            number = first.setdefault((row.code, row.valid_from), row.number)
            if number == row.number:
                kept.append(row)
            else:
                self._refused[row.number] = RowTwice(first=number, field="code")
        return kept

    def _each(self, rows: Iterable[UnitRow], act: Callable[[UnitRow], bool]) -> None:
        """Do an act for each row, in a savepoint of its own."""
        for row in rows:
            if row.number in self._refused:
                continue
            try:
                with transaction.atomic():
                    if act(row):
                        self._changed.add(row.number)
            except Refusal as refusal:
                self._refused[row.number] = refusal

    def _end(self, row: UnitRow) -> bool:
        unit = self._recorded(row) if row.valid_to is not None else None
        if unit is None or row.valid_to is None:
            return False
        self._check_same(unit, row=row)
        if unit.valid_to is not None:
            return False
        end_unit(
            unit.pk,
            on=row.valid_to,
            document=row.document or NO_DOCUMENT,
            by=self._by,
            at=self._at,
        )
        return True

    def _found(self, row: UnitRow) -> bool:
        unit = self._recorded(row)
        if unit is not None:
            self._check_same(unit, row=row)
            return False
        begins = row.valid_from or self._today
        parent = self._parent(row, on=begins)
        founding = Founding(
            name=row.name,
            level=row.level,
            valid_from=begins,
            valid_to=row.valid_to,
            parent_id=parent.pk if parent else None,
            code=row.code,
            statistical_code=row.statistical_code,
            document=row.document,
        )
        found_unit(founding, by=self._by, at=self._at)
        return True

    def _succeed(self, row: UnitRow) -> bool:
        unit = self._recorded(row) if row.successors else None
        if unit is None or unit.valid_to is None:
            return False
        successors = [self._successor(code, on=unit.valid_to).pk for code in row.successors]
        added = add_successors(
            unit.pk,
            successors=successors,
            document=row.document or NO_DOCUMENT,
            by=self._by,
            at=self._at,
        )
        return added > 0

    def _recorded(self, row: UnitRow) -> Unit | None:
        if row.valid_from is None:
            return unit_with_code(row.code, on=self._today)
        codes = UnitCode.objects.filter(code=row.code, unit__valid_from=row.valid_from)
        given = codes.select_related("unit").first()
        return given.unit if given else unit_with_code(row.code, on=row.valid_from)

    def _parent(self, row: UnitRow, *, on: date) -> Unit | None:
        if not row.parent:
            return None
        parent = unit_with_code(row.parent, on=on)
        if parent is None:
            raise ParentUnknown(unit_code=row.parent, on=on, field="parent")
        return parent

    def _successor(self, code: str, *, on: date) -> Unit:
        unit = unit_with_code(code, on=on)
        if unit is None:
            raise SuccessorUnknown(unit_code=code, on=on, field="successor_codes")
        return unit

    def _check_same(self, unit: Unit, *, row: UnitRow) -> None:
        """Refuse a row that says of a unit what is recorded otherwise."""
        parent = self._parent(row, on=unit.valid_from)
        pairs: dict[str, tuple[object, object]] = {
            "valid_from": (unit.valid_from, row.valid_from or unit.valid_from),
            "name": (unit.name, row.name),
            "level": (unit.level, row.level),
            "parent": (unit.parent, parent),
            "valid_to": (unit.valid_to, row.valid_to or unit.valid_to),
            "statistical_code": (
                unit.statistical_code,
                row.statistical_code or unit.statistical_code,
            ),
        }
        for field, (recorded, said) in pairs.items():
            is_to_end = field == "valid_to" and recorded is None
            if recorded != said and not is_to_end:
                raise UnitDiffers(field=field, recorded=str(recorded or ""), said=str(said or ""))
