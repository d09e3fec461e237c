"""The columns of a sheet of procedures, in the order people fill them in."""

from collections.abc import Mapping
from typing import Final

from motcua.catalogue.sentences import FIELDS

KEY: Final = ("code", "valid_from")
"""What names a version in every sheet."""

PROCEDURE: Final = (
    *("code", "valid_from", "name", "field.code", "field.name", "valid_to", "levels", "channels"),
    *("time_unit", "time_amount", "fee", "fee_note", "result_name", "legal_basis", "note"),
)
COMPONENT: Final = (
    *("component.number", "component.code", "component.name", "component.originals"),
    *("component.copies", "component.is_optional", "component.note"),
)
SCOPE: Final = (
    *("scope.scope", "scope.exempt_reason", "scope.legal_basis"),
    *("scope.valid_from", "scope.valid_to"),
)
STEP: Final = ("step.number", "step.name", "step.done_by", "step.share")

PROCEDURES_SHEET: Final = "Thủ tục"
COMPONENTS_SHEET: Final = "Thành phần"
STEPS_SHEET: Final = "Các bước"

SHEETS: Final[Mapping[str, tuple[str, ...]]] = {
    PROCEDURES_SHEET: PROCEDURE,
    COMPONENTS_SHEET: (*KEY, *COMPONENT, *SCOPE),
    STEPS_SHEET: (*KEY, *STEP),
}
"""The sheets of a workbook, each with its columns."""

FLAT: Final = (*PROCEDURE, *COMPONENT, *SCOPE, *STEP)
"""The columns of a CSV: a row tells one paper and one step, and repeats the procedure's columns."""

HEADINGS: Final[Mapping[str, str]] = {FIELDS[column]: column for column in FLAT}
"""Which column each heading means."""

GUIDE_SHEET: Final = "Hướng dẫn"

GUIDE: Final = (
    (
        PROCEDURES_SHEET,
        (
            "Mỗi dòng là một thủ tục trong một thời kỳ. Khi nội dung thay đổi, giữ nguyên dòng cũ "
            "và thêm dòng mới với ngày “Hiệu lực từ” mới; thời kỳ cũ tự kết thúc vào ngày hôm "
            "trước."
        ),
    ),
    (
        COMPONENTS_SHEET,
        (
            "Mỗi dòng là một giấy tờ phải nộp. Mã thủ tục và ngày để trống nghĩa là như dòng trên. "
            "Giấy tờ có phạm vi số hoá thay đổi theo thời gian thì thêm dòng cùng “TT giấy tờ”, "
            "chỉ cần ghi các cột về số hoá."
        ),
    ),
    (
        STEPS_SHEET,
        (
            "Mỗi dòng là một bước của quy trình nội bộ; tổng “Phần thời gian (%)” của một thủ tục "
            "phải đúng 100. Có thể để trống cả trang này."
        ),
    ),
    (FIELDS["code"], "Định dạng văn bản, ví dụ 1.001193 hoặc 1.001193.H23."),
    (FIELDS["valid_from"], "Ngày/tháng/năm, ví dụ 01/07/2025."),
    (FIELDS["valid_to"], "Ngày đầu tiên không còn áp dụng; để trống nếu chưa kết thúc."),
    (FIELDS["levels"], "Một hoặc nhiều cấp, cách nhau bằng dấu chấm phẩy: Cấp xã; Cấp huyện."),
    (
        FIELDS["channels"],
        (
            "Một hoặc nhiều cách, cách nhau bằng dấu chấm phẩy: Trực tiếp; Trực tuyến; Bưu chính "
            "công ích."
        ),
    ),
    (
        FIELDS["time_unit"],
        (
            "Chọn trong danh sách. “Trả ngay trong ngày” thì để trống cột Thời hạn; hồ sơ nhận sau "
            "15 giờ trả vào ngày làm việc tiếp theo."
        ),
    ),
    (FIELDS["component.is_optional"], "Ghi Có với giấy tờ chỉ phải nộp trong một số trường hợp."),
    (
        FIELDS["scope.scope"],
        "Để trống nếu theo quy định chung của ngày tiếp nhận. Nếu chọn Miễn thì phải ghi lý do.",
    ),
)
"""What the sheet of guidance says, as pairs of a name and a sentence."""
