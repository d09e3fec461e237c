"""Founding units, ending them, giving them codes."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from motcua.audit.actions import record
from motcua.audit.ports import Actor
from motcua.foundation.events import announce
from motcua.foundation.reading import find
from motcua.kernel.errors import NotAllowed, NotFound
from motcua.organisation.errors import (
    BeginsLater,
    CodeGivenLater,
    CodeTaken,
    UnitGoesOn,
    UnitNotThere,
)
from motcua.organisation.events import UnitEnded, UnitFounded
from motcua.organisation.models import Account, Post, Succession, Unit, UnitCode
from motcua.organisation.queries import is_over_roots, units_decided_by, units_open_to
from motcua.organisation.rules.acts import Act
from motcua.organisation.rules.codes import checked_code
from motcua.organisation.rules.reform import (
    Founding,
    Life,
    check_ending,
    check_successors,
    checked_founding,
)
from motcua.organisation.rules.spans import Span
from motcua.organisation.rules.texts import required

EDIT = Act.EDIT_ORGANISATION


def _units_to_decide(by: Actor, *, at: datetime) -> QuerySet[Unit]:
    return units_decided_by(by, act=EDIT, on=localdate(at)).select_for_update(of=("self",))


@transaction.atomic
def found_unit(founding: Founding, *, by: Actor, at: datetime) -> Unit:
    """Found a unit under a unit that the person may change, with its code if it has one.

    A unit with none above it founds who `is_over_roots`. Refuses with `NotAllowed`, `NotFound`
    for the unit above, `CodeTaken`, and what `rules.reform.checked_founding` refuses.
    """
    parent = _place_for(founding, by=by, at=at)
    founding = checked_founding(founding, parent=life_of(parent) if parent else None)
    unit = Unit.objects.create(
        name=founding.name,
        level=founding.level,
        parent=parent,
        valid_from=founding.valid_from,
        valid_to=founding.valid_to,
        statistical_code=founding.statistical_code,
        founded_by=founding.document,
    )
    if founding.code:
        _check_free(founding.code, span=founding.span, unit=unit)
        _write_code(unit, code=founding.code, valid_from=founding.valid_from)
    facts = {
        "name": unit.name,
        "unit_code": founding.code,
        "parent": parent.name if parent else "",
        "valid_from": unit.valid_from,
        "valid_to": unit.valid_to,
        "document": founding.document,
    }
    record(act="organisation.unit.founded", by=by, about=unit, at=at, facts=facts)
    announce(UnitFounded(unit_id=unit.pk))
    return unit


@transaction.atomic
def end_unit(
    unit_id: int,
    *,
    on: date,
    successors: Sequence[int] = (),
    document: str,
    by: Actor,
    at: datetime,
) -> Unit:
    """End a unit: `on` is the first day on which it is no more, and `successors` carry on its work.

    Its code and the posts at it end with it. Refuses with `NotFound`, `FieldMissing` without a
    document, `BeginsLater`, and what `rules.reform.check_ending` refuses.
    """
    unit = find(_units_to_decide(by, at=at), pk=unit_id)
    document = required(document, field="document", limit=200)
    carrying_on = _units_named(successors)
    check_ending(
        life_of(unit),
        on=on,
        below=[life_of(child) for child in unit.children.all()],
        successors={pk: life_of(other) for pk, other in carrying_on.items()},
        own_id=unit.pk,
    )
    ended_posts = _end_what_hangs_on(unit, on=on)
    unit.valid_to, unit.ended_by = on, document
    unit.save(update_fields=["valid_to", "ended_by"])
    _write_successions(unit, on=on, successors=carrying_on.values(), document=document)
    facts = {
        "name": unit.name,
        "valid_to": on,
        "successors": sorted(other.name for other in carrying_on.values()),
        "posts": ended_posts,
        "document": document,
    }
    record(act="organisation.unit.ended", by=by, about=unit, at=at, facts=facts)
    announce(UnitEnded(unit_id=unit.pk))
    return unit


@transaction.atomic
def add_successors(
    unit_id: int, *, successors: Sequence[int], document: str, by: Actor, at: datetime
) -> int:
    """Say which units carry on the work of a unit since it ended; those said before stay.

    Returns how many were added. Refuses with `NotFound`, `FieldMissing` without a document,
    `UnitGoesOn`, `SucceedsItself`, `SuccessorNotThere`.
    """
    unit = find(_units_to_decide(by, at=at), pk=unit_id)
    document = required(document, field="document", limit=200)
    if unit.valid_to is None:
        raise UnitGoesOn(unit=unit.name, field="successors")
    recorded = set(unit.successions.values_list("successor_id", flat=True))
    new = _units_named([pk for pk in successors if pk not in recorded])
    lives = {pk: life_of(other) for pk, other in new.items()}
    check_successors(lives, on=unit.valid_to, own_id=unit.pk, own_name=unit.name)
    if not new:
        return 0
    _write_successions(unit, on=unit.valid_to, successors=new.values(), document=document)
    facts = {
        "name": unit.name,
        "valid_to": unit.valid_to,
        "successors": sorted(other.name for other in new.values()),
        "document": document,
    }
    record(act="organisation.unit.succeeded", by=by, about=unit, at=at, facts=facts)
    announce(UnitEnded(unit_id=unit.pk))
    return len(new)


@transaction.atomic
def give_code(
    unit_id: int, *, code: str, valid_from: date, document: str, by: Actor, at: datetime
) -> UnitCode:
    """Give a unit a code from a day on; the code it has ends then, and stays on old dossiers.

    Refuses with `NotFound`, `UnitCodeInvalid`, `FieldMissing` without a document, `UnitNotThere`
    on that day, `CodeGivenLater`, `CodeTaken`.
    """
    unit = find(_units_to_decide(by, at=at), pk=unit_id)
    code = checked_code(code)
    document = required(document, field="document", limit=200)
    if not span_of(unit).holds_on(valid_from):
        raise UnitNotThere(unit=unit.name, on=valid_from, field="valid_from")
    later = unit.codes.filter(valid_from__gte=valid_from).first()
    if later is not None:
        raise CodeGivenLater(unit_code=later.code, valid_from=later.valid_from, field="valid_from")
    _check_free(code, span=Span(valid_from=valid_from, valid_to=unit.valid_to), unit=unit)
    before = list(_open_at(valid_from, rows=unit.codes.all()).values_list("code", flat=True))
    _open_at(valid_from, rows=unit.codes.all()).update(valid_to=valid_from)
    given = _write_code(unit, code=code, valid_from=valid_from)
    facts = {
        "unit_code": code,
        "before": ", ".join(before),
        "valid_from": valid_from,
        "document": document,
    }
    record(act="organisation.unit.code_given", by=by, about=unit, at=at, facts=facts)
    return given


def _place_for(founding: Founding, *, by: Actor, at: datetime) -> Unit | None:
    if founding.parent_id is not None:
        open_units = units_open_to(by, act=EDIT, on=localdate(at))
        return find(open_units.select_for_update(of=("self",)), pk=founding.parent_id)
    if isinstance(by, Account) and not is_over_roots(by, act=EDIT, on=localdate(at)):
        raise NotAllowed(act=EDIT.value)
    return None


def _units_named(numbers: Sequence[int]) -> dict[int, Unit]:
    found = Unit.objects.select_for_update().in_bulk(list(numbers))
    for absent in set(numbers) - found.keys():
        raise NotFound(kind="organisation.unit", pk=absent)
    return found


def _write_successions(unit: Unit, *, on: date, successors: Iterable[Unit], document: str) -> None:
    Succession.objects.bulk_create(
        Succession(predecessor=unit, successor=other, on=on, document=document)
        for other in successors
    )


def span_of(row: Unit | UnitCode | Post) -> Span:
    """Return the days of a row."""
    return Span(valid_from=row.valid_from, valid_to=row.valid_to)


def life_of(unit: Unit) -> Life:
    """Return a unit as the rules see it."""
    return Life(name=unit.name, level=unit.level, span=span_of(unit))


def _open_at(day: date, *, rows: QuerySet[UnitCode]) -> QuerySet[UnitCode]:
    return rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day))


def _check_free(code: str, *, span: Span, unit: Unit) -> None:
    others = UnitCode.objects.filter(code=code).exclude(unit=unit).select_related("unit")
    for other in others:
        if span.meets(span_of(other)):
            raise CodeTaken(unit_code=code, unit=other.unit.name, field="code")


def _write_code(unit: Unit, *, code: str, valid_from: date) -> UnitCode:
    return UnitCode.objects.create(
        unit=unit, code=code, valid_from=valid_from, valid_to=unit.valid_to
    )


def _end_what_hangs_on(unit: Unit, *, on: date) -> int:
    """End the codes of a unit and the posts at it; return how many posts ended."""
    later = unit.posts.filter(valid_from__gte=on).first()
    if later is not None:
        raise BeginsLater(unit=unit.name, what="post", on=later.valid_from, field="valid_to")
    code = unit.codes.filter(valid_from__gte=on).first()
    if code is not None:
        raise BeginsLater(unit=unit.name, what="code", on=code.valid_from, field="valid_to")
    _open_at(on, rows=unit.codes.all()).update(valid_to=on)
    still = unit.posts.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on))
    return still.update(valid_to=on)
