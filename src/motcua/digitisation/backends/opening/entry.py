"""Where the reading process starts; the parent imports this and none of the parsers."""

import importlib
import os
import signal
import socket
from typing import Final

from motcua.digitisation.ports import OpeningLimits

CHILD: Final = "motcua.digitisation.backends.opening.child"
"""Preloaded into the fork server, so that a new process starts in milliseconds."""


def read_for_the_parent(end: socket.socket, limits: OpeningLimits, spool: str) -> None:
    """Answer the parent until it hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.setpgid(0, 0)
    try:
        importlib.import_module(CHILD).serve(end, limits=limits, spool=spool)
    finally:
        os._exit(1)  # nothing of the parent's is to be tidied up here, and nothing said
