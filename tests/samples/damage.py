"""What scanners, copiers and paper do to a page: arithmetic on a drawn page, seeded.

Every function takes a grey page (0 is ink) and a generator; the same generator state gives the
same pixels.
"""

import math
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from samples.drawing import Pixels

WHITE: Final = 255


def clipped(values: NDArray[np.floating]) -> Pixels:
    """Return brightness as bytes, what is out of range at its ends."""
    return np.clip(values, 0, WHITE).astype(np.uint8)


def clouds(rng: np.random.Generator, *, height: int, width: int, every: int) -> NDArray[np.float32]:
    """Return smooth random unevenness around 0, about `every` pixels wide."""
    coarse = rng.normal(0, 1, (height // every, width // every)).astype(np.float32)
    return cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR)


def paper(
    rng: np.random.Generator,
    *,
    height: int,
    width: int,
    brightness: float = 244,
    slope: float = 10,
    unevenness: float = 3,
) -> NDArray[np.float32]:
    """Return an empty sheet as a scanner sees it: not quite white, not quite even."""
    coarse = rng.normal(0, 1, (height // 64 + 1, width // 64 + 1)).astype(np.float32)
    clouds_ = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = rng.uniform(0, 2 * math.pi)
    tilt = (x / width - 0.5) * math.cos(angle) + (y / height - 0.5) * math.sin(angle)
    return brightness + slope * tilt + unevenness * clouds_


def skewed(page: Pixels, *, degrees: float, around: int = WHITE) -> Pixels:
    """Return the page turned by a little, on a sheet of the same size."""
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    border = (around,) * (1 if page.ndim == 2 else 3)
    return cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=border)


def _paper_share(page: Pixels, *, degrees: float, blur: float) -> NDArray[np.float32]:
    """Return how much of each pixel is bare paper, from 0 to 1."""
    share = skewed(page, degrees=degrees).astype(np.float32) / WHITE
    return cv2.GaussianBlur(share, (0, 0), blur)


def scanned(
    page: Pixels,
    *,
    rng: np.random.Generator,
    degrees: float = 0.0,
    blur: float = 0.9,
    noise: float = 7,
    ink: float = 38,
    dust: int = 60,
) -> Pixels:
    """Return the page from an ordinary office scanner."""
    share = _paper_share(page, degrees=degrees, blur=blur)
    height, width = share.shape
    print_ = ink + 14 * clouds(rng, height=height, width=width, every=24)
    seen = paper(rng, height=height, width=width) * share + print_ * (1 - share)
    scan = clipped(seen + rng.normal(0, noise, (height, width)).astype(np.float32))
    for _ in range(dust):
        x, y, radius = rng.integers(width), rng.integers(height), int(rng.integers(1, 4))
        cv2.circle(scan, (int(x), int(y)), radius, int(rng.integers(60, 160)), -1)
    return scan


def reduced(page: Pixels, *, dpi: float, drawn_at: float = 300) -> Pixels:
    """Return the page as a scanner set to a lower resolution gives it."""
    height, width = page.shape[:2]
    size = math.ceil(width * dpi / drawn_at), math.ceil(height * dpi / drawn_at)
    return cv2.resize(page, size, interpolation=cv2.INTER_AREA)


def photocopied(page: Pixels, *, rng: np.random.Generator, degrees: float = 0.4) -> Pixels:
    """Return a faded copy of a copy: thin uneven strokes, grey ground, streaks, pepper."""
    share = _paper_share(page, degrees=degrees, blur=1.3)
    height, width = share.shape
    ink = 118 + 16 * clouds(rng, height=height, width=width, every=16)
    ground = paper(rng, height=height, width=width, brightness=206, slope=22, unevenness=5)
    copy = ground * share + ink * (1 - share)
    for _ in range(10):
        x = int(rng.integers(width))
        copy[:, x : x + int(rng.integers(1, 4))] -= rng.uniform(8, 30)
    copy += rng.normal(0, 11, (height, width))
    pepper = rng.random((height, width)) < 0.0012
    copy[pepper] = rng.uniform(60, 130)
    return clipped(cv2.GaussianBlur(copy.astype(np.float32), (0, 0), 0.7))


def on_coloured_paper(
    page: Pixels,
    *,
    rng: np.random.Generator,
    tint: tuple[int, int, int],
    guilloche: bool,
    degrees: float = 0.3,
) -> Pixels:
    """Return the page printed on tinted stock, with a certificate's wavy lines if asked for."""
    share = _paper_share(page, degrees=degrees, blur=0.8)
    height, width = share.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    ground = np.ones((height, width, 3), np.float32) * np.array(tint, np.float32)
    if guilloche:
        waves = (np.sin((y + 60 * np.sin(x / 90)) / 9) > 0.86).astype(np.float32) * 0.8
        waves = waves + (np.sin((x + 60 * np.sin(y / 110)) / 13) > 0.9) * 0.6
        soft = cv2.GaussianBlur(waves, (0, 0), 0.8)[..., None]
        ground -= soft * np.array([26, 44, 30], np.float32)
    ink = np.array([40, 34, 48], np.float32)
    seen = ground * share[..., None] + ink * (1 - share[..., None])
    return clipped(seen + rng.normal(0, 6, (height, width, 1)).astype(np.float32))


def empty_sheet(
    rng: np.random.Generator,
    *,
    height: int,
    width: int,
    back: Pixels | None = None,
    show_through: float = 0.07,
) -> Pixels:
    """Return the scan of an unprinted side, through which the print of the other may show."""
    bare = paper(rng, height=height, width=width) + rng.normal(0, 6, (height, width))
    sheet = np.clip(bare, 0, WHITE)
    if back is not None:
        ink = (WHITE - back[:, ::-1]).astype(np.float32)
        sheet = sheet - cv2.GaussianBlur(ink, (0, 0), 3.5) * show_through
    return clipped(sheet)


def turned(page: Pixels, *, quarters: int) -> Pixels:
    """Return the page turned counter-clockwise by quarters of a circle."""
    return np.ascontiguousarray(np.rot90(page, quarters))
