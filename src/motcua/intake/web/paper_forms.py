"""The printed forms by what they mean; number, title and source are those of the day.

The circulars renumber them: the control slip was form 05 and is form 06 since 15/9/2025. So no
template has a number in it. Of TT 03/2025 the list of forms was at hand, and not their drawing.
"""

import csv
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final

from motcua.organisation.models import Unit

PLACE: Final = re.compile(
    r"(?:^|\s)(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s+(\w.*)$",
    re.IGNORECASE,
)


class PaperKind(StrEnum):
    """What a printed form is for."""

    RECEIPT = "receipt"
    SUPPLEMENT = "supplement"
    REFUSAL = "refusal"
    APOLOGY = "apology"
    STOP = "stop"
    CONTROL = "control"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperForm:
    """A form as the law has it on some days."""

    kind: PaperKind
    number: str
    title: str
    second_line: str
    """The end of the title, where it is written on two lines."""

    valid_from: date
    valid_to: date | None
    source: str

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the title line by line, as it stands at the top of the paper."""
        first = self.title.removesuffix(self.second_line).strip()
        return (first, self.second_line) if self.second_line else (first,)


def form_on(kind: PaperKind, *, on: date) -> PaperForm:
    """Return the form of a day; for days on which the law had none, the one nearest to them.

    A dossier stopped before there was a form for it still gets its notice.
    """
    of_kind = [form for form in _forms() if form.kind is kind]
    begun = [form for form in of_kind if form.valid_from <= on]
    return begun[-1] if begun else of_kind[0]


def place_of(unit: Unit) -> str:
    """Return the place that stands before the date: `Đại Sơn`; nothing where no name tells it."""
    for name in (unit.name, unit.parent.name if unit.parent else ""):
        if found := PLACE.search(name):
            return found[1]
    return ""


@cache
def _forms() -> tuple[PaperForm, ...]:
    text = (files("motcua.intake") / "web" / "paper_forms.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    forms = [
        PaperForm(
            kind=PaperKind(row["kind"]),
            number=row["number"],
            title=row["title"],
            second_line=row["second_line"],
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
            source=row["source"],
        )
        for row in rows
    ]
    return tuple(sorted(forms, key=lambda form: form.valid_from))
