"""What people write into the cells of a sheet of procedures."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.catalogue.rules.cells import (
    CellUnreadable,
    choice_in,
    choices_in,
    count_in,
    day_in,
    money_in,
    money_said,
    share_in,
    share_said,
    yes_in,
)
from motcua.catalogue.rules.terms import Channel, TimeUnit
from motcua.catalogue.sentences import CHANNELS, TIME_UNITS


@pytest.mark.parametrize(
    "text", ["15/9/2025", "15/09/2025", "15-9-2025", "2025-09-15", "2025-09-15T00:00:00"]
)
def test_a_day_is_read_as_people_and_as_programs_write_it(text):
    assert day_in(text) == date(2025, 9, 15)


@pytest.mark.parametrize("text", ["", "30/2/2025", "9/2025", "2025-9-15", "15/9/25", "hôm nay"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(CellUnreadable):
        day_in(text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("", 0),
        ("8000", 8000),
        ("8.000", 8000),
        ("1 500 000 đồng", 1500000),
        ("0", 0),
        ("8.000 đ", 8000),
    ],
)
def test_money_is_read_with_its_thousands(text, amount):
    assert money_in(text) == amount


@pytest.mark.parametrize("text", ["8,000", "8.00", "-1", "miễn", "8.0000", "1e3", "NaN"])
def test_what_may_mean_two_sums_is_refused(text):
    with pytest.raises(CellUnreadable):
        money_in(text)


@pytest.mark.parametrize(
    ("text", "share"), [("12,5", "12.5"), ("12.5 %", "12.5"), ("100%", "100"), ("0,25", "0.25")]
)
def test_shares_are_read_with_a_comma_or_a_point(text, share):
    assert share_in(text) == Decimal(share)


@pytest.mark.parametrize("text", ["", "NaN", "1/4", "12,5 phần", "-3", "1000"])
def test_what_is_no_share_is_refused(text):
    with pytest.raises(CellUnreadable):
        share_in(text)


def test_counts_yes_and_no():
    assert [count_in(text, if_empty=1) for text in ("", "0", "12")] == [1, 0, 12]
    assert [yes_in(text) for text in ("Có", "co", "x", "1", "", "Không", "0")] == [
        *(True, True, True, True, False, False, False)
    ]
    for read in (lambda text: count_in(text, if_empty=0), yes_in):
        with pytest.raises(CellUnreadable):
            read("mấy")


def test_choices_are_read_by_name_without_accents_too_and_by_what_is_kept():
    assert choice_in("ngay lam viec", TIME_UNITS) is TimeUnit.WORKING_DAY
    assert choice_in("at_once", TIME_UNITS) is TimeUnit.AT_ONCE
    assert choices_in("Trực tuyến; trực tiếp;", CHANNELS) == (Channel.DIRECT, Channel.ONLINE)
    with pytest.raises(CellUnreadable):
        choices_in("Trực tiếp, Trực tuyến", CHANNELS)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_day_written_either_way_is_the_same_day(day):
    assert day_in(day.isoformat()) == day_in(f"{day:%d/%m/%Y}") == day


@given(st.integers(0, 10**12 - 1))
def test_money_written_for_people_is_read_back(amount):
    assert money_in(money_said(Decimal(amount))) == amount


@given(st.decimals(0, 100, places=2))
def test_a_share_written_for_people_is_read_back(share):
    assert share_in(share_said(share)) == share


@given(st.text(max_size=30))
def test_no_text_breaks_the_readers(text):
    for read in (day_in, money_in, share_in, yes_in, lambda said: count_in(said, if_empty=0)):
        try:
            read(text)
        except CellUnreadable:
            continue
