"""The papers that a citizen goes home with, drawn as the circular's forms on A5."""

import io
from typing import Any

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from motcua.foundation.reading import find
from motcua.intake.models import Dossier
from motcua.intake.queries import dossiers_visible_to, receipt_of, with_everything
from motcua.intake.rules.deadlines import local
from motcua.intake.rules.outcomes import EndingKind
from motcua.intake.web.asking import officer_of
from motcua.intake.web.noting import note_reading, note_receipt
from motcua.intake.web.paper_forms import PaperKind, form_on, place_of
from motcua.kernel.errors import NotFound
from motcua.organisation.rules.acts import Act
from motcua.ui.doors import only_for, signed_in_only


@require_GET
@only_for(Act.READ_DOSSIERS)
def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the receipt with the day to come back; the next citizen may already step up."""
    at = timezone.now()
    found = receipt_of(pk, account=officer_of(request), on=local(at).date())
    dossiers = list(found.dossiers.all())
    note_receipt(found, dossiers, by=officer_of(request), at=at)
    shown = {
        "receipt": found,
        "dossiers": dossiers,
        "first": dossiers[0],
        "form": form_on(PaperKind.RECEIPT, on=local(found.issued_at).date()),
        "unit": found.unit,
        "issued_at": found.issued_at,
        "issuer": found.issued_by.full_name,
        "place": place_of(found.unit),
    }
    return render(request, "intake/receipt.html", shown)


@require_GET
@only_for(Act.READ_DOSSIERS)
def supplement_slip(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show what is still to be handed in."""
    dossier = _opened(request, pk, what="supplement")
    asked = next((row for row in dossier.supplements.all() if row.number == number), None)
    if asked is None:
        raise NotFound(kind="intake.supplement", pk=number)
    shown = {
        "asked": asked,
        "missing": list(asked.missing.all()),
        "issuer": asked.asked_by.full_name if asked.asked_by else asked.asked_by_name,
    }
    return _slip(request, PaperKind.SUPPLEMENT, dossier, at=asked.asked_at, **shown)


@require_GET
@only_for(Act.READ_DOSSIERS)
def ending_slip(request: HttpRequest, pk: int) -> HttpResponse:
    """Show why a dossier was not received, or was stopped."""
    dossier = _opened(request, pk, what="ending")
    ending = getattr(dossier, "ending", None)
    kinds = {
        EndingKind.NOT_ACCEPTED.value: PaperKind.REFUSAL,
        EndingKind.STOPPED.value: PaperKind.STOP,
    }
    if ending is None or ending.kind not in kinds:
        raise NotFound(kind="intake.ending", pk=pk)
    shown = {"ending": ending, "issuer": ending.by_name.partition(" (")[0]}
    return _slip(request, kinds[ending.kind], dossier, at=ending.at, **shown)


@require_GET
@only_for(Act.READ_DOSSIERS)
def apology_slip(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the apology with the new day."""
    dossier = _opened(request, pk, what="apology")
    moved = getattr(dossier, "reappointment", None)
    if moved is None:
        raise NotFound(kind="intake.appointment", pk=pk)
    shown = {"moved": moved, "issuer": moved.signed_by.full_name}
    return _slip(request, PaperKind.APOLOGY, dossier, at=moved.apology_sent_at, **shown)


@require_GET
@only_for(Act.READ_DOSSIERS)
def control_slip(request: HttpRequest, pk: int) -> HttpResponse:
    """Show in whose hands a dossier was, and whether each was in time."""
    dossier = _opened(request, pk, what="control")
    return _slip(request, PaperKind.CONTROL, dossier, at=dossier.registered_at)


@require_GET
@signed_in_only
@cache_control(private=True, max_age=3600)
def code_picture(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw the code of a dossier as a QR code; it says the code and nothing of the citizen."""
    visible = dossiers_visible_to(officer_of(request), on=timezone.localdate())
    drawn = io.BytesIO()
    code = segno.make(find(visible, pk=pk).code, error="m", micro=False)
    code.save(drawn, kind="svg", border=4, scale=4, light="#fff", xmldecl=False)
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")


def _opened(request: HttpRequest, pk: int, *, what: str) -> Dossier:
    officer, at = officer_of(request), timezone.now()
    visible = dossiers_visible_to(officer, on=local(at).date())
    dossier = find(with_everything(visible), pk=pk)
    note_reading(dossier, what=what, by=officer, at=at)
    return dossier


def _slip(
    request: HttpRequest, kind: PaperKind, dossier: Dossier, *, at: Any, **shown: Any
) -> HttpResponse:
    form = form_on(kind, on=local(at).date())
    unit = dossier.receiving_unit
    common = {
        "dossier": dossier,
        "form": form,
        "unit": unit,
        "place": place_of(unit),
        "issued_at": at,
    }
    return render(request, f"intake/slip_{kind}.html", {**common, **shown})
