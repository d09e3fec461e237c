"""A second reader of single lines: the network of the package asterocr (MIT), by ONNX Runtime.

Only the package's weights and alphabet are used, none of its code: its decoding is a plain
greedy reading, and its Python part starts telemetry unless told not to.
"""

import json
import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from motcua.digitisation.backends.models import second_reader_folder
from motcua.digitisation.ports import Pixels
from motcua.digitisation.rules.text import Box, Line, Word

HEIGHT_PX: Final = 32
STEP_PX: Final = 4
WIDEST_PX: Final = 980
"""The network has places for 256 steps of 4 px; it fails on wider lines."""

EVEN_SHARE: Final = 2 / 3
"""Of the widest part; a cut a quarter of a share away at either end makes half as much again."""

BLANK: Final = 0


class AsterLineReader:
    """Reads lines of Vietnamese print; twice the time of Tesseract, and other mistakes."""

    def __init__(self) -> None:
        assets = second_reader_folder()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(assets / "asternet.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._input = self._session.get_inputs()[0].name
        self._alphabet = _alphabet(assets / "vocab.json")

    def read_lines(
        self, image: Pixels, *, regions: Sequence[Box], dpi: int
    ) -> tuple[Line | None, ...]:
        """Return what each region says; words and their places from where the signs were seen."""
        del dpi  # every line is brought to one height
        return tuple(self._line(image, region) for region in regions)

    def _line(self, image: Pixels, region: Box) -> Line | None:
        here = region.within(width=image.shape[1], height=image.shape[0])
        if min(here.width, here.height) < 2:
            return None
        words = tuple(
            _word(run, part)
            for part in _parts(image, here)
            for run in _runs(self._signs(_seen(image, part)))
        )
        return Line(words=words) if words else None

    def _signs(self, crop: Pixels) -> Iterator["_Sign"]:
        height, width = crop.shape
        wide = max(HEIGHT_PX, math.ceil(width * HEIGHT_PX / height / STEP_PX) * STEP_PX)
        how = cv2.INTER_AREA if height > HEIGHT_PX else cv2.INTER_LINEAR
        scaled = cv2.resize(crop, (wide, HEIGHT_PX), interpolation=how)
        planes = np.repeat(scaled.astype(np.float32)[None, None] / 127.5 - 1, 3, axis=1)
        logs = self._session.run(None, {self._input: planes})[0][:, 0]
        yield from self._greedy(logs, px_per_step=width / logs.shape[0])

    def _greedy(self, logs: NDArray[Any], *, px_per_step: float) -> Iterator["_Sign"]:
        """Take the likeliest sign of every step, repeats and blanks left out (CTC)."""
        best = logs.argmax(axis=1)
        fresh = (best != BLANK) & np.r_[True, best[1:] != best[:-1]]
        for step in np.flatnonzero(fresh):
            yield _Sign(
                text=self._alphabet[int(best[step])],
                at=float(step) * px_per_step,
                width=px_per_step,
                confidence=float(np.exp(logs[step, best[step]])),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sign:
    text: str
    at: float
    width: float
    confidence: float


def _seen(image: Pixels, region: Box) -> Pixels:
    return image[region.top : region.bottom, region.left : region.right]


def _parts(image: Pixels, line: Box) -> Iterator[Box]:
    """Cut a line that is too wide at the whitest places near even shares, which part words too."""
    widest = WIDEST_PX * line.height / HEIGHT_PX
    if line.width <= widest:
        yield line
        return
    count = math.ceil(line.width / (widest * EVEN_SHARE))
    darkness = 255 - _seen(image, line).min(axis=0).astype(np.float32)
    ink = np.convolve(darkness, np.ones(max(3, line.height // 5)), "same")
    reach = line.width // count // 4
    middles = [line.width * number // count for number in range(1, count)]
    cuts = [at - reach + int(ink[at - reach : at + reach].argmin()) for at in middles]
    for start, end in pairwise((0, *cuts, line.width)):
        yield replace(line, left=line.left + start, right=line.left + end)


def _runs(signs: Iterable[_Sign]) -> Iterator[list[_Sign]]:
    """Part the signs at spaces."""
    run: list[_Sign] = []
    for sign in signs:
        if sign.text.isspace():
            if run:
                yield run
            run = []
        else:
            run.append(sign)
    if run:
        yield run


def _word(run: Sequence[_Sign], part: Box) -> Word:
    left = part.left + round(run[0].at)
    right = part.left + round(run[-1].at + run[-1].width)
    return Word(
        text=unicodedata.normalize("NFC", "".join(sign.text for sign in run)),
        box=Box(
            left=left,
            top=part.top,
            right=max(left + 1, min(right, part.right)),
            bottom=part.bottom,
        ),
        confidence=min(sign.confidence for sign in run),
    )


def _alphabet(path: Path) -> tuple[str, ...]:
    signs: list[str] = json.loads(path.read_text("utf-8"))["chars"]
    return ("", *signs[1:])
