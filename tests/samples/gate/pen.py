"""What a hand writes: signatures, notes that look like writing, answers in blue on a form."""

import math
from dataclasses import replace
from typing import Final

import cv2
import numpy as np

from samples.damage import WHITE
from samples.documents.blocks import Document, Field
from samples.drawing import A4, Pixels, Sheet, draw
from samples.fonts import Family
from samples.marks import BLUE, in_colour

BLACK: Final = (35, 35, 40)


def inked(sheet: Pixels, *, ink: Pixels, colour: tuple[int, int, int]) -> Pixels:
    """Return the coloured sheet with a grey drawing put over it in ink of this colour."""
    share = (WHITE - ink[..., None]).astype(np.float32) / WHITE
    absorbed = 1 - share * (1 - np.array(colour, np.float32) / WHITE)
    return (in_colour(sheet) * absorbed).astype(np.uint8)


def signed(
    sheet: Pixels,
    *,
    rng: np.random.Generator,
    at: tuple[float, float],
    colour: tuple[int, int, int] = BLUE,
) -> Pixels:
    """Return the sheet with a signature: quick loops that get flatter, and a stroke under them."""
    steps = np.linspace(0, 1, 240)
    loops = rng.uniform(4, 8)
    phase = rng.uniform(0, 2 * math.pi)
    wide, tall = rng.uniform(330, 520), rng.uniform(60, 120)
    decay = np.exp(-rng.uniform(0.6, 1.8) * steps)
    x = at[0] - wide / 2 + wide * steps + rng.uniform(25, 60) * np.sin(2 * math.pi * loops * steps)
    y = at[1] + 90 - tall * decay * np.cos(2 * math.pi * loops * steps + phase) - 70 * steps
    tail = np.linspace(0, 1, 40)
    under_x = x[-1] - tail * wide * rng.uniform(0.7, 1.1)
    under_y = y[-1] + tail * rng.uniform(60, 110) - 40 * np.sin(math.pi * tail)
    layer = np.full(sheet.shape[:2], WHITE, np.uint8)
    stroke = np.stack([np.append(x, under_x), np.append(y, under_y)], axis=1)
    _trace(layer, stroke, width=int(rng.integers(4, 8)))
    return inked(sheet, ink=layer, colour=colour)


def noted(
    sheet: Pixels,
    *,
    rng: np.random.Generator,
    at: tuple[float, float],
    lines: int,
    length: float = 700,
    colour: tuple[int, int, int] = BLUE,
) -> Pixels:
    """Return the sheet with lines of cursive strokes that look like writing and say nothing."""
    layer = np.full(sheet.shape[:2], WHITE, np.uint8)
    for line in range(lines):
        x = at[0] + rng.uniform(0, 30)
        y = at[1] + line * 78
        end = at[0] + length * rng.uniform(0.75, 1.0)
        while x < end:
            start = np.array([x, y - 0.02 * (x - at[0])])
            word = start + _word(rng, letters=int(rng.integers(2, 6)))
            _trace(layer, word, width=4)
            if rng.random() < 0.5:
                mark = np.array([[0, -45], [14, -61]])
                _trace(layer, mark + word[len(word) // 2], width=4)
            x = word[-1, 0] + rng.uniform(22, 40)
    return inked(sheet, ink=layer, colour=colour)


def _word(rng: np.random.Generator, *, letters: int) -> np.ndarray:
    """Return one joined-up stroke from 0, 0: loops of a running pen, some long upwards or down."""
    pieces = []
    for number in range(letters):
        turn = np.linspace(0, 2 * math.pi, 14)
        tall = rng.choice([16, 18, 20, 44])
        x = 26 * (number + turn / (2 * math.pi)) + 9 * np.sin(turn)
        y = -tall * (1 - np.cos(turn)) / 2 * rng.uniform(0.8, 1.1)
        pieces.append(np.stack([x - 0.25 * y, y], axis=1))
    return np.concatenate(pieces)


def _trace(layer: Pixels, stroke: np.ndarray, *, width: int) -> None:
    """Draw a stroke with a sixteenth of a pixel's exactness."""
    points = np.round(stroke * 16).astype(np.int32)
    cv2.polylines(layer, [points], False, 20, width, cv2.LINE_AA, shift=4)


def filled_in_by_hand(
    form: Document,
    *,
    rng: np.random.Generator,
    family: Family,
    points: float,
    sheet: Sheet = A4,
) -> Pixels:
    """Return the form with its answers in blue, leaning and wavering as if written by hand."""
    blocks = [
        replace(block, value="") if isinstance(block, Field) else block for block in form.blocks
    ]
    empty = draw(replace(form, blocks=blocks), family=family, points=points, sheet=sheet).pixels
    full = draw(form, family=family, points=points, sheet=sheet).pixels
    answers = WHITE - cv2.subtract(empty, full)
    height, width = answers.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    waver = 5 * np.sin(x / rng.uniform(35, 60) + rng.uniform(0, 6)) + 3 * np.sin(x / 17 + y / 23)
    lean = 6 * np.sin(y / 19 + x / 140)
    written = cv2.remap(answers, x + lean, y + waver, cv2.INTER_LINEAR, borderValue=WHITE)
    return inked(empty, ink=cv2.erode(written, np.ones((2, 2), np.uint8)), colour=BLUE)
