"""The processes that work on pages, each with its tools loaded once."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final

from motcua.digitisation.errors import Unreadable, UnreadableFile
from motcua.digitisation.pipeline.page import Tools, finish
from motcua.digitisation.pipeline.values import FinishedPage, Profile, Quality
from motcua.digitisation.ports import SpooledSheet

ToolMaker = Callable[[Quality], Tools]
"""A function that a new process can import and call."""

PAGES_AHEAD: Final = 2
"""Pages in hand for each process: one being worked on and one waiting, whatever the file's length."""


class Workers:
    """Works on pages in several processes; gives them back in the order they were handed in."""

    def __init__(self, *, count: int, tools: ToolMaker, profile: Profile) -> None:
        # One page is one thread's work. OpenMP and OpenBLAS read these when they are loaded, in
        # the fork server, so they must be set before it starts.
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        self.capacity = count * PAGES_AHEAD
        self._count = count
        self._initial = (tools, profile)
        self._pool = self._started()

    def hand_in(self, sheet: SpooledSheet) -> Future[FinishedPage]:
        """Begin a page; more than `capacity` at a time fill the memory for nothing."""
        try:
            return self._pool.submit(_work, sheet)
        except BrokenProcessPool:
            self._pool = self._started()
            return self._pool.submit(_work, sheet)

    def result_of(self, page: Future[FinishedPage], *, name: str) -> FinishedPage:
        """Wait for a page; refuses with `UnreadableFile` the file whose page killed a process."""
        try:
            return page.result()
        except BrokenProcessPool as fault:
            raise UnreadableFile(
                name=name, why=Unreadable.TOO_MUCH_WORK, detail="recognition"
            ) from fault

    def end(self) -> None:
        """End all processes, whatever they are at."""
        running = list((self._pool._processes or {}).values())
        self._pool.shutdown(wait=False, cancel_futures=True)
        for process in running:
            process.kill()
        for process in running:
            process.join()

    def _started(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            max_workers=self._count,
            mp_context=multiprocessing.get_context("forkserver"),
            initializer=_begin,
            initargs=self._initial,
        )


_profile: Profile
_tools: Tools


def _begin(make_tools: ToolMaker, profile: Profile) -> None:
    global _profile, _tools  # noqa: PLW0603  (one process, one set of tools, for its whole life)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's Ctrl-C is the parent's to answer
    _profile, _tools = profile, make_tools(profile.quality)


def _work(sheet: SpooledSheet) -> FinishedPage:
    return finish(sheet, profile=_profile, tools=_tools)
