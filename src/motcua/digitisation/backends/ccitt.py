"""CCITT Group 4 through libtiff, by Pillow."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

STRIP_OFFSETS = 273
STRIP_BYTE_COUNTS = 279
ONE_STRIP = 1 << 30


class LibtiffG4Coder:
    """Codes black and white without loss."""

    def encode(self, black: NDArray[np.bool_]) -> bytes:
        """Return the code with ink as its black runs, as PDF reads it by default.

        Libtiff codes a bit that is set as black, whatever the picture's own convention; paper
        coded as black runs instead would decode as well and take more bytes.
        """
        height, width = black.shape
        picture = Image.frombytes("1", (width, height), np.packbits(black, axis=1).tobytes())
        tiff = io.BytesIO()
        picture.save(tiff, "TIFF", compression="group4", strip_size=ONE_STRIP)
        with Image.open(tiff) as again:
            tags = dict(again.getexif())
        (offset,), (count,) = _figures(tags[STRIP_OFFSETS]), _figures(tags[STRIP_BYTE_COUNTS])
        return tiff.getvalue()[offset : offset + count]


def _figures(tag: int | tuple[int, ...]) -> tuple[int, ...]:
    return (tag,) if isinstance(tag, int) else tag
