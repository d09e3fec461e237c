"""Why a dossier of another system was not taken, in Vietnamese."""

from collections.abc import Mapping
from typing import Final

from motcua.intake import errors
from motcua.intake.rules.states import DossierState
from motcua.intake.wording import STATES
from motcua.kernel.errors import Refusal

FIELDS: Final[Mapping[str, str]] = {
    "dossier_code": "Mã hồ sơ",
    "procedure_code": "Mã thủ tục",
    "procedure_name": "Tên thủ tục",
    "unit_code": "Mã đơn vị",
    "channel": "Kênh tiếp nhận",
    "received_at": "Thời điểm tiếp nhận",
    "due_at": "Hạn trả",
    "settled_at": "Thời điểm có kết quả",
    "returned_at": "Thời điểm trả kết quả",
    "status": "Trạng thái",
    "subject": "Trích yếu",
    "owner_name": "Chủ hồ sơ",
    "owner_number": "Số định danh chủ hồ sơ",
    "components_total": "Số thành phần",
    "components_exempt": "Số thành phần được miễn",
    "components_digitised": "Số thành phần đã số hoá",
    "components_reused": "Số thành phần dùng lại",
    "components_digitised_at": "Số hoá xong lúc",
    "result_digitised": "Kết quả đã số hoá",
    "ended_at": "Thời điểm kết thúc",
    "supplement_answered_at": "Thời điểm bổ sung",
    "supplement_asked_at": "Thời điểm yêu cầu bổ sung",
    "supplement_received_at": "Thời điểm bổ sung",
    "not_accepted_at": "Thời điểm từ chối",
    "stopped_at": "Thời điểm dừng",
    "withdrawn_at": "Thời điểm rút",
}
"""What the columns of a table of dossiers are called; a table may bear either name."""

WHY: Final[Mapping[str, str]] = {
    "missing": "Chưa ghi {field}.",
    "unknown": "Giá trị của {field} không thuộc danh mục.",
    "not_a_time": (
        "{field} không phải là thời điểm. Ghi như 2023-02-17T12:21 hoặc 17/02/2023 12:21."
    ),
    "not_a_count": "{field} không phải là số đếm.",
    "not_a_list": "{field} phải là danh sách có không quá 200 mục.",
    "not_an_object": "{field} không đúng cấu trúc.",
    "not_a_text": "{field} phải là chữ hoặc số.",
    "too_long": "{field} quá dài.",
    "control_character": "{field} chứa ký tự điều khiển không nhìn thấy.",
    "less_than_its_parts": (
        "Tổng số thành phần nhỏ hơn số được miễn, đã số hoá và dùng lại cộng lại."
    ),
    "before_what_it_follows": "{field} đứng trước thời điểm phải có trước nó.",
    "in_the_future": "Thời điểm {field} chưa đến.",
    "shape": "{field} không đúng dạng, ví dụ H23.288-230217-0001.",
    "shape_of_json": "Tệp không phải là JSON đọc được.",
    "day": "Ngày trong {field} không có thật.",
    "number": "Số thứ tự trong {field} không hợp lệ.",
    "unit": "Mã đơn vị trong {field} không đúng dạng (Quyết định 20/2020/QĐ-TTg).",
}

REASONS: Final[Mapping[str, str]] = {
    errors.UnitCodeUnknown.code: "Ngày {on} không có đơn vị nào mang mã {unit_code}.",
    errors.ProcedureNotOffered.code: (
        "Ngày {on}, thủ tục {procedure} chưa có trong danh mục. Hãy nhập danh mục thủ tục trước."
    ),
    errors.CodeTaken.code: "Mã hồ sơ {dossier} đã có, từ nguồn khác.",
    errors.RowTwice.code: "Hồ sơ {dossier} đã có ở dòng {first}.",
    errors.CounterModeUnset.code: "Chưa có quyết định đơn vị nhận hồ sơ từ hệ thống nào.",
    errors.CodesAreOurs.code: "Đơn vị tự cấp mã hồ sơ, không nhận hồ sơ từ hệ thống khác.",
    errors.NameMissing.code: "Chưa ghi tên chủ hồ sơ.",
    errors.LawUnknown.code: "Ngày {on} chưa có quy định một cửa được ghi nhận trong phần mềm.",
}


def reason_in_words(refusal: Refusal) -> str:
    """Return why something was not taken, in one sentence or two."""
    facts = dict(refusal.facts)
    if isinstance(refusal, errors.PayloadMalformed):
        said = str(facts["field"])
        sentence = WHY.get(str(facts["why"]), "{field} không đọc được.")
        return sentence.format(field=FIELDS.get(said, said))
    if isinstance(refusal, errors.MoveRefused):
        current, to = (STATES[DossierState[str(facts[name])]] for name in ("current", "to"))
        return f"Hồ sơ đang ở trạng thái «{current}», không thể chuyển về «{to}»."
    return REASONS.get(refusal.code, "Không nhận được: {code}.").format(
        **{**facts, "code": refusal.code}
    )
