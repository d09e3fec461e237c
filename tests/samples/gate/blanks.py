"""Sheets with nothing on them, in all the ways a sheet can look without being empty."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np

from samples import damage, marks
from samples.documents import REPORT
from samples.drawing import A4, A5, Pixels
from samples.gate import belongings
from samples.gate.good_pages import TINTS, scanned_leaf, usual_dpi
from samples.gate.papers import FULL, laid_out, nth
from samples.gate.plan import Fault, GatePlan, Leaf
from samples.gate.scanner import Mode, ordinary, sampled


def plans() -> Iterator[GatePlan]:
    """Return the blank sheets."""
    for count, make in (
        (3, bare),
        (4, show_through),
        (2, dusty),
        (2, punched),
        (3, coloured),
        (3, shadowed),
        (2, seal_from_behind),
    ):
        for number in range(count):
            yield GatePlan(
                name=f"blank-{make.__name__}-{number:02d}",
                fault=Fault.BLANK,
                make=partial(make, number=number),
            )


def _white(sheet: tuple[int, int] = (A4.height, A4.width)) -> Pixels:
    return np.full(sheet, 255, np.uint8)


def bare(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    sheet = _white((A5.height, A5.width)) if number == 2 else _white()
    mode = Mode.COLOUR if number == 1 else Mode.GREY
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, mode=mode, dpi=usual_dpi(number)))


def show_through(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    back = laid_out(REPORT, rng=rng) if number % 2 == 0 else nth(number, among=FULL, rng=rng)
    sheet = belongings.seen_through(_white(), back=back.pixels, strength=rng.uniform(0.04, 0.12))
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, dpi=usual_dpi(number)))


def dusty(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    mode = Mode.BITONAL if number == 1 else Mode.GREY
    look = replace(
        ordinary(rng, mode=mode, dpi=usual_dpi(number)), dust=int(rng.integers(200, 500))
    )
    return scanned_leaf(_white(), rng=rng, look=look)


def punched(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    sheet = belongings.stapled(belongings.punched(_white(), rng=rng, lid=35), rng=rng)
    if number == 1:
        sheet = belongings.creased(sheet, rng=rng, folds=2)
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, dpi=usual_dpi(number)))


def coloured(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return the empty back of coloured stock, the last time with its wavy lines."""
    tint = TINTS[(2 * number + 1) % len(TINTS)]
    sheet = damage.on_coloured_paper(_white(), rng=rng, tint=tint, guilloche=number == 2)
    dpi = usual_dpi(number)
    return [Leaf(pixels=sampled(sheet, dpi=dpi), dpi=dpi)]


def shadowed(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    sheet = belongings.dark_edges(_white(), rng=rng, widest_mm=7, edges=1 + number)
    if number == 2:
        sheet = belongings.stained(sheet, rng=rng)
    look = replace(ordinary(rng, dpi=usual_dpi(number)), lid=25, degrees=rng.uniform(-1, 1))
    return scanned_leaf(sheet, rng=rng, look=look)


def seal_from_behind(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return the back of a sealed page: the wet seal has come through a little."""
    drawn = nth(number + 3, among=FULL, rng=rng)
    blank = marks.in_colour(_white())
    seal = marks.sealed_and_signed(blank, rng=rng, at=drawn.signature_at)
    sheet = belongings.seen_through(blank, back=seal, strength=rng.uniform(0.16, 0.26))
    print_ = marks.in_colour(drawn.pixels)
    sheet = belongings.seen_through(sheet, back=print_, strength=rng.uniform(0.04, 0.08))
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, mode=Mode.COLOUR, dpi=200))
