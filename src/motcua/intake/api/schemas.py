"""What other programs send and get; the words are those of the rules."""

from datetime import date, datetime
from typing import Any

from ninja import Schema
from pydantic import Field

from motcua.catalogue.rules.terms import Channel
from motcua.intake.rules.identity import IdentityKind
from motcua.intake.rules.outcomes import ResultKind
from motcua.intake.rules.people import ApplicantKind, Sex
from motcua.intake.rules.requests import (
    DossierRequest,
    HandOver,
    Paper,
    Particulars,
    ResultPaper,
    SupplementSlip,
)


class ParticularsIn(Schema):
    """Who somebody is."""

    full_name: str = Field(max_length=250)
    kind: ApplicantKind = ApplicantKind.PERSON
    identity_number: str = Field(default="", max_length=30)
    identity_kind: IdentityKind | None = None
    old_number: str = Field(default="", max_length=12)
    birth_on: date | None = None
    sex: Sex | None = None
    address: str = Field(default="", max_length=500)
    phone: str = Field(default="", max_length=30)
    email: str = Field(default="", max_length=254)

    def said(self) -> Particulars:
        """Return it as the acts take it."""
        return Particulars(**self.dict())


class PaperIn(Schema):
    """One paper that is handed in; by its number in the procedure's list, or by a name."""

    number: int | None = Field(default=None, ge=1, le=1000)
    name: str = Field(default="", max_length=500)
    originals: int = Field(default=0, ge=0, le=1000)
    certified_copies: int = Field(default=0, ge=0, le=1000)
    photocopies: int = Field(default=0, ge=0, le=1000)
    is_electronic: bool = False
    note: str = Field(default="", max_length=500)

    def said(self) -> Paper:
        """Return it as the acts take it."""
        return Paper(**self.dict())


class DossierIn(Schema):
    """What is handed in."""

    procedure_code: str = Field(max_length=40)
    receiving_unit_id: int
    applicant: ParticularsIn
    papers: list[PaperIn] = Field(default=[], max_length=200)
    channel: Channel = Channel.DIRECT
    settling_unit_id: int | None = None
    supporting_unit_id: int | None = None
    owner: ParticularsIn | None = None
    representative: ParticularsIn | None = None
    subject: str = Field(default="", max_length=1000)
    return_place: str = Field(default="", max_length=300)
    note: str = Field(default="", max_length=1000)

    def said(self, *, version_id: int) -> DossierRequest:
        """Return it as the acts take it."""
        return DossierRequest(
            version_id=version_id,
            receiving_unit_id=self.receiving_unit_id,
            applicant=self.applicant.said(),
            papers=tuple(paper.said() for paper in self.papers),
            channel=self.channel,
            settling_unit_id=self.settling_unit_id,
            supporting_unit_id=self.supporting_unit_id,
            owner=self.owner.said() if self.owner else None,
            representative=self.representative.said() if self.representative else None,
            subject=self.subject,
            return_place=self.return_place,
            note=self.note,
        )


class SlipIn(Schema):
    """What is still to be handed in."""

    content: str = Field(max_length=4000)
    missing: list[int] = Field(default=[], max_length=200)
    reason_for_second: str = Field(default="", max_length=500)

    def said(self) -> SupplementSlip:
        """Return it as the acts take it."""
        return SupplementSlip(
            content=self.content,
            missing=tuple(self.missing),
            reason_for_second=self.reason_for_second,
        )


class SupplementIn(Schema):
    """What has come since."""

    papers: list[PaperIn] = Field(max_length=200)


class HandOverIn(Schema):
    """To whom the dossier goes."""

    unit_id: int
    officer_id: int | None = None
    step_id: int | None = None
    step_name: str = Field(default="", max_length=200)
    note: str = Field(default="", max_length=500)

    def said(self) -> HandOver:
        """Return it as the acts take it."""
        return HandOver(**self.dict())


class ResultIn(Schema):
    """One paper that ends the dossier."""

    name: str = Field(max_length=500)
    kind: ResultKind = ResultKind.POSITIVE
    number_symbol: str = Field(default="", max_length=100)
    issued_on: date | None = None
    signer: str = Field(default="", max_length=200)
    code: str = Field(default="", max_length=100)

    def said(self) -> ResultPaper:
        """Return it as the acts take it."""
        return ResultPaper(**self.dict())


class SettlementIn(Schema):
    """The papers that settle the dossier."""

    results: list[ResultIn] = Field(min_length=1, max_length=50)


class RefusalIn(Schema):
    """Why what was asked for is refused, and the paper that says so."""

    reason: str = Field(max_length=4000)
    result: ResultIn


class ReasonIn(Schema):
    """Why, and on which ground of the law where one is needed."""

    reason: str = Field(max_length=4000)
    ground: str = Field(default="", max_length=300)


class AppointmentIn(Schema):
    """The one new day, and why."""

    reason: str = Field(max_length=1000)
    new_due_on: date


class ReturnIn(Schema):
    """Who got the result."""

    returned_to: str = Field(max_length=250)
    channel: Channel = Channel.DIRECT


class PackageIn(Schema):
    """Which dossiers go back to the provincial system."""

    codes: list[str] = Field(min_length=1, max_length=500)


class DossierOut(Schema):
    """A dossier as lists show it."""

    code: str
    state: int
    procedure_code: str
    procedure_name: str
    subject: str
    owner_name: str
    receiving_unit_id: int
    settling_unit_id: int
    channel: str
    registered_at: datetime
    received_at: datetime | None
    original_due_at: datetime | None
    legal_due_at: datetime | None
    indicator_due_at: datetime | None
    appointment_at: datetime | None
    settled_at: datetime | None
    returned_at: datetime | None

    @staticmethod
    def resolve_procedure_code(row: Any) -> str:
        """Return the national code."""
        return str(row.procedure_version.procedure.code)

    @staticmethod
    def resolve_procedure_name(row: Any) -> str:
        """Return the name of the procedure."""
        return str(row.procedure_version.procedure.name)

    @staticmethod
    def resolve_owner_name(row: Any) -> str:
        """Return whose matter it is."""
        return str(row.owner.full_name)


class ListOut(Schema):
    """Some dossiers, and where the list goes on."""

    rows: list[DossierOut]
    after: str | None


class PaperOut(Schema):
    """A paper of a dossier."""

    number: int
    name: str
    code: str
    originals: int
    certified_copies: int
    photocopies: int
    is_electronic: bool
    handed_in_at: datetime | None
    scope: str
    exempt_reason: str


class EventOut(Schema):
    """Something that happened."""

    kind: str
    at: datetime
    by_name: str
    ground: str
    legal_effect: str
    indicator_effect: str
    new_due_at: datetime | None


class ResultOut(Schema):
    """A paper that ended the dossier."""

    name: str
    kind: str
    number_symbol: str
    issued_on: date | None
    signer: str


class WholeDossierOut(DossierOut):
    """A dossier with its papers, its timeline and its results."""

    components: list[PaperOut]
    events: list[EventOut]
    results: list[ResultOut]


class DayOut(Schema):
    """One day of a count."""

    day: date
    use: str
    number: int | None
    hours: float
    is_working: bool
    name: str
    document: str
    basis: str


class ClockOut(Schema):
    """Where one clock stands."""

    due_at: datetime
    timeliness: str
    exclusions: list[dict[str, Any]]


class WhyOut(Schema):
    """Why the due day is that one."""

    counted_from: datetime
    due_at: datetime
    was_put_off: bool
    calendar_known_at: datetime | None
    days: list[DayOut]
    legal: ClockOut
    indicator: ClockOut
    defects: list[str]


class TakenOut(Schema):
    """What came of a packet of the provincial system."""

    code: str
    outcome: str
