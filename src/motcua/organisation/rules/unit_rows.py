"""A unit as a row of a table says it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from motcua.kernel.text import folded
from motcua.organisation.errors import DayInvalid, LevelUnknown
from motcua.organisation.rules.calendar import ONE_DAY
from motcua.organisation.rules.codes import checked_code
from motcua.organisation.rules.spans import EARLIEST, LATEST, checked_span
from motcua.organisation.rules.texts import optional, required

COLUMNS: Final = frozenset({"code", "name"})
"""What a table must have; `level` or `kind` must be filled besides."""

NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Mã định danh": "code",
        "Mã đơn vị": "code",
        "Tên đơn vị": "name",
        "Tên": "name",
        "Cấp": "level",
        "Loại": "kind",
        "Mã thống kê": "statistical_code",
        "parent_code": "parent",
        "Mã đơn vị cấp trên": "parent",
        "Từ ngày": "valid_from",
        "Đến hết ngày": "valid_to",
        "Văn bản": "document",
        "Mã đơn vị kế thừa": "successor_codes",
    }
)
"""Other headings that mean the same."""

_LEVELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{level: level for level in ("province", "department", "district", "commune", "office")},
        **dict.fromkeys(("cap tinh", "tinh"), "province"),
        **dict.fromkeys(("so", "ban", "nganh", "so, ban, nganh"), "department"),
        **dict.fromkeys(("cap huyen", "huyen", "quan", "thi xa", "thanh pho"), "district"),
        **dict.fromkeys(("cap xa", "xa", "phuong", "thi tran", "dac khu"), "commune"),
        **dict.fromkeys(("phong", "bo phan", "phong, bo phan", "trung tam"), "office"),
    }
)
"""A city is taken for one of a province; for the five or six that are not, the level is written."""

_WAYS_TO_WRITE: Final = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")
_BETWEEN_CODES: Final = re.compile(r"[\s,;|]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """One row; `valid_to` is the first day on which the unit is no more, unlike in the table."""

    number: int
    code: str
    name: str
    level: str
    parent: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    statistical_code: str = ""
    document: str = ""
    successors: tuple[str, ...] = ()


def unit_row(values: Mapping[str, str], *, number: int) -> UnitRow:
    """Return what a row says of a unit; in it, `valid_to` is the last day of the unit.

    Refuses with `FieldMissing`, `FieldTooLong`, `UnitCodeInvalid`, `LevelUnknown`, `DayInvalid`,
    `DaysInWrongOrder`; each names the column as `field`.
    """
    valid_from = _day(values, "valid_from")
    last = _day(values, "valid_to")
    valid_to = last + ONE_DAY if last else None
    if valid_from:
        checked_span(valid_from, valid_to)
    return UnitRow(
        number=number,
        code=checked_code(required(values.get("code", ""), field="code", limit=80)),
        name=required(values.get("name", ""), field="name", limit=200),
        level=_level(values),
        parent=_code(values.get("parent", "")),
        valid_from=valid_from,
        valid_to=valid_to,
        statistical_code=optional(
            values.get("statistical_code", ""), field="statistical_code", limit=10
        ),
        document=optional(values.get("document", ""), field="document", limit=200),
        successors=tuple(
            checked_code(code)
            for code in _BETWEEN_CODES.split(values.get("successor_codes", ""))
            if code
        ),
    )


def _level(values: Mapping[str, str]) -> str:
    said = required(values.get("level", "") or values.get("kind", ""), field="level", limit=80)
    level = _LEVELS.get(folded(said).replace("-", " "))
    if level is None:
        raise LevelUnknown(said=said, field="level")
    return level


def _code(text: str) -> str:
    return checked_code(text) if text else ""


def _day(values: Mapping[str, str], field: str) -> date | None:
    """Return a day; a spreadsheet may have written a time of midnight after it."""
    text = values.get(field, "").removesuffix("T00:00:00")
    if not text:
        return None
    for way in _WAYS_TO_WRITE:
        try:
            day = datetime.strptime(text, way).date()  # noqa: DTZ007 a day has no zone
        except ValueError:
            continue
        if EARLIEST <= day <= LATEST:
            return day
    raise DayInvalid(said=text[:40], field=field)


def from_top_to_bottom(rows: Iterable[UnitRow]) -> Sequence[UnitRow]:
    """Return rows so that each comes after that of the unit above it, where the table has one.

    Rows that stand under one another in a ring come last; what is above them is never found.
    """
    waiting = sorted(rows, key=lambda row: (row.valid_from or EARLIEST, row.number))
    ordered: list[UnitRow] = []
    while waiting:
        codes = {row.code for row in waiting}
        ready = [row for row in waiting if row.parent not in codes or row.parent == row.code]
        if not ready:
            break
        ordered += ready
        taken = {row.number for row in ready}
        waiting = [row for row in waiting if row.number not in taken]
    return [*ordered, *waiting]
