"""What every `ArchivalWriter` must do; a backend's tests inherit it."""

import io
import re
import subprocess
import unicodedata
from datetime import UTC, datetime

import numpy as np
import pikepdf
import pikepdf.pdfa
import pypdfium2
import pytest
from PIL import Image

from digitisation.fakes import line, lines_from, word
from motcua.digitisation.backends.ccitt import LibtiffG4Coder
from motcua.digitisation.ports import Layer, PageLayers, ReadablePage
from motcua.digitisation.rules.text import Line, PageText

MADE_AT = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
PX_PER_MM = 200 / 25.4
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">')

TEXT = PageText(
    lines=tuple(
        lines_from("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do", left=300, top=200)
        + lines_from("Kính gửi: Sở Tư pháp", "Nguyễn Thị Ngọc Ánh", left=150, top=700, pitch=60)
    )
)


def coded(black):
    return Layer(data=LibtiffG4Coder().encode(black), width=black.shape[1], height=black.shape[0])


def jpeg(pixels):
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=90)
    return Layer(data=file.getvalue(), width=pixels.shape[1], height=pixels.shape[0])


def ink():
    black = np.zeros((1169, 827), bool)
    black[100:140, 200:600] = True
    return black


def page(text=TEXT, *, layers=None, width_mm=210.0, height_mm=297.0):
    return ReadablePage(
        width_mm=width_mm,
        height_mm=height_mm,
        layers=layers or PageLayers(ink=coded(ink())),
        text=text,
        pixels_per_mm=PX_PER_MM,
    )


def said(*words):
    return PageText(lines=(Line(words=words),))


def pdftotext(path, *options):
    command = ["pdftotext", *options, str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def drawn(path, *, dpi=50):
    with pypdfium2.PdfDocument(path) as pdf:
        return pdf[0].render(scale=dpi / 72).to_numpy()


class ArchivalWriterContract:
    """Subclasses give a fixture `new_writer`, a function that returns a writer."""

    @pytest.fixture
    def write(self, new_writer, tmp_path):
        def written(*pages, name="out.pdf", title="Công văn 545", made_at=MADE_AT):
            writer = new_writer()
            for one in pages:
                writer.add_page(one)
            writer.write(tmp_path / name, title=title, made_at=made_at)
            return tmp_path / name

        return written

    def test_the_text_comes_back_composed_and_in_its_order(self, write):
        text = pdftotext(write(page()))
        assert [row for row in text.split("\n") if row.strip("\f")] == [
            one.text for one in TEXT.lines
        ]
        assert unicodedata.is_normalized("NFC", text)

    def test_another_reader_gets_the_same_text(self, write):
        with pypdfium2.PdfDocument(write(page())) as pdf:
            text = pdf[0].get_textpage().get_text_range()
        assert text.split() == TEXT.text.split()

    def test_words_of_one_sign_come_back_as_well(self, write):
        """PDFium leaves out a lone sign whose glyph has no size."""
        path = write(page(PageText(lines=(line("- Điều 1 , 2 – ở A", left=100, top=300),))))
        with pypdfium2.PdfDocument(path) as pdf:
            text = pdf[0].get_textpage().get_text_range()
        assert text == "- Điều 1 , 2 – ở A"
        assert pdftotext(path).strip() == text

    def test_every_word_stands_within_a_millimetre_of_its_print(self, write):
        boxes = pdftotext(write(page()), "-bbox")
        found = [tuple(float(side) for side in place) for place in WORD.findall(boxes)]
        assert len(found) == len(TEXT.words)
        for (left, top, right, bottom), true in zip(found, TEXT.words, strict=True):
            in_mm = [point * 25.4 / 72 for point in (left, right)]
            true_mm = [side / PX_PER_MM for side in (true.box.left, true.box.right)]
            assert in_mm == pytest.approx(true_mm, abs=1)
            middle = (top + bottom) / 2 * 25.4 / 72
            assert abs(middle - true.box.centre[1] / PX_PER_MM) < 1

    @pytest.mark.parametrize(("width", "height"), [(210, 297), (105, 148), (420, 297), (85.6, 54)])
    def test_a_page_has_the_size_of_its_paper(self, write, width, height):
        path = write(page(width_mm=width, height_mm=height))
        with pikepdf.open(path) as pdf:
            left, bottom, right, top = (float(side) for side in pdf.pages[0].mediabox)
        assert (left, bottom) == (0, 0)
        assert (right / 72 * 25.4, top / 72 * 25.4) == pytest.approx((width, height), abs=0.01)

    def test_pages_follow_one_another_as_they_were_added(self, write):
        path = write(*(page(said(word(f"Trang{n}"))) for n in range(1, 4)))
        assert pdftotext(path).split() == ["Trang1", "Trang2", "Trang3"]

    def test_ink_is_seen_where_it_was_and_the_words_are_not(self, write):
        image = drawn(write(page()), dpi=100)[..., 0]
        assert image.shape in {(1169, 827), (1170, 827)}
        assert int(image[105:135, 210:590].max()) < 10
        image[98:143, 197:604] = 255
        assert int(image.min()) > 245

    def test_ink_lies_over_the_background_in_its_colour(self, write):
        colours = np.full((585, 414, 3), (240, 220, 200), np.uint8)
        layers = PageLayers(
            background=jpeg(colours),
            background_is_colour=True,
            ink=coded(ink()),
            ink_colour=(20, 30, 90),
        )
        image = drawn(write(page(layers=layers)), dpi=100)[..., ::-1].astype(int)
        assert image[120, 400] == pytest.approx([20, 30, 90], abs=6)
        assert image[600, 400] == pytest.approx([240, 220, 200], abs=8)

    @pytest.mark.parametrize("colour", [False, True], ids=["grey", "colour"])
    def test_a_background_alone_is_the_page(self, write, colour):
        tone = np.full((585, 414, 3) if colour else (585, 414), 120, np.uint8)
        layers = PageLayers(background=jpeg(tone), background_is_colour=colour)
        image = drawn(write(page(layers=layers)))
        assert int(image.min()) >= 115
        assert int(image.max()) <= 125

    def test_a_blank_page_is_white_and_says_nothing(self, write):
        path = write(page(PageText(), layers=PageLayers()))
        assert pdftotext(path) == "\f"
        assert int(drawn(path).min()) == 255

    def test_every_font_is_embedded(self, write):
        command = ["pdffonts", str(write(page()))]
        table = subprocess.run(command, capture_output=True, check=True, text=True).stdout
        rows = table.splitlines()[2:]
        assert rows
        for row in rows:
            embedded, _subset, unicode_ = row.split()[-5:-2]
            assert (embedded, unicode_) == ("yes", "yes")

    def test_the_file_passes_the_check_of_another(self, write):
        with pikepdf.open(write(page(), page(PageText(), layers=PageLayers()))) as pdf:
            report = pikepdf.pdfa.check(pdf, "2b")
        assert list(report.findings) == []

    def test_the_same_pages_give_the_same_bytes(self, write):
        one, other = write(page(), name="one.pdf"), write(page(), name="other.pdf")
        assert one.read_bytes() == other.read_bytes()
        later = datetime(2026, 3, 2, 8, 31, tzinfo=UTC)
        assert write(page(), made_at=later).read_bytes() != one.read_bytes()

    def test_the_file_says_what_it_is_when_and_in_which_language_it_was_made(self, write):
        with pikepdf.open(write(page())) as pdf, pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Công văn 545"
            assert metadata["xmp:CreateDate"] == "2026-03-02T08:30:00+00:00"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "B")
            assert str(pdf.Root.Lang) == "vi-VN"

    @pytest.mark.parametrize(
        "title",
        ["", "<&>]]>", "b\udce0n.pdf", "a\x00\x07b", "dòng\nmới", "x" * 4000, "\ufffe"],
        ids=["empty", "markup", "not Unicode", "control", "two lines", "endless", "no character"],
    )
    def test_whatever_a_file_was_called_it_can_be_written(self, write, title):
        with pikepdf.open(write(page(), title=title)) as pdf, pdf.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "2"

    @pytest.mark.parametrize(
        "text",
        ["a\U0001f600b", "a\ud800b", "a\x00b", "a\uffffb"],
        ids=["beyond two bytes", "half a pair", "control", "no character"],
    )
    def test_what_cannot_be_named_is_replaced_and_the_rest_stays(self, write, text):
        path = write(page(said(word("Số"), word(text, left=60))))
        assert pdftotext(path).split() == ["Số", "a\ufffdb"]

    @pytest.mark.parametrize(
        "odd",
        [
            word("mỏng", wide=0),
            word("bẹt", tall=0),
            word("ngược", wide=-30, tall=-5),
            word("âm", left=-400, top=-300),
            word("xa", left=90_000, top=90_000),
            word("rộng", wide=60_000),
        ],
        ids=["no width", "no height", "inside out", "left of the page", "beyond it", "over it"],
    )
    def test_a_word_of_an_odd_shape_or_place_does_not_spoil_the_file(self, write, odd):
        lines = (Line(words=(odd,)), line("Số 12", left=100, top=900))
        assert "Số 12" in pdftotext(write(page(PageText(lines=lines))))

    def test_a_line_of_ten_thousand_words_is_written_whole(self, write):
        endless = line(" ".join(f"chữ{n}" for n in range(10_000)), left=10, top=100)
        words = pdftotext(write(page(PageText(lines=(endless,)))), "-raw").split()
        assert words[:20] == [f"chữ{n}" for n in range(20)]
        with pikepdf.open(write(page(PageText(lines=(endless,))))) as pdf:
            assert pdf.pages[0].Contents.read_bytes().count(b"Tm") == 10_000

    @pytest.mark.parametrize(("width", "height"), [(210, 0.1), (0.01, 297), (9000, 297)])
    def test_a_page_of_a_size_that_no_pdf_may_have_is_still_written(self, write, width, height):
        with pikepdf.open(write(page(width_mm=width, height_mm=height))) as pdf:
            sides = [float(side) for side in pdf.pages[0].mediabox[2:]]
        assert all(3 <= side <= 14_400 for side in sides)
