"""In which order the words of a page are read."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitisation.fakes import box, line, lines_from, word
from motcua.digitisation.rules.reading_order import Cell, in_reading_order
from motcua.digitisation.rules.text import Line

WIDE = "một dòng thân bài dài suốt cả chiều rộng của tờ giấy không chừa chỗ nào cho hai cột cả"

HEAD = [
    *lines_from("ỦY BAN NHÂN DÂN", "Số: 12/UBND", left=100, top=100),
    *lines_from("CỘNG HÒA XÃ HỘI", "Hà Nội, ngày 2", left=700, top=100),
]
FOOT = [
    *lines_from("Nơi nhận:", "- Như trên;", "- Lưu: VT.", left=100, top=1000),
    *lines_from("CHỦ TỊCH", "Trần Thị Bình", left=700, top=1000),
]
BODY = [line(WIDE, left=100, top=300), line(WIDE, left=100, top=330)]


def cell(text, *, left, top, wide=200, tall=50):
    lines = (line(text, left=left + 5, top=top + 5),) if text else ()
    return Cell(box=box(left, top, left + wide, top + tall), lines=lines)


def table(*rows, top, left=100):
    return [
        cell(text, left=left + 200 * column, top=top + 50 * row)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]


def read(lines, cells=()):
    return in_reading_order(lines, cells=cells).text.split("\n")


def test_a_page_without_words_has_no_lines():
    assert in_reading_order([]).lines == ()


def test_the_head_is_read_column_by_column():
    assert read([*HEAD, *BODY]) == [
        "ỦY BAN NHÂN DÂN",
        "Số: 12/UBND",
        "CỘNG HÒA XÃ HỘI",
        "Hà Nội, ngày 2",
        WIDE,
        WIDE,
    ]


def test_the_foot_is_read_column_by_column():
    assert read([*BODY, *FOOT])[2:] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "CHỦ TỊCH",
        "Trần Thị Bình",
    ]


def test_two_columns_that_the_reader_ran_together_are_parted():
    together = [
        line("ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI", left=100, top=100),
        line("Số: 12/UBND | | | Hà Nội, ngày 2", left=100, top=130),
    ]
    assert read([*together, *BODY])[:4] == [
        "ỦY BAN NHÂN DÂN",
        "Số: 12/UBND",
        "CỘNG HÒA XÃ HỘI",
        "Hà Nội, ngày 2",
    ]


def test_a_form_is_read_row_by_row():
    form = [
        BODY[0],
        line("Họ và tên: An | Giới tính: Nữ", left=100, top=360),
        line("Sinh ngày: 1/2/1990 | | Quốc tịch: Việt Nam", left=100, top=390),
        line(WIDE, left=100, top=420),
    ]
    assert read(form)[1:3] == [
        "Họ và tên: An Giới tính: Nữ",
        "Sinh ngày: 1/2/1990 Quốc tịch: Việt Nam",
    ]


def test_one_pair_alone_is_no_column():
    pair = [line("Người nhận", left=100, top=500), line("Người giao", left=700, top=500)]
    assert read([*BODY, *pair])[2:] == ["Người nhận Người giao"]


def test_three_pieces_side_by_side_are_no_columns():
    trio = [
        line(text, left=left, top=top)
        for top in (500, 530)
        for text, left in (("Một", 100), ("Hai", 500), ("Ba", 900))
    ]
    assert read([*BODY, *trio])[2:] == ["Một Hai Ba", "Một Hai Ba"]


def test_pieces_that_are_not_level_still_stand_on_one_row():
    slanting = [line("Bên trái", left=100, top=500), line("Bên phải", left=700, top=508)]
    assert read([*BODY, *slanting, line(WIDE, left=100, top=540)])[2] == "Bên trái Bên phải"


def test_what_lies_over_other_print_stands_on_a_row_of_its_own():
    stamped = [line("Phó Chủ tịch", left=100, top=500), line("ĐÃ KÝ", left=120, top=504)]
    assert read(stamped) == ["Phó Chủ tịch", "ĐÃ KÝ"]


def test_the_first_lines_of_a_form_are_not_read_before_its_narrow_title():
    title = line("GIẤY HẸN", left=560, top=200)
    fields = lines_from("Họ tên: An", "Sinh năm: 1990", left=100, top=240)
    assert read([*HEAD, title, *fields, line(WIDE, left=100, top=330)])[4:] == [
        "GIẤY HẸN",
        "Họ tên: An",
        "Sinh năm: 1990",
        WIDE,
    ]


def test_the_subject_under_the_number_belongs_to_the_left_column():
    subject = line("V/v số hóa hồ sơ", left=100, top=160)
    assert read([*HEAD, subject, *BODY])[:3] == [
        "ỦY BAN NHÂN DÂN",
        "Số: 12/UBND",
        "V/v số hóa hồ sơ",
    ]


def test_what_stands_right_above_the_foot_is_not_read_after_the_recipients():
    lines = [
        line("Kết luận chung", left=700, top=900),
        line("1. Đồng ý.", left=100, top=940),
        *FOOT,
    ]
    assert read([*BODY, *lines])[2:5] == ["Kết luận chung", "1. Đồng ý.", "Nơi nhận:"]


def test_a_table_is_read_cell_by_cell_between_the_lines_round_it():
    cells = table(["TT", "Tên hồ sơ"], ["1", "Khai sinh"], top=400)
    after = line(WIDE, left=100, top=600)
    assert read([*BODY, after], cells[::-1]) == [
        WIDE, WIDE, "TT", "Tên hồ sơ", "1", "Khai sinh", WIDE,
    ]  # fmt: skip


def test_a_page_that_is_one_table_is_read_cell_by_cell():
    assert read([], table(["a", "b"], ["c", "d"], top=0)) == ["a", "b", "c", "d"]


def test_an_empty_cell_says_nothing():
    assert read([], table(["a", ""], ["", "d"], top=0)) == ["a", "d"]


def test_a_cell_over_two_rows_is_read_with_the_first_of_them():
    cells = [
        cell("Cả hai", left=0, top=0, tall=100),
        cell("trên", left=200, top=0),
        cell("dưới", left=200, top=50),
    ]
    assert read([], cells) == ["Cả hai", "trên", "dưới"]


def test_print_between_two_tables_is_read_between_them():
    cells = [*table(["a"], ["b"], top=100), *table(["c"], top=500)]
    assert read([line(WIDE, left=100, top=300)], cells) == ["a", "b", WIDE, "c"]


def test_a_table_at_the_top_of_the_last_sheet_is_read_before_the_signature():
    cells = table(["5", "Hộ khẩu"], ["6", "Khai tử"], top=100)
    assert read(FOOT, cells) == [
        "5", "Hộ khẩu", "6", "Khai tử",
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "CHỦ TỊCH", "Trần Thị Bình",
    ]  # fmt: skip


def test_columns_do_not_reach_over_a_table():
    assert read([*HEAD, *FOOT], table(["1", "Khai sinh"], top=400)) == [
        "ỦY BAN NHÂN DÂN",
        "Số: 12/UBND",
        "CỘNG HÒA XÃ HỘI",
        "Hà Nội, ngày 2",
        "1",
        "Khai sinh",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "CHỦ TỊCH",
        "Trần Thị Bình",
    ]


def test_a_table_under_the_signatures_is_read_after_them():
    cells = table(["Ghi chú"], top=1200)
    assert read([*BODY, *FOOT], cells)[2:] == [
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "CHỦ TỊCH", "Trần Thị Bình", "Ghi chú",
    ]  # fmt: skip


def test_the_words_of_a_line_are_read_from_the_left():
    mixed = Line(words=(word("hai", left=100), word("một", left=40), word("ba", left=160)))
    assert read([mixed]) == ["một hai ba"]


def test_words_without_height_or_width_are_kept():
    flat = Line(words=(word("a", left=0, wide=0, tall=0), word("b", left=0, wide=0, tall=0)))
    assert read([flat]) == ["a b"]


boxes = st.builds(
    lambda left, top, wide, tall: box(left, top, left + wide, top + tall),
    st.integers(-50, 1000),
    st.integers(-50, 1000),
    st.integers(0, 700),
    st.integers(0, 90),
)
words = st.builds(
    lambda text, place: word(
        text, left=place.left, top=place.top, wide=place.width, tall=place.height
    ),
    st.sampled_from(["một", "hai", "ba", "bốn", "năm"]),
    boxes,
)
any_lines = st.lists(
    st.lists(words, min_size=1, max_size=6).map(lambda some: Line(words=tuple(some))), max_size=12
)
any_cells = st.lists(
    st.builds(
        lambda place, lines: Cell(box=place, lines=tuple(lines)),
        boxes,
        st.lists(st.lists(words, min_size=1, max_size=3).map(lambda w: Line(words=tuple(w)))),
    ),
    max_size=8,
)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(lines=any_lines, cells=any_cells)
def test_no_word_is_lost_added_or_changed_wherever_the_words_stand(lines, cells):
    given_words = [w for one in lines for w in one.words]
    given_words += [w for one in cells for row in one.lines for w in row.words]
    ordered = in_reading_order(lines, cells=cells)
    assert Counter(ordered.words) == Counter(given_words)
    assert all(row.words for row in ordered.lines)


grids = st.lists(
    st.lists(st.sampled_from(["Số: 1", "Nơi nhận", "Kính gửi", ""]), min_size=1, max_size=3),
    max_size=12,
).map(
    lambda rows: [
        line(text, left=100 + 420 * column, top=100 + 40 * row)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text
    ]
)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(lines=grids)
def test_what_is_in_order_stays_in_order(lines):
    once = in_reading_order(lines)
    assert in_reading_order(once.lines).text == once.text


@settings(derandomize=True, max_examples=100, deadline=None)
@given(lines=grids, data=st.data())
def test_the_order_in_which_a_reader_found_the_lines_does_not_matter(lines, data):
    shuffled = data.draw(st.permutations(lines))
    assert in_reading_order(shuffled).text == in_reading_order(lines).text


@pytest.mark.parametrize("count", [10_000])
def test_a_line_of_very_many_words_is_one_line(count):
    endless = line(" ".join(["chữ"] * count))
    assert [len(row.words) for row in in_reading_order([endless]).lines] == [count]
