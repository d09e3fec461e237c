"""The files of one digitised input, written aside first and then put in place together."""

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from motcua.digitisation.errors import NoRoom, Unreadable, UnreadableFile

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO})


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultFile:
    """A file that stands in its place."""

    path: Path
    bytes: int
    sha256: str


@contextmanager
def room_at(folder: Path) -> Iterator[None]:
    """Turn what the disk refuses into `NoRoom`."""
    try:
        yield
    except OSError as fault:
        if fault.errno not in NO_ROOM:
            raise
        raise NoRoom(where=str(folder), detail=fault.strerror or "") from fault


@contextmanager
def set_aside(out: Path) -> Iterator[Path]:
    """Give a folder inside `out` for what is not finished; it is gone afterwards."""
    with room_at(out):
        out.mkdir(parents=True, exist_ok=True)
        aside = Path(mkdtemp(prefix=".motcua-", dir=out))
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def put_in_place(files: Mapping[Path, Path]) -> None:
    """Move finished files to where they belong, in the order given; each appears whole."""
    for aside, place in files.items():
        with aside.open("rb") as file:
            os.fsync(file.fileno())
        aside.replace(place)


def described(aside: Path, *, place: Path) -> ResultFile:
    """Return what a finished file is, under the name it will have."""
    with aside.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return ResultFile(path=place, bytes=aside.stat().st_size, sha256=digest)


def kept(source: Path, *, aside: Path, sha256: str) -> None:
    """Copy a file byte for byte; refuses one that changed since it was looked at."""
    shutil.copyfile(source, aside)
    if described(aside, place=aside).sha256 != sha256:
        raise UnreadableFile(name=source.name, why=Unreadable.BROKEN, detail="changed")


def write_report(aside: Path, report: Mapping[str, Any]) -> None:
    """Write the report as people can read it too."""
    text = json.dumps(report, ensure_ascii=False, indent=1) + "\n"
    # A name that is not UTF-8 has half characters; written as `\\udcNN` they are good JSON.
    aside.write_text(text, "utf-8", errors="backslashreplace")


def result_names(sources: Sequence[Path]) -> dict[Path, str]:
    """Return a name for the results of each input: its own, numbered where two would meet."""
    names: dict[Path, str] = {}
    taken: set[str] = set()
    for source in sources:
        stem = source.stem or source.name
        name = next(
            candidate
            for candidate in (stem, *(f"{stem}-{number}" for number in range(2, len(sources) + 2)))
            if candidate.casefold() not in taken
        )
        taken.add(name.casefold())
        names[source] = name
    return names
