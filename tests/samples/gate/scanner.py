"""An office scanner with settings: a sheet of 300 dpi in, a scan out.

It is quicker and more varied than the scanner of the office set, whose pixels may not change.
"""

import math
from dataclasses import dataclass
from enum import Enum
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from samples.damage import WHITE, clipped
from samples.drawing import Pixels
from samples.fonts import DRAWING_DPI

MM: Final = DRAWING_DPI / 25.4
"""Pixels of a drawn sheet in a millimetre."""

Scan = Pixels | NDArray[np.bool_]
"""Grey, colour, or black and white (True is white)."""


class Mode(Enum):
    """What the scanner was told to record."""

    COLOUR = "colour"
    GREY = "grey"
    BITONAL = "bitonal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The settings and habits of a scanner."""

    mode: Mode = Mode.GREY
    dpi: float = 300
    degrees: float = 0.0
    right_mm: float = 0.0
    """How far the sheet lies off its place, to the right and down."""

    down_mm: float = 0.0
    glass: tuple[int, int] | None = None
    """Width and height of what is scanned, in pixels of 300 dpi; the sheet's own if not given."""

    lid: int = 250
    """Brightness of what is seen beside the sheet."""

    paper: float = 250
    ink: float = 35
    blur: float = 0.8
    """Of the optics, in pixels of 300 dpi."""

    noise: float = 3.0
    slope: float = 3.0
    unevenness: float = 1.5
    dust: int = 8


def ordinary(rng: np.random.Generator, *, mode: Mode = Mode.GREY, dpi: float = 300) -> Look:
    """Return the settings of a scanner in good order with a sheet laid on it with ordinary care."""
    return Look(
        mode=mode,
        dpi=dpi,
        degrees=rng.uniform(-0.6, 0.6),
        right_mm=rng.uniform(-2, 2),
        down_mm=rng.uniform(-2, 2),
        paper=rng.uniform(238, 254),
        ink=rng.uniform(22, 60),
        blur=rng.uniform(0.7, 1.1),
        noise=rng.uniform(1.5, 5.5),
        slope=rng.uniform(1, 7),
        unevenness=rng.uniform(0.5, 2.5),
        dust=int(rng.integers(0, 40)),
    )


def scan(sheet: Pixels, *, rng: np.random.Generator, look: Look) -> Scan:
    """Return the sheet as this scanner sees it."""
    if look.mode is not Mode.COLOUR and sheet.ndim == 3:
        sheet = cv2.cvtColor(sheet, cv2.COLOR_RGB2GRAY)
    elif look.mode is Mode.COLOUR and sheet.ndim == 2:
        sheet = cv2.cvtColor(sheet, cv2.COLOR_GRAY2RGB)
    seen = sampled(laid_on_glass(sheet, look=look), dpi=look.dpi).astype(np.float32)
    height, width = seen.shape[:2]
    cv2.GaussianBlur(seen, (0, 0), look.blur * look.dpi / DRAWING_DPI + 0.05, dst=seen)
    light = paper_light(rng, height=height, width=width, look=look)
    tint = np.ones(1, np.float32)
    if seen.ndim == 3:
        light, tint = light[..., None], np.array([1, 0.995, 0.98], np.float32)
    seen = look.ink + (light * tint - look.ink) * (seen / WHITE)
    seen += grain(rng, shape=seen.shape, strength=look.noise)
    scanned = clipped(seen)
    add_dust(scanned, rng=rng, look=look)
    if look.mode is Mode.BITONAL:
        return scanned > 0.6 * look.paper
    return scanned


def laid_on_glass(sheet: Pixels, *, look: Look) -> Pixels:
    """Return the sheet turned and shifted on the glass, with the lid around it."""
    height, width = sheet.shape[:2]
    glass_width, glass_height = look.glass or (width, height)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), look.degrees, 1)
    turn[:, 2] += look.right_mm * MM, look.down_mm * MM
    return cv2.warpAffine(
        sheet,
        turn,
        (glass_width, glass_height),
        flags=cv2.INTER_LINEAR,
        borderValue=(look.lid,) * (1 if sheet.ndim == 2 else 3),
    )


def sampled(sheet: Pixels, *, dpi: float) -> Pixels:
    """Return the sheet with fewer pixels, each the mean of what it covers."""
    if dpi == DRAWING_DPI:
        return sheet
    height, width = sheet.shape[:2]
    size = round(width * dpi / DRAWING_DPI), round(height * dpi / DRAWING_DPI)
    return cv2.resize(sheet, size, interpolation=cv2.INTER_AREA)


def paper_light(
    rng: np.random.Generator, *, height: int, width: int, look: Look
) -> NDArray[np.float32]:
    """Return the brightness of bare paper: a slope across the glass and clouds in the paper."""
    rows, columns = height // 32 + 2, width // 32 + 2
    y, x = np.mgrid[-0.5 : 0.5 : rows * 1j, -0.5 : 0.5 : columns * 1j]
    angle = rng.uniform(0, 2 * math.pi)
    light = look.paper + look.slope * (x * math.cos(angle) + y * math.sin(angle))
    light += look.unevenness * rng.normal(0, 1, (rows, columns))
    return cv2.resize(light.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)


def grain(
    rng: np.random.Generator, *, shape: tuple[int, ...], strength: float
) -> NDArray[np.float32]:
    """Return the noise of the sensor, in colour a little coloured."""
    height, width = shape[:2]
    bright = strength * rng.standard_normal((height, width), np.float32)
    if len(shape) == 2:
        return bright
    hue = rng.standard_normal((height // 2, width // 2, 3), np.float32)
    return bright[..., None] + 0.6 * strength * cv2.resize(hue, (width, height))


def add_dust(scanned: Pixels, *, rng: np.random.Generator, look: Look) -> None:
    """Put specks on the scan, in place."""
    height, width = scanned.shape[:2]
    for _ in range(look.dust):
        at = int(rng.integers(width)), int(rng.integers(height))
        radius = round(rng.uniform(0.5, 3.2) * look.dpi / DRAWING_DPI)
        cv2.circle(scanned, at, radius, (int(rng.integers(60, 170)),) * 3, -1)
