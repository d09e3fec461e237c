"""The citizens of the example: invented, each with a number that could be theirs.

Family and given names are combined by arithmetic, numbers and telephones are counted up, so that
nobody who lives is meant. A person is the same in every run.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from motcua.intake.rules.chip_card import read_card
from motcua.intake.rules.identity import ELEVEN, TAX_WEIGHTS
from motcua.intake.rules.people import ApplicantKind, Sex
from motcua.intake.rules.requests import Particulars

FAMILIES: Final = (
    *("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Đoàn", "Dương"),
    *("Lương", "Trịnh", "Đinh", "Mai", "Tạ", "Phùng"),
)
MEN: Final = (
    *("Văn Bình", "Đức Thắng", "Quang Huy", "Hữu Phúc", "Xuân Trường", "Văn Quyết", "Minh Tuấn"),
    *("Công Định", "Ngọc Sơn", "Bá Lộc", "Thế Vinh", "Văn Khải", "Trọng Nghĩa"),
)
WOMEN: Final = (
    *("Thị Hoa", "Thị Thanh Hương", "Thu Trang", "Thị Nga", "Ngọc Ánh", "Thị Lụa", "Minh Thư"),
    *("Thị Quế", "Bích Ngọc", "Thị Xuân", "Hải Yến", "Thị Thơm", "Phương Thảo"),
)
HAMLETS: Final = ("Đông", "Đoài", "Thượng", "Hạ", "Trung", "Nội", "Ngoại")
FIRMS: Final = ("An Phát", "Sông Luộc", "Tân Hưng Thịnh", "Vạn Lộc", "Minh Khang", "Đại Lợi")

FIRST_BIRTH: Final = date(1956, 3, 2)
BIRTHS_APART: Final = 173
"""Days: over three hundred people they spread over forty-odd years."""

BIRTHS: Final = 90
SERIAL: Final = 101
FIRST_FIRM: Final = 10_000_000
"""From this number on citizens are firms."""

CARD: Final = (
    "030190000017|142000017|Phạm Thị Hồng Vân|08031990|Nữ|"
    "Thôn Đông, xã Tứ Kỳ, thành phố Hải Phòng|01072021"
)
"""What a scanner types from the identity card of somebody who came before; for trying it out."""


CARD_HOLDER: Final = 0
"""The number of the citizen whose card it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the people of a counter live."""

    name: str
    """As in an address: `xã Tứ Kỳ, thành phố Hải Phòng`."""


def citizen(number: int, *, place: Place) -> Particulars:
    """Return the nth citizen of the example, who lives at a place."""
    if number == CARD_HOLDER:
        return Particulars.of_card(read_card(CARD), phone="0900000000")
    if number >= FIRST_FIRM:
        return firm(number - FIRST_FIRM, place=place)
    sex = Sex.FEMALE if number % 2 else Sex.MALE
    born = FIRST_BIRTH + timedelta(days=(number * 7 % BIRTHS) * BIRTHS_APART)
    given = WOMEN if sex is Sex.FEMALE else MEN
    family = FAMILIES[number * 5 % len(FAMILIES)]
    return Particulars(
        full_name=f"{family} {given[number // 2 % len(given)]}",
        identity_number=_number(number, sex=sex, born=born),
        birth_on=born,
        sex=sex,
        address=f"Thôn {HAMLETS[number % len(HAMLETS)]}, {place.name}",
        phone=f"0900{number:06}",
    )


def firm(number: int, *, place: Place) -> Particulars:
    """Return the nth firm of the example."""
    return Particulars(
        full_name=f"Công ty TNHH {FIRMS[number % len(FIRMS)]}",
        kind=ApplicantKind.ORGANISATION,
        identity_number=_tax_code(number),
        address=f"Cụm công nghiệp, {place.name}",
        phone=f"0909{number:06}",
    )


def _number(number: int, *, sex: Sex, born: date) -> str:
    century = 2 * (born.year // 100 - 19) + (sex is Sex.FEMALE)
    return f"030{century}{born.year % 100:02}{SERIAL + number:06}"


def _tax_code(number: int) -> str:
    """Return the first code from a series on whose tenth digit can be written."""
    serial = 80_000_000 + number * 10
    while True:
        head = f"{serial:09}"
        total = sum(int(digit) * weight for digit, weight in zip(head, TAX_WEIGHTS, strict=True))
        check = ELEVEN - 1 - total % ELEVEN
        if check < ELEVEN - 1:
            return f"{head}{check}"
        serial += 1
