"""Invented people for the papers of citizens."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whoever stands at the counter; nobody real."""

    name: str
    born: str
    number: str
    """The personal identification number; the first three digits name no province."""

    home: str
    commune: str


PEOPLE: Final = (
    Person(
        name="Trịnh Thị Bảo Khuyên",
        born="12/9/1988",
        number="099188004216",
        home="thôn Đông Lạc, xã Tân Hưng, huyện Yên Phú",
        commune="xã Tân Hưng",
    ),
    Person(
        name="Ngô Vĩnh Toại",
        born="03/02/1975",
        number="099075001983",
        home="số 27 ngõ 5, phố Cầu Đỏ, thị trấn Yên Phú",
        commune="thị trấn Yên Phú",
    ),
    Person(
        name="Đàm Hữu Quyết",
        born="25/11/1993",
        number="099093007740",
        home="tổ dân phố số 4, phường Lương Xá, thành phố Hải Sơn",
        commune="phường Lương Xá",
    ),
    Person(
        name="Lưu Thị Ánh Hường",
        born="30/6/2001",
        number="099301012358",
        home="xóm Bãi, xã Quảng Lộc, huyện Thanh Lâm",
        commune="xã Quảng Lộc",
    ),
    Person(
        name="Khổng Đắc Nghĩa",
        born="08/4/1969",
        number="099069000527",
        home="khu Trại Gạo, xã Mỹ Đức Đông, huyện Thanh Lâm",
        commune="xã Mỹ Đức Đông",
    ),
    Person(
        name="Vi Thị Xuyến",
        born="17/01/1996",
        number="099196008891",
        home="bản Nà Ít, xã Mường Lạn, huyện Mường Chà",
        commune="xã Mường Lạn",
    ),
)
