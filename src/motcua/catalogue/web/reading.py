"""Looking things up: the list, one procedure, two versions beside one another."""

from datetime import date
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from motcua.catalogue.models import ProcedureVersion
from motcua.catalogue.queries import (
    NAME_ORDER,
    components_on,
    content_of,
    history_of,
    procedure_of,
    procedures_matching,
)
from motcua.catalogue.rules.comparing import FACTS, compare
from motcua.catalogue.web.forms import Filters, OnDay
from motcua.foundation.pages import screenful
from motcua.kernel.errors import NotFound
from motcua.ui.doors import signed_in_only

ACT: Final = "catalogue.edit"


@require_GET
@signed_in_only
def procedures(request: HttpRequest) -> HttpResponse:
    """List the procedures that are offered on a day and are what somebody looks for."""
    form = Filters(request.GET)
    wanted = form.wanted(today=timezone.localdate())
    page = screenful(procedures_matching(wanted), order=NAME_ORDER, after=request.GET.get("after"))
    shown = {"page": page, "form": form, "wanted": wanted, "may_edit": _may_edit(request)}
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "catalogue/_rows.html", shown)
    return render(request, "catalogue/procedures.html", shown)


@require_GET
@signed_in_only
def procedure(request: HttpRequest, code: str) -> HttpResponse:
    """Show what a procedure asks for on a day, and how it was to be done on others."""
    found = procedure_of(code)
    form = OnDay(request.GET)
    day = form.day(today=timezone.localdate())
    history = list(history_of(found))
    version = next((one for one in history if _holds(one, day)), None)
    shown: dict[str, Any] = {
        "procedure": found,
        "history": history,
        "version": version,
        "form": form,
        "day": day,
        "today": timezone.localdate(),
        "may_edit": _may_edit(request),
    }
    if version is not None:
        shown["content"] = content_of(version)
        shown["components"] = components_on(version, on=day)
        shown["may_decide"] = shown["may_edit"] and not _is_over(version, on=shown["today"])
    return render(request, "catalogue/procedure.html", shown)


@require_GET
@signed_in_only
def comparison(request: HttpRequest, code: str) -> HttpResponse:
    """Show two versions of a procedure beside one another, the last two unless others are named."""
    found = procedure_of(code)
    history = list(history_of(found))
    before, after = _chosen(request, history)
    contents = content_of(before), content_of(after)
    shown = {
        "procedure": found,
        "history": history,
        "before": before,
        "after": after,
        "changes": compare(*contents),
        "facts": [(name, *(getattr(one, name) for one in contents)) for name in FACTS],
    }
    return render(request, "catalogue/comparison.html", shown)


def _chosen(
    request: HttpRequest, history: list[ProcedureVersion]
) -> tuple[ProcedureVersion, ProcedureVersion]:
    """Return the versions named in the address, the earlier one first."""
    named = {request.GET.get("truoc"), request.GET.get("sau")} - {None}
    chosen = [version for version in history if str(version.pk) in named] if named else history[:2]
    if len(chosen) != 2 or not history:
        raise NotFound(kind="catalogue.procedureversion", count=len(chosen))
    return chosen[1], chosen[0]


def _holds(version: ProcedureVersion, day: date) -> bool:
    return version.valid_from <= day and (version.valid_to is None or day < version.valid_to)


def _is_over(version: ProcedureVersion, *, on: date) -> bool:
    return version.valid_to is not None and version.valid_to <= on


def _may_edit(request: HttpRequest) -> bool:
    return bool(request.user.has_perm(ACT))
