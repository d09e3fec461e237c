"""What accounts have done for themselves by jobs."""

from django.utils import timezone

from motcua.organisation.accounts import actions


def forget_what_is_over() -> None:
    """Throw away sessions that ended and tries that matter no more; twice is once."""
    actions.forget_what_is_over(at=timezone.now())
