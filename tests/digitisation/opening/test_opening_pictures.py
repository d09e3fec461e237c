import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageOps

from contracts.file_opener import taken
from motcua.digitisation.errors import Unreadable, UnreadableFile
from samples.hostile import SMALL_HEIC

WIDTH, HEIGHT = 60, 40


def grey_page():
    """A page with a mark in one corner, so that a turn is seen."""
    page = np.full((HEIGHT, WIDTH), 250, dtype=np.uint8)
    page[4:16, 4:24] = 20
    page[30:36, 40:44] = 120
    return page


def colour_page():
    page = np.repeat(grey_page()[..., None], 3, axis=2)
    page[20:30, 10:50] = (200, 30, 30)
    return page


def coded(image, what, **options):
    target = io.BytesIO()
    image.save(target, what, **options)
    return target.getvalue()


def decoded(code):
    return np.asarray(Image.open(io.BytesIO(code)))


def with_exif(**tags):
    exif = Image.Exif()
    for name, value in tags.items():
        exif[ExifTags.Base[name]] = value
    return exif


@pytest.fixture
def draw_one(draw):
    def one(content):
        opened, [sheet] = draw(content)
        assert opened.page_count == 1
        assert opened.kept_pages == ()
        return sheet

    return one


@pytest.mark.parametrize("page", [grey_page(), colour_page()], ids=["grey", "colour"])
def test_a_jpeg_keeps_the_code_of_the_scanner(draw_one, page):
    code = coded(Image.fromarray(page), "JPEG", quality=80, dpi=(200, 200))
    sheet = draw_one(code)
    assert np.array_equal(sheet.pixels, decoded(code))
    assert sheet.pixels.ndim == page.ndim
    assert sheet.dpi == 200
    assert np.array_equal(decoded(sheet.encoded), sheet.pixels)


def test_a_progressive_jpeg_is_kept_too(draw_one):
    code = coded(Image.fromarray(colour_page()), "JPEG", progressive=True)
    assert draw_one(code).encoded == code


def test_the_kept_code_carries_no_place_no_comment_and_no_passenger(draw_one):
    exif = with_exif(Make="Máy quét", ImageDescription="21.0285 N 105.8542 E")
    image = Image.fromarray(grey_page())
    code = coded(image, "JPEG", exif=exif, comment=b"secret") + b"PK\3\4 an archive"
    kept = draw_one(code).encoded
    assert np.array_equal(decoded(kept), decoded(code))
    assert b"105.8542" not in kept
    assert b"secret" not in kept
    assert kept.endswith(b"\xff\xd9")


def test_zeros_before_the_end_of_a_jpeg_are_no_damage(draw_one):
    code = coded(Image.fromarray(grey_page()), "JPEG")
    padded = code[:-2] + bytes(7) + code[-2:]
    assert np.array_equal(draw_one(padded).pixels, decoded(code))


def test_the_code_is_not_kept_where_it_is_longer_than_the_pixels(draw_one):
    code = coded(Image.fromarray(grey_page()), "JPEG", progressive=True)
    last_scan = code[code.rindex(b"\xff\xda") : -2]
    assert draw_one(code[:-2] + last_scan * 4000 + code[-2:]).encoded is None


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("what", ["JPEG", "TIFF", "PNG", "WEBP"])
def test_a_picture_stands_as_the_camera_held_it(draw_one, what, orientation):
    exif = with_exif(Orientation=orientation)
    options = {"lossless": True} if what == "WEBP" else {}
    code = coded(Image.fromarray(colour_page()), what, exif=exif, **options)
    expected = np.asarray(ImageOps.exif_transpose(Image.open(io.BytesIO(code))))
    sheet = draw_one(code)
    assert np.array_equal(sheet.pixels, expected)
    if what == "JPEG":
        assert (sheet.encoded is not None) == (orientation == 1)


def test_a_jpeg_in_printers_colours_becomes_a_screen_picture(draw_one):
    code = coded(Image.fromarray(colour_page()).convert("CMYK"), "JPEG", quality=95)
    sheet = draw_one(code)
    assert sheet.encoded is None
    assert np.abs(sheet.pixels[25, 30].astype(int) - (200, 30, 30)).max() < 20


def test_a_colour_picture_without_colour_becomes_grey(draw_one):
    code = coded(Image.fromarray(grey_page()).convert("RGB"), "PNG")
    assert np.array_equal(draw_one(code).pixels, grey_page())


def test_one_coloured_pixel_makes_a_colour_page(draw_one):
    page = np.repeat(grey_page()[..., None], 3, axis=2)
    page[25, 5] = (255, 0, 0)
    assert np.array_equal(draw_one(coded(Image.fromarray(page), "PNG")).pixels, page)


@pytest.mark.parametrize(
    ("what", "options", "dpi"),
    [
        ("JPEG", {"dpi": (240, 240)}, 240),
        ("JPEG", {}, None),
        ("PNG", {"dpi": (240, 240)}, 240),
        ("PNG", {}, None),
        ("TIFF", {"dpi": (240, 240)}, 240),
        ("TIFF", {"resolution_unit": 3, "resolution": 100}, 254),
        ("TIFF", {"resolution_unit": 1, "resolution": 1}, None),
        ("TIFF", {}, None),
        ("WEBP", {}, None),
    ],
)
def test_the_resolution_is_what_the_file_claims(draw_one, what, options, dpi):
    sheet = draw_one(coded(Image.fromarray(grey_page()), what, **options))
    assert sheet.dpi == (dpi if dpi is None else pytest.approx(dpi, abs=0.05))


def test_a_camera_claims_its_resolution_in_its_own_tags(draw_one):
    exif = with_exif(XResolution=180.0, YResolution=180.0, ResolutionUnit=2)
    code = coded(Image.fromarray(grey_page()), "JPEG", exif=exif)
    assert draw_one(code).dpi == 180


def test_a_fax_gets_square_pixels_and_stays_black_and_white(draw_one):
    page = Image.new("1", (1728, 1100), 1)
    page.paste(0, (100, 100, 304, 198))  # an inch square: 204 across, 98 down
    code = coded(page, "TIFF", compression="group3", dpi=(204, 98))
    sheet = draw_one(code)
    assert sheet.pixels.shape == (round(1100 * 204 / 98), 1728)
    assert sheet.dpi == pytest.approx(204)
    assert set(np.unique(sheet.pixels)) == {0, 255}
    black = np.argwhere(sheet.pixels == 0)
    height, width = black.max(axis=0) - black.min(axis=0) + 1
    assert width == 204
    assert abs(height - 204) <= 2


def test_a_resolution_beyond_belief_is_no_claim(draw_one):
    sheet = draw_one(coded(Image.fromarray(grey_page()), "TIFF", dpi=(300, 3)))
    assert (sheet.dpi, sheet.pixels.shape) == (None, (HEIGHT, WIDTH))


@pytest.mark.parametrize("compression", ["group4", "group3", "tiff_lzw", "packbits", None])
def test_black_and_white_is_0_and_255(draw_one, compression):
    code = coded(Image.fromarray(grey_page() > 128), "TIFF", compression=compression)
    expected = np.where(grey_page() > 128, 255, 0)
    assert np.array_equal(draw_one(code).pixels, expected)


def test_a_pile_in_one_tiff_keeps_its_order_and_its_kinds(draw):
    frames = [
        Image.fromarray(grey_page() > 128),
        Image.fromarray(colour_page()),
        Image.fromarray(grey_page()),
    ]
    code = coded(frames[0], "TIFF", save_all=True, append_images=frames[1:], compression="tiff_lzw")
    _, sheets = draw(code)
    assert [sheet.pixels.ndim for sheet in sheets] == [2, 3, 2]
    assert np.array_equal(sheets[1].pixels, colour_page())
    assert np.array_equal(sheets[2].pixels, grey_page())


def test_a_thumbnail_in_a_tiff_is_no_page(draw):
    page, small = Image.fromarray(grey_page()), Image.new("L", (6, 4))
    small.encoderinfo = {"tiffinfo": {254: 1}}
    target = io.BytesIO()
    page.save(target, "TIFF", save_all=True, append_images=[small])
    opened, [sheet] = draw(target.getvalue())
    assert opened.page_count == 1
    assert sheet.pixels.shape == (HEIGHT, WIDTH)


def test_a_tiff_of_photographs_is_decoded(draw_one):
    code = coded(Image.fromarray(colour_page()), "TIFF", compression="jpeg", quality=95)
    sheet = draw_one(code)
    assert np.abs(sheet.pixels[25, 30].astype(int) - (200, 30, 30)).max() < 20
    assert sheet.encoded is None


@pytest.mark.parametrize("what", ["PNG", "TIFF"])
def test_sixteen_bits_become_eight(draw_one, what):
    deep = grey_page().astype(np.uint16) * 257
    assert np.array_equal(draw_one(coded(Image.fromarray(deep), what)).pixels, grey_page())


def test_a_palette_is_looked_up(draw_one):
    palette = Image.fromarray(colour_page()).quantize(4)
    expected = np.asarray(palette.convert("RGB"))
    assert np.array_equal(draw_one(coded(palette, "PNG")).pixels, expected)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_see_through_lies_on_white(draw_one, mode):
    image = Image.fromarray(np.zeros((4, 6), dtype=np.uint8)).convert(mode)
    image.putalpha(Image.fromarray(np.tile(np.uint8([0, 255, 0, 255, 0, 255]), (4, 1))))
    pixels = draw_one(coded(image, "PNG")).pixels
    assert np.array_equal(pixels, np.tile([255, 0, 255, 0, 255, 0], (4, 1)))


def test_a_see_through_palette_lies_on_white(draw_one):
    image = Image.fromarray(np.uint8([[0, 1]])).convert("P")
    image.putpalette([9, 9, 9, 50, 60, 70])
    pixels = draw_one(coded(image, "PNG", transparency=0)).pixels
    assert pixels.tolist() == [[[255, 255, 255], [50, 60, 70]]]


def test_a_photograph_of_a_telephone_is_read(draw_one):
    sheet = draw_one(SMALL_HEIC)
    assert sheet.pixels.shape == (48, 64, 3)
    post, flag = sheet.pixels[24, 16].astype(int), sheet.pixels[14, 44].astype(int)
    assert post[0] > 150 > post[2] + 50
    assert flag[2] > 120 > flag[0] + 50


def test_the_name_says_nothing(opener, limits, spool, tmp_path):
    path = tmp_path / "scan.tif"
    path.write_bytes(coded(Image.fromarray(grey_page()), "PNG"))
    with opener.open(path, limits=limits, spool=spool) as file:
        [sheet] = [taken(sheet) for sheet in file.sheets()]
    assert np.array_equal(sheet.pixels, grey_page())


@pytest.mark.parametrize("what", ["GIF", "BMP", "JPEG2000", "PPM"])
def test_a_format_nobody_scans_to_is_refused(look, what):
    with pytest.raises(UnreadableFile) as refusal:
        look(coded(Image.fromarray(grey_page()), what))
    assert refusal.value.why is Unreadable.UNKNOWN_FORMAT


@pytest.mark.parametrize("size", [(500, 500), (500, 501)])
def test_the_limit_of_pixels_is_kept_to_the_pixel(opener, limits, spool, tmp_path, size):
    path = tmp_path / "scan.png"
    path.write_bytes(coded(Image.new("L", size), "PNG"))
    narrow = replace(limits, page_pixels=250_000)
    if size == (500, 500):
        opener.open(path, limits=narrow, spool=spool).close()
        return
    with pytest.raises(UnreadableFile) as refusal:
        opener.open(path, limits=narrow, spool=spool)
    assert refusal.value.why is Unreadable.PAGE_TOO_LARGE


def test_a_fax_may_not_grow_past_the_limit_either(opener, limits, spool, tmp_path):
    path = tmp_path / "fax.tif"
    path.write_bytes(coded(Image.new("1", (1000, 1000)), "TIFF", dpi=(204, 98)))
    with pytest.raises(UnreadableFile) as refusal:
        opener.open(path, limits=replace(limits, page_pixels=2_000_000), spool=spool)
    assert refusal.value.why is Unreadable.PAGE_TOO_LARGE
