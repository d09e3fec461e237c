"""What became of a table that somebody brought, row by row."""

from dataclasses import dataclass, field
from typing import Any

from motcua.foundation.sentences import FAULTS
from motcua.foundation.sheets import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """A row that was not taken: its number in the file, the column at fault, the reason.

    `code` is stable, for programs; `sentence` is the reason in Vietnamese, for whoever brought
    the file. The column is empty where the row as a whole is at fault.
    """

    number: int
    field: str
    code: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What became of all rows: taken, already there just so, or refused."""

    name: str
    accepted: int = 0
    unchanged: int = 0
    refused: tuple[RefusedRow, ...] = field(default=())

    @property
    def needs_a_person(self) -> bool:
        """Tell whether somebody must look: some row was refused."""
        return bool(self.refused)

    def as_facts(self) -> dict[str, Any]:
        """Return the report as JSON can hold it."""
        return {
            "name": self.name,
            "accepted": self.accepted,
            "unchanged": self.unchanged,
            "refused": [
                {
                    "row": row.number,
                    "field": row.field,
                    "code": row.code,
                    "sentence": row.sentence,
                }
                for row in self.refused
            ],
        }


def faults_of(row: Row) -> tuple[RefusedRow, ...]:
    """Return why a row cannot be used as it was read; nothing if all its cells are sound."""
    return tuple(
        RefusedRow(
            number=row.number,
            field=fault.column,
            code=fault.fault.value,
            sentence=FAULTS[fault.fault],
        )
        for fault in row.faults
    )
