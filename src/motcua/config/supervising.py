"""Keeps the processes of one installation running, and ends them together."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event
from types import FrameType
from typing import Final

import structlog

from motcua.config.errors import WebDoesNotStart
from motcua.config.parentage import PARENT

LOOK_EVERY: Final = 0.1
"""Seconds between two looks at the children."""

STOP_PATIENCE: Final = 30.0
"""Seconds that children may take to stop: a request, or a job's grace, and a little more."""

HEALTHY_AFTER: Final = 60.0
LONGEST_REST: Final = 30.0
MOST_FAILED_STARTS: Final = 3

log = structlog.get_logger()


def rest_after(failures: int) -> float:
    """Return the seconds to wait before a child is started again: doubled each time, 30 at most."""
    return min(2.0 ** min(failures - 1, 10), LONGEST_REST)


@dataclass(slots=True, kw_only=True)
class Child:
    """One process that is to run as long as this one does."""

    name: str
    words: Sequence[str]
    process: "subprocess.Popen[bytes] | None" = None
    failures: int = 0
    started_at: float = 0.0
    start_again_at: float = 0.0

    def start(self) -> None:
        """Start the process, in a group of its own: Ctrl C reaches only the supervisor."""
        self.process = subprocess.Popen(  # noqa: S603 (our own words)
            [sys.executable, "-m", *self.words],
            env={**os.environ, PARENT: str(os.getpid())},
            stdin=subprocess.DEVNULL,
            process_group=0,
        )
        self.started_at = time.monotonic()

    def look(self) -> None:
        """Start the process if its time has come; note it if it has ended."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.start_again_at:
                self.start()
        elif (code := self.process.poll()) is not None:
            self.failures = 1 if now - self.started_at > HEALTHY_AFTER else self.failures + 1
            self.start_again_at = now + rest_after(self.failures)
            log.warning("serve.child_ended", child=self.name, code=code, failures=self.failures)
            self.end()

    def ask_to_stop(self) -> None:
        """Tell the process to finish what it is at."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                self.process.terminate()

    def end(self, *, patience: float = 0.0) -> None:
        """Wait for the process, and leave nothing of its group behind."""
        if self.process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(patience)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None


@dataclass(slots=True, kw_only=True)
class Supervisor:
    """Runs children until told to stop; the first of them is the one that must become ready."""

    children: Sequence[Child]
    is_ready: Callable[[], bool]
    say_ready: Callable[[], None]
    _told_to_stop: Event = field(default_factory=Event)
    _told_twice: bool = False

    def run(self) -> None:
        """Keep the children running; refuses with `WebDoesNotStart` if the first never is ready."""
        with self._stopped_by_signals():
            try:
                self._watch()
            finally:
                self._end()

    def _watch(self) -> None:
        ready = False
        while not self._told_to_stop.is_set():
            for child in self.children:
                child.look()
            if not ready:
                if self.is_ready():
                    ready = True
                    self.say_ready()
                elif self.children[0].failures >= MOST_FAILED_STARTS:
                    raise WebDoesNotStart
            self._told_to_stop.wait(LOOK_EVERY)

    def _end(self) -> None:
        for child in self.children:
            child.ask_to_stop()
        end = time.monotonic() + STOP_PATIENCE
        while not self._told_twice and time.monotonic() < end and self._any_alive():
            time.sleep(LOOK_EVERY)
        for child in self.children:
            child.end()

    def _any_alive(self) -> bool:
        running = [child.process for child in self.children if child.process is not None]
        return any(process.poll() is None for process in running)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self._told_twice = self._told_to_stop.is_set()
        self._told_to_stop.set()

    @contextmanager
    def _stopped_by_signals(self) -> Iterator[None]:
        numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        before = {number: signal.signal(number, self._stop) for number in numbers}
        try:
            yield
        finally:
            for number, act in before.items():
                signal.signal(number, act)
