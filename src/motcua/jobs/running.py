"""What the body of a job may ask about the job it is the body of.

A body is called with the job's arguments by name, and may run twice. One that lasts tells how far
it is, and writes its results so that only the holder of the job can:

    for number, page in enumerate(pages, start=1):
        text = read(page)
        with transaction.atomic():
            confirm_held()
            keep(text)
        say_progress(done=number, total=len(pages))

Called outside any job, in a test or from a command, these do nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from motcua.jobs import actions
from motcua.jobs.rules.leases import Claim

_HELD: ContextVar[Claim | None] = ContextVar("held", default=None)


def this_job() -> Claim | None:
    """Return the job whose body is running, or nothing outside any job."""
    return _HELD.get()


def say_progress(*, done: int, total: int | None = None, note: str = "") -> None:
    """Tell whoever waits how far the work is; refuses with `LeaseLost` when it is another's now.

    Called between transactions: within one, nobody would see it before the end.
    """
    if claim := _HELD.get():
        actions.note_progress(claim, done=done, total=total, note=note)


def confirm_held() -> None:
    """Let the running transaction commit only while the job is still held (`LeaseLost`)."""
    if claim := _HELD.get():
        actions.confirm_held(claim)


@contextmanager
def holding(claim: Claim) -> Iterator[None]:
    """Make a job the one whose body is running."""
    before = _HELD.set(claim)
    try:
        yield
    finally:
        _HELD.reset(before)
