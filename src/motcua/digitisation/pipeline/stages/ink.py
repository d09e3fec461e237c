"""What is ink and what is paper on a grey page."""

from typing import Final

import cv2
import numpy as np

from motcua.digitisation.ports import Pixels

PAPER: Final = 225
"""On an evened page what is brighter is paper."""

DARKEST: Final = 0.5
"""This percentile of a page of print is black ink; of a page of few words it is paper."""
DARKEST_MARKS: Final = 10
FAINTEST: Final = 200
"""Ink is never taken to be brighter than this, or an empty page would be all ink."""

# At the 75 dpi of an `ink_mask`; several letters of a word run into one mark there.
TALLEST_WORD_PX: Final = 26
LONGEST_WORD_PX: Final = 150


def grey(image: Pixels) -> Pixels:
    """Return the page without colour; a grey page is returned as it is."""
    if image.ndim == 2:
        return image
    return cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)  # type: ignore[return-value]


def resized(image: Pixels, factor: float) -> Pixels:
    """Return the page `factor` times as large, by area when smaller and cubic when larger.

    At least one pixel is left each way.
    """
    if factor == 1:
        return image
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    height, width = image.shape[:2]
    return cv2.resize(  # type: ignore[return-value]
        image, None, fx=max(factor, 1 / width), fy=max(factor, 1 / height), interpolation=how
    )


def paper_of(page: Pixels, *, shrink: int, reach: int) -> Pixels:
    """Return how bright the paper would be under the ink, on a copy `shrink` times smaller.

    The brightest point within `reach` small pixels is paper; a median takes out what glare or
    a coloured picture would add.
    """
    small = resized(page, 1 / shrink)
    bright = cv2.dilate(small, np.ones((reach, reach), np.uint8))
    return cv2.medianBlur(bright, 21)  # type: ignore[return-value]


def evened(page: Pixels) -> Pixels:
    """Return the page with its paper made white and its darkest ink black, shadows evened out."""
    paper = cv2.resize(
        paper_of(page, shrink=8, reach=7),
        (page.shape[1], page.shape[0]),
        interpolation=cv2.INTER_LINEAR,
    )
    flat: Pixels = cv2.divide(page, paper, scale=255)  # type: ignore[assignment]
    darkest = _darkest(flat[::8, ::8])
    gain = 255 / max(30.0, 250 - darkest)
    return cv2.convertScaleAbs(  # type: ignore[return-value]
        np.maximum(flat, np.uint8(darkest)), alpha=gain, beta=-darkest * gain
    )


def _darkest(sample: Pixels) -> float:
    """Return how dark the ink is, however little of it there is on the page."""
    marks = sample[sample < PAPER]
    of_marks = float(np.percentile(marks, DARKEST_MARKS)) if marks.size else PAPER
    return min(float(np.percentile(sample, DARKEST)), of_marks, FAINTEST)


def ink_mask(small: Pixels) -> Pixels:
    """Return 255 where a page of about 75 dpi carries ink, 0 elsewhere.

    Ink is darker than the paper round it by a share of the darkest mark, and by 28 grey levels
    at least, which the print of the other side shining through does not reach.
    """
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), 31)
    depth = cv2.subtract(paper, small)
    floor = max(28, int(depth.max() * 0.38))
    _, mask = cv2.threshold(depth, floor, 255, cv2.THRESH_BINARY)
    return mask  # type: ignore[return-value]


def print_only(marks: Pixels) -> Pixels:
    """Return an `ink_mask` with what is too large for words gone: rules, pictures, the desk.

    A photographed sheet's own edges are its longest lines, and would be taken for print.
    """
    _, labels, stats, _ = cv2.connectedComponentsWithStats(marks, connectivity=8)
    sides = np.sort(stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]], axis=1)
    is_print = (sides[:, 0] <= TALLEST_WORD_PX) & (sides[:, 1] <= LONGEST_WORD_PX)
    is_print[0] = False
    return np.where(is_print, 255, 0).astype(np.uint8)[labels]  # type: ignore[no-any-return]
