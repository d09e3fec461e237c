"""The digest that ties each entry of a book to the one before it.

A changed, removed or inserted entry breaks the chain at its place. Whoever can rewrite a whole
book can also forge its chain, so the heads of the books are kept elsewhere as well.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

FIRST: Final = ""
"""What stands for the digest before the first entry of a book."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One entry as the chain sees it."""

    book: str
    number: int
    """From 1 within the book, without a gap."""

    act: str
    by_id: int | None
    by_name: str
    about: str
    at: datetime
    facts: Mapping[str, Any]
    previous: str
    digest: str = ""


class Fault(StrEnum):
    """How it shows that a book was touched."""

    CHANGED = "changed"
    """The entry does not have the digest it was written with."""

    CUT = "cut"
    """An entry is missing, or one stands where none was written."""

    HEAD = "head"
    """The last entries are gone, or the head was set back or removed."""

    REWRITTEN = "rewritten"
    """Another entry stands where a head that was kept elsewhere names one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """The place where a book was touched."""

    book: str
    number: int
    fault: Fault


def digest_of(link: Link) -> str:
    """Return the SHA-256, in hex, of all that an entry says and of the digest before it."""
    said = (
        link.previous,
        link.book,
        link.number,
        link.act,
        link.by_id,
        link.by_name,
        link.about,
        link.at.astimezone(UTC).isoformat(timespec="microseconds"),
        dict(link.facts),
    )
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def breaks_in(
    links: Iterable[Link], *, book: str, head_number: int, head_digest: str
) -> Iterator[Break]:
    """Return the places where one book was touched; its entries come in their order."""
    number, digest = 0, FIRST
    for link in links:
        if link.number != number + 1 or link.previous != digest:
            yield Break(book=book, number=number + 1, fault=Fault.CUT)
        if digest_of(link) != link.digest:
            yield Break(book=book, number=link.number, fault=Fault.CHANGED)
        number, digest = link.number, link.digest
    if (number, digest) != (head_number, head_digest):
        yield Break(book=book, number=number + 1, fault=Fault.HEAD)
