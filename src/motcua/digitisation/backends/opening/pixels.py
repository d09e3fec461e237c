"""What is done to the pixels of a page before they leave the reading process."""

import math
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from motcua.digitisation.errors import Unreadable, UnreadableFile
from motcua.digitisation.ports import Pixels

_GREY: Final = 2
_SAMPLE_STEP: Final = 17
_SQUARE_ENOUGH: Final = 1.02
_BELIEVABLE_RATIO: Final = 4.0
_LONGEST_SIDE: Final = 60_000
_MOST_DPI: Final = 20_000
_HALF: Final = 128
_WHITE: Final = 255


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawn:
    """A page as it came out of the file."""

    pixels: Pixels
    dpi: float | None = None
    encoded: bytes | None = None


def refused(why: Unreadable, detail: str = "") -> UnreadableFile:
    """Return the refusal of the file that is being read; its parent knows the name."""
    return UnreadableFile(name="", why=why, detail=detail)


def check_size(width: int, height: int, *, page_pixels: int) -> None:
    """Refuse a page with more pixels than are allowed, or with none, or a mere line of them."""
    if width < 1 or height < 1:
        raise refused(Unreadable.BROKEN, f"{width} × {height}")
    if width * height > page_pixels or max(width, height) > _LONGEST_SIDE:
        raise refused(Unreadable.PAGE_TOO_LARGE, f"{width} × {height}")


def lean(pixels: Pixels) -> Pixels:
    """Return a page without colour in grey, every other as it is."""
    if pixels.ndim == _GREY:
        return pixels
    sample = pixels[::_SAMPLE_STEP, ::_SAMPLE_STEP]
    if (sample != sample[..., :1]).any():
        return pixels
    red, green, blue = cv2.split(pixels)
    if np.array_equal(red, green) and np.array_equal(green, blue):
        return np.asarray(red, dtype=np.uint8)
    return pixels


def upright(pixels: Pixels, *, orientation: int) -> Pixels:
    """Return the picture as its camera held it (EXIF 2.3, tag 274: 1 to 8)."""
    if orientation in {2, 4, 5, 7}:
        pixels = pixels[:, ::-1]
    return turned(pixels, quarters={3: 2, 4: 2, 5: 3, 6: 1, 7: 1, 8: 3}.get(orientation, 0))


def turned(pixels: Pixels, *, quarters: int) -> Pixels:
    """Return the picture turned clockwise by so many quarters."""
    return np.ascontiguousarray(np.rot90(pixels, -quarters))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The resolution a file claims, in pixels an inch, across and down.

    A fax has 204 × 98 (ITU-T T.4); the pixels are then made square at the finer of the two.
    """

    across: float
    down: float

    @property
    def is_square(self) -> bool:
        """Tell whether the two are the same but for rounding."""
        return 1 / _SQUARE_ENOUGH <= self.across / self.down <= _SQUARE_ENOUGH

    @property
    def dpi(self) -> float:
        """Return the resolution once the pixels are square."""
        if self.is_square:
            return math.sqrt(self.across * self.down)
        return max(self.across, self.down)

    def square_size(self, width: int, height: int) -> tuple[int, int]:
        """Return width and height once the pixels are square."""
        if self.is_square:
            return width, height
        return round(width * self.dpi / self.across), round(height * self.dpi / self.down)


def claim_of(across: object, down: object) -> Claim | None:
    """Return the claim, nothing where the figures are no resolution or beyond belief together."""
    if not isinstance(across, int | float) or not isinstance(down, int | float):
        return None
    if not (0 < across < _MOST_DPI and 0 < down < _MOST_DPI):
        return None
    ratio = across / down
    if not 1 / _BELIEVABLE_RATIO <= ratio <= _BELIEVABLE_RATIO:
        return None
    return Claim(across=float(across), down=float(down))


def squared(pixels: Pixels, *, claim: Claim | None) -> Pixels:
    """Return the page with square pixels."""
    if claim is None or claim.is_square:
        return pixels
    return _stretched(pixels, claim.square_size(pixels.shape[1], pixels.shape[0]))


def _stretched(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    stretched = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_LINEAR), dtype=np.uint8)
    if not _is_bitonal(pixels):
        return stretched
    return np.where(stretched < _HALF, np.uint8(0), np.uint8(_WHITE))


def _is_bitonal(pixels: Pixels) -> bool:
    return pixels.ndim == _GREY and bool(((pixels == 0) | (pixels == _WHITE)).all())
