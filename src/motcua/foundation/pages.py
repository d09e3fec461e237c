"""Long lists, a screenful at a time, with a place in the list that stays where it is.

The next screenful begins after the last row shown (keyset pagination): its cost does not grow with
how far one has read, and rows that arrive meanwhile push nothing out or in twice.
"""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Generic, TypeVar

from django.db.models import Model, Q, QuerySet

from motcua.kernel.errors import Invalid

Row = TypeVar("Row", bound=Model)
ROWS: Final = 30


class PlaceUnknown(Invalid):
    """The place in the list is not one that a list has given out."""

    code = "foundation.place_unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Screenful(Generic[Row]):
    """Some rows of a list, and where it goes on; nothing if this was all."""

    rows: Sequence[Row]
    after: str | None


def screenful(
    rows: QuerySet[Row], *, order: Sequence[str], after: str | None = None, size: int = ROWS
) -> Screenful[Row]:
    """Return the rows that follow a place in the order of some columns.

    `order` names columns without nulls, the last of them unique, each with "-" where the greatest
    comes first; `after` is what the screenful before gave. Refuses with `PlaceUnknown`.
    """
    ordered = rows.order_by(*order)
    if after:
        ordered = ordered.filter(_beyond(order, _values(after, count=len(order))))
    found = list(ordered[: size + 1])
    shown = found[:size]
    goes_on = len(found) > size
    return Screenful(rows=shown, after=_place(shown[-1], order) if goes_on else None)


def _beyond(order: Sequence[str], values: Sequence[Any]) -> Q:
    """Return (a > A) or (a = A and b > B) or …, which both databases answer from an index."""
    beyond, same = Q(), Q()
    for column, value in zip(order, values, strict=True):
        name, way = column.lstrip("-"), "lt" if column.startswith("-") else "gt"
        beyond |= same & Q(**{f"{name}__{way}": value})
        same &= Q(**{name: value})
    return beyond


def _place(row: Model, order: Sequence[str]) -> str:
    values = [_plain(getattr(row, column.lstrip("-"))) for column in order]
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else value


def _values(place: str, *, count: int) -> list[Any]:
    try:
        text = base64.urlsafe_b64decode(place + "=" * (-len(place) % 4)).decode()
        values = json.loads(text)
    except (ValueError, UnicodeDecodeError):
        raise PlaceUnknown(place=place[:80]) from None
    known = isinstance(values, list) and len(values) == count
    if not known or not all(isinstance(value, str | int) for value in values):
        raise PlaceUnknown(place=place[:80])
    return list(values)
