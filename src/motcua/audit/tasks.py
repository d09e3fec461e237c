"""What the journal has done for itself by jobs."""

from pathlib import Path

from django.conf import settings
from django.utils import timezone

from motcua.audit import actions


def keep_heads() -> None:
    """Keep the heads of the day in a file; twice is once."""
    actions.keep_heads(folder=Path(settings.HEADS_FOLDER), at=timezone.now())
