"""The quality gate: a component is digitised only when its scan can be read.

Every code has one Vietnamese sentence, in `sentences.py`. A page that only had to be turned or
levelled has no problem: that was corrected and is reported as such.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final


class Problem(StrEnum):
    """What may be wrong with a page or a document."""

    BLANK = "BLANK"
    NOT_COLOUR = "NOT_COLOUR"
    WRONG_SCALE = "WRONG_SCALE"
    CUT_OFF = "CUT_OFF"
    BLURRED = "BLURRED"
    TOO_DARK = "TOO_DARK"
    LOW_CONTRAST = "LOW_CONTRAST"
    LOW_RESOLUTION = "LOW_RESOLUTION"
    NOT_A_DOCUMENT = "NOT_A_DOCUMENT"
    NOT_VIETNAMESE = "NOT_VIETNAMESE"
    TEXT_MISSING = "TEXT_MISSING"
    DUPLICATE_PAGE = "DUPLICATE_PAGE"
    MIXED_SIZES = "MIXED_SIZES"
    SHEETS_MISSING = "SHEETS_MISSING"


class Grade(StrEnum):
    """What is to be done with a digitised document."""

    GOOD = "good"
    REVIEW = "review"
    """A person must look at it."""

    REFUSED = "refused"
    """It must be scanned again."""


SCAN_AGAIN: Final = frozenset(
    {
        Problem.BLANK,
        Problem.NOT_COLOUR,
        Problem.CUT_OFF,
        Problem.BLURRED,
        Problem.TOO_DARK,
        Problem.LOW_CONTRAST,
        Problem.NOT_A_DOCUMENT,
    }
)
"""A new scan mends these; the others may have a reason that only a person can see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The grade of a document and its reasons."""

    grade: Grade
    problems: tuple[Problem, ...]
    """Of the document and of all its pages, each once, in the order of `Problem`."""

    page_problems: tuple[tuple[Problem, ...], ...]
    """Page by page."""


class Claim(StrEnum):
    """How the resolution that a file claims stands to the page."""

    ABSENT = "absent"
    """None, or what programs write that know nothing of paper; A4 was taken for granted."""

    TRUE = "true"
    FALSE = "false"
    """By it the page would be larger or smaller than any paper; A4 was taken for granted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMeasures:
    """What was measured on one page; lengths in millimetres, shares and tones from 0 to 1."""

    is_blank: bool
    is_colour: bool
    width_mm: float
    height_mm: float
    dpi: int
    claim: Claim
    """What the file says of its size."""

    words: tuple[str, ...]
    confidence: float
    syllable_score: float
    text_score: float
    broken_lines: int
    """How often the running text breaks off (`flow.broken_lines`)."""

    frayed_lines: float
    """The share of lines that look cut through (`flow.frayed_lines`)."""

    type_mm: float
    """The usual height of a word with its marks; 0 without words."""

    margin_mm: float
    """The least distance of a word from the border of the picture; infinite without words."""

    print_width: float
    """The share of the page's width that its words take up."""

    edge_mm: float
    """How wide the step from ink to paper is; 0 without words."""

    paper: float
    """How bright the paper is; 1 is white."""

    contrast: float
    """How much darker the ink of words is than the paper round them."""

    letters: int
    """Marks of the size of letters."""

    unread_letters: int
    """Those of them that no word covers."""

    cut_letters: int
    """Those of them that touch the border of the picture."""

    unread_ink: float
    """The share of all ink, a table's rules left out, that no word covers."""

    cover_edge_cm: float
    """The longest straight edge in the paper of a scanned page."""

    dark_cm2: float
    """Solid dark patches, larger than any letter, away from the border."""


LAWFUL_DPI: Final = 200
"""TT 01/2019/TT-BNV and NĐ 30/2020/NĐ-CP, Appendix I: 200 dpi at least."""
NEARLY: Final = 0.96
"""A scanner's 200 dpi, or a guess from the size of paper, may come out a little less."""

PAPER_MM: Final = (
    (210.0, 297.0),  # A4
    (148.0, 210.0),  # A5
    (297.0, 420.0),  # A3
    (105.0, 148.0),  # A6
    (176.0, 250.0),  # B5
    (250.0, 353.0),  # B4
    (215.9, 279.4),  # Letter
    (215.9, 355.6),  # Legal
    (210.0, 330.0),  # F4
    (54.0, 85.6),  # a card of identity
    (88.0, 125.0),  # an open passport's page
)
PAPER_TOLERANCE: Final = 0.045

SMALLEST_TYPE_MM: Final = 2.7
LARGEST_TYPE_MM: Final = 5.5
NARROWEST_PRINT: Final = 0.57
"""A page of body type fills 160 of 210 mm (NĐ 30/2020/NĐ-CP, Appendix I), a form 130; one made
smaller to fit leaves more of the sheet empty."""
MUCH_PRINT: Final = 120
"""A page with so many words is set in body type; a card of identity is not."""
FEWEST_WORDS: Final = 12
"""Below this there is too little print to compare or to tell its language by."""
FEW_WORDS: Final = 30

BROADEST_EDGE_MM: Final = 0.40
DARKEST_PAPER: Final = 0.45
LEAST_CONTRAST: Final = 0.30

FEWEST_CUT_LETTERS: Final = 2
LEAST_MARGIN_MM: Final = 4.0
"""An office printer leaves 1/6 inch, 4.2 mm, on every side."""
SHORTEST_SIDE_MM: Final = 130.0
"""A smaller paper is a card, a ticket or a slip cut from a sheet, and has no such margin."""
MOST_DARK_CM2: Final = 6.0
DARK_IN_A_PHOTO_CM2: Final = 25.0
"""Between the sheet and the border of a photograph there may be a dark table."""

MOST_UNREAD_INK: Final = 0.58
MUCH_UNREAD_INK: Final = 0.3
"""The ink of a card's portrait and of a pen is read by nobody; a full page has less of it."""

LONGEST_EDGE_CM: Final = 8.8
"""The edge of a card of identity lying on the glass is 8.56 cm (ISO/IEC 7810)."""

FRAYED_WEIGHT: Final = 12.0
EDGE_WEIGHT: Final = 0.12
MOST_TORN: Final = 1.9
"""Breaks in the text and, weighed with them, lines that look cut through and edges."""

MUCH_INK: Final = 400
MANY_UNREAD: Final = 75
MOST_UNREAD: Final = 100
UNREAD_SHARE: Final = 0.25

LEAST_VIETNAMESE: Final = 0.5
LEAST_SURE: Final = 0.75

SAME_WORDS: Final = 0.92
"""Two scans of one sheet shared 95 % and more, the same form for two people 89 % and less."""
SAME_SIZE: Final = 0.08


def verdict_of(
    pages: Sequence[PageMeasures | None], *, requires_colour: bool, declared_sheets: int | None
) -> Verdict:
    """Return the verdict on a document of these pages; one that was not scanned has no measures.

    A blank page among others is what duplex scanning gives; only a document without any
    writing is refused for it.
    """
    scanned = [page for page in pages if page is not None]
    all_blank = len(scanned) == len(pages) and all(page.is_blank for page in scanned)
    by_page = tuple(
        ()
        if page is None
        else tuple(_of_page(page, requires_colour=requires_colour, all_blank=all_blank))
        for page in pages
    )
    found = {problem for problems in by_page for problem in problems}
    found |= set(_of_document(scanned))
    if declared_sheets is not None and declared_sheets != len(pages):
        found.add(Problem.SHEETS_MISSING)
    return Verdict(
        grade=_grade(found),
        problems=tuple(problem for problem in Problem if problem in found),
        page_problems=by_page,
    )


def _grade(found: set[Problem]) -> Grade:
    if not found:
        return Grade.GOOD
    return Grade.REFUSED if found & SCAN_AGAIN else Grade.REVIEW


def _of_page(page: PageMeasures, *, requires_colour: bool, all_blank: bool) -> Iterator[Problem]:
    if requires_colour and not page.is_colour:
        yield Problem.NOT_COLOUR
    if page.is_blank:
        if all_blank:
            yield Problem.BLANK
        return
    found = [problem for problem, is_so in _TESTS.items() if is_so(page)]
    is_document = Problem.NOT_A_DOCUMENT not in found
    yield from (problem for problem in found if is_document or problem not in _OF_DOCUMENTS)


def _is_scaled(page: PageMeasures) -> bool:
    if page.claim is Claim.FALSE:
        return True
    if page.claim is Claim.TRUE and not _is_paper(page.width_mm, page.height_mm):
        return True
    if len(page.words) < MUCH_PRINT:
        return False
    is_set_so = SMALLEST_TYPE_MM <= page.type_mm <= LARGEST_TYPE_MM
    return not is_set_so or page.print_width < NARROWEST_PRINT


def _is_paper(width_mm: float, height_mm: float) -> bool:
    short, long = sorted((width_mm, height_mm))
    return any(
        abs(short - a) <= PAPER_TOLERANCE * a and abs(long - b) <= PAPER_TOLERANCE * b
        for a, b in PAPER_MM
    )


def _is_cut_off(page: PageMeasures) -> bool:
    """Tell whether letters are cut, or print stands where on a scanned sheet none can."""
    has_margin = page.claim is not Claim.ABSENT and len(page.words) >= FEWEST_WORDS
    is_sheet = min(page.width_mm, page.height_mm) >= SHORTEST_SIDE_MM
    has_lost_it = has_margin and is_sheet and page.margin_mm < LEAST_MARGIN_MM
    return page.cut_letters >= FEWEST_CUT_LETTERS or has_lost_it


def _is_blurred(page: PageMeasures) -> bool:
    return page.edge_mm > BROADEST_EDGE_MM


def _is_too_dark(page: PageMeasures) -> bool:
    return page.paper < DARKEST_PAPER


def _is_faint(page: PageMeasures) -> bool:
    return bool(page.words) and page.contrast < LEAST_CONTRAST


def _is_coarse(page: PageMeasures) -> bool:
    return page.dpi < LAWFUL_DPI * NEARLY


def _is_no_document(page: PageMeasures) -> bool:
    if len(page.words) >= FEW_WORDS:
        return False
    return page.confidence < LEAST_SURE or page.text_score < LEAST_VIETNAMESE


def _is_foreign(page: PageMeasures) -> bool:
    return len(page.words) >= FEWEST_WORDS and page.text_score < LEAST_VIETNAMESE


def _lacks_text(page: PageMeasures) -> bool:
    most_dark = DARK_IN_A_PHOTO_CM2 if page.claim is Claim.ABSENT else MOST_DARK_CM2
    return (
        page.dark_cm2 > most_dark
        or page.unread_ink > (MOST_UNREAD_INK if len(page.words) < MUCH_PRINT else MUCH_UNREAD_INK)
        or page.cover_edge_cm > LONGEST_EDGE_CM
        or _torn(page) >= MOST_TORN
        or _has_unread_print(page)
    )


def _torn(page: PageMeasures) -> float:
    """Weigh the signs of torn text; on a card, whose lines end anyhow, only breaks count."""
    frayed = page.frayed_lines if len(page.words) >= MUCH_PRINT else 0.0
    edge = page.cover_edge_cm if page.broken_lines else 0.0
    return page.broken_lines + FRAYED_WEIGHT * frayed + EDGE_WEIGHT * edge


def _has_unread_print(page: PageMeasures) -> bool:
    """Tell whether much was not read; on a card the guilloche and the portrait do not count."""
    if page.letters >= MUCH_INK:
        return page.unread_letters >= MANY_UNREAD
    return page.unread_letters >= max(MOST_UNREAD, UNREAD_SHARE * page.letters)


_TESTS: Final = {
    Problem.WRONG_SCALE: _is_scaled,
    Problem.CUT_OFF: _is_cut_off,
    Problem.BLURRED: _is_blurred,
    Problem.TOO_DARK: _is_too_dark,
    Problem.LOW_CONTRAST: _is_faint,
    Problem.LOW_RESOLUTION: _is_coarse,
    Problem.NOT_A_DOCUMENT: _is_no_document,
    Problem.NOT_VIETNAMESE: _is_foreign,
    Problem.TEXT_MISSING: _lacks_text,
}


_OF_DOCUMENTS: Final = frozenset({Problem.NOT_VIETNAMESE, Problem.TEXT_MISSING})
"""What only a page of writing can lack."""


def _of_document(pages: Sequence[PageMeasures]) -> Iterator[Problem]:
    written = [page for page in pages if not page.is_blank]
    if any(_are_the_same(one, other) for one, other in combinations(written, 2)):
        yield Problem.DUPLICATE_PAGE
    if any(_differ_in_size(one, other) for one, other in combinations(written, 2)):
        yield Problem.MIXED_SIZES


def _are_the_same(one: PageMeasures, other: PageMeasures) -> bool:
    """Tell whether two pages say the same, so far as two scans of one sheet are read the same."""
    if min(len(one.words), len(other.words)) < FEWEST_WORDS:
        return False
    shared = (Counter(one.words) & Counter(other.words)).total()
    return shared >= SAME_WORDS * max(len(one.words), len(other.words))


def _differ_in_size(one: PageMeasures, other: PageMeasures) -> bool:
    ours = sorted((one.width_mm, one.height_mm))
    theirs = sorted((other.width_mm, other.height_mm))
    return any(abs(a - b) > SAME_SIZE * max(a, b) for a, b in zip(ours, theirs, strict=True))
