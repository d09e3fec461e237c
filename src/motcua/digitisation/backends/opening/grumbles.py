"""What the libraries complain of on the error stream instead of saying so."""

import os
import sys


class Grumbles:
    """Catches the error stream of this process, which nobody else will see any more."""

    def __init__(self) -> None:
        self._caught = os.memfd_create("grumbles", os.MFD_CLOEXEC)
        nowhere = os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC)
        sys.stdout.flush()
        sys.stderr.flush()
        os.dup2(nowhere, 0)
        os.dup2(nowhere, 1)
        os.dup2(self._caught, 2)
        os.close(nowhere)

    def forget(self) -> None:
        """Throw away what was caught so far."""
        os.ftruncate(self._caught, 0)
        os.lseek(self._caught, 0, os.SEEK_SET)

    def heard(self, *, most: int = 2000) -> str:
        """Return what was caught since."""
        return os.pread(self._caught, most, 0).decode("utf-8", "replace")
