"""The words a procedure is described in."""

from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """How a dossier may be handed in (NĐ 61/2018/NĐ-CP Điều 16)."""

    DIRECT = "direct"
    ONLINE = "online"
    POST = "post"


class TimeUnit(StrEnum):
    """What the time for settling a procedure is counted in."""

    AT_ONCE = "at_once"
    """The result is given while the citizen waits, on the same day; received after 15:00, on the
    next working day (NĐ 61/2018/NĐ-CP Điều 17.4, 18)."""

    WORKING_HOUR = "working_hour"
    WORKING_DAY = "working_day"
    DAY = "day"
    """Days of the calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimit:
    """How long a procedure may take."""

    unit: TimeUnit
    amount: int = 0
    """Nothing for what is done at once."""


class Scope(StrEnum):
    """Whether a component must be digitised (TT 01/2023/TT-VPCP Điều 4, TT 03/2025/TT-VPCP)."""

    REQUIRED = "bat_buoc"
    SECTOR_LAW = "theo_luat_chuyen_nganh"
    DECISION = "theo_quyet_dinh"
    ON_REQUEST = "theo_yeu_cau"
    EXEMPT = "mien"


class ExemptReason(StrEnum):
    """Why a component need not be digitised."""

    IN_DATABASE = "DA_CO_TRONG_CSDL"
    PHOTOCOPY = "BAN_SAO_CHUP_HOAC_CHUNG_THUC"
    ONLY_SHOWN = "CHI_XUAT_TRINH"
    STATE_SECRET = "BI_MAT_NHA_NUOC"  # noqa: S105
    SUBMITTED_ONLINE = "NOP_TRUC_TUYEN"
    OPINION = "Y_KIEN_CO_QUAN_PHOI_HOP"
