"""What a file is, by its first bytes; its name is never asked."""

from enum import StrEnum
from typing import Final

HEAD_BYTES: Final = 64


class Format(StrEnum):
    """The formats that are opened, by the name Pillow gives them."""

    PDF = "PDF"
    JPEG = "JPEG"
    PNG = "PNG"
    TIFF = "TIFF"
    WEBP = "WEBP"
    HEIC = "HEIF"


_MAGIC: Final = (
    (b"\xff\xd8\xff", Format.JPEG),
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    (b"II*\0", Format.TIFF),
    (b"MM\0*", Format.TIFF),
    (b"II+\0", Format.TIFF),
    (b"MM\0+", Format.TIFF),
)
_HEIC_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1"})
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


def format_of(content: bytes) -> Format | None:
    """Return the format, nothing for one that is not opened.

    A PDF begins with its own mark, at most after white space: what carries it further on is
    another format as well (ISO 32000-2, 7.5.2, asks for the first line).
    """
    head = content[:HEAD_BYTES]
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Format.WEBP
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return Format.HEIC
    if head.removeprefix(_BYTE_ORDER_MARK).lstrip().startswith(b"%PDF-"):
        return Format.PDF
    return None
