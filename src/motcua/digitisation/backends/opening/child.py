"""What the reading process does: it answers one question after another about one file."""

import errno
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
from motcua.digitisation.backends.opening.formats import HEAD_BYTES, Format, format_of
from motcua.digitisation.backends.opening.grumbles import Grumbles
from motcua.digitisation.backends.opening.pixels import refused
from motcua.digitisation.backends.opening.private import PrivateCopy
from motcua.digitisation.backends.opening.raster import JpegPicture, Picture, PillowPicture
from motcua.digitisation.backends.opening.spool import write_page
from motcua.digitisation.errors import NoRoom, Unreadable, UnreadableFile
from motcua.digitisation.ports import OpeningLimits
from motcua.digitisation.rules.text import Line

_DETAIL: Final = 200


def serve(end: socket.socket, *, limits: OpeningLimits, spool: str) -> None:
    """Take the file from the parent, shut the doors, and answer until the parent hangs up."""
    die_with_the_server()
    keep_only(end.fileno())
    allow_cpu(limits, pages=1)
    copy = _copied(_descriptor_from(end), spool=Path(spool), most=limits.file_bytes)
    reading = Reading(copy, limits=limits, spool=Path(spool), grumbles=Grumbles())
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


def _copied(descriptor: int, *, spool: Path, most: int) -> PrivateCopy | NoRoom:
    """Copy the file; where there is no room, that is the answer to the first question."""
    try:
        return PrivateCopy(descriptor, spool=spool, most=most)
    except OSError as fault:
        return NoRoom(where=str(spool), detail=fault.strerror or "")
    finally:
        os.close(descriptor)


class Reading:
    """One file being read."""

    def __init__(
        self,
        copy: PrivateCopy | NoRoom,
        *,
        limits: OpeningLimits,
        spool: Path,
        grumbles: Grumbles,
    ) -> None:
        self._copy = copy
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
        copy = self._copy
        if isinstance(copy, NoRoom):
            raise copy
        if copy.length > self._limits.file_bytes:
            raise refused(Unreadable.TOO_LARGE)
        if not copy.length:
            raise refused(Unreadable.EMPTY)
        what = format_of(copy.head(HEAD_BYTES))
        if what is None:
            raise refused(Unreadable.UNKNOWN_FORMAT)
        source = self._source(what, copy)
        return {
            "pages": source.page_count,
            "is_pdf": self._pdf is not None,
            "is_signed": self._pdf is not None and self._pdf.is_signed,
            "sha256": copy.sha256,
        }

    def _source(self, what: Format, copy: PrivateCopy) -> Picture:
        limits, grumbles = self._limits, self._grumbles
        if what is Format.PDF:
            self._pdf = PdfPages(copy, limits=limits, grumbles=grumbles)
            self._picture = self._pdf
        elif what is Format.JPEG:
            self._picture = JpegPicture(copy.whole(), limits=limits, grumbles=grumbles)
        else:
            self._picture = PillowPicture(copy.opened(), what=what, limits=limits)
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
