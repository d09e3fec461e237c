"""Single pages no registrar would send back, in all conditions of an office."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np

from samples import damage, marks
from samples.camera import Desk, Shot, photographed
from samples.documents import BIRTH_RECORD, CERTIFICATE, INVOICE, LIST_OF_FILES, REPORT
from samples.documents.counter_papers import application, health_paper, life_record
from samples.documents.people import PEOPLE
from samples.documents.short_papers import (
    INVITATION,
    LAST_PAGES,
    RATES,
    SHORT,
    WIDE_LIST,
    payment_slip,
    receipt,
)
from samples.drawing import A4, A5, DrawnPage, Pixels
from samples.fonts import Family
from samples.gate import belongings, pen
from samples.gate.papers import FORMS, FULL, PAPERS, laid_out, nth
from samples.gate.plan import GatePlan, Leaf, NumberedMaking
from samples.gate.scanner import Look, Mode, ordinary, sampled, scan
from samples.marks import BLUE, in_colour

TINTS: Final = (
    (250, 236, 196),
    (246, 214, 216),
    (214, 236, 220),
    (252, 244, 214),
    (214, 226, 244),
    (236, 222, 240),
)


def plans() -> Iterator[GatePlan]:
    """Return the good single pages, condition by condition."""
    series = partial(_series, colour_every=0)
    yield from series("clean", 8, clean)
    yield from series("scan", 12, scanned, dpi=300)
    yield from series("scan200", 10, scanned, dpi=200)
    yield from series("photocopy", 8, photocopied)
    yield from _series("stamp", 10, stamped, colour_every=2)
    yield from _series("coloured", 8, on_coloured_paper, colour_every=2)
    yield from series("skewed", 6, skewed)
    yield from series("turned", 6, turned)
    yield from series("form", 6, filled_in)
    yield from series("table", 5, table)
    yield from series("landscape", 5, landscape)
    yield from series("phone", 7, phone)
    yield from series("lastpage", 6, last_page)
    yield from series("short", 6, short)
    yield from _series("portrait", 4, with_portrait, colour_every=2)
    yield from series("notes", 5, with_notes)
    yield from _series("idcard", 5, id_card_copy, colour_every=3)
    yield from series("showthrough", 5, show_through)
    yield from series("punched", 4, punched)
    yield from series("darkedge", 5, dark_edge)
    yield from series("stained", 5, stained)
    yield from series("creased", 3, creased)
    yield from series("a5", 6, half_sheet)
    yield from series("bitonal", 4, bitonal)
    yield from series("bilingual", 2, bilingual)
    yield from _series("bluepen", 2, blue_signature_only, colour_every=1)


def _series(
    name: str, count: int, make: NumberedMaking, *, colour_every: int, **how: float
) -> Iterator[GatePlan]:
    for number in range(count):
        yield GatePlan(
            name=f"good-{name}-{number:02d}",
            fault=None,
            make=partial(make, number=number, **how),
            requires_colour=bool(colour_every) and number % colour_every == 0,
        )


def usual_dpi(number: int) -> float:
    """Return 200 or 300: what offices set their scanners to."""
    return 300 if number % 3 == 0 else 200


def scanned_leaf(sheet: Pixels, *, rng: np.random.Generator, look: Look) -> list[Leaf]:
    """Return one page from a scanner."""
    return [Leaf(pixels=scan(sheet, rng=rng, look=look), dpi=look.dpi)]


def sealed(drawn: DrawnPage, *, rng: np.random.Generator) -> Pixels:
    """Return a page in colour with seal and signature where it is to be signed."""
    at = drawn.signature_at
    if rng.random() < 0.4:
        return marks.sealed_and_signed(in_colour(drawn.pixels), rng=rng, at=at)
    return pen.signed(marks.sealed(in_colour(drawn.pixels), rng=rng, at=at), rng=rng, at=at)


def clean(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number, among=PAPERS, rng=rng)
    dpi = usual_dpi(number)
    return [Leaf(pixels=sampled(drawn.pixels, dpi=dpi), dpi=dpi)]


def scanned(rng: np.random.Generator, *, number: int, dpi: float) -> list[Leaf]:
    drawn = nth(number + 4, among=PAPERS, rng=rng)
    mode = Mode.COLOUR if number % 3 == 2 else Mode.GREY
    return scanned_leaf(drawn.pixels, rng=rng, look=ordinary(rng, mode=mode, dpi=dpi))


def photocopied(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number + 2, among=PAPERS, rng=rng)
    dpi = usual_dpi(number)
    look = replace(
        ordinary(rng, dpi=dpi),
        paper=rng.uniform(212, 238),
        ink=rng.uniform(55, 100),
        blur=rng.uniform(1.0, 1.4),
        noise=rng.uniform(5, 9),
        slope=18,
        unevenness=4,
        dust=150,
    )
    copy = scan(drawn.pixels, rng=rng, look=look)
    width = copy.shape[1]
    for _ in range(int(rng.integers(2, 7))):
        x = int(rng.integers(width))
        streak = copy[:, x : x + int(rng.integers(1, 4))]
        streak[:] = np.clip(streak.astype(int) - int(rng.integers(10, 45)), 0, 255)
    return [Leaf(pixels=copy, dpi=dpi)]


def stamped(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    sheet = sealed(nth(number, among=FULL, rng=rng), rng=rng)
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, mode=Mode.COLOUR, dpi=usual_dpi(number)))


def on_coloured_paper(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    certificate = (CERTIFICATE, BIRTH_RECORD, *FORMS)[number % 4]
    page = damage.on_coloured_paper(
        laid_out(certificate, rng=rng).pixels,
        rng=rng,
        tint=TINTS[number % len(TINTS)],
        guilloche=number % 3 != 2,
        degrees=rng.uniform(-0.5, 0.5),
    )
    dpi = usual_dpi(number)
    return [Leaf(pixels=sampled(page, dpi=dpi), dpi=dpi)]


def skewed(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number + 6, among=PAPERS, rng=rng)
    degrees = rng.uniform(1.0, 2.0) * (-1) ** number
    look = replace(ordinary(rng, dpi=usual_dpi(number)), degrees=degrees)
    return scanned_leaf(drawn.pixels, rng=rng, look=look)


def turned(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number + 9, among=PAPERS, rng=rng)
    sheet = np.ascontiguousarray(np.rot90(drawn.pixels, 1 + number % 3))
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, dpi=usual_dpi(number)))


def filled_in(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    form = (*FORMS, BIRTH_RECORD)[number % 6]
    family = (Family.TINOS, Family.LIBERATION)[number % 2]
    sheet = pen.filled_in_by_hand(form, rng=rng, family=family, points=12.5)
    mode = Mode.COLOUR if number % 2 == 0 else Mode.GREY
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, mode=mode, dpi=usual_dpi(number)))


def table(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number, among=(INVOICE, RATES, LIST_OF_FILES), rng=rng)
    return scanned_leaf(drawn.pixels, rng=rng, look=ordinary(rng, dpi=usual_dpi(number)))


def landscape(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = laid_out(WIDE_LIST, rng=rng, sheet=A4.on_its_side(), largest=12.5)
    sheet = drawn.pixels
    if number % 3 == 2:  # lists like this are fed in upright
        sheet = np.ascontiguousarray(np.rot90(sheet))
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, dpi=usual_dpi(number)))


def ordinary_shot(rng: np.random.Generator) -> Shot:
    """Return a photograph taken with ordinary care."""
    return Shot(
        desk=list(Desk)[int(rng.integers(len(Desk)))],
        fill=rng.uniform(0.82, 0.92),
        degrees=rng.uniform(-2, 2),
        lean=rng.uniform(0.01, 0.05),
        bend=rng.uniform(0, 6),
        dimming=rng.uniform(0.05, 0.25),
        shadow=rng.uniform(0.0, 0.25),
        defocus=rng.uniform(0.8, 1.3),
        motion=rng.uniform(0, 3),
        noise=rng.uniform(2, 4.5),
        warmth=rng.uniform(0, 0.1),
    )


def phone(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number * 3 + 1, among=PAPERS, rng=rng)
    page = sealed(drawn, rng=rng) if number % 3 == 0 and drawn.signature_at else drawn.pixels
    return [Leaf(pixels=photographed(page, rng=rng, shot=ordinary_shot(rng)), dpi=None)]


def last_page(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number, among=LAST_PAGES, rng=rng)
    sheet = sealed(drawn, rng=rng) if number >= 3 else drawn.pixels
    mode = Mode.COLOUR if number >= 3 else Mode.GREY
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, mode=mode, dpi=usual_dpi(number)))


def short(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    family = Family.LIBERATION_MONO if number == 4 else None
    largest = 11.5 if family else 14
    drawn = laid_out(SHORT[number % len(SHORT)], rng=rng, largest=largest, family=family)
    return scanned_leaf(drawn.pixels, rng=rng, look=ordinary(rng, dpi=usual_dpi(number)))


def with_portrait(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = laid_out(life_record(PEOPLE[number]), rng=rng)
    sheet = belongings.pasted(
        drawn.pixels,
        picture=belongings.portrait(rng),
        at=(360 + rng.uniform(-30, 30), 240 + rng.uniform(-20, 20)),
        degrees=rng.uniform(-3, 3),
    )
    sheet = pen.signed(sheet, rng=rng, at=drawn.signature_at)
    mode = Mode.COLOUR if number % 2 == 0 else Mode.GREY
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, mode=mode, dpi=usual_dpi(number)))


def with_notes(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number, among=(INVITATION, *SHORT, application(PEOPLE[3])), rng=rng)
    below = int(np.flatnonzero((drawn.pixels < 128).any(axis=1)).max()) + 150
    sheet = pen.noted(
        drawn.pixels,
        rng=rng,
        at=(rng.uniform(340, 700), below),
        lines=int(rng.integers(2, 5)),
        length=rng.uniform(700, 1300),
        colour=BLUE if number % 2 else pen.BLACK,
    )
    sheet = pen.noted(sheet, rng=rng, at=(110, 420), lines=2, length=180)
    mode = Mode.COLOUR if number % 2 else Mode.GREY
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, mode=mode, dpi=usual_dpi(number)))


def id_card_copy(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    sheet = np.full((A4.height, A4.width, 3), 255, np.uint8)
    left = rng.uniform(500, 800)
    for side, card in enumerate(belongings.id_card(PEOPLE[number], rng=rng)):
        at = (left + rng.uniform(-15, 15), 420 + side * rng.uniform(900, 1100))
        sheet = belongings.pasted(sheet, picture=card, at=at, degrees=rng.uniform(-1.5, 1.5))
    mode = Mode.GREY if number % 3 else Mode.COLOUR
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, mode=mode, dpi=300))


def show_through(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number + 1, among=PAPERS, rng=rng)
    back = laid_out(REPORT, rng=rng).pixels
    strength = rng.uniform(0.05, 0.14)
    sheet = belongings.seen_through(drawn.pixels, back=back, strength=strength)
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, dpi=usual_dpi(number)))


def punched(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number + 5, among=PAPERS, rng=rng)
    lid = 40 if number % 2 else 225
    sheet = belongings.punched(drawn.pixels, rng=rng, lid=lid)
    sheet = belongings.stapled(sheet, rng=rng)
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, dpi=usual_dpi(number)))


def dark_edge(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number + 3, among=PAPERS, rng=rng)
    edges = 1 + number % 3
    sheet = belongings.dark_edges(drawn.pixels, rng=rng, edges=edges)
    look = replace(ordinary(rng, dpi=usual_dpi(number)), lid=20)
    return scanned_leaf(sheet, rng=rng, look=look)


def stained(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number + 8, among=PAPERS, rng=rng)
    sheet = belongings.stained(drawn.pixels, rng=rng, strength=rng.uniform(0.6, 1.3))
    mode = Mode.COLOUR if number % 2 == 0 else Mode.GREY
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, mode=mode, dpi=usual_dpi(number)))


def creased(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number + 11, among=PAPERS, rng=rng)
    sheet = belongings.creased(drawn.pixels, rng=rng, folds=1 + number % 2)
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, dpi=usual_dpi(number)))


def half_sheet(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    person = PEOPLE[number % len(PEOPLE)]
    if number % 2 == 0:
        drawn = laid_out(receipt(person, number=311 + number), rng=rng, sheet=A5, largest=10.5)
    else:
        lying = A5.on_its_side()
        drawn = laid_out(payment_slip(person), rng=rng, sheet=lying, largest=11.5)
    return scanned_leaf(drawn.pixels, rng=rng, look=ordinary(rng, dpi=usual_dpi(number)))


def bitonal(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number * 2, among=PAPERS, rng=rng)
    look = ordinary(rng, mode=Mode.BITONAL, dpi=usual_dpi(number))
    return scanned_leaf(drawn.pixels, rng=rng, look=look)


def bilingual(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = laid_out(health_paper(PEOPLE[number]), rng=rng)
    return scanned_leaf(drawn.pixels, rng=rng, look=ordinary(rng, dpi=usual_dpi(number)))


def blue_signature_only(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = laid_out(application(PEOPLE[number]), rng=rng)
    sheet = pen.signed(drawn.pixels, rng=rng, at=drawn.signature_at)
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, mode=Mode.COLOUR, dpi=200))
