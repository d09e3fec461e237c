"""One box takes a code, a name with or without accents, an identity number or a card."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.intake.errors import CardUnreadable
from motcua.intake.rules.searching import SearchKind, search_for, searchable

LINE = "030090000123|141234567|Nguyễn Văn An|02051990|Nam|Tứ Kỳ|01012021"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("", SearchKind.NOTHING),
        (" - ", SearchKind.NOTHING),
        ("H23.288-230217-0001", SearchKind.CODE),
        ("h23.288", SearchKind.CODE),
        ("H23-23", SearchKind.CODE),
        ("000.00.01.H23-190106-0042", SearchKind.CODE),
        ("030090000123", SearchKind.IDENTITY),
        ("030 090 000 123", SearchKind.IDENTITY),
        ("141234567", SearchKind.IDENTITY),
        ("0100109106", SearchKind.IDENTITY),
        (LINE, SearchKind.IDENTITY),
        ("Nguyễn Văn An", SearchKind.WORDS),
        ("nguyen van an", SearchKind.WORDS),
        ("2302", SearchKind.WORDS),
        ("khai sinh 2023", SearchKind.WORDS),
        ("h23", SearchKind.WORDS),
    ],
)
def test_what_was_typed_is_taken_for_what_it_is(typed, kind):
    assert search_for(typed).kind is kind


def test_accents_do_not_matter():
    assert search_for("NGUYỄN  Văn An").words == search_for("nguyen van an").words


def test_a_card_looks_for_the_new_number_and_the_old():
    assert search_for(LINE + "\n").numbers == ("030090000123", "141234567")


def test_a_damaged_card_is_not_searched_for():
    with pytest.raises(CardUnreadable):
        search_for(LINE[:-3])


def test_what_is_kept_has_words_only():
    kept = searchable("H23.288-230217-0001", "Đăng ký khai sinh", "Nguyễn Văn An")
    assert kept == "h23 288 230217 0001 dang ky khai sinh nguyen van an"


@given(st.text(max_size=80))
def test_words_are_never_more_than_letters_and_digits(text):
    try:
        search = search_for(text)
    except CardUnreadable:
        return
    assert all(word.isalnum() for word in search.words)
    assert len(search.words) <= 8
