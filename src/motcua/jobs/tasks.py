"""What this area has done for itself by its own jobs."""

from django.utils import timezone

from motcua.jobs import actions


def sweep() -> None:
    """Throw away what nobody looks up any more."""
    actions.sweep(at=timezone.now())
