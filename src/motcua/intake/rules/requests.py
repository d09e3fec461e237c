"""What is said at the counter, as values that the acts take."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from motcua.catalogue.rules.terms import Channel
from motcua.intake.errors import NameMissing, OrganisationNotBorn
from motcua.intake.rules.chip_card import ChipCard
from motcua.intake.rules.identity import IdentityKind, identity_of
from motcua.intake.rules.outcomes import ResultKind
from motcua.intake.rules.people import ApplicantKind, Sex
from motcua.kernel.text import composed


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """Who somebody is, as given at the counter."""

    full_name: str
    kind: ApplicantKind = ApplicantKind.PERSON
    identity_number: str = ""
    identity_kind: IdentityKind | None = None
    """Nothing where the number itself shall tell; `OTHER` where it shall not be judged."""

    old_number: str = ""
    birth_on: date | None = None
    sex: Sex | None = None
    address: str = ""
    phone: str = ""
    email: str = ""

    @classmethod
    def of_card(cls, card: ChipCard, *, phone: str = "", email: str = "") -> "Particulars":
        """Return what an identity card says of its holder."""
        return cls(
            full_name=card.full_name,
            identity_number=card.number,
            identity_kind=IdentityKind.PERSONAL_NUMBER,
            old_number=card.old_number or "",
            birth_on=card.birth_on,
            sex=card.sex,
            address=card.address,
            phone=phone,
            email=email,
        )

    def checked(self) -> "Particulars":
        """Return it as it is kept: NFC, single spaces, the number judged by what it is.

        Refuses with `NameMissing`, `OrganisationNotBorn` and `IdentityMalformed`.
        """
        said = replace(
            self,
            full_name=composed(self.full_name),
            identity_number=composed(self.identity_number),
            old_number=composed(self.old_number),
            address=composed(self.address),
            phone=composed(self.phone),
            email=composed(self.email),
        )
        if not said.full_name:
            raise NameMissing
        if said.kind is ApplicantKind.ORGANISATION and (said.birth_on or said.sex):
            raise OrganisationNotBorn
        if not said.identity_number:
            return replace(said, identity_kind=None)
        if said.identity_kind is IdentityKind.OTHER:
            return said
        identity = identity_of(said.identity_number)
        return replace(said, identity_number=identity.number, identity_kind=identity.kind)

    def fingerprint(self) -> str:
        """Return the SHA-256, in hex, of all that is said: equal particulars are one row."""
        said: dict[str, Any] = {
            name: str(value) if value is not None else None for name, value in asdict(self).items()
        }
        text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper that is handed in, by its number in the procedure's list."""

    number: int | None = None
    """Nothing for a paper that the procedure does not ask for."""

    name: str = ""
    """Needed only where there is no number."""

    originals: int = 0
    certified_copies: int = 0
    photocopies: int = 0
    is_electronic: bool = False
    note: str = ""

    @property
    def is_there(self) -> bool:
        """Tell whether anything was handed in."""
        return bool(
            self.originals or self.certified_copies or self.photocopies or self.is_electronic
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRequest:
    """What somebody hands in, for whom and where."""

    version_id: int
    """How the procedure is to be done on the day (`catalogue.queries.version_of`)."""

    receiving_unit_id: int
    applicant: Particulars
    papers: tuple[Paper, ...] = ()
    channel: Channel = Channel.DIRECT
    settling_unit_id: int | None = None
    """Nothing where the receiving unit settles it itself."""

    supporting_unit_id: int | None = None
    owner: Particulars | None = None
    """Nothing where the applicant asks for himself."""

    representative: Particulars | None = None
    subject: str = ""
    return_place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPaper:
    """One paper that ends a dossier."""

    name: str
    kind: ResultKind = ResultKind.POSITIVE
    number_symbol: str = ""
    issued_on: date | None = None
    signer: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """To whom a dossier is passed on, and for which step."""

    unit_id: int
    officer_id: int | None = None
    """Nothing where anybody who handles dossiers at the unit may take it."""

    step_id: int | None = None
    step_name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementSlip:
    """What a supplement request says."""

    content: str
    missing: tuple[int, ...] = ()
    """Numbers of the dossier's papers that are lacking or not as they must be."""

    reason_for_second: str = ""
