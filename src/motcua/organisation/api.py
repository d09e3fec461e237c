"""Units and the calendar for other systems of the office."""

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from django.utils import timezone
from ninja import Path, Query, Router, Schema

from motcua.foundation.reading import find
from motcua.organisation import queries
from motcua.organisation.rules.calendar import DayKind

router = Router(tags=["Cơ cấu tổ chức"])

Day = Annotated[date | None, Query(description="Ngày cần xem (ISO 8601); bỏ trống là hôm nay")]


class UnitSaid(Schema):
    """A unit in the tree of a day; `valid_to` is the first day on which it is no more."""

    id: int
    code: str
    name: str
    level: str
    parent_id: int | None
    valid_from: date
    valid_to: date | None


class SuccessorSaid(Schema):
    """A unit that carries on the work of another."""

    id: int
    name: str
    code: str


class SpecialDaySaid(Schema):
    """A day that is not what its weekday says, and the document behind it."""

    day: date
    kind: DayKind
    name: str
    document: str
    needs_check: bool


class CalendarSaid(Schema):
    """A year of the calendar as it is known now."""

    year: int
    working_days: int
    days: list[SpecialDaySaid]


@router.get("/units", response=list[UnitSaid], summary="Các đơn vị của một ngày")
def units(request: HttpRequest, on: Day = None) -> list[UnitSaid]:
    """Return the units of a day from top to bottom."""
    del request
    return [
        UnitSaid(
            id=branch.unit.pk,
            code=branch.code,
            name=branch.unit.name,
            level=branch.unit.level,
            parent_id=branch.unit.parent_id,
            valid_from=branch.unit.valid_from,
            valid_to=branch.unit.valid_to,
        )
        for branch in queries.unit_tree(on or timezone.localdate())
    ]


@router.get(
    "/units/{unit_id}/successors",
    response=list[SuccessorSaid],
    summary="Đơn vị kế thừa của một đơn vị vào một ngày",
)
def successors(request: HttpRequest, unit_id: int, on: Day = None) -> list[SuccessorSaid]:
    """Return who carries on the work of a unit; the unit itself while it exists."""
    del request
    day = on or timezone.localdate()
    found = queries.successors_of(find(queries.all_units(), pk=unit_id), on=day)
    codes = queries.codes_on(day, units=[unit.pk for unit in found])
    return [
        SuccessorSaid(id=unit.pk, name=unit.name, code=codes.get(unit.pk, "")) for unit in found
    ]


@router.get("/calendar/{year}", response=CalendarSaid, summary="Lịch làm việc của một năm")
def calendar(request: HttpRequest, year: Annotated[int, Path(ge=1945, le=2199)]) -> CalendarSaid:
    """Return the special days of a year and how many working days it has."""
    del request
    known = queries.calendar_year(year, known_at=timezone.now())
    return CalendarSaid(
        year=year,
        working_days=sum(month.working_days for month in known.months),
        days=[
            SpecialDaySaid(
                day=row.day,
                kind=DayKind(row.kind),
                name=row.name,
                document=row.document,
                needs_check=row.needs_check,
            )
            for row in known.days
        ],
    )
