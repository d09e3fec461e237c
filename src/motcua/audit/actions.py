"""Writing to the journal."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils.timezone import localdate

from motcua.audit.models import Entry, Head
from motcua.audit.ports import SYSTEM_BOOK, Actor
from motcua.audit.queries import heads, is_in_system_book
from motcua.audit.rules.chain import Link, digest_of
from motcua.audit.rules.heads import KeptHead, as_document


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemActor:
    """Motcua itself, where no person acted: a reminder that fell due, an import of the night."""

    journal_name: str = "Hệ thống"
    journal_book: str = SYSTEM_BOOK

    @property
    def pk(self) -> None:
        """There is no account."""
        return


def label_of(thing: models.Model) -> str:
    """Return what an entry calls the thing it is about: its kind and its number."""
    return f"{thing._meta.label_lower}:{thing.pk}"


@transaction.atomic
def record(
    *,
    act: str,
    by: Actor,
    about: models.Model | str,
    at: datetime,
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Append one act to the book of whoever acted, in the caller's transaction.

    Two acts of one unit wait for one another at the book's end until the first is committed, so
    the numbers have no gap and the chain no fork.
    """
    head, _ = Head.objects.select_for_update().get_or_create(book=by.journal_book)
    said = json.loads(json.dumps(dict(facts or {}), cls=DjangoJSONEncoder))
    link = Link(
        book=head.book,
        number=head.number + 1,
        act=act,
        by_id=by.pk,
        by_name=by.journal_name,
        about=about if isinstance(about, str) else label_of(about),
        at=at,
        facts=said,
        previous=head.digest,
    )
    entry = Entry(**{**asdict(link), "digest": digest_of(link)})
    entry.save(force_insert=True)
    head.number, head.digest = entry.number, entry.digest
    head.save(update_fields=["number", "digest"])


@transaction.atomic
def keep_heads(*, folder: Path, at: datetime) -> Path:
    """Write the heads of all books to a file of the day, once a day, and say so in the journal.

    Whoever can rewrite a book can forge its chain; the file, carried off with the backup, tells.
    The entry about it holds the digest of the file and so ties all books to the system's own.
    """
    place = folder / f"{localdate(at):%Y-%m-%d}.json"
    about = f"audit.heads:{place.stem}"
    if is_in_system_book(about):
        return place
    if not place.exists():
        write_heads(place, at=at)
    digest = hashlib.sha256(place.read_bytes()).hexdigest()
    record(act="audit.heads.kept", by=SystemActor(), about=about, at=at, facts={"sha256": digest})
    return place


def write_heads(place: Path, *, at: datetime) -> None:
    """Write the heads of all books to a file, whole or not at all, for its owner to read."""
    kept = [KeptHead(book=head.book, number=head.number, digest=head.digest) for head in heads()]
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    aside = place.with_name(f".{place.name}.{os.getpid()}")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(as_document(kept, at=at))
        file.flush()
        os.fsync(file.fileno())
    aside.replace(place)
