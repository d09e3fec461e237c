"""How long each step of the internal process may take."""

import math
from datetime import datetime
from decimal import Decimal
from typing import Final

from motcua.catalogue.rules.terms import TimeLimit, TimeUnit
from motcua.intake.rules.deadlines import deadline
from motcua.organisation.rules.calendar import WorkingCalendar

HOURS_OF_A_DAY: Final = 8
"""Eight working hours are counted as one working day."""


def step_due(
    *,
    limit: TimeLimit,
    share: Decimal | None,
    given_at: datetime,
    due_at: datetime,
    calendar: WorkingCalendar,
) -> datetime:
    """Return when a step is due that has a share, in percent, of the time of the procedure.

    Whole office hours from when it was given, rounded up, and never later than the dossier itself.
    Without a share, and where the time is not counted in office time, it is due with the dossier.
    """
    hours = _hours(limit)
    if share is None or not hours:
        return due_at
    amount = max(1, math.ceil(hours * share / 100))
    counted = deadline(
        TimeLimit(unit=TimeUnit.WORKING_HOUR, amount=amount),
        received_at=given_at,
        calendar=calendar,
    )
    return min(counted.due_at, due_at)


def _hours(limit: TimeLimit) -> int:
    if limit.unit is TimeUnit.WORKING_DAY:
        return limit.amount * HOURS_OF_A_DAY
    return limit.amount if limit.unit is TimeUnit.WORKING_HOUR else 0
