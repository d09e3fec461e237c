"""The web server, as a process that `motcua serve` starts: `python -m motcua.config.web`.

Its own processes each open the port by themselves, so that none of them may outlive it: an old one
would go on answering in the place of the new.
"""

import os
import sys
from collections.abc import Sequence
from typing import Final

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from motcua.config.parentage import follow_supervisor

APPLICATION: Final = "motcua.config.wsgi:application"
STOP_PATIENCE: Final = 10
"""Seconds that a request may still take when the server stops."""

LOGS: Final = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler", "stream": "ext://sys.stderr"}},
    "loggers": {"_granian": {"handlers": ["stderr"], "propagate": False}, "granian.access": {}},
    "formatters": {},
}
"""Only what goes wrong; each answer is already a fact in the application's own log."""


def main(words: Sequence[str]) -> None:
    """Serve on a host and a port with a number of processes, until told to stop."""
    follow_supervisor()
    host, port, workers = words
    Granian(
        target=APPLICATION,
        address=host,
        port=int(port),
        interface=Interfaces.WSGI,
        workers=int(workers),
        blocking_threads=2 * (os.cpu_count() or 1) + 1,
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_PATIENCE,
        websockets=False,
        log_level=LogLevels.warning,
        log_dictconfig=LOGS,
    ).serve()


if __name__ == "__main__":
    main(sys.argv[1:])
