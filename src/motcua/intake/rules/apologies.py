"""An apology comes in time, and the day is put off once only (NĐ 61/2018/NĐ-CP Điều 19.9)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from motcua.intake.errors import AlreadyReappointed, DueMustMoveOn, DueOnClosedDay
from motcua.intake.rules.deadlines import at_time, local
from motcua.intake.rules.law import law_on
from motcua.organisation.rules.calendar import WorkingCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Reappointment:
    """What the citizen is promised now, and whether the clocks follow."""

    old_due_at: datetime
    new_due_at: datetime
    is_late: bool
    """The apology came too late: the promise is new, the dossier stays due when it was."""


def apology_latest_on(due_at: datetime) -> date:
    """Return the last day on which an apology is in time: one day before the due day."""
    due_on = local(due_at).date()
    return due_on - timedelta(days=law_on(due_on).apology_days_before)


def reappointment(
    *,
    due_at: datetime,
    new_due_on: date,
    reappointed_before: int,
    at: datetime,
    calendar: WorkingCalendar,
) -> Reappointment:
    """Return the new appointment, or refuse.

    Refuses with `AlreadyReappointed`, with `DueMustMoveOn` where the new day is not later than
    the old one and than today, and with `DueOnClosedDay`. An apology that is late is still owed
    to the citizen, so it is not refused; it is no extension either.
    """
    today = local(at).date()
    if reappointed_before >= law_on(today).reappointments:
        raise AlreadyReappointed
    if new_due_on <= max(local(due_at).date(), today):
        raise DueMustMoveOn(old=due_at, new_on=new_due_on)
    if not calendar.is_working(new_due_on):
        raise DueOnClosedDay(day=new_due_on, opens_on=calendar.on_or_after(new_due_on))
    return Reappointment(
        old_due_at=due_at,
        new_due_at=at_time(new_due_on, calendar.hours.closes_at),
        is_late=today > apology_latest_on(due_at),
    )
