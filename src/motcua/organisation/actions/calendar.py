"""Putting days into the calendar and taking them out; a row is never changed in what it says."""

import csv
from dataclasses import dataclass
from datetime import date, datetime, time
from importlib.resources import files

from django.db import transaction
from django.utils.timezone import localdate, make_aware

from motcua.audit.actions import SystemActor, record
from motcua.audit.ports import Actor
from motcua.foundation.events import announce
from motcua.foundation.reading import find
from motcua.kernel.errors import NotAllowed
from motcua.organisation.errors import (
    CalendarDayTaken,
    CalendarDayWithdrawn,
    DaysInWrongOrder,
    HoursInWrongOrder,
)
from motcua.organisation.events import CalendarChanged
from motcua.organisation.models import Account, CalendarDay, OfficeHours
from motcua.organisation.queries import units_where
from motcua.organisation.rules.acts import Act
from motcua.organisation.rules.calendar import DayKind, Hours, SpecialDay
from motcua.organisation.rules.days import checked_day
from motcua.organisation.rules.texts import required


@transaction.atomic
def add_calendar_day(day: date, *, special: SpecialDay, by: Actor, at: datetime) -> CalendarDay:
    """Put a day into the calendar, as known from now on.

    Refuses with `NotAllowed`, `CalendarDayTaken`, and what `rules.days.checked_day` refuses.
    """
    _check_may_edit(by, at=at)
    special = checked_day(day, special=special)
    if CalendarDay.objects.select_for_update().filter(day=day, withdrawn_at=None).exists():
        raise CalendarDayTaken(day=day, field="day")
    row = CalendarDay.objects.create(
        day=day,
        kind=special.kind.value,
        name=special.name,
        document=special.document,
        known_from=at,
    )
    facts = {"day": day, "kind": row.kind, "name": row.name, "document": row.document}
    record(act="organisation.calendar_day.added", by=by, about=row, at=at, facts=facts)
    announce(CalendarChanged(day=day))
    return row


@transaction.atomic
def withdraw_calendar_day(day_id: int, *, document: str, by: Actor, at: datetime) -> CalendarDay:
    """Take a day out of the calendar, as known from now on; what was counted before stays so.

    Refuses with `NotAllowed`, `NotFound`, `FieldMissing` without a document or reason,
    `CalendarDayWithdrawn`.
    """
    _check_may_edit(by, at=at)
    row = find(CalendarDay.objects.select_for_update(), pk=day_id)
    document = required(document, field="document", limit=200)
    if row.withdrawn_at is not None:
        raise CalendarDayWithdrawn(day=row.day, field="day")
    row.withdrawn_at, row.withdrawn_by = at, document
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])
    facts = {"day": row.day, "kind": row.kind, "name": row.name, "document": document}
    record(act="organisation.calendar_day.withdrawn", by=by, about=row, at=at, facts=facts)
    announce(CalendarChanged(day=row.day))
    return row


@transaction.atomic
def set_office_hours(
    hours: Hours, *, valid_from: date, document: str, by: Actor, at: datetime
) -> OfficeHours:
    """Say from when to when offices are open on working days, from a day on.

    Refuses with `NotAllowed`, `HoursInWrongOrder`, `FieldMissing` without a document, and
    `DaysInWrongOrder` if other hours begin that day or later.
    """
    _check_may_edit(by, at=at)
    in_order = hours.opens_at < hours.noon_from <= hours.noon_to < hours.closes_at
    if not in_order:
        raise HoursInWrongOrder(field="opens_at")
    document = required(document, field="document", limit=200)
    later = OfficeHours.objects.select_for_update().filter(valid_from__gte=valid_from).first()
    if later is not None:
        raise DaysInWrongOrder(valid_from=later.valid_from, valid_to=valid_from, field="valid_from")
    OfficeHours.objects.filter(valid_to__isnull=True).update(valid_to=valid_from)
    row = OfficeHours.objects.create(
        opens_at=hours.opens_at,
        noon_from=hours.noon_from,
        noon_to=hours.noon_to,
        closes_at=hours.closes_at,
        valid_from=valid_from,
        document=document,
    )
    facts = {"hours": str(row), "valid_from": valid_from, "document": document}
    record(act="organisation.office_hours.set", by=by, about=row, at=at, facts=facts)
    return row


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDay:
    """A day of the calendar that Motcua brings along."""

    day: date
    special: SpecialDay
    known_on: date
    needs_check: bool


def known_days() -> list[KnownDay]:
    """Return the days that Motcua brings along, in order."""
    text = files("motcua.organisation").joinpath("calendar_days.csv").read_text("utf-8")
    return [
        KnownDay(
            day=date.fromisoformat(row["day"]),
            special=SpecialDay(
                kind=DayKind(row["kind"]), name=row["name"], document=row["document"]
            ),
            known_on=date.fromisoformat(row["known_on"]),
            needs_check=row["source"] != "found",
        )
        for row in csv.DictReader(text.splitlines())
    ]


@transaction.atomic
def load_calendar(*, at: datetime) -> int:
    """Record the days that Motcua brings along and the calendar has never had; twice is once.

    In an empty calendar each day counts as known since its document, so that deadlines of earlier
    years can be counted as they were; in one that is in use, since now, so that no deadline that
    was explained yesterday is explained otherwise today. A day that was withdrawn stays away.
    Returns how many days were written.
    """
    recorded = set(CalendarDay.objects.select_for_update().values_list("day", flat=True))
    missing = [known for known in known_days() if known.day not in recorded]
    CalendarDay.objects.bulk_create(
        CalendarDay(
            day=known.day,
            kind=known.special.kind.value,
            name=known.special.name,
            document=known.special.document,
            needs_check=known.needs_check,
            known_from=at if recorded else _midnight(known.known_on),
        )
        for known in missing
    )
    if missing:
        facts = {"days": len(missing), "since": missing[0].day, "until": missing[-1].day}
        record(
            act="organisation.calendar.loaded",
            by=SystemActor(),
            about="organisation.calendar",
            at=at,
            facts=facts,
        )
    return len(missing)


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))


def _check_may_edit(by: Actor, *, at: datetime) -> None:
    """Refuse who may not; the calendar is one for all units, so any unit of the post will do."""
    act = Act.EDIT_CALENDAR
    if isinstance(by, Account) and not units_where(by, act=act, on=localdate(at)):
        raise NotAllowed(act=act.value)
