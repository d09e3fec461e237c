"""Pictures: JPEG, PNG, TIFF with all its pages, WebP and HEIC."""

import io
from collections.abc import Callable, Mapping
from typing import BinaryIO, Final, Protocol

import numpy as np
import pi_heif
from PIL import Image, JpegImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin

from motcua.digitisation.backends.opening.formats import Format
from motcua.digitisation.backends.opening.grumbles import Grumbles
from motcua.digitisation.backends.opening.jpeg import Jpeg, decode, header_of, kept_part, read_jpeg
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
from motcua.digitisation.errors import Unreadable
from motcua.digitisation.ports import OpeningLimits, Pixels

PLUGINS: Final = (JpegImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin)
"""Imported here, so that a reading process finds them in memory."""

Image.init()
pi_heif.register_heif_opener(decode_threads=1, thumbnails=False)

_ORIENTATION: Final = 0x0112
_ACROSS: Final = 0x011A
_DOWN: Final = 0x011B
_UNIT: Final = 0x0128
_SUBFILE: Final = 0x00FE
_INCH_PER_UNIT: Final = {2: 1.0, 3: 2.54}
_THUMBNAIL: Final = 1
_LYING: Final = range(5, 9)
_HIGH_BYTE: Final = 8


class Picture(Protocol):
    """A file of pictures, or one."""

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        ...

    def draw(self, number: int) -> Drawn:
        """Return one page, counted from 1."""
        ...


class JpegPicture:
    """A JPEG; of several pictures in one file the first."""

    page_count = 1

    def __init__(self, content: bytes, *, limits: OpeningLimits, grumbles: Grumbles) -> None:
        self._jpeg = read_jpeg(content)
        self._grumbles = grumbles
        with Image.open(io.BytesIO(header_of(self._jpeg)), formats=("JPEG",)) as image:
            exif = image.getexif()
        self._claim = self._jpeg.claim or _exif_claim(exif)
        self._orientation = _orientation_of(exif)
        _check_square_size(self._jpeg.width, self._jpeg.height, self._claim, limits)

    def draw(self, number: int) -> Drawn:
        """Return the page, with its own code where that shows the very same pixels."""
        del number
        coded = decode(self._jpeg, grumbles=self._grumbles)
        return drawn_from(self._jpeg, coded, orientation=self._orientation, claim=self._claim)


def drawn_from(jpeg: Jpeg, coded: Pixels, *, orientation: int, claim: Claim | None) -> Drawn:
    """Return the page a JPEG makes, with its code where nothing was done to the pixels."""
    pixels = squared(upright(lean(coded), orientation=orientation), claim=claim)
    untouched = pixels.shape == coded.shape and np.shares_memory(pixels, coded)
    return Drawn(
        pixels=pixels,
        dpi=claim.dpi if claim else None,
        encoded=kept_part(jpeg) if untouched else None,
    )


class PillowPicture:
    """PNG, TIFF, WebP or HEIC."""

    def __init__(self, source: BinaryIO, *, what: Format, limits: OpeningLimits) -> None:
        self._image = Image.open(source, formats=(what.value,))
        self._what = what
        self._limits = limits
        self._frames = self._pages()
        self.page_count = len(self._frames)

    def _pages(self) -> tuple[int, ...]:
        """Return the frames that are pages: those of a TIFF that are no thumbnails, else the first.

        Each is checked before any is decoded; a chain of frames that goes on for ever ends at the
        limit.
        """
        pages: list[int] = []
        frame = 0
        while self._seek(frame):
            if frame >= 2 * self._limits.pages or len(pages) >= self._limits.pages:
                raise refused(Unreadable.TOO_MANY_PAGES)
            if not self._is_thumbnail():
                _check_square_size(*self._image.size, self._claim(), self._limits)
                pages.append(frame)
            frame += 1
        if not pages:
            raise refused(Unreadable.NO_PAGES)
        return tuple(pages)

    def _seek(self, frame: int) -> bool:
        if self._what is not Format.TIFF:
            return frame == 0  # and stay there: the first page of a HEIC need not be its frame 0
        try:
            self._image.seek(frame)
        except EOFError:
            return False
        return True

    def _is_thumbnail(self) -> bool:
        if not isinstance(self._image, TiffImagePlugin.TiffImageFile):
            return False
        subfile = self._image.tag_v2.get(_SUBFILE, 0)
        return isinstance(subfile, int) and bool(subfile & _THUMBNAIL)

    def _claim(self) -> Claim | None:
        """Return the resolution as the picture will stand when Pillow has decoded it."""
        if self._what is Format.PNG:
            return claim_of(*self._image.info.get("dpi", (None, None)))
        if not isinstance(self._image, TiffImagePlugin.TiffImageFile):
            return _exif_claim(self._image.getexif())
        claim = _exif_claim(dict(self._image.tag_v2))
        if claim and _orientation_of(self._image.tag_v2) in _LYING:
            return Claim(across=claim.down, down=claim.across)
        return claim

    def draw(self, number: int) -> Drawn:
        """Return one page, counted from 1."""
        self._seek(self._frames[number - 1])
        claim = self._claim()
        turns_itself = self._what in {Format.TIFF, Format.HEIC}
        orientation = 1 if turns_itself else _orientation_of(self._image.getexif())
        self._image.load()
        pixels = upright(lean(_pixels_of(self._image)), orientation=orientation)
        return Drawn(pixels=squared(pixels, claim=claim), dpi=claim.dpi if claim else None)


def _check_square_size(width: int, height: int, claim: Claim | None, limits: OpeningLimits) -> None:
    check_size(width, height, page_pixels=limits.page_pixels)
    if claim:
        check_size(*claim.square_size(width, height), page_pixels=limits.page_pixels)


def _orientation_of(exif: Mapping[int, object]) -> int:
    orientation = exif.get(_ORIENTATION)
    return orientation if isinstance(orientation, int) else 1


def _exif_claim(tags: Mapping[int, object]) -> Claim | None:
    """Return the resolution of TIFF and EXIF, whose tags are the same; nothing without a unit."""
    unit = tags.get(_UNIT)
    factor = _INCH_PER_UNIT.get(unit) if isinstance(unit, int) else None
    across, down = _number(tags.get(_ACROSS)), _number(tags.get(_DOWN))
    if factor is None or across is None or down is None:
        return None
    return claim_of(across * factor, down * factor)


def _number(tag: object) -> float | None:
    try:
        return float(tag)  # type: ignore[arg-type]  # a ratio, a number, or whatever was written
    except (TypeError, ValueError, ZeroDivisionError):
        return None


def _pixels_of(image: Image.Image) -> Pixels:
    """Return the pixels in grey or colour; what is see-through lies on white paper."""
    if image.has_transparency_data:
        return _on_paper(image)
    convert = _CONVERSIONS.get(image.mode)
    if convert is None:
        raise refused(Unreadable.UNKNOWN_FORMAT, image.mode)
    return convert(image)


def _on_paper(image: Image.Image) -> Pixels:
    seen = image.convert("RGBA")
    paper = Image.new("RGBA", seen.size, (255, 255, 255, 255))
    paper.alpha_composite(seen)
    return _as(paper, "RGB")


def _as(image: Image.Image, mode: str) -> Pixels:
    return np.asarray(image if image.mode == mode else image.convert(mode), dtype=np.uint8)


def _high_bytes(image: Image.Image) -> Pixels:
    """Sixteen bits become eight; "I" holds sixteen of them in thirty-two."""
    deep = np.asarray(image).astype(np.int64)
    return np.asarray(np.clip(deep >> _HIGH_BYTE, 0, 255), dtype=np.uint8)


def _grey(image: Image.Image) -> Pixels:
    return _as(image, "L")


def _colour(image: Image.Image) -> Pixels:
    return _as(image, "RGB")


_CONVERSIONS: Final[Mapping[str, Callable[[Image.Image], Pixels]]] = {
    "1": _grey,
    "L": _grey,
    "P": _colour,
    "RGB": _colour,
    "RGBX": _colour,
    "CMYK": _colour,
    "YCbCr": _colour,
    "I": _high_bytes,
    "I;16": _high_bytes,
    "I;16B": _high_bytes,
    "I;16L": _high_bytes,
}
