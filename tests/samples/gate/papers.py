"""Which papers the cases are made of, and how they are set."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from samples.documents import OFFICE_DOCUMENTS, REPORT
from samples.documents.blocks import Document, Letterhead
from samples.documents.counter_papers import application, declaration, lease, life_record, mandate
from samples.documents.people import PEOPLE
from samples.documents.short_papers import APPOINTMENT, INVITATION
from samples.drawing import A4, DoesNotFit, DrawnPage, Sheet, draw
from samples.fonts import Family, Style, font

FAMILIES: Final = (
    Family.LIBERATION,
    Family.TINOS,
    Family.FREE_SERIF,
    Family.TINOS,
    Family.LIBERATION,
    Family.ARIMO,
    Family.FREE_SERIF,
    Family.LIBERATION_SANS,
)
"""Offices set nearly everything in Times."""

FORMS: Final[Sequence[Document]] = (
    declaration(PEOPLE[0]),
    mandate(PEOPLE[1], to=PEOPLE[2]),
    life_record(PEOPLE[3]),
    declaration(PEOPLE[4]),
    mandate(PEOPLE[5], to=PEOPLE[0]),
)

PAPERS: Final[Sequence[Document]] = (
    *OFFICE_DOCUMENTS,
    APPOINTMENT,
    application(PEOPLE[2]),
    lease(PEOPLE[1], to=PEOPLE[4]),
    declaration(PEOPLE[3]),
    INVITATION,
    mandate(PEOPLE[0], to=PEOPLE[5]),
    application(PEOPLE[5]),
)
"""One page each and quite in order."""

FULL: Final[Sequence[Document]] = (
    *(document for document in OFFICE_DOCUMENTS if document is not REPORT),
    APPOINTMENT,
    lease(PEOPLE[1], to=PEOPLE[4]),
    REPORT,
)
"""Those with text from the top of the page to well below its middle."""


def laid_out(
    document: Document,
    *,
    rng: np.random.Generator,
    sheet: Sheet = A4,
    largest: float = 13.5,
    family: Family | None = None,
) -> DrawnPage:
    """Return the document in a type of the office, as large as it fits."""
    family = family or FAMILIES[int(rng.integers(len(FAMILIES)))]
    points = rng.uniform(largest - 1.2, largest)
    while True:
        try:
            if not _heads_touch(document, family=family, points=points, sheet=sheet):
                return draw(document, family=family, points=points, sheet=sheet)
        except DoesNotFit:
            pass
        points -= 0.4


def nth(number: int, *, among: Sequence[Document], rng: np.random.Generator) -> DrawnPage:
    """Return a page of the pool, another for each number."""
    return laid_out(among[number % len(among)], rng=rng)


def _heads_touch(document: Document, *, family: Family, points: float, sheet: Sheet) -> bool:
    """Tell whether issuer and motto would run into each other."""
    bold = font(family, style=Style.BOLD, points=points)
    room = sheet.width - sheet.left - sheet.right - sheet.left_column - sheet.right_column
    return any(
        bold.getlength(left) / 2 + bold.getlength(right) / 2 > room - bold.size / 2
        or bold.getlength(right) / 2 > sheet.right_column
        for block in document.blocks
        if isinstance(block, Letterhead)
        for left, right in zip(block.left[:2], block.right[:2], strict=False)
    )
