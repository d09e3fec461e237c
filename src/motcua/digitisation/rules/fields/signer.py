"""Who signed: cells 7a and 7b of the decree's drawing, at the right below the text.

Cell 7a holds the capacity in capitals on one to four lines: "TM." with the collective, "KT." with
the head and the deputy below, "TL.", "TUQ.", "Q." (Decree 30/2020/NĐ-CP, Article 13). Cell 7b, below
the signature and in line with it, holds the name. Only an office makes a signer: two parties that
sign side by side ("BÊN GIAO", "BÊN NHẬN") are none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from motcua.digitisation.rules.fields.capacity import CapacityLine, capacity_line, deputy_line
from motcua.digitisation.rules.fields.letters import in_capitals
from motcua.digitisation.rules.fields.person import PersonName, person_in
from motcua.digitisation.rules.fields.sheet import Sheet, rows_of
from motcua.digitisation.rules.text import Box, Line, Word

RIGHT_FROM: Final = 0.42
"""Share of the width from which the right block may begin; the decree's cell 7a begins at 0.55."""

MIDDLE_FROM: Final = 0.52

MOST_LINES: Final = 4
DATE_LINES_ABOVE: Final = 2

NEXT_LINE_WITHIN: Final = 1.8
"""Letter heights of white between two lines of a capacity; the signature needs more."""

LEVEL_WITHIN: Final = 3
"""Letter heights the first line may be off the level of "Nơi nhận:", with which the decree sets it."""

NAME_WITHIN: Final = 16
"""Letter heights from the capacity down to the name, room for a seal and a digital signature."""

IN_LINE_WITHIN: Final = 0.09
"""Widths the middle of the name may be off that of the capacity."""

_LONG: Final = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBlock:
    """What is certain of a signature block; either part may be missing."""

    capacity: tuple[Word, ...]
    person: PersonName | None
    is_level: bool
    """Whether it stands beside "Nơi nhận:", where the decree draws it."""

    above: tuple[Line, ...] = ()
    """The lines of the right block above the capacity, where forms have place and date."""


def signature_block(sheet: Sheet, *, beside: Box | None) -> SignatureBlock | None:
    """Return the block beside the recipients, or without them the last one with an office."""
    rows = _right_rows(sheet, beside=beside)
    start = _first_line(rows, sheet=sheet, beside=beside)
    if start is None:
        person = _person_under(beside, rows=rows, sheet=sheet) if beside else None
        return SignatureBlock(capacity=(), person=person, is_level=True) if person else None
    lines, whole = _capacity(rows[start:], sheet=sheet)
    box = lines[-1].row.box
    return SignatureBlock(
        capacity=tuple(chain.from_iterable(line.words for line in lines)) if whole else (),
        person=_person_under(box, rows=rows[start + len(lines) :], sheet=sheet),
        is_level=beside is not None,
        above=tuple(rows[max(0, start - DATE_LINES_ABOVE) : start]),
    )


def _right_rows(sheet: Sheet, *, beside: Box | None) -> tuple[Line, ...]:
    top = beside.top - LEVEL_WITHIN * sheet.letter_height if beside else sheet.down(0.25)
    return rows_of(
        piece
        for piece in sheet.pieces
        if piece.box.left >= sheet.across(RIGHT_FROM)
        and piece.box.centre[0] >= sheet.across(MIDDLE_FROM)
        and piece.box.top >= top
    )


def _first_line(rows: Sequence[Line], *, sheet: Sheet, beside: Box | None) -> int | None:
    """Return which row begins a capacity, if no other line in capitals stands right above it."""
    lowest = beside.bottom + LEVEL_WITHIN * sheet.letter_height if beside else sheet.page.height
    highest = 0 if beside else _end_of_text(sheet)
    for at, row in enumerate(rows):
        if not highest <= row.box.top <= lowest or not capacity_line(row):
            continue
        above = rows[at - 1] if at else None
        if above and in_capitals(above.text) and _follows(row, above, sheet=sheet):
            return None
        return at
    return None


def _end_of_text(sheet: Sheet) -> int:
    """Return where the last line over most of the width ends: a signature stands below it."""
    return max(
        (row.box.bottom for row in sheet.pieces if row.box.width > sheet.across(_LONG)), default=0
    )


def _follows(row: Line, above: Line, *, sheet: Sheet) -> bool:
    return row.box.top - above.box.bottom <= NEXT_LINE_WITHIN * sheet.letter_height


def _capacity(rows: Sequence[Line], *, sheet: Sheet) -> tuple[list[CapacityLine], bool]:
    """Return the lines of the capacity, and whether none is missing after the last."""
    lines = [line for line in (capacity_line(rows[0]),) if line]
    for above, row in pairwise(rows[:MOST_LINES]):
        if not lines[-1].needs_more or not _follows(row, above, sheet=sheet):
            break
        line = capacity_line(row) or deputy_line(row, under=lines[-1])
        if line is None:
            break
        lines.append(line)
    return lines, not lines[-1].needs_more


def _person_under(box: Box, *, rows: Sequence[Line], sheet: Sheet) -> PersonName | None:
    """Return the lowest name in line with the capacity; below the name stands no other."""
    lowest = box.bottom + NAME_WITHIN * sheet.letter_height
    people = [
        person
        for row in rows
        if box.bottom < row.box.centre[1] and row.box.bottom <= lowest
        if _in_line(row, box, sheet=sheet) and (person := person_in(row))
    ]
    return people[-1] if people else None


def _in_line(row: Line, box: Box, *, sheet: Sheet) -> bool:
    """Without a capacity the box is that of "Nơi nhận:", and the right block is enough."""
    if box.centre[0] < sheet.across(MIDDLE_FROM):
        return True
    return abs(row.box.centre[0] - box.centre[0]) <= sheet.across(IN_LINE_WITHIN)
