"""The pages for what went wrong outside any act: no such page, an expired form, a broken part."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that makes no sense."""
    del request, exception
    return HttpResponse(render_to_string("ui/faults/400.html"), status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that is not this person's to make."""
    del exception
    return render(request, "ui/faults/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere."""
    del exception
    return render(request, "ui/faults/404.html", status=404)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was not sent from a page of ours, or from one opened too long ago."""
    return render(request, "ui/faults/form_expired.html", {"reason": reason}, status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a fault of the program, or that the database is not there.

    The page reads nothing from the database, which may be what is broken.
    """
    del request
    fault = sys.exc_info()[1]
    if isinstance(fault, OperationalError | InterfaceError):
        answer = HttpResponse(render_to_string("ui/faults/503.html"), status=503)
        answer.headers["Retry-After"] = "30"
        return answer
    return HttpResponse(render_to_string("ui/faults/500.html"), status=500)
