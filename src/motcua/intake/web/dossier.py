"""One dossier: what happened, when it is due and why, what can be done now and by whom."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.audit.actions import label_of
from motcua.audit.lookup import reader_of
from motcua.audit.queries import entries_about
from motcua.foundation.problems import status_of
from motcua.foundation.reading import find
from motcua.intake.models import Dossier
from motcua.intake.queries import (
    WhyThisDate,
    dossiers_visible_to,
    why_this_date,
    with_everything,
)
from motcua.intake.rules.deadlines import local
from motcua.intake.web.act_forms import ActForm, give_choices
from motcua.intake.web.asking import officer_of
from motcua.intake.web.deeds import DOING, Doing
from motcua.intake.web.drawing import drawing_of
from motcua.intake.web.noting import note_reading
from motcua.intake.web.possible import BY_NAME, Open, open_deeds
from motcua.intake.web.supplements import GivenRow, given, rows_of
from motcua.jobs.errors import KeyReused
from motcua.jobs.idempotency import once
from motcua.kernel.errors import NotFound, Refusal
from motcua.organisation.queries import units_on, working_calendar
from motcua.organisation.rules.acts import Act
from motcua.ui.doors import only_for
from motcua.ui.rules.days import Due, due_in_words

JOURNAL_ROWS: Final = 20


@dataclass(slots=True, kw_only=True)
class Offer:
    """One act on the page: its form, and whether it stands open."""

    open: Open
    form: ActForm
    rows: list[GivenRow] = field(default_factory=list)
    is_unfolded: bool = False
    refusal: Refusal | None = None


@require_GET
@only_for(Act.READ_DOSSIERS)
def dossier(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a dossier, and record that it was read."""
    at = timezone.now()
    found = _found(request, pk, at=at)
    note_reading(found, what="page", by=officer_of(request), at=at)
    return _page(request, found, at=at)


@require_POST
@only_for(Act.READ_DOSSIERS)
def act(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Do one act on a dossier, once however often it is sent.

    Whatever was refused stands in its form, with what was typed.
    """
    if name not in DOING:
        raise NotFound(kind="intake.act", name=name)
    at = timezone.now()
    found = _found(request, pk, at=at)
    offer = _tried(request, found, name, at=at)
    if not (offer.form.is_valid() and all([row.form.is_valid() for row in offer.rows])):  # noqa: C419
        return _page(request, found, at=at, tried=offer, status=422)
    doing = Doing(
        dossier=found,
        officer=officer_of(request),
        at=at,
        said=offer.form.cleaned_data,
        papers=given(offer.rows),
    )
    try:
        answer = once(request, offer.form.cleaned_data["token"], lambda: DOING[name](doing))
    except KeyReused:
        return redirect("intake:dossier", pk)
    except Refusal as refused:
        offer.refusal = refused
        fresh = _found(request, pk, at=at)
        return _page(request, fresh, at=at, tried=offer, status=status_of(refused))
    messages.success(request, _("Đã ghi: %(act)s.") % {"act": str(BY_NAME[name].label).lower()})
    return redirect(json.loads(answer.content) or reverse("intake:dossier", args=[pk]))


def _found(request: HttpRequest, pk: int, *, at: datetime) -> Dossier:
    visible = dossiers_visible_to(officer_of(request), on=local(at).date())
    return find(with_everything(visible), pk=pk)


def _page(
    request: HttpRequest,
    found: Dossier,
    *,
    at: datetime,
    tried: Offer | None = None,
    status: int = 200,
) -> HttpResponse:
    officer, day = officer_of(request), local(at).date()
    why = why_this_date(found, as_of=at) if found.received_at else None
    deeds = open_deeds(found, account=officer, on=day)
    reader = reader_of(officer, on=day)
    journal = []
    if reader.journal_books():
        journal = list(entries_about(label_of(found), reader=reader)[:JOURNAL_ROWS])
    offers = [_offer(found, each, tried=tried, at=at) for each in deeds if each.is_mine]
    if tried is not None and tried not in offers:
        # Somebody else was quicker: the act is no longer possible, and what was typed stays.
        offers.insert(0, tried)
    shown: dict[str, Any] = {
        "dossier": found,
        "why": why,
        "drawing": drawing_of(found, why, at=at) if why else None,
        "due": _due(why, at=at),
        "offers": offers,
        "others": [each for each in deeds if not each.is_mine],
        "journal": journal,
        "may_read_journal": bool(reader.journal_books()),
    }
    return render(request, "intake/dossier.html", shown, status=status)


def _offer(found: Dossier, open_: Open, *, tried: Offer | None, at: datetime) -> Offer:
    if tried is not None and tried.open.deed is open_.deed:
        return tried
    deed = open_.deed
    form = deed.form(prefix=deed.name, initial={**deed.form.usual(found), "token": uuid4().hex})
    return _ready(Offer(open=open_, form=form), found, at=at, typed=None)


def _tried(request: HttpRequest, found: Dossier, name: str, *, at: datetime) -> Offer:
    deed = BY_NAME[name]
    form = deed.form(request.POST, prefix=deed.name)
    offer = Offer(open=Open(deed=deed, is_mine=True, done_at=()), form=form, is_unfolded=True)
    return _ready(offer, found, at=at, typed=request.POST)


def _ready(offer: Offer, found: Dossier, *, at: datetime, typed: QueryDict | None) -> Offer:
    units = [(str(unit.pk), unit.name) for unit in _units(offer, at=at)]
    give_choices(offer.form, found, units=units)
    if offer.open.deed.name == "nhan-bo-sung":
        offer.rows = rows_of(found, typed=typed)
    return offer


def _units(offer: Offer, *, at: datetime) -> Any:
    return units_on(local(at).date()) if "unit_id" in offer.form.fields else ()


def _due(why: WhyThisDate | None, *, at: datetime) -> Due | None:
    if why is None or why.clocks.legal.ended_at or why.clocks.legal.is_waiting:
        return None
    day = local(at).date()
    calendar = working_calendar(known_at=at, on=day)
    return due_in_words(
        local(why.clocks.legal.due_at).date(),
        today=day,
        is_working=calendar.is_working,
        language=(get_language() or "vi")[:2],
    )
