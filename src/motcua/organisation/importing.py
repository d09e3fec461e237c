"""Taking units over from a table, at the command and on the screen."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import IO, Final

from motcua.audit.actions import SystemActor
from motcua.audit.ports import Actor
from motcua.foundation.importing import ImportReport, RefusedRow, faults_of
from motcua.foundation.sheets import Limits, Row, read_table
from motcua.kernel.errors import Refusal
from motcua.organisation.actions import RowOutcome, import_units
from motcua.organisation.rules.unit_rows import COLUMNS, NAMES, UnitRow, unit_row
from motcua.organisation.sentences import reason_in_words

LIMITS: Final = Limits(size=4 << 20, unpacked=32 << 20, rows=5_000, columns=30, cell=500)
"""A province has a few hundred units, and a few thousand with those of thirty years."""


def import_file(path: Path, *, at: datetime) -> ImportReport:
    """Import units from a CSV or XLSX as the system itself; refuses with a `SheetRefused`."""
    return import_table(path, name=path.name, by=SystemActor(), at=at)


def import_table(source: Path | IO[bytes], *, name: str, by: Actor, at: datetime) -> ImportReport:
    """Import units from a CSV or XLSX, as far as the person may found and end them.

    Refuses with a `SheetRefused`; a row that cannot be taken is in the report with its reason.
    """
    table = read_table(source, name=name, limits=LIMITS, required=COLUMNS, names=NAMES)
    rows, refused = _readings(table)
    outcomes = import_units(rows, by=by, at=at)
    refused += [
        _refused(outcome.number, outcome.refusal) for outcome in outcomes if outcome.refusal
    ]
    return ImportReport(
        name=name,
        accepted=sum(_is_taken(outcome) and outcome.changed for outcome in outcomes),
        unchanged=sum(_is_taken(outcome) and not outcome.changed for outcome in outcomes),
        refused=tuple(sorted(refused, key=lambda row: row.number)),
    )


def _readings(table: Iterable[Row]) -> tuple[list[UnitRow], list[RefusedRow]]:
    rows: list[UnitRow] = []
    refused: list[RefusedRow] = []
    for row in table:
        if row.faults:
            refused += faults_of(row)
            continue
        try:
            rows.append(unit_row(row.values, number=row.number))
        except Refusal as refusal:
            refused.append(_refused(row.number, refusal))
    return rows, refused


def _is_taken(outcome: RowOutcome) -> bool:
    return outcome.refusal is None


def _refused(number: int, refusal: Refusal) -> RefusedRow:
    return RefusedRow(
        number=number,
        field=str(refusal.facts.get("field", "")),
        code=refusal.code,
        sentence=reason_in_words(refusal),
    )
