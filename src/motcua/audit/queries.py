"""Reading the journal."""

from collections.abc import Iterator

from django.db.models import QuerySet

from motcua.audit.models import Entry, Head
from motcua.audit.ports import JournalReader
from motcua.audit.rules.chain import Break, Link, breaks_in


def entries_readable_by(reader: JournalReader) -> QuerySet[Entry]:
    """Return the entries of the books this reader may open, the newest first."""
    return Entry.objects.filter(book__in=reader.journal_books()).order_by("-at", "-pk")


def entries_about(label: str, *, reader: JournalReader) -> QuerySet[Entry]:
    """Return what was done to one thing, the newest first; `label` is as `label_of` makes it."""
    return entries_readable_by(reader).filter(about=label)


def broken_places() -> Iterator[Break]:
    """Verify every book from its first entry to its head."""
    for head in Head.objects.order_by("book"):
        links = (link_of(entry) for entry in _written_in(head.book).iterator(chunk_size=2000))
        yield from breaks_in(
            links, book=head.book, head_number=head.number, head_digest=head.digest
        )


def heads() -> QuerySet[Head]:
    """Return the end of every book, to be kept where nobody who can write here can write."""
    return Head.objects.order_by("book")


def link_of(entry: Entry) -> Link:
    """Return an entry as the chain sees it."""
    return Link(
        book=entry.book,
        number=entry.number,
        act=entry.act,
        by_id=entry.by_id,
        by_name=entry.by_name,
        about=entry.about,
        at=entry.at,
        facts=entry.facts,
        previous=entry.previous,
        digest=entry.digest,
    )


def _written_in(book: str) -> QuerySet[Entry]:
    return Entry.objects.filter(book=book).order_by("number")
