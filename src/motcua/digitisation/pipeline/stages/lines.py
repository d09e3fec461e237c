"""Print that a reader passed over, found line by line."""

from collections.abc import Iterable
from typing import Final

import cv2
import numpy as np

from motcua.digitisation.ports import Pixels
from motcua.digitisation.rules.text import Box

INK: Final = 150

# What one line of office print may measure, in inches: 6 to 28 points high with its marks.
LOWEST: Final = 0.05
HIGHEST: Final = 0.42
NARROWEST: Final = 0.03
LETTER_GAP_INCHES: Final = 0.13
"""Letters and words nearer than this belong to one line."""
MARK_GAP_INCHES: Final = 0.02
"""A Vietnamese mark stands this near to its letter."""
SMALLEST_STROKE_INCHES: Final = 0.012
MARGIN_INCHES: Final = 0.02
LEAST_INK: Final = 0.06
MOST_INK: Final = 0.65
"""The shares of its rectangle that a line of print covers; less is a stroke, more is a picture."""


def uncovered_ink(page: Pixels, *, covered: Iterable[Box], dpi: int) -> Pixels:
    """Return 1 where the evened page has ink outside the rectangles already read."""
    ink = (page < INK).astype(np.uint8)
    margin = round(MARGIN_INCHES * dpi)
    for box in covered:
        ink[
            max(0, box.top - margin) : box.bottom + margin,
            max(0, box.left - margin) : box.right + margin,
        ] = 0
    return ink


def line_regions(ink: Pixels, *, dpi: int) -> tuple[Box, ...]:
    """Return rectangles that look like lines of print, with a margin round the letters."""
    across = max(3, round(LETTER_GAP_INCHES * dpi))
    up = max(3, round(MARK_GAP_INCHES * dpi))
    grain = max(1, round(SMALLEST_STROKE_INCHES * dpi))
    grainless = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((grain, grain), np.uint8))
    joined = cv2.morphologyEx(grainless, cv2.MORPH_CLOSE, np.ones((up, across), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    found = []
    for label in range(1, count):
        left, top, width, height, _ = (int(figure) for figure in stats[label])
        if not (LOWEST * dpi <= height <= HIGHEST * dpi and width >= NARROWEST * dpi):
            continue
        share = float(ink[top : top + height, left : left + width].mean())
        if LEAST_INK <= share <= MOST_INK and width >= 0.4 * height:
            found.append(_with_margin(left, top, width, height, margin=up, shape=ink.shape))
    return tuple(found)


def _with_margin(
    left: int, top: int, width: int, height: int, *, margin: int, shape: tuple[int, ...]
) -> Box:
    return Box(
        left=max(0, left - margin),
        top=max(0, top - margin),
        right=min(shape[1], left + width + margin),
        bottom=min(shape[0], top + height + margin),
    )
