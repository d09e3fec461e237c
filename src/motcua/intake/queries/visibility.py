"""Which dossiers somebody may see, and on which somebody may do an act."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from django.db.models import Q, QuerySet

from motcua.intake.models import Assignment, Dossier
from motcua.organisation.models import Account, Succession, Unit
from motcua.organisation.queries import units_where
from motcua.organisation.rules.acts import Act


class Seat(StrEnum):
    """What a unit is to a dossier."""

    RECEIVING = "receiving"
    SETTLING = "settling"
    SUPPORTING = "supporting"
    HOLDING = "holding"
    """The dossier lies with it now."""

    CONSULTED = "consulted"
    """Its opinion is asked for: it may give it, and do nothing else."""

    EVER_HELD = "ever_held"


SEATS: Final[Mapping[Act, frozenset[Seat]]] = {
    Act.RECEIVE: frozenset({Seat.RECEIVING, Seat.SUPPORTING}),
    Act.HANDLE: frozenset({Seat.SETTLING, Seat.HOLDING}),
    Act.SETTLE: frozenset({Seat.SETTLING, Seat.HOLDING}),
    Act.RETURN_RESULT: frozenset({Seat.RECEIVING, Seat.SUPPORTING, Seat.SETTLING}),
    Act.READ_DOSSIERS: frozenset({Seat.RECEIVING, Seat.SETTLING, Seat.SUPPORTING, Seat.EVER_HELD}),
    Act.EDIT_CALENDAR: frozenset({Seat.RECEIVING, Seat.SETTLING}),
}
"""At which units' dossiers an act is done: a reception at the counter's, a settlement elsewhere."""


def reach(account: Account, *, act: Act, on: date) -> frozenset[int]:
    """Return the units where somebody may do an act, with the units whose work they carry on.

    Three queries at most. A dossier of a commune that was merged on 1 July 2025 is finished by
    the commune that took its work over, and stays a dossier of the old one in the figures.
    """
    units = units_where(account, act=act, on=on)
    return _with_predecessors(units, on=on) if units else units


def dossiers_visible_to(account: Account, *, on: date) -> QuerySet[Dossier]:
    """Return the dossiers that somebody may read on a day."""
    return dossiers_where(account, act=Act.READ_DOSSIERS, on=on)


def dossiers_consulting(account: Account, *, on: date) -> QuerySet[Dossier]:
    """Return the dossiers on which the opinion of somebody's unit is waited for."""
    units = reach(account, act=Act.HANDLE, on=on)
    return Dossier.objects.filter(at_seats([Seat.CONSULTED], units))


def dossiers_where(account: Account, *, act: Act, on: date) -> QuerySet[Dossier]:
    """Return the dossiers on which somebody may do an act on a day."""
    units = reach(account, act=act, on=on)
    if not units:
        return Dossier.objects.none()
    if len(units) == Unit.objects.count():
        # Whoever reaches every unit is not made to wait for a filter that lets all through.
        return Dossier.objects.all()
    return Dossier.objects.filter(at_seats(SEATS[act], units))


def at_seats(seats: Iterable[Seat], units: frozenset[int]) -> Q:
    """Return the filter for dossiers to which one of some units is one of some things."""
    given = sorted(units)
    at = Q()
    for seat in sorted(seats):
        at |= _seat(seat, given)
    return at


def _seat(seat: Seat, units: list[int]) -> Q:
    held = Assignment.objects.filter(unit_id__in=units).values("dossier_id")
    return {
        Seat.RECEIVING: Q(receiving_unit_id__in=units),
        Seat.SETTLING: Q(settling_unit_id__in=units),
        Seat.SUPPORTING: Q(supporting_unit_id__in=units),
        Seat.HOLDING: Q(pk__in=held.filter(done_at__isnull=True, is_consultation=False)),
        Seat.CONSULTED: Q(pk__in=held.filter(done_at__isnull=True, is_consultation=True)),
        Seat.EVER_HELD: Q(pk__in=held),
    }[seat]


def _with_predecessors(units: frozenset[int], *, on: date) -> frozenset[int]:
    before: dict[int, set[int]] = defaultdict(set)
    pairs = Succession.objects.filter(on__lte=on).values_list("successor_id", "predecessor_id")
    for successor, predecessor in pairs:
        before[successor].add(predecessor)
    seen, waiting = set(units), list(units)
    while waiting:
        for predecessor in before[waiting.pop()] - seen:
            seen.add(predecessor)
            waiting.append(predecessor)
    return frozenset(seen)
