"""What hides part of a text: folds, papers, fingers, glare, ink, tears, the feeder's accidents.

Each takes a coloured sheet of 300 dpi and returns it with where it can no longer be read.
"""

import math
from collections.abc import Callable
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from samples.damage import WHITE, clipped
from samples.documents.people import PEOPLE
from samples.documents.short_papers import payment_slip
from samples.drawing import A5, Pixels, draw
from samples.fonts import Family
from samples.gate.pen import noted
from samples.gate.scanner import MM
from samples.marks import in_colour

Mask = NDArray[np.bool_]
Cover = Callable[[Pixels, np.random.Generator], tuple[Pixels, Mask]]

TRIES: Final = 40


class NothingHidden(Exception):
    """The cover never came to lie on enough of the text; the plan is wrong."""


def partly_hidden(
    sheet: Pixels, *, rng: np.random.Generator, cover: Cover, least: float = 0.06
) -> Pixels:
    """Return the sheet with at least this share of its ink under the cover."""
    sheet = in_colour(sheet)
    ink = sheet.min(axis=2) < 140
    for _ in range(TRIES):
        covered, mask = cover(sheet, rng)
        if (ink & mask).sum() >= least * ink.sum():
            return covered
    raise NothingHidden(cover)


def _polygon(shape: tuple[int, ...], corners: NDArray[np.floating]) -> NDArray[np.uint8]:
    layer = np.zeros(shape[:2], np.uint8)
    cv2.fillPoly(layer, [np.round(corners).astype(np.int32)], WHITE, cv2.LINE_AA)
    return layer


def _laid_over(
    sheet: Pixels,
    *,
    layer: NDArray[np.uint8],
    picture: NDArray[np.floating] | Pixels,
    shadow: float = 0.35,
) -> Pixels:
    """Return the sheet with a picture over it where the layer is white, and its shadow."""
    share = layer.astype(np.float32)[..., None] / WHITE
    fallen = cv2.GaussianBlur(np.roll(layer, (7, 7), axis=(0, 1)), (0, 0), 9).astype(np.float32)
    shade = 1 - shadow * fallen[..., None] / WHITE
    return clipped(sheet * shade * (1 - share) + picture * share)


def folded_corner(sheet: Pixels, rng: np.random.Generator) -> tuple[Pixels, Mask]:
    """Fold a corner over the page: its own text and what it lies on are gone."""
    height, width = sheet.shape[:2]
    across, down = rng.uniform(75, 125) * MM, rng.uniform(75, 150) * MM
    corner = np.array([rng.choice([0, width]), rng.choice([0, height])], float)
    inward = np.array([1 if corner[0] == 0 else -1, 1 if corner[1] == 0 else -1])
    first = corner + inward * (across, 0)
    second = corner + inward * (0, down)
    along = (second - first) / np.linalg.norm(second - first)
    foot = first + along * np.dot(corner - first, along)
    tip = 2 * foot - corner
    gone = _polygon(sheet.shape, np.array([corner, first, second]))
    flap = _polygon(sheet.shape, np.array([tip, first, second]))
    back = np.full(3, rng.uniform(225, 248), np.float32)
    folded = _laid_over(sheet, layer=flap, picture=back, shadow=0.45)
    folded[gone > 0] = int(rng.choice([250, 30]))
    return folded, (gone > 0) | (flap > 0)


def loose_paper(sheet: Pixels, rng: np.random.Generator) -> tuple[Pixels, Mask]:
    """Lay another paper over the page, empty or a slip of its own."""
    height, width = sheet.shape[:2]
    if rng.random() < 0.5:
        slip = draw(
            payment_slip(PEOPLE[int(rng.integers(len(PEOPLE)))]),
            family=Family.ARIMO,
            points=9,
            sheet=A5.on_its_side(),
        ).pixels
    else:
        slip = np.full((round(rng.uniform(70, 150) * MM), round(190 * MM)), 246, np.uint8)
    place = cv2.getRotationMatrix2D((slip.shape[1] / 2, slip.shape[0] / 2), rng.uniform(-14, 14), 1)
    place[:, 2] += (
        rng.uniform(-0.15, 0.3) * width,
        rng.choice([rng.uniform(0.05, 0.25), rng.uniform(0.4, 0.7)]) * height,
    )
    size = (width, height)
    layer = cv2.warpAffine(np.full(slip.shape, WHITE, np.uint8), place, size)
    picture = cv2.warpAffine(slip, place, size, flags=cv2.INTER_LINEAR)
    tinted = picture[..., None] * np.array([0.98, 0.98, rng.uniform(0.8, 0.98)], np.float32)
    return _laid_over(sheet, layer=layer, picture=tinted), layer > 0


def sticky_note(sheet: Pixels, rng: np.random.Generator) -> tuple[Pixels, Mask]:
    """Stick a coloured note on the text, with something scribbled on it."""
    height, width = sheet.shape[:2]
    side = round(rng.uniform(70, 100) * MM)
    colour = [(250, 240, 110), (250, 170, 190), (170, 225, 160)][int(rng.integers(3))]
    note = np.full((side, side, 3), colour, np.uint8)
    note = noted(note, rng=rng, at=(80, 200), lines=int(rng.integers(3, 7)), length=side - 260)
    place = cv2.getRotationMatrix2D((side / 2, side / 2), rng.uniform(-12, 12), 1)
    place[:, 2] += rng.uniform(0.1, 0.85) * width - side / 2, rng.uniform(0.15, 0.6) * height
    layer = cv2.warpAffine(np.full((side, side), WHITE, np.uint8), place, (width, height))
    picture = cv2.warpAffine(note, place, (width, height), borderMode=cv2.BORDER_REPLICATE)
    return _laid_over(sheet, layer=layer, picture=picture), layer > 0


def fingers(sheet: Pixels, rng: np.random.Generator) -> tuple[Pixels, Mask]:
    """Hold the sheet down with two to four fingers that reach far into the text."""
    height, width = sheet.shape[:2]
    layer = np.zeros((height, width), np.uint8)
    nails = np.zeros((height, width), np.uint8)
    from_left = rng.random() < 0.5
    first = rng.uniform(0.15, 0.6) * height
    for finger in range(int(rng.integers(2, 5))):
        thick = round(rng.uniform(17, 22) * MM)
        reach = rng.uniform(70, 110) * MM
        y = first + finger * 1.08 * thick + rng.uniform(-10, 10)
        tip = np.array([reach if from_left else width - reach, y])
        root = np.array([-60 if from_left else width + 60, y + rng.uniform(-0.1, 0.3) * reach])
        cv2.line(layer, tuple(np.int32(root)), tuple(np.int32(tip)), WHITE, thick, cv2.LINE_AA)
        towards = (tip - root) / np.linalg.norm(tip - root)
        at = tuple(np.int32(tip + towards * 0.12 * thick))
        angle = math.degrees(math.atan2(towards[1], towards[0]))
        cv2.ellipse(nails, at, (int(0.36 * thick), int(0.27 * thick)), angle, 0, 360, WHITE, -1)
    skin = np.array([214, 164, 136], np.float32) - rng.uniform(0, 40)
    depth = cv2.distanceTransform((layer > 128).astype(np.uint8), cv2.DIST_L2, 3)
    round_ = np.clip(depth / (9 * MM), 0, 1)[..., None] ** 0.5
    flesh = skin * (0.62 + 0.4 * round_)
    shine = cv2.GaussianBlur(nails, (0, 0), 3)[..., None].astype(np.float32) / WHITE
    flesh = flesh * (1 - 0.55 * shine) + np.array([236, 200, 188], np.float32) * 0.55 * shine
    soft = cv2.GaussianBlur(layer, (0, 0), 2.5)
    return _laid_over(sheet, layer=soft, picture=flesh, shadow=0.5), layer > 128


def glare(sheet: Pixels, rng: np.random.Generator) -> tuple[Pixels, Mask]:
    """Reflect a lamp in the sheet's plastic cover, so that nothing is left under it."""
    height, width = sheet.shape[:2]
    y, x = np.mgrid[0 : height // 4, 0 : width // 4].astype(np.float32) * 4
    across, down = rng.uniform(0.25, 0.75) * width, rng.uniform(0.2, 0.6) * height
    turn = rng.uniform(0, math.pi)
    u = (x - across) * math.cos(turn) + (y - down) * math.sin(turn)
    v = -(x - across) * math.sin(turn) + (y - down) * math.cos(turn)
    distance = np.hypot(u / (rng.uniform(45, 75) * MM), v / (rng.uniform(28, 45) * MM))
    distance = np.minimum(distance, 4)
    light = 1 / (1 + np.exp((distance - 1) * 12)) + 0.25 * np.exp(-(distance**2) / 4)
    light = cv2.resize(np.clip(light, 0, 1), (width, height))
    share = light[..., None]
    return clipped(sheet * (1 - share) + 255 * share), light > 0.9


def ink_blot(sheet: Pixels, rng: np.random.Generator) -> tuple[Pixels, Mask]:
    """Spill ink over the text: one or two big blots with splashes."""
    height, width = sheet.shape[:2]
    layer = np.zeros((height, width), np.uint8)
    for _ in range(int(rng.integers(1, 3))):
        across, down = rng.uniform(0.2, 0.8) * width, rng.uniform(0.15, 0.6) * height
        turns = np.linspace(0, 2 * math.pi, 90, endpoint=False)
        radius = np.full(90, rng.uniform(26, 42) * MM)
        for wave in range(2, 8):
            swing = np.sin(wave * turns + rng.uniform(0, 6))
            radius *= 1 + rng.uniform(0.02, 0.2) / wave * 2 * swing
        outline = np.stack(
            [across + radius * np.cos(turns) * 1.25, down + radius * np.sin(turns)], axis=1
        )
        cv2.fillPoly(layer, [outline.astype(np.int32)], WHITE, cv2.LINE_AA)
        for _ in range(40):
            turn, away = rng.uniform(0, 2 * math.pi), rng.uniform(1.1, 2.4) * radius.mean()
            at = int(across + away * math.cos(turn)), int(down + away * math.sin(turn))
            cv2.circle(layer, at, int(rng.uniform(2, 16)), WHITE, -1, cv2.LINE_AA)
    colour = np.array([(28, 30, 66), (22, 22, 26), (70, 40, 24)][int(rng.integers(3))], np.float32)
    share = cv2.GaussianBlur(layer, (0, 0), 1.6).astype(np.float32)[..., None] / WHITE
    return clipped(sheet * (1 - share) + colour * share), layer > 0


def lost_strip(sheet: Pixels, rng: np.random.Generator) -> tuple[Pixels, Mask]:
    """Lose the rows of part of the transfer: a white, grey or black band over the whole width."""
    height = sheet.shape[0]
    tall = round(rng.uniform(22, 55) * MM)
    top = round(rng.uniform(0.15, 0.55) * height)
    lost = sheet.copy()
    lost[top : top + tall] = int(rng.choice([255, 128, 0]))
    mask = np.zeros(sheet.shape[:2], bool)
    mask[top : top + tall] = True
    return lost, mask


def smeared(sheet: Pixels, rng: np.random.Generator) -> tuple[Pixels, Mask]:
    """Stop the feeder while the scanner goes on: one row is repeated, then the page continues.

    What the repeated rows push out at the bottom is lost as well.
    """
    height = sheet.shape[0]
    tall = round(rng.uniform(45, 110) * MM)
    ink = (sheet.min(axis=2) < 140).mean(axis=1)  # a line of print is a fifth black, a rule more
    rows = np.flatnonzero((ink[: int(0.55 * height)] > 0.06) & (ink[: int(0.55 * height)] < 0.3))
    row = int(rng.choice(rows))
    smear = sheet.copy()
    smear[row : row + tall] = sheet[row]
    mask = np.zeros(sheet.shape[:2], bool)
    mask[row : row + tall] = True
    if rng.random() < 0.5:  # the sheet goes on where it stopped
        rest = height - row - tall
        smear[row + tall :] = sheet[row : row + rest]
        mask[:] = False
        mask[row + rest :] = True
    return smear, mask


def torn(sheet: Pixels, rng: np.random.Generator) -> tuple[Pixels, Mask]:
    """Tear away a side of the sheet; white fibre shows along the edge."""
    height, width = sheet.shape[:2]
    start, end = rng.uniform(0.12, 0.5, 2) * width
    steps = np.linspace(0, 1, 160)
    edge = start + (end - start) * steps + np.cumsum(rng.normal(0, 7, 160))
    edge += 14 * rng.standard_normal(160)
    line = np.stack([np.clip(edge, 0.06 * width, 0.6 * width), steps * height], axis=1)
    side = np.concatenate([line, [[-9, height + 9], [-9, -9]]])
    if rng.random() < 0.5:
        side = side * (-1, 1) + (width, 0)
    gone = _polygon(sheet.shape, side)
    fibre = cv2.dilate(gone, np.ones((15, 15), np.uint8)) > 0
    ripped = sheet.copy()
    ripped[fibre] = 252
    ripped[gone > 0] = int(rng.choice([235, 28]))
    return ripped, gone > 0


COVERS: Final[tuple[Cover, ...]] = (
    folded_corner,
    loose_paper,
    sticky_note,
    fingers,
    glare,
    ink_blot,
    lost_strip,
    smeared,
    torn,
)
