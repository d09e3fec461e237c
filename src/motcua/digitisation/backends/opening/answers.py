"""What the reading process says, checked: it may have been taken over by the file it reads."""

import math
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from motcua.digitisation.backends.opening.channel import Message
from motcua.digitisation.backends.opening.conversation import Conversation
from motcua.digitisation.backends.opening.handling import MOST_SIDE, MOST_WORDS, Ink, Look
from motcua.digitisation.backends.opening.spool import SpooledPage
from motcua.digitisation.errors import Unreadable
from motcua.digitisation.ports import OpeningLimits
from motcua.digitisation.rules.text import Box, Line, PageText, Word

_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_NOT_TEXT: Final = re.compile(
    r"[^\S\n]*\r\n?|[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
)
_PLANES: Final = (2, 3)
_COLOURS: Final = 3
_MOST_DPI: Final = 100_000

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What the file is."""

    page_count: int
    is_pdf: bool
    is_signed: bool
    sha256: str


def contents_of(conversation: Conversation, *, limits: OpeningLimits) -> Contents:
    """Have the file opened."""

    def read(answer: Message) -> Contents:
        return Contents(
            page_count=_between(1, answer["pages"], limits.pages),
            is_pdf=answer["is_pdf"] is True,
            is_signed=answer["is_signed"] is True,
            sha256=_digest(answer["sha256"]),
        )

    return _believed(conversation, conversation.ask({"do": "open"}), read)


def look_of(conversation: Conversation, *, number: int) -> Look:
    """Have a page of a PDF looked at."""

    def read(answer: Message) -> Look:
        return Look(
            ink=Ink(str(answer["ink"])),
            text=_clean(str(answer["text"])),
            picture_share=_share(answer["picture_share"]),
            strokes=_between(0, answer["strokes"], 1 << 40),
        )

    return _believed(conversation, conversation.ask({"do": "look", "page": number}), read)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The size of a page in pixels, and its words where their places can be relied on."""

    width: int
    height: int
    text: PageText | None


def placed_text(conversation: Conversation, *, number: int) -> Placed:
    """Have the words of a page of a PDF placed."""

    def read(answer: Message) -> Placed:
        width, height = (_between(1, answer[side], MOST_SIDE) for side in ("width", "height"))
        lines = answer["lines"]
        return Placed(
            width=width,
            height=height,
            text=None if lines is None else _text(lines, width=width, height=height),
        )

    return _believed(conversation, conversation.ask({"do": "place", "page": number}), read)


def spooled_page(
    conversation: Conversation, *, number: int, path: Path, limits: OpeningLimits
) -> SpooledPage:
    """Wait for the page that was asked for; its file must be there and as long as it should."""

    def read(answer: Message) -> SpooledPage:
        page = SpooledPage(
            number=number,
            path=path,
            shape=_shape(answer["shape"], limits),
            dpi=_dpi(answer["dpi"]),
            encoded_bytes=_between(0, answer["encoded"], limits.file_bytes),
        )
        if not page.is_whole():
            raise ValueError(number)
        return page

    return _believed(conversation, conversation.answer(), read)


def _believed(
    conversation: Conversation, answer: Message, read: Callable[[Message], _Value]
) -> _Value:
    try:
        return read(answer)
    except (KeyError, TypeError, ValueError) as fault:
        raise conversation.refusal(Unreadable.BROKEN, detail="garbled") from fault


def _between(least: int, said: object, most: int) -> int:
    if not isinstance(said, int) or isinstance(said, bool) or not least <= said <= most:
        raise ValueError(said)
    return said


def _share(said: object) -> float:
    if not isinstance(said, int | float) or not 0 <= said <= 1:
        raise ValueError(said)
    return float(said)


def _digest(said: object) -> str:
    if not isinstance(said, str) or not _SHA256.fullmatch(said):
        raise ValueError(said)
    return said


def _dpi(said: object) -> float | None:
    if said is None:
        return None
    if not isinstance(said, int | float) or not 0 < said < _MOST_DPI or not math.isfinite(said):
        raise ValueError(said)
    return float(said)


def _shape(said: object, limits: OpeningLimits) -> tuple[int, ...]:
    if not isinstance(said, list) or len(said) not in _PLANES or said[2:] not in ([], [_COLOURS]):
        raise ValueError(said)
    height, width = (_between(1, side, limits.page_pixels) for side in said[:2])
    _between(1, height * width, limits.page_pixels)
    return (height, width, *said[2:])


def _text(said: object, *, width: int, height: int) -> PageText:
    lines = [_listed(line) for line in _listed(said)]
    _between(0, sum(map(len, lines)), MOST_WORDS)
    if not all(lines):
        raise ValueError(lines)
    return PageText(
        lines=tuple(
            Line(words=tuple(_word(word, width=width, height=height) for word in line))
            for line in lines
        )
    )


def _listed(said: object) -> list[object]:
    if not isinstance(said, list):
        raise TypeError(said)
    return said


def _word(said: object, *, width: int, height: int) -> Word:
    written, left, top, right, bottom = _listed(said)
    text = _clean(str(written))
    if text.split() != [text]:
        raise ValueError(text)
    x, y = _between(0, left, width - 1), _between(0, top, height - 1)
    box = Box(
        left=x,
        top=y,
        right=_between(x + 1, right, width),
        bottom=_between(y + 1, bottom, height),
    )
    return Word(text=text, box=box, confidence=1.0)


def _clean(text: str) -> str:
    """Return the text in NFC with one kind of line end and no signs that are none."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _NOT_TEXT.sub("", lines))
