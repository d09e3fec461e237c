"""What the pages say, in Vietnamese, about verdicts, fields and pages."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final

from motcua.digitisation.errors import Unreadable
from motcua.digitisation.rules.quality import Problem
from motcua.digitisation.sentences import PROBLEMS, WHY_UNREADABLE

SEEN_SKEW: Final = 0.1
"""Degrees; less is not to be seen and would read as 0,0."""


class Outcome(StrEnum):
    """What became of one input."""

    GOOD = "good"
    REVIEW = "review"
    REFUSED = "refused"
    UNREADABLE = "unreadable"


OUTCOMES: Final[Mapping[Outcome, str]] = {
    Outcome.GOOD: "Đạt",
    Outcome.REVIEW: "Cần xem lại",
    Outcome.REFUSED: "Không đạt",
    Outcome.UNREADABLE: "Bị từ chối",
}

NEXT_STEPS: Final[Mapping[Outcome, str]] = {
    Outcome.GOOD: "Không phát hiện lỗi; có thể lưu hồ sơ.",
    Outcome.REVIEW: "Đề nghị người phụ trách xem lại trước khi lưu hồ sơ.",
    Outcome.REFUSED: "Đề nghị quét lại khi giấy tờ còn ở quầy.",
    Outcome.UNREADABLE: "Không có kết quả nào được ghi ngoài báo cáo.",
}

FIELDS: Final[Mapping[str, str]] = {
    "kind": "Loại văn bản",
    "number_symbol": "Số, ký hiệu",
    "issued_on": "Ngày ban hành",
    "place": "Địa danh",
    "superior": "Cơ quan cấp trên",
    "issuer": "Cơ quan ban hành",
    "subject": "Trích yếu nội dung",
    "signer_capacity": "Quyền hạn, chức vụ",
    "signer": "Người ký",
    "recipients": "Nơi nhận",
}

KEPT: Final[Mapping[str, str]] = {
    "born_digital": "Tệp được giữ nguyên từng byte vì là văn bản điện tử có chữ dùng được.",
    "signed": "Tệp được giữ nguyên từng byte vì có chữ ký số.",
}

WHAT_TO_DO: Final[Mapping[Unreadable, str]] = {
    Unreadable.ABSENT: "đề nghị kiểm tra lại đường dẫn và quyền đọc tệp",
    Unreadable.UNKNOWN_FORMAT: "đề nghị nộp ảnh JPEG, PNG, TIFF, HEIC, WebP hoặc tệp PDF",
    Unreadable.NO_PAGES: "đề nghị xuất lại tệp",
    Unreadable.TOO_MUCH_WORK: "đề nghị tách thành nhiều tệp hoặc quét lại ở 200–300 dpi",
}
"""Where the reason itself does not end with what helps."""


def outcome_of(report: Mapping[str, Any]) -> Outcome:
    """Return what became of the input of a report."""
    return Outcome(report["quality"]["verdict"]) if report["ok"] else Outcome.UNREADABLE


def reasons_of(report: Mapping[str, Any]) -> tuple[str, ...]:
    """Return in full sentences why the outcome is what it is, and what helps."""
    if not report["ok"]:
        return _why_unreadable(Unreadable(report["refusal"]["code"]))
    pages = report["pages"]
    return tuple(_reason(code, pages=pages) for code in report["quality"]["problems"])


def problem_sentence(code: str) -> str:
    """Return the sentence on one problem."""
    return PROBLEMS[Problem(code)]


def corrections(*, rotation: int, skew_deg: float) -> tuple[str, ...]:
    """Return in full sentences what was put right on a page."""
    found = []
    if rotation:
        found.append(f"Đã xoay trang {rotation}° theo chiều kim đồng hồ cho đúng chiều đọc.")
    if abs(skew_deg) >= SEEN_SKEW:
        found.append(f"Đã nắn thẳng trang bị nghiêng {decimal(abs(skew_deg))}°.")
    return tuple(found)


def field_text(name: str, value: Any) -> tuple[str, ...]:
    """Return a field's value as people write it, in as many lines as it has parts."""
    if isinstance(value, list | tuple):
        return tuple(value)
    return (day(value) if name == "issued_on" else value,)


def day(iso: str) -> str:
    """Return 2026-01-05 as 05/01/2026."""
    return f"{date.fromisoformat(iso):%d/%m/%Y}"


def whole(number: int) -> str:
    """Return 12345 as 12.345."""
    return f"{number:,}".replace(",", ".")


def decimal(number: float) -> str:
    """Return 1.25 as 1,2."""
    return f"{number:.1f}".replace(".", ",")


def percent(share: float) -> str:
    """Return 0.935 as 94 %, with a space that does not break."""
    return f"{share * 100:.0f}\N{NO-BREAK SPACE}%"


def listed(numbers: Iterable[int]) -> str:
    """Return 1, 2, 3, 5 as 1–3, 5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)


def _reason(code: str, *, pages: list[Mapping[str, Any]]) -> str:
    sentence = problem_sentence(code)
    where = [page["number"] for page in pages if code in page["problems"]]
    if len(pages) == 1 or not where:
        return sentence
    return f"{sentence.removesuffix('.')} (trang {listed(where)})."


def _why_unreadable(why: Unreadable) -> tuple[str, ...]:
    reason, _, remedy = WHY_UNREADABLE[why].partition("; ")
    remedy = remedy or WHAT_TO_DO.get(why, "")
    return tuple(f"{part[0].upper()}{part[1:]}." for part in (reason, remedy) if part)
