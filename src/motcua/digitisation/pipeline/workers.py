"""The processes that work on pages, each with its tools loaded once."""

import multiprocessing
import os
import pkgutil
import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Final

from motcua.digitisation.errors import Unreadable, UnreadableFile
from motcua.digitisation.pipeline.values import FinishedPage, Profile
from motcua.digitisation.ports import SpooledSheet

PageWork = Callable[[SpooledSheet], FinishedPage]

PAGES_AHEAD: Final = 2
"""Pages in hand for each process, one being worked on and one waiting, however long the file."""


@dataclass(slots=True)
class PageInHand:
    """A page that a process works on or will work on."""

    sheet: SpooledSheet
    coming: Future[FinishedPage]


class Workers:
    """Works on pages in several processes; gives them back in the order they were handed in."""

    def __init__(self, *, count: int, work: str, profile: Profile) -> None:
        """Begin with `work` naming a function from a profile to `PageWork`, "module:function".

        A name and not the function: this process then need not load what only the others use.
        """
        # One page is one thread's work. OpenMP and OpenBLAS read these when they are loaded, in
        # the fork server, so they must be set before it starts.
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        self.capacity = count * PAGES_AHEAD
        self._count = count
        self._initial = (work, profile)
        self._pool = self._started()

    def hand_in(self, sheet: SpooledSheet) -> PageInHand:
        """Begin a page; more than `capacity` at a time fill the memory for nothing."""
        return PageInHand(sheet=sheet, coming=self._begun(sheet))

    def result_of(self, page: PageInHand, *, name: str) -> FinishedPage:
        """Wait for a page; refuses with `UnreadableFile` the file whose page kills a process.

        When a process dies all pages in hand are lost with it, and nobody says whose fault it
        was. So each is tried once more; only the page that does it again is refused.
        """
        try:
            try:
                return page.coming.result()
            except BrokenProcessPool:
                return self._begun(page.sheet).result()
        except BrokenProcessPool as fault:
            raise UnreadableFile(
                name=name, why=Unreadable.TOO_MUCH_WORK, detail="recognition"
            ) from fault
        finally:
            page.sheet.discard()

    def _begun(self, sheet: SpooledSheet) -> Future[FinishedPage]:
        try:
            return self._pool.submit(_work, sheet)
        except BrokenProcessPool:
            self._pool = self._started()
            return self._pool.submit(_work, sheet)

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


_page_work: PageWork


def _begin(work: str, profile: Profile) -> None:
    global _page_work  # noqa: PLW0603  (one process, one set of tools, for its whole life)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's Ctrl-C is the parent's to answer
    _page_work = pkgutil.resolve_name(work)(profile)


def _work(sheet: SpooledSheet) -> FinishedPage:
    return _page_work(sheet)
