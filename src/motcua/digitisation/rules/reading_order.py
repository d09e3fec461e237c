"""In which order the words of an office page are read.

Decree 30/2020/NĐ-CP, Appendix I, draws an official document as one column with two exceptions:
the head (issuer and number at the left, national title and date at the right) and the foot
(recipients at the left, signature at the right). Those two are read column by column, all else
row by row, a ruled table cell by cell.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Final

from motcua.digitisation.rules.text import Box, Line, PageText, Word, around

SAME_ROW: Final = 0.5
"""Two pieces stand on one row when they share this much of the lower one's height."""

WIDE_GAP: Final = 1.2
"""A gap of this many line heights parts two pieces of print; spaces in justified text are less."""

GUTTER: Final = 0.6
"""The least width, in line heights, of the white strip between two columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a ruled table with the lines read in it."""

    box: Box
    lines: tuple[Line, ...]


def in_reading_order(lines: Iterable[Line], *, cells: Sequence[Cell] = ()) -> PageText:
    """Return the same words as lines in reading order; no word is lost or added."""
    tables = _tables(cells)
    ordered: list[Line] = []
    for block in _blocks(
        _rows(piece for line in lines for piece in _pieces(line)),
        parted_at=[table.top for table in tables],
    ):
        while tables and tables[0].top < block.top:
            ordered += tables.pop(0).lines
        ordered += block.lines
    for table in tables:
        ordered += table.lines
    return PageText(lines=tuple(ordered))


Row = tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """What is read before anything else is: columns, a row, a table."""

    top: int
    lines: tuple[Line, ...]


def _blocks(rows: Sequence[Row], *, parted_at: Sequence[int]) -> Iterator[_Block]:
    """Give out the head, the rows and the foot; neither column reaches over a table."""
    above = [sum(_top(row) < top for row in rows) for top in parted_at]
    head = _column_rows(rows[: min((count for count in above if count), default=None)])
    below = max((count for count in above if head <= count < len(rows)), default=head)
    foot = len(rows) - _column_rows(rows[below:][::-1])
    if head:
        yield _by_columns(rows[:head])
    for row in rows[head:foot]:
        yield _Block(top=_top(row), lines=(_joined(row),))
    if foot < len(rows):
        yield _by_columns(rows[foot:])


def _pieces(line: Line) -> Iterator[Line]:
    """Cut a line at its wide gaps: a reader may have run two columns into one line."""
    words = sorted(line.words, key=lambda word: word.box.left)
    height = _middle(word.box.height for word in words)
    piece: list[Word] = [words[0]]
    for before, word in pairwise(words):
        if word.box.left - before.box.right > WIDE_GAP * height:
            yield Line(words=tuple(piece))
            piece = []
        piece.append(word)
    yield Line(words=tuple(piece))


def _rows(pieces: Iterable[Line]) -> list[Row]:
    """Gather pieces that stand side by side, rows from the top, pieces from the left."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda piece: piece.box.centre[1]):
        if rows and _side_by_side(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [tuple(sorted(row, key=lambda piece: piece.box.left)) for row in rows]


def _side_by_side(row: Sequence[Line], piece: Line) -> bool:
    last = row[-1].box
    shared = min(last.bottom, piece.box.bottom) - max(last.top, piece.box.top)
    return shared >= SAME_ROW * min(last.height, piece.box.height) and all(
        piece.box.left >= other.box.right or piece.box.right <= other.box.left for other in row
    )


def _column_rows(rows: Sequence[Row]) -> int:
    """Return how many of the first rows stand in two columns, none when fewer than two pairs do.

    One white strip parts them all; the first row that has a third piece or reaches over the
    strip ends them. So does a line that would be read before one above it, as the first line of
    a form would be before its narrow title.
    """
    count = pairs = 0
    for number, row in enumerate(rows, start=1):
        pairs += len(row) == 2
        if len(row) > 2 or (pairs and not _parted(rows[:number])):
            break
        count = number
    return count - _out_of_turn(rows[:count]) if pairs >= 2 else 0


def _out_of_turn(rows: Sequence[Row]) -> int:
    """Return how many rows there are from the first that columns would put out of its turn."""
    left, _ = _columns(rows)
    tail = list(takewhile(lambda row: len(row) == 1, reversed(rows)))[::-1]
    for done, pair in enumerate(pairwise(tail), start=1):
        upper, lower = sorted((row[0] for row in pair), key=lambda piece: piece.box.top)
        if upper not in left and lower in left:
            return len(tail) - done
    return 0


def _parted(rows: Sequence[Row]) -> bool:
    left, right = _columns(rows)
    if not left or not right:
        return False
    strip = min(piece.box.left for piece in right) - max(piece.box.right for piece in left)
    return strip >= GUTTER * min(piece.box.height for piece in left)


def _columns(rows: Sequence[Row]) -> tuple[list[Line], list[Line]]:
    """Share out the pieces to both sides of the middle of the paired rows' gap."""
    paired = [row for row in rows if len(row) == 2]
    strip = max(row[0].box.right for row in paired) + min(row[1].box.left for row in paired)
    pieces = [piece for row in rows for piece in row]
    return (
        [piece for piece in pieces if piece.box.left + piece.box.right < strip],
        [piece for piece in pieces if piece.box.left + piece.box.right >= strip],
    )


def _by_columns(rows: Sequence[Row]) -> _Block:
    left, right = _columns(rows)
    return _Block(top=_top(rows[0]), lines=(*left, *right))


def _joined(row: Row) -> Line:
    return Line(words=tuple(word for piece in row for word in piece.words))


def _tables(cells: Sequence[Cell]) -> list[_Block]:
    """Gather cells into rows and rows into tables, each read row by row."""
    if not cells:
        return []
    rows: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda cell: cell.box.top):
        first = rows[-1][0].box if rows else None
        if first and cell.box.top - first.top < SAME_ROW * min(first.height, cell.box.height):
            rows[-1].append(cell)
        else:
            rows.append([cell])
    tables: list[list[list[Cell]]] = []
    bottom = None
    for row in rows:
        here = around(cell.box for cell in row)
        if bottom is None or here.top - bottom > min(cell.box.height for cell in row):
            tables.append([])
        tables[-1].append(sorted(row, key=lambda cell: cell.box.left))
        bottom = max(here.bottom, bottom or 0)
    return [
        _Block(
            top=table[0][0].box.top,
            lines=tuple(line for row in table for cell in row for line in cell.lines),
        )
        for table in tables
    ]


def _top(row: Row) -> int:
    return min(piece.box.top for piece in row)


def _middle(figures: Iterable[int]) -> int:
    ordered = sorted(figures)
    return ordered[len(ordered) // 2]
