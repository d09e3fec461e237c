"""Where the running text breaks off: the trace of something that covered it.

A finger, a folded corner, a slip of paper or a fault of the feeder leaves no ink of its own to
speak of, but the sentence under it is torn: a line ends far from the margin without a full stop,
and the next one goes on in the middle of a clause.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from motcua.digitisation.rules.text import Line, PageText

FEWEST_LINES: Final = 4
"""Fewer lines have no margins to speak of."""

SHORT: Final = 0.10
"""A line is short when this share of the text's width is missing at one of its ends."""

AT_MARGIN: Final = 0.04
GAP_LINES: Final = 2.2
"""A gap of so many lines' pitch between two lines of one sentence."""

_CLOSED: Final = re.compile(r"[.;:!?/)\]”\"…,-]$|\d$")
_GOES_ON: Final = re.compile(
    r"^[a-zđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{2}"
)


def broken_lines(text: PageText) -> int:
    """Return how many times the running text breaks off where it should go on."""
    lines = text.lines
    if len(lines) < FEWEST_LINES:
        return 0
    left, right = _margins(lines)
    pitch = _pitch(lines)
    return sum(
        _is_broken(before, after, left=left, right=right, pitch=pitch)
        for before, after in pairwise(lines)
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


def _is_broken(before: Line, after: Line, *, left: int, right: int, pitch: float) -> bool:
    """Tell whether one sentence runs over two lines and something of it is lost between them."""
    if _CLOSED.search(before.text) or not _GOES_ON.match(after.text):
        return False
    width = max(1, right - left)
    ends_short = before.box.right < right - SHORT * width
    begins_late = after.box.left > left + SHORT * width
    is_apart = after.box.top - before.box.top > GAP_LINES * pitch
    runs_on = after.box.left < left + AT_MARGIN * width
    return (ends_short and runs_on) or begins_late or (is_apart and runs_on)
