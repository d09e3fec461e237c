"""Taking dossiers over from a table: each row recorded, there already, or refused with its reason.

What is taken so is reported and not proved: its counts of digitised papers are kept as reported
figures with their source. Taking the same table twice changes nothing.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Final

from motcua.audit.actions import SystemActor
from motcua.foundation.importing import ImportReport, RefusedRow, faults_of
from motcua.foundation.sheets import Limits, Row, read_table
from motcua.intake.actions.importing import RowOutcome, Sheet, TakenRow, import_rows
from motcua.intake.rules.dossier_rows import REQUIRED, DossierRow, dossier_row
from motcua.intake.sentences import FIELDS, reason_in_words
from motcua.kernel.errors import Refusal

LIMITS: Final = Limits(size=256 << 20, unpacked=1 << 30, rows=1_000_000, columns=60, cell=2_000)
AT_A_TIME: Final = 1_000
NAMES: Final = {said: column for column, said in FIELDS.items()}


def import_file(path: Path, *, at: datetime) -> ImportReport:
    """Take dossiers over from a CSV or XLSX, as the system itself.

    Refuses the file as a whole with a kind of `SheetRefused`. A thousand rows are one transaction:
    whatever interrupts it, taking the file again goes on where it was.
    """
    sheet = Sheet(name=path.name, sha256=_digest(path))
    rows = read_table(path, name=path.name, limits=LIMITS, required=REQUIRED, names=NAMES)
    taken: list[TakenRow] = []
    refused: list[RefusedRow] = []
    for batch in _batches(_readings(rows, refused)):
        taken += import_rows(batch, sheet=sheet, by=SystemActor(), at=at)
    refused += [_refused(row.number, row.refusal) for row in taken if row.refusal]
    return ImportReport(
        name=path.name,
        accepted=sum(row.outcome is RowOutcome.ACCEPTED for row in taken),
        unchanged=sum(row.outcome is RowOutcome.UNCHANGED for row in taken),
        refused=tuple(sorted(refused, key=lambda row: row.number)),
    )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _readings(rows: Iterable[Row], refused: list[RefusedRow]) -> Iterator[DossierRow]:
    for row in rows:
        if row.faults:
            refused += faults_of(row)
            continue
        try:
            yield dossier_row(row.values, number=row.number)
        except Refusal as refusal:
            refused.append(_refused(row.number, refusal))


def _batches(rows: Iterator[DossierRow]) -> Iterator[list[DossierRow]]:
    while batch := list(islice(rows, AT_A_TIME)):
        yield batch


def _refused(number: int, refusal: Refusal) -> RefusedRow:
    return RefusedRow(
        number=number,
        field=str(refusal.facts.get("field", "")),
        code=refusal.code,
        sentence=reason_in_words(refusal),
    )
