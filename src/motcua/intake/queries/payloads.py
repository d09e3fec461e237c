"""Dossiers in the field names of the national exchange, on their way back to the province."""

from datetime import datetime
from typing import Any

from motcua.catalogue.rules.terms import Channel
from motcua.intake.models import Dossier, DossierComponent, Result, Supplement
from motcua.intake.rules.deadlines import local
from motcua.intake.rules.provincial import CHANNEL_CODES


def packet_of(dossier: Dossier) -> dict[str, Any]:
    """Return a dossier as the national exchange names it; fetch it `with_everything` before."""
    procedure = dossier.procedure_version.procedure
    return {
        "MaHoSo": dossier.code,
        "MaTTHC": procedure.code,
        "TenTTHC": procedure.name,
        "MaLinhVuc": procedure.field.code,
        "TenLinhVuc": procedure.field.name,
        "KenhThucHien": CHANNEL_CODES[Channel(dossier.channel)],
        "SoGiayToChuHoSo": dossier.owner.identity_number,
        "ChuHoSo": dossier.owner.full_name,
        "Email": dossier.owner.email,
        "SoDienThoai": dossier.owner.phone,
        "TrichYeuHoSo": dossier.subject,
        "NgayNopHoSo": _time(dossier.registered_at),
        "NgayTiepNhan": _time(dossier.received_at),
        "NgayHenTra": _time(dossier.legal_due_at),
        "TrangThaiHoSo": str(dossier.state),
        "NgayKetThucXuLy": _time(dossier.settled_at),
        "NgayTra": _time(dossier.returned_at),
        "ThongTinTra": dossier.returned_to,
        "DonViXuLy": dossier.settling_unit.name,
        "NoiNopHoSo": dossier.receiving_unit.name,
        "GhiChu": dossier.note,
        "TaiLieuNop": [_paper(row) for row in dossier.components.all()],
        "DanhSachHoSoBoSung": [_supplement(row) for row in dossier.supplements.all()],
        "DanhSachGiayToKetQua": [_result(row) for row in dossier.results.all()],
    }


def _paper(row: DossierComponent) -> dict[str, Any]:
    return {"MaThanhPhanHoSo": row.code, "TenTepDinhKem": row.name}


def _supplement(row: Supplement) -> dict[str, Any]:
    return {
        "NguoiYeuCauBoSung": row.asked_by_name,
        "NoiDungBoSung": row.content,
        "NgayBoSung": _time(row.asked_at),
        "NgayTiepNhanBoSung": _time(row.answered_at),
        "TrangThaiBoSung": "1" if row.answered_at else "0",
    }


def _result(row: Result) -> dict[str, Any]:
    return {
        "TenGiayTo": row.name,
        "MaGiayToKetQua": row.code,
        "SoKyHieu": row.number_symbol,
        "NgayBanHanh": row.issued_on.isoformat() if row.issued_on else None,
        "NguoiKy": row.signer,
    }


def _time(moment: datetime | None) -> str | None:
    return local(moment).isoformat(timespec="seconds") if moment else None
