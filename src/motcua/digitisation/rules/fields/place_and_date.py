"""Place and date: cell 4 of the decree's drawing, under the national title.

"Tiền Giang, ngày 05 tháng 01 năm 2026" (Decree 30/2020/NĐ-CP, Appendix I, Part I, section II,
paragraph 4). Day, month and year must each be certain, or there is no date: a clerk's handwriting
between printed "ngày", "tháng" and "năm" mostly comes back as odd letters, and where it comes back
as figures, with low confidence or in another size.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Final

from motcua.digitisation.rules.fields.certainty import are_contradicted, is_sure_name
from motcua.digitisation.rules.fields.phrases import phrase_at
from motcua.digitisation.rules.fields.sheet import Sheet, Spelled, is_broken, spelled
from motcua.digitisation.rules.fields.tables import PROVINCE_BOOK
from motcua.digitisation.rules.fields.trust import MENDED, SURE_NAME, SURE_WORD
from motcua.digitisation.rules.text import Line, Word

FIRST_YEAR: Final = 1945
LAST_YEAR: Final = 2100

_FIGURES: Final = r"[0-9oil|]"
_DATE: Final = re.compile(
    rf"(?P<place>.*?)[\s,.;:]*\bngay\s*(?P<day>{_FIGURES}{{1,2}})\s*thang\s*"
    rf"(?P<month>{_FIGURES}{{1,2}})\s*nam\s*(?P<year>{_FIGURES}{{4}})[\s.,;~-]*"
)
"""On bare letters. Points or a line between the words mean a blank that was filled in by hand."""

_PLACE: Final = re.compile(r"(?P<place>[^,]{2,60}?),\s*ngay\b.*\b(?:thang|nam)\b")
_FIGURES_AS_LETTERS: Final = str.maketrans("oil|", "0111")

_LIKE_PRINT: Final = (0.5, 1.1)
"""Heights of printed figures in heights of the words around them, which have high and low marks."""

_BLANK: Final = 1.4
"""Heights of white beside a figure that show a blank meant for handwriting; a space is 0.4."""

OVERLAID_SURE: Final = 0.92
"""As for the number: a figure in a blank is only taken when it is read like print."""

_CITED: Final = re.compile(r"(?:\d/|\bnăm )((?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow:
    """A row with a certain date, and the place before it."""

    day: date
    words: tuple[Word, ...]
    agreement: float
    has_place: bool


def date_in(lines: Iterable[Line]) -> DateRow | None:
    """Return the first row that says place and date; nothing if its date is not certain."""
    for line in lines:
        whole = spelled(line.words)
        found = _DATE.fullmatch(whole.bare)
        if found:
            return _certain(whole, found)
    return None


def _certain(whole: Spelled, found: re.Match[str]) -> DateRow | None:
    figures = [found[name] for name in ("day", "month", "year")]
    spans = [whole.words(*found.span(name)) for name in ("day", "month", "year")]
    row = whole.words(found.end("place"), len(whole.text))
    if not all(map(_has_a_figure, figures)) or not all(_printed(each, row) for each in spans):
        return None
    numbers = [int(figure.translate(_FIGURES_AS_LETTERS)) for figure in figures]
    day = _real_day(*numbers)
    if day is None:
        return None
    slips = sum(not figure.isdecimal() for figure in figures)
    words = tuple(word for span in spans for word in span)
    return DateRow(
        day=day,
        words=tuple({id(word): word for word in words}.values()),
        agreement=MENDED**slips,
        has_place=bool(found["place"]),
    )


def _has_a_figure(text: str) -> bool:
    """Tell figures from letters: "II" may be 11 or February, "l1" can only be 11."""
    return any(sign.isdecimal() for sign in text)


def _real_day(day: int, month: int, year: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _printed(figure: Sequence[Word], row: Sequence[Word]) -> bool:
    """Tell whether a figure was set with the row, or laid into its blank by machine."""
    if any(word.confidence < SURE_NAME for word in figure):
        return False
    around_it = median(word.box.height for word in row)
    size = max(word.box.height for word in figure) / around_it
    if not _LIKE_PRINT[0] <= size <= _LIKE_PRINT[1]:
        return False
    in_blank = _white_beside(figure, row) > _BLANK * around_it
    return not in_blank or all(word.confidence >= OVERLAID_SURE for word in figure)


def _white_beside(figure: Sequence[Word], row: Sequence[Word]) -> float:
    left, right = figure[0].box.left, figure[-1].box.right
    before = [word.box.right for word in row if word.box.right <= left]
    after = [word.box.left for word in row if word.box.left >= right]
    return max(
        left - max(before) if before else 0,
        min(after) - right if after else 0,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the document was issued, certain even where the date was written by hand."""

    text: str
    words: tuple[Word, ...]


def place_in(lines: Iterable[Line], *, sheet: Sheet) -> Place | None:
    """Return the place before the first "ngày ... năm"; nothing if a word of it is in doubt."""
    for line in lines:
        whole = spelled(line.words)
        found = _PLACE.match(whole.bare)
        if found:
            words = whole.cut(*found.span("place"))
            broken = is_broken(Line(words=words), letter_height=sheet.letter_height)
            return None if broken else _certain_place(words, sheet=sheet)
    return None


def _certain_place(words: Sequence[Word], *, sheet: Sheet) -> Place | None:
    """Take the words as read, a province as enumerated."""
    found = phrase_at(words, book=PROVINCE_BOOK)
    if found and found[0] == len(words):
        words = (found[1],)
    certain = bool(words) and all(map(is_sure_name, words))
    if not certain or are_contradicted(words, sheet=sheet):
        return None
    text = " ".join(word.text for word in words).strip(" ,.;:-")
    named = text[:1].isupper() and not any(map(str.isdecimal, text))
    return Place(text=text, words=tuple(words)) if named else None


def latest_year_cited(lines: Iterable[Line]) -> int:
    """Return the last year among the legal grounds; nothing is issued before what it cites."""
    years = [
        int(year)
        for line in lines
        if min(word.confidence for word in line.words) >= SURE_WORD
        for year in _CITED.findall(line.text)
    ]
    return max(years, default=0)
