"""Who may do what and where, and which unit there was on a given day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from tree_queries.query import TreeQuerySet

from motcua.organisation.models import Account, CalendarDay, OfficeHours, Post, Unit
from motcua.organisation.rules.acts import Act, Scope
from motcua.organisation.rules.calendar import DayKind, Hours, SpecialDay, WorkingCalendar


def holding_on(day: date) -> Q:
    """Return the filter for whatever is in force on a day, by `valid_from` and `valid_to`."""
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gt=day))


def units_on(day: date) -> QuerySet[Unit]:
    """Return the units that existed on a day."""
    return Unit.objects.filter(holding_on(day))


def at_or_below(roots: Iterable[int]) -> QuerySet[Unit]:
    """Return units and every unit under them, of all times."""
    wanted = sorted(set(roots))
    if not wanted:
        return Unit.objects.none()
    under = Q()
    for root in wanted:
        under |= Q(pk__in=TreeQuerySet(Unit).descendants(root, include_self=True).values("pk"))
    return Unit.objects.filter(under)


def posts_of(account: Account, *, act: Act, on: date) -> QuerySet[Post]:
    """Return the posts that entitle somebody to an act on a day."""
    return Post.objects.filter(holding_on(on), account=account, role__acts__act=act)


def units_where(account: Account, *, act: Act, on: date) -> frozenset[int]:
    """Return the numbers of the units where somebody may do an act on a day.

    Two queries at most, whatever the size of the tree. Permission is this set as a filter of the
    query that reads, never a question asked row by row.
    """
    if not account.is_active:
        return frozenset()
    reach = list(posts_of(account, act=act, on=on).values_list("unit_id", "scope"))
    own = {unit for unit, _ in reach}
    roots = {unit for unit, scope in reach if scope == Scope.BELOW}
    if not roots:
        return frozenset(own)
    return frozenset(own | set(at_or_below(roots).values_list("pk", flat=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalReader:
    """What somebody may read of the journal (`audit.ports.JournalReader`)."""

    books: frozenset[str]

    def journal_books(self) -> frozenset[str]:
        """Return the books of the units where the person may read the journal."""
        return self.books


def journal_reader(account: Account, *, on: date) -> JournalReader:
    """Return what somebody may read of the journal on a day."""
    units = units_where(account, act=Act.READ_JOURNAL, on=on)
    return JournalReader(books=frozenset(f"unit:{unit}" for unit in units))


def working_calendar(*, known_at: datetime, on: date) -> WorkingCalendar:
    """Return the calendar as it was known at a moment, with the office hours of a day."""
    rows = CalendarDay.objects.filter(
        Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=known_at), known_from__lte=known_at
    )
    hours = OfficeHours.objects.filter(holding_on(on)).order_by("-valid_from").first()
    return WorkingCalendar(
        specials={
            row.day: SpecialDay(kind=DayKind(row.kind), name=row.name, document=row.document)
            for row in rows
        },
        known_at=known_at,
        hours=Hours()
        if hours is None
        else Hours(
            opens_at=hours.opens_at,
            noon_from=hours.noon_from,
            noon_to=hours.noon_to,
            closes_at=hours.closes_at,
        ),
    )
