"""Which page of which document is being shown, and where the others lie."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from motcua.digitisation.pipeline.values import FinishedPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One page of one document; a document that was refused has one page that says so."""

    title: str
    """The name of the input."""

    name: str
    """The results are `NAME.pdf` and so on."""

    number: int
    """Of the document, from 1."""

    documents: int
    """How many there are."""

    report: dict[str, Any]
    page: FinishedPage | None
    pages: int
    """How many the document has."""

    has_picture: bool

    def page_address(self, number: int) -> str | None:
        """Return where another page of the document lies; nothing when there is none."""
        return page_file(number) if 1 <= number <= self.pages else None

    def document_address(self, number: int) -> str | None:
        """Return where another document lies; nothing when there is none."""
        if not 1 <= number <= self.documents:
            return None
        return f"../{folder_of(number)}/{page_file(1)}"


def folder_of(number: int) -> str:
    """Return the folder of a document: its number, for names may be as hostile as texts."""
    return f"{number:04d}"


def page_file(number: int) -> str:
    """Return the name of the file that shows a page."""
    return f"{number}.html"


def shown_numbers(number: int, *, of: int, around: int = 3) -> Iterator[int | None]:
    """Give the page numbers to choose from, the first, the last and those near; None for a gap."""
    near = range(max(1, number - around), min(of, number + around) + 1)
    if near.start > 1:
        yield 1
    if near.start > 2:
        yield None
    yield from near
    if near.stop < of:
        yield None
    if near.stop <= of:
        yield of
