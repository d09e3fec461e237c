"""Runs one command and writes down what it cost, with every process that came of it.

A program of its own, run anew for each measurement and with nothing imported but the standard
library. It makes itself the reaper of orphans (prctl(2), PR_SET_CHILD_SUBREAPER): what a command
starts and leaves behind, such as the children of a fork server, is waited for here, and the kernel
adds their time to ours (getrusage(2), RUSAGE_CHILDREN). Counting the command alone would miss them.
"""

import ctypes
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

PR_SET_CHILD_SUBREAPER: Final = 36
COMPLAINT: Final = 2000
"""Letters of the command's standard error that are kept, its last."""


class Scale(threading.Thread):
    """Looks every so often how much memory all descendants hold together.

    Proportional set size, in which a page of memory that n processes share counts once and not n
    times. What lasts less than the time between two looks is missed.
    """

    def __init__(self, *, every: float) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self._every = every
        self._over = threading.Event()

    def run(self) -> None:
        """Look until told to stop."""
        while not self._over.wait(self._every):
            self.most = max(self.most, sum(_memory(pid) for pid in _descendants(os.getpid())))

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self.join()


def _descendants(pid: int) -> Iterator[int]:
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text("ascii").split():
                yield int(child)
                yield from _descendants(int(child))


def _memory(pid: int) -> int:
    with suppress(OSError):  # it has ended
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def main(report: Path, every: float, command: list[str]) -> None:
    """Run the command to its end and write the report, one JSON object."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    scale = Scale(every=every)
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        command_ = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said
        )
        scale.start()
        exit_code = command_.wait()
        wall = time.perf_counter() - begun
        with suppress(ChildProcessError):
            while True:
                os.wait()
        scale.stop()
        said.seek(0)
        complaint = said.read().decode("utf-8", "replace")[-COMPLAINT:]
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cost = {
        "cpu_seconds": used.ru_utime + used.ru_stime,
        "wall_seconds": wall,
        "largest_process_bytes": used.ru_maxrss * 1024,
        "all_processes_bytes": scale.most,
        "exit_code": exit_code,
        "complaint": complaint,
    }
    report.write_text(json.dumps(cost), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3:])
