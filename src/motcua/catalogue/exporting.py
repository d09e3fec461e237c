"""The catalogue as a sheet that `importing` takes back, and an empty one to fill in by hand."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from typing import IO, Any, Final

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]
from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped]

from motcua.catalogue.models import ProcedureVersion
from motcua.catalogue.queries import content_of
from motcua.catalogue.rules.cells import share_said
from motcua.catalogue.rules.content import ComponentContent, StepContent, VersionContent
from motcua.catalogue.rules.digitisation import DatedScope
from motcua.catalogue.rules.terms import TimeUnit
from motcua.catalogue.sentences import (
    CHANNELS,
    EXEMPT_REASONS,
    FIELDS,
    LEVELS,
    SCOPES,
    TIME_UNITS,
)
from motcua.catalogue.sheet_columns import (
    COMPONENTS_SHEET,
    FLAT,
    GUIDE,
    GUIDE_SHEET,
    KEY,
    PROCEDURES_SHEET,
    SHEETS,
    STEPS_SHEET,
)
from motcua.catalogue.sheet_tables import MARK
from motcua.foundation.sheets import is_formula

Cells = Mapping[str, Any]
"""What stands in a row, by column."""

WIDE: Final = frozenset({"name", "component.name", "legal_basis", "scope.legal_basis", "note"})
HEAD: Final = PatternFill("solid", fgColor="FFE8EEF5")
VALIDATED: Final[Mapping[str, Sequence[str]]] = {
    "time_unit": tuple(TIME_UNITS.values()),
    "scope.scope": tuple(SCOPES.values()),
    "scope.exempt_reason": tuple(EXEMPT_REASONS.values()),
    "component.is_optional": ("Có", "Không"),
}
"""The columns where one of a few words is chosen from a list."""

LISTED_ROWS: Final = 5_000


def write_workbook(versions: Iterable[ProcedureVersion], to: IO[bytes]) -> None:
    """Write versions as an XLSX with a sheet each for procedures, papers and steps.

    `versions` come with what they say. Nothing in it can be taken for a formula.
    """
    book = Workbook(write_only=True)
    sheets = {title: book.create_sheet(title) for title in SHEETS}
    for title, columns in SHEETS.items():
        _lay_out(sheets[title], columns)
    for version in versions:
        content = content_of(version)
        _append(sheets[PROCEDURES_SHEET], PROCEDURES_SHEET, [_procedure(version, content)])
        key = {"code": version.procedure.code, "valid_from": version.valid_from}
        papers = ({**key, **cells} for cells in _papers(content.components))
        _append(sheets[COMPONENTS_SHEET], COMPONENTS_SHEET, papers)
        _append(sheets[STEPS_SHEET], STEPS_SHEET, ({**key, **s} for s in _steps(content.steps)))
    book.save(to)


def csv_lines(versions: Iterable[ProcedureVersion]) -> Iterator[str]:
    """Return versions as the lines of a CSV: one paper and one step to a line, parted by `;`.

    The first line begins with a byte order mark, by which spreadsheets know UTF-8.
    """
    yield "\ufeff" + _csv_line([FIELDS[column] for column in FLAT])
    for version in versions:
        content = content_of(version)
        procedure = _procedure(version, content)
        rows: list[tuple[Cells, Cells]] = list(
            zip_longest(_papers(content.components), _steps(content.steps), fillvalue={})
        )
        for paper, step in rows or [({}, {})]:
            cells: Cells = {**procedure, **paper, **step}
            yield _csv_line([_as_text(cells.get(column)) for column in FLAT])


def write_template(to: IO[bytes]) -> None:
    """Write an empty XLSX with its headings, lists to choose from, and a sheet of guidance."""
    book = Workbook()
    book.remove(book.active)
    for title, columns in SHEETS.items():
        sheet = book.create_sheet(title)
        _lay_out(sheet, columns)
        for number, column in enumerate(columns, start=1):
            _offer_choices(sheet, column, letter=get_column_letter(number))
    guide = book.create_sheet(GUIDE_SHEET)
    guide.column_dimensions["A"].width, guide.column_dimensions["B"].width = 28, 110
    for row in GUIDE:
        guide.append(row)
    for cells in guide.iter_rows():
        cells[1].alignment = Alignment(wrap_text=True, vertical="top")
        cells[0].font = Font(bold=True)
    book.save(to)


def _lay_out(sheet: Any, columns: Sequence[str]) -> None:
    """Write the headings, and keep them in sight."""
    sheet.freeze_panes = "C2"
    for number, column in enumerate(columns, start=1):
        width = 48 if column in WIDE else max(12, len(FIELDS[column]) + 2)
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([_heading(sheet, column) for column in columns])


def _heading(sheet: Any, column: str) -> Any:
    cell = WriteOnlyCell(sheet, value=FIELDS[column])
    cell.font, cell.fill = Font(bold=True), HEAD
    return cell


def _offer_choices(sheet: Any, column: str, *, letter: str) -> None:
    cells = f"{letter}2:{letter}{LISTED_ROWS}"
    if column in VALIDATED:
        words = ",".join(VALIDATED[column])
        choices = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True)
        choices.add(cells)
        sheet.add_data_validation(choices)
    if column in KEY:
        # As text, or a code loses its last noughts and a day its order.
        for row in range(2, 202):
            sheet[f"{letter}{row}"].number_format = "@"


def _append(sheet: Any, title: str, rows: Iterable[Cells]) -> None:
    for cells in rows:
        sheet.append([_cell(sheet, cells.get(column)) for column in SHEETS[title]])


def _cell(sheet: Any, value: object) -> Any:
    cell = WriteOnlyCell(sheet)
    if isinstance(value, str):
        cell.value = _plain(value)
        cell.data_type = "s"
        cell.number_format = "@"
    elif isinstance(value, date):
        cell.value = value
        cell.number_format = "dd/mm/yyyy"
    else:
        cell.value = value
    return cell


def _plain(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"{MARK}{text}" if is_formula(text) else text


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=";", lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, Decimal):
        return share_said(value)
    return _plain(str(value))


def _procedure(version: ProcedureVersion, content: VersionContent) -> Cells:
    at_once = content.limit.unit is TimeUnit.AT_ONCE
    return {
        "code": version.procedure.code,
        "valid_from": version.valid_from,
        "name": version.procedure.name,
        "field.code": version.procedure.field.code,
        "field.name": version.procedure.field.name,
        "valid_to": version.valid_to,
        "levels": "; ".join(name for level, name in LEVELS.items() if level in content.levels),
        "channels": "; ".join(CHANNELS[channel] for channel in content.channels),
        "time_unit": TIME_UNITS[content.limit.unit],
        "time_amount": None if at_once else content.limit.amount,
        "fee": int(content.fee),
        "fee_note": content.fee_note,
        "result_name": content.result_name,
        "legal_basis": content.legal_basis,
        "note": content.note,
    }


def _papers(components: Iterable[ComponentContent]) -> Iterator[Cells]:
    """Return a row for each paper, and one more for each further scope of it."""
    for number, component in enumerate(components, start=1):
        cells = {
            "component.number": number,
            "component.code": component.code,
            "component.name": component.name,
            "component.originals": component.originals,
            "component.copies": component.copies,
            "component.is_optional": "Có" if component.is_optional else "Không",
            "component.note": component.note,
        }
        first, *others = [_scope(scope) for scope in component.scopes] or [{}]
        yield {**cells, **first}
        yield from ({**cells, **scope} for scope in others)


def _scope(decided: DatedScope) -> Cells:
    reason = decided.exempt_reason
    return {
        "scope.scope": SCOPES[decided.scope],
        "scope.exempt_reason": EXEMPT_REASONS[reason] if reason else "",
        "scope.legal_basis": decided.legal_basis,
        "scope.valid_from": decided.valid_from,
        "scope.valid_to": decided.valid_to,
    }


def _steps(steps: Iterable[StepContent]) -> Iterator[Cells]:
    for number, step in enumerate(steps, start=1):
        yield {
            "step.number": number,
            "step.name": step.name,
            "step.done_by": step.done_by,
            "step.share": step.share,
        }
