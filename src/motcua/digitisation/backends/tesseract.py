"""Tesseract as a library, its model loaded once (tesserocr; Tesseract 5, LSTM only)."""

import os
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from motcua.digitisation.ports import Pixels
from motcua.digitisation.rules.text import Box, Line, PageText, Word

# One thread for each recogniser: the pages are shared out among processes, and Tesseract's own
# threads cost more than they bring. OpenMP reads this when its library is loaded.
os.environ["OMP_THREAD_LIMIT"] = "1"

import tesserocr

LINE_LEVEL = "4"
WORD_LEVEL = "5"
COLUMNS = 12

INK = 150
FEWEST_INK_PX = 12
PAPER_PX = 4


class TesseractReader:
    """Reads pages by Tesseract's own layout, and lines that were found otherwise."""

    def __init__(self, *, models: Path, model: str) -> None:
        tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
        self._api = tesserocr.PyTessBaseAPI(
            path=str(models), lang=model, psm=tesserocr.PSM.AUTO, oem=tesserocr.OEM.LSTM_ONLY
        )

    def read_page(self, image: Pixels, *, dpi: int) -> PageText:
        """Return the words of a grey page, lines in the order of Tesseract's layout."""
        self._show(image, dpi=dpi, mode=tesserocr.PSM.AUTO)
        lines = tuple(self._lines())
        self._api.Clear()
        return PageText(lines=lines)

    def read_lines(
        self, image: Pixels, *, regions: Sequence[Box], dpi: int
    ) -> tuple[Line | None, ...]:
        """Return what each region says when it is taken for one line."""
        if not regions:
            return ()
        self._show(image, dpi=dpi, mode=tesserocr.PSM.SINGLE_LINE)
        read = tuple(self._line(image, region) for region in regions)
        self._api.Clear()
        return read

    def read_blocks(
        self, image: Pixels, *, regions: Sequence[Box], dpi: int
    ) -> tuple[PageText, ...]:
        """Return what each region says when it is taken for one block; bare paper says nothing."""
        if not regions:
            return ()
        self._show(image, dpi=dpi, mode=tesserocr.PSM.SINGLE_BLOCK)
        read = tuple(self._block(image, region) for region in regions)
        self._api.Clear()
        return read

    def _block(self, image: Pixels, region: Box) -> PageText:
        inked = _trimmed(image, region)
        if inked is None:
            return PageText()
        self._api.SetRectangle(inked.left, inked.top, inked.width, inked.height)
        return PageText(lines=tuple(self._lines()))

    def _show(self, image: Pixels, *, dpi: int, mode: int) -> None:
        height, width = image.shape
        self._api.SetPageSegMode(mode)
        self._api.SetImageBytes(np.ascontiguousarray(image).tobytes(), width, height, 1, width)
        self._api.SetSourceResolution(dpi)

    def _line(self, image: Pixels, region: Box) -> Line | None:
        here = _on_page(image, region)
        if _trimmed(image, here) is None:
            return None  # Tesseract sees words on bare paper, and crashes beside the page
        self._api.SetRectangle(here.left, here.top, here.width, here.height)
        words = tuple(word for line in self._lines() for word in line.words)
        return Line(words=words) if words else None

    def _lines(self) -> Iterator[Line]:
        self._api.Recognize()
        words: list[Word] = []
        for row in self._api.GetTSVText(0).split("\n"):
            cells = row.split("\t")
            if len(cells) < COLUMNS:
                continue
            if cells[0] == LINE_LEVEL and words:
                yield Line(words=tuple(words))
                words = []
            elif cells[0] == WORD_LEVEL and cells[11].strip():
                words.append(_word(cells))
        if words:
            yield Line(words=tuple(words))


def _trimmed(image: Pixels, region: Box) -> Box | None:
    """Return the inked part of a region with a little paper round it, nothing for bare paper."""
    here = _on_page(image, region)
    dark = image[here.top : here.bottom, here.left : here.right] < INK
    if int(dark.sum()) < FEWEST_INK_PX:
        return None
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    inked = Box(
        left=int(columns[0]), top=int(rows[0]), right=int(columns[-1]) + 1, bottom=int(rows[-1]) + 1
    )
    return _on_page(image, inked.moved(here.left, here.top).grown(PAPER_PX))


def _on_page(image: Pixels, box: Box) -> Box:
    height, width = image.shape
    return box.within(width=width, height=height)


def _word(cells: Sequence[str]) -> Word:
    left, top, width, height = (int(cell) for cell in cells[6:10])
    return Word(
        text=unicodedata.normalize("NFC", cells[11].strip()),
        box=Box(left=left, top=top, right=left + width, bottom=top + height),
        confidence=max(0.0, float(cells[10])) / 100,
    )
