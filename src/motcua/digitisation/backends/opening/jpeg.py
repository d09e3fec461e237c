"""JPEG: its segments, its pixels, and the part of it that may be kept.

OpenCV decodes twice as fast as Pillow (16 and 26 ms for an A4 page of 300 dpi in grey) but knows
nothing of printers' colours, and neither of them reports damage: the library under them grumbles
on the error stream, and that is where it is read.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from PIL import Image

from motcua.digitisation.backends.opening.grumbles import Grumbles
from motcua.digitisation.backends.opening.pixels import Claim, claim_of, refused
from motcua.digitisation.errors import Unreadable
from motcua.digitisation.ports import Pixels

_SCAN: Final = 0xDA
_END: Final = 0xD9
_JFIF: Final = 0xE0
_ADOBE: Final = 0xEE
_HUFFMAN_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
_TABLES: Final = frozenset({0xC4, 0xDB, 0xDD})
_PICTURE_MARKS: Final = _HUFFMAN_FRAMES | _TABLES | {_SCAN, _END}
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_MARKER: Final = re.compile(rb"\xff+[^\x00\xff]")
"""A mark, after as many fill bytes as anybody likes."""

_PADDING: Final = re.compile(r"Corrupt JPEG data: (\d+) extraneous bytes before marker 0xd9")
_MOST_SEGMENTS: Final = 5000
_ENTROPY_END: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_CM_PER_INCH: Final = 2.54
_PLAIN_JFIF_BYTES: Final = 18
_PLAIN_ADOBE_BYTES: Final = 16
_COLOURS: Final = 3
_SHORT: Final = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class _Segment:
    marker: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Jpeg:
    """What the segments of a JPEG say."""

    content: bytes
    width: int
    height: int
    components: int
    claim: Claim | None
    may_be_kept: bool
    """A PDF reader shows the same: Huffman codes, 8 bits, grey or colours that say what they are"""

    segments: tuple[_Segment, ...]


def read_jpeg(content: bytes) -> Jpeg:
    """Return what the segments say; refuses what is cut off or has no single frame."""
    segments = tuple(_segments(content))
    frames = [segment for segment in segments if segment.marker in _FRAMES]
    if len(frames) != 1 or all(segment.marker != _SCAN for segment in segments):
        raise refused(Unreadable.BROKEN, "JPEG")
    frame = content[frames[0].start + 4 : frames[0].end]
    if len(frame) < 6 or len(frame) < 6 + 3 * frame[5]:
        raise refused(Unreadable.BROKEN, "JPEG")
    identifiers = bytes(frame[6 + 3 * index] for index in range(frame[5]))
    has_adobe = any(segment.marker == _ADOBE for segment in segments)
    plain = frame[5] == 1 or (frame[5] == _COLOURS and (identifiers == b"\1\2\3" or has_adobe))
    return Jpeg(
        content=content,
        width=int.from_bytes(frame[3:5], "big"),
        height=int.from_bytes(frame[1:3], "big"),
        components=frame[5],
        claim=_jfif_claim(content, segments),
        may_be_kept=plain and frames[0].marker in _HUFFMAN_FRAMES and frame[0] == 8,
        segments=segments,
    )


def _segments(content: bytes) -> Iterator[_Segment]:
    """Walk over the segments of the first picture, coded lines and all."""
    at = 2
    for _ in range(_MOST_SEGMENTS):
        found = _MARKER.match(content, at)
        if found is None:
            break
        at, marker = found.end() - 2, content[found.end() - 1]
        if marker == _END:
            yield _Segment(marker=marker, start=at, end=at + 2)
            return
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        coded = _ENTROPY_END.search(content, end) if marker == _SCAN else None
        if end < at + 4 or end > len(content) or (marker == _SCAN and coded is None):
            break
        end = coded.start() if coded else end
        yield _Segment(marker=marker, start=at, end=end)
        at = end
    raise refused(Unreadable.BROKEN, "JPEG")


def _jfif_claim(content: bytes, segments: tuple[_Segment, ...]) -> Claim | None:
    for segment in segments:
        body = content[segment.start + 4 : segment.end]
        if segment.marker == _JFIF and body[:5] == b"JFIF\0" and len(body) >= 12:
            factor = {1: 1.0, 2: _CM_PER_INCH}.get(body[7])
            if factor is None:
                return None
            across, down = int.from_bytes(body[8:10], "big"), int.from_bytes(body[10:12], "big")
            return claim_of(across * factor, down * factor)
    return None


def kept_part(jpeg: Jpeg) -> bytes | None:
    """Return the same picture without what is not picture, nothing where it may not be kept.

    Gone are thumbnails, the places and times of photographs, comments, and whatever hangs on
    behind the end. A code that is longer than the pixels themselves is not worth keeping.
    """
    if not jpeg.may_be_kept:
        return None
    kept = [segment for segment in jpeg.segments if _is_picture(jpeg.content, segment)]
    length = sum(segment.end - segment.start for segment in kept)
    if length > max(_SHORT, jpeg.width * jpeg.height * jpeg.components):
        return None
    return b"\xff\xd8" + b"".join(jpeg.content[segment.start : segment.end] for segment in kept)


def _is_picture(content: bytes, segment: _Segment) -> bool:
    name = content[segment.start + 4 : segment.start + 9]
    length = segment.end - segment.start
    if segment.marker == _JFIF:
        return (name, length) == (b"JFIF\0", _PLAIN_JFIF_BYTES)
    if segment.marker == _ADOBE:
        return (name, length) == (b"Adobe", _PLAIN_ADOBE_BYTES)
    return segment.marker in _PICTURE_MARKS


def header_of(jpeg: Jpeg) -> bytes:
    """Return what stands before the coded lines, for those who read tags."""
    scan = next(segment for segment in jpeg.segments if segment.marker == _SCAN)
    header = (segment for segment in jpeg.segments if segment.start <= scan.start)
    return b"\xff\xd8" + b"".join(jpeg.content[part.start : part.end] for part in header)


def decode(jpeg: Jpeg, *, grumbles: Grumbles) -> Pixels:
    """Return the pixels as they are coded; refuses a picture with damage in it."""
    grumbles.forget()
    if jpeg.components in {1, _COLOURS}:
        pixels = _decode_plain(jpeg)
    else:
        pixels = _decode_printers_colours(jpeg)
    if pixels.shape[:2] != (jpeg.height, jpeg.width):
        raise refused(Unreadable.BROKEN, "JPEG")
    complaint = grumbles.heard()
    if "JPEG" in complaint and not _is_about_padding(jpeg, complaint):
        raise refused(Unreadable.BROKEN, complaint)
    return pixels


def _is_about_padding(jpeg: Jpeg, complaint: str) -> bool:
    """Zeros before the end mark are the habit of some cameras; anything else is damage."""
    padding = _PADDING.fullmatch(complaint.strip())
    if padding is None:
        return False
    end = jpeg.segments[-1].start
    return not jpeg.content[max(0, end - int(padding[1])) : end].strip(b"\0")


def _decode_plain(jpeg: Jpeg) -> Pixels:
    mode = cv2.IMREAD_GRAYSCALE if jpeg.components == 1 else cv2.IMREAD_COLOR_RGB
    coded = np.frombuffer(jpeg.content, dtype=np.uint8)
    pixels = cv2.imdecode(coded, mode | cv2.IMREAD_IGNORE_ORIENTATION)
    if pixels is None:
        raise refused(Unreadable.BROKEN, "JPEG")
    return np.asarray(pixels, dtype=np.uint8)


def _decode_printers_colours(jpeg: Jpeg) -> Pixels:
    with Image.open(io.BytesIO(jpeg.content), formats=("JPEG",)) as image:
        return np.asarray(image.convert("RGB"), dtype=np.uint8)
