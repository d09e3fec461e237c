"""What a page may load, told to the browser: scripts, styles and pictures of our own only."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Answering = Callable[[HttpRequest], HttpResponse]


class ContentPolicyMiddleware:
    """Sends the policy of the settings with every answer that has none of its own."""

    def __init__(self, get_response: Answering) -> None:
        self._answer = get_response
        self._policy = "; ".join(
            f"{name} {' '.join(sources)}" for name, sources in settings.CONTENT_POLICY.items()
        )

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on and add the policy to its answer."""
        response = self._answer(request)
        response.headers.setdefault("Content-Security-Policy", self._policy)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(self), geolocation=(), microphone=()"
        )
        return response
