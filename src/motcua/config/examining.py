"""What `motcua check` looks at, on the Django side."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.module_loading import import_string

from motcua.audit import actions
from motcua.audit.examining import as_found
from motcua.audit.queries import rewritten_since
from motcua.audit.rules.heads import KeptHead, from_document
from motcua.config.errors import FileNotTaken
from motcua.foundation.checking import Examination, Found


def examinations(*, kept: Sequence[KeptHead] | None) -> dict[str, Examination]:
    """Return what is to be looked at, by name; the kept heads are those of the last day if none."""
    named = {name: import_string(place) for name, place in settings.EXAMINATIONS.items()}
    heads = newest_heads() if kept is None else kept
    return {**named, "heads": partial(_against, heads)} if heads else named


def newest_heads() -> Sequence[KeptHead]:
    """Return the heads that were kept last on this machine, or none."""
    places = sorted(Path(settings.HEADS_FOLDER).glob("????-??-??.json"))
    return read_heads(places[-1]) if places else []


def read_heads(place: Path) -> list[KeptHead]:
    """Return the heads that a file keeps; refuses with `FileNotTaken` or `HeadsUnreadable`."""
    try:
        return from_document(place.read_text("utf-8", errors="replace"))
    except OSError as error:
        raise FileNotTaken.because(error, name=str(place)) from error


def write_heads(place: Path) -> None:
    """Write the heads of all books to a file, to be carried off; refuses with `FileNotTaken`."""
    try:
        actions.write_heads(place, at=timezone.now())
    except OSError as error:
        raise FileNotTaken.because(error, name=str(place)) from error


def as_facts(found: Found) -> dict[str, Any]:
    """Return a place as JSON can hold it."""
    return asdict(found)


@contextmanager
def reading_only() -> Iterator[None]:
    """Have the database itself refuse whatever would be written."""
    on, off = {
        "sqlite": ("PRAGMA query_only = ON", "PRAGMA query_only = OFF"),
        "postgresql": (
            "SET default_transaction_read_only = on",
            "SET default_transaction_read_only = off",
        ),
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(on)
        try:
            yield
        finally:
            cursor.execute(off)


def _against(kept: Sequence[KeptHead], *, seen: Callable[[int], None]) -> Iterator[Found]:
    yield from map(as_found, rewritten_since(kept))
    seen(len(kept))
