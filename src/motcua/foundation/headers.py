"""What is told to browsers about keeping pages."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Answering = Callable[[HttpRequest], HttpResponse]


class PrivateAnswersMiddleware:
    """Keeps the pages of somebody signed in out of every store.

    A counter's computer has many users: who presses "back" after somebody left must see nothing of
    theirs. Files and parts that say themselves how long they are good keep their word.
    """

    def __init__(self, get_response: Answering) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on and mark its answer."""
        response = self._answer(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response
