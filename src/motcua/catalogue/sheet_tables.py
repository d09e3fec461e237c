"""The rows of a sheet of procedures, gathered by the version they belong to."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree

from motcua.catalogue.rules.cells import CellUnreadable, day_in
from motcua.catalogue.sheet_columns import (
    COMPONENT,
    COMPONENTS_SHEET,
    HEADINGS,
    KEY,
    PROCEDURES_SHEET,
    SCOPE,
    SHEETS,
    STEP,
    STEPS_SHEET,
)
from motcua.foundation.errors import NotATable
from motcua.foundation.sheets import Limits, Row, heading, is_formula, read_table
from motcua.foundation.workbooks import lines_of_workbook

LIMITS: Final = Limits(rows=60_000)
MARK: Final = "'"
"""Stands before a text that a spreadsheet would take for a formula."""

BOOK: Final = "xl/workbook.xml"
MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

Key = tuple[str, str]
"""A code and a first day, as they are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row, and the sheet it stands on where there are several."""

    sheet: str
    row: Row

    @property
    def place(self) -> tuple[str, int]:
        """Return where the row is."""
        return self.sheet, self.row.number

    def said(self, column: str) -> str:
        """Return what stands in a column, without the mark that keeps it from being a formula."""
        text = self.row[column]
        return text[1:] if text.startswith(MARK) and is_formula(text[1:]) else text

    def says(self, columns: Iterable[str]) -> bool:
        """Tell whether anything stands under some columns."""
        return any(self.row[column] for column in columns)


@dataclass(slots=True, kw_only=True)
class Gathered:
    """All rows that tell of one version; a row of a CSV may tell of all three."""

    key: Key
    procedure: list[Line] = field(default_factory=list)
    components: list[Line] = field(default_factory=list)
    steps: list[Line] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """Return the rows, each once, in their order."""
        found = {line.place: line for line in [*self.procedure, *self.components, *self.steps]}
        return list(found.values())


def gathered(content: bytes, *, name: str) -> list[Gathered]:
    """Return the rows of a CSV or XLSX by version, in the order they first appear.

    Refuses the file as a whole as `read_table` does.
    """
    by_key: dict[Key, Gathered] = {}
    sheets = _titles_in(content, name=name)
    if PROCEDURES_SHEET not in sheets:
        lines = _lines(content, name=name, sheet="")
        for key, line in _keyed(lines, {}):
            group = by_key.setdefault(key, Gathered(key=key))
            group.procedure.append(line)
            _add(group, line)
        return list(by_key.values())
    for key, line in _keyed(_lines_of(content, PROCEDURES_SHEET, name=name, sheets=sheets), {}):
        by_key.setdefault(key, Gathered(key=key)).procedure.append(line)
    only = _only_versions(by_key)
    for title in (COMPONENTS_SHEET, STEPS_SHEET):
        if title in sheets:
            for key, line in _keyed(_lines_of(content, title, name=name, sheets=sheets), only):
                _add(by_key.setdefault(key, Gathered(key=key)), line)
    return list(by_key.values())


def _add(group: Gathered, line: Line) -> None:
    if line.says((*COMPONENT, *SCOPE)):
        group.components.append(line)
    if line.says(STEP):
        group.steps.append(line)


def _lines_of(content: bytes, title: str, *, name: str, sheets: dict[str, str]) -> Iterator[Line]:
    return _lines(_only_sheet(content, sheets[title], name=name), name=name, sheet=title)


def _lines(content: bytes, *, name: str, sheet: str) -> Iterator[Line]:
    required = SHEETS[sheet][:1] if sheet else KEY
    rows = read_table(
        io.BytesIO(content), name=name, limits=LIMITS, required=required, names=HEADINGS
    )
    return (Line(sheet=sheet, row=row) for row in rows)


def _keyed(lines: Iterable[Line], only: dict[str, str]) -> Iterator[tuple[Key, Line]]:
    """Return rows with their versions; what is left empty is as in the row above.

    Where only the day is left empty and the code above is another, it is the code's only version.
    """
    code, day = "", ""
    for line in lines:
        said, begins = line.said("code"), _day_written(line.said("valid_from"))
        if said and said != code:
            code, day = said, begins or only.get(said, "")
        yield (code, begins or day), line
        day = begins or day


def _day_written(text: str) -> str:
    """Return a day in the one way that is compared, or what stands there instead."""
    with suppress(CellUnreadable):
        return day_in(text).isoformat()
    return text


def _only_versions(keys: Iterable[Key]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for code, day in keys:
        found.setdefault(code, set()).add(day)
    return {code: next(iter(days)) for code, days in found.items() if len(days) == 1}


def _titles_in(content: bytes, *, name: str) -> dict[str, str]:
    """Return the titles of our sheets in a workbook, each as it is written there; none in a CSV."""
    if not content.startswith(b"PK"):
        return {}
    # Refuses what unpacks without end and what holds entities, before anything of it is parsed.
    lines_of_workbook(content, name=name, unpacked=LIMITS.unpacked, columns=1)
    ours = {heading(title): title for title in SHEETS}
    titles = [sheet.get("name", "") for sheet in _book(content, name=name).iter(f"{MAIN}sheet")]
    return {ours[heading(title)]: title for title in titles if heading(title) in ours}


def _only_sheet(content: bytes, title: str, *, name: str) -> bytes:
    """Return a workbook as if one of its sheets were the only one, for the reader of tables.

    Nothing but the list of sheets is changed, so the reader sees all that it must refuse.
    """
    book = _book(content, name=name)
    for part in [*book]:
        if part.tag in {f"{MAIN}bookViews", f"{MAIN}definedNames"}:
            book.remove(part)  # they count the sheets that are gone
    for sheets in book.iter(f"{MAIN}sheets"):
        for sheet in [*sheets]:
            if sheet.get("name") != title:
                sheets.remove(sheet)
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(changed, "w") as copy:
        for part in parts.infolist():
            is_book = part.filename == BOOK
            copy.writestr(part, ElementTree.tostring(book) if is_book else parts.read(part))
    return changed.getvalue()


def _book(content: bytes, *, name: str) -> ElementTree.Element:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return ElementTree.fromstring(parts.read(BOOK))  # noqa: S314 entities were refused
    except (KeyError, ElementTree.ParseError, zipfile.BadZipFile):
        raise NotATable(name=name, row=0) from None
