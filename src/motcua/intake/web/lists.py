"""The dossiers of the unit: filtered, gone through a screenful at a time, taken away as a sheet."""

import csv
from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from motcua.foundation.pages import screenful
from motcua.intake.models import Dossier
from motcua.intake.queries import dossiers_visible_to, reach
from motcua.intake.queries.lists import IN_A_LIST
from motcua.intake.rules.deadlines import local
from motcua.intake.rules.states import DossierState
from motcua.intake.web.asking import is_part, officer_of
from motcua.intake.web.dues import with_due
from motcua.intake.web.filters import Filters
from motcua.intake.web.noting import note_export
from motcua.intake.wording import CHANNELS, STATES
from motcua.organisation.queries import units_on
from motcua.organisation.rules.acts import Act
from motcua.ui.doors import only_for

MOST_ROWS: Final = 50_000
"""What a spreadsheet still opens; more is filtered first."""

COLUMNS: Final = (
    *("Mã hồ sơ", "Mã thủ tục", "Thủ tục", "Chủ hồ sơ", "Cách nộp", "Trạng thái", "Nơi tiếp nhận"),
    *("Cơ quan giải quyết", "Nộp lúc", "Tiếp nhận lúc", "Hạn trả", "Hạn theo QĐ 766"),
    *("Có kết quả lúc", "Trả kết quả lúc"),
)


@require_GET
@only_for(Act.READ_DOSSIERS)
def dossiers(request: HttpRequest) -> HttpResponse:
    """List the dossiers that somebody may see and wants to."""
    at = timezone.now()
    form = _form(request)
    rows = _rows(request, form)
    page = screenful(rows, order=form.order, after=request.GET.get("after"))
    shown = {"page": page, "rows": with_due(page.rows, at=at), "form": form}
    if is_part(request):
        return render(request, "intake/_rows.html", shown)
    return render(request, "intake/dossiers.html", shown)


@require_GET
@only_for(Act.READ_DOSSIERS)
def dossiers_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Give the list as a sheet, row by row, and record that it was taken away."""
    form = _form(request)
    rows = _rows(request, form).order_by(*form.order)[:MOST_ROWS]
    facts = {**form.as_facts(), "most": MOST_ROWS}
    note_export(facts, by=officer_of(request), at=timezone.now())
    answer = StreamingHttpResponse(_sheet(rows.iterator(chunk_size=500)), content_type=CSV)
    name = f"ho-so-{timezone.localdate():%Y%m%d}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


CSV: Final = "text/csv; charset=utf-8"


def _form(request: HttpRequest) -> Filters:
    officer, day = officer_of(request), timezone.localdate()
    seen = reach(officer, act=Act.READ_DOSSIERS, on=day)
    return Filters(request.GET, units=list(units_on(day).filter(pk__in=seen)))


def _rows(request: HttpRequest, form: Filters) -> Any:
    at = timezone.now()
    visible = dossiers_visible_to(officer_of(request), on=local(at).date())
    return form.wanted(visible, at=at).select_related(*IN_A_LIST)


class _Line:
    """Takes what the writer of the sheet writes and hands it on."""

    def write(self, text: str) -> str:
        """Return the text."""
        return text


def _sheet(rows: Iterable[Dossier]) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow(COLUMNS)  # spreadsheets take it for UTF-8
    for row in rows:
        yield writer.writerow([_safe(cell) for cell in _cells(row)])


def _cells(row: Dossier) -> tuple[str, ...]:
    procedure = row.procedure_version.procedure
    moments = (
        row.registered_at,
        row.received_at,
        row.legal_due_at,
        row.indicator_due_at,
        row.settled_at,
        row.returned_at,
    )
    return (
        row.code,
        procedure.code,
        procedure.name,
        row.owner.full_name,
        CHANNELS.get(row.channel, row.channel),  # type: ignore[call-overload]
        STATES[DossierState(row.state)],
        row.receiving_unit.name,
        row.settling_unit.name,
        *(f"{local(at):%d/%m/%Y %H:%M}" if at else "" for at in moments),
    )


def _safe(cell: str) -> str:
    """Keep a spreadsheet from taking a name for a formula."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell
