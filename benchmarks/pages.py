"""The pages on which both are measured, and the piles they are put into."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image
from rich.console import Console

from samples import damage, drawing, office_set, shelf
from samples.documents import OFFICE_DOCUMENTS, blocks, counter_papers, papers, people
from samples.documents.blocks import Document, Field, Table
from samples.documents.counter_papers import declaration, life_record, mandate
from samples.documents.papers import BIRTH_RECORD
from samples.documents.people import PEOPLE
from samples.drawing import DrawnPage, Pixels
from samples.office_plans import FAMILIES, Condition, PagePlan
from samples.office_set import SamplePage, multi_page_pdf, office_pages

FORMS: Final = (
    BIRTH_RECORD,
    declaration(PEOPLE[0]),
    life_record(PEOPLE[1]),
    mandate(PEOPLE[2], to=PEOPLE[3]),
)
"""Filled in by machine; the office set has one form only, so these are read as well."""

FIRST_FORM: Final = 100
"""The number of the first of their pages, well after those of the office set."""


class Kind(StrEnum):
    """What sort of paper a page is."""

    TEXT = "running text"
    FORM = "form"
    TABLE = "table"
    BLANK = "blank page"


class PageSet(StrEnum):
    """Which pages are measured."""

    OFFICE = "office"
    """The scans of the office set, timed; and the forms at 300 and 200 dpi, read once."""

    SCANS = "scans"
    PHOTOS = "photos"
    FORMS = "forms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """One PDF that both are given."""

    pdf: Path
    pages: Sequence[SamplePage]


def pages_of(wanted: PageSet, *, root: Path, console: Console | None = None) -> list[SamplePage]:
    """Return the pages that are timed; made on the first call."""
    if wanted is PageSet.FORMS:
        return form_pages(root / "forms", console=console)
    photos = wanted is PageSet.PHOTOS
    pages = office_pages(root / "office", console=console)
    return [page for page in pages if (page.condition is Condition.PHONE) is photos]


def form_pages(root: Path, *, console: Console | None = None) -> list[SamplePage]:
    """Return the forms as an office scanner gives them at 300 dpi, then at 200."""
    plans = form_plans()
    sources = [
        Path(str(module.__file__))
        for module in (blocks, counter_papers, damage, drawing, office_set, papers, people)
    ]
    entries = shelf.kept(
        root,
        edition=shelf.edition(Path(__file__), *sources),
        plans=plans,
        make=office_set.make_page,
        console=console,
    )
    return [_made(plan, entry=entry, root=root) for plan, entry in zip(plans, entries, strict=True)]


def form_plans() -> list[PagePlan]:
    """Return each form twice: at 300 dpi and, with the same skew, at 200."""
    return [
        PagePlan(
            number=FIRST_FORM + len(FORMS) * turn + number,
            label=f"form{dpi}",
            condition=Condition.SCAN if dpi == 300 else Condition.DPI_200,
            document=document,
            family=FAMILIES[number % len(FAMILIES)],
            finish=partial(_scanned, degrees=0.6 - 0.4 * number, dpi=dpi),
            dpi=dpi,
        )
        for turn, dpi in enumerate((300, 200))
        for number, document in enumerate(FORMS)
    ]


def _scanned(drawn: DrawnPage, rng: np.random.Generator, *, degrees: float, dpi: int) -> Pixels:
    return damage.reduced(damage.scanned(drawn.pixels, rng=rng, degrees=degrees), dpi=dpi)


def _made(plan: PagePlan, *, entry: shelf.Entry, root: Path) -> SamplePage:
    image, pdf, _ = (root / name for name in entry["files"])
    return SamplePage(
        name=plan.name,
        condition=plan.condition,
        image=image,
        pdf=pdf,
        dpi=plan.dpi,
        segments=office_set.picture(plan)[1],
    )


def kind_of(page: SamplePage) -> Kind:
    """Return what sort of paper it is; a form with a table in it is a table."""
    if not page.segments:
        return Kind.BLANK
    document = _DOCUMENTS[page.name.split("_", 2)[2]]
    parts = {type(block) for block in document.blocks}
    if Table in parts:
        return Kind.TABLE
    return Kind.FORM if Field in parts else Kind.TEXT


_DOCUMENTS: Final[dict[str, Document]] = {
    document.name: document for document in (*OFFICE_DOCUMENTS, *FORMS)
}


def is_colour(page: SamplePage) -> bool:
    """Tell whether the scanner made three channels of it, not one."""
    with Image.open(page.image) as image:
        return image.mode != "L"


def piles(pages: Sequence[SamplePage], *, count: int, name: str, folder: Path) -> list[Pile]:
    """Deal the pages into so many PDFs, one by one, so that each pile is as mixed as the whole."""
    folder.mkdir(parents=True, exist_ok=True)
    dealt = [
        Pile(pdf=folder / f"{name}-{n}.pdf", pages=pages[n::count])
        for n in range(min(count, len(pages)))
    ]
    for pile in dealt:
        multi_page_pdf(pile.pages, target=pile.pdf)
    return dealt
