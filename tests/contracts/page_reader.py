"""What every `PageReader` must do; a backend's tests inherit it."""

import unicodedata

import numpy as np
import pytest

from digitisation.fakes import box
from digitisation.stages.pages import LETTER, paper, printed

PAGE = printed(*LETTER)
BLOCK = box(140, 140, 1180, 345)


def words_right(read, true):
    """Return the share of the true words that were read."""
    return len(set(true.split()) & set(read.split())) / len(set(true.split()))


class PageReaderContract:
    """Subclasses give a fixture `reader`."""

    def test_the_words_of_a_page_are_read_where_they_stand(self, reader):
        read = reader.read_page(PAGE, dpi=150)
        assert words_right(read.text, " ".join(LETTER)) > 0.9
        assert unicodedata.is_normalized("NFC", read.text)
        for word in read.words:
            assert word.text.strip() == word.text != ""
            assert 0 <= word.confidence <= 1
            assert word.box == word.box.within(width=1240, height=1754)
            where = PAGE[word.box.top : word.box.bottom, word.box.left : word.box.right]
            assert (where < 128).any()

    def test_a_region_is_read_in_the_coordinates_of_the_page(self, reader):
        (block,) = reader.read_blocks(PAGE, regions=[BLOCK], dpi=150)
        assert words_right(block.text, " ".join(LETTER)) > 0.9
        assert len(block.lines) == 5
        for line in block.lines:
            assert line.box.top >= BLOCK.top
            assert line.box.bottom <= BLOCK.bottom

    def test_regions_are_answered_one_by_one_in_their_order(self, reader):
        regions = [box(140, 145 + 37 * row, 1180, 182 + 37 * row) for row in (3, 0)]
        bare = box(100, 1000, 800, 1200)
        third, first, nothing = reader.read_blocks(PAGE, regions=[*regions, bare], dpi=150)
        assert words_right(third.text, LETTER[3]) > 0.7
        assert words_right(first.text, LETTER[0]) > 0.7
        assert nothing.lines == ()

    def test_nothing_asked_is_nothing_answered(self, reader):
        assert reader.read_blocks(PAGE, regions=[], dpi=150) == ()

    def test_of_a_region_over_the_edge_what_is_on_the_page_is_read(self, reader):
        page = np.ascontiguousarray(PAGE[140:, 140:])
        beyond, within = box(-30, -30, 5000, 400), box(0, 0, 1100, 400)
        one, other = reader.read_blocks(page, regions=[within, beyond], dpi=150)
        assert other == one

    def test_regions_beside_the_page_say_nothing(self, reader):
        regions = [box(-90, -90, -20, -20), box(3000, 0, 3400, 90), box(9, 9, 9, 9)]
        read = reader.read_blocks(PAGE, regions=regions, dpi=150)
        assert [block.lines for block in read] == [(), (), ()]

    @pytest.mark.parametrize(
        "page", [paper(), paper(tone=0), paper((1, 1)), paper((2, 900))], ids=lambda p: str(p.shape)
    )
    def test_a_page_without_print_has_no_words(self, reader, page):
        assert reader.read_page(page, dpi=150).text == ""

    def test_the_same_page_is_read_the_same_twice(self, reader):
        first = reader.read_page(PAGE, dpi=150)
        reader.read_blocks(PAGE[::-1], regions=[BLOCK], dpi=150)
        assert reader.read_page(PAGE, dpi=150) == first

    def test_the_image_is_left_alone_and_need_not_be_in_one_piece(self, reader):
        wide = np.repeat(PAGE[:400], 2, axis=1)
        read = reader.read_page(wide[:, ::2], dpi=150)
        assert words_right(read.text, " ".join(LETTER)) > 0.9
        assert np.array_equal(wide, np.repeat(PAGE[:400], 2, axis=1))
