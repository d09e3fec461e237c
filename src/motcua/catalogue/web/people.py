"""Who asks."""

from django.http import HttpRequest

from motcua.organisation.models import Account


def signed_in(request: HttpRequest) -> Account:
    """Return the account of whoever asks, behind a door that lets only signed-in people in."""
    person = request.user
    assert isinstance(person, Account)  # noqa: S101 the door saw to it
    return person
