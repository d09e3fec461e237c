"""Codes that identify an office."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.organisation.errors import UnitCodeInvalid
from motcua.organisation.rules.codes import LONGEST, Generation, checked_code, generation_of

GROUP = st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=6)
AUTHORITY = st.from_regex(r"[A-Y][0-9]{2}", fullmatch=True)


@pytest.mark.parametrize(
    ("code", "generation"),
    [
        ("H23", Generation.GOVERNMENT),
        ("H23.290.10570", Generation.GOVERNMENT),
        ("G01.12.A", Generation.GOVERNMENT),
        ("000.00.12.H23", Generation.OLD),
        ("Z010102030405", Generation.OTHER),
        ("Z99X", Generation.OTHER),
    ],
)
def test_codes_of_both_generations_are_known(code, generation):
    assert generation_of(code) is generation


@pytest.mark.parametrize(
    "code",
    [
        "",
        "H2",
        "h23",
        "23.290",
        "H23.",
        "H23..290",
        "H23.290-1",
        "H23.Đ1",
        "Z00123",
        "Z01",
        "Z01.A",
        "Z01 A",
        "000.00.12.Z23",
        "0.00.12.H23",
        "H23\n",
        "H23." + "1" * 32,
    ],
)
def test_what_follows_no_rule_is_no_code(code):
    assert generation_of(code) is None


def test_a_code_may_have_35_characters_and_no_more():
    code = "H23." + "1" * 31
    assert len(code) == LONGEST
    assert generation_of(code) is Generation.GOVERNMENT
    assert generation_of(code + "1") is None


def test_a_code_is_kept_in_capitals_without_spaces_around():
    assert checked_code(" h23.290 ") == "H23.290"


def test_what_is_no_code_is_refused_with_what_was_said():
    with pytest.raises(UnitCodeInvalid) as refused:
        checked_code("H2x")
    assert refused.value.facts == {"said": "H2x", "field": "code"}


@given(AUTHORITY, st.lists(GROUP, max_size=4))
def test_groups_under_an_authority_make_a_code(authority, groups):
    assert generation_of(".".join([authority, *groups])) is Generation.GOVERNMENT


@given(st.text(max_size=40))
def test_whatever_is_taken_is_taken_again_unchanged(text):
    try:
        code = checked_code(text)
    except UnitCodeInvalid:
        return
    assert checked_code(code) == code
    assert len(code) <= LONGEST
