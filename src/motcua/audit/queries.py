"""Reading the journal."""

from collections.abc import Iterable, Iterator

from django.db.models import F, OuterRef, QuerySet, Subquery

from motcua.audit.models import Entry, Head
from motcua.audit.ports import SYSTEM_BOOK, JournalReader
from motcua.audit.rules.chain import Break, Fault, Link, breaks_in
from motcua.audit.rules.heads import KeptHead


def entries_readable_by(reader: JournalReader) -> QuerySet[Entry]:
    """Return the entries of the books this reader may open, the newest first."""
    return Entry.objects.filter(book__in=reader.journal_books()).order_by("-at", "-pk")


def entries_about(label: str, *, reader: JournalReader) -> QuerySet[Entry]:
    """Return what was done to one thing, the newest first; `label` is as `label_of` makes it."""
    return entries_readable_by(reader).filter(about=label)


def broken_places() -> Iterator[Break]:
    """Verify every book from its first entry to its head, and that no book lacks its head."""
    for head in heads():
        yield from breaks_of(head)
    yield from beyond_the_heads()


def breaks_of(head: Head) -> Iterator[Break]:
    """Verify one book up to a head that was read before; acts go on being written meanwhile."""
    written = Entry.objects.filter(book=head.book, number__lte=head.number).order_by("number")
    links = (link_of(entry) for entry in written.iterator(chunk_size=2000))
    yield from breaks_in(links, book=head.book, head_number=head.number, head_digest=head.digest)


def beyond_the_heads() -> Iterator[Break]:
    """Find entries that stand behind the end of their book, the first of each book.

    One statement sees entries and heads of one moment, so what is being written is not mistaken.
    """
    ends = Head.objects.filter(book=OuterRef("book")).values("number")
    stray = Entry.objects.annotate(end=Subquery(ends))
    behind = stray.filter(number__gt=F("end")) | stray.filter(end__isnull=True)
    seen = set()
    for book, number in behind.order_by("book", "number").values_list("book", "number"):
        if book not in seen:
            seen.add(book)
            yield Break(book=book, number=number, fault=Fault.HEAD)


def rewritten_since(kept: Iterable[KeptHead]) -> Iterator[Break]:
    """Find the books that no longer hold the entry which a kept head names.

    Whoever rewrites a whole book leaves its chain without a break; what was kept elsewhere tells.
    """
    for head in kept:
        named = Entry.objects.filter(book=head.book, number=head.number, digest=head.digest)
        if head.number and not named.exists():
            yield Break(book=head.book, number=head.number, fault=Fault.REWRITTEN)


def is_in_system_book(about: str) -> bool:
    """Tell whether Motcua itself has written about a thing."""
    return Entry.objects.filter(book=SYSTEM_BOOK, about=about).exists()


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
