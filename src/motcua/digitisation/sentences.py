"""What digitisation says to people, in Vietnamese."""

from collections.abc import Mapping
from typing import Final

from motcua.digitisation.errors import Unreadable, UnreadableFile
from motcua.digitisation.rules.quality import Grade, Problem

WHY_UNREADABLE: Final[Mapping[Unreadable, str]] = {
    Unreadable.ABSENT: "không có tệp này hoặc không được phép đọc",
    Unreadable.EMPTY: "tệp rỗng, chưa có nội dung; đề nghị quét hoặc tải lên lại",
    Unreadable.TOO_LARGE: "tệp quá lớn; đề nghị quét ở 200–300 dpi hoặc tách thành nhiều tệp",
    Unreadable.UNKNOWN_FORMAT: "không phải ảnh hay tệp PDF đọc được",
    Unreadable.BROKEN: "tệp bị hỏng, có thể đã mất trang; đề nghị quét hoặc xuất lại",
    Unreadable.ENCRYPTED: "tệp bị khoá bằng mật khẩu; đề nghị nộp bản không khoá",
    Unreadable.ACTIVE_CONTENT: "tệp chứa mã tự chạy nên không được nhận; đề nghị in lại thành PDF",
    Unreadable.ATTACHMENTS: "tệp có tệp khác đính kèm bên trong; đề nghị nộp riêng từng tệp",
    Unreadable.TOO_MANY_PAGES: "tệp có quá nhiều trang; đề nghị tách thành nhiều tệp",
    Unreadable.PAGE_TOO_LARGE: "tệp có trang quá lớn; đề nghị quét lại ở 200–300 dpi",
    Unreadable.NO_PAGES: "tệp không có trang nào",
    Unreadable.TOO_MUCH_WORK: "tệp đòi quá nhiều bộ nhớ hoặc thời gian xử lý nên đã dừng đọc",
}

PROBLEMS: Final[Mapping[Problem, str]] = {
    Problem.BLANK: "Trang trắng, không có nội dung.",
    Problem.NOT_COLOUR: "Bản quét không có màu; giấy tờ này phải quét màu.",
    Problem.WRONG_SCALE: "Bản quét không giữ đúng tỷ lệ 100 % của bản giấy.",
    Problem.CUT_OFF: "Nội dung bị cắt ở mép trang; đề nghị đặt lại giấy và quét lại.",
    Problem.BLURRED: "Trang bị mờ, nhoè; đề nghị quét lại.",
    Problem.TOO_DARK: "Trang quá tối; đề nghị quét sáng hơn.",
    Problem.LOW_CONTRAST: "Chữ quá nhạt so với nền giấy; đề nghị tăng độ tương phản và quét lại.",
    Problem.LOW_RESOLUTION: "Độ phân giải dưới 200 dpi; đề nghị quét lại ở 200–300 dpi.",
    Problem.NOT_A_DOCUMENT: "Hình không phải là trang văn bản.",
    Problem.NOT_VIETNAMESE: "Chữ trên trang không phải tiếng Việt hoặc không đọc được dấu.",
    Problem.TEXT_MISSING: "Có phần nội dung bị che khuất, bị mất hoặc không đọc được.",
    Problem.DUPLICATE_PAGE: "Có trang bị quét lặp lại.",
    Problem.MIXED_SIZES: "Các trang có khổ giấy khác nhau rõ rệt.",
    Problem.SHEETS_MISSING: "Số trang quét được khác với số trang đã khai.",
}

GRADES: Final[Mapping[Grade, str]] = {
    Grade.GOOD: "đạt",
    Grade.REVIEW: "cần xem lại",
    Grade.REFUSED: "không đạt, cần quét lại",
}


def unreadable(refusal: UnreadableFile) -> str:
    """Return one line that names the file and says why it is not taken and what helps."""
    return f"{refusal.name}: {WHY_UNREADABLE[refusal.why]}"
