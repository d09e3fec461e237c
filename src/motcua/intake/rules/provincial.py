"""A dossier as the provincial system tells it, under the field names of the national exchange.

The names are those of the packets that provincial systems send to the national portal (`HoSo`,
`TaiLieuNop`, `HoSoBoSung`, `GiayToKetQua`). The packet comes from outside and is believed in
nothing: what cannot be read is refused with the name of its field.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from motcua.catalogue.rules.terms import Channel
from motcua.intake.errors import CodeMalformed, IdentityMalformed, PayloadMalformed
from motcua.intake.rules.codes import DossierCode, read_code
from motcua.intake.rules.identity import IdentityKind
from motcua.intake.rules.moments import moment_in
from motcua.intake.rules.people import ApplicantKind
from motcua.intake.rules.requests import Particulars
from motcua.intake.rules.states import DossierState
from motcua.kernel.text import composed

Packet = Mapping[str, Any]

CHANNELS: Final[Mapping[str, Channel]] = {
    "1": Channel.DIRECT,
    "2": Channel.ONLINE,
    "3": Channel.POST,
}
CHANNEL_CODES: Final[Mapping[Channel, str]] = {channel: code for code, channel in CHANNELS.items()}
LONGEST: Final = 4_000
MOST_ROWS: Final = 200
UNSPEAKABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
UNSIGNED: Final = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvincialPaper:
    """One paper that was handed in there."""

    name: str
    code: str = ""
    is_digitised: bool = False
    is_reused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvincialSupplement:
    """One supplement that was asked for there."""

    content: str
    asked_at: datetime
    asked_by: str = ""
    answered_at: datetime | None = None
    due_after: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvincialResult:
    """One paper that ended the dossier there."""

    name: str
    code: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvincialDossier:
    """All that the provincial system told of a dossier."""

    code: DossierCode
    procedure_code: str
    channel: Channel
    state: DossierState
    owner: Particulars
    subject: str
    handed_in_at: datetime
    received_at: datetime | None
    due_at: datetime | None
    settled_at: datetime | None
    returned_at: datetime | None
    refused_at: datetime | None
    settled_by: str
    """Code or name of the unit that settles it, as told; empty if untold."""

    note: str
    papers: tuple[ProvincialPaper, ...] = ()
    supplements: tuple[ProvincialSupplement, ...] = ()
    results: tuple[ProvincialResult, ...] = ()


def read_packet(packet: Packet) -> ProvincialDossier:
    """Return what a packet says, or refuse with `PayloadMalformed`."""
    inner = packet.get("HoSo", packet)
    if not isinstance(inner, Mapping):
        raise PayloadMalformed(field="HoSo", why="not_an_object")
    received_at = _moment(inner, "NgayTiepNhan")
    handed_in_at = _moment(inner, "NgayNopHoSo") or received_at
    if handed_in_at is None:
        raise PayloadMalformed(field="NgayNopHoSo", why="missing")
    return ProvincialDossier(
        code=_code(inner),
        procedure_code=_needed(inner, "MaTTHC"),
        channel=_channel(inner),
        state=_state(inner),
        owner=_owner(inner),
        subject=_text(inner, "TrichYeuHoSo"),
        # What was brought to the counter is often told with its reception alone, or after it.
        handed_in_at=min(handed_in_at, received_at) if received_at else handed_in_at,
        received_at=received_at,
        due_at=_moment(inner, "NgayHenTra"),
        settled_at=_moment(inner, "NgayKetThucXuLy"),
        returned_at=_moment(inner, "NgayTra"),
        refused_at=_moment(inner, "NgayTuChoi"),
        settled_by=_text(inner, "DonViXuLy"),
        note=_text(inner, "GhiChu"),
        papers=tuple(_paper(row) for row in _rows(inner, "TaiLieuNop")),
        supplements=tuple(_supplement(row) for row in _rows(inner, "DanhSachHoSoBoSung")),
        results=tuple(_result(row) for row in _rows(inner, "DanhSachGiayToKetQua")),
    )


def _code(packet: Packet) -> DossierCode:
    try:
        return read_code(_needed(packet, "MaHoSo"))
    except CodeMalformed as refusal:
        raise PayloadMalformed(field="MaHoSo", why=str(refusal.facts["why"])) from None


def _state(packet: Packet) -> DossierState:
    text = _needed(packet, "TrangThaiHoSo")
    if not UNSIGNED.fullmatch(text) or int(text) not in set(DossierState):
        raise PayloadMalformed(field="TrangThaiHoSo", why="unknown")
    return DossierState(int(text))


def _channel(packet: Packet) -> Channel:
    text = _text(packet, "KenhThucHien") or "1"
    if text not in CHANNELS:
        raise PayloadMalformed(field="KenhThucHien", why="unknown")
    return CHANNELS[text]


def _owner(packet: Packet) -> Particulars:
    number = _text(packet, "SoGiayToChuHoSo")
    said = Particulars(
        full_name=_needed(packet, "ChuHoSo"),
        identity_number=number,
        phone=_text(packet, "SoDienThoai")[:30],
        email=_text(packet, "Email")[:254],
    )
    try:
        judged = said.checked()
    except IdentityMalformed:
        # The other system took it; here it is kept as told and believed in nothing.
        return Particulars(
            full_name=said.full_name,
            identity_number=number[:30],
            identity_kind=IdentityKind.OTHER,
            phone=said.phone,
            email=said.email,
        )
    if judged.identity_kind is IdentityKind.TAX_CODE:
        return Particulars(
            full_name=judged.full_name,
            kind=ApplicantKind.ORGANISATION,
            identity_number=judged.identity_number,
            phone=judged.phone,
            email=judged.email,
        )
    return judged


def _paper(row: Packet) -> ProvincialPaper:
    return ProvincialPaper(
        name=_text(row, "TenTepDinhKem") or _text(row, "MaThanhPhanHoSo") or "Giấy tờ",
        code=_text(row, "MaThanhPhanHoSo")[:60],
        is_digitised=_text(row, "DuocSoHoa") == "1",
        is_reused=_text(row, "DuocTaiSuDung") not in {"", "0"}
        or _text(row, "DuocLayTuKhoDMQG") == "1",
    )


def _supplement(row: Packet) -> ProvincialSupplement:
    asked_at = _moment(row, "NgayBoSung")
    if asked_at is None:
        raise PayloadMalformed(field="NgayBoSung", why="missing")
    return ProvincialSupplement(
        content=_text(row, "NoiDungBoSung"),
        asked_at=asked_at,
        asked_by=_text(row, "NguoiYeuCauBoSung")[:200],
        answered_at=_moment(row, "NgayTiepNhanBoSung"),
        due_after=_moment(row, "NgayHenTraMoi"),
    )


def _result(row: Packet) -> ProvincialResult:
    return ProvincialResult(
        name=_text(row, "TenGiayTo") or "Kết quả giải quyết",
        code=_text(row, "MaGiayToKetQua")[:100],
        link=_text(row, "DuongDanTepTinKetQua"),
    )


def _rows(packet: Packet, name: str) -> Sequence[Packet]:
    rows = packet.get(name) or []
    if not isinstance(rows, list) or len(rows) > MOST_ROWS:
        raise PayloadMalformed(field=name, why="not_a_list")
    if not all(isinstance(row, Mapping) for row in rows):
        raise PayloadMalformed(field=name, why="not_an_object")
    return rows


def _needed(packet: Packet, name: str) -> str:
    text = _text(packet, name)
    if not text:
        raise PayloadMalformed(field=name, why="missing")
    return text


def _text(packet: Packet, name: str) -> str:
    value = packet.get(name)
    if value is None or isinstance(value, bool):
        return "" if value is None else str(int(value))
    if not isinstance(value, str | int):
        raise PayloadMalformed(field=name, why="not_a_text")
    text = composed(str(value))
    if len(text) > LONGEST:
        raise PayloadMalformed(field=name, why="too_long")
    if UNSPEAKABLE.search(text):
        raise PayloadMalformed(field=name, why="control_character")
    return text


def _moment(packet: Packet, name: str) -> datetime | None:
    text = _text(packet, name)
    return moment_in(text, field=name) if text else None
