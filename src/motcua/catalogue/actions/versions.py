"""Writing down how a procedure is to be done, from which day on."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from motcua.audit.actions import record
from motcua.catalogue.actions.writing import (
    Keeper,
    days,
    end,
    faults_of_period,
    locked,
    period_of,
    refuse,
    require_keeper,
    what_changed,
    write,
)
from motcua.catalogue.errors import VersionStands
from motcua.catalogue.events import ProcedureChanged
from motcua.catalogue.models import ProcedureVersion
from motcua.catalogue.queries import content_of, versions
from motcua.catalogue.rules.comparing import compare
from motcua.catalogue.rules.content import VersionContent, faults_in, tidied
from motcua.catalogue.rules.succession import fitting
from motcua.catalogue.rules.validity import Period
from motcua.foundation.events import announce
from motcua.foundation.reading import find
from motcua.organisation.models import Level


@transaction.atomic
def add_version(
    procedure_id: int, *, period: Period, content: VersionContent, officer: Keeper, at: datetime
) -> ProcedureVersion:
    """Write down how a procedure is to be done from a day on; the version before ends on its eve.

    Without an end of its own it ends where the next one begins. Refuses with `ContentRefused`,
    `VersionBeginsThen`, `VersionsOverlap`, or `PastStands` where it would end another earlier than
    tomorrow.
    """
    require_keeper(officer, at=at)
    procedure = find(locked(), pk=procedure_id)
    content = tidied(content)
    refuse([*faults_of_period(period), *faults_in(content, levels=Level.values)])
    standing = {version.valid_from: version for version in procedure.versions.all()}
    fits = fitting(
        [period_of(version) for version in standing.values()],
        period,
        today=localdate(at),
        procedure=procedure.code,
    )
    if fits.closes is not None:
        end(standing[fits.closes.valid_from], on=period.valid_from)
    version = ProcedureVersion(
        procedure=procedure, valid_from=period.valid_from, valid_to=fits.period.valid_to
    )
    write(version, content)
    facts = {"procedure": procedure.code, **days(version), "legal_basis": content.legal_basis}
    record(act="catalogue.version.added", by=officer, about=version, at=at, facts=facts)
    announce(ProcedureChanged(procedure_id=procedure.pk))
    return version


@transaction.atomic
def amend_version(
    version_id: int, *, content: VersionContent, officer: Keeper, at: datetime
) -> ProcedureVersion:
    """Change what a version says that has not begun yet; refuses with `VersionStands` after that.

    No dossier can rest on it, so its steps and papers are written anew.
    """
    require_keeper(officer, at=at)
    version = _not_begun(version_id, at=at)
    content = tidied(content)
    refuse(faults_in(content, levels=Level.values))
    changes = compare(content_of(version), content)
    version.steps.all().delete()
    version.components.all().delete()
    write(version, content)
    code = version.procedure.code
    facts = {"procedure": code, **days(version), "changed": what_changed(changes)}
    record(act="catalogue.version.amended", by=officer, about=version, at=at, facts=facts)
    announce(ProcedureChanged(procedure_id=version.procedure_id))
    return version


@transaction.atomic
def withdraw_version(version_id: int, *, officer: Keeper, at: datetime) -> None:
    """Take back a version that has not begun yet; the one it was to follow goes on.

    Refuses with `VersionStands` once it has begun.
    """
    require_keeper(officer, at=at)
    version = _not_begun(version_id, at=at)
    facts = {"procedure": version.procedure.code, **days(version)}
    before = version.procedure.versions.filter(valid_to=version.valid_from).first()
    if before is not None:
        end(before, on=version.valid_to)
    record(act="catalogue.version.withdrawn", by=officer, about=version, at=at, facts=facts)
    version.delete()
    announce(ProcedureChanged(procedure_id=version.procedure_id))


def _not_begun(version_id: int, *, at: datetime) -> ProcedureVersion:
    """Return a version that begins later, its procedure locked against whoever adds another."""
    version = find(versions(), pk=version_id)
    find(locked(), pk=version.procedure_id)
    if version.valid_from <= localdate(at):
        raise VersionStands(procedure=version.procedure.code, valid_from=version.valid_from)
    return version
