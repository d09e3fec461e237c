"""Where the running text breaks off: the trace of something that covered it.

A finger, a folded corner, a slip of paper or a fault of the feeder leaves no ink of its own to
speak of, but the sentence under it is torn: a line ends far from the margin without a full stop
and the next one goes on in the middle of a clause, or a line has a hole in its middle.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from motcua.digitisation.rules.text import Line, PageText, Word
from motcua.digitisation.rules.wording import is_plausible

FEWEST_LINES: Final = 4
"""Fewer lines have no margins to speak of."""

SURE_LINE: Final = 0.6
"""What is read less surely is handwriting, a seal or a picture, and no running text."""

SHORT: Final = 0.10
"""A line is short when this share of the text's width is missing at one of its ends."""

AT_MARGIN: Final = 0.04
GAP_LINES: Final = 2.2
FAR_LINES: Final = 3.2
"""A gap of so many lines' pitch between two lines of one sentence."""

CENTRED: Final = 0.03

HOLE: Final = 2.0
"""A gap of so many line heights between two words of one clause."""

FEWEST_WORDS: Final = 3
WEAK_WORD: Final = 0.5
UNSURE_LETTER: Final = 0.8

_CLOSED: Final = re.compile(r'[.;:!?/)\]”"…,-]$|\d$')
_LETTERS: Final = "a-zđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_GOES_ON: Final = re.compile(rf"^(?:[{_LETTERS}]{{2}}|\d[\d/]*/)")


def broken_lines(text: PageText) -> int:
    """Return how many times the running text breaks off where it should go on."""
    lines = [line for line in text.lines if _confidence(line) >= SURE_LINE]
    if len(lines) < FEWEST_LINES:
        return 0
    left, right = _margins(lines)
    pitch = _pitch(lines)
    torn = (
        _tear(before, after, left=left, right=right, pitch=pitch)
        for before, after in pairwise(lines)
    )
    return sum(torn) + sum(map(_holes, lines))


def frayed_lines(text: PageText) -> float:
    """Return the share of the lines that begin or end with what is no word, as if cut through."""
    lines = [line for line in text.lines if len(line.words) >= FEWEST_WORDS]
    if len(lines) < FEWEST_LINES:
        return 0.0
    return sum(_is_frayed(line) for line in lines) / len(lines)


def _is_frayed(line: Line) -> bool:
    return any(_is_a_scrap(word) for word in (line.words[0], line.words[-1]))


def _is_a_scrap(word: Word) -> bool:
    if len(word.text) == 1 and word.text.isalpha():
        return word.confidence < UNSURE_LETTER
    return word.confidence < WEAK_WORD and not is_plausible(word.text)


def _confidence(line: Line) -> float:
    return sum(word.confidence for word in line.words) / len(line.words)


def _holes(line: Line) -> int:
    """Count the wide gaps inside a clause; after a short label a form leaves one on purpose."""
    clauses = enumerate(pairwise(line.words), start=1)
    return sum(
        number >= FEWEST_WORDS
        and after.box.left - before.box.right > HOLE * line.box.height
        and not _CLOSED.search(before.text)
        and _GOES_ON.match(after.text) is not None
        for number, (before, after) in clauses
    )


def _margins(lines: Sequence[Line]) -> tuple[int, int]:
    lefts = sorted(line.box.left for line in lines)
    rights = sorted(line.box.right for line in lines)
    return lefts[len(lefts) // 8], rights[-1 - len(rights) // 8]


def _pitch(lines: Sequence[Line]) -> float:
    steps = sorted(
        after.box.top - before.box.top
        for before, after in pairwise(lines)
        if after.box.top > before.box.top
    )
    return steps[len(steps) // 2] if steps else 1.0


def _share_an_axis(before: Line, after: Line, width: int) -> bool:
    """Tell whether two lines are centred under one another, as a title's are."""
    return abs(before.box.centre[0] - after.box.centre[0]) < CENTRED * width


def _tear(before: Line, after: Line, *, left: int, right: int, pitch: float) -> int:
    """Return how surely something is lost between two lines of one sentence: 0, 1 or 2."""
    if _CLOSED.search(before.text) or not _GOES_ON.match(after.text):
        return 0
    width = max(1, right - left)
    ends_short = before.box.right < right - SHORT * width
    begins_late = after.box.left > left + SHORT * width and not _share_an_axis(before, after, width)
    is_apart = after.box.top - before.box.top > GAP_LINES * pitch
    runs_on = after.box.left < left + AT_MARGIN * width
    is_far = after.box.top - before.box.top > FAR_LINES * pitch
    if is_far and runs_on:
        return 2
    return int((ends_short and runs_on) or begins_late or (is_apart and runs_on))
