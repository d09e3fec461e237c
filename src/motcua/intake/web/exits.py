"""The exits of a reception: received, a supplement asked for, refused, or given at once."""

import json
from collections.abc import Callable, Mapping
from typing import Final

from django.http import HttpRequest
from django.urls import reverse

from motcua.catalogue.rules.terms import Channel
from motcua.intake import actions
from motcua.intake.rules.requests import DossierRequest, ResultPaper, SupplementSlip
from motcua.intake.web.asking import officer_of
from motcua.intake.web.drafts import Block, Draft, new_token
from motcua.intake.web.forms import REPRESENTATIVE
from motcua.intake.web.papers import handed_in, missing_of
from motcua.intake.web.people import particulars_of
from motcua.jobs.errors import KeyReused, KeyUnusable
from motcua.jobs.idempotency import once
from motcua.kernel.errors import Refusal
from motcua.organisation.models import Account

Exit = Callable[[Draft, Account], str]
"""Does the act of an exit and returns the address of what came of it."""


def leave_by(exit_: str, draft: Draft, *, request: HttpRequest) -> str | Refusal | None:
    """Do what an exit means, once however often it is sent, and return where it leads.

    Where it was refused the refusal is returned; nothing where the form itself has faults. What was
    typed stands in the draft either way.
    """
    if not draft.is_sound():
        return None
    token = draft.reception.cleaned_data["token"]
    try:
        said = once(request, token, lambda: {"to": EXITS[exit_](draft, officer_of(request))})
    except (KeyReused, KeyUnusable) as refused:
        # The same form with other words in it: perhaps the next citizen, perhaps a slip of a key.
        _name_anew(draft)
        return refused
    except Refusal as refused:
        return refused
    return str(json.loads(said.content)["to"])


def _receive(draft: Draft, officer: Account) -> str:
    requests = [_request(draft, block) for block in draft.blocks]
    receipt = actions.receive_dossiers(requests, officer=officer, at=draft.around.at)
    return reverse("intake:receipt", args=[receipt.pk])


def _ask_supplement(draft: Draft, officer: Account) -> str:
    [block] = draft.blocks
    assert draft.panel_form is not None  # noqa: S101 the exit has its panel
    slip = SupplementSlip(
        content=draft.panel_form.cleaned_data["content"],
        missing=tuple(each.number for each in missing_of(block.papers)),
    )
    supplement = actions.ask_supplement_at_counter(
        _request(draft, block), slip=slip, officer=officer, at=draft.around.at
    )
    return reverse("intake:supplement_slip", args=[supplement.dossier_id, supplement.number])


def _refuse(draft: Draft, officer: Account) -> str:
    [block] = draft.blocks
    assert draft.panel_form is not None  # noqa: S101 the exit has its panel
    said = draft.panel_form.cleaned_data
    dossier = actions.refuse_at_counter(
        _request(draft, block),
        reason=said["reason"],
        ground=said["ground"],
        officer=officer,
        at=draft.around.at,
    )
    return reverse("intake:ending_slip", args=[dossier.pk])


def _give_at_once(draft: Draft, officer: Account) -> str:
    [block] = draft.blocks
    assert draft.panel_form is not None  # noqa: S101 the exit has its panel
    said = dict(draft.panel_form.cleaned_data)
    returned_to = said.pop("returned_to")
    dossier = actions.receive_at_once(
        _request(draft, block),
        results=[ResultPaper(**said)],
        returned_to=returned_to,
        officer=officer,
        at=draft.around.at,
    )
    return f"{reverse('intake:counter')}?xong={dossier.pk}"


EXITS: Final[Mapping[str, Exit]] = {
    "receive": _receive,
    "supplement": _ask_supplement,
    "refusal": _refuse,
    "at_once": _give_at_once,
}


def _request(draft: Draft, block: Block) -> DossierRequest:
    said, own = draft.reception.cleaned_data, block.form.cleaned_data
    applicant = particulars_of(draft.applicant)
    settling = own["settling_unit"]
    return DossierRequest(
        version_id=own["version"],
        receiving_unit_id=int(said["unit"]),
        applicant=applicant,
        papers=handed_in([*block.papers], [form for _, form in block.others]),
        channel=Channel(said["channel"]),
        settling_unit_id=int(settling) if settling else None,
        owner=particulars_of(draft.owner) if draft.has_owner else None,
        representative=applicant if said["standing"] == REPRESENTATIVE else None,
        subject=own["subject"],
        return_place=said["return_place"],
        note=own["note"],
    )


def _name_anew(draft: Draft) -> None:
    draft.reception.data = {**draft.reception.data.dict(), "token": new_token()}  # type: ignore[attr-defined]
