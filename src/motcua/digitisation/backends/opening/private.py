"""The reading process's own copy of the file: what happens to the file later is nothing to it.

On the disk and not in memory, for a pile of two hundred colour sheets is half a gigabyte; without
a name, so that it is gone with the process.
"""

import hashlib
import io
import os
import secrets
from pathlib import Path
from typing import BinaryIO, Final

_PIECE: Final = 1 << 20
_AT_ONCE: Final = 1 << 16
_CREATE: Final = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class PrivateCopy:
    """The bytes of one file, read once and for all."""

    def __init__(self, source: int, *, spool: Path, most: int) -> None:
        """Copy from a descriptor, little more than `most` bytes; `OSError` for want of room."""
        path = spool / f"copy-{secrets.token_hex(8)}"
        self._descriptor = os.open(path, _CREATE, 0o600)
        path.unlink()
        digest = hashlib.sha256()
        self.length = 0
        while self.length <= most and (piece := os.read(source, _PIECE)):
            digest.update(piece)
            self.length += _written(self._descriptor, piece)
        self.sha256 = digest.hexdigest()

    def head(self, size: int) -> bytes:
        """Return the first bytes."""
        return os.pread(self._descriptor, size, 0)

    def whole(self) -> bytes:
        """Return all bytes."""
        return self.opened().read()

    def opened(self) -> BinaryIO:
        """Return the file to be read from, at a place of its own."""
        return io.BufferedReader(_Window(self._descriptor, self.length), _AT_ONCE)

    def holds(self, what: bytes) -> bool:
        """Tell whether these bytes stand somewhere in the file."""
        before = b""
        source = self.opened()
        while piece := source.read(_PIECE):
            if what in before + piece:
                return True
            before = piece[-len(what) :]
        return False


class _Window(io.RawIOBase):
    """Reads a descriptor that others read as well."""

    def __init__(self, descriptor: int, length: int) -> None:
        self._descriptor, self._length, self._at = descriptor, length, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        count = os.preadv(self._descriptor, [buffer], self._at)
        self._at += count
        return count

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._length}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        return self._at


def _written(descriptor: int, piece: bytes) -> int:
    view = memoryview(piece)
    while view:
        view = view[os.write(descriptor, view) :]
    return len(piece)
