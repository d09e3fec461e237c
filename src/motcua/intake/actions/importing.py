"""Writing down many dossiers that a table tells of, a thousand at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from django.db import transaction

from motcua.audit.actions import SystemActor, record
from motcua.catalogue.models import ProcedureVersion
from motcua.intake.actions.arrivals import Arrival, arrived, bring_up_to_date, day_of, events_of
from motcua.intake.actions.people import applicant_fields
from motcua.intake.actions.telling import Told, announce_event, event_of
from motcua.intake.errors import (
    CodeTaken,
    MoveRefused,
    PayloadMalformed,
    ProcedureNotOffered,
    RowTwice,
    UnitCodeUnknown,
)
from motcua.intake.models import Applicant, Dossier, Event, ReportedDigitisation
from motcua.intake.queries import known_dossiers, units_of_codes, versions_of_codes
from motcua.intake.rules.arrivals import history_of
from motcua.intake.rules.dossier_rows import DossierRow
from motcua.intake.rules.states import DossierState, can_become
from motcua.intake.rules.timeline import Happening
from motcua.kernel.errors import Refusal
from motcua.organisation.models import UnitCode
from motcua.organisation.queries import working_calendar
from motcua.organisation.rules.calendar import WorkingCalendar

Dated = TypeVar("Dated", ProcedureVersion, UnitCode)
SOURCE = "Tệp báo cáo"
"""Where dossiers come from that a table tells of, whatever the file is called."""


class RowOutcome(StrEnum):
    """What became of a row that could be read."""

    ACCEPTED = "accepted"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenRow:
    """A row, and what became of it."""

    number: int
    outcome: RowOutcome
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The table that rows come from."""

    name: str
    sha256: str


@transaction.atomic
def import_rows(
    rows: Sequence[DossierRow], *, sheet: Sheet, by: SystemActor, at: datetime
) -> list[TakenRow]:
    """Write down the dossiers of some rows; a row that cannot be taken leaves the others alone."""
    taking = _Taking(rows, sheet=sheet, by=by, at=at)
    outcomes = list(taking.outcomes())
    taking.write()
    accepted = sum(row.outcome is RowOutcome.ACCEPTED for row in outcomes)
    if accepted:
        facts = {
            "file": sheet.name,
            "sha256": sheet.sha256,
            "rows": [rows[0].number, rows[-1].number],
            "accepted": accepted,
        }
        about = f"intake.import:{sheet.sha256[:16]}"
        record(act="intake.dossiers.imported", by=by, about=about, at=at, facts=facts)
    return outcomes


class _Taking:
    """The rows of one transaction, with all that they refer to fetched once."""

    def __init__(
        self, rows: Sequence[DossierRow], *, sheet: Sheet, by: SystemActor, at: datetime
    ) -> None:
        self.rows, self.sheet, self.by, self.at = rows, sheet, by, at
        self.new: dict[str, tuple[Dossier, Arrival, DossierRow]] = {}
        self.changed: list[tuple[Dossier, Arrival, DossierRow]] = []

    @cached_property
    def calendar(self) -> WorkingCalendar:
        """The calendar as it is known now."""
        return working_calendar(known_at=self.at, on=self.at.date())

    @cached_property
    def known(self) -> dict[str, Dossier]:
        """The dossiers that are there already, by code."""
        return known_dossiers([str(row.told.code) for row in self.rows])

    @cached_property
    def versions(self) -> dict[str, list[ProcedureVersion]]:
        """The versions of the procedures, by code."""
        return versions_of_codes([row.told.procedure_code for row in self.rows])

    @cached_property
    def units(self) -> dict[str, list[UnitCode]]:
        """The units that bore a code, by code."""
        codes = [row.unit_code for row in self.rows]
        return units_of_codes([*codes, *(row.told.code.unit_code for row in self.rows)])

    @cached_property
    def owners(self) -> dict[str, Applicant]:
        """The owners, by fingerprint; written down where they were not known."""
        said = {row.told.owner.fingerprint(): row.told.owner for row in self.rows}
        Applicant.objects.bulk_create(
            [
                Applicant(fingerprint=fingerprint, **applicant_fields(owner))
                for fingerprint, owner in sorted(said.items(), key=lambda pair: pair[0])
            ],
            ignore_conflicts=True,
        )
        return {row.fingerprint: row for row in Applicant.objects.filter(fingerprint__in=said)}

    def outcomes(self) -> Iterator[TakenRow]:
        """Decide about each row."""
        for row in self.rows:
            try:
                outcome = self._take(row)
            except Refusal as refusal:
                yield TakenRow(number=row.number, outcome=RowOutcome.REFUSED, refusal=refusal)
            else:
                yield TakenRow(number=row.number, outcome=outcome)

    def write(self) -> None:
        """Write what was decided."""
        new = list(self.new.values())
        Dossier.objects.bulk_create([dossier for dossier, _, _ in new])
        events = []
        for dossier, arrival, _ in new:
            events += [*events_of(dossier, arrival), self._said(dossier, Happening.IMPORTED)]
        for dossier, arrival, _ in self.changed:
            events += self._news(dossier, arrival)
            dossier.save()
        Event.objects.bulk_create(events)
        self._write_reported()
        for dossier, _, _ in new:
            announce_event(dossier.pk, Happening.IMPORTED)
        for dossier, _, _ in self.changed:
            announce_event(dossier.pk, Happening.UPDATED)

    def _take(self, row: DossierRow) -> RowOutcome:
        code = str(row.told.code)
        if code in self.new:
            raise RowTwice(dossier=code, first=self.new[code][2].number)
        arrival = self._look_up(row)
        known = self.known.get(code)
        if known is None:
            self.new[code] = (arrived(arrival), arrival, row)
            return RowOutcome.ACCEPTED
        return self._compare(known, arrival, row)

    def _compare(self, known: Dossier, arrival: Arrival, row: DossierRow) -> RowOutcome:
        if known.came_from != SOURCE:
            raise CodeTaken(dossier=known.code)
        state, told = DossierState(known.state), arrival.told.state
        if not can_become(state, told):
            raise MoveRefused(current=state.name, to=told.name)
        before = _standing(known)
        bring_up_to_date(known, arrival)
        if before == _standing(known) and not self._reports_news(known, row):
            return RowOutcome.UNCHANGED
        self.changed.append((known, arrival, row))
        return RowOutcome.ACCEPTED

    def _look_up(self, row: DossierRow) -> Arrival:
        day = day_of(row.told)
        settling = self._unit(row.unit_code, on=day)
        if settling is None:
            raise UnitCodeUnknown(unit_code=row.unit_code, on=day)
        version = _holding(self.versions.get(row.told.procedure_code, []), on=day)
        if version is None:
            raise ProcedureNotOffered(procedure=row.told.procedure_code, on=day)
        return Arrival(
            told=row.told,
            history=history_of(row.told, at=self.at),
            source=SOURCE,
            version=version,
            receiving_unit_id=self._unit(row.told.code.unit_code, on=day) or settling,
            settling_unit_id=settling,
            owner=self.owners[row.told.owner.fingerprint()],
            calendar=self.calendar,
            by=self.by,
            at=self.at,
        )

    def _unit(self, code: str, *, on: date) -> int | None:
        found = _holding(self.units.get(code, []), on=on)
        return found.unit_id if found else None

    def _reports_news(self, dossier: Dossier, row: DossierRow) -> bool:
        if row.reported is None:
            return False
        old: ReportedDigitisation | None = getattr(dossier, "reported", None)
        return old is None or _counts(old) != _counts(self._reported(dossier, row))

    def _news(self, dossier: Dossier, arrival: Arrival) -> list[Event]:
        seen = set(Event.objects.filter(dossier=dossier).values_list("kind", "at"))
        new = [row for row in events_of(dossier, arrival) if (row.kind, row.at) not in seen]
        return [*new, self._said(dossier, Happening.UPDATED)]

    def _said(self, dossier: Dossier, kind: Happening) -> Event:
        facts = {"source": SOURCE, "file": self.sheet.name, "state": dossier.state}
        return event_of(dossier, Told(kind=kind, facts=facts), by=self.by, at=self.at)

    def _write_reported(self) -> None:
        rows = [*self.new.values(), *self.changed]
        reported = [self._reported(dossier, row) for dossier, _, row in rows if row.reported]
        fields = ["source", "reported_at", *COUNTS]
        ReportedDigitisation.objects.bulk_create(
            reported, update_conflicts=True, unique_fields=["dossier"], update_fields=fields
        )

    def _reported(self, dossier: Dossier, row: DossierRow) -> ReportedDigitisation:
        if row.reported is None:
            raise PayloadMalformed(field="components_total", why="missing")
        return ReportedDigitisation(
            dossier=dossier,
            source=self.sheet.name[:200],
            reported_at=self.at,
            components_total=row.reported.total,
            components_exempt=row.reported.exempt,
            components_digitised=row.reported.digitised,
            components_reused=row.reported.reused,
            components_digitised_at=row.reported.digitised_at,
            is_result_digitised=row.reported.is_result_digitised,
        )


COUNTS = (
    "components_total",
    "components_exempt",
    "components_digitised",
    "components_reused",
    "components_digitised_at",
    "is_result_digitised",
)


def _counts(row: ReportedDigitisation) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in COUNTS)


def _standing(dossier: Dossier) -> tuple[object, ...]:
    return (
        dossier.state,
        dossier.subject,
        dossier.received_at,
        dossier.legal_due_at,
        dossier.settled_at,
        dossier.returned_at,
    )


def _holding(rows: Sequence[Dated], *, on: date) -> Dated | None:
    for row in rows:
        if row.valid_from <= on and (row.valid_to is None or on < row.valid_to):
            return row
    return None
