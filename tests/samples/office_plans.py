"""What happens to which document of the office set, page by page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final

import numpy as np

from samples import damage, marks
from samples.camera import Desk, Orientation, Shot, photographed
from samples.documents import (
    BIRTH_RECORD,
    CERTIFICATE,
    DECISION,
    DISPATCH,
    INVOICE,
    LIST_OF_FILES,
    MINUTES,
    NOTICE,
    OFFICE_DOCUMENTS,
    PLAN,
    PROPOSAL,
    REPORT,
)
from samples.documents.blocks import Document
from samples.drawing import A4, DrawnPage, Pixels, draw
from samples.fonts import Family

TYPE_SIZES: Final = {
    REPORT.name: 11.7,
    NOTICE.name: 13,
    DISPATCH.name: 12.8,
    LIST_OF_FILES.name: 13,
    INVOICE.name: 13,
    MINUTES.name: 13,
}
USUAL_SIZE: Final = 13.5
FAMILIES: Final = (Family.LIBERATION, Family.TINOS, Family.FREE_SERIF)

CREAM: Final = (250, 236, 196)
ROSE: Final = (246, 214, 216)
GREEN: Final = (214, 236, 220)


class Condition(StrEnum):
    """What happened to a page; figures are given for each."""

    CLEAN = "clean"
    SCAN = "scan"
    DPI_200 = "dpi200"
    PHOTOCOPY = "photocopy"
    STAMP = "stamp"
    COLOUR = "colour"
    ROTATED = "rotated"
    TABLE = "table"
    BLANK = "blank"
    PHONE = "phone"


Finish = Callable[[DrawnPage, np.random.Generator], Pixels]


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePlan:
    """How one page is made; the seed follows from its number."""

    number: int
    label: str
    condition: Condition
    document: Document | None
    family: Family
    finish: Finish
    dpi: int | None = 300
    """Nothing for a photograph."""

    orientation: Orientation = Orientation.UPRIGHT

    @property
    def name(self) -> str:
        """Return the name of the page's files without ending."""
        return f"{self.number:02d}_{self.label}_{self.document.name if self.document else 'blank'}"


def plans() -> list[PagePlan]:
    """Return the plans of all pages in their order."""
    return [
        PagePlan(
            number=number,
            label=part.label or part.condition.value,
            condition=part.condition,
            document=part.document,
            family=FAMILIES[part.family],
            finish=part.finish,
            dpi=part.dpi,
            orientation=part.orientation,
        )
        for number, part in enumerate(_parts())
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    condition: Condition
    document: Document | None
    family: int
    finish: Finish
    label: str | None = None
    dpi: int | None = 300
    orientation: Orientation = Orientation.UPRIGHT


def _parts() -> Iterator[_Part]:
    """Tell the pages off; within a group the type family changes from page to page."""

    def group(
        condition: Condition, *, finishes: Sequence[tuple[Document, Finish]], dpi: int = 300
    ) -> Iterator[_Part]:
        for number, (document, finish) in enumerate(finishes):
            yield _Part(
                condition=condition,
                document=document,
                family=number % len(FAMILIES),
                finish=finish,
                dpi=dpi,
            )

    yield from group(
        Condition.CLEAN, finishes=[(document, _clean) for document in OFFICE_DOCUMENTS]
    )
    yield from group(
        Condition.SCAN,
        finishes=[
            (DISPATCH, _scan(0.5)),
            (REPORT, _scan(-1.0)),
            (PLAN, _scan(1.5)),
            (PROPOSAL, _scan(-2.0)),
            (MINUTES, _scan(0.8)),
        ],
    )
    yield from group(
        Condition.DPI_200,
        finishes=[
            (DISPATCH, _scan_200(0.3)),
            (NOTICE, _scan_200(-0.6)),
            (PROPOSAL, _scan_200(0.9)),
        ],
        dpi=200,
    )
    yield from group(
        Condition.PHOTOCOPY,
        finishes=[(document, _photocopy) for document in (DECISION, REPORT, PLAN)],
    )
    yield from group(
        Condition.STAMP,
        finishes=[(document, _stamp) for document in (DISPATCH, DECISION, NOTICE)],
    )
    yield from group(
        Condition.COLOUR,
        finishes=[
            (BIRTH_RECORD, partial(_colour, tint=ROSE, guilloche=True)),
            (CERTIFICATE, partial(_colour, tint=GREEN, guilloche=True)),
            (MINUTES, partial(_colour, tint=CREAM, guilloche=False)),
        ],
    )
    for quarters, document in enumerate((PROPOSAL, PLAN, MINUTES), start=1):
        yield _Part(
            condition=Condition.ROTATED,
            label=f"rot{90 * quarters}",
            document=document,
            family=quarters - 1,
            finish=partial(_turned, quarters=quarters),
        )
    yield from group(
        Condition.TABLE, finishes=[(INVOICE, _scan(0.5)), (LIST_OF_FILES, _scan(-0.7))]
    )
    for finish in (_blank, _blank_with_show_through):
        yield _Part(condition=Condition.BLANK, document=None, family=0, finish=finish)
    for number, (document, finish) in enumerate(PHOTOGRAPHS):
        yield _Part(
            condition=Condition.PHONE,
            document=document,
            family=number % len(FAMILIES),
            finish=finish,
            dpi=None,
            orientation=Orientation.SIDEWAYS if number % 3 == 1 else Orientation.UPRIGHT,
        )


def _clean(drawn: DrawnPage, _rng: np.random.Generator) -> Pixels:
    return drawn.pixels


def _scanned(
    drawn: DrawnPage, rng: np.random.Generator, *, degrees: float, noise: float = 7
) -> Pixels:
    return damage.scanned(drawn.pixels, rng=rng, degrees=degrees, noise=noise)


def _scan(degrees: float) -> Finish:
    return partial(_scanned, degrees=degrees)


def _scanned_200(drawn: DrawnPage, rng: np.random.Generator, *, degrees: float) -> Pixels:
    return damage.reduced(_scanned(drawn, rng, degrees=degrees, noise=5), dpi=200)


def _scan_200(degrees: float) -> Finish:
    return partial(_scanned_200, degrees=degrees)


def _photocopy(drawn: DrawnPage, rng: np.random.Generator) -> Pixels:
    return damage.photocopied(drawn.pixels, rng=rng)


def _stamp(drawn: DrawnPage, rng: np.random.Generator) -> Pixels:
    scan = marks.in_colour(_scanned(drawn, rng, degrees=0.4, noise=5))
    return marks.sealed_and_signed(scan, rng=rng, at=drawn.signature_at)


def _colour(
    drawn: DrawnPage,
    rng: np.random.Generator,
    *,
    tint: tuple[int, int, int],
    guilloche: bool,
) -> Pixels:
    return damage.on_coloured_paper(drawn.pixels, rng=rng, tint=tint, guilloche=guilloche)


def _turned(drawn: DrawnPage, rng: np.random.Generator, *, quarters: int) -> Pixels:
    return damage.turned(_scanned(drawn, rng, degrees=0.3), quarters=quarters)


def _blank(_drawn: DrawnPage, rng: np.random.Generator) -> Pixels:
    return damage.empty_sheet(rng, height=A4.height, width=A4.width)


def _blank_with_show_through(_drawn: DrawnPage, rng: np.random.Generator) -> Pixels:
    back = draw(REPORT, family=Family.LIBERATION, points=TYPE_SIZES[REPORT.name])
    return damage.empty_sheet(rng, height=A4.height, width=A4.width, back=back.pixels)


def _photograph(drawn: DrawnPage, rng: np.random.Generator, *, shot: Shot) -> Pixels:
    return photographed(drawn.pixels, rng=rng, shot=shot)


def _photograph_with_seal(drawn: DrawnPage, rng: np.random.Generator, *, shot: Shot) -> Pixels:
    page = marks.in_colour(drawn.pixels)
    sealed = marks.sealed_and_signed(page, rng=rng, at=drawn.signature_at)
    return photographed(sealed, rng=rng, shot=shot)


PHOTOGRAPHS: Final[Sequence[tuple[Document, Finish]]] = (
    (DISPATCH, partial(_photograph, shot=Shot())),
    (
        PROPOSAL,
        partial(_photograph, shot=Shot(desk=Desk.LAMINATE, degrees=2.5, lean=0.07, shadow=0.4)),
    ),
    (
        DECISION,
        partial(_photograph_with_seal, shot=Shot(desk=Desk.GREEN_MAT, degrees=-1.5, warmth=0.14)),
    ),
    (
        BIRTH_RECORD,
        partial(_photograph, shot=Shot(desk=Desk.DARK, lean=0.03, dimming=0.4, defocus=1.6)),
    ),
    (
        INVOICE,
        partial(_photograph, shot=Shot(fill=0.78, degrees=-3, bend=12, noise=6, motion=4)),
    ),
    (
        PLAN,
        partial(_photograph, shot=Shot(desk=Desk.LAMINATE, fill=0.9, lean=0.09, warmth=0.03)),
    ),
)
"""Taken by hand at the counter, one after the other worse than the scanner beside it."""
