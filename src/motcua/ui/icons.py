"""Drawings of the icon package, put into the page itself so that they take its colour."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from django.conf import settings

_INNER: Final = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_NAME: Final = re.compile(r"[a-z0-9-]+")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_EMPTY_FRAME: Final = re.compile(r'<path stroke="none" d="M0 0h24v24H0z" fill="none" ?/>')


@lru_cache(maxsize=256)
def drawing(name: str) -> str:
    """Return the paths of one icon on a field of 24 by 24, or nothing if there is no such icon.

    Beside an icon always stands its word, so a page whose drawings are not there still says all.
    """
    if not _NAME.fullmatch(name):
        return ""
    place = Path(settings.ICONS) / f"{name}.svg"
    try:
        text = place.read_text("utf-8")
    except OSError:
        return ""
    found = _INNER.search(_COMMENT.sub("", text))
    if found is None:
        return ""
    return re.sub(r"\s*\n\s*", "", _EMPTY_FRAME.sub("", found[1])).strip()
