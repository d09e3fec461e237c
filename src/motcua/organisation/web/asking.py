"""Who asks, and on which day."""

from datetime import date

from django.http import HttpRequest
from django.utils.timezone import localdate

from motcua.organisation.models import Account
from motcua.organisation.rules.spans import EARLIEST, LATEST


def asker(request: HttpRequest) -> Account:
    """Return the account of whoever is signed in; for views that let nobody else in."""
    assert isinstance(request.user, Account)  # noqa: S101 for the type checker
    return request.user


def year_asked(request: HttpRequest) -> int:
    """Return the year that is asked for, this year's if none is or none that there is."""
    said = request.GET.get("nam", "")
    year = int(said) if said.isdecimal() and len(said) == 4 else localdate().year
    return min(max(year, EARLIEST.year), LATEST.year)


def today() -> date:
    """Return the day it is."""
    return localdate()
