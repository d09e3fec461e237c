"""Numbers that the law wants without gaps are examined: codes of a day, receipts of a year."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Final

from motcua.foundation.checking import Found, faults_in_numbers
from motcua.intake.errors import CodeMalformed
from motcua.intake.models import BookCounter, CodeCounter, Dossier, Receipt
from motcua.intake.rules.codes import read_code

Day = tuple[str, date]
"""The code of a unit and a day: what dossiers are numbered under."""

AT_A_TIME: Final = 5000


def dossier_codes(*, seen: Callable[[int], None]) -> Iterator[Found]:
    """Find the numbers that were given out here and that no dossier bears; counts dossiers.

    Codes that came from elsewhere, from the system of the province say, are not examined: their
    numbers are given out there. The counters are read first, so what is received meanwhile is no
    fault.
    """
    lasts: dict[Day, int] = {
        (row.unit_code, row.day): row.last for row in CodeCounter.objects.iterator()
    }
    codes = Dossier.objects.values_list("code", flat=True).iterator(chunk_size=AT_A_TIME)
    yield from missing_codes(codes, lasts=lasts, seen=seen)


def missing_codes(
    codes: Iterable[str], *, lasts: Mapping[Day, int], seen: Callable[[int], None]
) -> Iterator[Found]:
    """Give the numbers under which no code stands, day by day."""
    numbers: dict[Day, list[int]] = defaultdict(list)
    for code in codes:
        seen(1)
        with suppress(CodeMalformed):
            read = read_code(code)
            if (read.unit_code, read.day) in lasts:
                numbers[read.unit_code, read.day].append(read.number)
    for (unit_code, day), last in sorted(lasts.items()):
        place = f"{unit_code}-{day:%y%m%d}"
        yield from faults_in_numbers(place, numbers=numbers[unit_code, day], last=last)


def receipts(*, seen: Callable[[int], None]) -> Iterator[Found]:
    """Find the receipts that are missing from the books of the units; counts receipts."""
    for counter in BookCounter.objects.order_by("unit_id", "book"):
        book = Receipt.objects.filter(unit_id=counter.unit_id, book=counter.book)
        numbers = list(book.order_by("number").values_list("number", flat=True))
        seen(len(numbers))
        place = f"unit:{counter.unit_id} {counter.book}"
        yield from faults_in_numbers(place, numbers=numbers, last=counter.last)
