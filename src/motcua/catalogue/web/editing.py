"""Keeping the catalogue on screen: procedures, versions, scopes, and their end."""

from collections.abc import Callable
from datetime import date
from typing import Any, cast

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from motcua.catalogue import actions
from motcua.catalogue.errors import (
    ContentRefused,
    LaterVersionStands,
    PastStands,
    ProcedureEnded,
    ProcedureKnown,
    VersionBeginsThen,
    VersionEnded,
)
from motcua.catalogue.models import Procedure, ProcedureVersion
from motcua.catalogue.queries import components, content_of, history_of, procedure_of, versions
from motcua.catalogue.rules.content import Fault, VersionContent
from motcua.catalogue.rules.digitisation import DatedScope
from motcua.catalogue.rules.succession import ONE_DAY
from motcua.catalogue.rules.terms import ExemptReason, Scope
from motcua.catalogue.rules.validity import Period
from motcua.catalogue.web.drafts import (
    Draft,
    begins_in,
    content_in,
    draft_moved,
    draft_of,
    draft_sent,
    in_words,
    tell,
)
from motcua.catalogue.web.forms import EndForm, NamesForm, ProcedureForm, ScopeForm
from motcua.catalogue.web.people import signed_in
from motcua.catalogue.web.reading import ACT
from motcua.catalogue.web.rows import Pressed
from motcua.foundation.reading import find
from motcua.kernel.errors import Refusal
from motcua.ui.doors import only_for
from motcua.ui.wording import refusal_in_words

DAY_REFUSED = (
    PastStands,
    VersionBeginsThen,
    LaterVersionStands,
    ProcedureEnded,
    VersionEnded,
)
"""What is said beside the day, because another day helps."""

FORM_NAMES = {"field.code": "field_code", "field.name": "field_name", "scope.scope": "scope"}


@require_http_methods(["GET", "POST"])
@only_for(ACT)
def new_procedure(request: HttpRequest) -> HttpResponse:
    """Enter a procedure, and go on to what it asks for."""
    form = ProcedureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            entered = actions.add_procedure(
                said["code"],
                name=said["name"],
                field=_field(said),
                officer=signed_in(request),
                at=timezone.now(),
            )
        except ProcedureKnown as refusal:
            form.add_error("code", _in_words(refusal))
        except ContentRefused as refusal:
            _tell(form, refusal)
        else:
            return redirect("catalogue:new_version", code=entered.code)
    title = _("Thêm thủ tục")
    return _form(request, form, title=title, button=_("Ghi nhận và nhập nội dung"))


@require_http_methods(["GET", "POST"])
@only_for(ACT)
def rename(request: HttpRequest, code: str) -> HttpResponse:
    """Correct the name of a procedure or its field."""
    procedure = procedure_of(code)
    initial = {
        "name": procedure.name,
        "field_code": procedure.field.code,
        "field_name": procedure.field.name,
    }
    form = NamesForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.rename_procedure(
                procedure.pk,
                name=said["name"],
                field=_field(said),
                officer=signed_in(request),
                at=timezone.now(),
            )
        except ContentRefused as refusal:
            _tell(form, refusal)
        else:
            return redirect("catalogue:procedure", code=code)
    title = _("Sửa tên thủ tục")
    return _form(request, form, title=title, button=_("Ghi nhận"), procedure=procedure)


@require_http_methods(["GET", "POST"])
@only_for(ACT)
def new_version(request: HttpRequest, code: str) -> HttpResponse:
    """Write down how a procedure is to be done from a day on, beginning with the last version."""
    procedure = procedure_of(code)
    last = history_of(procedure).first()
    base = content_of(last) if last else None

    def save(draft: Draft, content: VersionContent) -> ProcedureVersion:
        return actions.add_version(
            procedure.pk,
            period=Period(valid_from=begins_in(draft)),
            content=content,
            officer=signed_in(request),
            at=timezone.now(),
        )

    return _edit(request, procedure=procedure, base=base, save=save)


@require_http_methods(["GET", "POST"])
@only_for(ACT)
def amend_version(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a version says that has not begun."""
    version = find(versions(), pk=pk)
    base = content_of(version)

    def save(draft: Draft, content: VersionContent) -> ProcedureVersion:
        del draft
        return actions.amend_version(
            version.pk, content=content, officer=signed_in(request), at=timezone.now()
        )

    return _edit(request, procedure=version.procedure, base=base, save=save, amended=version)


def _edit(
    request: HttpRequest,
    *,
    procedure: Procedure,
    base: VersionContent | None,
    save: Callable[[Draft, VersionContent], ProcedureVersion],
    amended: ProcedureVersion | None = None,
) -> HttpResponse:
    """Show the form of a version, move its rows, or record it."""
    begins = amended.valid_from if amended else None
    as_of = begins or timezone.localdate() + ONE_DAY
    draft = _draft(request, base=base, begins=begins, as_of=as_of)
    if draft.facts.is_bound and draft.is_valid:
        try:
            version = save(draft, content_in(draft, base=base, as_of=as_of))
        except ContentRefused as refusal:
            tell(draft, _faults(refusal))
        except DAY_REFUSED as refusal:
            draft.facts.add_error("valid_from", _in_words(refusal))
        else:
            messages.success(request, _("Đã ghi nhận phiên bản."))
            return _page_of(procedure, version)
    shown = {"draft": draft, "procedure": procedure, "amended": amended}
    part = "_version_form" if request.htmx else "version_form"  # type: ignore[attr-defined]
    status = 422 if draft.has_faults else 200
    return render(request, f"catalogue/{part}.html", shown, status=status)


def _draft(
    request: HttpRequest, *, base: VersionContent | None, begins: date | None, as_of: date
) -> Draft:
    """Return the forms: filled from a version, with their rows moved, or sent to be recorded."""
    if request.method != "POST":
        return draft_of(base, begins=begins, as_of=as_of)
    sent = request.POST.copy()
    if begins is not None:  # the first day of a version that is amended stays
        sent["valid_from"] = f"{begins:%d/%m/%Y}"
    pressed = Pressed.read(sent.get("row", ""))
    return draft_moved(sent, pressed) if pressed else draft_sent(sent)


@require_POST
@only_for(ACT)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a version that has not begun."""
    version = find(versions(), pk=pk)
    actions.withdraw_version(version.pk, officer=signed_in(request), at=timezone.now())
    messages.success(request, _("Đã rút phiên bản; phiên bản trước tiếp tục có hiệu lực."))
    return redirect("catalogue:procedure", code=version.procedure.code)


@require_http_methods(["GET", "POST"])
@only_for(ACT)
def end(request: HttpRequest, code: str) -> HttpResponse:
    """Offer a procedure no more from a day on."""
    procedure = procedure_of(code)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_procedure(
                procedure.pk, **form.cleaned_data, officer=signed_in(request), at=timezone.now()
            )
        except DAY_REFUSED as refusal:
            form.add_error("on", _in_words(refusal))
        else:
            messages.success(request, _("Đã ghi nhận ngày kết thúc của thủ tục."))
            return redirect("catalogue:procedure", code=code)
    title = _("Kết thúc thủ tục")
    return _form(request, form, title=title, button=_("Ghi nhận kết thúc"), procedure=procedure)


@require_http_methods(["GET", "POST"])
@only_for(ACT)
def set_scope(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide anew whether a paper must be digitised."""
    component = find(components(), pk=pk)
    procedure = component.version.procedure
    form = ScopeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_scope(
                component.pk,
                decided=_decided(form.cleaned_data),
                officer=signed_in(request),
                at=timezone.now(),
            )
        except ContentRefused as refusal:
            _tell(form, refusal)
        except DAY_REFUSED as refusal:
            form.add_error("valid_from", _in_words(refusal))
        else:
            messages.success(request, _("Đã ghi nhận phạm vi số hoá."))
            return redirect("catalogue:procedure", code=procedure.code)
    title = _("Phạm vi số hoá: %(paper)s") % {"paper": component.name}
    return _form(request, form, title=title, button=_("Ghi nhận"), procedure=procedure)


def _decided(said: dict[str, Any]) -> DatedScope:
    return DatedScope(
        scope=Scope(said["scope"]),
        exempt_reason=ExemptReason(said["exempt_reason"]) if said["exempt_reason"] else None,
        legal_basis=said["legal_basis"],
        valid_from=said["valid_from"],
    )


def _field(said: dict[str, Any]) -> actions.FieldNamed:
    return actions.FieldNamed(code=said["field_code"], name=said["field_name"])


def _page_of(procedure: Procedure, version: ProcedureVersion) -> HttpResponse:
    answer = redirect("catalogue:procedure", code=procedure.code)
    answer["Location"] += f"?on={version.valid_from:%d/%m/%Y}"
    return answer


def _faults(refusal: ContentRefused) -> tuple[Fault, ...]:
    return cast("tuple[Fault, ...]", refusal.faults)


def _tell(form: BaseForm, refusal: ContentRefused) -> None:
    """Write faults beside the fields of a form of one page."""
    for fault in _faults(refusal):
        plain = fault.field.partition(".")[2] or fault.field
        name = FORM_NAMES.get(fault.field, plain)
        form.add_error(name if name in form.fields else None, in_words(fault))


def _in_words(refusal: Refusal) -> str:
    said = refusal_in_words(refusal)
    return f"{said.what} {said.to_do}"


def _form(
    request: HttpRequest,
    form: BaseForm,
    *,
    title: str,
    button: str,
    procedure: Procedure | None = None,
) -> HttpResponse:
    shown = {"form": form, "title": title, "button": button, "procedure": procedure}
    status = 422 if form.errors else 200
    return render(request, "catalogue/form.html", shown, status=status)
