"""What a telephone makes of a sheet lying on a desk: perspective, light, shadow, blur, noise."""

import math
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image

from samples.damage import clipped
from samples.drawing import Pixels

JPEG_QUALITY: Final = 75

INK: Final = 42
PAPER: Final = 238
LIT_PAPER: Final = 218

Light = NDArray[np.float32]
"""Brightness by which a surface is multiplied, pixel by pixel."""


class Orientation(Enum):
    """How the sensor was held; the value is the tag's (Exif 2.32, table 4)."""

    UPRIGHT = 1
    SIDEWAYS = 6
    """The sensor lay on its side, so the stored picture must be turned clockwise to be read."""


class Desk(Enum):
    """What the sheet lies on, as its colour."""

    WOOD = (128, 92, 60)
    LAMINATE = (172, 168, 160)
    GREEN_MAT = (46, 92, 74)
    DARK = (54, 50, 50)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """How the photograph was taken."""

    frame: tuple[int, int] = (3024, 4032)
    """Width and height in pixels; these are twelve million, held upright."""

    desk: Desk = Desk.WOOD
    fill: float = 0.86
    """The sheet's width as a part of the frame's; 0.86 of 3024 pixels on 210 mm are 314 dpi."""

    degrees: float = 0.0
    """How far the sheet lies askew, counter-clockwise."""

    lean: float = 0.05
    """How far the camera leans: by so much of the width the corners leave the rectangle."""

    bend: float = 6.0
    """How far the paper bulges from the desk, in pixels of the frame."""

    dimming: float = 0.25
    """By how much the far side is darker than the side of the lamp."""

    shadow: float = 0.25
    """How much light the hand with the telephone takes away."""

    exposure: float = 1.0
    """1 is what the camera chooses: paper in good light comes out at `LIT_PAPER`."""

    defocus: float = 1.2
    motion: float = 3.0
    noise: float = 4.0
    warmth: float = 0.08
    """How yellow the room's light is; 0 is daylight."""


def photographed(page: Pixels, *, rng: np.random.Generator, shot: Shot) -> Pixels:
    """Return a coloured photograph of the page, grey or coloured, lying on a desk."""
    width, height = shot.frame
    corners = _corners(page, rng=rng, shot=shot)
    sheet, cover = _laid_down(page, corners=corners, shot=shot)
    scene = _desk(rng, shot=shot)
    scene *= _contact_shadow(cover)[..., None]
    scene *= (1 - cover)[..., None]
    scene += sheet * cover[..., None]
    light = _light(rng, shot=shot)
    scene *= (light * (shot.exposure * LIT_PAPER / PAPER / np.percentile(light, 85)))[..., None]
    scene *= np.array([1.0, 1 - 0.45 * shot.warmth, 1 - 1.5 * shot.warmth], np.float32)
    seen = _blurred(scene, rng=rng, shot=shot)
    seen += shot.noise * rng.standard_normal((height, width, 1), np.float32)
    blotches = shot.noise * rng.standard_normal((height // 4, width // 4, 3), np.float32)
    seen += cv2.resize(blotches, shot.frame)
    return clipped(_sharpened(seen))


def write_photograph(path: Path, *, pixels: Pixels, orientation: Orientation) -> None:
    """Write an upright picture as a telephone does: 72 dpi, which says nothing, and its tags."""
    if orientation is Orientation.SIDEWAYS:
        pixels = np.ascontiguousarray(np.rot90(pixels))
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Motcua"
    exif[ExifTags.Base.Model] = "Sample camera"
    exif[ExifTags.Base.Orientation] = orientation.value
    exif[ExifTags.Base.XResolution] = exif[ExifTags.Base.YResolution] = 72.0
    exif[ExifTags.Base.ResolutionUnit] = 2
    Image.fromarray(pixels).save(path, quality=JPEG_QUALITY, exif=exif)


def _corners(page: Pixels, *, rng: np.random.Generator, shot: Shot) -> NDArray[np.float32]:
    """Return where the sheet's corners come to lie, clockwise from the top left."""
    width, height = shot.frame
    across = shot.fill * width
    down = across * page.shape[0] / page.shape[1]
    shrink = min(1.0, 0.97 * height / down)
    half = np.array([across, down]) * shrink / 2
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
    corners = corners + rng.uniform(-shot.lean, shot.lean, (4, 2)) * across / 2
    # A camera over the reader's chest sees the far edge shorter than the near one.
    corners[:2, 0] *= 1 - shot.lean
    turn = math.radians(-shot.degrees)
    rotation = np.array([[math.cos(turn), math.sin(turn)], [-math.sin(turn), math.cos(turn)]])
    return (corners @ rotation + np.array([width, height]) / 2).astype(np.float32)


def _laid_down(
    page: Pixels, *, corners: NDArray[np.float32], shot: Shot
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the sheet within the frame, and how much of each pixel it covers."""
    width, height = shot.frame
    tall, wide = page.shape[:2]
    flat = np.array([[0, 0], [wide, 0], [wide, tall], [0, tall]], np.float32)
    # The page is enlarged less than twice or made smaller, so area averaging is not needed.
    back = cv2.getPerspectiveTransform(corners, flat)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    bulge = np.sin(x / width * 2.2 * math.pi) + np.sin(y / height * 3 * math.pi)
    y = y + shot.bend * bulge
    depth = back[2, 0] * x + back[2, 1] * y + back[2, 2]
    source_x = ((back[0, 0] * x + back[0, 1] * y + back[0, 2]) / depth).astype(np.float32)
    source_y = ((back[1, 0] * x + back[1, 1] * y + back[1, 2]) / depth).astype(np.float32)
    ink = cv2.remap(page, source_x, source_y, cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
    ink = ink if ink.ndim == 3 else ink[..., None]
    sheet = INK + ink.astype(np.float32) * (PAPER - INK) / 255
    inside = np.minimum(
        np.minimum(source_x, wide - source_x), np.minimum(source_y, tall - source_y)
    )
    return sheet, np.clip(inside + 0.5, 0, 1).astype(np.float32)


def _contact_shadow(cover: NDArray[np.float32]) -> Light:
    """Return the light beside the sheet, below and to the right of which it is a little darker."""
    small = cv2.resize(cover, None, fx=1 / 8, fy=1 / 8, interpolation=cv2.INTER_AREA)
    shade = cv2.GaussianBlur(np.roll(small, (2, 2), axis=(0, 1)), (0, 0), 2.8)
    return 1 - 0.45 * cv2.resize(shade, cover.shape[::-1])


def _desk(rng: np.random.Generator, *, shot: Shot) -> NDArray[np.float32]:
    width, height = shot.frame
    colour = np.array(shot.desk.value, np.float32)
    if shot.desk is Desk.WOOD:
        fine = rng.normal(0, 1, (height // 3, 12)).astype(np.float32)
        broad = rng.normal(0, 1, (height // 40, 5)).astype(np.float32)
        grain = 9 * cv2.resize(fine, shot.frame, interpolation=cv2.INTER_CUBIC)
        grain += 12 * cv2.resize(broad, shot.frame, interpolation=cv2.INTER_CUBIC)
    else:
        specks = rng.normal(0, 1, (height // 2, width // 2)).astype(np.float32)
        grain = 5 * cv2.resize(specks, shot.frame)
    return np.clip(colour + grain[..., None] * colour / 140, 4, 255)


def _light(rng: np.random.Generator, *, shot: Shot) -> Light:
    """Return the light of one lamp, darker towards the far side and the corners, and a shadow."""
    width, height = shot.frame
    y, x = np.mgrid[0 : height // 8, 0 : width // 8].astype(np.float32)
    x, y = x * 8 / width - 0.5, y * 8 / height - 0.5
    angle = rng.uniform(0, 2 * math.pi)
    light = 1 - shot.dimming * (0.5 + x * math.cos(angle) + y * math.sin(angle)) / 1.2
    light -= 0.18 * (x**2 + y**2)
    light *= 1 - shot.shadow * _hand(rng, shape=light.shape)
    return cv2.resize(np.clip(light, 0.02, 1).astype(np.float32), shot.frame)


def _hand(rng: np.random.Generator, *, shape: tuple[int, ...]) -> Light:
    """Return the soft shadow of arm and telephone, reaching in from the near edge."""
    height, width = shape
    shade = np.zeros(shape, np.float32)
    tip = rng.uniform(0.3, 0.75) * width, rng.uniform(0.35, 0.6) * height
    foot = rng.uniform(0.2, 0.9) * width
    arm = np.array(
        [
            [tip[0] - 0.16 * width, tip[1]],
            [tip[0] + 0.14 * width, tip[1] - 0.05 * height],
            [foot + 0.3 * width, height],
            [foot - 0.25 * width, height],
        ]
    )
    cv2.fillPoly(shade, [arm.astype(np.int32)], 1.0)
    return cv2.GaussianBlur(shade, (0, 0), 0.055 * width)


def _blurred(
    scene: NDArray[np.float32], *, rng: np.random.Generator, shot: Shot
) -> NDArray[np.float32]:
    """Return the scene out of focus by a little and moved by a little."""
    if shot.defocus > 0:
        scene = cv2.GaussianBlur(scene, (0, 0), shot.defocus)
    if shot.motion >= 1:
        scene = cv2.filter2D(scene, -1, motion_kernel(shot.motion, angle=rng.uniform(0, math.pi)))
    return scene


def motion_kernel(length: float, *, angle: float) -> NDArray[np.float32]:
    """Return the trace of a point while the camera moves `length` pixels."""
    side = 2 * math.ceil(length / 2) + 3
    kernel = np.zeros((side, side), np.float32)
    middle = side // 2
    for step in np.linspace(-length / 2, length / 2, 8 * side):
        x, y = middle + step * math.cos(angle), middle + step * math.sin(angle)
        column, row = int(x), int(y)
        right, low = x - column, y - row
        kernel[row : row + 2, column : column + 2] += np.outer((1 - low, low), (1 - right, right))
    return kernel / kernel.sum()


def _sharpened(seen: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return what the camera's own program makes of it: edges with a little too much contrast."""
    return cv2.addWeighted(seen, 1.5, cv2.GaussianBlur(seen, (0, 0), 2.0), -0.5, 0)
