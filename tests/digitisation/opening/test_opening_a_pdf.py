import hashlib
import io
import unicodedata
from dataclasses import replace

import numpy as np
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from contracts.file_opener import taken
from digitisation.opening.pdfs import (
    A4,
    HEIGHT,
    WHOLE_PAGE,
    WIDTH,
    colour_scan,
    empty,
    fax_image,
    flate_image,
    image,
    jpeg,
    jpeg_image,
    paint,
    place,
    saved,
    scan,
    scanned,
    sign,
    stick,
    write,
)
from motcua.digitisation.backends.opening.drawing import PAGES_AN_OPENING
from motcua.digitisation.errors import Unreadable, UnreadableFile
from motcua.digitisation.ports import Handling

GOOD = [
    "Căn cứ Luật Tổ chức chính quyền địa phương và theo đề nghị của",
    "Trưởng phòng Nội vụ huyện Thanh Lâm về việc phê duyệt kế hoạch",
    "số hóa hồ sơ, giấy tờ, kết quả giải quyết thủ tục hành chính;",
    "yêu cầu các xã, thị trấn rà soát, bố trí cán bộ và báo cáo.",
]
GARBAGE = [
    "Cdn cir Luat T6 chirc chinh quyén dia phuong va theo dé nghi cia",
    "Truéng phong Nji vu huyén Thanh Lam vé viéc phé duyét ké hoach",
]


def decoded(code):
    return np.asarray(Image.open(io.BytesIO(code)))


def ink(pixels):
    """Return where the page is dark: top, left, bottom, right as shares of the page."""
    grey = pixels if pixels.ndim == 2 else pixels.min(axis=2)
    dark = np.argwhere(grey < 128)
    size = np.array(grey.shape)
    return [*(dark.min(axis=0) / size), *((dark.max(axis=0) + 1) / size)]


@pytest.fixture
def draw_one(draw):
    def one(pdf):
        opened, [sheet] = draw(saved(pdf))
        assert opened.handling is Handling.DIGITISE
        assert opened.kept_pages == ()
        return sheet

    return one


def test_every_page_of_a_long_pile_is_its_own(draw):
    pages = 2 * PAGES_AN_OPENING + 3
    codes = [jpeg(np.full((HEIGHT, WIDTH), 80 + number, dtype=np.uint8)) for number in range(pages)]
    pdf = empty(pages=pages)
    for number, code in enumerate(codes):
        place(pdf, jpeg_image(pdf, code), number=number)
    _, sheets = draw(saved(pdf))
    assert [sheet.encoded for sheet in sheets] == codes


class TestAPageThatIsOnePicture:
    def test_its_jpeg_is_taken_as_it_is(self, draw_one):
        code = jpeg(scan())
        sheet = draw_one(scanned(code))
        assert sheet.encoded == code
        assert np.array_equal(sheet.pixels, decoded(code))
        assert sheet.dpi == pytest.approx(15)

    def test_its_colour_jpeg_is_taken_as_it_is(self, draw_one):
        code, pdf = jpeg(colour_scan()), empty()
        place(pdf, jpeg_image(pdf, code, space=Name.DeviceRGB))
        sheet = draw_one(pdf)
        assert sheet.encoded == code
        assert np.array_equal(sheet.pixels, decoded(code))

    @pytest.mark.parametrize("turn", [90, 180, 270])
    def test_it_is_turned_as_the_page_says(self, draw_one, turn):
        code = jpeg(scan())
        pdf = scanned(code)
        pdf.pages[0].Rotate = turn
        sheet = draw_one(pdf)
        assert np.array_equal(sheet.pixels, np.rot90(decoded(code), -turn // 90))
        assert sheet.encoded is None
        assert sheet.dpi == pytest.approx(15)

    @pytest.mark.parametrize(
        ("matrix", "quarters"),
        [
            ((0, A4[1], -A4[0], 0, A4[0], 0), 3),
            ((-A4[0], 0, 0, -A4[1], A4[0], A4[1]), 2),
            ((0, -A4[1], A4[0], 0, 0, A4[1]), 1),
        ],
    )
    def test_it_is_turned_as_it_is_placed(self, draw_one, matrix, quarters):
        pixels, pdf = np.ascontiguousarray(np.rot90(scan())), empty()
        if quarters == 2:
            pixels = scan()
        height, width = pixels.shape
        place(pdf, flate_image(pdf, pixels, width=width, height=height), matrix=matrix)
        sheet = draw_one(pdf)
        assert np.array_equal(sheet.pixels, np.rot90(pixels, -quarters))
        assert sheet.dpi == pytest.approx(15)
        assert np.allclose(ink(sheet.pixels), ink(drawn_by_pdfium(draw_one, pdf)), atol=0.01)

    @pytest.mark.parametrize("pixels", [scan(), colour_scan()], ids=["grey", "colour"])
    def test_a_packed_picture_is_taken_to_the_pixel(self, draw_one, pixels):
        pdf = empty()
        place(pdf, flate_image(pdf, pixels))
        sheet = draw_one(pdf)
        assert np.array_equal(sheet.pixels, pixels)
        assert sheet.encoded is None

    def test_a_fax_is_taken_to_the_pixel(self, draw_one):
        bits, pdf = scan() > 128, empty()
        place(pdf, fax_image(pdf, bits))
        assert np.array_equal(draw_one(pdf).pixels, np.where(bits, 255, 0))

    def test_a_fax_gets_square_pixels(self, draw_one):
        bits, pdf = (scan() > 128)[::2], empty()
        place(pdf, fax_image(pdf, bits))
        sheet = draw_one(pdf)
        assert sheet.pixels.shape == (HEIGHT, WIDTH)
        assert sheet.dpi == pytest.approx(15)
        assert set(np.unique(sheet.pixels)) == {0, 255}

    def test_a_palette_is_looked_up(self, draw_one):
        pdf = empty()
        palette = bytes([255, 255, 255, 200, 0, 0])
        space = Array([Name.Indexed, Name.DeviceRGB, 1, pdf.make_stream(palette)])
        pixels = (scan() < 128).astype(np.uint8)
        place(pdf, image(pdf, pixels.tobytes(), space=space))
        sheet = draw_one(pdf)
        assert sheet.pixels[0, 0].tolist() == [255, 255, 255]
        assert sheet.pixels[20, 20].tolist() == [200, 0, 0]

    def test_a_jpeg_whose_colours_are_turned_is_not_kept(self, draw_one):
        pdf = empty()
        place(pdf, jpeg_image(pdf, jpeg(255 - scan()), Decode=Array([1, 0])))
        sheet = draw_one(pdf)
        assert sheet.encoded is None
        assert np.abs(sheet.pixels.astype(int) - scan()).max() < 40

    def test_a_jpeg_in_printers_colours_becomes_a_screen_picture(self, draw_one):
        target, pdf = io.BytesIO(), empty()
        Image.fromarray(colour_scan()).convert("CMYK").save(target, "JPEG", quality=95)
        said = {"Decode": Array([1, 0] * 4)}
        place(pdf, jpeg_image(pdf, target.getvalue(), space=Name.DeviceCMYK, **said))
        sheet = draw_one(pdf)
        assert sheet.encoded is None
        red, green, blue = sheet.pixels[70, 50].astype(int)
        assert red > green + 80
        assert red > blue + 80

    def test_a_picture_in_a_form_is_taken_too(self, draw_one):
        code, pdf = jpeg(scan()), empty()
        form = pdf.make_stream(
            f"q {A4[0]} 0 0 {A4[1]} 0 0 cm /Scan Do Q".encode(),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, *A4]),
            Resources=Dictionary(XObject=Dictionary(Scan=jpeg_image(pdf, code))),
        )
        place(pdf, form, matrix=(1, 0, 0, 1, 0, 0), name="Form")
        assert draw_one(pdf).encoded == code

    def test_a_reader_s_unseen_words_do_not_matter(self, draw_one):
        code = jpeg(scan())
        pdf = scanned(code)
        write(pdf, GOOD, mode=3)
        assert draw_one(pdf).encoded == code

    def test_what_lies_under_it_does_not_matter(self, draw_one):
        code, pdf = jpeg(scan()), empty()
        write(pdf, GARBAGE)
        paint(pdf, f"1 g 0 0 {A4[0]} {A4[1]} re f")
        place(pdf, jpeg_image(pdf, code))
        assert draw_one(pdf).encoded == code

    def test_the_unit_of_the_page_counts(self, draw_one):
        pdf = scanned()
        pdf.pages[0].UserUnit = 2
        assert draw_one(pdf).dpi == pytest.approx(7.5)

    def test_a_camera_s_page_as_large_as_its_picture_has_72_dpi(self, draw_one):
        assert draw_one(scanned(size=(WIDTH, HEIGHT))).dpi == pytest.approx(72)

    def test_a_clip_around_the_page_takes_nothing_away(self, draw_one):
        code, pdf = jpeg(scan()), empty()
        paint(pdf, f"0 0 {A4[0]} {A4[1]} re W n")
        place(pdf, jpeg_image(pdf, code))
        assert draw_one(pdf).encoded == code

    def test_a_cut_jpeg_in_it_is_noticed(self, draw_one):
        code, pdf = jpeg(scan()), empty()
        place(pdf, jpeg_image(pdf, code[: len(code) // 2]))
        with pytest.raises(UnreadableFile) as refusal:
            draw_one(pdf)
        assert refusal.value.why is Unreadable.BROKEN


def drawn_by_pdfium(draw_one, pdf):
    """Return the page as PDFium draws it, with a dot that keeps the picture from being taken."""
    paint(pdf, "0.9 g 300 400 1 1 re f")
    return draw_one(pdf).pixels


class TestAPageThatIsDrawn:
    def test_a_picture_under_a_stamp_is_drawn_with_the_stamp(self, draw_one):
        pdf = scanned()
        stick(pdf, kind=Name.Stamp)
        sheet = draw_one(pdf)
        assert sheet.encoded is None
        height, width = sheet.pixels.shape
        assert sheet.pixels[round(height * (1 - 150 / A4[1])), round(width * 200 / A4[0])] == 0

    def test_a_filled_field_is_seen(self, draw_one):
        pdf = empty()
        field = stick(pdf, kind=Name.Widget, FT=Name.Tx, T="name", V="Nguyen Van A")
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
        top, left, bottom, right = ink(draw_one(pdf).pixels)
        assert (left, right) == pytest.approx((100 / A4[0], 300 / A4[0]), abs=0.002)
        assert (top, bottom) == pytest.approx((1 - 200 / A4[1], 1 - 100 / A4[1]), abs=0.002)

    def test_a_hidden_stamp_is_not_seen(self, draw_one):
        code = jpeg(scan())
        pdf = scanned(code)
        stick(pdf, kind=Name.Stamp).F = 2
        assert draw_one(pdf).encoded == code

    def test_a_masked_layer_does_not_hide_what_is_under_it(self, draw_one):
        """Scanners that split a page paint ink through a mask over a coloured background."""
        pdf = empty()
        place(pdf, jpeg_image(pdf, jpeg(colour_scan()), space=Name.DeviceRGB), name="Paper")
        bits = np.packbits(np.pad(scan() > 128, ((0, 0), (0, 4))), axis=1)
        ink_layer = image(pdf, bits.tobytes(), depth=1, ImageMask=True)
        del ink_layer["/ColorSpace"]
        place(pdf, ink_layer, name="Ink")
        sheet = draw_one(pdf)
        assert sheet.pixels.ndim == 3
        height, width = sheet.pixels.shape[:2]
        red = sheet.pixels[round(height * 70 / HEIGHT), round(width * 50 / WIDTH)].astype(int)
        assert red[0] > red[1] + 100

    def test_a_picture_that_is_see_through_is_drawn_on_white(self, draw_one):
        pdf = empty()
        picture = flate_image(pdf, np.zeros((HEIGHT, WIDTH), dtype=np.uint8))
        picture.SMask = flate_image(pdf, 255 - scan())
        place(pdf, picture)
        assert draw_one(pdf).pixels[5, 5] > 200

    def test_strips_are_put_together(self, draw_one):
        pdf = empty()
        for strip in range(4):
            pixels = scan()[44 * strip : 44 * (strip + 1)]
            bottom = A4[1] * (3 - strip) / 4
            matrix = (A4[0], 0, 0, A4[1] / 4, 0, bottom)
            place(pdf, flate_image(pdf, pixels, height=44), matrix=matrix, name=f"Strip{strip}")
        sheet = draw_one(pdf)
        assert sheet.dpi == 200
        assert np.allclose(ink(sheet.pixels), ink(scan()), atol=0.02)

    def test_a_coloured_word_makes_a_colour_page(self, draw_one):
        pdf = empty()
        paint(pdf, "1 0 0 rg 100 100 100 100 re f")
        assert draw_one(pdf).pixels.ndim == 3

    def test_a_page_without_colour_is_grey(self, draw_one):
        pdf = empty()
        paint(pdf, "100 100 100 100 re f")
        sheet = draw_one(pdf)
        assert sheet.pixels.shape == (3520, 2480)
        assert sheet.dpi == 300

    def test_only_what_the_crop_box_shows_is_drawn(self, draw_one):
        pdf = scanned()
        pdf.pages[0].CropBox = Array([0, A4[1] / 2, A4[0], A4[1]])
        sheet = draw_one(pdf)
        assert sheet.encoded is None
        height, width = sheet.pixels.shape
        assert height / width == pytest.approx(A4[1] / 2 / A4[0], abs=0.01)

    def test_what_a_clip_cuts_away_is_not_seen(self, draw_one):
        pdf = empty()
        paint(pdf, f"0 0 {A4[0]} {A4[1] / 2} re W n")
        place(pdf, jpeg_image(pdf, jpeg(scan())))
        sheet = draw_one(pdf)
        assert sheet.encoded is None
        assert ink(sheet.pixels)[0] == pytest.approx(100 / HEIGHT, abs=0.01)

    @pytest.mark.parametrize("marked", ["picture", "content"])
    def test_a_switched_off_layer_is_not_seen(self, draw_one, marked):
        pdf = empty()
        hidden = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Hidden"))
        pdf.Root.OCProperties = Dictionary(
            OCGs=Array([hidden]), D=Dictionary(Order=Array([hidden]), OFF=Array([hidden]))
        )
        if marked == "picture":
            place(pdf, jpeg_image(pdf, jpeg(scan()), OC=hidden))
        else:
            paint(pdf, "/OC /Layer BDC")
            place(pdf, jpeg_image(pdf, jpeg(scan())))
            paint(pdf, "EMC")
            pdf.pages[0].Resources.Properties = Dictionary(Layer=hidden)
        assert draw_one(pdf).pixels.min() == 255

    def test_a_large_sheet_is_drawn_more_coarsely(self, opener, limits, spool, tmp_path):
        pdf = empty(size=(2384, 3370))  # A0
        paint(pdf, "0 0 100 100 re f")
        path = tmp_path / "plan.pdf"
        path.write_bytes(saved(pdf))
        narrow = replace(limits, page_pixels=30_000_000)
        with opener.open(path, limits=narrow, spool=spool) as file:
            [sheet] = [taken(sheet) for sheet in file.sheets()]
        assert 29_000_000 < sheet.pixels.size <= 30_000_000
        assert sheet.dpi == pytest.approx(139.0, abs=0.1)

    def test_a_sheet_too_large_for_any_use_is_refused(self, opener, limits, spool, tmp_path):
        path = tmp_path / "plan.pdf"
        path.write_bytes(saved(empty(size=(2384, 3370))))
        narrow = replace(limits, page_pixels=15_000_000)
        with pytest.raises(UnreadableFile) as refusal:
            list(opener.open(path, limits=narrow, spool=spool).sheets())
        assert refusal.value.why is Unreadable.PAGE_TOO_LARGE


class TestWhatIsKept:
    def test_a_file_that_was_never_paper_is_kept(self, look):
        pdf = empty(pages=3)
        write(pdf, GOOD)
        write(pdf, ["Phụ lục"], number=2)
        opened = look(saved(pdf))
        assert opened.handling is Handling.KEEP_BORN_DIGITAL
        assert [page.text.text.splitlines() for page in opened.kept_pages] == [
            GOOD,
            [],
            ["Phụ lục"],
        ]

    def test_its_text_is_composed(self, look):
        pdf = empty()
        write(pdf, [unicodedata.normalize("NFD", line) for line in GOOD])
        [page] = look(saved(pdf)).kept_pages
        assert unicodedata.is_normalized("NFC", page.text.text)
        assert "Căn cứ Luật" in page.text.text

    def test_it_can_be_drawn_all_the_same(self, draw):
        pdf = empty()
        write(pdf, GOOD)
        opened, [sheet] = draw(saved(pdf))
        assert opened.handling is Handling.KEEP_BORN_DIGITAL
        assert ink(sheet.pixels)[1] == pytest.approx(72 / A4[0], abs=0.01)

    def test_the_digest_names_the_very_bytes(self, look):
        content = saved(scanned())
        assert look(content).sha256 == _sha256(content)

    @pytest.mark.parametrize("pages", [[GARBAGE], [GOOD, GARBAGE], [GOOD, None]])
    def test_a_page_that_cannot_be_read_as_text_makes_a_file_to_digitise(self, look, pages):
        pdf = empty(pages=len(pages))
        for number, lines in enumerate(pages):
            if lines:
                write(pdf, lines, number=number)
            else:
                paint(pdf, "100 100 50 50 re f 200 300 9 9 re f", number=number)
        opened = look(saved(pdf))
        assert (opened.handling, opened.kept_pages) == (Handling.DIGITISE, ())

    def test_blank_pages_alone_are_digitised(self, look):
        assert look(saved(empty(pages=2))).handling is Handling.DIGITISE

    def test_a_scan_with_a_printed_page_number_is_digitised(self, look):
        pdf = scanned()
        write(pdf, ["Trang 3"])
        assert look(saved(pdf)).handling is Handling.DIGITISE

    def test_a_scan_with_words_seen_and_unseen_is_digitised(self, look):
        pdf = scanned()
        for top in (780, 600, 400):
            write(pdf, GOOD, mode=3, top=top)
        write(pdf, ["Sao y bản chính"], top=50)
        assert look(saved(pdf)).handling is Handling.DIGITISE

    def test_a_scan_with_margins_and_a_reader_s_words_is_digitised(self, look):
        pdf = empty()
        place(pdf, jpeg_image(pdf, jpeg(scan())), matrix=(450, 0, 0, 600, 70, 120))
        for top in (780, 600, 400):
            write(pdf, GOOD, mode=3, top=top)
        write(pdf, GOOD[:1], top=50)
        assert look(saved(pdf)).handling is Handling.DIGITISE

    def test_a_scan_over_its_words_is_digitised(self, look):
        pdf = empty()
        write(pdf, GOOD)
        place(pdf, jpeg_image(pdf, jpeg(scan())))
        assert look(saved(pdf)).handling is Handling.DIGITISE

    def test_a_letter_with_an_emblem_is_kept(self, look):
        pdf = empty()
        write(pdf, GOOD)
        place(pdf, jpeg_image(pdf, jpeg(scan())), matrix=(80, 0, 0, 80, 60, 700))
        assert look(saved(pdf)).handling is Handling.KEEP_BORN_DIGITAL

    @pytest.mark.parametrize("painted", [" f ", " "], ids=["one by one", "all at once"])
    def test_letters_that_are_drawn_as_lines_are_digitised(self, look, painted):
        pdf = empty(pages=2)
        write(pdf, GOOD)
        write(pdf, ["Trang 1"], number=1)
        drawn = painted.join(f"{100 + x} 100 1 5 re" for x in range(300))
        paint(pdf, drawn + " f", number=1)
        assert look(saved(pdf)).handling is Handling.DIGITISE

    def test_a_ruled_table_beside_a_heading_is_kept(self, look):
        pdf = empty(pages=2)
        write(pdf, GOOD)
        write(pdf, ["Phụ lục"], number=1)
        lines = " ".join(f"60 {100 + 10 * row} m 500 {100 + 10 * row} l S" for row in range(50))
        paint(pdf, lines, number=1)
        assert look(saved(pdf)).handling is Handling.KEEP_BORN_DIGITAL

    def test_a_few_words_alone_are_no_proof(self, look):
        pdf = empty()
        write(pdf, ["Trang 1"])
        paint(pdf, "100 100 300 300 re f")
        assert look(saved(pdf)).handling is Handling.DIGITISE


class TestWhatIsSigned:
    def test_a_signed_scan_is_kept_and_is_to_be_read_again_for_its_garbage(self, draw):
        pdf = scanned(jpeg(scan()), pages=2)
        write(pdf, GARBAGE, mode=3)
        write(pdf, GOOD, number=1)
        sign(pdf)
        opened, sheets = draw(saved(pdf))
        assert opened.handling is Handling.KEEP_SIGNED
        assert opened.kept_pages == ()
        assert len(sheets) == 2

    def test_a_signed_scan_with_a_reader_s_good_words_keeps_them(self, look):
        pdf = scanned(jpeg(scan()), pages=1)
        write(pdf, GOOD, mode=3)
        sign(pdf)
        [page] = look(saved(pdf)).kept_pages
        assert page.text.text.splitlines() == GOOD

    def test_a_signed_scan_with_a_few_words_printed_on_it_is_to_be_read(self, look):
        pdf = scanned(jpeg(scan()), pages=1)
        write(pdf, ["Trang 3"])
        sign(pdf)
        opened = look(saved(pdf))
        assert (opened.handling, opened.kept_pages) == (Handling.KEEP_SIGNED, ())

    def test_it_may_have_attachments(self, look):
        pdf = scanned()
        pdf.attachments["decision.xml"] = b"<decision/>"
        sign(pdf)
        assert look(saved(pdf)).handling is Handling.KEEP_SIGNED

    def test_it_may_not_have_scripts(self, look):
        pdf = scanned()
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
        sign(pdf)
        with pytest.raises(UnreadableFile) as refusal:
            look(saved(pdf))
        assert refusal.value.why is Unreadable.ACTIVE_CONTENT


def test_links_and_bookmarks_are_no_active_content(look):
    pdf = empty()
    write(pdf, GOOD)
    link = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([0, 0, 9, 9]),
        A=Dictionary(S=Name.URI, URI="https://example.invalid/"),
    )
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])
    pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])
    assert look(saved(pdf)).handling is Handling.KEEP_BORN_DIGITAL


def test_names_that_only_look_active_are_harmless(look):
    pdf = empty()
    write(pdf, GOOD)
    pdf.docinfo["/Title"] = "Hướng dẫn /JS /Launch /EF"
    pdf.pages[0].Resources.ExtGState = Dictionary(JS=Dictionary(BM=Name.Screen))
    assert look(saved(pdf)).handling is Handling.KEEP_BORN_DIGITAL


def test_a_page_placed_mirrored_is_drawn(draw_one):
    pdf = empty()
    place(pdf, flate_image(pdf, scan()), matrix=(-A4[0], 0, 0, A4[1], A4[0], 0))
    sheet = draw_one(pdf)
    assert ink(sheet.pixels)[3] == pytest.approx(1 - 10 / WIDTH, abs=0.01)
    assert WHOLE_PAGE[0] == A4[0]


def _sha256(content):
    return hashlib.sha256(content).hexdigest()
