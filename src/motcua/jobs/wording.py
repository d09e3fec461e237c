"""What background work is called, and where it stands."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.jobs.rules.states import JobState
from motcua.ui.wording import Words

AREA: Final = _("Việc chạy nền")

STATES: Final[Mapping[JobState, tuple[str, str | Promise, str]]] = {
    JobState.RUNNING: ("busy", _("Đang chạy"), "loader-2"),
    JobState.READY: ("quiet", _("Đang chờ"), "clock"),
    JobState.DEAD: ("late", _("Cần người xem"), "alert-circle"),
    JobState.DONE: ("good", _("Đã xong"), "circle-check"),
    JobState.CANCELLED: ("quiet", _("Đã huỷ"), "ban"),
}
"""The tone, the word and the icon of each state."""

ACTS: Final[Mapping[str, str | Promise]] = {
    "jobs.job.retried": _("Cho chạy lại việc nền"),
    "jobs.job.cancelled": _("Huỷ việc nền"),
}

THINGS: Final[Mapping[str, str | Promise]] = {"jobs.job": _("Việc nền số")}

FACTS: Final[Mapping[str, str | Promise]] = {"kind": _("Loại việc")}

JOBS: Final[Mapping[str, str | Promise]] = {
    "jobs.sweep": _("Dọn việc nền đã xong từ lâu"),
}

REFUSALS: Final[Mapping[str, Words]] = {
    "jobs.move_refused": Words(
        what=_("Việc nền này đã chuyển sang tình trạng khác nên không làm được như vậy nữa."),
        safe=_("Việc nền giữ nguyên tình trạng mới."),
        to_do=_("Tải lại trang để xem tình trạng mới."),
    ),
    "jobs.key_reused": Words(
        what=_("Mã yêu cầu này đã dùng cho một việc khác."),
        safe=_("Việc trước vẫn giữ nguyên, việc này chưa được ghi nhận."),
        to_do=_("Gửi lại với một mã yêu cầu mới."),
    ),
}
