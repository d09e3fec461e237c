"""The names that screens and papers give to what the rules name in English."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from motcua.catalogue.rules.terms import Channel
from motcua.intake.refusals import REFUSALS
from motcua.intake.rules.states import DossierState
from motcua.intake.rules.timeline import Happening
from motcua.ui.wording import Said

__all__ = [
    "ACTS",
    "AREA",
    "CHANNELS",
    "FACTS",
    "HAPPENINGS",
    "JOBS",
    "REFUSALS",
    "STATES",
    "THINGS",
]

AREA: Final = _("Tiếp nhận và trả kết quả")

STATES: Final[Mapping[DossierState, str]] = {
    DossierState.REGISTERED: "Mới đăng ký",
    DossierState.RECEIVED: "Được tiếp nhận",
    DossierState.NOT_ACCEPTED: "Không được tiếp nhận",
    DossierState.IN_SETTLEMENT: "Đang xử lý",
    DossierState.SUPPLEMENT_ASKED: "Yêu cầu bổ sung giấy tờ",
    DossierState.PAYMENT_ASKED: "Yêu cầu thực hiện nghĩa vụ tài chính",
    DossierState.WITHDRAWN: "Công dân yêu cầu rút hồ sơ",
    DossierState.STOPPED: "Dừng xử lý",
    DossierState.SETTLED: "Đã xử lý xong",
    DossierState.RETURNED: "Đã trả kết quả",
}
"""As the national vocabulary says it."""

HAPPENINGS: Final[Mapping[Happening, str]] = {
    Happening.REGISTERED: "Nộp hồ sơ",
    Happening.RECEIVED: "Tiếp nhận hồ sơ",
    Happening.NOT_ACCEPTED: "Từ chối tiếp nhận",
    Happening.SUPPLEMENT_ASKED: "Yêu cầu bổ sung, hoàn thiện hồ sơ",
    Happening.SUPPLEMENT_RECEIVED: "Nhận đủ hồ sơ bổ sung",
    Happening.HANDED_OVER: "Chuyển hồ sơ",
    Happening.TAKEN_OVER: "Nhận bàn giao hồ sơ",
    Happening.CONSULTED: "Lấy ý kiến cơ quan phối hợp",
    Happening.PAYMENT_ASKED: "Yêu cầu thực hiện nghĩa vụ tài chính",
    Happening.PAID: "Đã thực hiện nghĩa vụ tài chính",
    Happening.REAPPOINTED: "Xin lỗi và hẹn lại ngày trả kết quả",
    Happening.APOLOGISED_LATE: "Xin lỗi khi đã quá thời điểm phải thông báo",
    Happening.DEADLINE_RECALCULATED: "Tính lại thời hạn theo lịch làm việc mới",
    Happening.SETTLED: "Có kết quả giải quyết",
    Happening.REFUSED: "Từ chối giải quyết sau thẩm định",
    Happening.STOPPED: "Dừng giải quyết hồ sơ",
    Happening.WITHDRAWN: "Rút hồ sơ",
    Happening.RETURNED: "Trả kết quả",
    Happening.IMPORTED: "Nhập từ hệ thống khác",
    Happening.UPDATED: "Cập nhật từ hệ thống của tỉnh",
}

CHANNELS: Final[Mapping[Channel, str]] = {
    Channel.DIRECT: "Trực tiếp",
    Channel.ONLINE: "Trực tuyến",
    Channel.POST: "Bưu chính công ích",
}

ACTS: Final[Mapping[str, Said]] = {
    **{f"intake.dossier.{kind.value}": said for kind, said in HAPPENINGS.items()},
    "intake.dossier.packed": _("Đưa hồ sơ vào gói kết quả gửi về tỉnh"),
    "intake.dossiers.imported": _("Nhập hồ sơ từ tệp"),
    "intake.deadlines.recalculated": _("Tính lại thời hạn theo lịch làm việc mới"),
    "intake.counter_mode.set": _("Quy định việc cấp mã hồ sơ"),
}

THINGS: Final[Mapping[str, Said]] = {
    "intake.dossier": _("Hồ sơ"),
    "intake.countermode": _("Chế độ cấp mã"),
    "intake.recalculation": _("Lần tính lại thời hạn"),
    "intake.import": _("Lần nhập hồ sơ"),
}

FACTS: Final[Mapping[str, Said]] = {
    "code": _("Mã hồ sơ"),
    "due_at": _("Hạn trả"),
    "before": _("Hạn trước đó"),
    "channel": _("Cách nộp, cách trả"),
    "receipt": _("Giấy tiếp nhận"),
    "reason": _("Lý do"),
    "reason_for_second": _("Lý do yêu cầu lần nữa"),
    "missing": _("Giấy tờ còn thiếu"),
    "number": _("Lần"),
    "is_late": _("Muộn"),
    "to": _("Người nhận"),
    "to_unit": _("Đơn vị nhận"),
    "to_officer": _("Người nhận bàn giao"),
    "unit": _("Đơn vị"),
    "content": _("Nội dung"),
    "answer": _("Ý kiến"),
    "amount": _("Số tiền (đồng)"),
    "results": _("Kết quả"),
    "source": _("Nguồn"),
    "state": _("Trạng thái"),
    "settled_by": _("Cơ quan giải quyết"),
    "file": _("Tệp"),
    "sha256": _("Mã kiểm tra của tệp"),
    "rows": _("Các dòng"),
    "accepted": _("Số đã nhận"),
    "because": _("Căn cứ"),
    "calendar_known_at": _("Lịch làm việc biết đến lúc"),
    "dossiers": _("Hồ sơ"),
    "package": _("Số hồ sơ trong gói"),
    "mode": _("Chế độ"),
    "from": _("Từ ngày"),
    "document": _("Văn bản"),
    "system": _("Hệ thống"),
}

JOBS: Final[Mapping[str, Said]] = {
    "intake.take_province_folder": _("Nhận hồ sơ từ thư mục của hệ thống tỉnh"),
}
