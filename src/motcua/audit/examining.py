"""The journal is examined book by book."""

from collections.abc import Callable, Iterator

from motcua.audit.queries import beyond_the_heads, breaks_of, heads
from motcua.audit.rules.chain import Break
from motcua.foundation.checking import Found


def journal(*, seen: Callable[[int], None]) -> Iterator[Found]:
    """Verify each book from its first entry to its end; counts entries."""
    for head in heads():
        yield from map(as_found, breaks_of(head))
        seen(head.number)
    yield from map(as_found, beyond_the_heads())


def as_found(broken: Break) -> Found:
    """Return the place where a book was touched as any examination tells it."""
    return Found(place=broken.book, number=broken.number, fault=broken.fault.value)
