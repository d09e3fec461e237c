"""The machine and the versions a figure belongs to."""

import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.tools import PEER_HOME, ROOT, UV
from motcua import __version__


def machine() -> dict[str, Any]:
    """Return what the machine is, and how busy it is at this moment."""
    memory = _first(r"MemTotal:\s+(\d+)", Path("/proc/meminfo"))
    return {
        "cpu": _first(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo")) or platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_bytes": int(memory or 0) * 1024,
        "system": platform.freedesktop_os_release().get("PRETTY_NAME", platform.system()),
        "kernel": platform.release(),
        "load": list(os.getloadavg()),
    }


def versions(*, peer: bool) -> dict[str, Any]:
    """Return the version of everything that has a part in the figures."""
    programs: Mapping[str, Sequence[str]] = {
        "tesseract": ("tesseract", "--version"),
        "ghostscript": ("gs", "--version"),
        "unpaper": ("unpaper", "--version"),
    }
    return {
        "motcua": __version__,
        "revision": _answer(
            ["git", "-c", "safe.directory=*", "-C", str(ROOT), "rev-parse", "HEAD"]
        ),
        "python": platform.python_version(),
        "motcua_packages": _packages(Path(sys.prefix)),
        "peer_packages": _packages(PEER_HOME) if peer else {},
    } | {name: _answer(command) for name, command in programs.items()}


def _packages(environment: Path) -> dict[str, str]:
    listed = _answer(
        [str(UV), "pip", "list", "--format", "json", "--python", str(environment)], lines=0
    )
    return {package["name"]: package["version"] for package in json.loads(listed or "[]")}


def _answer(command: Sequence[str], *, lines: int = 1) -> str | None:
    """Return what a program says of itself, its first lines or with 0 all of it."""
    if shutil.which(command[0]) is None:
        return None
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = (done.stdout or done.stderr).strip()
    return "\n".join(said.splitlines()[: lines or None]) if done.returncode == 0 else None


def _first(pattern: str, path: Path) -> str | None:
    found = re.search(pattern, path.read_text("utf-8"))
    return found[1] if found else None
