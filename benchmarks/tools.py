"""Motcua and the peer, as a user calls them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
KEPT: Final = ROOT / ".bench"
PEER_HOME: Final = KEPT / "ocrmypdf"
PEER_LOCK: Final = ROOT / "requirements/bench.txt"
PEER_PROGRAMS: Final = ("tesseract", "gs", "unpaper")
DEBIAN_LIST: Final = "requirements/debian-bench.txt"
UV: Final = Path(sys.prefix) / "bin/uv"
"""The pinned one, in our own environment."""

DONE: Final = frozenset({0, 1})
"""Motcua ends with 1 where a person should look at a page; the results are there all the same."""


class ToolName(StrEnum):
    """Who is measured, and how it is asked to work; ours come first in the alphabet."""

    NORMAL = "motcua"
    BEST = "motcua-best"
    PEER = "ocrmypdf"
    PEER_FULL = "ocrmypdf-full"

    @property
    def is_peer(self) -> bool:
        """Tell whether it is not ours."""
        return self in {ToolName.PEER, ToolName.PEER_FULL}


OPTIONS: Final[Mapping[ToolName, Sequence[str]]] = {
    ToolName.NORMAL: (),
    ToolName.BEST: ("--quality", "best"),
    ToolName.PEER: (),
    ToolName.PEER_FULL: ("--rotate-pages", "--deskew", "--clean"),
}


class PeerMissing(Exception):
    """OCRmyPDF or a program it needs is not there and could not be installed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of a tool on one PDF, and where its results will be."""

    tool: ToolName
    source: Path
    out: Path
    jobs: int

    @property
    def pdf(self) -> Path:
        """Return where the searchable PDF will be."""
        return self.out / f"{self.source.stem}.pdf"

    @property
    def text(self) -> Path:
        """Return where the text will be, its pages parted by form feeds."""
        return self.out / f"{self.source.stem}.txt"

    @property
    def command(self) -> list[str]:
        """Return the words of the command line."""
        jobs, options = str(self.jobs), OPTIONS[self.tool]
        if self.tool.is_peer:
            return [
                *(str(PEER_HOME / "bin/ocrmypdf"), "-q", "-l", "vie", "-j", jobs),
                *("--output-type", "pdfa", *options, "--sidecar", str(self.text)),
                *(str(self.source), str(self.pdf)),
            ]
        source, out = str(self.source), str(self.out)
        return [str(ROOT / "motcua"), "digitise", source, "--out", out, "--jobs", jobs, *options]

    def succeeded(self, exit_code: int) -> bool:
        """Tell whether a call that ended so has left its results."""
        return exit_code in ({0} if self.tool.is_peer else DONE)


def environment(tool: ToolName) -> dict[str, str]:
    """Return the variables of a call: no threads beside the processes, and nothing of our Python.

    Without the limit each process of Tesseract starts four threads that mostly wait for one
    another, which costs both tools CPU time for nothing.
    """
    variables = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    variables["OMP_THREAD_LIMIT"] = "1"
    if tool.is_peer:
        variables["PATH"] = f"{PEER_HOME / 'bin'}:{variables['PATH']}"
    return variables


def set_peer_up(*, home: Path = PEER_HOME, uv: Path = UV) -> None:
    """Make the peer's environment of exactly what its lock names, unless it is there already.

    Refuses with `PeerMissing`.
    """
    stamp = home / PEER_LOCK.name
    if not (stamp.is_file() and stamp.read_bytes() == PEER_LOCK.read_bytes()):
        _install([str(uv), "venv", "--quiet", "--clear", "--python", sys.executable, str(home)])
        _install(
            [
                *(str(uv), "pip", "sync", "--quiet", "--compile-bytecode", "--python", str(home)),
                *("--require-hashes", str(PEER_LOCK)),
            ]
        )
        shutil.copy(PEER_LOCK, stamp)
    absent = [name for name in PEER_PROGRAMS if shutil.which(name) is None]
    if absent:
        raise PeerMissing(f"OCRmyPDF needs {' and '.join(absent)}: see {DEBIAN_LIST}")


def _install(command: Sequence[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as fault:
        raise PeerMissing(f"OCRmyPDF cannot be installed: {fault}") from fault
    if done.returncode:
        raise PeerMissing(f"OCRmyPDF cannot be installed: {done.stderr.strip()}")
