"""Numbers that the law wants without gaps: what is missing is found."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.config import numbering
from motcua.foundation.checking import Found, faults_in_numbers
from motcua.intake.models import BookCounter, Receipt
from motcua.organisation.models import Account, Unit

TUESDAY = date(2026, 11, 24)
NUMBERS = st.lists(st.integers(1, 12), max_size=20)


def faults(numbers, *, last):
    return [(f.number, f.fault) for f in faults_in_numbers("x", numbers=numbers, last=last)]


def test_a_whole_register_has_no_fault():
    assert faults([1, 2, 3], last=3) == []
    assert faults([3, 1, 2], last=3) == []
    assert faults([], last=0) == []


def test_a_missing_number_and_one_used_twice_are_told():
    assert faults([1, 3, 3], last=4) == [(2, "missing"), (3, "twice"), (4, "missing")]


def test_what_was_given_out_since_the_counter_was_read_is_no_fault():
    assert faults([1, 2, 3, 4], last=3) == []


@given(NUMBERS, st.integers(0, 12))
def test_a_register_is_whole_just_when_each_of_its_numbers_stands_once(numbers, last):
    within = sorted(number for number in numbers if number <= last)
    assert (faults(numbers, last=last) == []) == (within == [*range(1, last + 1)])


def test_of_the_codes_those_given_out_here_are_examined():
    codes = [
        "H23.288.10514-261124-0001",
        "H23.288.10514-261124-0003",
        "H23.288.10514-261123-0007",  # of a day on which nothing was given out here
        "000.00.01.H23-261124-0009",  # of the system of the province
        "a code of long ago",
    ]
    counted = []
    found = numbering.missing_codes(
        codes, lasts={("H23.288.10514", TUESDAY): 3}, seen=counted.append
    )
    assert [*found] == [Found(place="H23.288.10514-261124", number=2, fault="missing")]
    assert sum(counted) == 5


@pytest.mark.django_db
def test_a_receipt_that_is_missing_from_a_book_of_the_year_is_found():
    unit = Unit.objects.create(name="UBND xã A", level="commune", valid_from=date(2025, 7, 1))
    hoa = Account.objects.create(username="hoa", full_name="Lê Thị Hoa", unit=unit)
    for book, number in [(2025, 1), (2026, 1), (2026, 3)]:
        Receipt.objects.create(
            unit=unit,
            book=book,
            number=number,
            issued_at=datetime(2026, 11, 24, tzinfo=UTC),
            issued_by=hoa,
        )
    BookCounter.objects.create(unit=unit, book=2025, last=1)
    BookCounter.objects.create(unit=unit, book=2026, last=3)
    counted = []
    assert [*numbering.receipts(seen=counted.append)] == [
        Found(place=f"unit:{unit.pk} 2026", number=2, fault="missing")
    ]
    assert sum(counted) == 3


@pytest.mark.django_db
def test_where_nothing_was_received_nothing_is_missing():
    assert [*numbering.dossier_codes(seen=lambda more: None)] == []
