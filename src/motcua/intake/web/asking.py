"""Who asks, and what an answer to the asker looks like."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django_htmx.http import HttpResponseClientRedirect

from motcua.organisation.models import Account


def officer_of(request: HttpRequest) -> Account:
    """Return the account of a signed-in person; the doors of `ui` have let nobody else in."""
    return cast("Account", request.user)


def is_part(request: HttpRequest) -> bool:
    """Tell whether a part of a page is asked for and not a page."""
    part: Any = getattr(request, "htmx", None)
    return bool(part)


def go_to(request: HttpRequest, address: str) -> HttpResponse:
    """Lead to another page, whichever way the browser asked."""
    if is_part(request):
        return HttpResponseClientRedirect(address)
    return redirect(address)
