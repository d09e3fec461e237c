"""The parent's side: it starts the process that reads, asks it, and believes little of it."""

import multiprocessing
import os
import secrets
import socket
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from motcua.digitisation.backends.opening.answers import (
    Contents,
    contents_of,
    look_of,
    placed_text,
    spooled_page,
)
from motcua.digitisation.backends.opening.conversation import Conversation, printable
from motcua.digitisation.backends.opening.entry import CHILD, read_for_the_parent
from motcua.digitisation.backends.opening.handling import (
    Look,
    has_good_text,
    may_stand,
    text_worth_keeping,
)
from motcua.digitisation.backends.opening.spool import SpooledPage
from motcua.digitisation.errors import NoRoom, Unreadable, UnreadableFile
from motcua.digitisation.ports import NOWHERE, Handling, KeptPage, Opened, OpeningLimits
from motcua.digitisation.rules.text import Line, PageText, Word

PRELOAD: Final = ("__main__", CHILD)
"""What the fork server should hold ready; whoever starts it with more must name these too."""

_OPEN: Final = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
_MOST_TEXT: Final = 1 << 25
_MOST_PLACED: Final = 200_000
"""Words of one file whose places are kept: those of some 300 full pages."""


class ConfinedOpener:
    """Opens every file in a process of its own, with limits on time, work, memory and pixels.

    Make it before anything starts the fork server: what that holds ready is settled then.
    """

    def __init__(self, *, preload: Sequence[str] = PRELOAD) -> None:
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(list(preload))

    def open(self, path: Path, *, limits: OpeningLimits, spool: Path) -> "ConfinedFile":
        """Look into the file; refuses with `UnreadableFile` what is broken, hostile or unknown."""
        name = printable(os.fsencode(path.name).decode("utf-8", "replace"))
        spool = spool.absolute()
        with _descriptor_of(path, name=name, limits=limits) as descriptor:
            conversation = self._start(descriptor, name=name, limits=limits, spool=spool)
        try:
            return ConfinedFile(conversation, limits=limits, spool=spool)
        except BaseException:
            conversation.end()
            raise

    def _start(
        self, descriptor: int, *, name: str, limits: OpeningLimits, spool: Path
    ) -> Conversation:
        ours, theirs = socket.socketpair()
        with theirs:
            child = self._context.Process(
                target=read_for_the_parent,
                args=(theirs, limits, os.fspath(spool)),
                daemon=True,
            )
            try:
                child.start()
                socket.send_fds(ours, [b"."], [descriptor])
            except BaseException:
                ours.close()
                raise
        return Conversation(
            child, ours, name=name, spool=spool, wall_seconds=limits.wall_seconds_per_page
        )


@contextmanager
def _descriptor_of(path: Path, *, name: str, limits: OpeningLimits) -> Iterator[int]:
    """Open a regular file, and nothing that could wait, answer or act when it is opened."""
    try:
        _check_regular(os.stat(path), name=name, limits=limits)  # noqa: PTH116 a name may be odd
        descriptor = os.open(path, _OPEN)
    except (OSError, ValueError) as fault:
        detail = printable(getattr(fault, "strerror", None) or "")
        raise UnreadableFile(name=name, why=Unreadable.ABSENT, detail=detail) from fault
    try:
        _check_regular(os.fstat(descriptor), name=name, limits=limits)
        yield descriptor
    finally:
        os.close(descriptor)


def _check_regular(found: os.stat_result, *, name: str, limits: OpeningLimits) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableFile(name=name, why=Unreadable.UNKNOWN_FORMAT)
    if not found.st_size:
        raise UnreadableFile(name=name, why=Unreadable.EMPTY)
    if found.st_size > limits.file_bytes:
        raise UnreadableFile(name=name, why=Unreadable.TOO_LARGE)


class ConfinedFile:
    """A file that is being read by a process of its own; close it, or use it with `with`."""

    def __init__(self, conversation: Conversation, *, limits: OpeningLimits, spool: Path) -> None:
        self._conversation = conversation
        self._limits = limits
        self._spool = spool
        self._name = secrets.token_hex(8)
        self._awaited: Path | None = None
        self._begun = False
        self.opened = self._open()

    def _open(self) -> Opened:
        contents = contents_of(self._conversation, limits=self._limits)
        looks = self._look_through(contents) if contents.is_pdf else []
        return Opened(
            handling=_handling_of(contents, looks),
            page_count=contents.page_count,
            kept_pages=self._kept_pages(_kept_texts(contents, looks)),
            sha256=contents.sha256,
        )

    def _look_through(self, contents: Contents) -> list[Look]:
        """Look at page after page; of a file that is not signed only as long as it may be kept."""
        looks: list[Look] = []
        length = 0
        for number in range(1, contents.page_count + 1):
            look = look_of(self._conversation, number=number)
            looks.append(look)
            length += len(look.text)
            if length > _MOST_TEXT:
                raise self._conversation.refusal(Unreadable.TOO_MUCH_WORK, detail="text")
            if not contents.is_signed and not has_good_text(look):
                break
        return looks

    def _kept_pages(self, texts: Sequence[str]) -> tuple[KeptPage, ...]:
        """Have the words of the pages placed, as long as their places can be relied on."""
        pages: list[KeptPage] = []
        left, relied_on = _MOST_PLACED, True
        for number, text in enumerate(texts, start=1):
            placed = placed_text(self._conversation, number=number)
            words = len(placed.text.words) if placed.text else 0
            left -= words
            relied_on &= placed.text is not None and left >= 0 and bool(words or not text.split())
            shown = placed.text if placed.text and relied_on else _without_places(text)
            pages.append(KeptPage(width_px=placed.width, height_px=placed.height, text=shown))
        return tuple(pages)

    def sheets(self) -> Iterator[SpooledPage]:
        """Draw the pages one after another, once, at most one ahead of the one asked for."""
        if self._begun:
            raise RuntimeError("the sheets of a file are drawn once")
        self._begun = True
        return self._draw_all()

    def _draw_all(self) -> Iterator[SpooledPage]:
        last = self.opened.page_count
        for number in range(1, last + 1):
            if self._conversation.is_over:
                return
            yield self._next(number, last=last)
        self.close()

    def _next(self, number: int, *, last: int) -> SpooledPage:
        """Return the page asked for, and ask for the one after it."""
        try:
            awaited = self._awaited or self._ask_for(number)
            page = spooled_page(
                self._conversation, number=number, path=awaited, limits=self._limits
            )
            self._awaited = None
            if number < last:
                self._ask_for(number + 1)
        except (UnreadableFile, NoRoom):
            self.close()
            raise
        return page

    def _ask_for(self, number: int) -> Path:
        name = f"{self._name}-{number:05}"
        self._awaited = self._spool / name
        self._conversation.put({"do": "draw", "page": number, "name": name})
        return self._awaited

    def close(self) -> None:
        """End the reading process; what it drew and nobody took is removed."""
        self._conversation.end()
        if self._awaited is not None:
            self._awaited.unlink(missing_ok=True)
            self._awaited = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _handling_of(contents: Contents, looks: list[Look]) -> Handling:
    if contents.is_signed:
        return Handling.KEEP_SIGNED
    return Handling.KEEP_BORN_DIGITAL if may_stand(looks) else Handling.DIGITISE


def _kept_texts(contents: Contents, looks: list[Look]) -> list[str]:
    """Return the pages' own texts, none at all where only a picture says what is on a page."""
    if _handling_of(contents, looks) is Handling.DIGITISE:
        return []
    texts = [text_worth_keeping(look) for look in looks]
    kept = [text for text in texts if text is not None]
    return kept if len(kept) == len(texts) else []


def _without_places(text: str) -> PageText:
    rows = (row.split() for row in text.splitlines())
    return PageText(
        lines=tuple(
            Line(words=tuple(Word(text=word, box=NOWHERE, confidence=1.0) for word in row))
            for row in rows
            if row
        )
    )
