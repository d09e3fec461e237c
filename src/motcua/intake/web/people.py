"""People between the screen and the acts: from a card, from an earlier dossier, as typed."""

from typing import Any

from django.utils.translation import gettext as _

from motcua.intake.models import Applicant
from motcua.intake.rules.chip_card import ChipCard
from motcua.intake.rules.identity import Identity
from motcua.intake.rules.people import ApplicantKind, Sex
from motcua.intake.rules.requests import Particulars
from motcua.intake.web.forms import PersonForm

TOLD_BY_PEOPLE = ("full_name", "birth_on", "sex", "phone", "email", "address", "old_number")


def fill_from_card(form: PersonForm, card: ChipCard) -> None:
    """Fill in what a card says; telephone and mail stay as they were typed."""
    form.put(
        kind=ApplicantKind.PERSON.value,
        full_name=card.full_name,
        identity_number=card.number,
        old_number=card.old_number or "",
        birth_on=card.birth_on,
        sex=card.sex.value,
        address=card.address,
        source=_("Đọc từ thẻ"),
    )


def fill_from_earlier(form: PersonForm, known: Applicant, *, source: str) -> None:
    """Fill in what somebody gave before: whoever works at the counter has asked for it."""
    told = {name: getattr(known, name) for name in TOLD_BY_PEOPLE}
    form.put(kind=known.kind, identity_number=known.identity_number, source=source, **told)


def differs(known: Applicant, form: PersonForm) -> bool:
    """Tell whether an earlier giving would put anything else into the form."""
    return any(
        str(getattr(known, name) or "") != str(form[name].value() or "")
        for name in ("full_name", "phone", "email", "address")
    )


def particulars_of(form: PersonForm) -> Particulars:
    """Return who somebody is, from a form that was judged sound."""
    said: dict[str, Any] = form.cleaned_data
    identity: Identity | None = said["identity_number"]
    return Particulars(
        kind=ApplicantKind(said["kind"]),
        full_name=said["full_name"],
        identity_number=identity.number if identity else "",
        old_number=said["old_number"],
        birth_on=said["birth_on"],
        sex=Sex(said["sex"]) if said["sex"] else None,
        address=said["address"],
        phone=said["phone"],
        email=said["email"],
    )
