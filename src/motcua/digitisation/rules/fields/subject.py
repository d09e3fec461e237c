"""What the document is about (trích yếu): the lines under the kind, or after "V/v".

Under a kind the subject is centred and ends where the text or the authority begins: "Căn cứ",
"Kính gửi", a heading, a line in capitals with an office ("CHỦ TỊCH ỦY BAN NHÂN DÂN ..."), a note in
brackets, a paragraph set from margin to margin. After "V/v" it runs down the left column, or over
the whole width up to "Kính gửi".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from motcua.digitisation.rules.fields.head import Head
from motcua.digitisation.rules.fields.kind import KindLine, LetterLine, begins_the_body
from motcua.digitisation.rules.fields.letters import bare, in_capitals, is_vietnamese, key
from motcua.digitisation.rules.fields.phrases import phrase_at
from motcua.digitisation.rules.fields.sheet import DASHES, WIDE_GAP, Sheet, respelled, rows_of
from motcua.digitisation.rules.fields.tables import AUTHORITIES, PROVINCE_BOOK
from motcua.digitisation.rules.fields.trust import SURE_WORD
from motcua.digitisation.rules.text import Line, Word

MOST_LINES: Final = 6
"""A longer one is no subject; the register keeps 500 letters (Decree 30/2020, Appendix VI)."""

MOST_LETTERS: Final = 500

NEXT_LINE_WITHIN: Final = 1.2
"""Letter heights of white up to the next line of the same subject; paragraphs stand further off."""

CENTRED_WITHIN: Final = 0.035
"""Widths the middle of a line may be off that of the kind above it."""

READ_FROM: Final = 0.65
"""A word read with less is a hole in the subject, and the whole is left out."""

_INDENT: Final = 0.03
_FLUSH: Final = 0.01
_LONG: Final = 0.6
"""In widths of the page."""

_RUN_ON: Final = re.compile(r"[a-z]{2}[.,;:!?][a-z]{2}|[^\w\s.,;:()/&%'\"?!+²³-]")
_NOTE: Final = re.compile(r"\(|(?:kem theo|ban hanh kem|so\s*[:.]|ngay \d|mau so)")
_BEFORE_PROVINCES: Final = frozenset({"tinh", "pho", "tp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _TextArea:
    """Where the long lines of the page begin and end, and how far off counts as an indent."""

    left: float
    right: float
    indent: float
    flush: float

    def is_indented(self, row: Line) -> bool:
        """Tell whether a row is the first of a paragraph: indented left, flush right."""
        flush = row.box.right >= self.right - self.flush
        return flush and row.box.left >= self.left + self.indent


def subject_under(kind: KindLine, *, head: Head, sheet: Sheet) -> tuple[Word, ...]:
    """Return the words of the subject under the kind, none where they are not certain."""
    last = kind.lines[-1].box
    rows = rows_of(piece for piece in head.pieces if piece.box.centre[1] > last.bottom)
    area = _text_area(rows, sheet=sheet)
    middle = kind.lines[0].box.centre[0]
    taken = []
    for row in _close(rows, edge=last.bottom, sheet=sheet):
        if _ends(row) or area.is_indented(row):
            break
        if _has_a_hole(row, sheet=sheet):
            return ()
        if abs(row.box.centre[0] - middle) > sheet.across(CENTRED_WITHIN):
            break
        taken.append(row)
    rest = () if kind.rest and kind.rest[0].text.startswith("(") else kind.rest
    return _whole(rest, taken)


def subject_after(letter: LetterLine, *, head: Head, sheet: Sheet) -> tuple[Word, ...]:
    """Return the words after "V/v", none where they are not certain or their end is not found."""
    bottom = letter.line.box.bottom
    in_column = any(word in row.words for row in head.left for word in letter.label)
    rows = head.left if in_column else rows_of(head.pieces)
    below = [row for row in rows if row.box.centre[1] > bottom]
    taken = []
    ended = in_column
    for row in _close(below, edge=bottom, sheet=sheet):
        if _ends(row):
            ended = True
            break
        if _has_a_hole(row, sheet=sheet):
            return ()
        taken.append(row)
    return _whole(letter.rest, taken) if ended else ()


def _has_a_hole(row: Line, *, sheet: Sheet) -> bool:
    """Tell whether print is missing between two words of the row."""
    widest = WIDE_GAP * sheet.letter_height
    return any(b.box.left - a.box.right > widest for a, b in pairwise(row.words))


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
    )


def _ends(row: Line) -> bool:
    if begins_the_body(row) or is_authority(row):
        return True
    return not row.text[:1].islower() and _NOTE.match(bare(row.text)) is not None


def is_authority(row: Line) -> bool:
    """Tell whether the row names who decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"."""
    text = bare(row.text)
    return in_capitals(row.text) and any(text.startswith(bare(name)) for name in AUTHORITIES)


def _whole(first: Sequence[Word], rows: Sequence[Line]) -> tuple[Word, ...]:
    lines = [first, *(row.words for row in rows)]
    words = _with_provinces(tuple(chain.from_iterable(_cleaned(line) for line in lines)))
    letters = sum(len(word.text) + 1 for word in words)
    if len(rows) > MOST_LINES or letters > MOST_LETTERS:
        return ()
    return words if all(map(_is_read, words)) else ()


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


def _is_speck(word: Word) -> bool:
    return len(word.text) == 1 and word.confidence < SURE_WORD


def _is_read(word: Word) -> bool:
    """Tell whether a word is no hole; a point amid small letters is two words run together."""
    runs_on = _RUN_ON.search(bare(word.text)) is not None and not word.text.isupper()
    return word.confidence >= READ_FROM and is_vietnamese(word.text) and not runs_on


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
