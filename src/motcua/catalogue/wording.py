"""What screens say about the refusals and acts of the catalogue."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from motcua.ui.wording import Said, Words

_SAFE: Final = _("Danh mục thủ tục không thay đổi.")

REFUSALS: Final[Mapping[str, Words]] = {
    "catalogue.edit_not_allowed": Words(
        what=_("Tài khoản này không được giao cập nhật danh mục thủ tục."),
        safe=_SAFE,
        to_do=_("Nếu đây là việc được giao, đề nghị người quản trị cấp vai trò cập nhật danh mục."),
    ),
    "catalogue.content_refused": Words(
        what=_("Nội dung thủ tục chưa đầy đủ hoặc chưa đúng."),
        safe=_SAFE,
        to_do=_("Quay lại trang trước, sửa các mục được nêu rồi ghi nhận lại."),
    ),
    "catalogue.procedure_known": Words(
        what=_("Mã {procedure} đã có trong danh mục."),
        safe=_SAFE,
        to_do=_("Mở thủ tục này và lập phiên bản mới nếu nội dung đã thay đổi."),
    ),
    "catalogue.procedure_unknown": Words(
        what=_("Không có thủ tục mã {procedure}, hoặc ngày đó thủ tục không được thực hiện."),
        safe=_SAFE,
        to_do=_("Kiểm tra lại mã và ngày, hoặc tìm trong danh mục thủ tục."),
    ),
    "catalogue.version_begins_then": Words(
        what=_("Thủ tục {procedure} đã có nội dung bắt đầu áp dụng từ ngày {day:%d/%m/%Y}."),
        safe=_SAFE,
        to_do=_("Chọn ngày khác, hoặc sửa nội dung của ngày đó nếu chưa có hiệu lực."),
    ),
    "catalogue.version_stands": Words(
        what=_(
            "Phiên bản từ ngày {valid_from:%d/%m/%Y} của thủ tục {procedure} đã có hiệu lực, "
            "có thể đã có hồ sơ theo phiên bản này."
        ),
        safe=_SAFE,
        to_do=_("Lập phiên bản mới; phiên bản cũ tự kết thúc vào ngày trước đó."),
    ),
    "catalogue.versions_overlap": Words(
        what=_("Từ ngày {day:%d/%m/%Y}, thủ tục {procedure} sẽ có hai phiên bản cùng có hiệu lực."),
        safe=_SAFE,
        to_do=_("Chọn ngày hết hiệu lực sớm hơn, hoặc để trống ngày này."),
    ),
    "catalogue.past_stands": Words(
        what=_(
            "Ngày {day:%d/%m/%Y} đã đến hoặc đã qua: hồ sơ của thủ tục {procedure} đã được "
            "tiếp nhận theo nội dung đang có hiệu lực."
        ),
        safe=_SAFE,
        to_do=_(
            "Chọn ngày áp dụng sớm nhất là {earliest:%d/%m/%Y}, và nêu văn bản trong căn cứ "
            "pháp lý."
        ),
    ),
    "catalogue.procedure_ended": Words(
        what=_("Vào ngày {day:%d/%m/%Y}, thủ tục {procedure} không còn được thực hiện."),
        safe=_SAFE,
        to_do=_("Xem các phiên bản của thủ tục để biết thủ tục kết thúc khi nào."),
    ),
    "catalogue.version_ended": Words(
        what=_(
            "Phiên bản này của thủ tục {procedure} hết hiệu lực từ ngày {valid_to:%d/%m/%Y}, nên "
            "không xác định được cho ngày sau đó."
        ),
        safe=_SAFE,
        to_do=_("Mở phiên bản có hiệu lực vào ngày cần áp dụng rồi xác định ở đó."),
    ),
    "catalogue.later_version_stands": Words(
        what=_("Thủ tục {procedure} có phiên bản bắt đầu từ ngày {valid_from:%d/%m/%Y}."),
        safe=_SAFE,
        to_do=_("Rút phiên bản đó trước, rồi mới cho thủ tục kết thúc."),
    ),
    "catalogue.no_rules_yet": Words(
        what=_("Vào ngày {day:%d/%m/%Y} chưa có quy định về số hoá hồ sơ."),
        safe=_SAFE,
        to_do=_("Chọn ngày từ 21/6/2018 trở đi."),
    ),
    "catalogue.nothing_waiting": Words(
        what=_("Không còn bảng nào đang chờ ghi nhận."),
        safe=_SAFE,
        to_do=_("Tải bảng lên lại để xem trước."),
    ),
}

ACTS: Final[Mapping[str, Said]] = {
    "catalogue.procedure.added": _("Thêm thủ tục vào danh mục"),
    "catalogue.procedure.renamed": _("Sửa tên hoặc lĩnh vực của thủ tục"),
    "catalogue.procedure.ended": _("Cho thủ tục kết thúc"),
    "catalogue.version.added": _("Lập phiên bản mới của thủ tục"),
    "catalogue.version.amended": _("Sửa phiên bản chưa có hiệu lực"),
    "catalogue.version.withdrawn": _("Rút phiên bản chưa có hiệu lực"),
    "catalogue.scope.set": _("Xác định phạm vi số hoá của giấy tờ"),
    "catalogue.imported": _("Nhập danh mục thủ tục từ bảng"),
}

THINGS: Final[Mapping[str, Said]] = {
    "catalogue.procedure": _("Thủ tục"),
    "catalogue.procedureversion": _("Phiên bản thủ tục"),
    "catalogue.requiredcomponent": _("Thành phần hồ sơ"),
}

FACTS: Final[Mapping[str, Said]] = {
    "procedure": _("Mã thủ tục"),
    "name": _("Tên"),
    "field": _("Lĩnh vực"),
    "before": _("Trước"),
    "after": _("Sau"),
    "valid_from": _("Hiệu lực từ"),
    "valid_to": _("Hết hiệu lực từ"),
    "legal_basis": _("Căn cứ pháp lý"),
    "because": _("Lý do"),
    "changed": _("Nội dung đã sửa"),
    "component": _("Giấy tờ"),
    "scope": _("Phạm vi số hoá"),
    "exempt_reason": _("Lý do miễn"),
    "accepted": _("Đã ghi nhận"),
    "unchanged": _("Không đổi"),
    "refused": _("Không nhận"),
    "sha256": _("Mã kiểm tra của tệp"),
}
