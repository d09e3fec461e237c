"""Taking one version of a sheet into the catalogue, by whatever act its difference asks for."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Self

from django.utils.timezone import localdate

from motcua.catalogue import actions
from motcua.catalogue.errors import VersionStands
from motcua.catalogue.models import Procedure, ProcedureVersion
from motcua.catalogue.queries import content_of, procedures_of, versions_of
from motcua.catalogue.rules.comparing import compare, scopes_added
from motcua.catalogue.rules.content import VersionContent, tidied
from motcua.catalogue.rules.validity import Period
from motcua.catalogue.sheet_reading import Read


class Outcome(StrEnum):
    """What became of one version."""

    NEW_PROCEDURE = "new_procedure"
    NEW_VERSION = "new_version"
    AMENDED = "amended"
    SCOPES_SET = "scopes_set"
    ENDED = "ended"
    RENAMED = "renamed"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One version of the sheet that was recorded, or is there just so already."""

    code: str
    name: str
    valid_from: date
    outcome: Outcome


@dataclass(slots=True, kw_only=True)
class Taking:
    """What stands in the catalogue before a sheet is taken, read in a few queries."""

    at: datetime
    officer: actions.Keeper
    procedures: dict[str, Procedure] = field(default_factory=dict)
    versions: dict[tuple[str, date], ProcedureVersion] = field(default_factory=dict)
    latest: dict[str, date] = field(default_factory=dict)
    """The first day of the last version of each procedure, in the catalogue or in the sheet."""

    @classmethod
    def of(cls, read: Iterable[Read], *, at: datetime, officer: actions.Keeper) -> Self:
        """Read what the catalogue has of the procedures of a sheet."""
        taking = cls(at=at, officer=officer)
        sheet = [(version.code, version.valid_from) for version in read]
        codes = {code for code, _ in sheet}
        taking.procedures = procedures_of(codes)
        taking.versions = {
            (version.procedure.code, version.valid_from): version for version in versions_of(codes)
        }
        for code, day in [*sheet, *taking.versions]:
            taking.latest[code] = max(day, taking.latest.get(code, day))
        return taking

    def take(self, read: Read) -> Taken:
        """Record one version; refuses as the acts do."""
        content = tidied(read.content)
        procedure = self.procedures.get(read.code)
        version = self.versions.get((read.code, read.valid_from))
        if procedure is None:
            procedure = self._add_procedure(read)
            self._add_version(procedure, read, content)
            outcome = Outcome.NEW_PROCEDURE
        elif version is None:
            self._add_version(procedure, read, content)
            self._rename(procedure, read)
            outcome = Outcome.NEW_VERSION
        else:
            outcome = self._change(version, read, content)
            if self._rename(procedure, read) and outcome is Outcome.SAME:
                outcome = Outcome.RENAMED
        # Only here, where nothing is refused any more: what is refused is rolled back.
        self.procedures[read.code] = procedure
        return Taken(
            code=read.code, name=procedure.name, valid_from=read.valid_from, outcome=outcome
        )

    def _add_procedure(self, read: Read) -> Procedure:
        named = actions.FieldNamed(code=read.field_code, name=read.field_name)
        return actions.add_procedure(
            read.code, name=read.name, field=named, officer=self.officer, at=self.at
        )

    def _add_version(self, procedure: Procedure, read: Read, content: VersionContent) -> None:
        actions.add_version(
            procedure.pk,
            period=Period(valid_from=read.valid_from, valid_to=read.valid_to),
            content=content,
            officer=self.officer,
            at=self.at,
        )

    def _rename(self, procedure: Procedure, read: Read) -> bool:
        """Follow the name that the last version gives; tell whether it is another."""
        named = actions.FieldNamed(
            code=read.field_code or procedure.field.code,
            name=read.field_name or procedure.field.name,
        )
        name = read.name or procedure.name
        is_other = (name, named.code) != (procedure.name, procedure.field.code)
        if not is_other or read.valid_from != self.latest[read.code]:
            return False
        renamed = actions.rename_procedure(
            procedure.pk, name=name, field=named, officer=self.officer, at=self.at
        )
        procedure.name, procedure.field = renamed.name, renamed.field
        return True

    def _change(self, version: ProcedureVersion, read: Read, content: VersionContent) -> Outcome:
        standing = content_of(version)
        if compare(standing, content).is_empty:
            return self._end(version, read)
        if version.valid_from > localdate(self.at):
            actions.amend_version(version.pk, content=content, officer=self.officer, at=self.at)
            return Outcome.AMENDED
        added = scopes_added(standing, content)
        if added is None:
            raise VersionStands(procedure=read.code, valid_from=version.valid_from)
        papers = {component.number: component for component in version.components.all()}
        for number, decided in added:
            actions.set_scope(papers[number].pk, decided=decided, officer=self.officer, at=self.at)
        return Outcome.SCOPES_SET

    def _end(self, version: ProcedureVersion, read: Read) -> Outcome:
        """End the procedure where the sheet says so; a version that ends already stands."""
        if read.valid_to in {None, version.valid_to}:
            return Outcome.SAME
        version.refresh_from_db(fields=["valid_to"])  # a later one of the sheet may have ended it
        if read.valid_to == version.valid_to:
            return Outcome.SAME
        if version.valid_to is not None or read.valid_to is None:
            raise VersionStands(procedure=read.code, valid_from=version.valid_from)
        actions.end_procedure(
            version.procedure_id,
            on=read.valid_to,
            because=read.content.legal_basis,
            officer=self.officer,
            at=self.at,
        )
        return Outcome.ENDED
