"""A page that is one picture: the picture itself, without resampling."""

import ctypes
import zlib
from typing import Final

import numpy as np
import pikepdf
import pypdfium2.raw as pdfium

from motcua.digitisation.backends.opening.grumbles import Grumbles
from motcua.digitisation.backends.opening.jpeg import decode, read_jpeg
from motcua.digitisation.backends.opening.layout import PlacedImage
from motcua.digitisation.backends.opening.pixels import (
    Claim,
    Drawn,
    check_size,
    claim_of,
    lean,
    refused,
    squared,
    upright,
)
from motcua.digitisation.backends.opening.raster import drawn_from
from motcua.digitisation.backends.opening.streams import (
    is_only_deflated,
    least_bytes,
    plain_jpeg_channels,
)
from motcua.digitisation.errors import Unreadable
from motcua.digitisation.ports import OpeningLimits, Pixels

_PIECE: Final = 1 << 20
_ORIENTATION_OF_QUARTERS: Final = (1, 6, 3, 8)


def take_picture(
    image: PlacedImage,
    stream: pikepdf.Stream | None,
    *,
    turned_by_page: int,
    inches_per_point: float,
    limits: OpeningLimits,
    grumbles: Grumbles,
) -> Drawn:
    """Return the picture as it is in the file, turned as the page shows it."""
    check_size(image.width, image.height, page_pixels=limits.page_pixels)
    quarters = ((image.quarters or 0) + turned_by_page) % 4
    claim = _shown_claim(image, turned_by_page=turned_by_page, inches_per_point=inches_per_point)
    if claim:
        size = (image.height, image.width) if quarters % 2 else (image.width, image.height)
        check_size(*claim.square_size(*size), page_pixels=limits.page_pixels)
    orientation = _ORIENTATION_OF_QUARTERS[quarters]
    taken = _taken_jpeg(image, stream, orientation=orientation, claim=claim, grumbles=grumbles)
    if taken:
        return taken
    if stream is not None and is_only_deflated(stream):
        _check_whole(code_of(image), expected=least_bytes(stream))
    pixels = upright(lean(_bitmap_of(image)), orientation=orientation)
    return Drawn(pixels=squared(pixels, claim=claim), dpi=claim.dpi if claim else None)


def _taken_jpeg(
    image: PlacedImage,
    stream: pikepdf.Stream | None,
    *,
    orientation: int,
    claim: Claim | None,
    grumbles: Grumbles,
) -> Drawn | None:
    channels = plain_jpeg_channels(stream) if stream is not None else None
    if channels is None:
        return None
    jpeg = read_jpeg(code_of(image))
    if (jpeg.width, jpeg.height) != (image.width, image.height):
        raise refused(Unreadable.BROKEN, "JPEG")
    if not jpeg.may_be_kept or jpeg.components != channels:
        return None
    coded = decode(jpeg, grumbles=grumbles)
    return drawn_from(jpeg, coded, orientation=orientation, claim=claim)


def code_of(image: PlacedImage) -> bytes:
    """Return the picture as it lies in the file."""
    length = pdfium.FPDFImageObj_GetImageDataRaw(image.handle, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFImageObj_GetImageDataRaw(image.handle, buffer, length)
    return buffer.raw


def is_cropped(image: PlacedImage) -> bool:
    """Tell whether a clipping path takes anything of the picture away."""
    path = pdfium.FPDFPageObj_GetClipPath(image.handle)
    count = pdfium.FPDFClipPath_CountPaths(path) if path else 0
    return any(_cuts_into(path, index, image) for index in range(max(0, count)))


def _cuts_into(path: pdfium.FPDF_CLIPPATH, index: int, image: PlacedImage) -> bool:
    points = []
    for segment in range(pdfium.FPDFClipPath_CountPathSegments(path, index)):
        x, y = ctypes.c_float(), ctypes.c_float()
        handle = pdfium.FPDFClipPath_GetPathSegment(path, index, segment)
        pdfium.FPDFPathSegment_GetPoint(handle, x, y)
        points.append((x.value, y.value))
    left, bottom, right, top = image.bounds
    slack_x, slack_y = 0.01 * (right - left), 0.01 * (top - bottom)
    return not all(
        (abs(x - left) <= slack_x or x < left or abs(x - right) <= slack_x or x > right)
        and (abs(y - bottom) <= slack_y or y < bottom or abs(y - top) <= slack_y or y > top)
        for x, y in points
    )


def _shown_claim(
    image: PlacedImage, *, turned_by_page: int, inches_per_point: float
) -> Claim | None:
    """Return the resolution of the picture as the page shows it."""
    left, bottom, right, top = image.bounds
    width, height = image.width, image.height
    if image.quarters in {1, 3}:
        width, height = height, width
    across = width / max((right - left) * inches_per_point, 1e-9)
    down = height / max((top - bottom) * inches_per_point, 1e-9)
    return claim_of(down, across) if turned_by_page % 2 else claim_of(across, down)


def _check_whole(code: bytes, *, expected: int) -> None:
    """Refuse a picture whose code ends before the picture does: PDFium would show the rest black.

    The code is unpacked piece by piece and thrown away, 40 ms for an A4 page in colour.
    """
    unpacker, length, rest = zlib.decompressobj(), 0, code
    try:
        while not unpacker.eof and length < expected and (rest or unpacker.unconsumed_tail):
            piece = unpacker.decompress(rest, _PIECE)
            length, rest = length + len(piece), unpacker.unconsumed_tail
    except zlib.error as fault:
        raise refused(Unreadable.BROKEN, str(fault)) from fault
    if length < expected:
        raise refused(Unreadable.BROKEN, "FlateDecode")


def _bitmap_of(image: PlacedImage) -> Pixels:
    """Return the picture as PDFium decodes it, without mask or place."""
    bitmap = pdfium.FPDFImageObj_GetBitmap(image.handle)
    if not bitmap:
        raise refused(Unreadable.BROKEN, "image")
    try:
        return _copied(bitmap)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


_CHANNELS: Final = {
    pdfium.FPDFBitmap_Gray: 1,
    pdfium.FPDFBitmap_BGR: 3,
    pdfium.FPDFBitmap_BGRx: 4,
}


def _copied(bitmap: pdfium.FPDF_BITMAP) -> Pixels:
    channels = _CHANNELS.get(pdfium.FPDFBitmap_GetFormat(bitmap))
    if channels is None:
        raise refused(Unreadable.UNKNOWN_FORMAT, "image")
    width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    address = ctypes.cast(pdfium.FPDFBitmap_GetBuffer(bitmap), ctypes.POINTER(ctypes.c_uint8))
    rows = np.ctypeslib.as_array(address, (height, stride))
    pixels = rows[:, : width * channels].reshape(height, width, channels)
    if channels == 1:
        return np.array(pixels[..., 0])
    return np.ascontiguousarray(pixels[..., 2::-1])
