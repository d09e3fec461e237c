"""Landlock: a process gives up its own right to files (Linux 5.13 and newer, landlock(7))."""

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_LIBC: Final = ctypes.CDLL(None, use_errno=True)
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION: Final = 1
_BENEATH: Final = 1
_NO_NEW_PRIVILEGES: Final = 38

_WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 1, 1 << 2, 1 << 3
_REMOVE_FILE, _MAKE_REGULAR, _TRUNCATE = 1 << 5, 1 << 8, 1 << 14
_RIGHTS_OF_VERSION: Final = {1: 13, 2: 14, 3: 15, 4: 15}
"""How many rights to files a version knows; the newest has sixteen."""

_NEWEST_RIGHTS: Final = 16
_NET_FROM, _NET = 4, 0b11
_SCOPE_FROM, _SCOPE = 6, 0b11


class _Ruleset(ctypes.Structure):
    _fields_ = [
        ("files", ctypes.c_uint64),
        ("net", ctypes.c_uint64),
        ("scope", ctypes.c_uint64),
    ]


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32)]


def landlock_version() -> int:
    """Return the version of the kernel's Landlock, 0 where there is none."""
    return max(0, int(_LIBC.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _ASK_VERSION)))


def shut_files_off(*, readable: Iterable[Path], writable: Path) -> bool:
    """Leave this process nothing but these folders; tells whether the kernel could do it."""
    version = landlock_version()
    if not version:
        return False
    handled = (1 << _RIGHTS_OF_VERSION.get(version, _NEWEST_RIGHTS)) - 1
    ruleset = _Ruleset(
        files=handled,
        net=_NET if version >= _NET_FROM else 0,
        scope=_SCOPE if version >= _SCOPE_FROM else 0,
    )
    size = ctypes.c_size_t(ctypes.sizeof(ruleset) if version >= _NET_FROM else 8)
    size = ctypes.c_size_t(16) if _NET_FROM <= version < _SCOPE_FROM else size
    rules = int(_LIBC.syscall(_CREATE_RULESET, ctypes.byref(ruleset), size, 0))
    if rules < 0:
        return False
    try:
        for folder in readable:
            _allow(rules, folder, _READ_FILE | _READ_DIR)
        writing = _WRITE_FILE | _REMOVE_FILE | _MAKE_REGULAR | _TRUNCATE
        _allow(rules, writable, writing & handled)
        _LIBC.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        return int(_LIBC.syscall(_RESTRICT_SELF, rules, 0)) == 0
    finally:
        os.close(rules)


def _allow(rules: int, place: Path, rights: int) -> None:
    try:
        descriptor = os.open(place, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    if not place.is_dir():
        rights &= _READ_FILE | _WRITE_FILE | _TRUNCATE
    rule = _Beneath(allowed=rights, parent=descriptor)
    _LIBC.syscall(_ADD_RULE, rules, _BENEATH, ctypes.byref(rule), 0)
    os.close(descriptor)
