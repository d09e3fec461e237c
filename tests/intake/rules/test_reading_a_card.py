"""The line of an identity card as hand scanners type it. All persons are made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.intake.errors import CardUnreadable
from motcua.intake.rules.chip_card import CardFault, ChipCard, looks_like_a_card, read_card
from motcua.intake.rules.people import Sex

ADDRESS = "Thôn Đông, xã Đại Sơn, huyện Tứ Kỳ, tỉnh Hải Dương"
LINE = f"030090000123|141234567|Nguyễn Văn An|02051990|Nam|{ADDRESS}|01012021"
CARD = ChipCard(
    number="030090000123",
    old_number="141234567",
    full_name="Nguyễn Văn An",
    birth_on=date(1990, 5, 2),
    sex=Sex.MALE,
    address=ADDRESS,
    issued_on=date(2021, 1, 1),
)


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\r", " ", "\t"])
def test_the_line_is_read_whatever_the_scanner_types_at_its_end(end):
    assert read_card(LINE + end) == CARD


@pytest.mark.parametrize("line", [LINE.replace("141234567", ""), LINE.replace("141234567|", "")])
def test_a_card_without_an_old_number_is_read(line):
    card = read_card(line)
    assert card.old_number is None
    assert (card.full_name, card.address) == (CARD.full_name, ADDRESS)


def test_a_card_of_2024_with_more_parts_is_read():
    assert read_card(LINE + "||Nguyễn Văn Bình|Trần Thị Chi|") == CARD


def test_decomposed_letters_are_kept_composed():
    decomposed = LINE.replace("ễ", "e\u0302\u0303").replace("ă", "a\u0306")
    assert read_card(decomposed) == CARD


def test_the_holder_may_be_a_woman():
    line = LINE.replace("030090000123", "030190000123").replace("Nam", "Nữ")
    assert read_card(line).sex is Sex.FEMALE


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", CardFault.EMPTY),
        ("\n", CardFault.EMPTY),
        ("x" * 601, CardFault.TOO_LONG),
        ("030090000123", CardFault.PARTS),
        ("https://dichvucong.gov.vn", CardFault.PARTS),
        (LINE.rpartition("|")[0], CardFault.PARTS),
        (LINE.replace("030090000123", "03009000012"), CardFault.NUMBER),
        (LINE.replace("030090000123", "003090000123"), CardFault.NUMBER),
        (LINE.replace("141234567", "14123"), CardFault.OLD_NUMBER),
        (LINE.replace("Nguyễn", "Nguy?n"), CardFault.NAME),
        (LINE.replace("Nguyễn", "Nguy\ufffdn"), CardFault.NAME),
        (LINE.replace("Nguyễn Văn An", ""), CardFault.NAME),
        (LINE.replace("02051990", "31021990"), CardFault.BIRTH),
        (LINE.replace("02051990", "1990"), CardFault.BIRTH),
        (LINE.replace("Nam", "M"), CardFault.SEX),
        (LINE.replace("01012021", "00002021"), CardFault.ISSUED),
        (LINE.replace("Nam", "Nữ"), CardFault.CONTRADICTION),
        (LINE.replace("02051990", "02051991"), CardFault.CONTRADICTION),
    ],
)
def test_nonsense_is_refused_with_the_part_that_is_wrong(line, why):
    with pytest.raises(CardUnreadable) as refusal:
        read_card(line)
    assert refusal.value.facts == {"why": why}


def test_a_card_is_told_from_other_input():
    assert looks_like_a_card(LINE)
    assert looks_like_a_card("030090000123|")
    assert not looks_like_a_card("030090000123")
    assert not looks_like_a_card("Nguyễn Văn An")
    assert not looks_like_a_card("H23.290-230206-0003")


@given(st.text(max_size=200) | st.lists(st.text(max_size=20), max_size=9).map("|".join))
def test_any_line_is_a_card_or_refused(line):
    try:
        card = read_card(line)
    except CardUnreadable as refusal:
        assert refusal.facts["why"] in set(CardFault)
    else:
        assert len(card.number) == 12
