"""How one page is read, by readers that are given."""

import numpy as np

from digitisation.fakes import (
    LineReaderThatSays,
    PageReaderOfUprightPages,
    PageReaderThatSays,
    box,
    line,
    word,
)
from digitisation.stages.pages import LETTER, paper, prepared, printed, ruled
from motcua.digitisation.pipeline.stages.recognise import Readers, recognise
from motcua.digitisation.rules.text import Line, PageText

TABLE = {"left": 150, "top": 400, "widths": (200, 400, 300), "heights": (200, 200, 200)}


def read(page, *, pages, lines=None, second=None):
    readers = Readers(pages=pages, lines=lines or LineReaderThatSays(), second=second)
    return recognise(page, readers=readers)


def test_a_blank_page_is_not_read():
    reader = PageReaderThatSays(line("Kính gửi"))
    assert read(prepared(paper(), is_blank=True), pages=reader).text.text == ""
    assert reader.seen == []


def test_the_words_of_a_page_are_cleaned_and_put_in_order():
    reader = PageReaderThatSays(
        line("QUYÉT ĐỊNH", left=500, top=300),
        line("~ ^", left=30, top=600, confidence=0.2),
        line("Số: 1", left=100, top=200),
    )
    assert read(prepared(paper()), pages=reader).text.text == "Số: 1\nQUYẾT ĐỊNH"


def test_words_stand_where_they_are_on_the_page_and_not_on_the_copy_that_was_read():
    reader = PageReaderThatSays(line("Kính", left=50, top=40))
    page = prepared(paper((3508, 2480)), dpi=300, working=paper(), working_dpi=150)
    (only,) = read(page, pages=reader).text.words
    assert only.box == box(100, 80, 196, 120)
    assert reader.seen[0][1] == 150


def test_a_page_that_stands_on_its_head_is_turned_when_that_reads_better():
    page = paper()
    page[1500:1700, 100:1100] = 0
    turned = read(prepared(page), pages=PageReaderOfUprightPages())
    assert turned.page.rotation == 180
    assert turned.text.text == "Kính gửi"
    assert np.array_equal(turned.page.image, page[::-1, ::-1])


def test_a_page_that_reads_badly_both_ways_is_left_as_it_lies():
    reader = PageReaderThatSays(line("Kính gửi", confidence=0.5))
    assert read(prepared(paper()), pages=reader).page.rotation == 0
    assert len(reader.seen) == 2


def test_a_page_read_surely_is_read_once():
    reader = PageReaderThatSays(line("Kính gửi", confidence=0.71))
    read(prepared(paper()), pages=reader)
    assert len(reader.seen) == 1


def test_the_cells_of_a_table_are_read_one_by_one_and_hidden_from_the_page_reader():
    texts = ["TT", "Tên", "Số", "1", "Đơn", "2", "3", "Tờ khai", "4"]
    reader = PageReaderThatSays(line("Danh mục", left=150, top=300), blocks=texts)
    page = ruled(printed("x", left=500, top=500), **TABLE)
    result = read(prepared(page), pages=reader)
    assert result.text.text.split("\n") == ["Danh mục", *texts]
    assert len(result.cells) == 9
    assert int(reader.seen[0][0][390:1010, 140:1060].min()) == 255


class BlockReaderThatSeesAllOf:
    """Reads, in every region, each of its words that stands there."""

    def __init__(self, *words):
        self.words = words

    def read_page(self, image, *, dpi):
        return PageText(lines=(line("Danh mục", left=150, top=100),))

    def read_blocks(self, image, *, regions, dpi):
        return tuple(
            PageText(
                lines=tuple(Line(words=(w,)) for w in self.words if region.holds(w.box)),
            )
            for region in regions
        )


def test_what_stands_in_a_table_inside_a_cell_is_read_once():
    page = ruled(paper(), left=150, top=200, widths=(900,), heights=(1300,))
    page = ruled(page, left=200, top=430, widths=(300, 300), heights=(100, 100))
    reader = BlockReaderThatSeesAllOf(
        word("Trên", left=200, top=250),
        word("Họ", left=250, top=460),
        word("tên", left=550, top=460),
        word("Dưới", left=200, top=900),
    )
    result = read(prepared(page), pages=reader)
    assert len(result.cells) == 5
    assert sorted(result.text.text.split("\n")) == ["Danh mục", "Dưới", "Họ", "Trên", "tên"]


def test_cells_are_given_in_the_pixels_of_the_page():
    page = ruled(paper(), **TABLE)
    large = np.kron(page, np.ones((2, 2), np.uint8))
    reader = PageReaderThatSays(line("Danh mục", confidence=0.9), blocks=[""] * 9)
    reader.read_blocks = lambda image, *, regions, dpi: tuple(
        PageReaderThatSays().read_page(image, dpi=dpi) for _ in regions
    )
    found = read(prepared(large, dpi=300, working=page, working_dpi=150), pages=reader)
    assert abs(found.cells[0].left - 300) <= 12
    assert abs(found.cells[-1].bottom - 2000) <= 12


def test_print_that_the_page_reader_passed_over_is_read_line_by_line():
    lines = LineReaderThatSays("Kính gửi")
    result = read(prepared(printed(LETTER[0])), pages=PageReaderThatSays(), lines=lines)
    assert len(lines.regions) == 1
    assert result.text.text == "Kính gửi"


def test_a_line_that_is_read_unsurely_was_no_print():
    lines = LineReaderThatSays("Kính gửi", confidence=0.59)
    result = read(prepared(printed(LETTER[0])), pages=PageReaderThatSays(), lines=lines)
    assert result.text.text == ""


def test_weak_lines_alone_are_read_a_second_time():
    reader = PageReaderThatSays(
        line("Kính gửi", left=100, top=100, confidence=0.95),
        line("Sở Tu pháx", left=100, top=200, confidence=0.8),
    )
    second = LineReaderThatSays("Sở Tư pháp")
    result = read(prepared(paper()), pages=reader, second=second)
    assert second.regions == [box(97, 197, 215, 223)]
    assert result.text.text == "Kính gửi\nSở Tư pháp"


def test_a_second_reader_is_not_sent_beyond_the_page():
    reader = PageReaderThatSays(line("bxn", left=0, top=0, confidence=0.8))
    second = LineReaderThatSays("bạn")
    read(prepared(paper((20, 30)), is_blank=False), pages=reader, second=second)
    assert second.regions == [box(0, 0, 30, 20)]


def test_what_the_second_reader_cannot_read_stays_as_it_was():
    reader = PageReaderThatSays(line("Kính gửi", confidence=0.8))
    result = read(prepared(paper()), pages=reader, second=LineReaderThatSays())
    assert result.text.text == "Kính gửi"


def test_the_page_that_came_is_left_alone():
    page = ruled(printed(*LETTER, top=700), **TABLE)
    before = page.copy()
    read(prepared(page), pages=PageReaderThatSays(blocks=[""] * 9))
    assert np.array_equal(page, before)
