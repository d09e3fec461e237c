"""Print that a reader passed over."""

import numpy as np
import pytest

from digitisation.fakes import box
from digitisation.stages.pages import LETTER, paper, printed
from motcua.digitisation.pipeline.stages.lines import line_regions, uncovered_ink


def regions(page, *, covered=()):
    return line_regions(uncovered_ink(page, covered=covered, dpi=150), dpi=150)


def test_a_page_without_ink_has_no_lines():
    assert regions(paper()) == ()


def test_every_line_of_print_is_found_once_with_all_its_letters():
    found = regions(printed(*LETTER))
    assert len(found) == 5
    for number, region in enumerate(sorted(found, key=lambda region: region.top)):
        alone = printed(LETTER[number], top=150 + 37 * number) < 150
        rows, columns = np.flatnonzero(alone.any(axis=1)), np.flatnonzero(alone.any(axis=0))
        assert region.top <= rows[0]
        assert region.bottom > rows[-1]
        assert region.left <= columns[0]
        assert region.right > columns[-1]


def test_what_was_read_is_not_looked_for_again():
    page = printed("Kính gửi: Sở Tư pháp", "Người ký", pitch=100)
    (found,) = regions(page, covered=[box(140, 145, 500, 190)])
    assert found.top > 200


@pytest.mark.parametrize(
    "beside",
    [
        box(-500, -500, -400, -400),
        box(5000, 5000, 6000, 6000),
        box(-300, 100, -200, 400),
        box(200, -90, 400, -50),
    ],
)
def test_a_word_beside_the_page_covers_nothing(beside):
    assert len(regions(printed(*LETTER), covered=[beside])) == 5


def test_a_word_over_the_edge_covers_what_it_covers():
    assert regions(printed(*LETTER), covered=[box(-100, -100, 5000, 5000)]) == ()


def test_strokes_pictures_and_dust_are_no_lines():
    page = paper()
    page[100:103, 100:1100] = 0
    page[200:700, 200:600] = 0
    page[800:860, 300:304] = 0
    page[900:925, 300:420] = 0
    rng = np.random.default_rng(4)
    page.ravel()[rng.integers(0, page.size, 5000)] = 0
    assert regions(page) == ()


def test_a_region_never_leaves_the_page():
    page = printed(*(LETTER * 10), left=-30, top=-10)
    found = regions(page)
    assert found
    for region in found:
        assert region == region.within(width=1240, height=1754)


def test_print_is_found_the_same_wherever_it_stands():
    one, other = printed(LETTER[0]), printed(LETTER[0], left=250, top=900)
    (first,), (second,) = regions(one), regions(other)
    assert first.moved(100, 750) == second
