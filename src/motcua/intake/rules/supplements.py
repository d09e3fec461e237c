"""A supplement is asked for once, fully and exactly (NĐ 61/2018/NĐ-CP Điều 15.3)."""

from datetime import datetime

from motcua.intake.errors import (
    SecondSupplementNeedsReason,
    SupplementSaysNothing,
    SupplementStillOpen,
)
from motcua.intake.rules.deadlines import slip_due
from motcua.organisation.rules.calendar import WorkingCalendar


def supplement_request(
    *, asked_before: int, is_open: bool, content: str, reason_for_second: str = ""
) -> int:
    """Return the number of the request, or refuse.

    Refuses with `SupplementStillOpen` while one is unanswered, with `SupplementSaysNothing`
    without content, and with `SecondSupplementNeedsReason` where an earlier one was made.
    """
    if is_open:
        raise SupplementStillOpen(number=asked_before)
    if not content.strip():
        raise SupplementSaysNothing
    if asked_before and not reason_for_second.strip():
        raise SecondSupplementNeedsReason(number=asked_before + 1)
    return asked_before + 1


def is_late_slip(
    *, asked_at: datetime, received_at: datetime | None, calendar: WorkingCalendar
) -> bool:
    """Tell whether a slip comes after the third working day from reception (Điều 19.4).

    Before reception there is no such day.
    """
    if received_at is None:
        return False
    return asked_at > slip_due(received_at=received_at, calendar=calendar).due_at
