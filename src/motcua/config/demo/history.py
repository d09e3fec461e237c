"""The last weeks of the district: dossiers of the provincial system, and what the reform left."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from motcua.audit.actions import SystemActor
from motcua.config.demo import staff
from motcua.config.demo.people import Place, citizen
from motcua.intake.actions import receive_from_provincial_system, return_result, settle_dossier
from motcua.intake.models import Dossier
from motcua.intake.rules.deadlines import VIETNAM
from motcua.intake.rules.provincial import read_packet
from motcua.intake.rules.requests import ResultPaper
from motcua.intake.rules.states import DossierState

DISTRICT: Final = "H23.298"
PLACE: Final = Place(name="thị trấn Tứ Kỳ, huyện Tứ Kỳ, tỉnh Hải Dương")
FIRST_CITIZEN: Final = 400
WHOLE_DAYS: Final = 3
"""Calendar days until the results of those that were settled in time."""

SETTLED_AT: Final = datetime(2025, 7, 1, 9, 10, tzinfo=VIETNAM)
RETURNED_AT: Final = datetime(2025, 7, 1, 14, 20, tzinfo=VIETNAM)

BUSINESS: Final = "1.001612"
CERTIFICATE: Final = "Giấy chứng nhận đăng ký hộ kinh doanh"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Past:
    code: str
    received_at: datetime
    carried_over: bool


def load_last_weeks() -> None:
    """Take the dossiers that the provincial system told of in June 2025."""
    for number, past in enumerate(_pasts()):
        told = read_packet(_packet(past, number=number))
        at = past.received_at + timedelta(days=0 if past.carried_over else WHOLE_DAYS)
        receive_from_provincial_system(told, by=SystemActor(), at=at)


def finish() -> None:
    """Let the commune that carries on the district's work finish what was left to it."""
    leader, one_stop = staff.account_of("lanhdao.tuky"), staff.account_of("motcua.tuky")
    left = Dossier.objects.filter(
        code__startswith=f"{DISTRICT}-2506", state=DossierState.IN_SETTLEMENT.value
    ).select_related("owner")
    carried_over = list(left.order_by("code"))
    for number, dossier in enumerate(carried_over):
        result = ResultPaper(
            name=CERTIFICATE,
            number_symbol=f"{number + 1:02}/GCN-UBND",
            issued_on=SETTLED_AT.date(),
            signer=leader.full_name,
        )
        settle_dossier(dossier_id=dossier.pk, results=[result], officer=leader, at=SETTLED_AT)
    for dossier in carried_over:
        return_result(
            dossier_id=dossier.pk,
            returned_to=dossier.owner.full_name,
            officer=one_stop,
            at=RETURNED_AT,
        )


def _pasts() -> Iterator[_Past]:
    """Return a dozen dossiers; those of the last day are not settled when the district ends."""
    for day in (9, 11, 16, 18, 23, 25, 30):
        for number in (1, 2):
            yield _Past(
                code=f"{DISTRICT}-2506{day:02}-{number:04}",
                received_at=datetime(2025, 6, day, 8, 12 * number, tzinfo=VIETNAM),
                carried_over=day == 30,
            )


def _packet(past: _Past, *, number: int) -> dict[str, Any]:
    owner = citizen(FIRST_CITIZEN + number * 2, place=PLACE)
    received_at = past.received_at
    due_at = (received_at + timedelta(days=WHOLE_DAYS)).replace(hour=17, minute=0)
    packet: dict[str, Any] = {
        "MaHoSo": past.code,
        "MaTTHC": BUSINESS,
        "KenhThucHien": "1",
        "ChuHoSo": owner.full_name,
        "SoGiayToChuHoSo": owner.identity_number,
        "SoDienThoai": owner.phone,
        "TrichYeuHoSo": f"Đăng ký thành lập hộ kinh doanh – {owner.full_name}",
        "NgayNopHoSo": received_at.isoformat(),
        "NgayTiepNhan": received_at.isoformat(),
        "NgayHenTra": due_at.isoformat(),
        "TrangThaiHoSo": "4",
        "DonViXuLy": DISTRICT,
    }
    if not past.carried_over:
        settled_at = received_at + timedelta(days=2)
        packet |= {
            "TrangThaiHoSo": "10",
            "NgayKetThucXuLy": settled_at.isoformat(),
            "NgayTra": (settled_at + timedelta(hours=6)).isoformat(),
            "DanhSachGiayToKetQua": [{"TenGiayTo": CERTIFICATE}],
        }
    return packet
