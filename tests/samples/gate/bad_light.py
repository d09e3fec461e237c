"""Pages too blurred, dark, faint or coarse to work with."""

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import cv2
import numpy as np

from samples.camera import motion_kernel, photographed
from samples.damage import clipped
from samples.gate.good_pages import ordinary_shot, scanned_leaf, usual_dpi
from samples.gate.papers import FULL, PAPERS, nth
from samples.gate.plan import Fault, GatePlan, Leaf
from samples.gate.scanner import Mode, ordinary, scan


def plans() -> Iterator[GatePlan]:
    """Return the cases in which light or optics failed."""
    for fault, count, make in (
        (Fault.BLURRED, 6, out_of_focus),
        (Fault.BLURRED, 5, moved),
        (Fault.BLURRED, 4, blurred_photograph),
        (Fault.TOO_DARK, 5, underexposed),
        (Fault.TOO_DARK, 4, copied_too_dark),
        (Fault.TOO_DARK, 4, photographed_in_the_dark),
        (Fault.LOW_CONTRAST, 6, faint_print),
        (Fault.LOW_CONTRAST, 4, washed_out),
        (Fault.LOW_CONTRAST, 3, grey_on_grey),
        (Fault.LOW_RESOLUTION, 5, coarse),
        (Fault.LOW_RESOLUTION, 6, enlarged_afterwards),
        (Fault.LOW_RESOLUTION, 3, sent_by_chat),
    ):
        for number in range(count):
            yield GatePlan(
                name=f"{fault.value.lower()}-{make.__name__}-{number:02d}",
                fault=fault,
                make=partial(make, number=number),
            )


def out_of_focus(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number, among=FULL, rng=rng)
    look = replace(ordinary(rng, dpi=usual_dpi(number)), blur=rng.uniform(6.0, 11.0))
    return scanned_leaf(drawn.pixels, rng=rng, look=look)


def moved(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number + 6, among=FULL, rng=rng)
    trace = motion_kernel(rng.uniform(28, 48), angle=rng.uniform(0, math.pi))
    smeared = cv2.filter2D(drawn.pixels, -1, trace)
    return scanned_leaf(smeared, rng=rng, look=ordinary(rng, dpi=usual_dpi(number)))


def blurred_photograph(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number + 3, among=FULL, rng=rng)
    shot = ordinary_shot(rng)
    if number % 2:
        shot = replace(shot, motion=rng.uniform(32, 55))
    else:
        shot = replace(shot, defocus=rng.uniform(7, 12))
    return [Leaf(pixels=photographed(drawn.pixels, rng=rng, shot=shot), dpi=None)]


def underexposed(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number + 1, among=PAPERS, rng=rng)
    look = replace(
        ordinary(rng, mode=Mode.COLOUR if number % 2 else Mode.GREY, dpi=usual_dpi(number)),
        paper=rng.uniform(38, 78),
        ink=rng.uniform(10, 22),
        noise=rng.uniform(5, 9),
        slope=16,
        lid=40,
    )
    return scanned_leaf(drawn.pixels, rng=rng, look=look)


def copied_too_dark(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return a copy made at the darkest setting: a sooty ground with the text drowning in it."""
    drawn = nth(number + 5, among=PAPERS, rng=rng)
    swollen = cv2.erode(drawn.pixels, np.ones((3, 3), np.uint8))
    look = replace(
        ordinary(rng, dpi=usual_dpi(number)),
        paper=rng.uniform(62, 88),
        ink=rng.uniform(18, 32),
        noise=14,
        slope=30,
        unevenness=4,
        dust=400,
    )
    return scanned_leaf(swollen, rng=rng, look=look)


def photographed_in_the_dark(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number + 2, among=PAPERS, rng=rng)
    shot = replace(
        ordinary_shot(rng),
        exposure=rng.uniform(0.16, 0.28),
        dimming=0.4,
        noise=rng.uniform(5, 8),
        warmth=0.15,
    )
    return [Leaf(pixels=photographed(drawn.pixels, rng=rng, shot=shot), dpi=None)]


def faint_print(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return what a printer without toner leaves: grey, patchy, with gaps in the strokes."""
    drawn = nth(number + 4, among=FULL, rng=rng)
    paper = rng.uniform(236, 250)
    patches = cv2.resize(
        rng.random((90, 64)).astype(np.float32), drawn.pixels.shape[::-1], None, 0, 0
    )
    gone = np.maximum(drawn.pixels, clipped(255 * np.clip(patches * 1.5 - 0.6, 0, 0.9)))
    look = replace(
        ordinary(rng, dpi=usual_dpi(number)),
        paper=paper,
        ink=paper - rng.uniform(24, 42),
        noise=rng.uniform(4, 6),
    )
    return scanned_leaf(gone, rng=rng, look=look)


def washed_out(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return a scan at the lightest setting: thin strokes are gone, thick ones pale."""
    drawn = nth(number + 7, among=FULL, rng=rng)
    thinned = cv2.dilate(drawn.pixels, np.ones((2, 2), np.uint8))
    look = replace(
        ordinary(rng, dpi=usual_dpi(number)), paper=254, ink=rng.uniform(205, 222), noise=3, dust=3
    )
    return scanned_leaf(thinned, rng=rng, look=look)


def grey_on_grey(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return a copy of a copy of a copy, where ground and text have met."""
    drawn = nth(number + 9, among=FULL, rng=rng)
    paper = rng.uniform(150, 190)
    look = replace(
        ordinary(rng, dpi=usual_dpi(number)),
        paper=paper,
        ink=paper - rng.uniform(18, 30),
        blur=1.5,
        noise=9,
        slope=20,
        unevenness=2.5,
    )
    return scanned_leaf(drawn.pixels, rng=rng, look=look)


def coarse(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    drawn = nth(number, among=PAPERS, rng=rng)
    dpi = (75, 96, 100, 110, 120)[number % 5]
    mode = Mode.COLOUR if number % 2 else Mode.GREY
    return scanned_leaf(drawn.pixels, rng=rng, look=ordinary(rng, mode=mode, dpi=dpi))


def enlarged_afterwards(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return a coarse scan blown up to what the rule asks for, and marked as that."""
    drawn = nth(number + 5, among=PAPERS, rng=rng)
    real = (75, 82, 90, 96, 100, 110)[number % 6]
    claimed = 300 if number % 2 == 0 else 200
    small = scan(drawn.pixels, rng=rng, look=ordinary(rng, dpi=real))
    size = round(small.shape[1] * claimed / real), round(small.shape[0] * claimed / real)
    how = (cv2.INTER_CUBIC, cv2.INTER_LINEAR, cv2.INTER_LANCZOS4)[number % 3]
    return [Leaf(pixels=cv2.resize(small, size, interpolation=how), dpi=claimed)]


def sent_by_chat(rng: np.random.Generator, *, number: int) -> list[Leaf]:
    """Return a photograph made small by a messenger: 640 to 800 pixels across the frame."""
    drawn = nth(number + 8, among=FULL, rng=rng)
    photo = photographed(drawn.pixels, rng=rng, shot=ordinary_shot(rng))
    width = (640, 720, 800)[number % 3]
    small = cv2.resize(photo, (width, width * 4 // 3), interpolation=cv2.INTER_AREA)
    code = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 55])[1]
    return [Leaf(pixels=cv2.imdecode(code, cv2.IMREAD_COLOR), dpi=None)]
