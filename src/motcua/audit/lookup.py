"""Finding in the journal what somebody looks for, among what that person may read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.conf import settings
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import TruncDate
from django.utils.module_loading import import_string
from django.utils.timezone import make_aware

from motcua.audit.models import Entry
from motcua.audit.ports import JournalReader
from motcua.audit.queries import breaks_of, entries_readable_by, heads
from motcua.audit.rules.chain import Break

READ: Final = "audit.journal.read"
CHECKED: Final = "audit.journal.checked"
EXPORTED: Final = "audit.heads.exported"
JOURNAL: Final = "audit.journal"

MOST_CHECKED: Final = 200_000
"""About two seconds' work; more is checked by the command and not while somebody waits."""

ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for; nothing in a field means that it does not matter."""

    act: str = ""
    """An act, or an area with a full stop behind it: `intake.` for all acts of intake."""

    who: str = ""
    about: str = ""
    book: str = ""
    since: date | None = None
    until: date | None = None
    with_readings: bool = False
    """Whether entries about reading the journal are wanted; they would drown all others."""

    def as_facts(self) -> dict[str, Any]:
        """Return what was looked for, as the entry about this reading keeps it."""
        said = {
            "act": self.act,
            "who": self.who,
            "about": self.about,
            "book": self.book,
            "since": self.since,
            "until": self.until,
        }
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What came of checking the chains of some books."""

    books: int
    entries: int
    breaks: tuple[Break, ...] = ()
    is_too_much: bool = False
    """There are more entries than are checked while somebody waits; none was."""

    def as_facts(self) -> dict[str, Any]:
        """Return what the entry about this check keeps."""
        places = [f"{place.book}:{place.number}:{place.fault}" for place in self.breaks[:20]]
        return {
            "books": self.books,
            "entries": self.entries,
            "breaks": len(self.breaks),
            "places": places,
        }


def reader_of(account: Any, *, on: date) -> JournalReader:
    """Return what somebody may read, as the setting `JOURNAL_READER` tells."""
    reader: JournalReader = import_string(settings.JOURNAL_READER)(account, on=on)
    return reader


def names_of(books: frozenset[str]) -> dict[str, str]:
    """Return what books are called, as the setting `JOURNAL_BOOKS` tells, or their codes."""
    named: Mapping[str, str] = {}
    if settings.JOURNAL_BOOKS:
        named = import_string(settings.JOURNAL_BOOKS)(books)
    return {book: named.get(book, book) for book in sorted(books)}


def entries_wanted(reader: JournalReader, wanted: Wanted) -> QuerySet[Entry]:
    """Return the entries that somebody may read and looks for, the newest first."""
    entries = entries_readable_by(reader).filter(_said(wanted))
    if wanted.since:
        entries = entries.filter(at__gte=_begin(wanted.since))
    if wanted.until:
        entries = entries.filter(at__lt=_begin(wanted.until + ONE_DAY))
    if not wanted.with_readings and wanted.act != READ:
        entries = entries.exclude(act=READ)
    return entries


def _said(wanted: Wanted) -> Q:
    said = Q()
    if wanted.act.endswith("."):
        said &= Q(act__startswith=wanted.act)
    elif wanted.act:
        said &= Q(act=wanted.act)
    if wanted.who:
        said &= Q(by_name__icontains=wanted.who)
    if wanted.about:
        said &= Q(about=wanted.about)
    if wanted.book:
        said &= Q(book=wanted.book)
    return said


def beside(entry: Entry, *, reader: JournalReader) -> tuple[Entry | None, Entry | None]:
    """Return the entries before and after one in its book."""
    book = entries_readable_by(reader).filter(book=entry.book)
    return (
        book.filter(number=entry.number - 1).first(),
        book.filter(number=entry.number + 1).first(),
    )


def last_check(reader: JournalReader) -> Entry | None:
    """Return the newest entry about a check of books that this reader may open."""
    return entries_readable_by(reader).filter(act=CHECKED).first()


def check(reader: JournalReader) -> Check:
    """Verify the books this reader may open, or say that they are too long to wait for."""
    ends = list(heads().filter(book__in=reader.journal_books()))
    entries = sum(end.number for end in ends)
    if entries > MOST_CHECKED:
        return Check(books=len(ends), entries=entries, is_too_much=True)
    breaks = tuple(place for end in ends for place in breaks_of(end))
    return Check(books=len(ends), entries=entries, breaks=breaks)


def day_ends(reader: JournalReader, *, since: date, until: date) -> QuerySet[Entry]:
    """Return the last entry that each book had on each day, the newest day first.

    Kept where nobody who can write here can write, its digest shows whether all before it stands
    as it stood that day. Each has `day`, the day in Vietnam.
    """
    entries = entries_readable_by(reader)
    following = (
        entries.order_by()
        .filter(book=OuterRef("book"), number=OuterRef("number") + 1)
        .annotate(its_day=TruncDate("at"))
        .values("its_day")
    )
    return (
        entries.filter(at__gte=_begin(since), at__lt=_begin(until + ONE_DAY))
        .annotate(day=TruncDate("at"), next_day=Subquery(following))
        .filter(Q(next_day__isnull=True) | ~Q(next_day=F("day")))
        .order_by("-day", "book", "-number")
    )


def _begin(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))
