"""Print that a reader passed over, found line by line."""

from collections.abc import Iterable, Iterator
from typing import Final

import cv2
import numpy as np

from motcua.digitisation.pipeline.stages.masks import closed, opened
from motcua.digitisation.ports import Pixels
from motcua.digitisation.rules.text import Box

INK: Final = 150

# What one line of office print may measure, in inches: 6 to 28 points high with its marks.
LOWEST: Final = 0.05
HIGHEST: Final = 0.42
NARROWEST: Final = 0.03
NARROWEST_SHAPE: Final = 0.4
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
        wide = box.grown(margin).within(width=ink.shape[1], height=ink.shape[0])
        ink[wide.top : wide.bottom, wide.left : wide.right] = 0
    return ink


def line_regions(ink: Pixels, *, dpi: int) -> tuple[Box, ...]:
    """Return rectangles that look like lines of print, with a margin round the letters."""
    left, top, width, height = cv2.boundingRect(ink)
    within = ink[top : top + height, left : left + width]
    if not within.size:
        return ()
    return tuple(
        box.moved(left, top).grown(_up(dpi)).within(width=ink.shape[1], height=ink.shape[0])
        for box in _line_boxes(within, dpi=dpi)
    )


def _line_boxes(ink: Pixels, *, dpi: int) -> Iterator[Box]:
    grain = max(1, round(SMALLEST_STROKE_INCHES * dpi))
    across = max(3, round(LETTER_GAP_INCHES * dpi))
    grainless = opened(ink, across=grain, down=grain)
    joined = closed(grainless, across=across, down=_up(dpi))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    for label in range(1, count):
        left, top, width, height, _ = (int(figure) for figure in stats[label])
        box = Box(left=left, top=top, right=left + width, bottom=top + height)
        if _is_line_sized(box, dpi=dpi):
            share = float(ink[box.top : box.bottom, box.left : box.right].mean())
            if LEAST_INK <= share <= MOST_INK:
                yield box


def _up(dpi: int) -> int:
    return max(3, round(MARK_GAP_INCHES * dpi))


def _is_line_sized(box: Box, *, dpi: int) -> bool:
    return LOWEST * dpi <= box.height <= HIGHEST * dpi and box.width >= max(
        NARROWEST * dpi, NARROWEST_SHAPE * box.height
    )
