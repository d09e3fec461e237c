"""What kind of document it is: cell 5a of the decree's drawing, or "V/v" of a letter.

The kind is printed in capitals in the middle of the page below the head; the proper names come
from `document_kinds`. A letter (công văn) has no such line: it shows "V/v" under its number and a
symbol without the letters of a kind (Decree 30/2020/NĐ-CP, Appendix I, form 1.5).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from motcua.digitisation.rules.document_kinds import EVERY_KIND, DocumentKind
from motcua.digitisation.rules.fields.head import Head, are_aligned
from motcua.digitisation.rules.fields.letters import bare, distance, in_capitals, key
from motcua.digitisation.rules.fields.phrases import as_phrase
from motcua.digitisation.rules.fields.sheet import (
    Sheet,
    after_letters,
    respelled,
    share_a_row,
    spelled,
)
from motcua.digitisation.rules.fields.trust import MENDED
from motcua.digitisation.rules.text import Line, Word

CENTRED_WITHIN: Final = 0.12
"""Widths the middle of a kind may be off the page's: the text area is 3 % off by its margins, a
crooked crop and a scanner's edge add to it."""

STANDS_ABOVE: Final = 0.55
"""Share of the height within which the kind stands, on a form with a tall head."""

COLUMN_WITHIN: Final = 2.0
"""Letter heights "V/v" may be off the middle of the number above it, its lines being ragged."""

NEIGHBOUR_WITHIN: Final = 4
"""Letter heights of white in which one lost word has room."""

_LEAST_FOR_A_SLIP: Final = 7
"""Letters from which one slip still leaves a kind unmistakable."""

_BODY_BEGINS: Final = re.compile(
    r"(?:-\s*)?(?:kinh gui|can cu|thi hanh|theo (?:de nghi|to trinh)|xet |dieu 1\b|hom nay"
    r"|chuong i\b|phan i\b|[ivx]{1,4}\.|\d{1,2}\.\s)"
)

_LETTER_LABEL: Final = re.compile(r"v\s?/\s?%?\s?(?:[vwy](?![aeiouy]))?[.:]?\s*")
"""On bare letters: V/v, and what recognisers make of it (V/%v, V/w, V/)."""

_IN_WORDS: Final = re.compile(r"ve viec[.:]?\s+")
"""Under a number it is the label of a letter, in the middle the subject of another document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindLine:
    """The line with the kind, and what follows the kind on it."""

    kind: DocumentKind
    words: tuple[Word, ...]
    rest: tuple[Word, ...]
    lines: tuple[Line, ...]
    """The one or two lines it takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """The line that begins with "V/v"."""

    label: tuple[Word, ...]
    rest: tuple[Word, ...]
    line: Line
    column: tuple[Line, ...]
    """The lines of the left column from it down; empty where it runs over the whole width."""


def begins_the_body(line: Line) -> bool:
    """Tell whether the line is one with which the text below the head begins."""
    text = line.text
    return not text[:1].islower() and _BODY_BEGINS.match(bare(text)) is not None


def kind_line(pieces: Sequence[Line], *, sheet: Sheet) -> KindLine | None:
    """Return the first line in the middle that is the name of a kind."""
    high = list(_above_the_body(pieces, sheet=sheet))
    for at, piece in enumerate(high):
        if not _may_be_a_kind(piece, sheet=sheet) or _has_a_neighbour(piece, high, sheet=sheet):
            continue
        below = [line for line in high[at + 1 : at + 2] if _may_be_a_kind(line, sheet=sheet)]
        if found := _kind_in((piece, *below)):
            return found
    return None


def _above_the_body(pieces: Iterable[Line], *, sheet: Sheet) -> Iterator[Line]:
    for piece in pieces:
        if piece.box.top > sheet.down(STANDS_ABOVE) or begins_the_body(piece):
            return
        yield piece


def _may_be_a_kind(piece: Line, *, sheet: Sheet) -> bool:
    off = abs(piece.box.centre[0] - sheet.across(0.5))
    return off <= sheet.across(CENTRED_WITHIN) and in_capitals(piece.text)


def _has_a_neighbour(piece: Line, others: Iterable[Line], *, sheet: Sheet) -> bool:
    """Tell whether the line goes on behind a hole."""
    near = NEIGHBOUR_WITHIN * sheet.letter_height
    return any(
        in_capitals(other.text)
        and share_a_row(piece.box, other.box)
        and 0 < max(other.box.left - piece.box.right, piece.box.left - other.box.right) < near
        for other in others
    )


def _kind_in(lines: Sequence[Line]) -> KindLine | None:
    """Find the longest kind that the lines begin with; a second line must be needed for it."""
    words = tuple(word for line in lines for word in line.words)
    ends = list(accumulate(len(key(word.text)) for word in words))
    letters = key("".join(word.text for word in words))
    first = len(lines[0].words)
    for kind in _LONGEST_FIRST:
        name = key(kind.name)
        if letters.startswith(name) and len(name) in ends:
            return _kind_of(kind, words, ends.index(len(name)) + 1, lines, first)
    return _misread(lines[0])


def _kind_of(
    kind: DocumentKind, words: Sequence[Word], count: int, lines: Sequence[Line], first: int
) -> KindLine | None:
    rest = words[count:first] if count <= first else words[count:]
    formula = words[count - 1].text.endswith(":") and not rest
    if formula or (kind.name, bare(rest[0].text) if rest else "") in _OTHERWISE:
        return None
    name = as_phrase(words[:count], kind.name.upper())
    return KindLine(
        kind=kind,
        words=(respelled(name, kind.name, confidence=name.confidence),),
        rest=tuple(rest),
        lines=tuple(lines[: 1 if count <= first else 2]),
    )


_OTHERWISE: Final = frozenset({("Đơn", "vi"), ("Đơn", "gia"), ("Báo cáo", "vien")})
"""Lines that begin like a kind and are none: ĐƠN VỊ, ĐƠN GIÁ, BÁO CÁO VIÊN."""

_LONGEST_FIRST: Final = sorted(EVERY_KIND, key=lambda kind: -len(key(kind.name)))


def _misread(line: Line) -> KindLine | None:
    """Forgive one wrong letter where it leaves one kind only (not THÔNG BÁO and THÔNG CÁO)."""
    letters = key(line.text)
    near = [kind for kind in EVERY_KIND if distance(key(kind.name), letters) == 1]
    if len(near) != 1 or len(letters) < _LEAST_FOR_A_SLIP or line.text.endswith(":"):
        return None
    name = as_phrase(line.words, near[0].name)
    word = respelled(name, near[0].name, confidence=name.confidence * MENDED)
    return KindLine(kind=near[0], words=(word,), rest=(), lines=(line,))


def letter_line(pieces: Iterable[Line], *, head: Head, sheet: Sheet) -> LetterLine | None:
    """Return the first line that begins with "V/v", or "Về việc" in the left column."""
    for piece in _above_the_body(pieces, sheet=sheet):
        whole = spelled(piece.words)
        column = _column_from(piece, head=head, sheet=sheet)
        label = _LETTER_LABEL.match(whole.bare) or (column and _IN_WORDS.match(whole.bare))
        if label and whole.text[:1] in {"V", "v"}:
            return LetterLine(
                label=whole.words(0, label.end()),
                rest=after_letters(piece.words, at=label.end()),
                line=piece,
                column=column,
            )
    return None


def _column_from(piece: Line, *, head: Head, sheet: Sheet) -> tuple[Line, ...]:
    """Return the lines of the left column from the piece down, if it is in line with those above.

    The beginning of a line over the whole width is no part of the column, even where the rest of
    the line was lost.
    """
    above = [line for line in head.left if line.box.bottom <= piece.box.top][-1:]
    if not above or not are_aligned([*above, piece], within=COLUMN_WITHIN * sheet.letter_height):
        return ()
    below = [line for line in head.left if line.box.centre[1] > piece.box.top]
    return tuple(below) if below and piece.words[0] in below[0].words else ()
