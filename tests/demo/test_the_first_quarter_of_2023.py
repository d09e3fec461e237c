"""The dossiers that the example imports, as many as are wanted."""

from collections import Counter
from datetime import date, datetime

import pytest

from motcua.catalogue.rules.terms import TimeLimit, TimeUnit
from motcua.config.demo.quarter import COLUMNS, PastOffer, rows
from motcua.intake.rules.codes import read_code
from motcua.intake.rules.dossier_rows import dossier_row
from motcua.organisation.actions.calendar import known_days
from motcua.organisation.rules.calendar import WorkingCalendar


def offer(code, unit, amount, *levels):
    limit = TimeLimit(unit=unit, amount=amount)
    return PastOffer(code=code, limit=limit, papers=2, levels=frozenset(levels), weight=1)


@pytest.fixture(scope="module")
def table():
    offers = [
        offer("2.000815", TimeUnit.AT_ONCE, 0, "commune", "district"),
        offer("1.004873", TimeUnit.WORKING_DAY, 3, "commune"),
        offer("1.001612", TimeUnit.WORKING_DAY, 3, "district"),
    ]
    calendar = WorkingCalendar(specials={known.day: known.special for known in known_days()})
    return [
        dict(zip(COLUMNS, row, strict=True)) for row in rows(400, offers=offers, calendar=calendar)
    ]


def test_every_row_can_be_taken(table):
    assert len(table) == 400
    for number, row in enumerate(table, start=1):
        dossier_row(row, number=number)


def test_the_codes_of_a_unit_and_a_day_run_without_a_gap(table):
    codes = [read_code(row["dossier_code"]) for row in table]
    numbers = Counter((code.unit_code, code.day) for code in codes)
    assert max(numbers.values()) > 1
    for (unit, day), count in numbers.items():
        of_day = [code.number for code in codes if (code.unit_code, code.day) == (unit, day)]
        assert of_day == [*range(1, count + 1)]


def test_offices_are_closed_at_tet_and_on_sundays(table):
    days = {datetime.fromisoformat(row["received_at"]).date() for row in table}
    assert min(days) >= date(2023, 1, 3)
    assert max(days) <= date(2023, 3, 31)
    assert not days & {date(2023, 1, day) for day in range(20, 27)}
    assert {day.weekday() for day in days} <= {0, 1, 2, 3, 4}


def test_what_was_done_was_done_after_it_came(table):
    for row in table:
        assert row["received_at"] < row["settled_at"]
        assert not row["returned_at"] or row["settled_at"] < row["returned_at"]


def test_some_are_late_and_some_are_not_digitised_in_full(table):
    late = sum(row["settled_at"] > row["due_at"] for row in table)
    partly = sum(
        int(row["components_digitised"]) + int(row["components_reused"])
        < int(row["components_total"])
        for row in table
    )
    assert 0 < late < 40
    assert 0 < partly < 40
