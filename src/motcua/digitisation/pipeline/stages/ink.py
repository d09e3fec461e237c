"""What is ink and what is paper on a grey page."""

import cv2
import numpy as np

from motcua.digitisation.ports import Pixels


def grey(image: Pixels) -> Pixels:
    """Return the page without colour; a grey page is returned as it is."""
    if image.ndim == 2:
        return image
    return cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)  # type: ignore[return-value]


def resized(image: Pixels, factor: float) -> Pixels:
    """Return the page `factor` times as large, by area when smaller and cubic when larger."""
    if factor == 1:
        return image
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return cv2.resize(image, None, fx=factor, fy=factor, interpolation=how)  # type: ignore[return-value]


def paper_of(page: Pixels, *, shrink: int, reach: int) -> Pixels:
    """Return how bright the paper would be under the ink, on a copy `shrink` times smaller.

    The brightest point within `reach` small pixels is paper; a median takes out what glare or
    a coloured picture would add.
    """
    small = cv2.resize(page, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
    bright = cv2.dilate(small, np.ones((reach, reach), np.uint8))
    return cv2.medianBlur(bright, 21)  # type: ignore[return-value]


def evened(page: Pixels) -> Pixels:
    """Return the page with its paper made white and its darkest ink black, shadows evened out."""
    paper = cv2.resize(
        paper_of(page, shrink=8, reach=7),
        (page.shape[1], page.shape[0]),
        interpolation=cv2.INTER_LINEAR,
    )
    flat = cv2.divide(page, paper, scale=255)
    darkest = float(np.percentile(flat[::8, ::8], 0.5))
    gain = 255 / max(30.0, 250 - darkest)
    return cv2.convertScaleAbs(  # type: ignore[return-value]
        cv2.max(flat, int(darkest)), alpha=gain, beta=-darkest * gain
    )


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
