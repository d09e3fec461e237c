"""The tree as git sees it: what is tracked, and what is about to be."""

import subprocess
import tomllib
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "motcua"


@lru_cache
def files():
    """Return the files that are or may become part of the project, never what git ignores."""
    listed = subprocess.run(
        [
            *("git", "-c", "safe.directory=*", "-C", ROOT),
            *("ls-files", "-z", "--cached", "--others", "--exclude-standard"),
        ],
        capture_output=True,
        check=True,
    )
    names = {name.decode() for name in listed.stdout.split(b"\0") if name}
    return tuple(path for name in sorted(names) if (path := ROOT / name).is_file())


@lru_cache
def texts():
    """Return every text file with its text; a file that is no UTF-8 is no text."""
    found = {}
    for path in files():
        try:
            found[path] = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
    return found


def settings():
    """Return `pyproject.toml`."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def areas():
    """Return the areas from top to bottom, as the import contract orders them."""
    [order] = [
        contract["layers"]
        for contract in settings()["tool"]["importlinter"]["contracts"]
        if contract.get("exhaustive")
    ]
    return [area.strip() for layer in order for area in layer.split("|")]


def table(text, *, first_cell):
    """Return the rows of the Markdown tables whose first heading is this, as lists of cells."""
    rows, inside = [], False
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.replace(r"\|", "¦").strip("| ").split(" | ")]
        if not line.startswith("|"):
            inside = False
        elif cells[0] == first_cell:
            inside = True
        elif inside and not line.startswith("| ---"):
            rows.append(cells)
    return rows
