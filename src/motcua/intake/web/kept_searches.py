"""What somebody searched for lately, kept in the session under short keys.

It may be somebody's number, so it stands in no address, where proxies and the browser's history
would keep it.
"""

from typing import Final
from uuid import uuid4

from django.http import HttpRequest

KEPT: Final = "intake.searches"
MOST_KEPT: Final = 20


def keep_search(request: HttpRequest, text: str) -> str:
    """Keep what is searched for, and return its key; the oldest of twenty is forgotten."""
    kept = dict(request.session.get(KEPT, {}))
    key = next((key for key, said in kept.items() if said == text), uuid4().hex[:8])
    kept.pop(key, None)
    kept[key] = text
    request.session[KEPT] = dict(list(kept.items())[-MOST_KEPT:])
    return key


def kept_search(request: HttpRequest, key: str) -> str | None:
    """Return what was searched for under a key, if it is still kept."""
    said = request.session.get(KEPT, {}).get(key)
    return None if said is None else str(said)
