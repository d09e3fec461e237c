"""What a check of the whole installation is made of: each area examines its own books and files."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One place that is not as it was left."""

    place: str
    """The book, the register or the file."""

    number: int | None
    """The entry in it, counted from 1."""

    fault: str
    """What is wrong there, in one stable word."""


class Examination(Protocol):
    """Looks at everything of one kind, and changes nothing."""

    def __call__(self, *, seen: Callable[[int], None]) -> Iterator[Found]:
        """Give each place that is not as it was left; `seen` is told of what was looked at.

        May be called while the office works: what is written meanwhile is no fault.
        """
        ...


def faults_in_numbers(place: str, *, numbers: Iterable[int], last: int) -> Iterator[Found]:
    """Give the numbers of one register that are missing or used twice, in their order.

    `last` is the number that was given out last; numbers behind it are none of the register's
    business, for they may have been given out since it was read.
    """
    used = Counter(number for number in numbers if 1 <= number <= last)
    if len(used) == last == used.total():
        return
    for number in range(1, last + 1):
        if used[number] != 1:
            fault = "twice" if used[number] else "missing"
            yield Found(place=place, number=number, fault=fault)
