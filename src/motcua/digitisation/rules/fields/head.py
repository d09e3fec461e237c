"""The head of the first page, taken apart into its two columns.

The drawing of Decree 30/2020/NĐ-CP (Appendix I, section IV) gives, in shares of the text area:
issuer and number 0-44 %, national title and place and date 52-98 %, the kind centred below, "V/v"
of a letter at 7-35 %. What the columns hold is told apart by the national title, which is always
the same words: its left edge is where the right column begins.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from motcua.digitisation.rules.fields.letters import bare, find_near, key
from motcua.digitisation.rules.fields.sheet import Sheet, line_of, pieces_of, rows_of
from motcua.digitisation.rules.fields.tables import MOTTO, PARTY_TITLE, STATE_TITLE
from motcua.digitisation.rules.text import Box, Line, Word, around

HEAD_ENDS: Final = 0.5
"""The head stands in this upper share of the page, with room for long letters' "V/v"."""

TITLE_WITHIN: Final = 0.35
CENTRED_TITLE: Final = 0.6
"""A title whose middle stands left of this share of the width is centred over the page: a form or
a contract, without a column for an issuer. In the decree's drawing it is at 0.7."""

NO_TITLE_SPLIT: Final = 0.47
"""Middle of the white strip between the columns, where no title was found to show it."""

_REACH: Final = 0.15
"""So far, in widths, a long place and date may reach to the left of the title above it."""

_CLEAR_GAP: Final = 0.8
"""Letter heights that part the columns on one row."""


ALIGNED_WITHIN: Final = 1.0
"""Letter heights; on the trial pages whole lines of a column are centred on one another within
0.6, and a lost word puts its line 0.7 to 4 off."""

EDGE_TO_MIDDLE: Final = 0.3

UNREADABLE: Final = "\ufffd"
"""Stands for print that two columns share; no name may contain it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The national title, or that of the Party, and what its row holds left of it."""

    words: tuple[Word, ...]
    box: Box
    remnant: Word | None
    """The end of the left column where the recogniser ran it into the title's first word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Both columns row by row, and the pieces of the page without the title."""

    title: Title | None
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    pieces: tuple[Line, ...]


def head_of(sheet: Sheet) -> Head:
    """Find the title and part the words above, beside and below it."""
    title = _title(sheet)
    words = _without(sheet.words, title)
    pieces = pieces_of(words, letter_height=sheet.letter_height)
    if title and title.box.centre[0] < sheet.across(CENTRED_TITLE):
        return Head(title=title, left=(), right=(), pieces=pieces)
    split = title.box.left if title else sheet.across(NO_TITLE_SPLIT)
    columns = _Columns(sheet=sheet, split=split, title=title)
    pieces = tuple(chain.from_iterable(columns.parted(piece) for piece in pieces))
    return Head(
        title=title,
        left=rows_of(piece for piece in pieces if columns.is_left(piece)),
        right=rows_of(piece for piece in pieces if columns.is_right(piece)),
        pieces=pieces,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    sheet: Sheet
    split: float
    title: Title | None

    def is_left(self, piece: Line) -> bool:
        """Tell whether the piece ends before the title's first third."""
        right_third = self.split + (self.sheet.page.width - self.split) / 6
        return (
            self._is_high(piece)
            and piece.box.centre[0] < self.split
            and piece.box.right < right_third
        )

    def is_right(self, piece: Line) -> bool:
        """Tell whether the piece begins about where the title does, and is not left."""
        begins = piece.box.left >= self.split - _REACH * self.sheet.page.width
        return self._is_high(piece) and begins and not self.is_left(piece)

    def _is_high(self, piece: Line) -> bool:
        return piece.box.bottom <= self.sheet.down(HEAD_ENDS)

    def parted(self, piece: Line) -> tuple[Line, ...]:
        """Part a piece that runs through both columns at its widest gap between them."""
        if not self._is_high(piece) or self.is_left(piece) or self.is_right(piece):
            return (piece,)
        gaps = [
            (after.box.left - before.box.right, at)
            for at, (before, after) in enumerate(zip(piece.words, piece.words[1:], strict=False), 1)
            if self._between_columns(before.box.right, after.box.left)
        ]
        widest, at = max(gaps, default=(0, 0))
        if widest < _CLEAR_GAP * self.sheet.letter_height:
            return (piece,)
        return line_of(piece.words[:at]), line_of(piece.words[at:])

    def _between_columns(self, left: float, right: float) -> bool:
        reach = _REACH * self.sheet.page.width
        return right >= self.split - reach and left <= self.split + reach / 3


def _without(words: Sequence[Word], title: Title | None) -> tuple[Word, ...]:
    if title is None:
        return tuple(words)
    taken = {id(word) for word in title.words}
    rest = tuple(word for word in words if id(word) not in taken)
    return (*rest, title.remnant) if title.remnant else rest


def _title(sheet: Sheet) -> Title | None:
    high = [row for row in sheet.rows if row.box.top <= sheet.down(TITLE_WITHIN)]
    for wanted, within in ((STATE_TITLE, 5), (PARTY_TITLE, 3)):
        for row in high:
            if found := _title_in(row, wanted=key(wanted), within=within):
                return found
    return next(filter(None, (_under_motto(row) for row in high)), None)


def _title_in(row: Line, *, wanted: str, within: int) -> Title | None:
    """Find the title in a row; its first word may have run into the left column's last."""
    letters = [
        (letter, word, at)
        for word in row.words
        for at, letter in enumerate(bare(word.text))
        if letter.isalnum()
    ]
    found = find_near(wanted, "".join(letter for letter, _, _ in letters), within=within)
    if found is None:
        return None
    (_, first, cut), inside = letters[found[0]], letters[found[0] : found[1]]
    words = tuple({id(word): word for _, word, _ in inside}.values())
    clean = all(not letter.isalnum() for letter in first.text[:cut])
    if clean:
        return Title(words=words, box=around(word.box for word in words), remnant=None)
    edge = first.box.left + round(first.box.width * cut / len(first.text))
    whole = key(first.text[cut:]) == wanted[: len(first.text) - cut]
    remnant = Word(
        text=first.text[:cut] if whole else UNREADABLE,
        box=Box(left=first.box.left, top=first.box.top, right=edge, bottom=first.box.bottom),
        confidence=first.confidence if whole else 0.0,
    )
    box = around(word.box for word in words[1:]) if len(words) > 1 else first.box
    return Title(words=words, box=around((box, _right_of(first.box, edge))), remnant=remnant)


def _right_of(box: Box, edge: int) -> Box:
    return Box(left=edge, top=box.top, right=box.right, bottom=box.bottom)


def _under_motto(row: Line) -> Title | None:
    """Where the title itself was not read, the motto under it shows the column."""
    found = _title_in(row, wanted=key(MOTTO), within=3)
    return Title(words=found.words, box=found.box, remnant=None) if found else None


def are_aligned(lines: Iterable[Line], *, within: float) -> bool:
    """Tell whether the lines of a column stand on one middle, or begin at one edge.

    Edges must agree more closely: short lines on one middle begin near one another as well.
    """
    whole = [line.box for line in lines if UNREADABLE not in line.text]
    middles, lefts = [box.centre[0] for box in whole], [box.left for box in whole]
    off_middle = max(middles, default=0) - min(middles, default=0)
    off_edge = max(lefts, default=0) - min(lefts, default=0)
    return off_middle <= within or off_edge <= within * EDGE_TO_MIDDLE
