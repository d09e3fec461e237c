"""One example at a time lives in a home, and its database can be thrown away."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from motcua.config.demo.errors import DemoRuns

PARTS: Final = ("", "-wal", "-shm", "-journal")
"""What SQLite keeps beside a database."""


@contextmanager
def alone_in(home: Path) -> Iterator[None]:
    """Hold a home as long as the example runs in it; refuses with `DemoRuns` a second one."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "demo.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DemoRuns from None
        yield


def throw_away(database: Path) -> None:
    """Remove a database of SQLite with what belongs to it; there need be none."""
    for part in PARTS:
        database.with_name(database.name + part).unlink(missing_ok=True)
