"""What every `LineReader` must do; a backend's tests inherit it."""

import unicodedata

import numpy as np

from digitisation.fakes import box
from digitisation.stages.pages import LETTER, printed

PAGE = printed(*LETTER)
WHOLE = [box(140, 145 + 37 * row, 1140, 187 + 37 * row) for row in range(5)]


def letters_right(read, true):
    """Return the share of letters that are the same, place by place."""
    return sum(a == b for a, b in zip(read, true, strict=False)) / max(len(read), len(true))


class LineReaderContract:
    """Subclasses give a fixture `reader`."""

    def test_lines_of_print_are_read_in_their_order(self, reader):
        read = reader.read_lines(PAGE, regions=WHOLE, dpi=150)
        assert len(read) == 5
        for line, true in zip(read, LETTER, strict=True):
            assert letters_right(line.text, true) > 0.9

    def test_words_are_composed_and_stand_in_their_line_from_the_left(self, reader):
        (line,) = reader.read_lines(PAGE, regions=WHOLE[:1], dpi=150)
        assert unicodedata.is_normalized("NFC", line.text)
        lefts = [word.box.left for word in line.words]
        assert lefts == sorted(lefts)
        for word in line.words:
            assert word.text
            assert word.text == word.text.strip()
            assert 0 <= word.confidence <= 1
            assert word.box.width > 0
            assert word.box.left >= WHOLE[0].left
            assert word.box.right <= WHOLE[0].right
            assert word.box.top >= WHOLE[0].top
            assert word.box.bottom <= WHOLE[0].bottom

    def test_bare_paper_says_nothing_that_anybody_would_believe(self, reader):
        (line,) = reader.read_lines(PAGE, regions=[box(100, 1500, 900, 1540)], dpi=150)
        assert line is None or max(word.confidence for word in line.words) < 0.3

    def test_nothing_asked_is_nothing_answered(self, reader):
        assert reader.read_lines(PAGE, regions=[], dpi=150) == ()

    def test_of_a_region_over_the_edge_what_is_on_the_page_is_read(self, reader):
        page = np.ascontiguousarray(PAGE[150:, 140:])
        within, beyond = box(0, 0, 900, 34), box(-40, -20, 900, 34)
        one, other = reader.read_lines(page, regions=[within, beyond], dpi=150)
        assert other == one

    def test_regions_beside_the_page_or_without_area_say_nothing(self, reader):
        regions = [
            box(-50, -50, -10, -10),
            box(5000, 5000, 6000, 6000),
            box(100, 150, 100, 190),
            box(100, 150, 101, 151),
        ]
        assert reader.read_lines(PAGE, regions=regions, dpi=150) == (None,) * 4

    def test_the_same_line_is_read_the_same_twice(self, reader):
        regions = WHOLE[:2]
        first = reader.read_lines(PAGE, regions=regions, dpi=150)
        reader.read_lines(np.full_like(PAGE, 255), regions=WHOLE, dpi=150)
        assert reader.read_lines(PAGE, regions=regions, dpi=150) == first

    def test_the_image_is_left_alone(self, reader):
        page = PAGE.copy()
        reader.read_lines(page, regions=WHOLE[:1], dpi=150)
        assert np.array_equal(page, PAGE)
