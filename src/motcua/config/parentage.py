"""A process that was started to serve another does not outlive it, however that one ends."""

import ctypes
import os
import signal
import sys
from typing import Final

PARENT: Final = "MOTCUA_PARENT"
"""The variable in which a supervisor tells its children who it is."""

PR_SET_PDEATHSIG: Final = 1


def follow_parent() -> None:
    """Have the kernel end this process when its parent ends, even by `kill -9`.

    Does nothing in a process that no supervisor has started. The order does not survive a fork,
    so each process of the family gives it for itself.
    """
    if PARENT not in os.environ or not sys.platform.startswith("linux"):
        return
    parent = os.getppid()
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != parent:  # it ended before the order was given
        os.kill(os.getpid(), signal.SIGTERM)


def follow_supervisor() -> None:
    """Follow the supervisor whose direct child this process is, unless it has ended already."""
    expected = os.environ.get(PARENT, "")
    if expected and expected != str(os.getppid()):
        sys.exit(0)
    follow_parent()
