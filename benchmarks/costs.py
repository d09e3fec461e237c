"""What one run of a command costs."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks import supervisor

LOOK_EVERY: Final = 1.0
"""Seconds. A look at the memory of six processes took 10 ms of one core, so these are one
hundredth of it; they are not in the CPU time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a command and all its descendants took."""

    cpu_seconds: float
    """User and system time of all of them, to the end of the last."""

    wall_seconds: float
    """Until the command itself ended."""

    largest_process_bytes: int
    """The largest resident set that any one of them ever had."""

    all_processes_bytes: int
    """The most that was seen of all together (PSS); nothing is seen of a very short command."""

    exit_code: int
    complaint: str
    """The end of what it wrote to standard error."""


def cost_of(
    command: Sequence[str], *, environment: Mapping[str, str], every: float = LOOK_EVERY
) -> Cost:
    """Run a command under a supervisor of its own, and end it if we are interrupted."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "cost.json"
        line = [sys.executable, "-I", supervisor.__file__, str(report), str(every), *command]
        running = subprocess.Popen(
            line, env=environment, stdin=subprocess.DEVNULL, start_new_session=True
        )
        try:
            running.wait()
        finally:
            if running.poll() is None:
                os.killpg(running.pid, signal.SIGTERM)
                running.wait()
        return Cost(**json.loads(report.read_text("utf-8")))
