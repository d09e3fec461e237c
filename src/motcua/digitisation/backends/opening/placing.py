"""The words that a PDF page has itself, and where they stand on the page as it is shown.

PDFium says letter by letter what is written and where. Its word and line ends, those it adds for
a gap included, part the words; the office's columns are then read in their own order.
"""

import ctypes
import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from motcua.digitisation.backends.opening.handling import MOST_SIDE, MOST_WORDS
from motcua.digitisation.backends.opening.layout import Rectangle
from motcua.digitisation.backends.opening.pixels import refused
from motcua.digitisation.errors import Unreadable
from motcua.digitisation.ports import KEPT_DPI
from motcua.digitisation.rules.reading_order import in_reading_order
from motcua.digitisation.rules.text import Box, Line, PageText, Word, around

_MOST_LETTERS: Final = 100_000
_UPRIGHT: Final = 0.99
_MOSTLY: Final = 0.9
_NO_LETTERS: Final = frozenset("\ufffe\uffff")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedText:
    """The size of a page in pixels of `KEPT_DPI`, and its words."""

    width: int
    height: int
    text: PageText | None
    """In reading order; nothing where the places cannot be relied on: most of the page is written
    sideways, a letter has no size, or there is too much of it."""


class _Unplaced(Exception):
    """Something on the page has no place that could be relied on."""


@dataclass(slots=True, kw_only=True)
class _Run:
    """Letters without a gap, in the page's own coordinates."""

    letters: list[str]
    box: Rectangle
    is_upright: bool

    @property
    def text(self) -> str:
        """Return the letters, composed; PDFium may give one of a high plane as two halves."""
        whole = "".join(self.letters).encode("utf-16-le", "surrogatepass")
        return unicodedata.normalize("NFC", whole.decode("utf-16-le", "ignore"))


def placed_text(page: pypdfium2.PdfPage, *, inches_per_point: float) -> PlacedText:
    """Return the words of a page; what lies outside the part that is shown is left out."""
    sides = [length * inches_per_point * KEPT_DPI for length in page.get_size()]
    if not all(side <= MOST_SIDE for side in sides):
        raise refused(Unreadable.PAGE_TOO_LARGE)
    width, height = (max(1, round(side)) for side in sides)
    letters = page.get_textpage()
    try:
        lines = tuple(_Shown(page, width=width, height=height).lines(_rows(page, letters)))
    except _Unplaced:
        return PlacedText(width=width, height=height, text=None)
    finally:
        letters.close()
    text = in_reading_order(lines) if lines else PageText()
    return PlacedText(width=width, height=height, text=text)


def _rows(page: pypdfium2.PdfPage, letters: pypdfium2.PdfTextPage) -> list[list[_Run]]:
    """Return the words line by line as PDFium parts them."""
    if letters.count_chars() > _MOST_LETTERS:
        raise _Unplaced
    rows: list[list[_Run]] = [[]]
    quarters = pdfium.FPDFPage_GetRotation(page.raw)
    run: _Run | None = None
    for at, letter in _letters(letters):
        if letter.isspace():
            run = None
            if letter in "\r\n":
                rows.append([])
        elif run:
            run.letters.append(letter)
            run.box = _joined(run.box, _box_of(letters, at))
        else:
            upright = _is_upright(letters, at, quarters=quarters)
            run = _Run(letters=[letter], box=_box_of(letters, at), is_upright=upright)
            rows[-1].append(run)
    return _relied_on(rows)


def _letters(letters: pypdfium2.PdfTextPage) -> Iterator[tuple[int, str]]:
    """Give out what is written; a dash at the end of a line stands for the line's end as well."""
    for at in range(letters.count_chars()):
        if pdfium.FPDFText_IsHyphen(letters.raw, at) == 1:
            yield at, "-"
            yield at, "\n"
            continue
        code = pdfium.FPDFText_GetUnicode(letters.raw, at)
        letter = chr(code) if code <= 0x10FFFF else ""
        is_one = letter.isspace() or (letter and unicodedata.category(letter) != "Cc")
        if is_one and letter not in _NO_LETTERS:
            yield at, letter


def _relied_on(rows: list[list[_Run]]) -> list[list[_Run]]:
    runs = [run for row in rows for run in row]
    if len(runs) > MOST_WORDS or sum(run.is_upright for run in runs) < _MOSTLY * len(runs):
        raise _Unplaced
    return rows


def _is_upright(letters: pypdfium2.PdfTextPage, at: int, *, quarters: int) -> bool:
    """PDFium measures angles clockwise, on the page as it is before it is turned."""
    angle = pdfium.FPDFText_GetCharAngle(letters.raw, at)
    return math.cos(angle + quarters * math.pi / 2) > _UPRIGHT


def _box_of(letters: pypdfium2.PdfTextPage, at: int) -> Rectangle:
    """Return the rectangle round the ink, as a reader of pictures sees it, or else its cell."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if pdfium.FPDFText_GetCharBox(letters.raw, at, left, right, bottom, top):
        box = (left.value, bottom.value, right.value, top.value)
        if _has_height(box):
            return box
    cell = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(letters.raw, at, cell)
    box = (cell.left, cell.bottom, cell.right, cell.top)
    if not _has_height(box):
        raise _Unplaced
    return box


def _has_height(box: Rectangle) -> bool:
    return all(map(math.isfinite, box)) and box[3] > box[1] and box[2] >= box[0]


def _joined(one: Rectangle, other: Rectangle) -> Rectangle:
    left, bottom, right, top = zip(one, other, strict=True)
    return min(left), min(bottom), max(right), max(top)


class _Shown:
    """The part of a page that is shown, turned as it is shown."""

    def __init__(self, page: pypdfium2.PdfPage, *, width: int, height: int) -> None:
        self._page = page
        self._part: Rectangle = page.get_bbox()
        self._width, self._height = width, height

    def lines(self, rows: Iterable[Iterable[_Run]]) -> Iterator[Line]:
        """Give out the words in pixels from the upper left, no two rows of print as one line."""
        for row in rows:
            line: list[Word] = []
            for run in row:
                word = self._word(run)
                if word is None:
                    continue
                if line and _is_apart(line, word):
                    yield Line(words=tuple(line))
                    line = []
                line.append(word)
            if line:
                yield Line(words=tuple(line))

    def _word(self, run: _Run) -> Word | None:
        left, bottom, right, top = run.box
        x, y = (left + right) / 2, (bottom + top) / 2
        shown = self._part[0] <= x <= self._part[2] and self._part[1] <= y <= self._part[3]
        text = run.text
        return Word(text=text, box=self._box(run.box), confidence=1.0) if shown and text else None

    def _box(self, box: Rectangle) -> Box:
        left, bottom, right, top = (
            max(self._part[0], box[0]),
            max(self._part[1], box[1]),
            min(self._part[2], box[2]),
            min(self._part[3], box[3]),
        )
        one, other = self._pixel(left, top), self._pixel(right, bottom)
        x = min(one[0], other[0], self._width - 1)
        y = min(one[1], other[1], self._height - 1)
        return Box(
            left=x, top=y, right=max(one[0], other[0], x + 1), bottom=max(one[1], other[1], y + 1)
        ).within(width=self._width, height=self._height)

    def _pixel(self, x: float, y: float) -> tuple[int, int]:
        """Return where a point is drawn, by the very rule by which PDFium draws."""
        column, row = ctypes.c_int(), ctypes.c_int()
        size = (0, 0, self._width, self._height, 0)
        pdfium.FPDF_PageToDevice(self._page.raw, *size, x, y, column, row)
        return column.value, row.value


def _is_apart(line: list[Word], word: Word) -> bool:
    """Tell whether the word stands above or below the line, or goes back in it."""
    so_far = around(before.box for before in line)
    level = word.box.top < so_far.bottom and word.box.bottom > so_far.top
    return not level or word.box.left < line[-1].box.left
