"""Seccomp: a process gives up system calls for good (seccomp(2)).

No list of what the parsers need, which every new version of them would break, but of what they
never need: to start, trace or signal another process, to speak to anybody, to change the system.
"""

import ctypes
import errno
import os
import platform
import struct
from typing import Final

_LIBC: Final = ctypes.CDLL(None, use_errno=True)
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16
_ALLOW: Final = 0x7FFF0000
_FAIL: Final = 0x00050000
_FOREIGN_NUMBERS: Final = 0x40000000
_THREAD: Final = 0x00010000

_EVERYWHERE: Final = {
    "pidfd_send_signal": 424,
    "io_uring_setup": 425,
    "open_tree": 428,
    "move_mount": 429,
    "fsopen": 430,
    "fsmount": 432,
    "pidfd_open": 434,
    "pidfd_getfd": 438,
    "process_madvise": 440,
}
_X86: Final = {
    **_EVERYWHERE,
    "socket": 41,
    "connect": 42,
    "accept": 43,
    "bind": 49,
    "listen": 50,
    "fork": 57,
    "vfork": 58,
    "execve": 59,
    "kill": 62,
    "ptrace": 101,
    "rt_sigqueueinfo": 129,
    "chroot": 161,
    "mount": 165,
    "tkill": 200,
    "keyctl": 250,
    "unshare": 272,
    "accept4": 288,
    "rt_tgsigqueueinfo": 297,
    "perf_event_open": 298,
    "setns": 308,
    "process_vm_readv": 310,
    "process_vm_writev": 311,
    "bpf": 321,
    "execveat": 322,
    "userfaultfd": 323,
}
_ARM: Final = {
    **_EVERYWHERE,
    "mount": 40,
    "chroot": 51,
    "unshare": 97,
    "ptrace": 117,
    "kill": 129,
    "tkill": 130,
    "rt_sigqueueinfo": 138,
    "socket": 198,
    "bind": 200,
    "listen": 201,
    "accept": 202,
    "connect": 203,
    "keyctl": 219,
    "execve": 221,
    "rt_tgsigqueueinfo": 240,
    "perf_event_open": 241,
    "accept4": 242,
    "setns": 268,
    "process_vm_readv": 270,
    "process_vm_writev": 271,
    "bpf": 280,
    "execveat": 281,
    "userfaultfd": 282,
}
_CLONE_3: Final = 435
_MACHINES: Final = {
    # architecture, clone, tgkill, and what is never needed
    "x86_64": (0xC000003E, 56, 234, _X86),
    "aarch64": (0xC00000B7, 220, 131, _ARM),
}


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_char_p)]


def shut_system_calls_off() -> bool:
    """Leave this process the calls a parser needs; tells whether the kernel could do it."""
    machine = _MACHINES.get(platform.machine())
    if machine is None:
        return False
    program = b"".join(_filter(*machine, own=os.getpid()))
    held = _Program(length=len(program) // 8, filter=program)
    if _LIBC.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return int(_LIBC.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(held), 0, 0)) == 0


def _filter(
    architecture: int, clone: int, tgkill: int, never: dict[str, int], *, own: int
) -> list[bytes]:
    """Return the filter: threads and a signal to itself are all that is left of others."""
    refuse, absent = _step(_RETURN, _FAIL | errno.EPERM), _step(_RETURN, _FAIL | errno.ENOSYS)
    allow = _step(_RETURN, _ALLOW)
    steps = [
        _step(_LOAD, _ARCHITECTURE_AT),
        _step(_EQUAL, architecture, yes=1),
        refuse,
        _step(_LOAD, _NUMBER_AT),
        _step(_AT_LEAST, _FOREIGN_NUMBERS, no=1),
        refuse,
        _step(_EQUAL, _CLONE_3, no=1),
        absent,  # so that the C library falls back on the one whose flags can be seen
        _step(_EQUAL, clone, no=4),
        _step(_LOAD, _FIRST_ARGUMENT_AT),
        _step(_ANY_BIT, _THREAD, no=1),
        allow,
        refuse,
        _step(_EQUAL, tgkill, no=4),
        _step(_LOAD, _FIRST_ARGUMENT_AT),
        _step(_EQUAL, own, no=1),
        allow,
        refuse,
    ]
    for number in sorted(never.values()):
        steps += [_step(_EQUAL, number, no=1), refuse]
    return [*steps, allow]


def _step(code: int, value: int, *, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("=HBBI", code, yes, no, value)
