"""Taking the catalogue over from a sheet, and giving it out as one."""

from datetime import date
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.catalogue import actions
from motcua.catalogue.errors import NothingWaiting
from motcua.catalogue.exporting import csv_lines, write_template, write_workbook
from motcua.catalogue.importing import import_content, look_through, require_sheet
from motcua.catalogue.models import WaitingSheet
from motcua.catalogue.queries import catalogue_on, sheet_waiting_for
from motcua.catalogue.sheet_tables import LIMITS
from motcua.catalogue.web.forms import OnDay, SheetForm
from motcua.catalogue.web.people import signed_in
from motcua.catalogue.web.reading import ACT
from motcua.foundation.errors import SheetRefused
from motcua.foundation.sentences import refused_in_words
from motcua.ui.doors import only_for, signed_in_only

IN_MEMORY = 4 << 20
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "POST"])
@only_for(ACT)
def upload(request: HttpRequest) -> HttpResponse:
    """Take a sheet in to be looked through; nothing of it is recorded yet."""
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sheet = form.cleaned_data["sheet"]
        content = sheet.read(LIMITS.size + 1)
        try:
            require_sheet(content, name=sheet.name)
        except SheetRefused as refusal:
            form.add_error("sheet", refused_in_words(refusal))
        else:
            actions.keep_sheet(
                sheet.name, content=content, officer=signed_in(request), at=timezone.now()
            )
            return redirect("catalogue:preview")
    waiting = sheet_waiting_for(signed_in(request))
    status = 422 if form.errors else 200
    shown = {"form": form, "waiting": waiting}
    return render(request, "catalogue/upload.html", shown, status=status)


@require_GET
@only_for(ACT)
def preview(request: HttpRequest) -> HttpResponse:
    """Show what recording the waiting sheet would do."""
    officer = signed_in(request)
    sheet = _waiting(request)
    imported = look_through(
        bytes(sheet.content), name=sheet.name, at=timezone.now(), officer=officer
    )
    return render(request, "catalogue/preview.html", {"sheet": sheet, "imported": imported})


@require_POST
@only_for(ACT)
def take(request: HttpRequest) -> HttpResponse:
    """Record the waiting sheet and show what became of it."""
    officer = signed_in(request)
    sheet = _waiting(request)
    imported = import_content(
        bytes(sheet.content), name=sheet.name, at=timezone.now(), officer=officer
    )
    actions.drop_sheet(officer)
    messages.success(
        request,
        _("Đã ghi nhận %(accepted)s phiên bản thủ tục; %(unchanged)s phiên bản không đổi.")
        % {"accepted": imported.report.accepted, "unchanged": imported.report.unchanged},
    )
    shown = {"sheet": sheet, "imported": imported, "is_recorded": True}
    return render(request, "catalogue/preview.html", shown)


@require_POST
@only_for(ACT)
def drop(request: HttpRequest) -> HttpResponse:
    """Forget the waiting sheet."""
    actions.drop_sheet(signed_in(request))
    return redirect("catalogue:upload")


@require_GET
@signed_in_only
def template(request: HttpRequest) -> HttpResponseBase:
    """Give out an empty sheet to fill in."""
    del request
    file = _file()
    write_template(file)
    return _workbook(file, name="mau-danh-muc-thu-tuc.xlsx")


@require_GET
@signed_in_only
def workbook(request: HttpRequest) -> HttpResponseBase:
    """Give out the catalogue of a day as a workbook."""
    day = _day(request)
    file = _file()
    write_workbook(catalogue_on(day), file)
    return _workbook(file, name=f"danh-muc-thu-tuc-{day}.xlsx")


@require_GET
@signed_in_only
def lines(request: HttpRequest) -> HttpResponseBase:
    """Give out the catalogue of a day as a CSV, line by line."""
    day = _day(request)
    answer = StreamingHttpResponse(
        csv_lines(catalogue_on(day)), content_type="text/csv; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="danh-muc-thu-tuc-{day}.csv"'
    return answer


def _waiting(request: HttpRequest) -> WaitingSheet:
    sheet = sheet_waiting_for(signed_in(request))
    if sheet is None:
        raise NothingWaiting
    return sheet


def _day(request: HttpRequest) -> date:
    return OnDay(request.GET).day(today=timezone.localdate())


def _file() -> IO[bytes]:
    return cast("IO[bytes]", SpooledTemporaryFile(max_size=IN_MEMORY))


def _workbook(file: IO[bytes], *, name: str) -> FileResponse:
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)
