"""Lays a document out on a sheet, black on white, and keeps account of its text."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import singledispatchmethod
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from samples.documents.blocks import (
    Block,
    Closing,
    Document,
    Field,
    Heading,
    Letterhead,
    Paragraph,
    Subtitle,
    Table,
    Title,
)
from samples.fonts import Family, Style, font

Pixels = NDArray[np.uint8]

Segments = list[list[str]]
"""The text of a page from top to bottom; each part with the orders in which it may be read (NFC).

Two columns or a table may be read down or across: both are right.
"""

LEADING: Final = 1.28
"""Line height over type size, that of single-spaced office type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of paper in pixels of 300 dpi, with its margins."""

    width: int
    height: int
    left: int = 340
    right: int = 230
    top: int = 230
    bottom: int = 60
    left_column: int = 430
    """From the left margin to the middle of the issuer's column."""

    right_column: int = 560
    """From the right margin to the middle of the column of motto and signature."""

    def on_its_side(self) -> "Sheet":
        """Return the sheet lying down."""
        return replace(
            self,
            width=self.height,
            height=self.width,
            left_column=round(self.left_column * 1.5),
            right_column=round(self.right_column * 1.3),
        )


A4: Final = Sheet(width=2480, height=3508)
A5: Final = Sheet(
    width=1748,
    height=2480,
    left=170,
    right=120,
    top=150,
    left_column=300,
    right_column=440,
)
A6: Final = Sheet(
    width=1240,
    height=1748,
    left=110,
    right=90,
    top=110,
    left_column=210,
    right_column=330,
)


class DoesNotFit(Exception):
    """The document is longer than the sheet at this type size."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DrawnPage:
    """A page before anything happened to it."""

    pixels: Pixels
    """Grey, 0 is ink."""

    segments: Segments
    signature_at: tuple[float, float] | None
    """Where a signature goes, between the signer's office and name; x and y in pixels."""


def draw(document: Document, *, family: Family, points: float, sheet: Sheet = A4) -> DrawnPage:
    """Return the document on one sheet; refuses with `DoesNotFit`."""
    layout = _Layout(family=family, points=points, sheet=sheet)
    for block in document.blocks:
        layout.add(block)
    if layout.y > sheet.height - sheet.bottom:
        raise DoesNotFit(f"{document.name} ends at {layout.y} of {sheet.height}")
    return DrawnPage(
        pixels=np.array(layout.image),
        segments=layout.segments,
        signature_at=layout.signature_at,
    )


def _nfc(parts: Sequence[str]) -> str:
    return unicodedata.normalize("NFC", " ".join(part for part in parts if part))


def _line_height(of: ImageFont.FreeTypeFont) -> int:
    return int(of.size * LEADING)


class _Layout:
    """A sheet being filled; `y` is the top of the next line."""

    def __init__(self, *, family: Family, points: float, sheet: Sheet) -> None:
        self.image = Image.new("L", (sheet.width, sheet.height), 255)
        self.pen = ImageDraw.Draw(self.image)
        self.family, self.points = family, points
        self.regular = self.cut(Style.REGULAR)
        self.bold = self.cut(Style.BOLD)
        self.italic = self.cut(Style.ITALIC)
        self.left, self.right = sheet.left, sheet.width - sheet.right
        self.column_centres = self.left + sheet.left_column, self.right - sheet.right_column
        self.y = sheet.top
        self.segments: Segments = []
        self.signature_at: tuple[float, float] | None = None

    def cut(self, style: Style, *, larger_by: float = 0.0) -> ImageFont.FreeTypeFont:
        return font(self.family, style=style, points=self.points + larger_by)

    @singledispatchmethod
    def add(self, block: Block) -> None:
        """Draw one block below what is there and account for its text."""
        raise TypeError(block)

    @add.register
    def title(self, block: Title) -> None:
        self.centred(block.lines, type_=self.cut(Style.BOLD, larger_by=2))

    @add.register
    def subtitle(self, block: Subtitle) -> None:
        self.centred(block.lines, type_=self.bold)
        self.y += 20

    @add.register
    def running_text(self, block: Paragraph) -> None:
        self.paragraph(block.text, type_=self.italic if block.italic else self.regular, indent=150)

    @add.register
    def heading(self, block: Heading) -> None:
        self.paragraph(block.text, type_=self.bold, indent=0)

    def width_of(self, text: str, *, type_: ImageFont.FreeTypeFont) -> float:
        return self.pen.textlength(text, font=type_)

    def wrapped(
        self, text: str, *, type_: ImageFont.FreeTypeFont, width: float, indent: float = 0
    ) -> list[str]:
        lines: list[str] = []
        line = ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            room = width - (0 if lines else indent)
            if line and self.width_of(longer, type_=type_) > room:
                lines.append(line)
                line = word
            else:
                line = longer
        return [*lines, line]

    def paragraph(self, text: str, *, type_: ImageFont.FreeTypeFont, indent: int) -> None:
        lines = self.wrapped(text, type_=type_, width=self.right - self.left, indent=indent)
        for number, line in enumerate(lines):
            x = self.left + (0 if number else indent)
            if number < len(lines) - 1 and line.count(" ") >= 3:
                self.justified(line.split(" "), type_=type_, x=x)
            else:
                self.pen.text((x, self.y), line, font=type_, fill=0)
            self.y += _line_height(type_)
        self.y += int(self.regular.size * 0.28)
        self.segments.append([_nfc([text])])

    def justified(self, words: list[str], *, type_: ImageFont.FreeTypeFont, x: float) -> None:
        widths = [self.width_of(word, type_=type_) for word in words]
        gap = (self.right - x - sum(widths)) / (len(words) - 1)
        for word, width in zip(words, widths, strict=True):
            self.pen.text((x, self.y), word, font=type_, fill=0)
            x += width + gap

    def centred(self, lines: Sequence[str], *, type_: ImageFont.FreeTypeFont) -> None:
        for line in lines:
            x = (self.left + self.right) / 2 - self.width_of(line, type_=type_) / 2
            self.pen.text((x, self.y), line, font=type_, fill=0)
            self.y += _line_height(type_)
        self.segments.append([_nfc(lines)])

    def column(
        self,
        lines: Sequence[str],
        *,
        types: Sequence[ImageFont.FreeTypeFont],
        centre: float | None,
    ) -> int:
        """Draw lines centred, or from the margin without a centre; return where they end."""
        y = self.y
        for line, type_ in zip(lines, types, strict=True):
            x: float = self.left
            if centre is not None:
                x = centre - self.width_of(line, type_=type_) / 2
            self.pen.text((x, y), line, font=type_, fill=0)
            y += _line_height(type_)
        return y

    def side_by_side(self, left: Sequence[str], right: Sequence[str]) -> None:
        """Account for two columns, which may be read one after the other or line by line."""
        height = max(len(left), len(right))
        left = [*left, *[""] * (height - len(left))]
        right = [*right, *[""] * (height - len(right))]
        across = [part for pair in zip(left, right, strict=True) for part in pair]
        self.segments.append([_nfc([*left, *right]), _nfc(across)])

    @add.register
    def letterhead(self, block: Letterhead) -> None:
        def types(lines: Sequence[str]) -> list[ImageFont.FreeTypeFont]:
            heads = [self.bold, self.bold, *[self.regular] * len(lines)]
            return [
                self.italic if "ngày" in line.lower() else head
                for line, head in zip(lines, heads, strict=False)
            ]

        left, right = self.column_centres
        rule = self.y + 2 * _line_height(self.regular) + 4
        end = max(
            self.column(block.left, types=types(block.left), centre=left),
            self.column(block.right, types=types(block.right), centre=right),
        )
        self.pen.line((left - 120, rule, left + 120, rule), fill=0, width=3)
        self.pen.line((right - 330, rule, right + 330, rule), fill=0, width=3)
        self.y = end + int(self.regular.size * 0.9)
        self.side_by_side(block.left, block.right)

    @add.register
    def closing(self, block: Closing) -> None:
        left, right = self.column_centres
        types = [self.bold] * len(block.left)
        centre: float | None = left
        if block.left and block.left[0].startswith("Nơi nhận"):
            small = self.cut(Style.REGULAR, larger_by=-2)
            types = [self.cut(Style.ITALIC, larger_by=-2), *[small] * (len(block.left) - 1)]
            centre = None
        self.signature_at = (right, self.y + 3 * _line_height(self.regular))
        end = max(
            self.column(block.left, types=types, centre=centre),
            self.column(block.right, types=[self.bold] * len(block.right), centre=right),
        )
        self.y = end + int(self.regular.size * 0.2)
        self.side_by_side(block.left, block.right)

    @add.register
    def field(self, block: Field) -> None:
        self.pen.text((self.left, self.y), block.label, font=self.regular, fill=0)
        x = self.left + self.width_of(f"{block.label} ", type_=self.regular)
        base = self.y + int(self.regular.size * 1.02)
        for dot in range(int(x), self.right, 14):
            self.pen.ellipse((dot, base, dot + 3, base + 3), fill=60)
        self.pen.text((x + 20, self.y - 4), block.value, font=self.italic, fill=0)
        self.y += int(_line_height(self.regular) * 1.18)
        self.segments.append([_nfc([block.label, *block.value.split()])])

    @add.register
    def table(self, block: Table) -> None:
        edges = [self.left]
        for width in block.widths:
            edges.append(edges[-1] + int(width * (self.right - self.left)))
        self.rule(edges)
        for number, row in enumerate(block.rows):
            self.row(row, edges=edges, is_head=number == 0)
            self.rule(edges)
        self.y += int(self.regular.size)
        down = zip(*block.rows, strict=True)
        self.segments.append(
            [
                _nfc([cell for row in block.rows for cell in row]),
                _nfc([cell for column in down for cell in column]),
            ]
        )

    def rule(self, edges: Sequence[int]) -> None:
        self.pen.line((edges[0], self.y, edges[-1], self.y), fill=0, width=4)

    def row(self, cells: Sequence[str], *, edges: Sequence[int], is_head: bool) -> None:
        type_ = self.cut(Style.BOLD if is_head else Style.REGULAR, larger_by=-1.5)
        columns = list(zip(cells, edges, edges[1:], strict=False))
        wrapped = [
            self.wrapped(cell, type_=type_, width=end - start - 30) for cell, start, end in columns
        ]
        height = max(map(len, wrapped)) * _line_height(type_) + 24
        for (_, start, end), lines in zip(columns, wrapped, strict=True):
            y = self.y + 12
            for line in lines:
                x: float = start + 15
                if is_head or (len(line) < 12 and any(letter.isdigit() for letter in line)):
                    x = (start + end) / 2 - self.width_of(line, type_=type_) / 2
                self.pen.text((x, y), line, font=type_, fill=0)
                y += _line_height(type_)
        for edge in edges:
            self.pen.line((edge, self.y, edge, self.y + height), fill=0, width=4)
        self.y += height
