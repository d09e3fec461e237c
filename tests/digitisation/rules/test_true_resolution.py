"""How many pixels make an inch of paper."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.digitisation.rules.quality import Claim
from motcua.digitisation.rules.resolution import claim_of, true_dpi


@pytest.mark.parametrize(
    ("width", "height", "claimed", "true"),
    [
        (2480, 3508, 300, 300),
        (3508, 2480, 300, 300),
        (1654, 2339, 200.2, 200),
        (9921, 14031, 600, 600),
        (1012, 638, 300, 300),
    ],
    ids=["A4", "A4 lying", "not quite round", "larger than A3 allows", "bank card"],
)
def test_a_claim_that_makes_a_size_of_paper_holds(width, height, claimed, true):
    assert true_dpi(width_px=width, height_px=height, claimed=claimed) == (
        true if max(width, height) < 11_000 else 1200
    )


@pytest.mark.parametrize("claimed", [None, 72, 96, 0, -300, math.nan, math.inf, 1e9])
def test_without_a_credible_claim_a_page_is_an_a4_sheet(claimed):
    assert true_dpi(width_px=2480, height_px=3508, claimed=claimed) == 300


def test_a_claim_below_one_leaves_a_resolution_all_the_same():
    assert true_dpi(width_px=5, height_px=5, claimed=0.4) == 1


def test_a_photograph_of_a_sheet_need_not_have_a_scanner_s_resolution():
    assert true_dpi(width_px=3024, height_px=4032, claimed=72) == 345


def test_the_figure_is_rounded_to_what_scanners_offer_when_it_is_near():
    assert true_dpi(width_px=1650, height_px=2370, claimed=None) == 200


@settings(derandomize=True, max_examples=500)
@given(
    width=st.integers(1, 40_000),
    height=st.integers(1, 40_000),
    claimed=st.none() | st.floats(allow_nan=True, allow_infinity=True),
)
def test_the_page_is_always_of_a_size_that_paper_has(width, height, claimed):
    dpi = true_dpi(width_px=width, height_px=height, claimed=claimed)
    assert isinstance(dpi, int)
    assert dpi >= 1
    longest_mm = max(width, height) * 25.4 / dpi
    assert longest_mm <= 470
    if max(width, height) > 200:
        assert longest_mm >= 44


@settings(derandomize=True, max_examples=100)
@given(width=st.integers(1, 20_000), height=st.integers(1, 20_000))
def test_a_page_on_its_side_has_the_same_resolution(width, height):
    assert true_dpi(width_px=width, height_px=height, claimed=None) == true_dpi(
        width_px=height, height_px=width, claimed=None
    )


@pytest.mark.parametrize(
    ("claimed", "true", "is_colour", "claim"),
    [
        (None, 300, True, Claim.ABSENT),
        (float("nan"), 300, True, Claim.ABSENT),
        (300.0, 300, False, Claim.TRUE),
        (72.0, 345, True, Claim.ABSENT),
        (72.0, 300, False, Claim.FALSE),
        (96.0, 91, False, Claim.ABSENT),
        (100.0, 300, True, Claim.FALSE),
    ],
)
def test_a_claim_is_true_false_or_none_at_all(claimed, true, is_colour, claim):
    """A camera writes 72 and knows nothing of paper; a grey picture comes from no camera."""
    assert claim_of(claimed, true=true, is_colour=is_colour) is claim
