"""Writing down who somebody is."""

from collections.abc import Iterable, Mapping

from motcua.intake.models import Applicant
from motcua.intake.rules.requests import DossierRequest, Particulars
from motcua.kernel.text import folded

People = Mapping[str, Applicant]
"""The rows of people by the fingerprint of their checked particulars."""


def write_down(given: Particulars) -> Applicant:
    """Return the row of somebody's particulars; the same particulars are the same row."""
    said = given.checked()
    row, _ = Applicant.objects.get_or_create(
        fingerprint=said.fingerprint(), defaults=applicant_fields(said)
    )
    return row


def write_down_all(requests: Iterable[DossierRequest]) -> People:
    """Write down everybody that some requests name, before any number is asked for.

    Always in the order of the fingerprints: two acts that name the same people never wait for one
    another in a circle, and whoever holds a counter waits for nobody's name any more.
    """
    said = {
        checked.fingerprint(): checked
        for request in requests
        for checked in (given.checked() for given in people_of(request))
    }
    return {fingerprint: write_down(said[fingerprint]) for fingerprint in sorted(said)}


def people_of(request: DossierRequest) -> list[Particulars]:
    """Return everybody that a request names."""
    named = (request.applicant, request.owner, request.representative)
    return [given for given in named if given is not None]


def row_of(given: Particulars, people: People) -> Applicant:
    """Return the row that was written down for somebody."""
    return people[given.checked().fingerprint()]


def applicant_fields(said: Particulars) -> dict[str, object]:
    """Return the columns of a row for checked particulars."""
    return {
        "kind": said.kind.value,
        "full_name": said.full_name,
        "name_folded": folded(said.full_name),
        "identity_kind": said.identity_kind.value if said.identity_kind else "",
        "identity_number": said.identity_number,
        "old_number": said.old_number,
        "birth_on": said.birth_on,
        "sex": said.sex.value if said.sex else "",
        "address": said.address,
        "phone": said.phone,
        "email": said.email,
    }
