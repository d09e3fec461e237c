"""An API with everything that can go wrong in it, joined as the real one is."""

from django.http import Http404
from django.urls import path
from ninja import Router, Schema
from ninja.errors import HttpError

from motcua.config.api import joined
from motcua.config.urls import urlpatterns as addresses
from motcua.jobs.errors import MoveRefused
from motcua.jobs.idempotency import HEADER, once

router = Router()
RECEIVED = []


class Dossier(Schema):
    applicant: str
    pages: int


@router.get("/dossiers/{number}")
def dossier(request, number: int):
    if number == 404:
        raise Http404
    if number == 409:
        raise MoveRefused(current="done", to="ready")
    if number == 418:
        raise HttpError(418, "Lê Văn Ba")
    if number == 500:
        raise ZeroDivisionError("Lê Văn Ba")
    return {"number": number, "reader": request.auth.username}


@router.post("/dossiers")
def receive(request, dossier: Dossier):
    def act():
        RECEIVED.append(dossier.applicant)
        return {"number": len(RECEIVED)}

    return once(request, request.headers.get(HEADER), act)


urlpatterns = [
    path("api/v1/", joined(routers=[router], name="office").urls),
    *addresses,
]
