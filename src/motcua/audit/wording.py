"""What the journal says of itself."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.ui.wording import Words

AREA: Final = _("Nhật ký")

ACTS: Final[Mapping[str, str | Promise]] = {
    "audit.journal.read": _("Xem nhật ký"),
    "audit.journal.checked": _("Kiểm tra chuỗi nhật ký"),
    "audit.heads.exported": _("Xuất mã kiểm chứng cuối ngày"),
    "audit.heads.kept": _("Lưu mã kiểm chứng cuối ngày"),
}

THINGS: Final[Mapping[str, str | Promise]] = {
    "audit.journal": _("Nhật ký"),
    "audit.entry": _("Mục nhật ký"),
    "audit.heads": _("Mã kiểm chứng ngày"),
}

FACTS: Final[Mapping[str, str | Promise]] = {
    "act": _("Việc"),
    "who": _("Người làm"),
    "about": _("Đối tượng"),
    "book": _("Sổ"),
    "since": _("Từ ngày"),
    "until": _("Đến ngày"),
    "books": _("Số sổ"),
    "entries": _("Số mục"),
    "breaks": _("Số chỗ đứt"),
    "places": _("Chỗ đứt"),
    "format": _("Dạng tệp"),
    "sha256": _("Mã SHA-256"),
}

JOBS: Final[Mapping[str, str | Promise]] = {
    "audit.keep_heads": _("Lưu mã kiểm chứng cuối ngày"),
}

REFUSALS: Final[Mapping[str, Words]] = {
    "audit.heads_unreadable": Words(
        what=_("Tệp này không phải tệp mã kiểm chứng do phần mềm xuất."),
        safe=_("Nhật ký không thay đổi."),
        to_do=_("Chọn đúng tệp đã lưu trong thư mục mã kiểm chứng rồi làm lại."),
    ),
}
