"""Who receives the document: cell 9b of the decree's drawing, "Nơi nhận:" at the left of the foot.

One recipient for each dash; the last one is the file copy, "Lưu: VT, ..." (Decree 30/2020/NĐ-CP,
Appendix I, Part I, section II, paragraph 9). A list with a hole in it would send a document astray,
so it is answered whole or not at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from motcua.digitisation.rules.fields.letters import distance, is_vietnamese, key
from motcua.digitisation.rules.fields.sheet import DASHES, Sheet, after_letters, rows_of
from motcua.digitisation.rules.text import Box, Line, Word

LEFT_UNTIL: Final = 0.5
"""Share of the width in which the list stands; the decree's cell 9b ends at a third."""

NEXT_LINE_WITHIN: Final = 2.5
"""Letter heights of white that end the list."""

READ_FROM: Final = 0.5
FILE_COPY_FROM: Final = 0.4
"""Confidence of a word; the abbreviations of the file copy are read badly and seldom wrongly."""

_WORDING: Final = "noinhan"
_NOT_THAT: Final = "nguoinhan"
_FILE_COPY: Final = "luu"
_MAY_STAND: Final = frozenset(".,;:()/-&+'\"%")
_CLOSING: Final = " .,;:"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientList:
    """The recipients as printed, without dashes and closing marks."""

    names: tuple[str, ...]
    words: tuple[Word, ...]
    is_closed: bool
    """Whether it ends with the file copy, as the decree wants it."""


def heading_in(sheet: Sheet) -> Box | None:
    """Return where "Nơi nhận:" stands on the page."""
    for piece in sheet.pieces:
        if piece.box.centre[0] <= sheet.across(LEFT_UNTIL) and _is_heading(key(piece.text)):
            return piece.box
    return None


def _is_heading(letters: str) -> bool:
    off = distance(letters, _WORDING) if len(letters) <= len(_NOT_THAT) else len(letters)
    return off <= 2 and off <= distance(letters, _NOT_THAT) - 1  # noqa: PLR2004


def recipients_under(heading: Box, *, sheet: Sheet) -> RecipientList | None:
    """Return the list under the heading, or nothing if a word of it is in doubt."""
    entries: list[tuple[Word, ...]] = []
    for row in _rows_under(heading, sheet=sheet):
        if entries and _is_file_copy(entries[-1]):
            break
        begins, words = _without_dash(row)
        if entries and not begins:
            entries[-1] += words
        elif words:
            entries.append(words)
    names = tuple(" ".join(word.text for word in entry).strip(_CLOSING) for entry in entries)
    if not names or not all(names) or not all(map(_is_read, entries)):
        return None
    return RecipientList(
        names=names,
        words=tuple(chain.from_iterable(entries)),
        is_closed=_is_file_copy(entries[-1]),
    )


def _rows_under(heading: Box, *, sheet: Sheet) -> Iterator[Line]:
    pieces = (
        piece
        for piece in sheet.pieces
        if piece.box.centre[1] > heading.bottom
        and piece.box.centre[0] < sheet.across(LEFT_UNTIL)
        and piece.box.left < heading.right + heading.width
    )
    edge = heading.bottom
    for row in rows_of(pieces):
        if row.box.top - edge > NEXT_LINE_WITHIN * sheet.letter_height:
            return
        yield row
        edge = row.box.bottom


def _without_dash(row: Line) -> tuple[bool, tuple[Word, ...]]:
    """Return whether the row begins an entry, and its words without the dash."""
    first = row.words[0].text
    if first[0] not in DASHES:
        return False, row.words
    return True, after_letters(row.words, at=1)


def _is_file_copy(entry: Sequence[Word]) -> bool:
    return bool(entry) and key(entry[0].text).startswith(_FILE_COPY)


def _is_read(entry: Sequence[Word]) -> bool:
    file_copy = _is_file_copy(entry)
    return all(
        word.confidence >= (FILE_COPY_FROM if file_copy and word.text.isupper() else READ_FROM)
        and is_vietnamese(word.text)
        and all(letter.isalnum() or letter in _MAY_STAND for letter in word.text)
        for word in entry
    )
