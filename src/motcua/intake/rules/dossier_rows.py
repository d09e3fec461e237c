"""One row of a table of dossiers, as other systems report them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from motcua.catalogue.rules.terms import Channel
from motcua.intake.errors import CodeMalformed, IdentityMalformed, PayloadMalformed
from motcua.intake.rules.codes import DossierCode, read_code
from motcua.intake.rules.identity import IdentityKind
from motcua.intake.rules.moments import moment_in
from motcua.intake.rules.provincial import ProvincialDossier
from motcua.intake.rules.requests import Particulars
from motcua.intake.rules.states import DossierState
from motcua.kernel.text import folded

Values = Mapping[str, str]

REQUIRED: Final = (
    "dossier_code",
    "procedure_code",
    "unit_code",
    "channel",
    "received_at",
    "status",
)
COUNTS: Final = (
    "components_total",
    "components_exempt",
    "components_digitised",
    "components_reused",
)
CHANNELS: Final[Mapping[str, Channel]] = {
    "truc_tiep": Channel.DIRECT,
    "truc_tuyen": Channel.ONLINE,
    "bcci": Channel.POST,
    "1": Channel.DIRECT,
    "2": Channel.ONLINE,
    "3": Channel.POST,
}
UNTOLD: Final = "Không nêu"
"""The name of an owner whom the table does not name."""

COUNT: Final = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What was reported of a dossier's digitisation."""

    total: int
    exempt: int
    digitised: int
    reused: int
    digitised_at: datetime | None
    is_result_digitised: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRow:
    """A row that could be read."""

    number: int
    unit_code: str
    """Of the unit that settles it; the one that received it is in the dossier's code."""

    told: ProvincialDossier
    reported: Reported | None


def dossier_row(values: Values, *, number: int) -> DossierRow:
    """Return what a row says, or refuse with `PayloadMalformed`, naming the column."""
    received_at = _needed_moment(values, "received_at")
    told = ProvincialDossier(
        code=_code(values),
        procedure_code=_needed(values, "procedure_code"),
        channel=_channel(values),
        state=_state(values),
        owner=_owner(values),
        subject=values.get("subject", ""),
        handed_in_at=received_at,
        received_at=received_at,
        due_at=_moment(values, "due_at"),
        settled_at=_moment(values, "settled_at"),
        returned_at=_moment(values, "returned_at"),
        refused_at=None,
        settled_by="",
        note="",
    )
    return DossierRow(
        number=number,
        unit_code=_needed(values, "unit_code"),
        told=told,
        reported=_reported(values),
    )


def _code(values: Values) -> DossierCode:
    try:
        return read_code(_needed(values, "dossier_code"))
    except CodeMalformed as refusal:
        why = str(refusal.facts["why"])
        raise PayloadMalformed(field="dossier_code", why=why) from None


def _channel(values: Values) -> Channel:
    text = folded(_needed(values, "channel")).replace(" ", "_")
    if text not in CHANNELS:
        raise PayloadMalformed(field="channel", why="unknown")
    return CHANNELS[text]


def _state(values: Values) -> DossierState:
    text = _needed(values, "status")
    if not COUNT.fullmatch(text) or int(text) not in set(DossierState):
        raise PayloadMalformed(field="status", why="unknown")
    return DossierState(int(text))


def _owner(values: Values) -> Particulars:
    name, number = values.get("owner_name", "") or UNTOLD, values.get("owner_number", "")
    said = Particulars(full_name=name, identity_number=number)
    try:
        return said.checked()
    except IdentityMalformed:
        return Particulars(
            full_name=name, identity_number=number[:30], identity_kind=IdentityKind.OTHER
        )


def _reported(values: Values) -> Reported | None:
    if not values.get("components_total"):
        return None
    total, exempt, digitised, reused = (_count(values, name) for name in COUNTS)
    if exempt + digitised + reused > total:
        raise PayloadMalformed(field="components_total", why="less_than_its_parts")
    result = values.get("result_digitised", "")
    if result not in {"", "0", "1"}:
        raise PayloadMalformed(field="result_digitised", why="unknown")
    return Reported(
        total=total,
        exempt=exempt,
        digitised=digitised,
        reused=reused,
        digitised_at=_moment(values, "components_digitised_at"),
        is_result_digitised=None if result == "" else result == "1",
    )


def _count(values: Values, name: str) -> int:
    text = values.get(name, "") or "0"
    if not COUNT.fullmatch(text):
        raise PayloadMalformed(field=name, why="not_a_count")
    return int(text)


def _needed(values: Values, name: str) -> str:
    text = values.get(name, "")
    if not text:
        raise PayloadMalformed(field=name, why="missing")
    return text


def _needed_moment(values: Values, name: str) -> datetime:
    return moment_in(_needed(values, name), field=name)


def _moment(values: Values, name: str) -> datetime | None:
    text = values.get(name, "")
    return moment_in(text, field=name) if text else None
