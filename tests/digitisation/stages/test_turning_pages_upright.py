"""Which way a page lies."""

import cv2
import numpy as np
import pytest

from digitisation.stages.pages import LETTER, letter, paper, printed, sheet
from motcua.digitisation.pipeline.stages.ink import ink_mask, resized
from motcua.digitisation.pipeline.stages.prepare import (
    for_reading,
    is_blank,
    prepare,
    upside_down,
)
from motcua.digitisation.pipeline.stages.uprightness import skew_deg, turned_by


def mask_of(page):
    return ink_mask(resized(page, 0.5))


@pytest.mark.parametrize(
    ("turns", "back"), [(0, 0), (1, 90), (2, 180), (3, 270)], ids=["0", "90", "180", "270"]
)
def test_a_page_is_turned_the_right_way_up(turns, back):
    """`rot90` turns counter-clockwise, so it is turned back clockwise."""
    page = prepare(sheet(np.ascontiguousarray(np.rot90(letter(), turns))))
    assert page.rotation == back
    assert page.skew_deg == 0
    assert np.array_equal(page.image, letter())
    assert not page.is_blank


@pytest.mark.parametrize("slant", [-4.5, -2, -0.7, 0.5, 1.3, 3])
def test_a_slanting_page_is_levelled(slant):
    slanting = turned_by(letter(), slant)
    page = prepare(sheet(slanting))
    assert page.rotation == 0
    assert page.skew_deg == pytest.approx(-slant, abs=0.2)
    assert page.image.shape == slanting.shape


def test_a_slant_too_small_to_matter_is_left():
    page = prepare(sheet(turned_by(letter(), 0.15)))
    assert page.skew_deg == 0


def test_turning_keeps_size_and_scale():
    page = paper((200, 300))
    page[90:110, 100:200] = 0
    turned = turned_by(page, 90)
    assert turned.shape == page.shape
    rows = np.flatnonzero((turned < 128).any(axis=1))
    assert len(rows) == pytest.approx(100, abs=2)


def test_levelling_a_level_page_twice_changes_nothing():
    once = prepare(sheet(turned_by(letter(), 2)))
    assert abs(skew_deg(mask_of(once.image))) <= 0.3


def test_half_a_turn_and_another_is_none():
    page = prepare(sheet(letter(), encoded=b"jpeg"))
    turned = upside_down(page)
    assert (turned.rotation, turned.encoded) == (180, None)
    assert np.array_equal(turned.image, letter()[::-1, ::-1])
    assert np.array_equal(turned.working, page.working[::-1, ::-1])
    assert upside_down(turned).rotation == 0


def test_the_scanner_s_own_picture_is_kept_only_while_nothing_was_turned():
    assert prepare(sheet(letter(), encoded=b"jpeg")).encoded == b"jpeg"
    turned = np.ascontiguousarray(np.rot90(letter()))
    assert prepare(sheet(turned, encoded=b"jpeg")).encoded is None


def test_the_sheet_that_came_is_left_alone():
    pixels = turned_by(letter(), 2)
    before = pixels.copy()
    prepare(sheet(pixels))
    assert np.array_equal(pixels, before)


def dusty(*, specks, largest):
    page, rng = paper(), np.random.default_rng(3)
    for _ in range(specks):
        x, y = int(rng.integers(0, 1240)), int(rng.integers(0, 1754))
        cv2.circle(page, (x, y), int(rng.integers(0, largest + 1)), 40, -1)
    return page


def punched():
    page = paper()
    for y in (560, 1030):
        cv2.circle(page, (70, y), 18, 20, -1)
    return page


@pytest.mark.parametrize(
    "page",
    [paper(), paper(tone=255), paper(tone=0), dusty(specks=4000, largest=1), punched()],
    ids=["paper", "white", "black", "dust", "punched"],
)
def test_a_page_without_print_is_blank(page):
    before = prepare(sheet(page))
    assert before.is_blank
    assert (before.rotation, before.skew_deg) == (0, 0.0)


def test_the_print_of_the_other_side_does_not_make_a_page():
    assert prepare(sheet(printed(*(LETTER * 4), ink=225))).is_blank


def test_one_line_makes_a_page():
    assert not prepare(sheet(printed(LETTER[0]))).is_blank


def test_dark_edges_of_a_scan_make_no_page():
    page = paper()
    page[:25], page[:, -20:] = 0, 0
    assert is_blank(mask_of(page))


@pytest.mark.parametrize(
    ("dpi", "reading"), [(300, 150), (600, 150), (200, 150), (150, 150), (131, 131), (100, 200)]
)
def test_a_page_is_read_at_a_resolution_that_suits_the_reader(dpi, reading):
    copy, copy_dpi = for_reading(paper((dpi * 2, dpi)), dpi=dpi)
    assert copy_dpi == reading
    assert copy.shape == (reading * 2, reading)


def test_a_red_stamp_is_not_seen_and_blue_ink_is():
    page = np.full((300, 300, 3), 255, np.uint8)
    page[:100], page[200:] = (220, 30, 40), (30, 40, 160)
    copy, _ = for_reading(page, dpi=150)
    assert int(copy[:100].min()) > 200
    assert int(copy[200:].max()) < 60


@pytest.mark.parametrize(
    "shape",
    [(1, 1), (2, 3), (1, 5000), (5000, 1), (30, 20_000), (20_000, 30), (8, 8)],
    ids=str,
)
@pytest.mark.parametrize("dpi", [None, 20, 1200])
def test_a_page_of_any_shape_is_prepared(shape, dpi):
    rng = np.random.default_rng(1)
    for pixels in (paper(shape), rng.integers(0, 256, (*shape, 3), dtype=np.uint8)):
        page = prepare(sheet(pixels, dpi=dpi))
        assert page.image.size == pixels.size
        assert min(page.working.shape) >= 1
        assert page.dpi >= 1


def test_a_bitonal_page_and_a_small_card_are_prepared():
    bitonal = np.where(letter() < 128, 0, 255).astype(np.uint8)
    assert prepare(sheet(bitonal)).rotation == 0
    card = np.ascontiguousarray(printed(*LETTER, left=20, top=20, points=6, pitch=20)[:400, :400])
    page = prepare(sheet(card, dpi=150))
    assert page.dpi == 150
    assert not page.is_blank
