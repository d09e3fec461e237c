"""What the first page says above its text, each part where Decree 30/2020/NĐ-CP draws it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from motcua.digitisation.rules.document_kinds import LETTER, DocumentKind
from motcua.digitisation.rules.fields.head import Head, head_of
from motcua.digitisation.rules.fields.issuer import BodyName, names_in
from motcua.digitisation.rules.fields.kind import KindLine, LetterLine, kind_line, letter_line
from motcua.digitisation.rules.fields.letters import bare, key
from motcua.digitisation.rules.fields.number import (
    Number,
    NumberRow,
    agreed_with_issuer,
    agreed_with_kind,
    number_in,
    number_row,
)
from motcua.digitisation.rules.fields.place_and_date import (
    DateRow,
    Place,
    date_in,
    latest_year_cited,
    place_in,
)
from motcua.digitisation.rules.fields.sheet import Sheet, rows_of
from motcua.digitisation.rules.fields.subject import CENTRED_WITHIN
from motcua.digitisation.rules.fields.trust import ELSEWHERE
from motcua.digitisation.rules.text import Line

ABOVE_TITLE: Final = 1.5
"""Letter heights the first name may stand above the title, on whose row the decree sets it."""

BELOW_TITLE: Final = 9
"""Letter heights from the title down in which names, number and date stand."""

UNDER_KIND: Final = 6
"""Letter heights below the kind in which a contract has its number and an invoice its date."""

NAMELESS_GAP: Final = 2.8
"""Letter heights of white over the number in which a line of the issuer's name was lost."""


@dataclass(frozen=True, kw_only=True)
class Front:
    """The head of the first page and what its parts say of one another."""

    sheet: Sheet
    head: Head

    @cached_property
    def kind_line(self) -> KindLine | None:
        """Return the line with the kind."""
        return kind_line(self.head.pieces, sheet=self.sheet)

    @cached_property
    def letter_line(self) -> LetterLine | None:
        """Return the "V/v" of a letter, where no kind and no symbol of a kind is printed."""
        row = self.number_row
        if self.kind_line or not self.head.left or (row and row.kind_symbol):
            return None
        return self._about

    @cached_property
    def _about(self) -> LetterLine | None:
        return letter_line(self.head.pieces, head=self.head, sheet=self.sheet)

    @property
    def kind(self) -> DocumentKind | None:
        """Return what kind of document it is."""
        if self.kind_line:
            return self.kind_line.kind
        return LETTER if self.letter_line else None

    @cached_property
    def number_row(self) -> NumberRow | None:
        """Return the row that begins with "Số:", in the left column or under the kind."""
        return number_row(self._above_kind(self.head.left)) or number_row(self._under_kind())

    @cached_property
    def names(self) -> tuple[BodyName | None, ...]:
        """Return the names in the left column, the last being the issuer's."""
        return names_in(
            self._name_lines(),
            number=self._number_in_column,
            sheet=self.sheet,
        )

    @property
    def _number_in_column(self) -> Line | None:
        row = self.number_row
        return row.line if row and row.line in self.head.left else None

    @cached_property
    def number(self) -> Number | None:
        """Return number and symbol if they agree with the kind and with themselves."""
        read = number_in(self.number_row) if self.number_row else None
        number = agreed_with_kind(read, self.kind) if read else None
        if number is None:
            return None
        issuer = self.names[-1] if self.names else None
        number = agreed_with_issuer(number, issuer.text if issuer else None)
        if self._stands_left(number):
            return number
        return replace(number, agreement=number.agreement * ELSEWHERE)

    @cached_property
    def date_row(self) -> DateRow | None:
        """Return place and date, if nothing the document cites is younger."""
        found = self._date_beside_number() or self._date_under_kind()
        return found if found and found.day.year >= latest_year_cited(self._grounds()) else None

    @cached_property
    def place(self) -> Place | None:
        """Return the place in the right column."""
        return place_in(self._above_kind(self.head.right), sheet=self.sheet)

    def _date_beside_number(self) -> DateRow | None:
        """Under the national title a date without its place is the rest of some other line."""
        found = date_in(self._above_kind(self.head.right))
        return found if found and (found.has_place or self.head.title is None) else None

    def _date_under_kind(self) -> DateRow | None:
        found = date_in(self._under_kind())
        if found is None or found.has_place:
            return None
        return replace(found, agreement=found.agreement * ELSEWHERE)

    def _stands_left(self, number: Number) -> bool:
        return any(word.box == number.words[0].box for row in self.head.left for word in row.words)

    def _name_lines(self) -> Sequence[Line]:
        lines = list(self._above_kind(self.head.left))
        at = next((at for at, line in enumerate(lines) if self._may_be_number(line)), None)
        if at is None:
            return lines if self.head.title else ()
        lines, number = lines[:at], lines[at]
        return lines if not lines or self._is_near(lines[-1], number) else ()

    def _may_be_number(self, line: Line) -> bool:
        """Tell a misread number or another label by its sign, which no name has."""
        is_row = self.number_row is not None and line == self.number_row.line
        return is_row or "/" in line.text or ":" in line.text

    def _is_near(self, above: Line, below: Line) -> bool:
        gap = below.box.top - above.box.bottom
        return gap <= NAMELESS_GAP * self.sheet.letter_height

    def _above_kind(self, lines: Sequence[Line]) -> Iterator[Line]:
        """Return the lines of a column between the top of the title and kind or "V/v"."""
        title = self.head.title.box if self.head.title else None
        height = self.sheet.letter_height
        lowest = title.bottom + BELOW_TITLE * height if title else self.sheet.down(0.3)
        highest = title.top - ABOVE_TITLE * height if title else 0
        for line in (*(self.kind_line.lines[:1] if self.kind_line else ()), *self._about_lines):
            lowest = min(lowest, line.box.top)
        for line in lines:
            if highest <= line.box.top and line.box.centre[1] <= lowest:
                yield line

    @property
    def _about_lines(self) -> tuple[Line, ...]:
        return (self._about.line,) if self._about else ()

    def _under_kind(self) -> Iterator[Line]:
        if self.kind_line is None:
            return
        kind = self.kind_line.lines[-1].box
        for piece in rows_of(self.head.pieces):
            below = piece.box.centre[1] - kind.bottom
            off = abs(piece.box.centre[0] - kind.centre[0])
            near = 0 <= below <= UNDER_KIND * self.sheet.letter_height
            if near and off <= self.sheet.across(CENTRED_WITHIN):
                yield piece

    def _grounds(self) -> Iterator[Line]:
        """Return the lines from the first "Căn cứ" to "Điều 1", in which laws are cited."""
        rows = iter(self.sheet.rows)
        for row in rows:
            if bare(row.text).lstrip("- ").startswith("can cu"):
                yield row
                break
        for row in rows:
            if key(row.text).startswith("dieu1") or row.text.endswith(":"):
                return
            yield row


def front_of(sheet: Sheet) -> Front:
    """Take the head of the page apart."""
    return Front(sheet=sheet, head=head_of(sheet))
