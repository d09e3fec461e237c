"""How a page will look in the file: sharp ink, small bytes, colours kept.

A page scanned black and white or grey becomes one lossless bitonal picture; a page scanned in
colour becomes its dark ink as such a picture over a small colour background (mixed raster
content), for the law asks for colour (TT 01/2019/TT-BNV).
"""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from motcua.digitisation.pipeline.stages.ink import evened, grey, resized
from motcua.digitisation.pipeline.values import Profile, RecognisedPage
from motcua.digitisation.ports import BitonalCoder, Layer, PageLayers, Pixels

Mask = NDArray[np.bool_]

INK: Final = 150
FINE_DPI: Final = 250
"""From here on the print is smoothed before it is cut at `INK`, to take the grain off its edges."""

SPECK_INCHES: Final = 0.024
SPECK_INK: Final = 0.15
"""A dark spot counts as ink when this share of a square of `SPECK_INCHES` round it is dark."""

DARK_INK: Final = 150
COLOURLESS: Final = 70
"""Ink for the sharp picture is no brighter and no more colourful than this."""

BARE_DPI: Final = 50
BARE_PAPER: Final = 200
"""No pencil stroke, half a millimetre wide, leaves a point of this copy as bright."""

BACKGROUND_DPI: Final = 100
BACKGROUND_QUALITIES: Final = (35, 24, 16)
BACKGROUND_BYTES: Final = 42_000
"""Security paper with fine lines is coded more coarsely until it is about this small."""

KEPT_QUALITY: Final = 92
PREVIEW_DPI: Final = 110
PREVIEW_QUALITY: Final = 60

GLANCE_DPI: Final = 75
PICTURE_SQUARE_INCHES: Final = 0.25
"""From this size on a half-tone (a portrait, say) is a picture and not print."""
PICTURE_TONE: Final = 185


def compress(read: RecognisedPage, *, profile: Profile, coder: BitonalCoder) -> PageLayers:
    """Return the coded pictures of a page; bare paper needs none.

    A page without words may still bear a signature, a portrait or a cover's colour.
    """
    page = read.page
    if profile.keep_image:
        return _kept(page.image, encoded=page.encoded)
    if page.is_blank and _is_bare(page.image, dpi=page.dpi):
        return PageLayers()
    plain = grey(page.image)
    is_colour = page.image.ndim == 3
    if not is_colour and _is_bitonal(plain):
        return PageLayers(ink=_coded(plain == 0, coder=coder))
    flat = evened(plain)
    ink = _ink(flat, dpi=page.dpi)
    if is_colour:
        ink &= _colourless(page.image)
    elif not _has_picture(flat, dpi=page.dpi):
        return PageLayers(ink=_coded(ink, coder=coder))
    return PageLayers(
        background=_background(page.image, ink, dpi=page.dpi),
        background_is_colour=is_colour,
        ink=_coded(ink, coder=coder),
        ink_colour=_tone(page.image, ink),
    )


def preview_of(read: RecognisedPage) -> Layer:
    """Return a small picture of the page as it was read."""
    page = read.page
    return _jpeg(resized(page.image, min(1.0, PREVIEW_DPI / page.dpi)), quality=PREVIEW_QUALITY)


def _kept(image: Pixels, *, encoded: bytes | None) -> PageLayers:
    """Keep the scanner's own bytes, or code the turned picture so that no eye sees a loss."""
    layer = (
        Layer(data=encoded, width=image.shape[1], height=image.shape[0])
        if encoded is not None
        else _jpeg(image, quality=KEPT_QUALITY)
    )
    return PageLayers(background=layer, background_is_colour=image.ndim == 3)


def _is_bare(image: Pixels, *, dpi: int) -> bool:
    """Tell whether there is but white paper, grain and what shines through."""
    return int(resized(image, BARE_DPI / dpi).min()) >= BARE_PAPER


def _is_bitonal(plain: Pixels) -> bool:
    sample = plain[::16, ::4]
    if not bool(((sample == 0) | (sample == 255)).all()):
        return False
    return bool(((plain == 0) | (plain == 255)).all())


def _ink(flat: Pixels, *, dpi: int) -> Mask:
    """Return where an evened page is ink, without specks smaller than any dot of print."""
    smooth = cv2.GaussianBlur(flat, (5, 5), 0.8) if dpi >= FINE_DPI else flat
    dark = (smooth < INK).astype(np.uint8)
    side = max(3, round(SPECK_INCHES * dpi)) | 1
    near = cv2.boxFilter(dark, cv2.CV_8U, (side, side), normalize=False)
    return (dark > 0) & (near >= max(2, round(SPECK_INK * side * side)))


def _colourless(image: Pixels) -> Mask:
    red, green, blue = cv2.split(image)
    brightest = cv2.max(cv2.max(red, green), blue)
    darkest = cv2.min(cv2.min(red, green), blue)
    return (brightest < DARK_INK) & (cv2.subtract(brightest, darkest) < COLOURLESS)


def _has_picture(flat: Pixels, *, dpi: int) -> bool:
    """Tell whether a grey page has half-tones, which black and white would spoil."""
    glance = cv2.blur(resized(flat, GLANCE_DPI / dpi), (9, 9))
    dark = (glance < PICTURE_TONE).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=4)
    largest = int(stats[1:, cv2.CC_STAT_AREA].max(initial=0))
    return largest > PICTURE_SQUARE_INCHES * GLANCE_DPI**2


def _background(image: Pixels, ink: Mask, *, dpi: int) -> Layer:
    """Code the page without its ink, small, the holes filled with the paper round them."""
    small = resized(image, min(1.0, BACKGROUND_DPI / dpi))
    size = (small.shape[1], small.shape[0])
    wide = cv2.dilate(ink.astype(np.uint8) * 255, np.ones((5, 5), np.uint8))
    holes = cv2.resize(wide, size, interpolation=cv2.INTER_AREA) >= 60
    paper = (~holes).astype(np.float32)
    shaped = paper if small.ndim == 2 else paper[..., None]
    around = cv2.blur(small.astype(np.float32) * shaped, (15, 15))
    weight = np.maximum(cv2.blur(paper, (15, 15)), 1e-3)
    filled = around / (weight if small.ndim == 2 else weight[..., None])
    hole = holes if small.ndim == 2 else holes[..., None]
    whole = np.where(hole, np.clip(filled, 0, 255), small).astype(np.uint8)
    coded = (_jpeg(whole, quality=quality) for quality in BACKGROUND_QUALITIES)
    layer = next(coded)
    while len(layer.data) > BACKGROUND_BYTES and (coarser := next(coded, None)) is not None:
        layer = coarser
    return layer


def _tone(image: Pixels, ink: Mask) -> tuple[int, int, int]:
    marked = image[::3, ::3][ink[::3, ::3]]
    if not len(marked):
        return 0, 0, 0
    tone = np.median(marked, axis=0)
    red, green, blue = (int(part) for part in np.broadcast_to(tone, 3))
    return red, green, blue


def _jpeg(image: Pixels, *, quality: int) -> Layer:
    ordered = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_RGB2BGR)
    _, coded = cv2.imencode(
        ".jpg", ordered, [cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_OPTIMIZE, 1]
    )
    return Layer(data=coded.tobytes(), width=image.shape[1], height=image.shape[0])


def _coded(ink: Mask, *, coder: BitonalCoder) -> Layer:
    return Layer(data=coder.encode(ink), width=ink.shape[1], height=ink.shape[0])
