"""The walls around the process that reads a file.

Limits on memory, work and file sizes always stand. Where the kernel can do it, the process may
besides see no files but the installed programs, write nowhere but into the spool folder, and
start, signal or call nobody: a file that takes it over by a fault of a parser gains nothing.
"""

import contextlib
import os
import resource
import sys
from pathlib import Path
from typing import Final

from motcua.digitisation.backends.opening.landlock import shut_files_off
from motcua.digitisation.backends.opening.seccomp import shut_system_calls_off
from motcua.digitisation.ports import OpeningLimits

_SPARE: Final = 1 << 20
_CHANNELS: Final = 3
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


def allow_cpu(seconds: int) -> None:
    """Allow so much more work from now on; what goes beyond ends the process."""
    used = sum(os.times()[:2])
    with contextlib.suppress(ValueError):  # the limit of the account is lower still
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + 1 + seconds, resource.RLIM_INFINITY))


def keep_only(descriptor: int) -> None:
    """Close what was inherited: the lines of the fork server and of the parent's other work."""
    most = min(resource.getrlimit(resource.RLIMIT_NOFILE)[0], _MOST_DESCRIPTORS)
    os.closerange(_FIRST_OWN, descriptor)
    os.closerange(descriptor + 1, most)
