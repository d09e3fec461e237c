"""Pages with nothing on them, the wrong thing, no colour, another language, or parts hidden."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import cv2
import numpy as np

from samples.camera import photographed
from samples.documents import (
    BIRTH_RECORD,
    CERTIFICATE,
    DISPATCH,
    MINUTES,
    NOTICE,
    PLAN,
    PROPOSAL,
    REPORT,
)
from samples.documents.blocks import Document
from samples.documents.foreign import (
    ENGLISH_FORM,
    ENGLISH_LETTER,
    ENGLISH_MINUTES,
    FRENCH_CERTIFICATE,
    FRENCH_LETTER,
)
from samples.documents.spoilt import (
    random_letters,
    rewritten,
    tcvn3_garbled,
    vni_garbled,
    without_marks,
)
from samples.drawing import Pixels
from samples.gate import covers
from samples.gate.good_pages import ordinary_shot, scanned_leaf, sealed, usual_dpi
from samples.gate.papers import FULL, laid_out, nth
from samples.gate.pictures import PICTURES
from samples.gate.plan import Fault, GatePlan, Leaf
from samples.gate.scanner import Mode, ordinary, sampled, scan
from samples.marks import in_colour


def plans() -> Iterator[GatePlan]:
    """Return the cases whose content would be refused."""
    for fault, count, make in (
        (Fault.NOT_COLOUR, 14, without_colour),
        (Fault.NOT_A_DOCUMENT, 18, something_else),
        (Fault.NOT_VIETNAMESE, len(FOREIGN), another_language),
        (Fault.NOT_VIETNAMESE, 6, garbled),
        (Fault.NOT_VIETNAMESE, 3, unmarked),
        (Fault.NOT_VIETNAMESE, 2, nonsense),
        (Fault.TEXT_MISSING, 2 * len(covers.COVERS), hidden_on_the_glass),
        (Fault.TEXT_MISSING, 4, hidden_in_a_photograph),
    ):
        for number in range(count):
            yield GatePlan(
                name=f"{fault.value.lower()}-{make.__name__}-{number:02d}",
                fault=fault,
                make=partial(make, number=number),
                requires_colour=fault is Fault.NOT_COLOUR,
            )


def without_colour(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return a sealed paper scanned grey, grey in a colour file, or black and white."""
    drawn = nth(number, among=(*FULL, BIRTH_RECORD, CERTIFICATE), rng=rng)
    dpi = usual_dpi(number)
    mode = Mode.BITONAL if number % 4 == 3 else Mode.GREY
    page = scan(sealed(drawn, rng=rng), rng=rng, look=ordinary(rng, mode=mode, dpi=dpi))
    if number % 4 == 1:
        page = in_colour(page)
    return [Leaf(pixels=page, dpi=dpi)]


def something_else(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return a picture, mostly as the telephone keeps it, at times printed and scanned."""
    picture = PICTURES[number % len(PICTURES)](rng)
    if number < len(PICTURES) or number % 2:
        return [Leaf(pixels=picture, dpi=None)]
    print_ = cv2.resize(picture, None, fx=1.4, fy=1.4, interpolation=cv2.INTER_LINEAR)
    tall, wide = print_.shape[:2]
    sheet = np.full((3508, 2480, 3), 255, np.uint8)
    tall, wide = min(tall, 3200), min(wide, 2300)
    sheet[150 : 150 + tall, 90 : 90 + wide] = print_[:tall, :wide]
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, mode=Mode.COLOUR, dpi=200))


FOREIGN: Final[Sequence[Document]] = (
    ENGLISH_LETTER,
    FRENCH_CERTIFICATE,
    ENGLISH_FORM,
    FRENCH_LETTER,
    ENGLISH_MINUTES,
)


def another_language(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = laid_out(FOREIGN[number], rng=rng)
    return scanned_leaf(drawn.pixels, rng=rng, look=ordinary(rng, dpi=usual_dpi(number)))


def garbled(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return a print made without the old code's font: TCVN3, every third time VNI."""
    name, rewrite = ("vni", vni_garbled) if number % 3 == 2 else ("tcvn3", tcvn3_garbled)
    original = (NOTICE, PLAN, DISPATCH, PROPOSAL, MINUTES, REPORT)[number % 6]
    return _spoilt(rewritten(original, name=name, rewrite=rewrite), rng=rng, number=number)


def unmarked(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    original = (DISPATCH, MINUTES, PLAN)[number % 3]
    return _spoilt(rewritten(original, name="plain", rewrite=without_marks), rng=rng, number=number)


def nonsense(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    original = (PLAN, NOTICE)[number % 2]
    spoilt = rewritten(original, name="random", rewrite=random_letters(rng))
    return _spoilt(spoilt, rng=rng, number=number)


def _spoilt(document: Document, *, rng: np.random.Generator, number: int) -> list[Leaf]:
    drawn = laid_out(document, rng=rng, largest=12.5)
    dpi = usual_dpi(number)
    if number % 3 == 1:  # a print-out as a file, never scanned
        return [Leaf(pixels=sampled(drawn.pixels, dpi=dpi), dpi=dpi)]
    return scanned_leaf(drawn.pixels, rng=rng, look=ordinary(rng, dpi=dpi))


def hidden_on_the_glass(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    cover = covers.COVERS[number % len(covers.COVERS)]
    sheet = _covered(cover, rng=rng, number=number)
    mode = Mode.COLOUR if number % 2 == 0 else Mode.GREY
    return scanned_leaf(sheet, rng=rng, look=ordinary(rng, mode=mode, dpi=usual_dpi(number)))


def hidden_in_a_photograph(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    photographed_covers = (covers.fingers, covers.glare, covers.sticky_note, covers.loose_paper)
    sheet = _covered(photographed_covers[number % 4], rng=rng, number=number)
    shot = replace(ordinary_shot(rng), shadow=0.1)
    return [Leaf(pixels=photographed(sheet, rng=rng, shot=shot), dpi=None)]


def _covered(cover: covers.Cover, *, rng: np.random.Generator, number: int) -> Pixels:
    drawn = nth(number + 1, among=FULL, rng=rng)
    return covers.partly_hidden(drawn.pixels, rng=rng, cover=cover)
