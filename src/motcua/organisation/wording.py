"""What screens and the journal say about units, people and the calendar."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from motcua.organisation.rules.acts import Act, Scope
from motcua.organisation.rules.calendar import DayKind
from motcua.organisation.rules.reform import Change
from motcua.ui.wording import Said, Words

AREA: Final = _("Cơ cấu tổ chức")

ENTITLEMENTS: Final[Mapping[Act, Said]] = {
    Act.RECEIVE: _("Tiếp nhận hồ sơ"),
    Act.HANDLE: _("Xử lý hồ sơ"),
    Act.SETTLE: _("Giải quyết hồ sơ"),
    Act.RETURN_RESULT: _("Trả kết quả"),
    Act.READ_DOSSIERS: _("Xem hồ sơ"),
    Act.EDIT_CATALOGUE: _("Cập nhật danh mục thủ tục"),
    Act.EDIT_ORGANISATION: _("Cập nhật cơ cấu tổ chức"),
    Act.EDIT_CALENDAR: _("Cập nhật lịch làm việc"),
    Act.MANAGE_ACCOUNTS: _("Quản lý tài khoản"),
    Act.READ_JOURNAL: _("Xem nhật ký"),
    Act.OPERATE_JOBS: _("Theo dõi việc chạy nền"),
}
"""What a role entitles to."""

SCOPES: Final[Mapping[Scope, Said]] = {
    Scope.OWN: _("Chỉ đơn vị này"),
    Scope.BELOW: _("Đơn vị này và các đơn vị trực thuộc"),
}

DAY_KINDS: Final[Mapping[DayKind, Said]] = {
    DayKind.NGHI_LE: _("Nghỉ lễ, Tết"),
    DayKind.NGHI_BU: _("Nghỉ bù"),
    DayKind.LAM_BU: _("Làm bù"),
}

CHANGES: Final[Mapping[Change, Said]] = {
    Change.ABOLISHED: _("Giải thể, không có đơn vị kế thừa"),
    Change.CONTINUED: _("Có một đơn vị kế thừa"),
    Change.MERGED: _("Sáp nhập"),
    Change.SPLIT: _("Chia tách"),
    Change.REARRANGED: _("Chia tách và sáp nhập vào nhiều đơn vị"),
}

ACTS: Final[Mapping[str, Said]] = {
    "organisation.unit.founded": _("Lập đơn vị"),
    "organisation.unit.ended": _("Cho đơn vị chấm dứt"),
    "organisation.unit.succeeded": _("Ghi đơn vị kế thừa"),
    "organisation.unit.code_given": _("Cấp mã cho đơn vị"),
    "organisation.account.opened": _("Mở tài khoản"),
    "organisation.account.moved": _("Chuyển đơn vị của tài khoản"),
    "organisation.account.closed": _("Đóng tài khoản"),
    "organisation.account.reopened": _("Mở lại tài khoản"),
    "organisation.post.given": _("Phân công"),
    "organisation.post.ended": _("Thôi phân công"),
    "organisation.role.set": _("Sửa vai trò"),
    "organisation.calendar_day.added": _("Thêm ngày vào lịch làm việc"),
    "organisation.calendar_day.withdrawn": _("Rút ngày khỏi lịch làm việc"),
    "organisation.calendar.loaded": _("Nạp lịch nghỉ lễ, Tết"),
    "organisation.office_hours.set": _("Đặt giờ làm việc"),
}

THINGS: Final[Mapping[str, Said]] = {
    "organisation.unit": _("Đơn vị"),
    "organisation.account": _("Tài khoản"),
    "organisation.role": _("Vai trò"),
    "organisation.post": _("Phân công"),
    "organisation.calendarday": _("Ngày trong lịch"),
    "organisation.calendar": _("Lịch làm việc"),
    "organisation.officehours": _("Giờ làm việc"),
}

FACTS: Final[Mapping[str, Said]] = {
    "name": _("Tên"),
    "unit": _("Đơn vị"),
    "unit_code": _("Mã định danh"),
    "parent": _("Trực thuộc"),
    "valid_from": _("Từ ngày"),
    "valid_to": _("Hết hiệu lực từ"),
    "document": _("Văn bản"),
    "successors": _("Đơn vị kế thừa"),
    "posts": _("Số phân công kết thúc theo"),
    "before": _("Trước"),
    "after": _("Sau"),
    "full_name": _("Họ và tên"),
    "username": _("Tên đăng nhập"),
    "role": _("Vai trò"),
    "scope": _("Phạm vi"),
    "because": _("Lý do"),
    "added": _("Thêm"),
    "taken": _("Bỏ"),
    "is_new": _("Vai trò mới"),
    "day": _("Ngày"),
    "kind": _("Loại"),
    "days": _("Số ngày"),
    "since": _("Từ"),
    "until": _("Đến"),
    "hours": _("Giờ"),
}

_SAFE: Final = _("Chưa có gì thay đổi.")


def _words(what: Said, to_do: Said) -> Words:
    return Words(what=what, safe=_SAFE, to_do=to_do)


REFUSALS: Final[Mapping[str, Words]] = {
    "organisation.field_missing": _words(
        _("Mục này chưa được điền."), _("Điền nội dung rồi gửi lại.")
    ),
    "organisation.field_too_long": _words(
        _("Nội dung dài quá {limit} ký tự."), _("Rút gọn rồi gửi lại.")
    ),
    "organisation.day_invalid": _words(
        _("«{said}» không phải là ngày."), _("Viết ngày như 28/11/2026.")
    ),
    "organisation.days_in_wrong_order": _words(
        _("Ngày kết thúc không đứng sau ngày bắt đầu."), _("Kiểm tra lại hai ngày rồi gửi lại.")
    ),
    "organisation.unit_code_invalid": _words(
        _("«{said}» không đúng dạng mã định danh theo Quyết định 20/2020/QĐ-TTg."),
        _("Viết mã như H23.298.11119 rồi gửi lại."),
    ),
    "organisation.level_unknown": _words(
        _("Không rõ cấp của đơn vị."), _("Chọn cấp trong danh sách.")
    ),
    "organisation.level_misplaced": _words(
        _("Đơn vị ở cấp này không thể trực thuộc đơn vị đã chọn."),
        _("Kiểm tra lại cấp và đơn vị cấp trên."),
    ),
    "organisation.parent_not_there": _words(
        _("Ngày {on:%d/%m/%Y}, «{parent}» chưa có hoặc không còn."),
        _("Chọn ngày khác hoặc đơn vị cấp trên khác."),
    ),
    "organisation.outlives_parent": _words(
        _("«{parent}» chấm dứt ngày {parent_ends_on:%d/%m/%Y}, trước đơn vị này."),
        _("Chọn đơn vị cấp trên khác, hoặc ghi ngày chấm dứt sớm hơn."),
    ),
    "organisation.unit_not_there": _words(
        _("Ngày {on:%d/%m/%Y}, «{unit}» chưa có hoặc không còn."),
        _("Chọn ngày trong thời gian tồn tại của đơn vị."),
    ),
    "organisation.unit_ended_already": _words(
        _("«{unit}» đã chấm dứt từ ngày {ends_on:%d/%m/%Y}."),
        _("Mở trang của đơn vị để xem đơn vị kế thừa."),
    ),
    "organisation.unit_goes_on": _words(
        _("«{unit}» chưa chấm dứt nên chưa có đơn vị kế thừa."),
        _("Ghi ngày chấm dứt của đơn vị trước."),
    ),
    "organisation.units_below_go_on": _words(
        _("«{unit}» còn đơn vị trực thuộc chưa chấm dứt: {below}."),
        _("Cho các đơn vị trực thuộc chấm dứt trước."),
    ),
    "organisation.begins_later": _words(
        _("«{unit}» còn mã hoặc người được phân công từ ngày {on:%d/%m/%Y}."),
        _("Kết thúc những việc đó trước, hoặc chọn ngày chấm dứt muộn hơn."),
    ),
    "organisation.successor_not_there": _words(
        _("Ngày {on:%d/%m/%Y}, «{successor}» chưa có hoặc không còn."),
        _("Lập đơn vị kế thừa trước, hoặc chọn đơn vị khác."),
    ),
    "organisation.succeeds_itself": _words(
        _("Đơn vị không thể kế thừa chính mình."), _("Bỏ đơn vị này khỏi các đơn vị kế thừa.")
    ),
    "organisation.code_taken": _words(
        _("Mã {unit_code} đang là mã của «{unit}»."),
        _("Kiểm tra lại mã, hoặc cho đơn vị kia đổi mã trước."),
    ),
    "organisation.code_given_later": _words(
        _("Đơn vị đã được cấp mã {unit_code} từ ngày {valid_from:%d/%m/%Y}."),
        _("Chọn ngày sau ngày đó."),
    ),
    "organisation.role_unknown": _words(
        _("Không có vai trò này."), _("Chọn vai trò trong danh sách.")
    ),
    "organisation.act_unknown": _words(
        _("Không có việc «{act}»."), _("Chọn các việc trong danh sách.")
    ),
    "organisation.role_beyond_yours": _words(
        _("Vai trò này gồm việc của toàn hệ thống mà tài khoản đang dùng không có."),
        _("Đề nghị người quản trị hệ thống phân công."),
    ),
    "organisation.scope_beyond_yours": _words(
        _("Tài khoản đang dùng không quản lý các đơn vị trực thuộc đơn vị này."),
        _("Chọn phạm vi chỉ đơn vị này, hoặc đề nghị người quản trị cấp trên phân công."),
    ),
    "organisation.own_keys": _words(
        _("Không ai tự bỏ quyền quản lý tài khoản của chính mình."),
        _("Đề nghị một người quản trị khác làm việc này."),
    ),
    "organisation.post_held_already": _words(
        _("Người này đã giữ vai trò đó tại đơn vị, từ ngày {valid_from:%d/%m/%Y}."),
        _("Kết thúc phân công cũ trước, hoặc chọn ngày khác."),
    ),
    "organisation.post_ended_already": _words(
        _("Phân công này đã kết thúc từ ngày {ends_on:%d/%m/%Y}."), _("Tải lại trang để xem.")
    ),
    "organisation.account_closed": _words(
        _("Tài khoản này đã đóng."), _("Mở lại tài khoản trước.")
    ),
    "organisation.account_open": _words(_("Tài khoản này đang mở."), _("Tải lại trang để xem.")),
    "organisation.own_account": _words(
        _("Không ai tự đóng hoặc tự chuyển tài khoản của chính mình."),
        _("Đề nghị một người quản trị khác làm việc này."),
    ),
    "organisation.username_taken": _words(
        _("Tên đăng nhập {username} đã có người dùng."), _("Chọn tên khác, như thêm tên đơn vị.")
    ),
    "organisation.username_invalid": _words(
        _("Tên đăng nhập chỉ gồm chữ không dấu, chữ số và các dấu . _ -"),
        _("Viết lại như nguyen.van.an."),
    ),
    "organisation.password_refused": _words(
        _("Mật khẩu chưa đạt yêu cầu."), _("Chọn mật khẩu khác.")
    ),
    "organisation.calendar_day_taken": _words(
        _("Ngày {day:%d/%m/%Y} đã có trong lịch."), _("Rút ngày đó trước rồi thêm lại.")
    ),
    "organisation.calendar_day_pointless": _words(
        _(
            "Ngày {day:%d/%m/%Y} vốn đã như vậy: nghỉ bù là ngày trong tuần, làm bù là "
            "thứ Bảy hoặc Chủ nhật."
        ),
        _("Kiểm tra lại ngày và loại."),
    ),
    "organisation.calendar_day_withdrawn": _words(
        _("Ngày {day:%d/%m/%Y} đã được rút khỏi lịch."), _("Tải lại trang để xem lịch mới.")
    ),
    "organisation.hours_in_wrong_order": _words(
        _("Giờ mở cửa, nghỉ trưa và đóng cửa không theo thứ tự."), _("Kiểm tra lại các giờ.")
    ),
}
