"""The office's desk: sample sheets on it, and the command called as a user calls it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import motcua
from samples.office_plans import plans
from samples.office_set import make_page
from samples.pdf import Picture, write_pdf

SOURCE = Path(motcua.__file__).parents[1]


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def reports(self):
        return json.loads(self.out)


def command(*words, **environment):
    """Return how to call `motcua`, for `subprocess`."""
    return {
        "args": [sys.executable, "-m", "motcua.config", *map(str, words)],
        "env": os.environ | {"PYTHONPATH": str(SOURCE)} | environment,
    }


def motcua_command(*words, **environment):
    """Call `motcua` and wait for its answer."""
    done = subprocess.run(
        **command(*words, **environment), capture_output=True, text=True, timeout=240, check=False
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def lay_out(name, folder):
    """Put one sheet of the office set on the desk and return its JPEG."""
    plan = next(plan for plan in plans() if name in plan.name)
    folder.mkdir(parents=True, exist_ok=True)
    make_page(plan, folder)
    return folder / "img" / f"{plan.name}.jpg"


def pile_of(sheet, *, pages, target):
    """Bind the same sheet many times into one PDF, as a long scan."""
    write_pdf(target, pictures=[Picture(path=sheet, dpi=300)] * pages)
    return target
