"""Refusals as HTTP answers."""

from collections.abc import Mapping
from typing import Final

from django.http import JsonResponse

from motcua.kernel.errors import (
    Conflict,
    Invalid,
    NotAllowed,
    NotFound,
    Refusal,
    Unavailable,
)

STATUS: Final[Mapping[type[Refusal], int]] = {
    Invalid: 422,
    NotAllowed: 403,
    NotFound: 404,
    Conflict: 409,
    Unavailable: 503,
}


def status_of(error: Refusal) -> int:
    """Return the HTTP status of a refusal's kind."""
    return next((status for kind, status in STATUS.items() if isinstance(error, kind)), 400)


def as_problem(error: Refusal) -> JsonResponse:
    """Answer a refusal in the form of RFC 9457."""
    status = status_of(error)
    body = {"type": f"/problems/{error.code}", "status": status, "facts": error.facts}
    return JsonResponse(body, status=status, content_type="application/problem+json")
