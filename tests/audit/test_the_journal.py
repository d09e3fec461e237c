"""The journal is only ever appended to, and a touched row is found by its place."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from motcua.audit.actions import SystemActor, record
from motcua.audit.models import Entry, Head
from motcua.audit.queries import broken_places, entries_about
from motcua.audit.rules.chain import Fault

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)


@dataclass
class Officer:
    pk: int = 7
    journal_name: str = "Lê Thị Hoa (hoa)"
    journal_book: str = "unit:3"


@dataclass
class Reader:
    books: frozenset

    def journal_books(self):
        return self.books


def write(count, *, by=None):
    for number in range(count):
        record(
            act="intake.dossier.received",
            by=by or Officer(),
            about=f"intake.dossier:{number}",
            at=NOW,
            facts={"due": NOW.date(), "note": "số hoá"},
        )


def without_triggers(statement):
    """Do what an administrator of the database could do behind Motcua's back."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER audit_entry_no_update")
            cursor.execute("DROP TRIGGER audit_entry_no_delete")
        else:
            cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER ALL")
        cursor.execute(statement)


def places():
    return [(place.number, place.fault) for place in broken_places()]


def test_entries_of_one_book_are_numbered_without_a_gap_and_chained():
    write(3)
    write(2, by=SystemActor())
    entries = list(Entry.objects.filter(book="unit:3").order_by("number"))
    assert [entry.number for entry in entries] == [1, 2, 3]
    assert entries[0].previous == ""
    assert [entry.previous for entry in entries[1:]] == [entry.digest for entry in entries[:-1]]
    assert Head.objects.get(book="system").number == 2
    assert places() == []


def test_an_act_that_is_undone_leaves_no_entry_and_no_gap():
    write(1)
    with pytest.raises(RuntimeError), transaction.atomic():
        write(1)
        raise RuntimeError
    write(1)
    assert [entry.number for entry in Entry.objects.order_by("number")] == [1, 2]
    assert places() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET by_name = 'ai đó'",
        "DELETE FROM audit_entry",
        "DELETE FROM audit_entry WHERE number = 2",
    ],
)
def test_the_database_refuses_to_rewrite_it(statement):
    write(3)
    with pytest.raises(DatabaseError, match="only ever appended"), transaction.atomic():
        connection.cursor().execute(statement)
    assert Entry.objects.count() == 3


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE audit_entry SET by_name = 'ai đó' WHERE number = 2", [(2, Fault.CHANGED)]),
        ("DELETE FROM audit_entry WHERE number = 2", [(2, Fault.CUT)]),
        ("DELETE FROM audit_entry WHERE number = 3", [(3, Fault.HEAD)]),
        ("DELETE FROM audit_entry", [(1, Fault.HEAD)]),
    ],
)
def test_a_row_touched_behind_the_triggers_is_found_at_its_place(statement, found):
    write(3)
    without_triggers(statement)
    assert places() == found


def test_a_reader_sees_the_books_that_are_open_to_it():
    write(1)
    everyone = Reader(books=frozenset({"unit:3", "unit:4"}))
    stranger = Reader(books=frozenset({"unit:4"}))
    assert entries_about("intake.dossier:0", reader=everyone).count() == 1
    assert entries_about("intake.dossier:0", reader=stranger).count() == 0
