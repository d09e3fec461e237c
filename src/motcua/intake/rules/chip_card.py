"""The line that a hand scanner types from the QR code of an identity card.

`012345678901|123456789|Nguyễn Văn A|01011990|Nam|địa chỉ|01012021`: personal number, number of the
old card, name, birth, sex, residence, day of issue. Cards of 2024 and later add more parts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from motcua.intake.errors import CardUnreadable, IdentityMalformed
from motcua.intake.rules.identity import NINE_DIGITS, TWELVE_DIGITS, personal_number
from motcua.intake.rules.people import Sex
from motcua.kernel.text import composed, folded

LONGEST: Final = 600
PARTS: Final = 7
NAME: Final = re.compile(r"[^\W\d_]+(?:[ '’.-]+[^\W\d_]+)*")
DAY: Final = re.compile(r"(\d{2})/?(\d{2})/?(\d{4})")
SEXES: Final = {"nam": Sex.MALE, "nu": Sex.FEMALE}


class CardFault(StrEnum):
    """Why a line is not what a card says."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    PARTS = "parts"
    """Not as many parts as a card has: it was not read to its end, or is another code."""

    NUMBER = "number"
    OLD_NUMBER = "old_number"
    NAME = "name"
    """The name has signs that names have not: the scanner does not type Vietnamese letters."""

    BIRTH = "birth"
    SEX = "sex"
    ISSUED = "issued"
    CONTRADICTION = "contradiction"
    """The number belongs to another sex or another year of birth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipCard:
    """What an identity card says of its holder."""

    number: str
    old_number: str | None
    full_name: str
    birth_on: date
    sex: Sex
    address: str
    issued_on: date


def looks_like_a_card(text: str) -> bool:
    """Tell whether a typed text is meant as the line of a card, so that it is read as one."""
    head, bar, _ = text.strip().partition("|")
    return bool(bar) and TWELVE_DIGITS.fullmatch(head.strip()) is not None


def read_card(line: str) -> ChipCard:
    """Return what a card says, or refuse with `CardUnreadable` and say which part is wrong.

    The old number may be empty or left out, and a line end may follow.
    """
    parts = _parts(line)
    number, old_number, name, birth, sex, address, issued, *_ = parts
    card = ChipCard(
        number=_number(number),
        old_number=_old_number(old_number),
        full_name=_name(name),
        birth_on=_day(birth, fault=CardFault.BIRTH),
        sex=_sex(sex),
        address=composed(address),
        issued_on=_day(issued, fault=CardFault.ISSUED),
    )
    if not personal_number(card.number).agrees_with(sex=card.sex, birth_on=card.birth_on):
        raise CardUnreadable(why=CardFault.CONTRADICTION)
    return card


def _parts(line: str) -> Sequence[str]:
    if not line.strip():
        raise CardUnreadable(why=CardFault.EMPTY)
    if len(line) > LONGEST:
        raise CardUnreadable(why=CardFault.TOO_LONG)
    parts = [part.strip() for part in line.strip().split("|")]
    # Without the old number the second part is the name, which has no digit in it.
    if len(parts) >= PARTS - 1 and parts[1] and not any(sign.isdigit() for sign in parts[1]):
        parts.insert(1, "")
    if len(parts) < PARTS:
        raise CardUnreadable(why=CardFault.PARTS)
    return parts


def _number(text: str) -> str:
    try:
        return personal_number(text).number
    except IdentityMalformed:
        raise CardUnreadable(why=CardFault.NUMBER) from None


def _old_number(text: str) -> str | None:
    if not text:
        return None
    if not NINE_DIGITS.fullmatch(text) and not TWELVE_DIGITS.fullmatch(text):
        raise CardUnreadable(why=CardFault.OLD_NUMBER)
    return text


def _name(text: str) -> str:
    name = composed(text)
    if not NAME.fullmatch(name):
        raise CardUnreadable(why=CardFault.NAME)
    return name


def _sex(text: str) -> Sex:
    sex = SEXES.get(folded(text))
    if sex is None:
        raise CardUnreadable(why=CardFault.SEX)
    return sex


def _day(text: str, *, fault: CardFault) -> date:
    shape = DAY.fullmatch(text)
    if shape is None:
        raise CardUnreadable(why=fault)
    day, month, year = (int(part) for part in shape.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise CardUnreadable(why=fault) from None
