"""The units of a day, one unit, and what is decided about them."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from motcua.foundation.errors import SheetRefused
from motcua.foundation.importing import ImportReport
from motcua.foundation.reading import find
from motcua.foundation.sentences import refused_in_words
from motcua.kernel.text import folded
from motcua.organisation import actions, queries
from motcua.organisation.importing import import_table
from motcua.organisation.models import Unit
from motcua.organisation.rules.acts import Act
from motcua.organisation.rules.calendar import ONE_DAY
from motcua.organisation.rules.reform import Founding
from motcua.organisation.web.asking import asker, today
from motcua.organisation.web.blaming import done_or_said
from motcua.organisation.web.forms import (
    CodeForm,
    DayAsked,
    EndingForm,
    FoundingForm,
    SheetForm,
    asked_day,
)
from motcua.organisation.wording import CHANGES
from motcua.ui.doors import only_for, signed_in_only

EDIT = Act.EDIT_ORGANISATION


@require_GET
@signed_in_only
def units(request: HttpRequest) -> HttpResponse:
    """Show the tree of a day, or the units in it that match a level or some words."""
    form = DayAsked(request.GET)
    day = asked_day(form, today=today())
    tree = queries.unit_tree(day)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = _matching(tree, level=wanted.get("cap", ""), words=wanted.get("tim", ""))
    shown = {
        "form": form,
        "day": day,
        "is_today": day == today(),
        "branches": found,
        "is_tree": len(found) == len(tree),
        "total": len(tree),
        "may_edit": request.user.has_perm(EDIT),
    }
    page = "organisation/_tree.html" if request.htmx else "organisation/units.html"  # type: ignore[attr-defined]
    return render(request, page, shown)


def _matching(
    tree: Sequence[queries.Branch], *, level: str, words: str
) -> Sequence[queries.Branch]:
    wanted = folded(words).split()
    return [
        branch
        for branch in tree
        if level in ("", branch.unit.level)
        and all(word in folded(f"{branch.unit.name} {branch.code}") for word in wanted)
    ]


@require_GET
@signed_in_only
def unit_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one unit: its codes, who holds which post, what was before it and what came after."""
    unit = find(queries.all_units(), pk=pk)
    account, day = asker(request), asked_day(DayAsked(request.GET), today=today())
    may_decide = queries.units_decided_by(account, act=EDIT, on=today()).filter(pk=pk).exists()
    may_staff = queries.units_open_to(account, act=Act.MANAGE_ACCOUNTS, on=today())
    change = queries.change_to(unit)
    shown = {
        "unit": unit,
        "day": day,
        "is_there": unit.valid_from <= day and (unit.valid_to is None or day < unit.valid_to),
        "above": queries.units_above(unit),
        "below": queries.units_below(unit, on=day),
        "codes": unit.codes.all(),
        "posts": queries.posts_at(unit, on=day, seen_by=account),
        "before": queries.predecessors_of(unit),
        "after": queries.successions_of(unit),
        "change": CHANGES[change] if change else "",
        "now": queries.successors_of(unit, on=today()) if unit.valid_to else [],
        "may_found": queries.units_open_to(account, act=EDIT, on=today()).filter(pk=pk).exists(),
        "may_end": may_decide and unit.valid_to is None,
        "may_decide": may_decide,
        "may_staff": may_staff.filter(pk=pk).exists(),
    }
    return render(request, "organisation/unit.html", shown)


@require_http_methods(["GET", "POST"])
@only_for(EDIT)
def found(request: HttpRequest) -> HttpResponse:
    """Found a unit."""
    account = asker(request)
    parents = queries.units_open_to(account, act=EDIT, on=today())
    first = {"parent": request.GET.get("parent"), "valid_from": today()}
    form = FoundingForm(request.POST or None, parents=parents, initial=first)
    if request.method == "POST" and form.is_valid():
        unit = done_or_said(
            form,
            partial(
                actions.found_unit, _founding(form.cleaned_data), by=account, at=timezone.now()
            ),
        )
        if unit is not None:
            messages.success(request, _("Đã lập đơn vị %(name)s.") % {"name": unit.name})
            return redirect("organisation:unit", pk=unit.pk)
    return _form(request, form, title=_("Lập đơn vị"), act=_("Lập đơn vị"))


def _founding(said: dict[str, Any]) -> Founding:
    parent = said["parent"]
    return Founding(
        name=said["name"],
        level=said["level"],
        valid_from=said["valid_from"],
        parent_id=parent.pk if parent else None,
        code=said["code"],
        statistical_code=said["statistical_code"],
        document=said["document"],
    )


@require_http_methods(["GET", "POST"])
@only_for(EDIT)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a unit, and say who carries on its work."""
    account = asker(request)
    unit = find(queries.units_decided_by(account, act=EDIT, on=today()), pk=pk)
    others = queries.units_from(today()).exclude(pk=pk)
    form = EndingForm(request.POST or None, units=others)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        ended = done_or_said(
            form,
            partial(
                actions.end_unit,
                pk,
                on=said["last_day"] + ONE_DAY,
                successors=[successor.pk for successor in said["successors"]],
                document=said["document"],
                by=account,
                at=timezone.now(),
            ),
            fields={"valid_to": "last_day"},
        )
        if ended is not None:
            messages.success(request, _("Đã ghi ngày chấm dứt của %(name)s.") % {"name": unit.name})
            return redirect("organisation:unit", pk=pk)
    return _form(request, form, title=_("Cho đơn vị chấm dứt"), act=_("Cho chấm dứt"), unit=unit)


@require_http_methods(["GET", "POST"])
@only_for(EDIT)
def give_code(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a unit another code."""
    account = asker(request)
    unit = find(queries.units_decided_by(account, act=EDIT, on=today()), pk=pk)
    form = CodeForm(request.POST or None, initial={"valid_from": today()})
    if request.method == "POST" and form.is_valid():
        given = done_or_said(
            form,
            partial(actions.give_code, pk, **form.cleaned_data, by=account, at=timezone.now()),
        )
        if given is not None:
            messages.success(request, _("Đã cấp mã %(code)s.") % {"code": given.code})
            return redirect("organisation:unit", pk=pk)
    return _form(request, form, title=_("Cấp mã định danh"), act=_("Cấp mã"), unit=unit)


@require_http_methods(["GET", "POST"])
@only_for(EDIT)
def take_over(request: HttpRequest) -> HttpResponse:
    """Take units over from a table, and tell of each row what became of it."""
    form = SheetForm(request.POST or None, request.FILES or None)
    report: ImportReport | None = None
    if request.method == "POST" and form.is_valid():
        sheet = form.cleaned_data["sheet"]
        try:
            report = import_table(sheet.file, name=sheet.name, by=asker(request), at=timezone.now())
        except SheetRefused as refusal:
            form.add_error("sheet", refused_in_words(refusal))
    shown = {"form": form, "report": report}
    return render(request, "organisation/take_over.html", shown, status=_status(form))


def _status(form: Any) -> int:
    return 422 if form.is_bound and form.errors else 200


def _form(
    request: HttpRequest, form: Any, *, title: str, act: str, unit: Unit | None = None
) -> HttpResponse:
    shown = {"form": form, "title": title, "act": act, "unit": unit}
    return render(request, "organisation/form.html", shown, status=_status(form))
