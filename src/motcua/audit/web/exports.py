"""The ends of the days as files."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpResponse

from motcua.audit.models import Entry

COLUMNS = ("day", "book", "number", "digest", "at")


def as_csv(ends: Iterable[Entry]) -> HttpResponse:
    """Return the ends as a sheet that spreadsheets open with its letters intact."""
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, COLUMNS)
    writer.writeheader()
    writer.writerows(_rows(ends))
    return HttpResponse("\ufeff" + sheet.getvalue(), content_type="text/csv; charset=utf-8")


def as_json(ends: Iterable[Entry]) -> HttpResponse:
    """Return the ends as one JSON document."""
    text = json.dumps({"ends": list(_rows(ends))}, ensure_ascii=False, indent=1)
    return HttpResponse(text + "\n", content_type="application/json")


def _rows(ends: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    for end in ends:
        yield {
            "day": end.day.isoformat(),  # type: ignore[attr-defined]  # annotated by `day_ends`
            "book": end.book,
            "number": end.number,
            "digest": end.digest,
            "at": end.at.isoformat(timespec="seconds"),
        }
