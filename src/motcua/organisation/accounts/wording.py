"""What screens and the journal say about signing in."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from motcua.ui.wording import Said, Words

AREA: Final = _("Đăng nhập")

ACTS: Final[Mapping[str, Said]] = {
    "accounts.signed_in": _("Đăng nhập"),
    "accounts.signed_out": _("Đăng xuất"),
    "accounts.sign_in_failed": _("Đăng nhập không thành"),
    "accounts.confirmation_failed": _("Xác nhận lại không thành"),
    "accounts.locked_out": _("Tạm khoá đăng nhập"),
    "accounts.unlocked": _("Mở khoá đăng nhập"),
    "accounts.session_ended": _("Kết thúc phiên làm việc"),
    "accounts.password_changed": _("Đổi mật khẩu"),
    "accounts.password_issued": _("Cấp mật khẩu mới"),
    "accounts.factor_added": _("Thêm lớp xác thực"),
    "accounts.factor_removed": _("Gỡ lớp xác thực"),
    "accounts.factor_renewed": _("Tạo lại mã dự phòng"),
    "accounts.factors_taken": _("Gỡ mọi lớp xác thực của người khác"),
    "accounts.identity_connected": _("Gắn danh tính"),
    "accounts.identity_removed": _("Gỡ danh tính"),
}

THINGS: Final[Mapping[str, Said]] = {"accounts.name": _("Tên đăng nhập không có thật")}

FACTS: Final[Mapping[str, Said]] = {
    "means": _("Cách xác thực"),
    "address": _("Địa chỉ máy"),
    "browser": _("Trình duyệt"),
    "username": _("Tên đăng nhập"),
    "locked": _("Đang bị khoá"),
    "failures": _("Số lần sai"),
    "because": _("Lý do"),
    "factor": _("Lớp xác thực"),
    "factors": _("Các lớp xác thực"),
    "provider": _("Nơi xác thực danh tính"),
    "began_at": _("Bắt đầu lúc"),
}

REFUSALS: Final[Mapping[str, Words]] = {
    "accounts.identity_provider_silent": Words(
        what=_("{name} chưa trả lời nên chưa xác thực được danh tính."),
        safe=_("Chưa có gì thay đổi."),
        to_do=_("Chờ một phút rồi thử lại, hoặc đăng nhập bằng tên và mật khẩu."),
    ),
    "accounts.password_must_change": Words(
        what=_("Mật khẩu hiện tại do người khác cấp nên phải đổi trước khi làm việc."),
        safe=_("Chưa có gì thay đổi."),
        to_do=_("Mở trang Đổi mật khẩu, đặt mật khẩu chỉ mình biết."),
    ),
    "accounts.session_over": Words(
        what=_("Phiên làm việc đã kết thúc."),
        safe=_("Những gì đã ghi nhận trước đó vẫn còn nguyên."),
        to_do=_("Đăng nhập lại để làm tiếp."),
    ),
}
