"""The kinds of documents and papers, as the law and the offices name them.

What is in force changes, so each list says where it comes from and from when it holds.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, TypeVar

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration(Generic[Entry]):
    """A closed list with its source and the days on which it holds."""

    source: str
    valid_from: date | None
    """Nothing where the list is custom and not law."""

    entries: tuple[Entry, ...]
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKind:
    """A kind by its proper name, and the letters that stand for it in a symbol, if any."""

    name: str
    symbol: str | None = None


def _kinds(*rows: str) -> tuple[DocumentKind, ...]:
    """Read rows of "name | symbol", where the symbol may be missing."""
    parts = [[part.strip() for part in row.split("|")] for row in rows]
    return tuple(DocumentKind(name=name, symbol="".join(rest) or None) for name, *rest in parts)


LETTER: Final = DocumentKind(name="Công văn")
"""It bears no line with its kind and no letters for it in its symbol, only "V/v"."""

ADMINISTRATIVE: Final = Enumeration(
    source="Nghị định 30/2020/NĐ-CP, Điều 7; Phụ lục III, mục I",
    valid_from=date(2020, 3, 5),
    entries=(
        *_kinds(
            "Nghị quyết | NQ",
            "Quyết định | QĐ",
            "Chỉ thị | CT",
            "Quy chế | QC",
            "Quy định | QyĐ",
            "Thông cáo | TC",
            "Thông báo | TB",
            "Hướng dẫn | HD",
            "Chương trình | CTr",
            "Kế hoạch | KH",
            "Phương án | PA",
            "Đề án | ĐA",
            "Dự án | DA",
            "Báo cáo | BC",
            "Biên bản | BB",
            "Tờ trình | TTr",
            "Hợp đồng | HĐ",
            "Công điện | CĐ",
            "Bản ghi nhớ | BGN",
            "Bản thỏa thuận | BTT",
            "Giấy ủy quyền | GUQ",
            "Giấy mời | GM",
            "Giấy giới thiệu | GGT",
            "Giấy nghỉ phép | GNP",
            "Phiếu gửi | PG",
            "Phiếu chuyển | PC",
            "Phiếu báo | PB",
            "Thư công",
        ),
        LETTER,
    ),
)
"""The 29 kinds of administrative documents."""

COPIES: Final = Enumeration(
    source="Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I",
    valid_from=date(2020, 3, 5),
    entries=_kinds("Bản sao y | SY", "Bản trích sao | TrS", "Bản sao lục | SL"),
)

LEGISLATION: Final = Enumeration(
    source="tên loại và chữ viết tắt trong số, ký hiệu của văn bản quy phạm pháp luật",
    valid_from=None,
    entries=_kinds("Nghị định | NĐ", "Thông tư | TT", "Thông tư liên tịch | TTLT", "Pháp lệnh"),
)

PARTY: Final = Enumeration(
    source="thể loại văn bản của Đảng và chữ viết tắt trong số, ký hiệu",
    valid_from=None,
    entries=_kinds(
        "Kết luận | KL",
        "Thông tri | TT",
        "Tuyên bố",
        "Lời kêu gọi",
        "Quy định | QĐ",
        "Quy chế | QC",
    ),
)
"""A letter of the Party bears CV, which is not the symbol of a kind."""

CIVIL_STATUS: Final = Enumeration(
    source="Luật Hộ tịch số 60/2014/QH13 và các biểu mẫu hộ tịch",
    valid_from=date(2016, 1, 1),
    entries=_kinds(
        "Giấy khai sinh",
        "Giấy chứng nhận kết hôn",
        "Giấy xác nhận tình trạng hôn nhân",
        "Giấy báo tử",
        "Giấy chứng tử",
        "Trích lục khai sinh",
        "Trích lục kết hôn",
        "Trích lục khai tử",
        "Trích lục hộ tịch",
        "Trích lục",
    ),
)

PAPERS: Final = Enumeration(
    source="giấy tờ thường gặp trong hồ sơ thủ tục hành chính",
    valid_from=None,
    entries=_kinds(
        "Giấy chứng nhận | GCN",
        "Giấy chứng sinh",
        "Giấy phép | GP",
        "Giấy phép xây dựng | GPXD",
        "Giấy phép kinh doanh",
        "Giấy phép lái xe",
        "Giấy xác nhận | GXN",
        "Giấy biên nhận",
        "Giấy tiếp nhận hồ sơ",
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        "Giấy ra viện",
        "Chứng chỉ",
        "Chứng chỉ hành nghề | CCHN",
        "Bằng tốt nghiệp",
        "Phiếu lý lịch tư pháp",
        "Sơ yếu lý lịch",
        "Hóa đơn giá trị gia tăng",
        "Hóa đơn bán hàng",
        "Hóa đơn",
        "Đơn",
        "Tờ khai",
        "Danh mục | DM",
        "Danh sách | DS",
        "Bản cam kết",
        "Bản án",
        "Kết luận thanh tra | KL",
        "Phụ lục",
    ),
)

EVERY_KIND: Final[tuple[DocumentKind, ...]] = (
    *ADMINISTRATIVE.entries,
    *COPIES.entries,
    *LEGISLATION.entries,
    *CIVIL_STATUS.entries,
    *PAPERS.entries,
    *(kind for kind in PARTY.entries if kind.name in {"Kết luận", "Thông tri"}),
)
"""All kinds by name; a name stands here once."""
