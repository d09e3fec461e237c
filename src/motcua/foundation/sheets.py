"""Tables that people bring, CSV or XLSX, read row by row; and what is refused about a file.

A file comes from outside and is believed in nothing: not in its name, its size, its counts, nor
in a cell that would become a formula where somebody opens the table again.
"""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import IO, Final

from motcua.foundation.errors import (
    HeadingWrong,
    NotATable,
    NotUtf8,
    OldWorkbook,
    SheetTooLarge,
    TooManyColumns,
    TooManyRows,
)
from motcua.foundation.workbooks import lines_of_workbook
from motcua.kernel.text import composed, folded

MEBIBYTE: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a table may hold at most."""

    size: int = 16 * MEBIBYTE
    """Bytes of the file."""

    unpacked: int = 128 * MEBIBYTE
    """Bytes of an XLSX when it is unpacked."""

    rows: int = 20_000
    """Rows that say something, without the heading."""

    columns: int = 60
    cell: int = 4_000
    """Characters of one cell."""


class Fault(StrEnum):
    """Why a cell cannot be believed."""

    FORMULA = "foundation.formula"
    ERROR = "foundation.cell_error"
    TOO_LONG = "foundation.cell_too_long"
    CONTROL = "foundation.control_character"
    NO_HEADING = "foundation.beyond_the_heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFault:
    """A cell that cannot be believed; the column is empty where none has a heading."""

    column: str
    fault: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: its number as a spreadsheet shows it, and what stands under each heading.

    Text is in NFC with single spaces. A row with faults is not to be used.
    """

    number: int
    values: Mapping[str, str]
    faults: tuple[CellFault, ...] = field(default=())

    def __getitem__(self, column: str) -> str:
        """Return what stands in a column, which may be nothing; empty if the table lacks it."""
        return self.values.get(column, "")


Cells = Sequence[str]

_NO_NAMES: Final[Mapping[str, str]] = MappingProxyType({})
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_NOT_IN_A_HEADING: Final = re.compile(r"[^a-z0-9]+")
_SIGNED_NUMBER: Final = re.compile(r"[+-][\d\s.,()/-]*")
_ERRORS: Final = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"}
)
_SPARE_ROWS: Final = 1_000


def heading(text: str) -> str:
    """Return a heading as it is compared: `Mã định danh` and ` MÃ ĐỊNH DANH` are one."""
    return _NOT_IN_A_HEADING.sub("_", folded(text)).strip("_")


def read_table(
    source: Path | IO[bytes],
    *,
    name: str,
    limits: Limits = Limits(),
    required: Collection[str] = (),
    names: Mapping[str, str] = _NO_NAMES,
) -> Iterator[Row]:
    """Read a table whose first row names the columns; empty rows are passed over.

    `name` is what the file is called in a refusal; what it is, its content tells. `names` says
    which column another heading means, as `{"Mã định danh": "code"}`; `required` columns must be
    there. The file and its heading are refused at once, with a kind of `SheetRefused`; that there
    are too many rows, or that the file is broken further down, shows while the rows are read.
    """
    content = _content(source, name=name, limits=limits)
    lines: Iterator[tuple[int, Cells]]
    if content.startswith(b"PK"):
        lines = lines_of_workbook(
            content, name=name, unpacked=limits.unpacked, columns=limits.columns + 1
        )
    elif content.startswith(b"\xd0\xcf\x11\xe0"):
        raise OldWorkbook(name=name)
    else:
        lines = _lines_of_text(content, name=name)
    number, first = next(((at, cells) for at, cells in lines if _says_something(cells)), (0, ()))
    if not number:
        raise NotATable(name=name, row=0)
    columns = _columns(first, names=names)
    _check_heading(columns, required=required, name=name, limits=limits)
    return _rows(lines, columns=columns, name=name, limits=limits)


def _content(source: Path | IO[bytes], *, name: str, limits: Limits) -> bytes:
    if isinstance(source, Path):
        with source.open("rb") as file:
            content = file.read(limits.size + 1)
    else:
        content = source.read(limits.size + 1)
    if len(content) > limits.size:
        raise SheetTooLarge(name=name, limit=limits.size)
    return content


def _columns(cells: Cells, *, names: Mapping[str, str]) -> list[str]:
    meant = {heading(other): column for other, column in names.items()}
    said = [heading(_clean(cell)) for cell in cells]
    while said and not said[-1]:
        said.pop()
    return [meant.get(column, column) for column in said]


def _check_heading(
    columns: Sequence[str], *, required: Collection[str], name: str, limits: Limits
) -> None:
    if len(columns) > limits.columns:
        raise TooManyColumns(name=name, limit=limits.columns)
    twice = sorted(column for column, count in Counter(columns).items() if column and count > 1)
    missing = sorted(set(required) - set(columns))
    if twice or missing:
        raise HeadingWrong(name=name, missing=missing, twice=twice)


def _rows(
    lines: Iterator[tuple[int, Cells]], *, columns: Sequence[str], name: str, limits: Limits
) -> Iterator[Row]:
    count = 0
    for number, cells in lines:
        if number > limits.rows + _SPARE_ROWS:
            raise TooManyRows(name=name, limit=limits.rows)
        if not _says_something(cells):
            continue
        count += 1
        if count > limits.rows:
            raise TooManyRows(name=name, limit=limits.rows)
        yield _row(number, cells, columns=columns, limits=limits)


def _says_something(cells: Cells) -> bool:
    return any(_clean(cell) for cell in cells)


def _row(number: int, cells: Cells, *, columns: Sequence[str], limits: Limits) -> Row:
    values = dict.fromkeys(filter(None, columns), "")
    faults = []
    for place, cell in enumerate(cells):
        column = columns[place] if place < len(columns) else ""
        text = _clean(cell)
        fault = _fault(cell, text, column=column, limits=limits)
        if fault is not None:
            faults.append(CellFault(column=column, fault=fault))
        elif column:
            values[column] = text
    return Row(number=number, values=values, faults=tuple(faults))


def _clean(cell: str) -> str:
    """Return the text of a cell without what nobody sees, which spreadsheets copy along."""
    return composed(cell.translate(_INVISIBLE))


def _fault(cell: str, text: str, *, column: str, limits: Limits) -> Fault | None:
    if not text:
        return None
    found = {
        Fault.NO_HEADING: not column,
        Fault.TOO_LONG: len(cell) > limits.cell,
        Fault.FORMULA: is_formula(text),
        Fault.ERROR: text in _ERRORS,
        Fault.CONTROL: any(map(_is_control, text)),
    }
    return next((fault for fault, holds in found.items() if holds), None)


def is_formula(text: str) -> bool:
    """Tell whether a spreadsheet may take a text for a formula; a signed number it may."""
    if text.startswith(("+", "-")):
        return _SIGNED_NUMBER.fullmatch(text) is None
    return text.startswith(("=", "@"))


def _is_control(letter: str) -> bool:
    """Tell whether a letter is an order to a terminal or turns the direction of reading."""
    return unicodedata.category(letter) in {"Cc", "Cs"} or unicodedata.bidirectional(letter) in {
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
    }  # fmt: skip


def _lines_of_text(content: bytes, *, name: str) -> Iterator[tuple[int, Cells]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotUtf8(name=name) from None
    if "\0" in text or text.startswith("%PDF-"):
        raise NotATable(name=name, row=0)
    return _lines_between(text, name=name)


def _lines_between(text: str, *, name: str) -> Iterator[tuple[int, Cells]]:
    number = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, cells
    except csv.Error:
        raise NotATable(name=name, row=number + 1) from None


def _delimiter(text: str) -> str:
    """Return what parts the cells: offices' spreadsheets write `;`, programs `,`."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(";,\t", key=first.count)
