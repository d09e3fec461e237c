"""A table is handed to the area that takes it, on the Django side."""

from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from django.utils import timezone

from motcua.config.errors import FileNotTaken
from motcua.foundation.errors import SheetRefused
from motcua.foundation.importing import ImportReport
from motcua.foundation.sentences import refused_in_words
from motcua.kernel.errors import Invalid


class Importing(Protocol):
    """A module that imports tables."""

    def import_file(self, path: Path, *, at: datetime) -> ImportReport:
        """Import every row that can be taken, and tell of each that cannot."""
        ...


def take(path: Path, *, by: Importing) -> ImportReport:
    """Import a table as it is now; refuses with `FileNotTaken` where it is no such table."""
    try:
        return by.import_file(path, at=timezone.now())
    except SheetRefused as refusal:
        raise FileNotTaken(name=path.name, sentence=refused_in_words(refusal)) from refusal
    except OSError as error:
        raise FileNotTaken.because(error, name=path.name) from error


def refusal_facts(refusal: Invalid) -> dict[str, Any]:
    """Return why nothing was imported, as JSON can hold it."""
    cause = refusal.__cause__
    code = cause.code if isinstance(cause, SheetRefused) else refusal.code
    return {"refusal": {"code": code, "facts": refusal.facts}}
