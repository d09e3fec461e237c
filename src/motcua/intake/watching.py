"""The folder into which the provincial system puts its packets, and what becomes of each file.

A file is taken once it is whole, dossier by dossier, each in a transaction of its own; then it is
moved to `done`, or to `refused` with the reasons beside it. The move comes after the commits: what
a crash leaves behind is taken again, and taking it again changes nothing.
"""

import hashlib
import json
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from motcua.audit.actions import SystemActor
from motcua.intake.actions.province import receive_from_provincial_system
from motcua.intake.errors import PayloadMalformed
from motcua.intake.rules.provincial import read_packet
from motcua.intake.sentences import reason_in_words
from motcua.kernel.errors import Refusal

DONE: Final = "done"
REFUSED: Final = "refused"
LARGEST: Final = 32 << 20
"""Bytes of one file."""

STILL_FOR: Final = 5.0
"""Seconds since a file was last written to, after which it is taken to be whole."""

AT_A_TIME: Final = 200
"""Files taken in one go, so that a full folder does not hold a worker for hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenFile:
    """What became of one file."""

    name: str
    dossiers: int
    refused: tuple[str, ...]
    """The reason for each dossier that was not taken, or for the file."""


def take_folder(folder: Path, *, at: datetime) -> list[TakenFile]:
    """Take every whole file of a folder; those that are still written to wait for the next time."""
    taken = []
    for path in _whole_files(folder, at=at):
        file = _take_file(path, at=at)
        _put_away(path, file)
        taken.append(file)
    return taken


def _whole_files(folder: Path, *, at: datetime) -> Iterator[Path]:
    """Return ordinary files only, the oldest first: a link may lead anywhere."""
    found = []
    for path in folder.glob("*.json"):
        facts = path.lstat()
        if stat.S_ISREG(facts.st_mode) and at.timestamp() - facts.st_mtime >= STILL_FOR:
            found.append((facts.st_mtime, path))
    yield from (path for _, path in sorted(found)[:AT_A_TIME])


def _take_file(path: Path, *, at: datetime) -> TakenFile:
    refused: list[str] = []
    count = 0
    try:
        packets = packets_in(_content(path))
    except Refusal as refusal:
        return TakenFile(name=path.name, dossiers=0, refused=(reason_in_words(refusal),))
    for packet in packets:
        try:
            receive_from_provincial_system(read_packet(packet), by=SystemActor(), at=at)
        except Refusal as refusal:
            refused.append(f"{_code(packet)}: {reason_in_words(refusal)}")
        else:
            count += 1
    return TakenFile(name=path.name, dossiers=count, refused=tuple(refused))


def packets_in(content: bytes) -> Sequence[Mapping[str, Any]]:
    """Return the dossiers of a file: one packet, a list of them, or `DanhSachHoSo`.

    Refuses with `PayloadMalformed`.
    """
    if len(content) > LARGEST:
        raise PayloadMalformed(field="JSON", why="too_long")
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise PayloadMalformed(field="JSON", why="shape_of_json") from None
    rows = document.get("DanhSachHoSo", [document]) if isinstance(document, dict) else document
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise PayloadMalformed(field="DanhSachHoSo", why="not_an_object")
    return rows


def _content(path: Path) -> bytes:
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
        return file.read(LARGEST + 1)


def _code(packet: Mapping[str, Any]) -> str:
    inner = packet.get("HoSo", packet)
    code = inner.get("MaHoSo") if isinstance(inner, Mapping) else None
    return code[:60] if isinstance(code, str) else "?"


def _put_away(path: Path, file: TakenFile) -> None:
    place = path.parent / (REFUSED if file.refused else DONE)
    place.mkdir(exist_ok=True)
    kept = _free(place / path.name, _content(path))
    if file.refused:
        reasons = json.dumps(list(file.refused), ensure_ascii=False, indent=1)
        kept.with_suffix(".reasons.txt").write_text(reasons + "\n", "utf-8")
    path.rename(kept)


def _free(place: Path, content: bytes) -> Path:
    """Return a name that no other file bears: of two files of one name neither is lost."""
    if not place.exists():
        return place
    digest = hashlib.sha256(content).hexdigest()[:12]
    return place.with_name(f"{place.stem}-{digest}{place.suffix}")
