"""Third stage: words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from motcua.digitisation.pipeline.stages.ink import evened
from motcua.digitisation.pipeline.stages.lines import line_regions, uncovered_ink
from motcua.digitisation.pipeline.stages.prepare import finer, upside_down
from motcua.digitisation.pipeline.stages.rulings import Rulings, without_rulings
from motcua.digitisation.pipeline.values import PreparedPage, RecognisedPage
from motcua.digitisation.ports import LineReader, PageReader, Pixels
from motcua.digitisation.rules.reading_order import Cell, in_reading_order
from motcua.digitisation.rules.second_reading import agreed, is_weak
from motcua.digitisation.rules.syllables import syllable_score
from motcua.digitisation.rules.terms_mending import settled
from motcua.digitisation.rules.text import Box, Line, PageText, Word
from motcua.digitisation.rules.wording import cleaned

SURE_PAGE: Final = 0.70
LEAST_SYLLABLES: Final = 0.5
"""A page read less surely, or with fewer words that can be words, is tried upside down as well."""

CREDIBLE_LINE: Final = 0.60
"""A line that the page reader passed over counts only when it is read at least this surely."""

# A page of little print is read a second time on a finer copy when it is small or mostly unread.
MUCH_PRINT: Final = 200
FEW_WORDS: Final = 5
SMALL_PRINT_INCHES: Final = 0.1
MANY_LINES: Final = 8

CELL_MARGIN_PX: Final = 4
ROOM_PX: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """Who reads: one for pages, perhaps a second one for the lines the first is unsure of."""

    pages: PageReader
    lines: LineReader
    second: LineReader | None = None


def recognise(page: PreparedPage, *, readers: Readers) -> RecognisedPage:
    """Read one page; the same page and readers always give the same result."""
    if page.is_blank:
        return RecognisedPage(page=page, text=PageText())
    read = _read(page, readers=readers)
    if _may_be_upside_down(read.text):
        turned = _read(upside_down(page), readers=readers)
        read = max(read, turned, key=lambda reading: reading.text.confidence)
    if _is_hard_to_read(read) and (page_again := finer(read.page)) is not None:
        again = _read(page_again, readers=readers)
        read = max(read, again, key=lambda reading: _sure_letters(reading.text))
    if readers.second is not None:
        read = replace(read, text=_read_again(read.text, page=read.page, reader=readers.second))
    factor = read.page.dpi / read.page.working_dpi
    return replace(
        read,
        text=_scaled(settled(read.text), factor),
        cells=tuple(box.scaled(factor) for box in read.cells),
    )


def _read(page: PreparedPage, *, readers: Readers) -> RecognisedPage:
    """Read the running text, the table cells and what the page reader passed over.

    Places are those of the working copy.
    """
    rulings = without_rulings(page.working, dpi=page.working_dpi)
    body = _without_cells(rulings)
    first = readers.pages.read_page(body, dpi=page.working_dpi)
    cells = _cells(rulings, dpi=page.working_dpi, reader=readers.pages)
    missed = _passed_over(
        body if rulings.was_ruled else evened(body),
        words=first.words,
        dpi=page.working_dpi,
        reader=readers.lines,
    )
    text = cleaned(in_reading_order([*first.lines, *missed], cells=cells))
    return RecognisedPage(page=page, text=text, cells=rulings.cells)


def _may_be_upside_down(text: PageText) -> bool:
    return text.confidence < SURE_PAGE or syllable_score(text.text) < LEAST_SYLLABLES


def _is_hard_to_read(read: RecognisedPage) -> bool:
    """Tell whether the print is too small for the working copy: it shows, or much was not read."""
    words, page = read.text.words, read.page
    if len(words) >= MUCH_PRINT:
        return False
    if len(words) >= FEW_WORDS:
        heights = sorted(word.box.height for word in words)
        if heights[len(heights) // 2] < SMALL_PRINT_INCHES * page.working_dpi:
            return True
    covered = (word.box for word in words)
    ink = uncovered_ink(evened(page.working), covered=covered, dpi=page.working_dpi)
    return len(line_regions(ink, dpi=page.working_dpi)) >= MANY_LINES


def _sure_letters(text: PageText) -> int:
    return sum(len(word.text) for word in text.words if word.confidence >= CREDIBLE_LINE)


def _without_cells(rulings: Rulings) -> Pixels:
    if not rulings.cells:
        return rulings.erased
    body = rulings.erased.copy()
    for cell in rulings.cells:
        wide = _grown(cell, CELL_MARGIN_PX, page=body)
        body[wide.top : wide.bottom, wide.left : wide.right] = 255
    return body


def _cells(rulings: Rulings, *, dpi: int, reader: PageReader) -> tuple[Cell, ...]:
    texts = reader.read_blocks(rulings.erased, regions=rulings.cells, dpi=dpi)
    return tuple(
        Cell(box=box, lines=tuple(_of_its_own(text, box=box, cells=rulings.cells)))
        for box, text in zip(rulings.cells, texts, strict=True)
    )


def _of_its_own(text: PageText, *, box: Box, cells: Sequence[Box]) -> Iterator[Line]:
    """Leave out what stands in a cell inside this one and is read there."""
    inner = [cell for cell in cells if cell != box and box.holds(cell)] if text.lines else []
    for line in text.lines:
        words = [word for word in line.words if not any(cell.holds(word.box) for cell in inner)]
        if words:
            yield Line(words=tuple(words))


def _passed_over(
    page: Pixels, *, words: Sequence[Word], dpi: int, reader: LineReader
) -> tuple[Line, ...]:
    """Read what looks like print and was not covered by any word."""
    ink = uncovered_ink(page, covered=(word.box for word in words), dpi=dpi)
    regions = line_regions(ink, dpi=dpi)
    read = reader.read_lines(page, regions=regions, dpi=dpi)
    return tuple(
        line
        for line in read
        if line is not None and PageText(lines=(line,)).confidence >= CREDIBLE_LINE
    )


def _read_again(text: PageText, *, page: PreparedPage, reader: LineReader) -> PageText:
    """Let another reader look at the weak lines, on the page before anything was erased."""
    weak = [number for number, line in enumerate(text.lines) if is_weak(line)]
    regions = [_grown(text.lines[number].box, ROOM_PX, page=page.working) for number in weak]
    read = reader.read_lines(page.working, regions=regions, dpi=page.working_dpi)
    lines = list(text.lines)
    for number, second in zip(weak, read, strict=True):
        if second is not None:
            lines[number] = agreed(lines[number], second)
    return cleaned(PageText(lines=tuple(lines)))


def _grown(box: Box, by: int, *, page: Pixels) -> Box:
    height, width = page.shape
    return box.grown(by).within(width=width, height=height)


def _scaled(text: PageText, factor: float) -> PageText:
    if factor == 1:
        return text
    return PageText(
        lines=tuple(
            Line(
                words=tuple(
                    Word(text=word.text, box=word.box.scaled(factor), confidence=word.confidence)
                    for word in line.words
                )
            )
            for line in text.lines
        )
    )
