"""The ends of the books as they are kept outside the database."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from motcua.audit.errors import HeadsUnreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptHead:
    """The last entry that a book had at some moment."""

    book: str
    number: int
    digest: str


def as_document(heads: Iterable[KeptHead], *, at: datetime) -> str:
    """Return the JSON document that keeps the heads of one moment."""
    document = {
        "taken_at": at.astimezone(UTC).isoformat(timespec="seconds"),
        "books": [asdict(head) for head in heads],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def from_document(text: str) -> list[KeptHead]:
    """Return the heads that a document keeps; refuses with `HeadsUnreadable`."""
    try:
        books = json.loads(text)["books"]
        return [
            KeptHead(book=str(row["book"]), number=int(row["number"]), digest=str(row["digest"]))
            for row in books
        ]
    except (KeyError, TypeError, ValueError):
        raise HeadsUnreadable from None
