"""Masks of 0 and 1, grown and thinned by rectangles of so many pixels across and down."""

import cv2
import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.uint8]


def grown(mask: Mask, *, across: int, down: int) -> Mask:
    """Return every mark widened to the rectangle round each of its pixels."""
    return cv2.dilate(mask, _rectangle(across, down))  # type: ignore[return-value]


def opened(mask: Mask, *, across: int, down: int) -> Mask:
    """Return what of the marks has room for the rectangle; all that is thinner is gone."""
    return cv2.morphologyEx(mask, cv2.MORPH_OPEN, _rectangle(across, down))  # type: ignore[return-value]


def closed(mask: Mask, *, across: int, down: int) -> Mask:
    """Return the marks with the gaps between them filled that have no room for the rectangle."""
    return cv2.morphologyEx(mask, cv2.MORPH_CLOSE, _rectangle(across, down))  # type: ignore[return-value]


def _rectangle(across: int, down: int) -> Mask:
    return np.ones((down, across), np.uint8)
