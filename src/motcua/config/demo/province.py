"""The offices of the example, before and after the reform of 1 July 2025, and what they go by."""

import csv
import io
from collections.abc import Collection, Iterable
from datetime import date, datetime
from importlib.resources import files
from typing import Final

from motcua.audit.actions import SystemActor
from motcua.catalogue.example_procedures import load_examples
from motcua.foundation.importing import ImportReport
from motcua.intake.actions import set_counter_mode
from motcua.intake.rules.counters import CounterDecision, Mode
from motcua.intake.rules.deadlines import VIETNAM
from motcua.organisation.actions import load_calendar, load_roles
from motcua.organisation.importing import import_table
from motcua.organisation.models import Account

BEFORE: Final = "units_2023.csv"
REFORM: Final = "reform_2025.csv"
REFORMED_ON: Final = date(2025, 7, 1)

INSTALLED_AT: Final = datetime(2023, 1, 3, 8, tzinfo=VIETNAM)
REFORMED_AT: Final = datetime(2025, 6, 30, 16, tzinfo=VIETNAM)
FIRST_DAY_AT: Final = datetime(2025, 7, 1, 7, 5, tzinfo=VIETNAM)

OLD_PROVINCE: Final = "H23"
PROVINCE: Final = "H24"
PROVINCIAL_SYSTEM: Final = "Hệ thống một cửa điện tử tỉnh Hải Dương"
ILLUSTRATION: Final = "Ví dụ minh hoạ"


class ExampleBroken(RuntimeError):
    """The example's own tables are refused: a fault of ours, never of whoever runs it."""


def load_offices_of_2023() -> None:
    """Record the roles and the units as they were when the example begins."""
    load_roles(at=INSTALLED_AT)
    _import(BEFORE, table(BEFORE), at=INSTALLED_AT)


def load_reform() -> None:
    """Record the reform: districts end, communes merge, and successors carry on their work."""
    _import(REFORM, table(REFORM), at=REFORMED_AT)


def load_offices_of_today(codes: Collection[str]) -> None:
    """Record the roles and only some of the units that the reform founded."""
    load_roles(at=REFORMED_AT)
    rows = [row for row in table(REFORM) if row["code"] in codes]
    _import(REFORM, rows, at=REFORMED_AT)


def load_procedures() -> None:
    """Record the example procedures of the catalogue."""
    for report in load_examples(at=INSTALLED_AT):
        _must_be_whole(report)


def load_days(*, at: datetime) -> None:
    """Record the calendar, each day as known since its document."""
    load_calendar(at=at)


def stand_beside(*, unit_id: int, officer: Account) -> None:
    """Say that the province had its own system before the reform, as the law wants it."""
    decision = CounterDecision(
        unit_id=unit_id,
        mode=Mode.BESIDE,
        document=ILLUSTRATION,
        valid_from=INSTALLED_AT.date(),
        system=PROVINCIAL_SYSTEM,
    )
    set_counter_mode(decision, officer=officer, at=INSTALLED_AT)


def be_the_counter(*, unit_id: int, officer: Account) -> None:
    """Say that Motcua gives out the codes since the reform."""
    decision = CounterDecision(
        unit_id=unit_id,
        mode=Mode.OWN,
        document=ILLUSTRATION,
        valid_from=REFORMED_ON,
    )
    set_counter_mode(decision, officer=officer, at=FIRST_DAY_AT)


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of the example."""
    text = files("motcua.config.demo").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def _import(name: str, rows: Iterable[dict[str, str]], *, at: datetime) -> None:
    rows = list(rows)
    text = io.StringIO()
    sheet = csv.DictWriter(text, fieldnames=list(rows[0]))
    sheet.writeheader()
    sheet.writerows(rows)
    source = io.BytesIO(text.getvalue().encode())
    _must_be_whole(import_table(source, name=name, by=SystemActor(), at=at))


def _must_be_whole(report: ImportReport) -> None:
    if report.refused:
        raise ExampleBroken(report.refused[:5])
