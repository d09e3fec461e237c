"""What an office puts on a finished page: the round red seal and a signature in blue."""

import math
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from samples.damage import WHITE, clipped
from samples.drawing import Pixels
from samples.fonts import Family, Style, font

RED: Final = (205, 30, 45)
BLUE: Final = (25, 40, 150)

SEAL_TEXT: Final = "ỦY BAN NHÂN DÂN HUYỆN * TỈNH HẢI SƠN * "


def in_colour(page: Pixels) -> Pixels:
    """Return a grey page as red, green and blue; a coloured one as it is."""
    return cv2.cvtColor(page, cv2.COLOR_GRAY2RGB) if page.ndim == 2 else page


def sealed(page: Pixels, *, rng: np.random.Generator, at: tuple[float, float]) -> Pixels:
    """Return the coloured page with a worn seal a third over the place to sign."""
    return clipped(_under_seal(page, rng=rng, at=at))


def sealed_and_signed(page: Pixels, *, rng: np.random.Generator, at: tuple[float, float]) -> Pixels:
    """Return the coloured page with a worn seal and a signature over the place to sign."""
    marked = _under_seal(page, rng=rng, at=at)
    marked *= _signature(page.shape, at=at) / 255.0
    return clipped(marked)


def _under_seal(
    page: Pixels, *, rng: np.random.Generator, at: tuple[float, float]
) -> NDArray[np.float32]:
    seal = _worn(_seal(radius=215), rng=rng)
    side = seal.shape[0]
    marked = page.astype(np.float32)
    left = max(0, min(int(at[0] - side * 0.80), page.shape[1] - side))
    top = max(0, min(int(at[1] - side * 0.42), page.shape[0] - side))
    marked[top : top + side, left : left + side] *= seal / WHITE
    return marked


def _seal(*, radius: int) -> Image.Image:
    side = 2 * radius + 40
    middle = side // 2
    seal = Image.new("RGB", (side, side), "white")
    pen = ImageDraw.Draw(seal)
    for distance, width in ((radius, 9), (radius - 62, 4)):
        ring = (middle - distance, middle - distance, middle + distance, middle + distance)
        pen.ellipse(ring, outline=RED, width=width)
    turns = [point * math.pi * 0.8 for point in range(5)]
    pen.polygon(
        [(middle + 62 * math.sin(turn), middle - 62 * math.cos(turn)) for turn in turns], fill=RED
    )
    type_ = font(Family.LIBERATION, style=Style.BOLD, points=9)
    for number, letter in enumerate(SEAL_TEXT):
        turn = 2 * math.pi * number / len(SEAL_TEXT)
        tile = Image.new("L", (70, 70), 0)
        ImageDraw.Draw(tile).text((18, 10), letter, font=type_, fill=255)
        x = middle + (radius - 34) * math.sin(turn)
        y = middle - (radius - 34) * math.cos(turn)
        seal.paste(RED, (int(x - 35), int(y - 35)), tile.rotate(-math.degrees(turn)))
    return seal


def _worn(seal: Image.Image, *, rng: np.random.Generator) -> NDArray[np.float32]:
    """Return the seal as it came out of the pad: a little askew, unevenly inked."""
    askew = seal.rotate(float(rng.uniform(-15, 15)), fillcolor="white")
    pressure = rng.normal(0.85, 0.25, (30, 30)).astype(np.float32)
    fade = np.clip(cv2.resize(pressure, seal.size), 0.35, 1)[..., None]
    return WHITE - (WHITE - np.array(askew).astype(np.float32)) * fade


def _signature(shape: tuple[int, ...], *, at: tuple[float, float]) -> Pixels:
    """Return a signature on an otherwise white page of this shape."""
    layer = np.full(shape, WHITE, np.uint8)
    stroke = [
        (
            at[0] - 230 + step * 8 + 60 * math.sin(step * 0.55),
            at[1] + 95 + 85 * math.sin(step * 0.9) * math.exp(-step / 60),
        )
        for step in range(60)
    ]
    cv2.polylines(layer, [np.array(stroke, np.int32)], False, BLUE, 7, cv2.LINE_AA)
    return layer
