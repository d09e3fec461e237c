"""Who signed: cells 7a and 7b of the decree's drawing, at the right below the text.

Cell 7a holds the capacity in capitals on one to four lines: "TM." with the collective, "KT." with
the head and the deputy below, "TL.", "TUQ.", "Q." (Decree 30/2020/NĐ-CP, Article 13). Cell 7b,
below the signature and in line with it, holds the name. Only an office makes a signer: two parties
that sign side by side ("BÊN GIAO", "BÊN NHẬN") are none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from motcua.digitisation.rules.fields.capacity import CapacityLine, capacity_line, following_line
from motcua.digitisation.rules.fields.letters import in_capitals, key
from motcua.digitisation.rules.fields.person import PersonName, person_in
from motcua.digitisation.rules.fields.sheet import Sheet, is_broken, rows_of
from motcua.digitisation.rules.text import Box, Line, Word

RIGHT_FROM: Final = 0.42
"""Share of the width from which the right block may begin; the decree's cell 7a begins at 0.55."""

MIDDLE_FROM: Final = 0.52

MOST_LINES: Final = 4
DATE_LINES_ABOVE: Final = 2

NEXT_LINE_WITHIN: Final = 1.8
"""Letter heights of white between two lines of a capacity; the signature needs more."""

LEVEL_WITHIN: Final = 3
"""Letter heights the first line may be off "Nơi nhận:", level with which the decree sets it."""

SHORTEST_LINE: Final = 3
WHOLE_FROM: Final = 3
"""Parts of a name that is believed without a capacity over it."""

NAME_WITHIN: Final = 16
"""Letter heights from the capacity down to the name, room for a seal and a digital signature."""

IN_LINE_WITHIN: Final = 1.2
"""Letter heights the lines of the block may be off one middle. On the trial pages whole lines are
within 0.3; a name that lost its first or last part is 1.5 off."""

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
        return _without_capacity(rows, beside=beside, sheet=sheet) if beside else None
    lines, whole = _capacity(rows[start:], sheet=sheet)
    people = _people_under(lines[-1].row.box, rows=rows[start + len(lines) :], sheet=sheet)
    middle = lines[-1].print.box
    in_line = [person for person in people if _in_line(person.line, middle, sheet=sheet)]
    if people and not in_line and len(lines) == 1:
        whole = False  # one of the two lost a word, and nothing tells which
    return SignatureBlock(
        capacity=tuple(chain.from_iterable(line.words for line in lines)) if whole else (),
        person=in_line[-1] if in_line else None,
        is_level=beside is not None,
        above=tuple(rows[max(0, start - DATE_LINES_ABOVE) : start]),
    )


def _without_capacity(rows: Sequence[Line], *, beside: Box, sheet: Sheet) -> SignatureBlock | None:
    """Return a name that needs no capacity over it to be whole: surname and two more parts."""
    people = [
        person
        for person in _people_under(beside, rows=rows, sheet=sheet)
        if person.agreement == 1.0 and len(person.words) >= WHOLE_FROM
    ]
    return SignatureBlock(capacity=(), person=people[-1], is_level=True) if people else None


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
        line = capacity_line(row) if highest <= row.box.top <= lowest else None
        if line is None or is_broken(line.print, letter_height=sheet.letter_height):
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
    for above, row in pairwise(rows[: MOST_LINES + 1]):
        if not _follows(row, above, sheet=sheet):
            break
        line = following_line(row, under=lines[-1])
        certain = line and _is_whole(line, under=lines[-1], sheet=sheet)
        if not lines[-1].needs_more and (line or _is_unread(row)):
            return lines, False  # a line too many: the mark before the first office was lost
        if line is None or not certain:
            break
        lines.append(line)
    return lines, not (lines[-1].needs_more or lines[0].is_deputy)


def _is_unread(row: Line) -> bool:
    """Tell whether a row in capitals is neither a name nor a speck."""
    long = len(key(row.text)) >= SHORTEST_LINE
    return long and in_capitals(row.text) and person_in(row) is None


def _is_whole(line: CapacityLine, *, under: CapacityLine, sheet: Sheet) -> bool:
    hole = is_broken(line.print, letter_height=sheet.letter_height)
    return not hole and _in_line(line.print, under.print.box, sheet=sheet)


def _people_under(box: Box, *, rows: Sequence[Line], sheet: Sheet) -> list[PersonName]:
    """Return the names below the box, of which the lowest is the signer's."""
    lowest = box.bottom + NAME_WITHIN * sheet.letter_height
    return [
        person
        for row in rows
        if box.bottom < row.box.centre[1] and row.box.bottom <= lowest
        if not (capacity_line(row) or is_broken(row, letter_height=sheet.letter_height))
        if (person := person_in(row))
    ]


def _in_line(row: Line, box: Box, *, sheet: Sheet) -> bool:
    return abs(row.box.centre[0] - box.centre[0]) <= IN_LINE_WITHIN * sheet.letter_height
