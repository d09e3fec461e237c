"""Figures as they are written here."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.ui.rules.figures import figure, percent, progress_in_words, seconds_left, time_left

GAP = "\u00a0"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"),
        (1234, "1.234"),
        (1234567.5, "1.234.567,5"),
        (Decimal("95.48"), "95,48"),
        (Decimal("95.455"), "95,46"),
        (-0.001, "0"),
        (-12.5, "-12,5"),
        (100.0, "100"),
    ],
)
def test_a_figure_has_a_comma_and_points_between_thousands(value, said):
    assert figure(value) == said


def test_the_figures_of_the_dispatch():
    assert percent(94.9) == f"94,9{GAP}%"
    assert percent(Decimal("95.48")) == f"95,48{GAP}%"
    assert percent(100) == f"100{GAP}%"
    assert percent(97.649, places=1) == f"97,6{GAP}%"


def test_english_writes_them_the_other_way_round():
    assert figure(1234567.5, language="en") == "1,234,567.5"
    assert percent(94.9, language="en") == "94.9%"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "còn khoảng 10 giây"),
        (34, "còn khoảng 30 giây"),
        (55, "còn khoảng 1 phút"),
        (60, "còn khoảng 1 phút"),
        (600, "còn khoảng 10 phút"),
        (3590, "còn khoảng 1 giờ"),
        (7300, "còn khoảng 2 giờ"),
    ],
)
def test_what_is_left_is_no_more_exact_than_an_estimate(seconds, said):
    assert time_left(seconds) == said


def test_progress_is_told_with_counts():
    told = progress_in_words(17, total=40, thing="trang", seconds_left=58)
    assert told == "17/40 trang, còn khoảng 1 phút"
    assert progress_in_words(40, total=40, thing="trang", seconds_left=3) == "40/40 trang"
    assert progress_in_words(1200, total=5000) == "1.200/5.000"
    told = progress_in_words(1, total=2, thing="pages", seconds_left=60, language="en")
    assert told == "1/2 pages, about 1 minute left"


def test_the_rest_takes_as_long_as_its_share():
    assert seconds_left(done=10, total=40, elapsed=20) == 60
    assert seconds_left(done=0, total=40, elapsed=20) is None
    assert seconds_left(done=40, total=40, elapsed=20) is None


@given(st.decimals(-(10**12), 10**12, places=4))
def test_a_figure_reads_back_as_its_rounded_self(value):
    back = Decimal(figure(value).replace(".", "").replace(",", "."))
    assert abs(back - value) <= Decimal("0.005")
