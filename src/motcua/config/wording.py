"""What the command line says, in Vietnamese, where Python or an area says it in other words."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from motcua.config.env import SettingRefused
from motcua.config.errors import (
    DatabaseAway,
    DatabaseNewer,
    DatabaseNotReady,
    FileNotTaken,
    HostUnusable,
    ImportNotThere,
    PortTaken,
    ScreensIncomplete,
    WebDoesNotStart,
)
from motcua.digitisation.errors import (
    NoRoom,
    NotArchival,
    ResultWouldOverwrite,
    ToolMissing,
    UnreadableFile,
)
from motcua.digitisation.sentences import unreadable
from motcua.kernel.errors import Conflict, Invalid, NotAllowed, NotFound, Refusal, Unavailable
from motcua.kernel.exits import Exit

HEADINGS: Final[Mapping[str, str]] = {
    "positional arguments": "Tham số",
    "options": "Tuỳ chọn",
}

WRONG_USES: Final[tuple[tuple[str, str], ...]] = (
    (r"the following arguments are required: (.+)", r"thiếu tham số: \1"),
    (r"one of the arguments (.+) is required", r"cần một trong các tham số: \1"),
    (r"unrecognized arguments: (.+)", r"không có tham số: \1"),
    (
        r"ambiguous option: (\S+) could match (.+)",
        r"tuỳ chọn \1 chưa rõ, có thể là: \2",
    ),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 không đi cùng \2"),
    (r"argument (.+?): expected one argument", r"\1 cần một giá trị"),
    (r"argument (.+?): expected at most one argument", r"\1 nhận nhiều nhất một giá trị"),
    (r"argument (.+?): expected at least one argument", r"\1 cần ít nhất một giá trị"),
    (r"argument (.+?): expected (\d+) arguments?", r"\1 cần \2 giá trị"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 không nhận giá trị \2"),
    (
        r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)",
        r"\1 không nhận giá trị \2; chọn một trong: \3",
    ),
    (r"argument (.+?): invalid \S+ value: (.+)", r"\1 không nhận giá trị \2"),
    (r"argument (.+?): (.+)", r"\1: \2"),
)
"""argparse's own phrases, the first that fits; what an area says itself passes unchanged."""

EXITS: Final[Mapping[type[Refusal], Exit]] = {
    SettingRefused: Exit.WRONG_USE,
    ResultWouldOverwrite: Exit.WRONG_USE,
    Invalid: Exit.UNREADABLE,
    NotAllowed: Exit.NEEDS_A_PERSON,
    NotFound: Exit.WRONG_USE,
    Conflict: Exit.NEEDS_A_PERSON,
    Unavailable: Exit.UNAVAILABLE,
    Refusal: Exit.NEEDS_A_PERSON,
}

KINDS: Final[Mapping[type[Refusal], str]] = {
    Invalid: "dữ liệu đưa vào không dùng được",
    NotAllowed: "không được phép làm việc này",
    NotFound: "không tìm thấy",
    Conflict: "hồ sơ đã thay đổi, không còn ở trạng thái cần thiết",
    Unavailable: "dịch vụ cần thiết chưa sẵn sàng, có thể thử lại sau",
    Refusal: "bị từ chối",
}


def wrong_use(message: str) -> str:
    """Return argparse's message in Vietnamese."""
    for english, vietnamese in WRONG_USES:
        match = re.fullmatch(english, message, flags=re.DOTALL)
        if match:
            return match.expand(vietnamese)
    return message


def exit_code(refusal: Refusal) -> Exit:
    """Return the exit code of the nearest kind of refusal."""
    return next(EXITS[kind] for kind in type(refusal).__mro__ if kind in EXITS)


def worded(refusal: Refusal) -> str:
    """Return one line that says what was refused, why, and what helps."""
    for kind, word in _SENTENCES.items():
        if isinstance(refusal, kind):
            return word(refusal)
    name = next(KINDS[kind] for kind in type(refusal).__mro__ if kind in KINDS)
    facts = ", ".join(f"{name}={value}" for name, value in refusal.facts.items())
    return f"{name} ({refusal.code}{': ' if facts else ''}{facts})"


def _tool_missing(refusal: ToolMissing) -> str:
    return f"thiếu {refusal.tool}. Cách khắc phục: {refusal.remedy}"


def _no_room(refusal: NoRoom) -> str:
    return (
        f"không ghi được vào {refusal.where} ({refusal.detail}). "
        "Cần thêm chỗ trống hoặc quyền ghi; không để lại tệp dở dang"
    )


def _not_archival(refusal: NotArchival) -> str:
    return f"kết quả chưa đạt PDF/A-2b nên không được giữ lại: {refusal.facts['faults']}"


def _would_overwrite(refusal: ResultWouldOverwrite) -> str:
    return f"kết quả sẽ ghi đè lên tệp gốc {refusal.path}; chưa ghi gì, hãy chọn thư mục khác"


def _setting(refusal: SettingRefused) -> str:
    return f"biến {refusal.name} phải là {refusal.expected}, không phải “{refusal.value}”"


def _port_taken(refusal: PortTaken) -> str:
    return (
        f"cổng {refusal.facts['port']} của {refusal.facts['host']} đang có chương trình khác dùng, "
        "có thể là một bản Motcua đang chạy; "
        "hãy dừng chương trình ấy hoặc chọn cổng khác bằng --port"
    )


def _host_unusable(refusal: HostUnusable) -> str:
    facts = refusal.facts
    return f"không mở được cổng {facts['port']} tại {facts['host']} ({facts['detail']})"


def _database_away(refusal: DatabaseAway) -> str:
    return f"cơ sở dữ liệu không trả lời: {refusal.facts['detail']}"


def _database_newer(refusal: DatabaseNewer) -> str:
    return (
        "cơ sở dữ liệu thuộc phiên bản Motcua mới hơn chương trình này "
        f"({', '.join(map(str, refusal.migrations))}); chưa thay đổi gì, hãy cập nhật chương trình"
    )


def _database_not_ready(refusal: DatabaseNotReady) -> str:
    del refusal
    return (
        "cơ sở dữ liệu chưa có hoặc thuộc phiên bản cũ hơn; "
        "hãy chạy motcua serve một lần để chuẩn bị"
    )


def _screens_incomplete(refusal: ScreensIncomplete) -> str:
    del refusal
    return "thiếu tệp giao diện (Tabler, Inter); hãy chạy bằng ./motcua để tải về khi máy có mạng"


def _web_does_not_start(refusal: WebDoesNotStart) -> str:
    del refusal
    return "máy chủ web dừng ngay khi khởi động nhiều lần liền; lý do ở các dòng phía trên"


def _import_not_there(refusal: ImportNotThere) -> str:
    return f"phiên bản này chưa nhập được {refusal.facts['kind']}"


def _file_not_taken(refusal: FileNotTaken) -> str:
    return f"{refusal.facts['name']}: {refusal.facts['sentence']}"


_SENTENCES: Final[Mapping[type[Refusal], Callable[..., str]]] = {
    FileNotTaken: _file_not_taken,
    PortTaken: _port_taken,
    HostUnusable: _host_unusable,
    DatabaseAway: _database_away,
    DatabaseNewer: _database_newer,
    DatabaseNotReady: _database_not_ready,
    ScreensIncomplete: _screens_incomplete,
    WebDoesNotStart: _web_does_not_start,
    ImportNotThere: _import_not_there,
    UnreadableFile: unreadable,
    ResultWouldOverwrite: _would_overwrite,
    ToolMissing: _tool_missing,
    NoRoom: _no_room,
    NotArchival: _not_archival,
    SettingRefused: _setting,
}
