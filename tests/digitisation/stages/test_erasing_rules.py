"""Ruled lines, dotted leaders, table cells."""

import numpy as np
import pytest

from digitisation.fakes import box
from digitisation.stages.pages import LETTER, letter, paper, printed, ruled
from motcua.digitisation.pipeline.stages.rulings import without_rulings

TABLE = {"left": 150, "top": 200, "widths": (200, 400, 300), "heights": (160, 200, 160)}


def near(found, true, *, by=6):
    return all(
        abs(getattr(found, side) - getattr(true, side)) <= by
        for side in ("left", "top", "right", "bottom")
    )


def test_a_page_of_print_is_left_as_it_is():
    page = letter()
    rulings = without_rulings(page, dpi=150)
    assert not rulings.was_ruled
    assert rulings.erased is page
    assert rulings.cells == ()


def test_a_table_is_found_cell_by_cell_from_its_top():
    rulings = without_rulings(ruled(paper(), **TABLE), dpi=150)
    true = [
        box(150 + left, 200 + top, 150 + right, 200 + bottom)
        for top, bottom in ((0, 160), (160, 360), (360, 520))
        for left, right in ((0, 200), (200, 600), (600, 900))
    ]
    assert len(rulings.cells) == 9
    assert all(near(found, cell) for found, cell in zip(rulings.cells, true, strict=True))


def test_rules_are_erased_and_print_in_the_cells_stays():
    page = printed("Khai sinh", left=400, top=405)
    rulings = without_rulings(ruled(page, **TABLE), dpi=150)
    assert rulings.was_ruled
    left = rulings.erased.copy()
    assert (left[400:440, 395:520] < 100).any()
    left[400:440, 395:520] = 255
    assert int(left.min()) > 200


def test_a_slightly_slanting_table_is_still_a_table():
    page = ruled(paper(), **TABLE)
    slant = np.array([np.roll(page[:, x], x // 200) for x in range(page.shape[1])]).T
    assert len(without_rulings(np.ascontiguousarray(slant), dpi=150).cells) == 9


def test_a_single_rule_under_the_motto_is_no_table():
    page = letter().copy()
    page[140:143, 700:1000] = 0
    assert without_rulings(page, dpi=150).cells == ()


def test_a_frame_round_the_whole_page_with_a_table_inside_is_not_one_cell():
    page = ruled(paper(), left=40, top=40, widths=(1150,), heights=(1650,), thick=4)
    table = {**TABLE, "heights": (260, 400, 260)}
    assert len(without_rulings(ruled(page, **table), dpi=150).cells) == 9


def test_a_table_inside_a_cell_gives_its_own_cells():
    page = ruled(paper(), left=100, top=100, widths=(1000,), heights=(1200,))
    page = ruled(page, left=200, top=700, widths=(200, 200), heights=(80, 80))
    inner = [cell for cell in without_rulings(page, dpi=150).cells if cell.width < 300]
    assert len(inner) == 4


def test_rules_that_run_off_the_page_close_no_cell_there_and_break_nothing():
    page = paper()
    page[::120, :] = 0
    page[:, ::200] = 0
    rulings = without_rulings(page, dpi=150)
    assert int((rulings.erased < 150).sum()) < 2000
    for cell in rulings.cells:
        seen = cell.within(width=1240, height=1754)
        assert (seen.width, seen.height) != (0, 0)


def test_dotted_leaders_are_erased_and_their_words_stay():
    labels = ["Họ và tên:", "Ngày sinh:", "Nơi sinh:", "Quê quán:"] * 3
    page = printed(*labels, top=300, pitch=60)
    for row in range(12):
        y = 328 + 60 * row
        for x in range(300, 1100, 7):
            page[y : y + 2, x : x + 2] = 60
    rulings = without_rulings(page, dpi=150)
    assert rulings.was_ruled
    assert rulings.cells == ()
    assert int(rulings.erased[300:1020, 320:].min()) > 200
    for row in range(12):
        assert (rulings.erased[300 + 60 * row : 330 + 60 * row, 150:260] < 100).any()


def test_dust_is_no_leader():
    page = letter().copy()
    rng = np.random.default_rng(2)
    page.ravel()[rng.integers(0, page.size, 3000)] = 0
    assert not without_rulings(page, dpi=150).was_ruled


def test_the_page_that_came_is_left_alone():
    page = ruled(printed(*LETTER), **TABLE)
    before = page.copy()
    without_rulings(page, dpi=150)
    assert np.array_equal(page, before)


@pytest.mark.parametrize("dpi", [131, 150, 200])
def test_a_table_is_found_at_any_resolution_that_is_read(dpi):
    factor = dpi / 150
    scaled = {
        key: tuple(round(part * factor) for part in value)
        if isinstance(value, tuple)
        else round(value * factor)
        for key, value in TABLE.items()
    }
    page = paper((round(1754 * factor), round(1240 * factor)))
    rulings = without_rulings(ruled(page, **scaled, thick=max(1, round(2 * factor))), dpi=dpi)
    assert len(rulings.cells) == 9


@pytest.mark.parametrize("page", [paper((1, 1)), paper((3, 900)), paper(tone=0), paper((900, 2))])
def test_a_page_of_any_shape_and_tone_is_looked_at(page):
    assert without_rulings(page, dpi=150).cells == ()
