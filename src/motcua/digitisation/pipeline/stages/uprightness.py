"""Which way a page lies, judged by its lines of print."""

from typing import Final

import cv2
import numpy as np

from motcua.digitisation.pipeline.stages.ink import resized
from motcua.digitisation.ports import Pixels

STEEPEST_DEG: Final = 5.0
COARSE_DEG: Final = 0.5
FINE_DEG: Final = 0.1
LEAST_DEG: Final = 0.25
"""Below this a page is left as it is: turning blurs more than so small an angle harms."""

UPSIDE_DOWN_BELOW: Final = 0.93
"""Upright pages scored 0.98 to 1.49 and turned ones 0.79 to 0.89 (50 pages of every kind)."""

# One angle alone misjudges from 1.5 degrees of skew on, and angles up to 2 degrees from 4 degrees
# on (2 of 40 pages, 6 of 40 at 5 degrees); as far as pages are levelled, none did.
TRIAL_DEGREES: Final = tuple(tenths / 10 for tenths in range(-52, 53, 8))


def lies_sideways(ink: Pixels) -> bool:
    """Tell whether the lines of print run up or down the page (`ink_mask` of about 75 dpi)."""
    half = resized(ink, 0.5)
    turned = np.ascontiguousarray(np.rot90(half))
    return _best(turned) > _best(half)


def skew_deg(ink: Pixels) -> float:
    """Return by how many degrees to turn the page counter-clockwise to make its lines level.

    Zero for what is too little to matter; the search reaches five degrees either way.
    """
    half = resized(ink, 0.5)
    coarse = np.arange(-STEEPEST_DEG, STEEPEST_DEG + 0.01, COARSE_DEG)
    near = max(coarse, key=lambda angle: _sharpness(half, angle))
    fine = np.arange(near - 0.4, near + 0.41, FINE_DEG)
    angle = round(float(max(fine, key=lambda angle: _sharpness(ink, angle))), 1)
    return angle if abs(angle) >= LEAST_DEG else 0.0


def looks_upside_down(ink: Pixels) -> bool:
    """Guess from a level page whether it stands on its head; reading it has the last word.

    Vietnamese marks and tall letters make a line of print begin softly at its top, and the base
    line makes it end sharply.
    """
    steps = np.diff(cv2.reduce(ink, 1, cv2.REDUCE_SUM, dtype=cv2.CV_32F).ravel())
    begins, ends = np.clip(steps, 0, None), np.clip(-steps, 0, None)
    return float(np.square(ends).sum()) < UPSIDE_DOWN_BELOW * float(np.square(begins).sum())


def turned_by(page: Pixels, angle_deg: float) -> Pixels:
    """Return the page turned counter-clockwise about its middle, its size and scale kept."""
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle_deg, 1)
    return cv2.warpAffine(  # type: ignore[return-value]
        page, turn, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )


def _best(ink: Pixels) -> float:
    return max(_sharpness(ink, angle) for angle in TRIAL_DEGREES)


def _sharpness(ink: Pixels, angle_deg: float) -> float:
    """Return how sharply rows of ink and rows of paper follow one another at this angle."""
    rows = cv2.reduce(turned_by(ink, angle_deg), 1, cv2.REDUCE_SUM, dtype=cv2.CV_32F).ravel()
    return float(np.square(np.diff(rows)).sum())
