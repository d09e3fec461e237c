"""Keeps a made set in a folder, and makes it anew only when what makes it has changed."""

import fcntl
import hashlib
import json
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from importlib.metadata import version
from itertools import repeat
from pathlib import Path
from typing import Any, Final, TypeVar

import cv2
from rich.console import Console
from rich.progress import track

from samples.fonts import FONTS, Style

MANIFEST: Final = "manifest.json"
MAKERS: Final = 2
"""Processes; a page needs about half a gigabyte while it is made."""

Plan = TypeVar("Plan")
Entry = dict[str, Any]
"""What the manifest says of one item, in the types of JSON; `files` names what was written."""


def edition(*sources: Path) -> str:
    """Return a digest of the modules, the fonts and the libraries that make a set.

    Refuses with `MissingFont`.
    """
    digest = hashlib.sha256()
    for path in sorted(sources):
        digest.update(path.read_bytes())
    for family in FONTS.values():
        digest.update(family.path(Style.REGULAR).read_bytes())
    for library in ("numpy", "opencv-python-headless", "pillow", "pikepdf"):
        digest.update(version(library).encode())
    return digest.hexdigest()


def kept(
    root: Path,
    *,
    edition: str,
    plans: Sequence[Plan],
    make: Callable[[Plan, Path], Entry],
    console: Console | None = None,
    makers: int = MAKERS,
) -> list[Entry]:
    """Return the set's entries in the order of the plans; make them first if need be.

    `make(plan, root)` writes one item's files below `root` and returns its entry; it runs in
    `makers` other processes, or with one maker in this one. The manifest is written last, so an
    interrupted set is made again, and two callers at the same time wait for each other. The files
    of an older edition are removed.
    """
    root.mkdir(parents=True, exist_ok=True)
    manifest = root / MANIFEST
    with _alone_in(root):
        if manifest.is_file():
            known = json.loads(manifest.read_text(encoding="utf-8"))
            if known["edition"] == edition:
                return known["entries"]
            manifest.unlink()
            for entry in known["entries"]:
                for name in entry.get("files", ()):
                    (root / name).unlink(missing_ok=True)
        entries = _make_all(root, plans=plans, make=make, console=console, makers=makers)
        text = json.dumps({"edition": edition, "entries": entries}, ensure_ascii=False, indent=1)
        manifest.write_text(text, encoding="utf-8")
    return entries


@contextmanager
def _alone_in(root: Path) -> Iterator[None]:
    with (root / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make_all(
    root: Path,
    *,
    plans: Sequence[Plan],
    make: Callable[[Plan, Path], Entry],
    console: Console | None,
    makers: int,
) -> list[Entry]:
    with ExitStack() as stack:
        entries: Iterable[Entry] = (make(plan, root) for plan in plans)
        if makers > 1:
            pool = ProcessPoolExecutor(
                makers,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=cv2.setNumThreads,
                initargs=(1,),
            )
            entries = stack.enter_context(pool).map(make, plans, repeat(root))
        if console is not None:
            entries = track(
                entries, description="Making sample pages", total=len(plans), console=console
            )
        return list(entries)
