"""How a command ends, in one number that scripts may rely on."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of `motcua`; a code never changes its meaning."""

    DONE = 0

    NEEDS_A_PERSON = 1
    """Done, but somebody must look: a page was refused, a signature is not valid."""

    WRONG_USE = 2

    UNREADABLE = 3
    """The input is unreadable or hostile, or may not be taken."""

    UNAVAILABLE = 4
    """A service, a program, a model or the room that is needed is not there."""

    FAULT = 70
    """A fault of the program itself; `EX_SOFTWARE` of sysexits.h."""

    INTERRUPTED = 130
    """Stopped from the keyboard, as shells number it."""

    NOBODY_LISTENS = 141
    """Whoever read the output went away, as shells number it."""
