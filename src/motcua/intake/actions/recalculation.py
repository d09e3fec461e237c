"""Counting deadlines anew after the calendar has changed: looked at first, then done, and said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet

from motcua.audit.actions import record
from motcua.intake.actions.telling import Moved, Told, announce_event, event_of
from motcua.intake.errors import PlanOutdated, ReasonMissing
from motcua.intake.models import Dossier, Event
from motcua.intake.queries import changed_days, dossiers_where, limit_of
from motcua.intake.queries.clocks import clock_event
from motcua.intake.rules.clocks import last_start
from motcua.intake.rules.deadlines import at_time, local
from motcua.intake.rules.recounting import DeadlineChange, Promised, digest_of, recount
from motcua.intake.rules.states import RUNNING
from motcua.intake.rules.timeline import Happening
from motcua.kernel.text import composed
from motcua.organisation.models import Account
from motcua.organisation.queries import working_calendar
from motcua.organisation.rules.acts import Act
from motcua.organisation.rules.calendar import WorkingCalendar

AT_A_TIME: Final = 500
MIDNIGHT: Final = datetime.min.time()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecalculationPlan:
    """What a recount would change, over the calendar as known at one moment."""

    known_at: datetime
    changes: tuple[DeadlineChange, ...]
    digest: str


def plan_recalculation(*, officer: Account, at: datetime) -> RecalculationPlan:
    """Return which open dossiers would be due on another day by the calendar of now.

    Nothing is written. Dossiers that wait for a supplement are left out: their time is counted
    when it comes.
    """
    return _plan(_candidates(officer, at=at), known_at=at)


@transaction.atomic
def recalculate_deadlines(
    plan: RecalculationPlan, *, because: str, officer: Account, at: datetime
) -> RecalculationPlan:
    """Apply a plan that was looked at, by the document that changed the calendar.

    Refuses with `PlanOutdated` where a dossier moved on meanwhile: nothing is changed that nobody
    has seen. The first due day of every dossier stays on record.
    """
    if not composed(because):
        raise ReasonMissing(act="recalculate_deadlines")
    candidates = _candidates(officer, at=plan.known_at).select_for_update(of=("self",))
    found = _plan(candidates, known_at=plan.known_at)
    if found.digest != plan.digest:
        raise PlanOutdated(planned=plan.digest, found=found.digest)
    _apply(found, because=composed(because), officer=officer, at=at)
    return found


def _plan(candidates: QuerySet[Dossier], *, known_at: datetime) -> RecalculationPlan:
    calendars: dict[date, WorkingCalendar] = {}
    changes = []
    for promised in _promised(candidates):
        on = local(last_start(promised.events)).date()
        if on not in calendars:
            calendars[on] = working_calendar(known_at=known_at, on=on)
        change = recount(promised, calendar=calendars[on], as_of=known_at)
        if change.changes_anything:
            changes.append(change)
    return RecalculationPlan(known_at=known_at, changes=tuple(changes), digest=digest_of(changes))


def _candidates(officer: Account, *, at: datetime) -> QuerySet[Dossier]:
    """Return the running dossiers in whose time a day was changed since they were promised."""
    rows = dossiers_where(officer, act=Act.EDIT_CALENDAR, on=local(at).date()).filter(
        state__in=sorted(state.value for state in RUNNING)
    )
    oldest = rows.order_by("calendar_known_at").values_list("calendar_known_at", flat=True).first()
    days = changed_days(since=oldest, until=at) if oldest else []
    if not days:
        return Dossier.objects.none()
    begins, ends = at_time(min(days), MIDNIGHT), at_time(max(days), MIDNIGHT.replace(hour=23))
    reaches = Q(legal_due_at__gte=begins) | Q(indicator_due_at__gte=begins)
    return (
        rows.filter(reaches, received_at__lte=ends, calendar_known_at__lt=at)
        .select_related("procedure_version")
        .order_by("pk")
    )


def _promised(candidates: QuerySet[Dossier]) -> Iterator[Promised]:
    timeline = Prefetch("events", queryset=Event.objects.order_by("at", "pk"))
    for dossier in candidates.prefetch_related(timeline).iterator(chunk_size=AT_A_TIME):
        if dossier.legal_due_at and dossier.indicator_due_at:
            yield Promised(
                dossier_id=dossier.pk,
                code=dossier.code,
                due_at=dossier.legal_due_at,
                indicator_due_at=dossier.indicator_due_at,
                limit=limit_of(dossier),
                events=[clock_event(row) for row in dossier.events.all()],
            )


def _apply(plan: RecalculationPlan, *, because: str, officer: Account, at: datetime) -> None:
    by_id = {change.dossier_id: change for change in plan.changes}
    rows = list(Dossier.objects.filter(pk__in=sorted(by_id)))
    for dossier in rows:
        change = by_id[dossier.pk]
        if dossier.appointment_at == dossier.legal_due_at:
            dossier.appointment_at = change.new_due_at
        dossier.legal_due_at = change.new_due_at
        dossier.indicator_due_at = change.new_indicator_due_at
        dossier.calendar_known_at = plan.known_at
    Dossier.objects.bulk_update(
        rows,
        ["appointment_at", "legal_due_at", "indicator_due_at", "calendar_known_at"],
        batch_size=AT_A_TIME,
    )
    Event.objects.bulk_create(
        [_event(row, by_id[row.pk], because=because, officer=officer, at=at) for row in rows],
        batch_size=AT_A_TIME,
    )
    facts = {
        "because": because,
        "calendar_known_at": plan.known_at,
        "dossiers": [
            [change.code, change.old_due_at, change.new_due_at] for change in plan.changes
        ],
    }
    about = f"intake.recalculation:{plan.digest[:16]}"
    record(act="intake.deadlines.recalculated", by=officer, about=about, at=at, facts=facts)
    for row in rows:
        announce_event(row.pk, Happening.DEADLINE_RECALCULATED)


def _event(
    dossier: Dossier, change: DeadlineChange, *, because: str, officer: Account, at: datetime
) -> Event:
    told = Told(
        kind=Happening.DEADLINE_RECALCULATED,
        ground=because,
        moved=Moved(due_at=change.new_due_at, indicator_base_at=change.new_indicator_base_at),
        facts={"before": change.old_due_at, "due_at": change.new_due_at},
    )
    return event_of(dossier, told, by=officer, at=at)
