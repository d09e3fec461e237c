"""Drawn pages on the way from the process that reads to the one that works on them.

A page is one file: the pixels as they are, then the scanner's own JPEG where it is kept. Through
the page cache that costs 3 ms for an A4 page of 300 dpi in grey (measured; a socket costs the
same but would tie the parent down), and it is mostly gone before the disk has seen it.
"""

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from motcua.digitisation.errors import NoRoom
from motcua.digitisation.ports import Pixels, SheetImage

_READ: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_CREATE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


@dataclass(frozen=True, slots=True, kw_only=True)
class SpooledPage:
    """A page in the spool folder."""

    number: int
    path: Path
    shape: tuple[int, ...]
    dpi: float | None
    encoded_bytes: int = 0

    @property
    def pixel_bytes(self) -> int:
        """Return how much of the file is pixels."""
        return int(np.prod(self.shape, dtype=np.int64))

    def is_whole(self) -> bool:
        """Tell whether the file is there and exactly as long as it must be."""
        try:
            found = self.path.lstat()
        except OSError:
            return False
        return (
            stat.S_ISREG(found.st_mode) and found.st_size == self.pixel_bytes + self.encoded_bytes
        )

    def load(self) -> SheetImage:
        """Read the page; it stays in the spool until it is discarded, in case a reader dies."""
        pixels = np.empty(self.shape, dtype=np.uint8)
        with os.fdopen(os.open(self.path, _READ), "rb", buffering=0) as spooled:
            _fill(spooled.fileno(), pixels)
            encoded = spooled.read(self.encoded_bytes) if self.encoded_bytes else None
        return SheetImage(number=self.number, pixels=pixels, dpi=self.dpi, encoded=encoded)

    def discard(self) -> None:
        """Remove the page; one already removed is no error."""
        self.path.unlink(missing_ok=True)


def _fill(descriptor: int, pixels: Pixels) -> None:
    view = pixels.data.cast("B")
    filled = 0
    while filled < len(view):
        count = os.readv(descriptor, [view[filled:]])
        if not count:
            raise OSError(errno.EIO, "the spooled page is cut short")
        filled += count


def write_page(path: Path, *, pixels: Pixels, encoded: bytes | None) -> None:
    """Write a page; where there is no room, nothing is left of it."""
    try:
        descriptor = os.open(path, _CREATE, 0o600)
    except OSError as fault:
        raise NoRoom(where=str(path.parent), detail=fault.strerror or "") from fault
    try:
        with os.fdopen(descriptor, "wb", buffering=0) as spooled:
            _write_all(spooled.fileno(), np.ascontiguousarray(pixels).data.cast("B"))
            _write_all(spooled.fileno(), memoryview(encoded or b""))
    except OSError as fault:
        path.unlink(missing_ok=True)
        raise NoRoom(where=str(path.parent), detail=fault.strerror or "") from fault


def _write_all(descriptor: int, view: memoryview) -> None:
    written = 0
    while written < len(view):
        written += os.write(descriptor, view[written:])
