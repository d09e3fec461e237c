"""What digitisation needs from the outside."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from motcua.digitisation.rules.text import Box, Line, PageText

Pixels = NDArray[np.uint8]
"""A page image: height × width (grey, 0 is black) or height × width × 3 (red, green, blue)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningLimits:
    """How much a file from outside may ask for before it is refused.

    Two hundred colour sheets of 300 dpi make a file of half a gigabyte; what goes beyond that, or
    asks for more work than any honest scan, is refused.
    """

    file_bytes: int = 512 << 20
    pages: int = 2000
    page_pixels: int = 120_000_000
    memory_bytes: int = 3 << 30
    cpu_seconds_per_page: int = 30
    wall_seconds_per_page: int = 60


class Handling(StrEnum):
    """What is done with a file once it is open."""

    DIGITISE = "digitise"
    """Its pages are images, or their text layer is unusable: a new PDF is made."""

    KEEP_BORN_DIGITAL = "born_digital"
    """It was never paper and its text is good: the file itself is the output."""

    KEEP_SIGNED = "signed"
    """It bears a signature: the file itself is the output, whatever its text is like."""


KEPT_DPI: Final = 200
"""Of the pixels in which places on a kept page are given; nothing is drawn of it."""

NOWHERE: Final = Box(left=0, top=0, right=0, bottom=0)
"""The place of a word of which none is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """A page whose own text is good, as it is shown."""

    width_px: int
    height_px: int
    text: PageText
    """In reading order. Where the places cannot be relied on, on this page or on one before it,
    the words are in the file's own order and stand `NOWHERE`: who looks for what stands first
    must not find it on a later page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What is known of a file before its pages are drawn."""

    handling: Handling
    page_count: int
    kept_pages: tuple[KeptPage, ...] = ()
    """Of a file that is kept: all its pages; none where a page must be read from its picture."""

    sha256: str = ""
    """Of the bytes that were looked at, so that a file that is kept is known to be the same."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SheetImage:
    """One side of a sheet as the scanner, the camera or the PDF gave it."""

    number: int
    """From 1, in the order of the file."""

    pixels: Pixels

    dpi: float | None
    """The resolution the file claims; nothing when it claims none."""

    encoded: bytes | None = None
    """The scanner's own JPEG when `pixels` is its exact decoding, so that it can be kept."""


class SpooledSheet(Protocol):
    """A drawn page that waits in the spool folder; it may be passed to another process."""

    @property
    def number(self) -> int:
        """From 1, in the order of the file."""
        ...

    def load(self) -> SheetImage:
        """Read the page; it stays in the spool until it is discarded."""
        ...

    def discard(self) -> None:
        """Remove the page; one already removed is no error."""
        ...


class OpenFile(Protocol):
    """A file from outside, being read in a process of its own."""

    opened: Opened

    def sheets(self) -> Iterator[SpooledSheet]:
        """Draw the pages one after another, once, at most one ahead of the one asked for.

        A sheet belongs to whoever got it and outlives `close`. Refuses with `UnreadableFile` where
        a page cannot be drawn, and with `NoRoom` where the spool folder is full.
        """
        ...

    def close(self) -> None:
        """End the process that reads the file."""
        ...


class FileOpener(Protocol):
    """Opens files from outside without trusting them."""

    def open(self, path: Path, *, limits: OpeningLimits, spool: Path) -> OpenFile:
        """Look into the file; refuses with `UnreadableFile` what is broken, hostile or unknown.

        The pages will be spooled into the folder `spool`, which is the caller's.
        """
        ...


class PageReader(Protocol):
    """Finds and reads the words of a whole page, and leaves the image alone."""

    def read_page(self, image: Pixels, *, dpi: int) -> PageText:
        """Return the words of a grey page, lines in the reader's own order."""
        ...

    def read_blocks(
        self, image: Pixels, *, regions: Sequence[Box], dpi: int
    ) -> tuple[PageText, ...]:
        """Return what each region says when it is one block of lines, in page coordinates.

        Of a region that reaches beyond the page, what lies on it.
        """
        ...


class LineReader(Protocol):
    """Reads single lines of print that somebody else has found, and leaves the image alone."""

    def read_lines(
        self, image: Pixels, *, regions: Sequence[Box], dpi: int
    ) -> tuple[Line | None, ...]:
        """Return what each region of a grey page says, in page coordinates; nothing for no word.

        Of a region that reaches beyond the page, what lies on it.
        """
        ...


class BitonalCoder(Protocol):
    """Codes black and white losslessly."""

    def encode(self, black: NDArray[np.bool_]) -> bytes:
        """Return the CCITT Group 4 code of the picture, ink as its black runs (ITU-T T.6)."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One coded picture that fills the page."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLayers:
    """How a page looks: a background, the ink over it, either or both; neither is a blank page."""

    background: Layer | None = None
    """A JPEG, grey or colour."""

    background_is_colour: bool = False

    ink: Layer | None = None
    """A CCITT Group 4 picture; over a background its black is painted and its white is clear."""

    ink_colour: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadablePage:
    """A page ready for the PDF: how it looks and what stands on it."""

    width_mm: float
    height_mm: float
    layers: PageLayers
    text: PageText
    pixels_per_mm: float
    """Of the boxes of `text`."""


class ArchivalWriter(Protocol):
    """Writes searchable PDF/A-2b."""

    def add_page(self, page: ReadablePage) -> None:
        """Append one page."""
        ...

    def write(self, target: Path, *, title: str, made_at: datetime) -> None:
        """Write the file; refuses with `NotArchival` rather than leave one that fails the check."""
        ...
