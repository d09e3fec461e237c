"""Passwords that are long enough and would still be the first to be tried."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from accounts.factories import PHRASE, AccountFactory, UnitFactory
from motcua.organisation.accounts.rules.passwords import (
    NEAR_AT_HAND,
    is_name_in_disguise,
    is_near_at_hand,
)


@pytest.mark.parametrize(
    "password",
    ["Matkhau@2026!", "mật khẩu 123456", "UBND-xa-2026-2026", "admin.motcua.1", "Vietnam#vietnam1"],
)
def test_words_that_everybody_knows_with_digits_around_them(password):
    assert is_near_at_hand(password)


@pytest.mark.parametrize(
    "password", [PHRASE, "matkhaucuagà2026", "tờ giấy chìa khoá", "2026-11-25-0830", ""]
)
def test_a_word_of_ones_own_among_them_is_enough_for_this_rule(password):
    assert not is_near_at_hand(password)


@given(st.lists(st.sampled_from(sorted(NEAR_AT_HAND)), min_size=1, max_size=6))
def test_whatever_is_made_of_the_words_is_found(words):
    assert is_near_at_hand("7".join(words))
    assert is_near_at_hand("".join(words).upper())


@given(st.lists(st.sampled_from(sorted(NEAR_AT_HAND)), max_size=5), st.integers(0, 5))
def test_one_strange_letter_makes_another_word(words, place):
    """No word has an f but `asdf…` and `abcdef`, so a piece of `ff` is in none."""
    words.insert(place, "ffff")
    assert not is_near_at_hand("-".join(words))


@pytest.mark.parametrize(
    ("password", "found"),
    [
        ("nguyenvanhoa79", True),
        ("Nguyễn Văn Hoà!", True),
        ("NGUYENVANHOA123", True),
        ("hoa", False),
        (PHRASE, False),
        ("123456789012", False),
        ("x" * 5000, False),
    ],
)
def test_a_name_is_found_with_its_marks_and_without(password, found):
    assert is_name_in_disguise(password, names=["Nguyễn Văn Hoà", ""]) is found


def refusals(password, account):
    try:
        validate_password(password, account)
    except ValidationError as error:
        return {fault.code for fault in error.error_list}
    return set()


@pytest.mark.parametrize(
    ("password", "codes"),
    [
        (PHRASE, set()),
        ("mười một chữ", set()),
        ("ngắn quá", {"password_too_short"}),
        ("8306152947011", {"password_entirely_numeric"}),
        ("administrator", {"password_too_common"}),
        ("matkhau-2026-2026", {"password_near_at_hand"}),
        ("tran-thi-minh-chau", {"password_is_name"}),
        ("chau.ubnd.2026", {"password_is_name"}),
    ],
)
def test_all_rules_together(password, codes):
    account = AccountFactory.build(
        username="chau.ubnd",
        full_name="Trần Thị Minh Châu",
        email="ttmchau@example.vn",
        unit=UnitFactory.build(),
    )
    assert refusals(password, account) == codes


def test_a_password_of_nobody_in_particular_is_judged_as_well():
    assert refusals("matkhau-2026-2026", None) == {"password_near_at_hand"}
    assert refusals(PHRASE, None) == set()
