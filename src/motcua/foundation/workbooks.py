"""The rows of an XLSX as texts; a workbook comes from outside and is believed in nothing."""

import io
import math
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, Final

from openpyxl import load_workbook  # type: ignore[import-untyped]
from openpyxl.utils.exceptions import InvalidFileException  # type: ignore[import-untyped]

from motcua.foundation.errors import HostileWorkbook, NotATable, SheetTooLarge

_PLACES: Final = re.compile(r"0\.(0{1,12})")
_ENTITIES: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PARTS: Final = 1_000
_BROKEN: Final = (
    ArithmeticError,
    AttributeError,
    EOFError,
    InvalidFileException,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,  # of which the faults of XML are kinds
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
"""All that openpyxl was seen to raise, or may, where a workbook is broken."""


def lines_of_workbook(
    content: bytes, *, name: str, unpacked: int, columns: int
) -> Iterator[tuple[int, list[str]]]:
    """Return the rows of the first sheet that is shown, each with its number.

    `unpacked` is how many bytes it may unpack to, `columns` how many cells of a row are read.
    Refuses with `NotATable`, also midway, `HostileWorkbook` and `SheetTooLarge`.
    """
    try:
        _check_parts(content, name=name, unpacked=unpacked)
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        sheet = next(sheet for sheet in book.worksheets if sheet.sheet_state == "visible")
    except (*_BROKEN, StopIteration):
        raise NotATable(name=name, row=0) from None
    # The dimensions are what the file says of itself; without them its rows are simply read.
    sheet.reset_dimensions()
    return _lines_of_sheet(sheet, name=name, columns=columns)


def _check_parts(content: bytes, *, name: str, unpacked: int) -> None:
    """Refuse a workbook that unpacks without end, or holds macros or entities."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        listed = parts.infolist()
        if len(listed) > _PARTS:
            raise HostileWorkbook(name=name, found="parts")
        if sum(part.file_size for part in listed) > unpacked:
            raise SheetTooLarge(name=name, limit=unpacked)
        if any(part.filename.lower().endswith("vbaproject.bin") for part in listed):
            raise HostileWorkbook(name=name, found="macros")
        for part in listed:
            # What comes as UTF-16 has a zero beside every letter.
            plain = parts.read(part).replace(b"\0", b"")
            if part.filename.lower().endswith((".xml", ".rels")) and _ENTITIES.search(plain):
                raise HostileWorkbook(name=name, found="entities")


def _lines_of_sheet(sheet: Any, *, name: str, columns: int) -> Iterator[tuple[int, list[str]]]:
    number = 0
    try:
        for number, cells in enumerate(sheet.iter_rows(max_col=columns), start=1):
            yield number, [_said(cell) for cell in cells]
    except _BROKEN:
        raise NotATable(name=name, row=number + 1) from None


def _said(cell: Any) -> str:
    """Return what a cell of a workbook says, dates as ISO 8601, yes and no as 1 and 0."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return value if isinstance(value, str) else "="
    if isinstance(value, datetime | date | time):
        return _said_time(value, shown=cell.number_format)
    if isinstance(value, bool):
        return str(int(value))
    return _said_number(value, shown=cell.number_format) if isinstance(value, float) else str(value)


def _said_time(value: datetime | date | time, *, shown: str) -> str:
    if isinstance(value, datetime) and value.time() == time() and "h" not in shown.casefold():
        return value.date().isoformat()
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat()


def _said_number(value: float, *, shown: str) -> str:
    """Return a number as it is shown: 2.00063 under the format 0.000000 is 2.000630."""
    places = _PLACES.fullmatch(shown)
    if places is not None:
        return f"{value:.{len(places[1])}f}"
    return str(int(value)) if math.isfinite(value) and value.is_integer() else repr(value)
