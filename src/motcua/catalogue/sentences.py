"""What the catalogue says in Vietnamese: names of choices, columns, and what is wrong."""

from collections.abc import Mapping
from typing import Final

from motcua.catalogue.rules.comparing import Change
from motcua.catalogue.rules.content import Fault, Flaw
from motcua.catalogue.rules.terms import Channel, ExemptReason, Scope, TimeUnit
from motcua.organisation.models import Level

LEVELS: Final[Mapping[Level, str]] = {level: str(level.label) for level in Level}

CHANNELS: Final[Mapping[Channel, str]] = {
    Channel.DIRECT: "Trực tiếp",
    Channel.ONLINE: "Trực tuyến",
    Channel.POST: "Bưu chính công ích",
}

TIME_UNITS: Final[Mapping[TimeUnit, str]] = {
    TimeUnit.AT_ONCE: "Trả ngay trong ngày",
    TimeUnit.WORKING_HOUR: "Giờ làm việc",
    TimeUnit.WORKING_DAY: "Ngày làm việc",
    TimeUnit.DAY: "Ngày",
}

SCOPES: Final[Mapping[Scope, str]] = {
    Scope.REQUIRED: "Bắt buộc",
    Scope.SECTOR_LAW: "Theo luật chuyên ngành",
    Scope.DECISION: "Theo quyết định",
    Scope.ON_REQUEST: "Theo yêu cầu",
    Scope.EXEMPT: "Miễn",
}

EXEMPT_REASONS: Final[Mapping[ExemptReason, str]] = {
    ExemptReason.IN_DATABASE: "Đã có trong cơ sở dữ liệu",
    ExemptReason.PHOTOCOPY: "Bản sao chụp hoặc bản sao chứng thực",
    ExemptReason.ONLY_SHOWN: "Chỉ xuất trình",
    ExemptReason.STATE_SECRET: "Bí mật nhà nước",
    ExemptReason.SUBMITTED_ONLINE: "Nộp trực tuyến",
    ExemptReason.OPINION: "Ý kiến của cơ quan phối hợp",
}

CHANGES: Final[Mapping[Change, str]] = {
    Change.ADDED: "Thêm",
    Change.REMOVED: "Bỏ",
    Change.CHANGED: "Sửa",
    Change.SAME: "Giữ nguyên",
}

FIELDS: Final[Mapping[str, str]] = {
    "code": "Mã thủ tục",
    "name": "Tên thủ tục",
    "field.code": "Mã lĩnh vực",
    "field.name": "Tên lĩnh vực",
    "valid_from": "Hiệu lực từ",
    "valid_to": "Hết hiệu lực từ",
    "levels": "Cấp thực hiện",
    "channels": "Cách nộp",
    "limit": "Thời hạn giải quyết",
    "time_unit": "Đơn vị thời hạn",
    "time_amount": "Thời hạn",
    "fee": "Phí, lệ phí (đồng)",
    "fee_note": "Ghi chú về phí",
    "result_name": "Kết quả",
    "legal_basis": "Căn cứ pháp lý",
    "note": "Ghi chú",
    "steps": "Các bước",
    "components": "Thành phần hồ sơ",
    "component.number": "TT giấy tờ",
    "component.code": "Mã thành phần",
    "component.name": "Tên giấy tờ",
    "component.originals": "Số bản chính",
    "component.copies": "Số bản sao",
    "component.is_optional": "Chỉ nộp khi có",
    "component.note": "Ghi chú giấy tờ",
    "scope.scope": "Phạm vi số hoá",
    "scope.exempt_reason": "Lý do miễn",
    "scope.legal_basis": "Căn cứ số hoá",
    "scope.valid_from": "Số hoá áp dụng từ",
    "scope.valid_to": "Số hoá thôi áp dụng từ",
    "step.number": "TT bước",
    "step.name": "Bước",
    "step.done_by": "Người hoặc bộ phận thực hiện",
    "step.share": "Phần thời gian (%)",
}
"""What each field is called, on screens and as the heading of its column in a sheet."""

FLAWS: Final[Mapping[Flaw, str]] = {
    Flaw.EMPTY: "chưa có nội dung.",
    Flaw.MALFORMED: (
        "“{detail}” không đúng dạng mã thủ tục; mã có dạng 1.001193 hoặc 1.001193.H23. "
        "Trong bảng tính, hãy định dạng cột mã là văn bản."
    ),
    Flaw.NOT_A_DAY: "“{detail}” không phải ngày; hãy viết ngày/tháng/năm, ví dụ 15/9/2025.",
    Flaw.NOT_A_NUMBER: "“{detail}” không phải số đọc được.",
    Flaw.UNKNOWN_WORD: "“{detail}” không có trong các giá trị được chọn.",
    Flaw.DIFFERS: "khác với dòng {detail} của cùng thủ tục và cùng ngày hiệu lực.",
    Flaw.NO_SUCH_VERSION: (
        "trang “Thủ tục” không có thủ tục này với ngày hiệu lực này; hãy ghi đúng mã và ngày."
    ),
    Flaw.TOO_LONG: "dài quá {detail} ký tự.",
    Flaw.UNKNOWN_LEVEL: "“{detail}” không phải một cấp hành chính.",
    Flaw.NO_TIME: "chưa có số ngày hoặc số giờ giải quyết.",
    Flaw.TIME_AND_AT_ONCE: "thủ tục trả ngay trong ngày thì không ghi thời hạn.",
    Flaw.OUT_OF_RANGE: "giá trị {detail} nằm ngoài khoảng cho phép.",
    Flaw.SHARES_NOT_WHOLE: "tổng phần thời gian của các bước là {detail} %, phải đúng 100 %.",
    Flaw.NOTHING_ASKED: "phải có ít nhất một bản chính hoặc một bản sao.",
    Flaw.NAMED_TWICE: "mã “{detail}” dùng cho hai giấy tờ.",
    Flaw.REASON_MISSING: "miễn số hoá thì phải ghi lý do miễn.",
    Flaw.REASON_WITHOUT_EXEMPTION: "chỉ ghi lý do miễn khi phạm vi là “Miễn”.",
    Flaw.NOT_IN_THE_RULES: "không có trong quy định của ngày bắt đầu áp dụng ({detail}).",
    Flaw.NO_RULES_YET: "trước ngày 21/6/2018 chưa có quy định về số hoá hồ sơ.",
    Flaw.ENDS_BEFORE_IT_BEGINS: "phải sau ngày bắt đầu.",
    Flaw.SCOPES_OVERLAP: "từ ngày {detail} có hai phạm vi số hoá cùng áp dụng.",
}


def fault_said(fault: Fault) -> str:
    """Return one fault as a sentence that names its column; the row is told beside it."""
    return (
        f"{FIELDS.get(fault.field, fault.field)}: {FLAWS[fault.flaw].format(detail=fault.detail)}"
    )
