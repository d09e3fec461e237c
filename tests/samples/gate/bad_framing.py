"""Pages of the wrong scale, and pages whose text runs out of the picture."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

import cv2
import numpy as np

from samples.camera import photographed
from samples.documents import INVOICE, LIST_OF_FILES
from samples.documents.short_papers import RATES, WIDE_LIST
from samples.drawing import A4, Pixels
from samples.gate.good_pages import ordinary_shot, scanned_leaf, usual_dpi
from samples.gate.papers import FULL, PAPERS, laid_out, nth
from samples.gate.plan import Fault, GatePlan, Leaf
from samples.gate.scanner import MM, Look, laid_on_glass, ordinary, scan

LEAST_LOST_MM: Final = 9
"""How far at least the text stands over the edge: several letters of every line."""

LEAST_LOST: Final = 0.05
"""How much of the ink at least is not in the picture of a sheet thrown on the glass."""


def plans() -> Iterator[GatePlan]:
    """Return the cases in which sheet and picture do not fit one another."""
    for fault, count, make in (
        (Fault.WRONG_SCALE, 5, shrunk),
        (Fault.WRONG_SCALE, 5, tagged_too_fine),
        (Fault.WRONG_SCALE, 3, tagged_too_coarse),
        (Fault.WRONG_SCALE, 3, enlarged),
        (Fault.CUT_OFF, 5, shifted_sideways),
        (Fault.CUT_OFF, 4, shifted_up_or_down),
        (Fault.CUT_OFF, 3, askew),
        (Fault.CUT_OFF, 3, column_lost),
        (Fault.CUT_OFF, 2, framed_too_close),
    ):
        for number in range(count):
            yield GatePlan(
                name=f"{fault.value.lower()}-{make.__name__}-{number:02d}",
                fault=fault,
                make=partial(make, number=number),
            )


def shrunk(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return an A4 page copied at 50 to 71 % into the corner or the middle of A4."""
    drawn = nth(number + 1, among=FULL, rng=rng)
    factor = (0.71, 0.5, 0.65, 0.58, 0.62)[number % 5]
    small = cv2.resize(drawn.pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    sheet = np.full((A4.height, A4.width), 255, np.uint8)
    middle = number % 2
    top = middle * (A4.height - small.shape[0]) // 2
    left = middle * (A4.width - small.shape[1]) // 2
    sheet[top : top + small.shape[0], left : left + small.shape[1]] = small
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, dpi=300))


def tagged_too_fine(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return an A4 page whose tag makes it a card with tiny type."""
    drawn = nth(number + 3, among=FULL, rng=rng)
    claimed = (600, 480, 1200, 540, 720)[number % 5]
    scanned = scan(drawn.pixels, rng=rng, look=ordinary(rng, dpi=300))
    return [Leaf(pixels=scanned, dpi=claimed)]


def tagged_too_coarse(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return an A4 page whose tag makes it a poster."""
    drawn = nth(number + 8, among=FULL, rng=rng)
    claimed = (96, 72, 100)[number % 3]
    scanned = scan(drawn.pixels, rng=rng, look=ordinary(rng, dpi=300))
    return [Leaf(pixels=scanned, dpi=claimed)]


def enlarged(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return an A4 page enlarged by a third: no paper is of that size."""
    drawn = nth(number + 5, among=FULL, rng=rng)
    factor = (1.3, 1.25, 1.33)[number % 3]
    scanned = scan(drawn.pixels, rng=rng, look=ordinary(rng, dpi=300))
    return [Leaf(pixels=scanned, dpi=round(300 / factor))]


def _ink_edges(page: Pixels) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of what is printed."""
    rows = np.flatnonzero((page < 128).any(axis=1))
    columns = np.flatnonzero((page < 128).any(axis=0))
    return columns[0], rows[0], columns[-1], rows[-1]


def shifted_sideways(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Lay the sheet so far to the left or right that every line loses letters."""
    drawn = nth(number, among=FULL, rng=rng)
    left, _, right, _ = _ink_edges(drawn.pixels)
    lost = rng.uniform(LEAST_LOST_MM, 35)
    shift = -left / MM - lost if number % 2 else (A4.width - right) / MM + lost
    look = replace(
        ordinary(rng, dpi=usual_dpi(number)), right_mm=shift, lid=20 if number % 3 == 0 else 250
    )
    return scanned_leaf(drawn.pixels, rng=rng, look=look)


def shifted_up_or_down(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Lay the sheet so that its head, or its signatures, are off the glass."""
    drawn = nth(number + 4, among=FULL, rng=rng)
    _, top, _, bottom = _ink_edges(drawn.pixels)
    ink = (drawn.pixels < 128).any(axis=1)
    lost = rng.uniform(0.08, 0.25) * (bottom - top)
    edge = top + lost if number % 2 else bottom - lost
    printed = np.flatnonzero(ink[int(edge) :])  # cut through a line, not between two
    edge = int(edge) + (int(printed[0]) if len(printed) else 0) + 18
    shift = -edge if number % 2 else A4.height - edge
    look = replace(ordinary(rng, dpi=usual_dpi(number)), degrees=0, down_mm=shift / MM)
    return scanned_leaf(drawn.pixels, rng=rng, look=look)


def askew(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Throw the sheet on the glass: turned by much, lines leave the picture at two sides."""
    drawn = nth(number + 2, among=FULL, rng=rng)
    look = replace(ordinary(rng, dpi=usual_dpi(number)), lid=30)
    lost = 0.0
    while lost < LEAST_LOST:
        look = replace(
            look,
            degrees=rng.uniform(8, 14) * (-1) ** number,
            right_mm=rng.uniform(-32, 32),
            down_mm=rng.uniform(-30, 30),
        )
        lost = _share_lost(drawn.pixels, look=look)
    return scanned_leaf(drawn.pixels, rng=rng, look=look)


def _share_lost(page: Pixels, *, look: Look) -> float:
    """Return how much of the ink lies outside the glass."""
    ink = np.where(page < 128, 255, 0).astype(np.uint8)
    seen = laid_on_glass(ink, look=replace(look, lid=0))
    return 1 - np.count_nonzero(seen > 127) / np.count_nonzero(ink)


def column_lost(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Scan a list on a glass too small for it: its last columns are not there."""
    if number == 0:
        drawn = laid_out(WIDE_LIST, rng=rng, sheet=A4.on_its_side(), largest=12.5)
        glass = A4.width, A4.height
    else:
        drawn = laid_out((INVOICE, RATES, LIST_OF_FILES)[number % 3], rng=rng)
        glass = round(A4.width * rng.uniform(0.66, 0.76)), A4.height
    look = replace(ordinary(rng, dpi=usual_dpi(number)), glass=glass, degrees=0.0)
    return scanned_leaf(drawn.pixels, rng=rng, look=look)


def framed_too_close(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Hold the telephone so near that the sides of the text are outside its picture."""
    drawn = nth(number + 7, among=PAPERS, rng=rng)
    shot = replace(ordinary_shot(rng), fill=rng.uniform(1.0, 1.05))
    photo = photographed(drawn.pixels, rng=rng, shot=shot)
    cut = round(photo.shape[1] * rng.uniform(0.22, 0.3))
    photo = photo[:, cut:] if number % 2 else photo[:, :-cut]
    return [Leaf(pixels=np.ascontiguousarray(photo), dpi=None)]
