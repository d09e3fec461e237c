"""In whose hands a dossier is: the lines of its control slip."""

from datetime import datetime

from motcua.intake.models import Assignment, Dossier
from motcua.intake.rules.clocks import timeliness
from motcua.intake.rules.deadlines import transfer_due
from motcua.organisation.models import Account
from motcua.organisation.rules.calendar import WorkingCalendar


def begin_holding(
    dossier: Dossier, *, officer: Account, calendar: WorkingCalendar, at: datetime
) -> Assignment:
    """Put a dossier into the hands of who received it, until it is due to be passed on."""
    return Assignment.objects.create(
        dossier=dossier,
        number=next_line(dossier),
        unit_id=dossier.receiving_unit_id,
        officer=officer,
        given_at=at,
        given_by=officer,
        taken_at=at,
        taken_by=officer,
        due_at=transfer_due(received_at=at, calendar=calendar),
    )


def held(dossier: Dossier) -> Assignment | None:
    """Return the line of who holds a dossier now."""
    return Assignment.objects.filter(
        dossier=dossier, done_at__isnull=True, is_consultation=False
    ).first()


def let_go(dossier: Dossier, *, at: datetime) -> None:
    """Close the line of who held a dossier, early, on time or late."""
    line = held(dossier)
    if line is not None:
        close_line(line, at=at)


def close_all(dossier: Dossier, *, at: datetime) -> None:
    """Close every line of a dossier that has its result or has ended."""
    for line in Assignment.objects.filter(dossier=dossier, done_at__isnull=True):
        close_line(line, at=at)


def close_line(line: Assignment, *, at: datetime) -> None:
    """Say when one holder was done, and how that stands to the time he had."""
    line.done_at = at
    line.timeliness = timeliness(done_at=at, due_at=line.due_at).value
    line.save(update_fields=["done_at", "timeliness"])


def next_line(dossier: Dossier) -> int:
    """Return the number of the next line of the control slip."""
    last = Assignment.objects.filter(dossier=dossier).order_by("-number").first()
    return last.number + 1 if last else 1
