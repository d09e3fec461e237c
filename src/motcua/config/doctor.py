"""The command `motcua doctor`: what is installed, what is missing, and how to get it.

It loads no package but its own, so that it answers at once, and also where one of those it looks
for is broken or absent.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Final

from motcua import __version__
from motcua.config.checks import Finding, State, findings
from motcua.kernel.exits import Exit

MARKS: Final[Mapping[State, str]] = {
    State.OK: "✔ đủ",
    State.MISSING: "✖ thiếu",
    State.WARNING: "! nên xem",
    State.OPTIONAL: "– tuỳ chọn",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `doctor`."""
    parser.add_argument(
        "--json", action="store_true", help="in đúng một văn bản JSON ra đầu ra chuẩn"
    )


def run(arguments: argparse.Namespace) -> int:
    """Look at everything; `Exit.UNAVAILABLE` when something that is needed is missing."""
    found = findings()
    ready = is_ready(found)
    if arguments.json:
        sys.stdout.write(_document(found, ready=ready))
    else:
        show(found, ready=ready)
    return Exit.DONE if ready else Exit.UNAVAILABLE


def is_ready(found: Sequence[Finding]) -> bool:
    """Tell whether nothing that is needed is missing."""
    return all(finding.state is not State.MISSING for finding in found)


def _document(found: Sequence[Finding], *, ready: bool) -> str:
    rows = [asdict(finding) for finding in found]
    answer = {"version": __version__, "ok": ready, "rows": rows}
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def show(found: Sequence[Finding], *, ready: bool) -> None:
    """Print the table for people, then the remedies."""
    width = max(len(finding.title) for finding in found)
    for finding in found:
        row = f"{MARKS[finding.state]:12}{finding.title:{width}}  {finding.found}"
        sys.stdout.write(f"{row.rstrip()}\n")
    for finding in found:
        if finding.remedy:
            sys.stdout.write(f"\n{MARKS[finding.state]}: {finding.title}\n  {finding.remedy}\n")
    sys.stdout.write("\nMáy đã sẵn sàng.\n" if ready else "\nMáy còn thiếu thành phần cần thiết.\n")
