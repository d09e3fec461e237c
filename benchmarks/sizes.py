"""How many bytes each page of a PDF takes."""

from collections import Counter
from pathlib import Path
from typing import Any

import pikepdf

Key = tuple[int, int]
"""Number and generation of an object in the file."""


def bytes_of_pages(path: Path) -> list[float]:
    """Return the share of each page; together they are the whole file.

    A page has the streams that can be reached from it; what pages share, such as a font, is
    divided among them, and the rest of the file among all.
    """
    with pikepdf.open(path) as pdf:
        reached = [_streams(page.obj) for page in pdf.pages]
    sharing = Counter(key for streams in reached for key in streams)
    own = [sum(size / sharing[key] for key, size in streams.items()) for streams in reached]
    rest = (path.stat().st_size - sum(own)) / len(own)
    return [size + rest for size in own]


def _streams(page: pikepdf.Object) -> dict[Key, int]:
    """Return the streams below a page with their lengths in the file."""
    found: dict[Key, int] = {}
    seen: set[Key] = set()
    waiting: list[Any] = [page]
    while waiting:
        here = waiting.pop()
        if here.is_indirect:
            if here.objgen in seen:
                continue
            seen.add(here.objgen)
        if isinstance(here, pikepdf.Stream):
            found[here.objgen] = int(here.stream_dict["/Length"])
        waiting += [part for part in _parts(here) if isinstance(part, pikepdf.Object)]
    return found


def _parts(here: Any) -> list[Any]:
    if isinstance(here, pikepdf.Array):
        return list(here)
    if isinstance(here, pikepdf.Dictionary | pikepdf.Stream):
        return [part for name, part in here.items() if name != "/Parent"]
    return []
