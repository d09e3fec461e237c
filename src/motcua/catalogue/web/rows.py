"""Rows of a form that are added, dropped and moved by buttons, also where no script runs.

Each button sends the whole form; the page comes back with the rows in their new order and all
that was typed still in them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

MOST_ROWS = 60

Row = Mapping[str, str]


class Move(StrEnum):
    """What a button does with a row."""

    ADD = "add"
    DROP = "drop"
    UP = "up"
    DOWN = "down"
    EVEN = "even"
    """Share the time out evenly over all steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A button for rows: of which table, what it does, and to which row from 0."""

    table: str
    move: Move
    number: int = 0

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the button of a value like `steps:up:3`, or nothing if it is none."""
        table, _, rest = text.partition(":")
        move, _, number = rest.partition(":")
        if move not in set(Move) or not (number or "0").isdecimal():
            return None
        return cls(table=table, move=Move(move), number=int(number or 0))


def rows_in(sent: Mapping[str, str], table: str, names: Iterable[str]) -> list[Row]:
    """Return the rows of a table as they were typed; those with nothing typed are left out."""
    count = sent.get(f"{table}-TOTAL_FORMS", "0")
    total = min(int(count), MOST_ROWS) if count.isdecimal() else 0
    columns = tuple(names)
    return [
        {name: sent.get(f"{table}-{number}-{name}", "") for name in columns}
        for number in range(total)
    ]


def without_empty(rows: Iterable[Row], *, telling: Iterable[str]) -> list[Row]:
    """Leave out the rows in which nothing that tells anything was typed."""
    columns = tuple(telling)
    return [row for row in rows if any(row[name].strip() for name in columns)]


def moved(rows: Sequence[Row], pressed: Pressed, *, empty: Row) -> tuple[list[Row], int]:
    """Return rows after a button was pressed, and the row to go on at."""
    changed, at = list(rows), pressed.number
    if pressed.move is Move.ADD and len(changed) < MOST_ROWS:
        return [*changed, empty], len(changed)
    if not 0 <= at < len(changed):
        return changed, max(0, len(changed) - 1)
    if pressed.move is Move.DROP:
        del changed[at]
        return changed, max(0, min(at, len(changed) - 1))
    to = {Move.UP: at - 1, Move.DOWN: at + 1}.get(pressed.move, at)
    if 0 <= to < len(changed):
        changed[at], changed[to] = changed[to], changed[at]
        return changed, to
    return changed, at
