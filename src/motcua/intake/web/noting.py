"""Whoever reads the particulars of citizens leaves a trace of it in the journal."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from motcua.audit.actions import record
from motcua.intake.models import Dossier, Receipt
from motcua.intake.rules.searching import SearchKind
from motcua.organisation.models import Account

READ: Final = "intake.dossier.read"
SEARCHED: Final = "intake.dossiers.searched"
EXPORTED: Final = "intake.dossiers.exported"
DOSSIERS: Final = "intake.dossiers"


def note_reading(dossier: Dossier, *, what: str, by: Account, at: datetime) -> None:
    """Record that a dossier, or one of its papers, was opened."""
    facts = {"code": dossier.code, "what": what}
    record(act=READ, by=by, about=dossier, at=at, facts=facts)


def note_receipt(
    receipt: Receipt, dossiers: Sequence[Dossier], *, by: Account, at: datetime
) -> None:
    """Record that a receipt was opened: one entry, however many dossiers stand on it."""
    codes = [dossier.code for dossier in dossiers]
    about = dossiers[0] if len(dossiers) == 1 else receipt
    record(act=READ, by=by, about=about, at=at, facts={"code": codes, "what": "receipt"})


def note_search(kind: SearchKind, *, found: int, by: Account, at: datetime) -> None:
    """Record that somebody searched; for whom is not said: that would be a file of its own."""
    facts = {"kind": kind.value, "found": found}
    record(act=SEARCHED, by=by, about=DOSSIERS, at=at, facts=facts)


def note_export(facts: Mapping[str, Any], *, by: Account, at: datetime) -> None:
    """Record that somebody took a list away, and which one."""
    record(act=EXPORTED, by=by, about=DOSSIERS, at=at, facts=facts)
