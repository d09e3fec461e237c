"""Identity numbers are judged as far as the number itself tells. All numbers are made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.intake.errors import IdentityMalformed
from motcua.intake.rules.identity import (
    IdentityKind,
    identity_of,
    personal_number,
    provinces,
    tax_code,
)
from motcua.intake.rules.people import Sex


@pytest.mark.parametrize(
    ("number", "province", "sex", "born_in"),
    [
        ("030090000123", "Hải Dương", Sex.MALE, 1990),
        ("031185004567", "Hải Phòng", Sex.FEMALE, 1985),
        ("001204000001", "Hà Nội", Sex.MALE, 2004),
        ("096323999999", "Cà Mau", Sex.FEMALE, 2023),
        ("079099000000", "Thành phố Hồ Chí Minh", Sex.MALE, 1999),
    ],
)
def test_a_personal_number_tells_province_sex_and_year(number, province, sex, born_in):
    told = personal_number(number)
    assert (told.province, told.sex, told.born_in) == (province, sex, born_in)


def test_somebody_registered_abroad_has_no_province():
    assert personal_number("101090000123").province is None


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("03009000012", "twelve_digits"),
        ("0300900001234", "twelve_digits"),
        ("03009000012a", "twelve_digits"),
        ("٠٣٠٠٩٠٠٠٠١٢٣", "twelve_digits"),
        ("000090000123", "province"),
        ("003090000123", "province"),
        ("097090000123", "province"),
    ],
)
def test_what_is_no_personal_number_is_refused(number, why):
    with pytest.raises(IdentityMalformed) as refusal:
        personal_number(number)
    assert refusal.value.facts["why"] == why
    assert number not in str(refusal.value)


def test_a_number_agrees_with_its_holder_or_not():
    told = personal_number("030090000123")
    assert told.agrees_with(sex=Sex.MALE, birth_on=date(1990, 5, 2))
    assert told.agrees_with()
    assert not told.agrees_with(sex=Sex.FEMALE)
    assert not told.agrees_with(birth_on=date(1991, 5, 2))


def test_there_are_63_provinces_in_the_list():
    assert len(provinces()) == 63
    assert list(provinces()) == sorted(provinces())
    assert provinces()["030"] == "Hải Dương"


@pytest.mark.parametrize(
    ("code", "written"),
    [
        # 31·0+29·1+23·0+19·0+17·1+13·0+7·9+5·1+3·0 = 114 = 10·11 + 4; 10 − 4 = 6
        ("0100109106", "0100109106"),
        ("0100109106-001", "0100109106-001"),
        ("0100109106001", "0100109106-001"),
        # 31·0+29·8+23·0+19·0+17·1+13·2+7·3+5·4+3·5 = 331 = 30·11 + 1; 10 − 1 = 9
        ("0800123459", "0800123459"),
    ],
)
def test_a_tax_code_with_its_check_digit_is_taken(code, written):
    assert tax_code(code) == written


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("0100109107", "check_digit"),
        ("0100109106-000", "branch"),
        ("010010910", "shape"),
        ("0100109106-01", "shape"),
    ],
)
def test_a_mistyped_tax_code_is_refused(code, why):
    with pytest.raises(IdentityMalformed) as refusal:
        tax_code(code)
    assert refusal.value.facts["why"] == why


@given(
    head=st.text("0123456789", min_size=9, max_size=9),
    place=st.integers(0, 8),
    other=st.integers(1, 9),
)
def test_one_wrong_digit_in_a_tax_code_is_noticed(head, place, other):
    right = [digit for digit in "0123456789" if _is_tax_code(head + digit)]
    assert len(right) <= 1
    for digit in right:
        wrong = head[:place] + str((int(head[place]) + other) % 10) + head[place + 1 :] + digit
        assert not _is_tax_code(wrong)


def _is_tax_code(text):
    try:
        tax_code(text)
    except IdentityMalformed:
        return False
    return True


@pytest.mark.parametrize(
    ("typed", "kind", "number"),
    [
        ("030 090 000 123", IdentityKind.PERSONAL_NUMBER, "030090000123"),
        ("141234567", IdentityKind.OLD_CARD, "141234567"),
        ("0100109106", IdentityKind.TAX_CODE, "0100109106"),
        ("0100109106-001", IdentityKind.TAX_CODE, "0100109106-001"),
        ("c1234567", IdentityKind.PASSPORT, "C1234567"),
        ("AB123456", IdentityKind.PASSPORT, "AB123456"),
    ],
)
def test_what_was_typed_is_recognised(typed, kind, number):
    identity = identity_of(typed)
    assert (identity.kind, identity.number) == (kind, number)


@pytest.mark.parametrize("typed", ["", "12", "12345678", "Nguyễn Văn A", "030090000123X4567", "!"])
def test_what_is_no_number_at_all_is_refused(typed):
    with pytest.raises(IdentityMalformed):
        identity_of(typed)


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_refused(text):
    try:
        assert identity_of(text).number
    except IdentityMalformed as refusal:
        assert set(refusal.facts) == {"kind", "why"}
