"""What the document is about (trích yếu): the lines under the kind, or after "V/v".

Under a kind the subject is centred and ends where the text or the authority begins: "Căn cứ",
"Kính gửi", a heading, a line in capitals with an office ("CHỦ TỊCH ỦY BAN NHÂN DÂN ..."), a note in
brackets, a paragraph set from margin to margin. After "V/v" it runs down the left column, or over
the whole width up to "Kính gửi".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile
from typing import Final

from motcua.digitisation.rules.fields.certainty import are_contradicted, is_sure_prose
from motcua.digitisation.rules.fields.head import Head, are_aligned
from motcua.digitisation.rules.fields.kind import (
    COLUMN_WITHIN,
    KindLine,
    LetterLine,
    begins_the_body,
)
from motcua.digitisation.rules.fields.letters import bare, in_capitals, key
from motcua.digitisation.rules.fields.phrases import as_phrase, in_plain_words, phrase_at
from motcua.digitisation.rules.fields.sheet import DASHES, Sheet, is_broken, respelled, rows_of
from motcua.digitisation.rules.fields.tables import AUTHORITIES, PROSE_BOOK, PROVINCE_BOOK
from motcua.digitisation.rules.fields.trust import SURE_WORD
from motcua.digitisation.rules.text import Line, Word

MOST_LINES: Final = 6
"""A longer one is no subject; the register keeps 500 letters (Decree 30/2020, Appendix VI)."""

MOST_LETTERS: Final = 500

NEXT_LINE_WITHIN: Final = 1.2
"""Letter heights of white up to the next line of the same subject; paragraphs stand further off."""

CENTRED_WITHIN: Final = 0.035
"""Widths the middle of a line may be off that of the kind above it."""

_INDENT: Final = 0.03
_FLUSH: Final = 0.01
_WORD: Final = 0.1
_LONG: Final = 0.6
"""In widths of the page."""

_NOTE: Final = re.compile(r"\(|(?:kem theo|ban hanh kem|so\s*[:.]|ngay \d|mau so)")
_BEFORE_PROVINCES: Final = frozenset({"tinh", "pho", "tp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _TextArea:
    """Where the long lines of the page begin and end, and how far off counts as an indent."""

    left: float
    right: float
    indent: float
    flush: float
    word: float

    def is_indented(self, row: Line) -> bool:
        """Tell whether a row is the first of a paragraph: indented left, flush right."""
        return self._is_flush_right(row) and row.box.left >= self.left + self.indent

    def is_filled_by(self, row: Line) -> bool:
        """Tell whether a row runs from margin to margin."""
        return self._is_flush_right(row) and row.box.left <= self.left + self.flush

    def is_full(self, row: Line) -> bool:
        """Tell whether a row ends where another word would not have fitted."""
        return row.box.right >= self.right - self.word

    def _is_flush_right(self, row: Line) -> bool:
        return row.box.right >= self.right - self.flush


def subject_under(kind: KindLine, *, head: Head, sheet: Sheet) -> tuple[Word, ...]:
    """Return the words of the subject under the kind, none where they are not certain."""
    last = kind.lines[-1].box
    rows = rows_of(piece for piece in head.pieces if piece.box.centre[1] > last.bottom)
    area = _text_area(rows, sheet=sheet)
    middle = kind.lines[0].box.centre[0]
    taken: list[Line] = []
    for row in _close(rows, edge=last.bottom, sheet=sheet):
        if _ends(row) or _changes_letters(row, after=taken):
            break
        if is_broken(row, letter_height=sheet.letter_height):
            return ()
        if area.is_indented(row):
            break
        if abs(row.box.centre[0] - middle) > sheet.across(CENTRED_WITHIN):
            break
        taken.append(row)
    if taken and area.is_filled_by(taken[-1]):
        return ()  # the last line of a subject is short, so this may be text
    rest = () if kind.rest and kind.rest[0].text.startswith("(") else kind.rest
    words = _whole(rest, taken, sheet=sheet)
    return words if words and words[0].text[:1].isupper() else ()


def subject_after(letter: LetterLine, *, head: Head, sheet: Sheet) -> tuple[Word, ...]:
    """Return the words after "V/v", none where they are not certain or their end is not found."""
    in_column = bool(letter.column)
    bottom = letter.line.box.bottom
    rows = letter.column or rows_of(head.pieces)
    below = [row for row in rows if row.box.centre[1] > bottom]
    taken = [*takewhile(lambda row: not _ends(row), _close(below, edge=bottom, sheet=sheet))]
    first = [row for row in rows if letter.label[0] in row.words]
    if any(is_broken(row, letter_height=sheet.letter_height) for row in (*first, *taken)):
        return ()
    lines = [letter.line, *taken]
    if in_column:
        whole = are_aligned(lines, within=COLUMN_WITHIN * sheet.letter_height)
    else:
        whole = _is_paragraph(lines, below[len(taken) : len(taken) + 1], sheet=sheet)
    return _whole(letter.rest, taken, sheet=sheet) if whole else ()


def _is_paragraph(lines: Sequence[Line], following: Sequence[Line], *, sheet: Sheet) -> bool:
    """Tell whether lines over the whole width are whole, and end where something else begins."""
    area = _text_area(sheet.rows, sheet=sheet)
    return all(map(area.is_full, lines[:-1])) and any(map(_ends, following))


def _close(rows: Iterable[Line], *, edge: float, sheet: Sheet) -> Iterator[Line]:
    """Return the rows that follow one another without a wide gap."""
    for row in rows:
        if row.box.top - edge > NEXT_LINE_WITHIN * sheet.letter_height:
            return
        yield row
        edge = row.box.bottom


def _text_area(rows: Iterable[Line], *, sheet: Sheet) -> _TextArea:
    long = [row.box for row in rows if row.box.width >= sheet.across(_LONG)]
    lefts = sorted(box.left for box in long) or [0]
    rights = sorted(box.right for box in long) or [sheet.page.width]
    return _TextArea(
        left=lefts[len(lefts) // 5],
        right=rights[len(rights) // 2],
        indent=sheet.across(_INDENT),
        flush=sheet.across(_FLUSH),
        word=sheet.across(_WORD),
    )


def _changes_letters(row: Line, *, after: Sequence[Line]) -> bool:
    """Tell whether capitals follow small letters or small ones capitals: something else begins."""
    return any(in_capitals(above.text) != in_capitals(row.text) for above in after)


def _ends(row: Line) -> bool:
    if begins_the_body(row) or _is_authority(row):
        return True
    return not row.text[:1].islower() and _NOTE.match(bare(row.text)) is not None


def _is_authority(row: Line) -> bool:
    """Tell whether the row names who decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"."""
    text = bare(row.text)
    return in_capitals(row.text) and any(text.startswith(bare(name)) for name in AUTHORITIES)


def _whole(first: Sequence[Word], rows: Sequence[Line], *, sheet: Sheet) -> tuple[Word, ...]:
    lines = [first, *(row.words for row in rows)]
    words = tuple(chain.from_iterable(_cleaned(line) for line in lines))
    words = in_plain_words(_with_provinces(_with_opening(words)), book=PROSE_BOOK)
    letters = sum(len(word.text) + 1 for word in words)
    if len(rows) > MOST_LINES or letters > MOST_LETTERS:
        return ()
    ends = bool(words) and key(words[-1].text) != "" and not words[-1].text.endswith(",")
    certain = ends and all(is_sure_prose(word, sheet=sheet) for word in words)
    return words if certain and not are_contradicted(words, sheet=sheet) else ()


def _cleaned(line: Sequence[Word]) -> Iterator[Word]:
    """Leave out specks read as dashes at either end of a line and at the end of a word."""
    inner = list(line)
    while inner and (inner[0].text in DASHES or _is_speck(inner[0])):
        inner.pop(0)
    while inner and _is_speck(inner[-1]):
        inner.pop()
    for word in inner:
        text = word.text.rstrip("-~_") if len(word.text) > 1 else word.text
        yield respelled(word, text, confidence=word.confidence) if text else word


def _with_opening(words: Sequence[Word]) -> tuple[Word, ...]:
    """Spell "Về việc", which opens a subject; "Và việc" and "Vê việc" can be nothing else."""
    first, second = (*(key(word.text) for word in words[:2]), "", "")[:2]
    if second == "viec" and first in {"ve", "va"}:
        return (as_phrase(words[:2], "Về việc"), *words[2:])
    return tuple(words)


def _is_speck(word: Word) -> bool:
    return len(word.text) == 1 and word.confidence < SURE_WORD


def _with_provinces(words: Sequence[Word]) -> tuple[Word, ...]:
    """Spell the province after "tỉnh" or "thành phố" as enumerated."""
    mended: list[Word] = []
    at = 0
    while at < len(words):
        after_unit = bool(mended) and key(mended[-1].text) in _BEFORE_PROVINCES
        found = phrase_at(words[at:], book=PROVINCE_BOOK) if after_unit else None
        taken, word = found or (1, words[at])
        mended.append(word)
        at += taken
    return tuple(mended)
