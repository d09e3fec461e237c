"""The calendar of a year, and what is put into it or taken out."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from motcua.foundation.reading import find
from motcua.organisation import actions, queries
from motcua.organisation.errors import CalendarDayTaken
from motcua.organisation.models import CalendarDay
from motcua.organisation.rules.acts import Act
from motcua.organisation.rules.calendar import SpecialDay, WorkingCalendar
from motcua.organisation.rules.days import (
    DayChange,
    checked_day,
    differing_days,
    with_day,
    without_day,
)
from motcua.organisation.web.asking import asker, today, year_asked
from motcua.organisation.web.blaming import done_or_said
from motcua.organisation.web.forms import CalendarDayForm, WithdrawalForm
from motcua.ui.doors import only_for, signed_in_only

EDIT = Act.EDIT_CALENDAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a change of the calendar would do."""

    changes: tuple[DayChange, ...]
    dossiers: int | None
    """How many open dossiers would be due on another day; nothing where nobody can tell."""


@require_GET
@signed_in_only
def calendar(request: HttpRequest) -> HttpResponse:
    """Show a year, month by month, and the days that a document made special."""
    year = year_asked(request)
    known = queries.calendar_year(year, known_at=timezone.now())
    shown = {
        "known": known,
        "year": year,
        "today": today(),
        "hours": queries.office_hours(on=today()),
        "working_days": sum(month.working_days for month in known.months),
        "may_edit": request.user.has_perm(EDIT),
    }
    return render(request, "organisation/calendar.html", shown)


@require_http_methods(["GET", "POST"])
@only_for(EDIT)
def add_day(request: HttpRequest) -> HttpResponse:
    """Put a day into the calendar: first what it changes is shown, then it is recorded."""
    form = CalendarDayForm(request.POST or None, initial={"day": request.GET.get("ngay")})
    preview = None
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        special = SpecialDay(kind=form.kind_chosen(), name=said["name"], document=said["document"])
        if "confirmed" in request.POST:
            act = partial(_add, request, said["day"], special=special)
            if done_or_said(form, act) is not None:
                messages.success(request, _("Đã thêm ngày vào lịch làm việc."))
                return _to_year(said["day"])
        else:
            preview = done_or_said(form, partial(_addition, request, said["day"], special=special))
    return _page(request, form, title=_("Thêm ngày vào lịch"), preview=preview)


def _add(request: HttpRequest, day: date, *, special: SpecialDay) -> CalendarDay:
    return actions.add_calendar_day(day, special=special, by=asker(request), at=timezone.now())


def _addition(request: HttpRequest, day: date, *, special: SpecialDay) -> Preview:
    before = _calendar_now()
    if day in before.specials:
        raise CalendarDayTaken(day=day, field="day")
    after = with_day(before, day, special=checked_day(day, special=special))
    return _preview(request, before=before, after=after)


@require_http_methods(["GET", "POST"])
@only_for(EDIT)
def withdraw_day(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a day out of the calendar, after showing what that changes."""
    row = find(queries.calendar_days_holding(), pk=pk)
    form = WithdrawalForm(request.POST or None)
    preview = None
    if request.method == "POST" and form.is_valid():
        if "confirmed" in request.POST:
            act = partial(_withdraw, request, pk, document=form.cleaned_data["document"])
            if done_or_said(form, act) is not None:
                messages.success(request, _("Đã rút ngày khỏi lịch làm việc."))
                return _to_year(row.day)
        else:
            before = _calendar_now()
            preview = _preview(request, before=before, after=without_day(before, row.day))
    return _page(request, form, title=_("Rút ngày khỏi lịch"), preview=preview, row=row)


def _withdraw(request: HttpRequest, pk: int, *, document: str) -> CalendarDay:
    return actions.withdraw_calendar_day(
        pk, document=document, by=asker(request), at=timezone.now()
    )


def _calendar_now() -> WorkingCalendar:
    return queries.working_calendar(known_at=timezone.now(), on=today())


def _preview(request: HttpRequest, *, before: WorkingCalendar, after: WorkingCalendar) -> Preview:
    """Return what would change; of the dossiers an upper area tells, if the settings name one."""
    changes = tuple(differing_days(before, after))
    counting = getattr(settings, "CALENDAR_IMPACT", None)
    if not counting or not any(change.moves_deadlines for change in changes):
        return Preview(changes=changes, dossiers=None)
    count = import_string(counting)(before, after, account=asker(request), at=timezone.now())
    return Preview(changes=changes, dossiers=count)


def _to_year(day: date) -> HttpResponse:
    return redirect(f"{reverse('organisation:calendar')}?nam={day.year}")


def _page(
    request: HttpRequest,
    form: Any,
    *,
    title: str,
    preview: Preview | None,
    row: CalendarDay | None = None,
) -> HttpResponse:
    shown = {"form": form, "title": title, "preview": preview, "row": row}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "organisation/calendar_day.html", shown, status=status)
