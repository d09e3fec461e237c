"""Files in, digitised documents out, in the order of the files.

One process reads each file and draws its pages, several work on pages, and this one hands pages
on and puts the results in order. Only what waits is in memory: a few pages' pixels in the spool,
and of finished pages the coded pictures and the words.
"""

import itertools
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from motcua.digitisation.errors import UnreadableFile
from motcua.digitisation.pipeline.values import FinishedPage
from motcua.digitisation.pipeline.workers import PageInHand, Workers
from motcua.digitisation.ports import FileOpener, Handling, Opened, OpeningLimits


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A file has been opened; its pages follow."""

    source: Path
    opened: Opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the file last begun."""

    source: Path
    finished: FinishedPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """All pages of the file have been given out."""

    source: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The file cannot be digitised; whatever was begun of it is to be thrown away."""

    source: Path
    refusal: UnreadableFile


Step = Begun | Page | Ended | Refused


@dataclass(slots=True)
class _Waiting:
    """A page that is being worked on; the steps before it may already be given out."""

    source: Path
    page: PageInHand


@dataclass(slots=True)
class Run:
    """One run over several files."""

    opener: FileOpener
    limits: OpeningLimits
    workers: Workers
    spool: Path
    _refused: set[Path] = field(default_factory=set)

    def steps(self, sources: Sequence[Path]) -> Iterator[Step]:
        """Give out what happens to each file, file by file and page by page in their order."""
        coming = itertools.chain.from_iterable(map(self._of_file, sources))
        waiting: deque[Step | _Waiting] = deque()
        pages = 0
        while True:
            while pages < self.workers.capacity and (step := next(coming, None)) is not None:
                waiting.append(step)
                pages += isinstance(step, _Waiting)
            if not waiting:
                return
            first = waiting.popleft()
            pages -= isinstance(first, _Waiting)
            yield from self._given_out(first)

    def _of_file(self, source: Path) -> Iterator[Step | _Waiting]:
        """Open one file and hand its pages to the workers as they are drawn."""
        try:
            file = self.opener.open(source, limits=self.limits, spool=self.spool)
        except UnreadableFile as refusal:
            yield Refused(source=source, refusal=refusal)
            return
        try:
            yield Begun(source=source, opened=file.opened)
            if _wants_pages(file.opened):
                for sheet in file.sheets():
                    if source in self._refused:
                        sheet.discard()
                        return
                    yield _Waiting(source=source, page=self.workers.hand_in(sheet))
            yield Ended(source=source)
        except UnreadableFile as refusal:
            yield Refused(source=source, refusal=refusal)
        finally:
            file.close()

    def _given_out(self, step: Step | _Waiting) -> Iterator[Step]:
        """Wait for a page; of a file that was refused in between nothing more is given out."""
        if step.source in self._refused:
            if isinstance(step, _Waiting):
                step.page.sheet.discard()
            return
        if not isinstance(step, _Waiting):
            if isinstance(step, Refused):
                self._refused.add(step.source)
            yield step
            return
        try:
            finished = self.workers.result_of(step.page, name=step.source.name)
            yield Page(source=step.source, finished=finished)
        except UnreadableFile as refusal:
            self._refused.add(step.source)
            yield Refused(source=step.source, refusal=refusal)


def _wants_pages(opened: Opened) -> bool:
    """Tell whether pages must be read: of all files but those whose own text is good."""
    return opened.handling is Handling.DIGITISE or not opened.kept_pages
