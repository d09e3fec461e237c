"""Where a request comes from."""

from collections.abc import Mapping
from typing import Any

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest

from motcua.organisation.accounts.rules.browsers import browser_in_words
from motcua.organisation.accounts.rules.lockout import name_as_counted


def address_of(request: HttpRequest) -> str | None:
    """Return the address of whoever asks, as the proxies of ours wrote it down."""
    address: str | None = get_client_ip(request)
    return address


def whereabouts(request: HttpRequest) -> dict[str, str | None]:
    """Return what the journal keeps of where somebody was."""
    return {
        "address": address_of(request),
        "browser": browser_in_words(request.headers.get("User-Agent", "")),
    }


def name_tried(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str | None:
    """Return the name under which a failure is counted, whatever its case (a hook of axes)."""
    del request
    name = (credentials or {}).get("username")
    return name_as_counted(str(name)) if name else None


def can_hold_passkeys(request: HttpRequest) -> bool:
    """Tell whether browsers allow passkeys here: they want a name and no address of digits."""
    host = request.get_host().partition(":")[0]
    return not host.startswith("[") and not host.replace(".", "").isdigit()
