"""The code that a dossier bears: `H23.288.10514-230217-0001`.

Unit, day of reception and number of the day (TT 01/2018/TT-VPCP Điều 19, NĐ 61/2018/NĐ-CP Điều
26). Unit codes are those of QĐ 20/2020/QĐ-TTg, or of QCVN 102:2016/BTTTT on older dossiers.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from motcua.intake.errors import CodeMalformed

DIGITS: Final = 4
LARGEST: Final = 10**DIGITS - 1
CENTURY: Final = 2000
LONGEST_UNIT: Final = 35

NEW_UNIT: Final = re.compile(r"[A-Y][0-9]{2}(?:\.[0-9A-Z]+)*")
OLD_UNIT: Final = re.compile(r"[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Y][0-9]{2}")
SHAPE: Final = re.compile(r"(?P<unit>[0-9A-Z.]+)-(?P<day>[0-9]{6})-(?P<number>[0-9]{4,})")


class Generation(StrEnum):
    """Which rule the code of the unit follows."""

    OLD = "old"
    """`000.00.01.H23`: QCVN 102:2016/BTTTT."""

    NEW = "new"
    """`H23.288.10514`: QĐ 20/2020/QĐ-TTg."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierCode:
    """A dossier code and its parts."""

    unit_code: str
    day: date
    number: int
    generation: Generation

    @property
    def overflows(self) -> bool:
        """Tell whether the number has more digits than the circular allows."""
        return self.number > LARGEST

    def __str__(self) -> str:
        return f"{self.unit_code}-{self.day:%y%m%d}-{self.number:0{DIGITS}d}"


def dossier_code(*, unit_code: str, day: date, number: int) -> DossierCode:
    """Return the code of the nth dossier of a day, or refuse with `CodeMalformed`.

    The circular has four digits. After 9999 a fifth is used, since a citizen cannot be sent away,
    and `overflows` tells it so that somebody is alarmed.
    """
    if number < 1:
        raise CodeMalformed(given=str(number), why="number")
    return DossierCode(
        unit_code=unit_code,
        day=day,
        number=number,
        generation=_generation(unit_code),
    )


def read_code(text: str) -> DossierCode:
    """Return the parts of a code of either generation, or refuse with `CodeMalformed`."""
    given = text.strip().upper()
    shape = SHAPE.fullmatch(given)
    if shape is None:
        raise CodeMalformed(given=text, why="shape")
    day = _day(shape["day"], given=text)
    code = dossier_code(unit_code=shape["unit"], day=day, number=int(shape["number"]))
    if str(code) != given:
        # 00012 for 0012: it would be another dossier to whoever compares letters.
        raise CodeMalformed(given=text, why="number")
    return code


def _generation(unit_code: str) -> Generation:
    if OLD_UNIT.fullmatch(unit_code):
        return Generation.OLD
    if NEW_UNIT.fullmatch(unit_code) and len(unit_code) <= LONGEST_UNIT:
        return Generation.NEW
    raise CodeMalformed(given=unit_code, why="unit")


def _day(text: str, *, given: str) -> date:
    year, month, day = int(text[:2]), int(text[2:4]), int(text[4:])
    try:
        return date(CENTURY + year, month, day)
    except ValueError:
        raise CodeMalformed(given=given, why="day") from None
