"""Why a row of a table of units was refused, in Vietnamese."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from motcua.kernel.errors import NotAllowed, NotFound, Refusal
from motcua.organisation import errors
from motcua.organisation.models import Level

COLUMNS: Final[Mapping[str, str]] = {
    "code": "mã định danh",
    "name": "tên đơn vị",
    "level": "cấp",
    "parent": "đơn vị cấp trên",
    "valid_from": "ngày bắt đầu",
    "valid_to": "ngày cuối cùng",
    "statistical_code": "mã thống kê",
    "document": "văn bản",
    "successor_codes": "đơn vị kế thừa",
}

REASONS: Final[Mapping[str, str]] = {
    errors.FieldMissing.code: "Chưa ghi {field}.",
    errors.FieldTooLong.code: "Phần {field} dài quá {limit} ký tự.",
    errors.DayInvalid.code: (
        "«{said}» không phải là ngày. Ghi ngày như 2025-07-01 hoặc 01/07/2025."
    ),
    errors.DaysInWrongOrder.code: "Ngày cuối cùng đứng trước ngày bắt đầu.",
    errors.UnitCodeInvalid.code: (
        "«{said}» không đúng dạng mã định danh (Quyết định 20/2020/QĐ-TTg)."
    ),
    errors.LevelUnknown.code: (
        "Không rõ cấp «{said}». Ghi một trong: province, department, district, commune, office."
    ),
    errors.LevelMisplaced.code: ("Đơn vị {level} không thể trực thuộc đơn vị {parent_level}."),
    errors.ParentNotThere.code: "Ngày {on}, đơn vị cấp trên «{parent}» chưa có hoặc không còn.",
    errors.OutlivesParent.code: (
        "Đơn vị cấp trên «{parent}» chấm dứt ngày {parent_ends_on}, trước đơn vị này."
    ),
    errors.ParentUnknown.code: "Ngày {on} không có đơn vị cấp trên nào mang mã {unit_code}.",
    errors.SuccessorUnknown.code: (
        "Đã ghi ngày chấm dứt, nhưng ngày {on} không có đơn vị nào mang mã {unit_code} để kế thừa."
    ),
    errors.SuccessorNotThere.code: "Ngày {on}, đơn vị kế thừa «{successor}» chưa có hoặc đã hết.",
    errors.SucceedsItself.code: "Đơn vị không thể kế thừa chính mình.",
    errors.UnitNotThere.code: "Ngày {on}, đơn vị «{unit}» chưa có hoặc không còn.",
    errors.UnitEndedAlready.code: "Đơn vị «{unit}» đã chấm dứt từ ngày {ends_on}.",
    errors.UnitsBelowGoOn.code: (
        "Còn đơn vị trực thuộc chưa chấm dứt: {below}. Hãy ghi ngày chấm dứt của các đơn vị đó."
    ),
    errors.BeginsLater.code: (
        "Đơn vị «{unit}» còn có mã hoặc người được phân công từ ngày {on}, sau ngày chấm dứt."
    ),
    errors.CodeTaken.code: "Mã {unit_code} đang là mã của «{unit}».",
    errors.UnitDiffers.code: (
        "Đơn vị này đã có nhưng {field} ghi khác: đang là «{recorded}», bảng ghi «{said}». "
        "Đơn vị đổi tên hoặc đổi cấp trên là đơn vị mới: hãy cho đơn vị cũ chấm dứt."
    ),
    errors.RowTwice.code: "Đơn vị này đã có ở dòng {first}.",
    NotAllowed.code: "Tài khoản này không được lập đơn vị ở đây.",
    NotFound.code: "Tài khoản này không được thay đổi đơn vị ở đây.",
}
"""By the code of the refusal."""


def reason_in_words(refusal: Refusal) -> str:
    """Return why a row was refused, in one sentence or two."""
    facts = {name: _said(name, fact) for name, fact in refusal.facts.items()}
    words = REASONS.get(refusal.code, "Dòng này chưa nhận được (mã: {code}).")
    return words.format_map({"code": refusal.code, **facts})


def _said(name: str, fact: object) -> str:
    if isinstance(fact, date):
        return f"{fact:%d/%m/%Y}"
    if isinstance(fact, list | tuple):
        return ", ".join(map(str, fact))
    if name == "field":
        return COLUMNS.get(str(fact), str(fact))
    if name in {"level", "parent_level"}:
        return str(Level(str(fact)).label).lower()
    return str(fact)
