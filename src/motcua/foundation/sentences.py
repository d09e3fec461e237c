"""What is said in Vietnamese about a table that somebody brought, at the command and on screens."""

from collections.abc import Mapping
from typing import Final

from motcua.foundation import errors
from motcua.foundation.sheets import Fault

FAULTS: Final[Mapping[Fault, str]] = {
    Fault.FORMULA: (
        "Ô này bắt đầu như một công thức. Hãy thay công thức bằng giá trị rồi nhập lại."
    ),
    Fault.ERROR: "Ô này chứa lỗi của bảng tính. Hãy sửa công thức hoặc nhập giá trị.",
    Fault.TOO_LONG: "Ô này quá dài.",
    Fault.CONTROL: "Ô này chứa ký tự điều khiển không nhìn thấy. Hãy gõ lại nội dung ô.",
    Fault.NO_HEADING: "Dòng này có ô nằm ngoài các cột có tiêu đề.",
}
"""Why a cell cannot be believed."""

REFUSED: Final[Mapping[str, str]] = {
    errors.SheetRefused.code: "Tệp này không nhận được.",
    errors.SheetTooLarge.code: "Tệp lớn hơn mức cho phép ({limit} byte). Hãy chia thành nhiều tệp.",
    errors.NotATable.code: (
        "Tệp không phải là bảng CSV hoặc XLSX đọc được. Hãy mở tệp bằng phần mềm bảng tính và lưu "
        "lại dưới dạng XLSX hoặc CSV UTF-8."
    ),
    errors.OldWorkbook.code: (
        "Tệp ở dạng Excel cũ (.xls) hoặc đặt mật khẩu. Hãy lưu lại dưới dạng .xlsx không mật khẩu."
    ),
    errors.NotUtf8.code: "Tệp CSV không dùng bảng mã UTF-8. Hãy lưu lại dưới dạng CSV UTF-8.",
    errors.HostileWorkbook.code: (
        "Tệp chứa macro hoặc thành phần không an toàn. Hãy chép riêng bảng sang một tệp mới."
    ),
    errors.HeadingWrong.code: "Dòng tiêu đề thiếu cột: {missing}; có cột trùng: {twice}.",
    errors.TooManyRows.code: (
        "Bảng có quá nhiều dòng (tối đa {limit}, kể cả dòng trống). Hãy chia thành nhiều tệp."
    ),
    errors.TooManyColumns.code: "Bảng có quá nhiều cột (tối đa {limit}).",
}
"""Why a file is not taken as a whole, by the code of the refusal."""


def refused_in_words(refusal: errors.SheetRefused) -> str:
    """Return why a file was not taken, in one sentence or two."""
    facts = {
        name: ", ".join(map(str, said)) or "không" if isinstance(said, list) else said
        for name, said in refusal.facts.items()
    }
    return REFUSED[refusal.code].format(**facts)
