"""What the reading process does: it answers one question after another about one file."""

import errno
import hashlib
import os
import socket
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import cv2
import pikepdf
from PIL import Image

from motcua.digitisation.backends.opening.channel import Channel, Gone, Message
from motcua.digitisation.backends.opening.confinement import (
    allow_cpu,
    confine,
    die_with_the_server,
    keep_only,
)
from motcua.digitisation.backends.opening.drawing import PdfPages
from motcua.digitisation.backends.opening.formats import Format, format_of
from motcua.digitisation.backends.opening.grumbles import Grumbles
from motcua.digitisation.backends.opening.pixels import refused
from motcua.digitisation.backends.opening.raster import JpegPicture, Picture, PillowPicture
from motcua.digitisation.backends.opening.spool import write_page
from motcua.digitisation.errors import NoRoom, Unreadable, UnreadableFile
from motcua.digitisation.ports import OpeningLimits
from motcua.digitisation.rules.text import Line

_PIECE: Final = 1 << 24
_DETAIL: Final = 200


def serve(end: socket.socket, *, limits: OpeningLimits, spool: str) -> None:
    """Take the file from the parent, shut the doors, and answer until the parent hangs up."""
    die_with_the_server()
    keep_only(end.fileno())
    allow_cpu(limits, pages=1)
    content = _read_all(_descriptor_from(end), most=limits.file_bytes)
    reading = Reading(content, limits=limits, spool=Path(spool), grumbles=Grumbles())
    Image.MAX_IMAGE_PIXELS = None  # our own limit is checked instead
    warnings.simplefilter("ignore")
    cv2.setNumThreads(1)
    confine(limits, spool=Path(spool))
    channel = Channel(end)
    try:
        while True:
            channel.say(_answer(reading, channel.hear()))
    except Gone:
        os._exit(0)


def _descriptor_from(end: socket.socket) -> int:
    _, descriptors, _, _ = socket.recv_fds(end, 1, 1)
    return descriptors[0]


def _read_all(descriptor: int, *, most: int) -> bytes:
    """Read the file once and for all: what happens to it later is nothing to this process."""
    with os.fdopen(descriptor, "rb", buffering=0) as source:
        pieces, length = [], 0
        while length <= most and (piece := source.read(_PIECE)):
            pieces.append(piece)
            length += len(piece)
    return b"".join(pieces)


class Reading:
    """One file being read."""

    def __init__(
        self, content: bytes, *, limits: OpeningLimits, spool: Path, grumbles: Grumbles
    ) -> None:
        self._content = content
        self._limits = limits
        self._spool = spool
        self._grumbles = grumbles
        self._pdf: PdfPages | None = None
        self._picture: Picture | None = None
        self._acts: Mapping[object, Callable[[Message], Message]] = {
            "open": self._open,
            "look": self._look,
            "place": self._place,
            "draw": self._draw,
        }

    def answer(self, question: Message) -> Message:
        """Do what is asked; refuses by exception."""
        allow_cpu(self._limits, pages=self._picture.page_count if self._picture else 1)
        self._grumbles.forget()
        return self._acts[question["do"]](question)

    def _open(self, question: Message) -> Message:
        del question
        if len(self._content) > self._limits.file_bytes:
            raise refused(Unreadable.TOO_LARGE)
        if not self._content:
            raise refused(Unreadable.EMPTY)
        what = format_of(self._content)
        if what is None:
            raise refused(Unreadable.UNKNOWN_FORMAT)
        source = self._source(what)
        return {
            "pages": source.page_count,
            "is_pdf": self._pdf is not None,
            "is_signed": self._pdf is not None and self._pdf.is_signed,
            "sha256": hashlib.sha256(self._content).hexdigest(),
        }

    def _source(self, what: Format) -> Picture:
        content, limits, grumbles = self._content, self._limits, self._grumbles
        if what is Format.PDF:
            self._pdf = PdfPages(content, limits=limits, grumbles=grumbles)
            self._picture = self._pdf
        elif what is Format.JPEG:
            self._picture = JpegPicture(content, limits=limits, grumbles=grumbles)
        else:
            self._picture = PillowPicture(content, what=what, limits=limits)
        return self._picture

    def _look(self, question: Message) -> Message:
        if self._pdf is None:
            raise refused(Unreadable.BROKEN)
        look = self._pdf.look(_number(question))
        return {
            "ink": look.ink.value,
            "text": look.text,
            "picture_share": look.picture_share,
            "strokes": look.strokes,
        }

    def _place(self, question: Message) -> Message:
        if self._pdf is None:
            raise refused(Unreadable.BROKEN)
        placed = self._pdf.placed_text(_number(question))
        return {
            "width": placed.width,
            "height": placed.height,
            "lines": None if placed.text is None else list(map(_said, placed.text.lines)),
        }

    def _draw(self, question: Message) -> Message:
        if self._picture is None:
            raise refused(Unreadable.BROKEN)
        drawn = self._picture.draw(_number(question))
        write_page(self._spool / str(question["name"]), pixels=drawn.pixels, encoded=drawn.encoded)
        return {
            "shape": list(drawn.pixels.shape),
            "dpi": drawn.dpi,
            "encoded": len(drawn.encoded or b""),
        }


def _said(line: Line) -> list[object]:
    return [
        [word.text, word.box.left, word.box.top, word.box.right, word.box.bottom]
        for word in line.words
    ]


def _number(question: Message) -> int:
    number = question["page"]
    if not isinstance(number, int):
        raise refused(Unreadable.BROKEN)
    return number


def _answer(reading: Reading, question: Message) -> Message:
    """Answer, or say why not; a hostile file may raise whatever it likes."""
    try:
        return reading.answer(question)
    except UnreadableFile as refusal:
        return {"refused": refusal.why.value, "detail": refusal.detail[:_DETAIL]}
    except NoRoom as refusal:
        return {"no_room": refusal.detail}
    except MemoryError:
        return {"refused": Unreadable.TOO_MUCH_WORK.value, "detail": "memory"}
    except Exception as fault:  # noqa: BLE001
        return {"refused": _reason(fault).value, "detail": type(fault).__name__}


def _reason(fault: Exception) -> Unreadable:
    out_of_memory = (
        isinstance(fault, cv2.error) and getattr(fault, "code", 0) == cv2.Error.StsNoMem
    ) or (isinstance(fault, OSError) and fault.errno == errno.ENOMEM)
    if out_of_memory:
        return Unreadable.TOO_MUCH_WORK
    if isinstance(fault, pikepdf.PasswordError):
        return Unreadable.ENCRYPTED
    return Unreadable.BROKEN
