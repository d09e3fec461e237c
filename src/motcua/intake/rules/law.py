"""What the law of the one-stop counter said in figures on a given day."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from motcua.intake.errors import LawUnknown

CIVIL_CODE_MOVED: Final = "khoản 5 Điều 148 Bộ luật Dân sự 2015"
"""A term whose last day is a day off ends with the next working day."""

CIVIL_CODE_FIRST_DAY: Final = "khoản 2 Điều 147 Bộ luật Dân sự 2015"
"""The day of the event itself is not counted; the next one is the first."""

INDICATORS: Final = "Quyết định 766/QĐ-TTg (chỉ số 2.1)"


@dataclass(frozen=True, slots=True, kw_only=True)
class OneStopLaw:
    """The figures that hold for what happens on certain days."""

    valid_from: date
    valid_to: date | None
    decree: str
    passed_on_next_day_after: time
    """What is received after this moment is passed on the next morning."""

    slip_within_working_days: int
    supplements: int
    reappointments: int
    apology_days_before: int
    articles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def ground(self, topic: str) -> str:
        """Return the article to cite, or the decree alone where its articles are not known."""
        article = self.articles.get(topic)
        return f"{article} {self.decree}" if article else self.decree


def law_on(day: date) -> OneStopLaw:
    """Return the law of a day, or refuse with `LawUnknown` for days before the first row."""
    for law in _laws():
        if law.valid_from <= day and (law.valid_to is None or day < law.valid_to):
            return law
    raise LawUnknown(on=day)


@cache
def _laws() -> tuple[OneStopLaw, ...]:
    text = (files("motcua.intake") / "law" / "one_stop.toml").read_text("utf-8")
    return tuple(_law(row) for row in tomllib.loads(text)["law"])


def _law(row: dict[str, Any]) -> OneStopLaw:
    articles = MappingProxyType(dict(row.pop("articles", {})))
    return OneStopLaw(**{"valid_to": None, **row}, articles=articles)
