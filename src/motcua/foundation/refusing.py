"""Refusals as answers: a page for people, problem+json for machines (RFC 9457)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from motcua.foundation.problems import as_problem, status_of
from motcua.kernel.errors import Refusal

Answering = Callable[[HttpRequest], HttpResponse]


class RefusalMiddleware:
    """Turns what an act refuses into an answer; whatever else goes wrong stays Django's."""

    def __init__(self, get_response: Answering) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self._answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a refusal in the form the asker reads."""
        if not isinstance(error, Refusal):
            return None
        if not request.accepts("text/html"):
            return as_problem(error)
        return render(request, "ui/refusal.html", {"refusal": error}, status=status_of(error))
