"""The walls around the process that reads a file.

Limits on memory, work and file sizes always stand. Where the kernel can do it, the process may
besides see no files but the installed programs, write nowhere but into the spool folder, and
start, signal or call nobody: a file that takes it over by a fault of a parser gains nothing.
"""

import contextlib
import ctypes
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Final

from motcua.digitisation.backends.opening.landlock import shut_files_off
from motcua.digitisation.backends.opening.seccomp import shut_system_calls_off
from motcua.digitisation.ports import OpeningLimits

_PARENT_DEATH_SIGNAL: Final = 1
_SPARE: Final = 1 << 20
_CHANNELS: Final = 3
_SLOW_PAGES: Final = 4
_SECONDS_PER_PAGE: Final = 3
_FIRST_OWN: Final = 3
_MOST_DESCRIPTORS: Final = 1 << 16
_OWN: Final = Path(__file__).parents[3]
_PROGRAMS: Final = ("/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/dev/urandom")


def confine(limits: OpeningLimits, *, spool: Path) -> None:
    """Put all walls up; they cannot be taken down again."""
    _lower(resource.RLIMIT_AS, limits.memory_bytes)
    page_bytes = _CHANNELS * limits.page_pixels
    _lower(resource.RLIMIT_FSIZE, page_bytes + limits.file_bytes + _SPARE)
    _lower(resource.RLIMIT_CORE, 0)
    programs = [Path(place) for place in (*_PROGRAMS, sys.prefix, sys.base_prefix)]
    shut_files_off(readable=[*programs, _OWN], writable=spool)
    shut_system_calls_off()


def _lower(which: int, limit: int) -> None:
    _, hardest = resource.getrlimit(which)
    if hardest != resource.RLIM_INFINITY:
        limit = min(limit, hardest)
    resource.setrlimit(which, (limit, limit))


def allow_cpu(limits: OpeningLimits, *, pages: int) -> None:
    """Allow the work of one more page from now on; what goes beyond ends the process.

    All pages together may not each take the most that one may: two thousand that do are no pile.
    """
    soon = sum(os.times()[:2]) + limits.cpu_seconds_per_page
    all_told = _SLOW_PAGES * limits.cpu_seconds_per_page + _SECONDS_PER_PAGE * pages
    most = 1 + int(min(soon, all_told))
    with contextlib.suppress(ValueError):  # the limit of the account is lower still
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))


def die_with_the_server() -> None:
    """End this process when the fork server ends, which ends with the last who may ask it."""
    ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)


def keep_only(descriptor: int) -> None:
    """Close what was inherited: the lines of the fork server and of the parent's other work."""
    most = min(resource.getrlimit(resource.RLIMIT_NOFILE)[0], _MOST_DESCRIPTORS)
    os.closerange(_FIRST_OWN, descriptor)
    os.closerange(descriptor + 1, most)
