"""A dossier code names unit, day and number, in both generations of unit codes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.intake.errors import CodeMalformed
from motcua.intake.rules.codes import Generation, dossier_code, read_code


@pytest.mark.parametrize(
    ("text", "unit", "day", "number", "generation"),
    [
        ("H23.288.10514-230217-0001", "H23.288.10514", date(2023, 2, 17), 1, Generation.NEW),
        ("H23.290-230206-0003", "H23.290", date(2023, 2, 6), 3, Generation.NEW),
        ("H23-230206-9999", "H23", date(2023, 2, 6), 9999, Generation.NEW),
        ("000.00.01.H23-190106-0042", "000.00.01.H23", date(2019, 1, 6), 42, Generation.OLD),
        (" h23.290-240229-0001\n", "H23.290", date(2024, 2, 29), 1, Generation.NEW),
        ("H23.290-260105-10000", "H23.290", date(2026, 1, 5), 10000, Generation.NEW),
    ],
)
def test_codes_of_both_generations_are_read(text, unit, day, number, generation):
    code = read_code(text)
    assert (code.unit_code, code.day, code.number) == (unit, day, number)
    assert code.generation is generation


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "shape"),
        ("H23.290", "shape"),
        ("H23.290-230206-003", "shape"),
        ("H23.290-20230206-0003", "shape"),
        ("H23.290/230206/0003", "shape"),
        ("H23.290-230230-0003", "day"),
        ("H23.290-231301-0003", "day"),
        ("H23.290-230229-0003", "day"),
        ("H23.290-230206-00003", "number"),
        ("H23.290-230206-0000", "number"),
        ("Z01.290-230206-0003", "unit"),
        ("H2.290-230206-0003", "unit"),
        ("H23..290-230206-0003", "unit"),
        ("00.00.01.H23-230206-0003", "unit"),
        (f"H23.{'1' * 32}-230206-0003", "unit"),
        ("H23.290-230206-000٣", "shape"),
    ],
)
def test_whatever_is_no_code_is_refused_with_the_part_that_is_wrong(text, why):
    with pytest.raises(CodeMalformed) as refusal:
        read_code(text)
    assert refusal.value.facts["why"] == why


def test_the_ten_thousandth_dossier_of_a_day_has_five_digits_and_raises_an_alarm():
    day = date(2026, 1, 5)
    assert str(dossier_code(unit_code="H23", day=day, number=9999)) == "H23-260105-9999"
    assert not dossier_code(unit_code="H23", day=day, number=9999).overflows
    assert str(dossier_code(unit_code="H23", day=day, number=10000)) == "H23-260105-10000"
    assert dossier_code(unit_code="H23", day=day, number=10000).overflows


UNITS = st.one_of(
    st.from_regex(r"[A-Y][0-9]{2}(\.[0-9A-Z]{1,6}){0,4}", fullmatch=True),
    st.from_regex(r"[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Y][0-9]{2}", fullmatch=True),
)


@given(
    unit_code=UNITS,
    day=st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    number=st.integers(1, 120_000),
)
def test_what_is_given_out_is_read_back(unit_code, day, number):
    code = dossier_code(unit_code=unit_code, day=day, number=number)
    assert read_code(str(code)) == code


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_refused(text):
    try:
        code = read_code(text)
    except CodeMalformed:
        return
    assert str(code) == text.strip().upper()
