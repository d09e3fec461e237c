"""Taking the catalogue over from a sheet: every version recorded, or refused with its reasons.

A version is taken whole or not at all. Taking the same sheet twice changes nothing.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final, cast

from django.db import transaction

from motcua.audit.actions import SystemActor, record
from motcua.catalogue import actions
from motcua.catalogue.errors import ContentRefused
from motcua.catalogue.rules.content import Fault, Flaw, faults_in
from motcua.catalogue.sentences import fault_said
from motcua.catalogue.sheet_columns import FLAT
from motcua.catalogue.sheet_reading import Placed, Read, read_version
from motcua.catalogue.sheet_tables import LIMITS, Line, gathered
from motcua.catalogue.taking import Outcome, Taken, Taking
from motcua.foundation.importing import ImportReport, RefusedRow, faults_of
from motcua.kernel.errors import Refusal
from motcua.organisation.models import Level
from motcua.ui.wording import refusal_in_words

SYSTEM: Final = SystemActor()
Refused = tuple[Line, RefusedRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a sheet: the report, and the versions taken one by one."""

    report: ImportReport
    taken: tuple[Taken, ...]


def import_file(path: Path, *, at: datetime, officer: actions.Keeper = SYSTEM) -> ImportReport:
    """Take the catalogue over from a CSV or XLSX; what is counted is versions of procedures.

    Refuses the file as a whole with a kind of `SheetRefused`, and with `EditNotAllowed`.
    """
    with path.open("rb") as file:
        content = file.read(LIMITS.size + 1)
    return import_content(content, name=path.name, at=at, officer=officer).report


@transaction.atomic
def import_content(content: bytes, *, name: str, at: datetime, officer: actions.Keeper) -> Imported:
    """Take the catalogue over from the bytes of a CSV or XLSX, as `import_file` does."""
    actions.require_keeper(officer, at=at)
    imported = _take_all(content, name=name, at=at, officer=officer)
    report = imported.report
    if report.accepted:
        facts = {
            "name": name,
            "accepted": report.accepted,
            "unchanged": report.unchanged,
            "refused": len(report.refused),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        record(act="catalogue.imported", by=officer, about="catalogue", at=at, facts=facts)
    return imported


def require_sheet(content: bytes, *, name: str) -> None:
    """Refuse, with a kind of `SheetRefused`, a file that is no sheet of procedures."""
    gathered(content, name=name)


def look_through(content: bytes, *, name: str, at: datetime, officer: actions.Keeper) -> Imported:
    """Return what `import_content` would do, and leave everything as it is."""
    with transaction.atomic():
        imported = import_content(content, name=name, at=at, officer=officer)
        transaction.set_rollback(True)
    return imported


def _take_all(content: bytes, *, name: str, at: datetime, officer: actions.Keeper) -> Imported:
    read, refused = _readings(content, name=name)
    taking = Taking.of(read, at=at, officer=officer)
    taken: list[Taken] = []
    # The latest first: each earlier one then ends where the next begins, also where that is past.
    for version in sorted(read, key=lambda version: version.valid_from, reverse=True):
        try:
            with transaction.atomic():
                taken.append(taking.take(version))
        except ContentRefused as wrong:
            faults = cast("tuple[Fault, ...]", wrong.faults)
            refused += [_cell(Placed(line=version.line_of(f), fault=f)) for f in faults]
        except Refusal as refusal:
            refused.append(_version(version, refusal))
    unchanged = sum(version.outcome is Outcome.SAME for version in taken)
    return Imported(
        report=ImportReport(
            name=name,
            accepted=len(taken) - unchanged,
            unchanged=unchanged,
            refused=tuple(_in_order(refused)),
        ),
        taken=tuple(sorted(taken, key=lambda version: (version.code, version.valid_from))),
    )


def _readings(content: bytes, *, name: str) -> tuple[list[Read], list[Refused]]:
    """Return the versions that could be read, and why the others could not."""
    read: list[Read] = []
    refused: list[Refused] = []
    for rows in gathered(content, name=name):
        unsound = [(line, fault) for line in rows.lines for fault in faults_of(line.row)]
        version = read_version(rows)
        if unsound:
            refused += unsound
        elif version.faults:
            refused += [_cell(placed) for placed in [*version.faults, *_also_wrong(version)]]
        else:
            read.append(version)
    return read, refused


def _also_wrong(version: Read) -> Iterator[Placed]:
    """Return what else is wrong in texts, so that all is told at once.

    What rests on a cell that could not be read is left for the next time.
    """
    told = {placed.fault.field for placed in version.faults}
    if any(placed.fault.flaw is Flaw.NO_SUCH_VERSION for placed in version.faults):
        return
    for fault in faults_in(version.content, levels=Level.values):
        if fault.flaw in {Flaw.EMPTY, Flaw.TOO_LONG} and fault.field not in told:
            yield Placed(line=version.line_of(fault), fault=fault)


def _in_order(refused: Iterable[Refused]) -> Iterator[RefusedRow]:
    """Return refusals by sheet and row, each naming its sheet where there are several."""
    for line, row in sorted(refused, key=_by_place):
        yield replace(row, sentence=f"Trang “{line.sheet}”: {row.sentence}") if line.sheet else row


def _by_place(refused: Refused) -> tuple[str, int, int]:
    line, row = refused
    column = FLAT.index(row.field) if row.field in FLAT else len(FLAT)
    return (*line.place, column)


def _cell(placed: Placed) -> Refused:
    fault = placed.fault
    row = RefusedRow(
        number=placed.line.row.number,
        field=fault.field,
        code=f"catalogue.{fault.flaw}",
        sentence=fault_said(fault),
    )
    return placed.line, row


def _version(version: Read, refusal: Refusal) -> Refused:
    said = refusal_in_words(refusal)
    row = RefusedRow(
        number=version.first.row.number,
        field="valid_from",
        code=refusal.code,
        sentence=f"{said.what} {said.to_do}",
    )
    return version.first, row
