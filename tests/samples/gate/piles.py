"""Documents of several sheets: in order, or with sheets doubled, missing or of other sizes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np

from samples.documents import DECISION, DISPATCH, LIST_OF_FILES, MINUTES, PLAN, PROPOSAL, REPORT
from samples.documents.counter_papers import application, declaration, life_record
from samples.documents.people import PEOPLE
from samples.documents.short_papers import (
    LAST_PAGES,
    RATES,
    SHORT,
    WIDE_LIST,
    payment_slip,
    receipt,
)
from samples.drawing import A4, A5, A6, Pixels
from samples.gate import belongings
from samples.gate.papers import FAMILIES, laid_out
from samples.gate.plan import Fault, GatePlan, Leaf, NumberedMaking, Packing
from samples.gate.scanner import Look, ordinary, scan

DPI: Final = 200
PILES: Final = (
    (DISPATCH, LAST_PAGES[1]),
    (DECISION, RATES, LAST_PAGES[0]),
    (PLAN, PROPOSAL),
    (MINUTES, LIST_OF_FILES, LAST_PAGES[2]),
    (REPORT, LAST_PAGES[1]),
    (PROPOSAL, DECISION, PLAN, LAST_PAGES[0]),
)
"""What goes together in one file, two to four sheets."""

ONE_FILE: Final = (Packing.PDF, Packing.TIFF)
ANY: Final = (Packing.PDF, Packing.SEPARATE, Packing.TIFF)


def plans() -> Iterator[GatePlan]:
    """Return good piles first, then the bad ones."""
    for number in range(8):
        pile = PILES[number % len(PILES)]
        declared = len(pile) if number % 2 == 0 else None
        yield _plan("good-pile", None, in_order, number, packings=ANY, declared=declared)
    for number in range(5):
        yield _plan("good-lying", None, upright_and_lying, number, packings=ONE_FILE)
    for number in range(4):
        yield _plan(
            "good-sameform", None, same_form_of_two_people, number, packings=ANY, declared=2
        )
    for number in range(3):
        yield _plan("good-feeder", None, cut_by_the_feeder, number, packings=ONE_FILE)
    for number in range(14):
        yield _plan("duplicate", Fault.DUPLICATE_PAGE, scanned_twice, number, packings=ONE_FILE)
    for number in range(14):
        yield _plan("mixed", Fault.MIXED_SIZES, of_two_sizes, number, packings=ONE_FILE)
    for number in range(14):
        sheets = len(PILES[number % len(PILES)])
        wrong = (sheets + 1, sheets - 1, sheets + 3, sheets + 2)[number % 4]
        yield _plan("missing", Fault.SHEETS_MISSING, in_order, number, packings=ANY, declared=wrong)


def _plan(
    name: str,
    fault: Fault | None,
    make: NumberedMaking,
    number: int,
    *,
    packings: Sequence[Packing],
    declared: int | None = None,
) -> GatePlan:
    return GatePlan(
        name=f"{name}-{number:02d}",
        fault=fault,
        make=partial(make, number=number),
        packing=packings[number % len(packings)],
        declared_sheets=declared,
    )


def _leaf(sheet: Pixels, *, rng: np.random.Generator, look: Look | None = None) -> Leaf:
    look = look or ordinary(rng, dpi=DPI)
    return Leaf(pixels=scan(sheet, rng=rng, look=look), dpi=look.dpi)


def in_order(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    return [_leaf(sheet, rng=rng) for sheet in _sheets(number, rng=rng)]


def _sheets(number: int, *, rng: np.random.Generator) -> list[Pixels]:
    """Return the sheets of a pile, all set in the same family."""
    family = FAMILIES[number % len(FAMILIES)]
    pile = PILES[number % len(PILES)]
    return [laid_out(document, rng=rng, family=family).pixels for document in pile]


def upright_and_lying(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return an A4 letter with an A4 list lying down: one paper size."""
    first = (DECISION, PROPOSAL)[number % 2]
    lying = laid_out(WIDE_LIST, rng=rng, sheet=A4.on_its_side(), largest=12.5).pixels
    leaves = [_leaf(laid_out(first, rng=rng).pixels, rng=rng), _leaf(lying, rng=rng)]
    return leaves if number % 3 else leaves[::-1]


def same_form_of_two_people(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return one form filled in by two people: nearly the same, and not the same sheet."""
    form = (declaration, application, life_record, declaration)[number]
    return [
        _leaf(laid_out(form(person), rng=np.random.default_rng(number), largest=13).pixels, rng=rng)
        for person in (PEOPLE[number], PEOPLE[number + 1])
    ]


def cut_by_the_feeder(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return sheets the feeder cropped a few millimetres shorter or longer, as feeders do."""
    return [
        _leaf(
            sheet,
            rng=rng,
            look=replace(
                ordinary(rng, dpi=DPI),
                glass=(
                    A4.width + int(rng.integers(-24, 24)),
                    A4.height + int(rng.integers(-36, 36)),
                ),
            ),
        )
        for sheet in _sheets(number + 1, rng=rng)
    ]


def scanned_twice(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Feed one sheet again, at once or at the end, a little differently and with fresh noise."""
    sheets = _sheets(number, rng=rng)
    if number % 3 == 0:
        sheets = [belongings.stapled(sheet, rng=rng) for sheet in sheets]
    again = number % len(sheets)
    place = again + 1 if number % 2 else len(sheets)
    sheets.insert(place, sheets[again])
    settings = ordinary(rng, dpi=DPI)
    return [
        _leaf(
            sheet,
            rng=rng,
            look=replace(
                settings,
                degrees=rng.uniform(-0.9, 0.9),
                right_mm=rng.uniform(-2.5, 2.5),
                down_mm=rng.uniform(-2.5, 2.5),
                paper=settings.paper + rng.uniform(-4, 1),
            ),
        )
        for sheet in sheets
    ]


def of_two_sizes(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Put a slip of half or a quarter of a sheet, or a double sheet, among pages of A4."""
    person = PEOPLE[number % len(PEOPLE)]
    pages = _sheets(number, rng=rng)[:2]
    match number % 4:
        case 0:
            odd = laid_out(receipt(person), rng=rng, sheet=A5, largest=10.5).pixels
        case 1:
            odd = laid_out(
                payment_slip(person), rng=rng, sheet=A5.on_its_side(), largest=11.5
            ).pixels
        case 2:
            odd = _quarter_sheet(rng)
        case _:
            odd = _double_sheet(rng)
    pages.insert(int(rng.integers(len(pages) + 1)), odd)
    return [_leaf(page, rng=rng) for page in pages]


def _quarter_sheet(rng: np.random.Generator) -> Pixels:
    """Return a short promise on A6."""
    return laid_out(SHORT[2], rng=rng, sheet=A6, largest=8.5).pixels


def _double_sheet(rng: np.random.Generator) -> Pixels:
    """Return two pages side by side on A3."""
    return np.hstack([laid_out(document, rng=rng).pixels for document in (PLAN, DECISION)])
