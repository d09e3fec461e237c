"""Numbers that identify people and organisations, judged as far as the number itself tells."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final

from motcua.intake.errors import IdentityMalformed
from motcua.intake.rules.people import Sex


class IdentityKind(StrEnum):
    """What sort of number it is."""

    PERSONAL_NUMBER = "personal_number"
    """Số định danh cá nhân, of twelve digits."""

    OLD_CARD = "old_card"
    """Chứng minh nhân dân, of nine digits, given out until 2016 and found on old papers."""

    TAX_CODE = "tax_code"
    PASSPORT = "passport"
    OTHER = "other"
    """Whatever else another system sent; nothing is checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalNumber:
    """What the twelve digits of a personal identification number tell."""

    number: str
    province_code: str
    province: str | None
    """Nothing for somebody whose birth was registered abroad."""

    sex: Sex
    born_in: int

    def agrees_with(self, *, sex: Sex | None = None, birth_on: date | None = None) -> bool:
        """Tell whether it can be the number of somebody of this sex, born on this day."""
        return (sex is None or sex is self.sex) and (
            birth_on is None or birth_on.year == self.born_in
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A number and what sort of number it is."""

    kind: IdentityKind
    number: str


FIRST_CENTURY: Final = 1900
FIRST_ABROAD: Final = 101
"""Codes above those of the provinces are codes of countries (TT 59/2021/TT-BCA)."""

NINE_DIGITS: Final = re.compile(r"[0-9]{9}")
TWELVE_DIGITS: Final = re.compile(r"[0-9]{12}")
TAX_CODE: Final = re.compile(r"([0-9]{10})(?:-?([0-9]{3}))?")
PASSPORT: Final = re.compile(r"(?=.*[0-9])(?=.*[A-Z])[A-Z0-9]{6,12}")
TAX_WEIGHTS: Final = (31, 29, 23, 19, 17, 13, 7, 5, 3)
ELEVEN: Final = 11
GAPS: Final = re.compile(r"[\s.]+")


def identity_of(text: str) -> Identity:
    """Return what number a text is, or refuse with `IdentityMalformed` and say what is wrong.

    Spaces and dots between the digits are passed over. Ten digits are a tax code, twelve a
    personal number, nine an old card; letters with digits are taken for a passport.
    """
    given = GAPS.sub("", text).upper()
    if given.isascii() and given.isdigit():
        return _of_digits(given)
    if TAX_CODE.fullmatch(given):
        return Identity(kind=IdentityKind.TAX_CODE, number=tax_code(given))
    if PASSPORT.fullmatch(given):
        return Identity(kind=IdentityKind.PASSPORT, number=given)
    raise IdentityMalformed(kind="unknown", why="shape")


def personal_number(text: str) -> PersonalNumber:
    """Return what a personal identification number tells, or refuse with `IdentityMalformed`.

    Three digits for the place of birth registration, one for sex and century, two for the year of
    birth and six at random (NĐ 137/2015/NĐ-CP Điều 13, TT 59/2021/TT-BCA).
    """
    if not TWELVE_DIGITS.fullmatch(text):
        raise IdentityMalformed(kind=IdentityKind.PERSONAL_NUMBER, why="twelve_digits")
    place = text[:3]
    province = provinces().get(place)
    if province is None and int(place) < FIRST_ABROAD:
        raise IdentityMalformed(kind=IdentityKind.PERSONAL_NUMBER, why="province")
    century, sex = divmod(int(text[3]), 2)
    return PersonalNumber(
        number=text,
        province_code=place,
        province=province,
        sex=Sex.FEMALE if sex else Sex.MALE,
        born_in=FIRST_CENTURY + 100 * century + int(text[4:6]),
    )


def tax_code(text: str) -> str:
    """Return a tax code as it is written, `0100109106` or `0100109106-001` for a branch.

    Refuses with `IdentityMalformed` where the tenth digit does not fit the nine before it.
    """
    shape = TAX_CODE.fullmatch(text)
    if shape is None:
        raise IdentityMalformed(kind=IdentityKind.TAX_CODE, why="shape")
    head, branch = shape.groups()
    total = sum(int(digit) * weight for digit, weight in zip(head, TAX_WEIGHTS, strict=False))
    # Ten in place of one digit cannot be written, so no code with that remainder is given out.
    if ELEVEN - 1 - total % ELEVEN != int(head[9]):
        raise IdentityMalformed(kind=IdentityKind.TAX_CODE, why="check_digit")
    if branch == "000":
        raise IdentityMalformed(kind=IdentityKind.TAX_CODE, why="branch")
    return f"{head}-{branch}" if branch else head


@cache
def provinces() -> Mapping[str, str]:
    """Return the codes of the provinces as personal numbers begin with them."""
    text = (files("motcua.intake") / "law" / "province_codes.csv").read_text("utf-8")
    return {row["code"]: row["name"] for row in csv.DictReader(text.splitlines())}


def _of_digits(given: str) -> Identity:
    if TWELVE_DIGITS.fullmatch(given):
        return Identity(kind=IdentityKind.PERSONAL_NUMBER, number=personal_number(given).number)
    if NINE_DIGITS.fullmatch(given):
        return Identity(kind=IdentityKind.OLD_CARD, number=given)
    if TAX_CODE.fullmatch(given):
        return Identity(kind=IdentityKind.TAX_CODE, number=tax_code(given))
    raise IdentityMalformed(kind="unknown", why="count_of_digits")
