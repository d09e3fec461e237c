"""The words of a page that is kept have their places on it, as it is shown."""

import pytest
from pikepdf import Array

from digitisation.opening.letters import POINTS, RIGHT, letter
from digitisation.opening.pdfs import A4, empty, saved, set_out, write
from motcua.digitisation.backends.opening.opener import ConfinedFile
from motcua.digitisation.errors import Unreadable, UnreadableFile
from motcua.digitisation.ports import KEPT_DPI, NOWHERE, Handling, OpeningLimits

GOOD = [
    "Căn cứ Luật Tổ chức chính quyền địa phương và theo đề nghị của",
    "Trưởng phòng Nội vụ huyện Thanh Lâm về việc phê duyệt kế hoạch",
]
WIDTH, HEIGHT = A4
TURNED = {
    0: (1, 0, 0, 1, 0, 0),
    90: (0, 1, -1, 0, HEIGHT, 0),
    180: (-1, 0, 0, -1, WIDTH, HEIGHT),
    270: (0, -1, 1, 0, 0, WIDTH),
}
"""How to write on a page so that it is upright once the page is turned."""


def px(points):
    return points * KEPT_DPI / 72


def turned_letter(turn, *, aside=0):
    """Return the letter on a page that is turned, in a crop box that begins aside of zero."""
    a, b, c, d, e, f = TURNED[turn]
    wide, high = (WIDTH, HEIGHT) if turn % 180 == 0 else (HEIGHT, WIDTH)
    pdf = letter(matrix=(a, b, c, d, e + aside, f + 2 * aside))
    page = pdf.pages[0]
    page.MediaBox = Array([-50, -60, wide + 500, high + 600])
    page.CropBox = Array([aside, 2 * aside, aside + wide, 2 * aside + high])
    page.Rotate = turn
    return pdf


def box_of(page, text):
    [box] = [word.box for word in page.text.words if word.text == text]
    return box


def is_placed(page):
    return NOWHERE not in [word.box for word in page.text.words]


@pytest.mark.parametrize("aside", [0, 70])
@pytest.mark.parametrize("turn", TURNED)
def test_words_stand_where_they_are_drawn_however_the_page_is_turned(draw, turn, aside):
    opened, [sheet] = draw(saved(turned_letter(turn, aside=aside)))
    assert opened.handling is Handling.KEEP_BORN_DIGITAL
    [page] = opened.kept_pages
    assert (page.width_px, page.height_px) == (round(px(WIDTH)), round(px(HEIGHT)))
    grey = sheet.pixels if sheet.pixels.ndim == 2 else sheet.pixels.min(axis=2)
    bare = grey.copy()
    for word in page.text.words:
        box = word.box.scaled(sheet.dpi / KEPT_DPI).grown(3)
        assert grey[box.top : box.bottom, box.left : box.right].min() < 128, word
        bare[box.top : box.bottom, box.left : box.right] = 255
    assert bare.min() > 128
    assert box_of(page, "Quốc").height == pytest.approx(px(0.85 * POINTS), abs=6)


def test_the_columns_of_a_head_are_read_one_after_the_other(look):
    [page] = look(saved(letter())).kept_pages
    assert page.text.text.splitlines()[:7] == [
        "UBND TỈNH LÂM HẢI",
        "SỞ NỘI VỤ",
        "Số: 1215/SNV-VTLT",
        "V/v số hóa hồ sơ, giấy tờ",
        "giải quyết thủ tục hành chính",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]


def test_a_full_line_ends_at_the_margin(look):
    [page] = look(saved(letter())).kept_pages
    [line] = [line for line in page.text.lines if line.text.startswith("xã rà soát")]
    assert line.box.right == pytest.approx(px(RIGHT), abs=3)


def test_a_larger_unit_makes_a_larger_page(look):
    pdf = empty()
    write(pdf, GOOD)
    pdf.pages[0].UserUnit = 2
    [page] = look(saved(pdf)).kept_pages
    assert page.width_px == round(2 * px(WIDTH))
    assert box_of(page, "Căn").left == pytest.approx(px(2 * 72), abs=3)


def test_a_page_larger_than_any_paper_is_refused(look):
    pdf = empty()
    write(pdf, GOOD)
    pdf.pages[0].UserUnit = 1000
    with pytest.raises(UnreadableFile) as refusal:
        look(saved(pdf))
    assert refusal.value.why is Unreadable.PAGE_TOO_LARGE


def test_what_the_crop_box_hides_is_not_on_the_page(look):
    pdf = empty()
    write(pdf, GOOD)
    write(pdf, ["Mép giấy"], top=100)
    pdf.pages[0].CropBox = Array([0, 200, *A4])
    [page] = look(saved(pdf)).kept_pages
    assert page.text.text.splitlines() == GOOD


def test_a_dash_at_the_end_of_a_line_stays(look):
    pdf = empty()
    write(pdf, [*GOOD, "trong giai đoạn từ quý-", "một đến hết năm"])
    [page] = look(saved(pdf)).kept_pages
    assert page.text.text.splitlines()[2:] == ["trong giai đoạn từ quý-", "một đến hết năm"]


def test_a_letter_of_a_high_plane_is_one_letter(look):
    pdf = empty()
    write(pdf, GOOD)
    set_out(pdf, [(72, 600, "aQb")], standing_for={"Q": "\U0001d49c"})
    [page] = look(saved(pdf)).kept_pages
    assert page.text.words[-1].text == "a\U0001d49cb"


def sideways(pdf, *, number):
    set_out(pdf, [(72, -300 - 18 * row, line) for row, line in enumerate(GOOD * 3)],
            number=number, matrix=(0, 1, -1, 0, 0, 0))  # fmt: skip


def test_from_a_page_written_sideways_on_no_word_has_a_place(look):
    pdf = empty(pages=3)
    for number in (0, 2):
        write(pdf, GOOD, number=number)
    sideways(pdf, number=1)
    pages = look(saved(pdf)).kept_pages
    assert [is_placed(page) for page in pages] == [True, False, False]
    assert [page.text.text.splitlines() for page in pages] == [GOOD, GOOD * 3, GOOD]
    assert {page.width_px for page in pages} == {round(px(WIDTH))}


def test_a_mark_in_the_margin_written_sideways_stands_where_it_is(look):
    pdf = empty()
    write(pdf, GOOD)
    set_out(pdf, [(72, -30, "Mật")], matrix=(0, 1, -1, 0, 0, 0))
    [page] = look(saved(pdf)).kept_pages
    assert is_placed(page)
    box = box_of(page, "Mật")
    assert box.height > box.width


def test_a_page_with_more_words_than_can_be_weighed_has_no_places(look):
    pdf = empty()
    write(pdf, ["xã và " * 50] * 41, points=1)
    [page] = look(saved(pdf)).kept_pages
    assert len(page.text.words) == 4100
    assert not is_placed(page)


class Reader:
    """A reading process that answers from what it was given."""

    is_over = False

    def __init__(self, *, look, place, pages=1):
        sha256 = "0" * 64
        opened = {"pages": pages, "is_pdf": True, "is_signed": False, "sha256": sha256}
        self.answers = {"open": opened, "look": look, "place": place}
        self.asked = []

    def ask(self, question):
        self.asked.append(question["do"])
        return self.answers[question["do"]]


def opened_by(reader, tmp_path):
    return ConfinedFile(reader, limits=OpeningLimits(), spool=tmp_path).opened


def seen(ink, text=""):
    return {"ink": ink, "text": text, "picture_share": 0.0, "strokes": 0}


def test_nothing_is_placed_on_the_pages_of_a_scan(tmp_path):
    reader = Reader(look=seen("picture"), place=None)
    assert opened_by(reader, tmp_path).kept_pages == ()
    assert reader.asked == ["open", "look"]


def test_places_are_kept_for_so_many_words_of_a_file(tmp_path):
    lines = [[["xã", 0, 0, 9, 9]] * 4000]
    reader = Reader(
        look=seen("text", " ".join(GOOD)),
        place={"width": 10, "height": 10, "lines": lines},
        pages=52,
    )
    pages = opened_by(reader, tmp_path).kept_pages
    assert [is_placed(page) for page in pages] == [True] * 50 + [False] * 2


def test_words_that_are_all_hidden_have_no_place(tmp_path):
    text = " ".join(GOOD)
    reader = Reader(look=seen("text", text), place={"width": 9, "height": 9, "lines": []})
    [page] = opened_by(reader, tmp_path).kept_pages
    assert page.text.text == text
    assert not is_placed(page)
