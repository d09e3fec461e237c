"""Writing a dossier down: its row, its people and its papers."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from motcua.catalogue.models import ProcedureVersion
from motcua.catalogue.queries import ComponentOn, components_on, versions_on
from motcua.catalogue.rules.completeness import Asked, Handed, missing_components
from motcua.intake.actions.desk import Desk
from motcua.intake.actions.numbers import next_code
from motcua.intake.actions.people import People, row_of, write_down_all
from motcua.intake.errors import (
    ChannelNotOffered,
    PapersMissing,
    PapersUnknown,
    PaperWithoutName,
    ProcedureNotOffered,
    UnitUnknown,
)
from motcua.intake.models import Dossier, DossierComponent
from motcua.intake.rules.requests import DossierRequest, Paper
from motcua.intake.rules.searching import searchable
from motcua.intake.rules.states import DossierState
from motcua.kernel.text import composed
from motcua.organisation.models import Unit
from motcua.organisation.queries import units_on


def write_dossiers(requests: Sequence[DossierRequest], *, desk: Desk) -> list[Dossier]:
    """Write down what was handed in, under the next codes of the day, as registered.

    Refuses with `ProcedureNotOffered`, `ChannelNotOffered`, `PapersUnknown` and with what is wrong
    about the people.
    """
    people = write_down_all(requests)
    return [_write_dossier(request, desk=desk, people=people) for request in requests]


def _write_dossier(request: DossierRequest, *, desk: Desk, people: People) -> Dossier:
    version = _version(request, desk=desk)
    settling = _unit(request.settling_unit_id or request.receiving_unit_id, desk=desk)
    supporting = request.supporting_unit_id
    applicant = row_of(request.applicant, people)
    dossier = Dossier(
        code=str(next_code(unit_code=desk.unit_code, day=desk.day)),
        state=DossierState.REGISTERED.value,
        procedure_version=version,
        channel=request.channel.value,
        subject=composed(request.subject),
        receiving_unit_id=desk.unit_id,
        settling_unit=settling,
        supporting_unit=_unit(supporting, desk=desk) if supporting else None,
        applicant=applicant,
        owner=row_of(request.owner, people) if request.owner else applicant,
        representative=row_of(request.representative, people) if request.representative else None,
        registered_at=desk.at,
        return_place=composed(request.return_place),
        note=composed(request.note),
    )
    dossier.search_text = search_text_of(dossier)
    dossier.save(force_insert=True)
    _write_papers(dossier, request.papers, at=desk.at, desk=desk)
    return dossier


def search_text_of(dossier: Dossier) -> str:
    """Return the words by which a dossier is found."""
    people = [dossier.owner, dossier.applicant]
    if dossier.representative:
        people.append(dossier.representative)
    said = {name: None for person in people for name in (person.full_name, person.phone)}
    return searchable(
        dossier.code, dossier.procedure_version.procedure.name, dossier.subject, *said
    )


def missing_of(dossier: Dossier) -> list[str]:
    """Return the names of the papers that a dossier still lacks."""
    rows = list(DossierComponent.objects.filter(dossier=dossier).select_related("required"))
    asked = [
        Asked(
            number=row.required.number,
            name=row.name,
            originals=row.required.originals,
            copies=row.required.copies,
            is_optional=row.is_optional,
        )
        for row in rows
        if row.required
    ]
    handed = {row.required.number: handed_in(row) for row in rows if row.required}
    return [missing.name for missing in missing_components(asked, handed)]


def must_be_complete(dossier: Dossier) -> None:
    """Refuse with `PapersMissing` unless every paper that must be there is there."""
    names = missing_of(dossier)
    if names:
        raise PapersMissing(names=names)


def handed_in(row: DossierComponent) -> Handed:
    """Return what of a paper counts as handed in; a file stands for as many as are asked for."""
    if row.is_electronic and row.required:
        return Handed(originals=row.required.originals, copies=row.required.copies)
    return Handed(originals=row.originals, copies=row.certified_copies + row.photocopies)


def lay_in(row: DossierComponent, paper: Paper, *, at: datetime) -> None:
    """Write on the row of a paper what was handed in now; the caller saves."""
    row.originals = paper.originals
    row.certified_copies = paper.certified_copies
    row.photocopies = paper.photocopies
    row.is_electronic = paper.is_electronic
    row.note = composed(paper.note)
    row.handed_in_at = at if paper.is_there else None


def _version(request: DossierRequest, *, desk: Desk) -> ProcedureVersion:
    version = versions_on(desk.day).filter(pk=request.version_id).first()
    if version is None:
        raise ProcedureNotOffered(procedure=str(request.version_id), on=desk.day)
    if version.channels and request.channel.value not in version.channels:
        raise ChannelNotOffered(procedure=version.procedure.code, channel=request.channel)
    return version


def _unit(unit_id: int, *, desk: Desk) -> Unit:
    unit = units_on(desk.day).filter(pk=unit_id).first()
    if unit is None:
        raise UnitUnknown(unit=unit_id, on=desk.day)
    return unit


def _write_papers(dossier: Dossier, papers: Sequence[Paper], *, at: datetime, desk: Desk) -> None:
    required = components_on(dossier.procedure_version, on=desk.day)
    given = {paper.number: paper for paper in papers if paper.number is not None}
    strange = sorted(set(given) - {component.number for component in required})
    if strange:
        raise PapersUnknown(numbers=strange)
    rows = [_asked_for(dossier, component, given, at=at) for component in required]
    last = max((row.number for row in rows), default=0)
    others = [paper for paper in papers if paper.number is None]
    rows += [
        _not_asked_for(dossier, paper, number=last + place, at=at)
        for place, paper in enumerate(others, start=1)
    ]
    DossierComponent.objects.bulk_create(rows)


def _asked_for(
    dossier: Dossier, component: ComponentOn, given: Mapping[int, Paper], *, at: datetime
) -> DossierComponent:
    standing = component.standing
    row = DossierComponent(
        dossier=dossier,
        number=component.number,
        required_id=component.pk,
        name=component.name,
        code=component.code,
        is_optional=component.is_optional,
        scope=standing.scope.value,
        exempt_reason=standing.exempt_reason.value if standing.exempt_reason else "",
        scope_basis=standing.legal_basis,
    )
    if component.number in given:
        lay_in(row, given[component.number], at=at)
    return row


def _not_asked_for(
    dossier: Dossier, paper: Paper, *, number: int, at: datetime
) -> DossierComponent:
    name = composed(paper.name)
    if not name:
        raise PaperWithoutName
    row = DossierComponent(dossier=dossier, number=number, name=name)
    lay_in(row, paper, at=at)
    return row
