"""What a document is made of, from top to bottom."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Issuer and number on the left, the state's motto with place and day on the right.

    The layout is that of Decree 30/2020/NĐ-CP, annex I: the first two lines of each side are bold
    and underlined, a line with a day is in italics.
    """

    left: Sequence[str]
    right: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """What kind of document it is, centred, large and bold."""

    lines: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtitle:
    """What the document is about, centred and bold."""

    lines: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text with an indented first line, both margins straight."""

    text: str
    italic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A bold line of its own over paragraphs."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A line of a form: the printed label, then dots with the answer written over them."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A ruled table whose first row is its head; the widths are parts of the line and sum to 1."""

    rows: Sequence[Sequence[str]]
    widths: Sequence[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The foot: who receives it (or who else signs) on the left, who signs on the right."""

    left: Sequence[str]
    right: Sequence[str]


Block = Letterhead | Title | Subtitle | Paragraph | Heading | Field | Table | Closing

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
"""The two lines every document of the state carries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One page of text; people, places and numbers in it are invented."""

    name: str
    """Letters, digits and underscores: it becomes part of file names."""

    blocks: Sequence[Block]
