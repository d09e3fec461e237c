"""The words of a page and where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle in pixels; right and bottom are the first column and row outside it."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Return the width in pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Return the height in pixels."""
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        """Return the middle point as x, y."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def moved(self, right: int, down: int) -> "Box":
        """Return the same rectangle so many pixels further right and down."""
        return Box(
            left=self.left + right,
            top=self.top + down,
            right=self.right + right,
            bottom=self.bottom + down,
        )

    def grown(self, by: int) -> "Box":
        """Return the rectangle with so many pixels more on every side."""
        return Box(
            left=self.left - by, top=self.top - by, right=self.right + by, bottom=self.bottom + by
        )

    def holds(self, other: "Box") -> bool:
        """Tell whether the middle of another rectangle, no larger than this, lies in this one."""
        x, y = other.centre
        return (
            self.left <= x < self.right
            and self.top <= y < self.bottom
            and other.width <= self.width
            and other.height <= self.height
        )

    def within(self, *, width: int, height: int) -> "Box":
        """Return the part that lies on an image of this size, of no area when none does."""
        left, top = min(max(0, self.left), width), min(max(0, self.top), height)
        return Box(
            left=left,
            top=top,
            right=min(max(left, self.right), width),
            bottom=min(max(top, self.bottom), height),
        )

    def scaled(self, factor: float) -> "Box":
        """Return the same rectangle on an image `factor` times as large."""
        return Box(
            left=round(self.left * factor),
            top=round(self.top * factor),
            right=round(self.right * factor),
            bottom=round(self.bottom * factor),
        )


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest rectangle that holds all the others; there must be at least one."""
    every = tuple(boxes)
    return Box(
        left=min(box.left for box in every),
        top=min(box.top for box in every),
        right=max(box.right for box in every),
        bottom=max(box.bottom for box in every),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word as read (NFC), where it stands, and how sure the reader is of it, from 0 to 1."""

    text: str
    box: Box
    confidence: float


@dataclass(frozen=True, kw_only=True)
class Line:
    """Words that stand on one line and belong together, left to right; never empty."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """Return the words with single spaces between them."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def box(self) -> Box:
        """Return the rectangle around the words."""
        return around(word.box for word in self.words)


@dataclass(frozen=True, kw_only=True)
class PageText:
    """The lines of one page in reading order."""

    lines: tuple[Line, ...] = ()

    @cached_property
    def text(self) -> str:
        """Return the lines, one below the other."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Return all words in reading order."""
        return tuple(word for line in self.lines for word in line.words)

    @cached_property
    def confidence(self) -> float:
        """Return the mean confidence of the letters, 0 for a page without words."""
        letters = sum(len(word.text) for word in self.words)
        if not letters:
            return 0.0
        return sum(word.confidence * len(word.text) for word in self.words) / letters
