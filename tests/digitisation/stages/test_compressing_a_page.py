"""How a page looks in the file."""

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from digitisation.fakes import PlainCoder, coded_ink
from digitisation.stages.pages import LETTER, letter, paper, printed, recognised
from motcua.digitisation.pipeline.stages.compress import compress, preview_of
from motcua.digitisation.pipeline.values import Profile
from motcua.digitisation.ports import PageLayers

CODER = PlainCoder()


def layers_of(image, *, profile=Profile(), **how):  # noqa: B008 (a frozen value)
    return compress(recognised(image, **how), profile=profile, coder=CODER)


def picture(layer):
    return np.array(Image.open(io.BytesIO(layer.data)))


def coloured(page):
    return np.repeat(page[..., None], 3, axis=2)


def with_stamp(page):
    page = coloured(page)
    cv2.circle(page, (800, 1300), 120, (210, 30, 40), 6)
    return page


@pytest.mark.parametrize("image", [paper(), coloured(paper())], ids=["grey", "colour"])
def test_bare_paper_needs_no_picture(image):
    assert layers_of(image, is_blank=True) == PageLayers()


def test_what_shines_through_bare_paper_needs_none_either():
    assert layers_of(printed(*LETTER, ink=225), is_blank=True) == PageLayers()


def signed():
    page = paper()
    stroke = np.array([[500, 900], [560, 820], [600, 930], [660, 840], [760, 900]])
    cv2.polylines(page, [stroke], isClosed=False, color=40, thickness=3)
    return page


def portrait():
    page = paper()
    page[300:700, 300:600] = np.random.default_rng(1).integers(0, 160, (400, 300))
    return cv2.GaussianBlur(page, (21, 21), 0)


@pytest.mark.parametrize(
    "image",
    [
        signed(),
        portrait(),
        np.zeros((400, 300), np.uint8),
        np.full((400, 300, 3), (200, 30, 30), np.uint8),
        printed("Phụ lục"),
    ],
    ids=["signature", "portrait", "black", "cover", "one heading"],
)
def test_a_page_without_words_that_shows_something_keeps_its_picture(image):
    layers = layers_of(image, is_blank=True)
    assert layers.ink is not None or layers.background is not None


def test_a_grey_page_becomes_its_ink():
    layers = layers_of(letter())
    assert layers.background is None
    ink = coded_ink(layers.ink)
    assert (layers.ink.width, layers.ink.height) == (1240, 1754)
    assert ink[letter() < 60].mean() > 0.998
    assert not ink[letter() > 240].any()


def test_a_page_of_few_words_does_not_become_black():
    assert 0 < coded_ink(layers_of(printed("Trang này để trống")).ink).mean() < 0.01


def test_a_black_and_white_page_is_kept_point_for_point():
    bitonal = np.where(letter() < 128, 0, 255).astype(np.uint8)
    bitonal[5, 7] = 0
    assert np.array_equal(coded_ink(layers_of(bitonal).ink), bitonal == 0)


def test_dust_is_left_out_and_the_dot_of_an_i_stays():
    page = letter().copy()
    page[1600, 700] = 0
    ink = coded_ink(layers_of(page).ink)
    assert not ink[1590:1610, 690:710].any()
    page[1600:1603, 700:703] = 0
    assert coded_ink(layers_of(page).ink)[1601, 701]


def test_a_colour_page_keeps_its_stamp_in_the_background_and_its_print_sharp():
    page = with_stamp(letter())
    layers = layers_of(page)
    assert layers.background_is_colour
    ink = coded_ink(layers.ink)
    assert ink[letter() < 40].mean() > 0.98
    assert not ink[1240:1360, 676:684].any()
    background = picture(layers.background)
    assert background.shape == (1169, 827, 3)
    red, green, blue = background[866, round(680 * 827 / 1240)].astype(int)
    assert red > green + 60
    assert red > blue + 60


def test_the_print_is_not_in_the_background_as_well():
    background = picture(layers_of(with_stamp(letter())).background)
    assert int(background[100:550].min()) > 150


def test_the_ink_has_the_tone_of_the_print():
    page = with_stamp(paper())
    blue_ink = printed(*LETTER) < 100
    page[blue_ink] = (60, 60, 110)
    layers = layers_of(page)
    assert layers.ink_colour == (60, 60, 110)


def test_a_grey_page_with_a_portrait_keeps_its_half_tones():
    page = letter().copy()
    page[1000:1300, 200:430] = np.linspace(40, 180, 230).astype(np.uint8)
    layers = layers_of(page)
    assert layers.background is not None
    assert not layers.background_is_colour
    assert picture(layers.background).ndim == 2


def test_paper_with_a_fine_pattern_is_coded_more_coarsely():
    rng = np.random.default_rng(6)
    pattern = rng.integers(120, 256, (1754, 1240, 3), dtype=np.uint8)
    plain = layers_of(with_stamp(letter())).background
    coarse = layers_of(pattern).background
    assert len(plain.data) < 42_000
    (first, *_) = Image.open(io.BytesIO(coarse.data)).quantization[0]
    (finest, *_) = Image.open(io.BytesIO(plain.data)).quantization[0]
    assert first > finest


def test_a_page_below_the_resolution_of_the_background_is_not_enlarged():
    layers = layers_of(with_stamp(letter())[::2, ::2].copy(), dpi=75)
    assert (layers.background.width, layers.background.height) == (620, 877)


def test_the_scanner_s_own_picture_is_kept_byte_for_byte_when_fidelity_is_asked_for():
    layers = layers_of(letter(), profile=Profile(keep_image=True), encoded=b"the very bytes")
    assert layers.background.data == b"the very bytes"
    assert layers.ink is None


def test_a_turned_page_kept_for_fidelity_is_coded_without_a_visible_loss():
    page = with_stamp(letter())
    layers = layers_of(page, profile=Profile(keep_image=True))
    assert layers.background_is_colour
    difference = picture(layers.background).astype(int) - page
    assert float(np.abs(difference).mean()) < 2


def test_even_a_blank_page_is_kept_when_fidelity_is_asked_for():
    assert layers_of(paper(), profile=Profile(keep_image=True), is_blank=True).background


@pytest.mark.parametrize(("dpi", "wide"), [(150, 909), (300, 455), (75, 1240)])
def test_a_preview_is_small(dpi, wide):
    layer = preview_of(recognised(letter(), dpi=dpi))
    assert layer.width == pytest.approx(wide, abs=1)
    assert picture(layer).shape == (layer.height, layer.width)


@pytest.mark.parametrize("shape", [(1, 1), (2, 900), (900, 2), (7, 7)], ids=str)
def test_a_page_of_any_shape_is_coded(shape):
    rng = np.random.default_rng(0)
    for image in (
        rng.integers(0, 256, shape, dtype=np.uint8),
        rng.integers(0, 256, (*shape, 3), dtype=np.uint8),
    ):
        layers = layers_of(image)
        assert coded_ink(layers.ink).shape == shape
        assert preview_of(recognised(image)).width >= 1


def test_the_page_that_came_is_left_alone():
    page = with_stamp(letter())
    before = page.copy()
    layers_of(page)
    assert np.array_equal(page, before)
