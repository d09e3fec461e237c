"""Writing to the journal."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction

from motcua.audit.models import Entry, Head
from motcua.audit.ports import Actor
from motcua.audit.rules.chain import Link, digest_of

SYSTEM_BOOK: Final = "system"


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
