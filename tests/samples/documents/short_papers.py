"""Short papers of offices: invitations, receipts, slips, last pages, wide lists."""

from typing import Final

from samples.documents.blocks import (
    MOTTO,
    Closing,
    Document,
    Field,
    Letterhead,
    Paragraph,
    Subtitle,
    Table,
    Title,
)
from samples.documents.people import PEOPLE, Person

INVITATION: Final = Document(
    name="giay_moi",
    blocks=(
        Letterhead(
            left=("UBND HUYỆN YÊN PHÚ", "PHÒNG TƯ PHÁP", "Số: 41/GM-TP"),
            right=(*MOTTO, "Yên Phú, ngày 02 tháng 5 năm 2024"),
        ),
        Title(lines=("GIẤY MỜI",)),
        Paragraph(text="Phòng Tư pháp trân trọng kính mời: Công chức tư pháp - hộ tịch các xã."),
        Paragraph(
            text="Tới dự: Hội nghị tập huấn chứng thực bản sao điện tử. Thời gian: 8 giờ 00 phút, "
            "thứ Năm, ngày 09 tháng 5 năm 2024. Địa điểm: Phòng họp tầng 3, trụ sở Ủy ban nhân dân "
            "huyện."
        ),
        Paragraph(text="Đề nghị các đồng chí đến dự đúng giờ, đúng thành phần./."),
        Closing(
            left=("Nơi nhận:", "- Như trên;", "- Lưu: VT."),
            right=("TRƯỞNG PHÒNG", "", "", "", "Nghiêm Thúy Vinh"),
        ),
    ),
)

APPOINTMENT: Final = Document(
    name="quyet_dinh_bo_nhiem",
    blocks=(
        Letterhead(
            left=("ỦY BAN NHÂN DÂN", "HUYỆN YÊN PHÚ", "Số: 913/QĐ-UBND"),
            right=(*MOTTO, "Yên Phú, ngày 11 tháng 3 năm 2024"),
        ),
        Title(lines=("QUYẾT ĐỊNH",)),
        Subtitle(lines=("Về việc điều động và bổ nhiệm viên chức quản lý",)),
        Subtitle(lines=("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN YÊN PHÚ",)),
        Paragraph(
            text="Căn cứ Luật Viên chức ngày 15 tháng 11 năm 2010; Nghị định số 115/2020/NĐ-CP "
            "ngày 25 tháng 9 năm 2020 của Chính phủ;",
            italic=True,
        ),
        Paragraph(text="Xét đề nghị của Trưởng phòng Nội vụ huyện.", italic=True),
        Subtitle(lines=("QUYẾT ĐỊNH:",)),
        Paragraph(
            text="Điều 1. Điều động bà Tống Thị Vân Giang, Phó Hiệu trưởng Trường Tiểu học Tân "
            "Hưng, đến nhận công tác và giữ chức vụ Hiệu trưởng Trường Tiểu học Cầu Đỏ, kể từ ngày "
            "01 tháng 4 năm 2024. Thời hạn bổ nhiệm là 05 năm."
        ),
        Paragraph(
            text="Điều 2. Bà Tống Thị Vân Giang được hưởng hệ số phụ cấp chức vụ 0,50 và có trách "
            "nhiệm bàn giao công việc cũ trước ngày 29 tháng 3 năm 2024."
        ),
        Paragraph(
            text="Điều 3. Chánh Văn phòng, Trưởng phòng Nội vụ, Trưởng phòng Giáo dục và Đào tạo "
            "và bà Tống Thị Vân Giang chịu trách nhiệm thi hành Quyết định này./."
        ),
        Closing(
            left=("Nơi nhận:", "- Như Điều 3;", "- Lưu: VT, NV."),
            right=("CHỦ TỊCH", "", "", "", "Giang Đình Khải"),
        ),
    ),
)

LAST_PAGES: Final = (
    Document(
        name="trang_cuoi_chu_ky",
        blocks=(
            Closing(
                left=("Nơi nhận:", "- Như Điều 4;", "- Thường trực HĐND huyện;", "- Lưu: VT, TH."),
                right=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "", "Giang Đình Khải"),
            ),
        ),
    ),
    Document(
        name="trang_cuoi_mot_dong",
        blocks=(
            Paragraph(
                text="các đơn vị có liên quan tổ chức thực hiện nghiêm túc; báo cáo kết quả về Văn "
                "phòng trước ngày 30 tháng 6 hằng năm./."
            ),
            Closing(
                left=("Nơi nhận:", "- Các phòng, ban;", "- Lưu: VT."),
                right=("CHÁNH VĂN PHÒNG", "", "", "", "Kiều Thanh Thảo"),
            ),
        ),
    ),
    Document(
        name="trang_cuoi_hai_ben",
        blocks=(
            Paragraph(text="Biên bản được lập thành hai bản, mỗi bên giữ một bản."),
            Closing(
                left=("ĐẠI DIỆN BÊN GIAO", "", "", "", "Lương Đạt Tiến"),
                right=("ĐẠI DIỆN BÊN NHẬN", "", "", "", "Ninh Thị Thơm"),
            ),
        ),
    ),
)
"""Pages that hold little but who signs: half empty and quite in order."""

SHORT: Final = (
    Document(
        name="xac_nhan_ngan",
        blocks=(
            Letterhead(left=("UBND XÃ TÂN HƯNG", "Số: 18/XN-UBND"), right=MOTTO),
            Title(lines=("GIẤY XÁC NHẬN",)),
            Paragraph(
                text="Ủy ban nhân dân xã Tân Hưng xác nhận ông Khổng Đắc Nghĩa là hộ cận nghèo năm "
                "2024 theo danh sách đã được phê duyệt."
            ),
            Closing(left=("",), right=("KT. CHỦ TỊCH", "", "", "", "Quản Thị Huê")),
        ),
    ),
    Document(
        name="thong_bao_ngan",
        blocks=(
            Title(lines=("THÔNG BÁO",)),
            Paragraph(
                text="Bộ phận tiếp nhận và trả kết quả nghỉ làm việc sáng thứ Bảy, ngày 18 tháng 5 "
                "năm 2024 để bảo trì hệ thống. Kính mong bà con thông cảm."
            ),
        ),
    ),
    Document(
        name="cam_ket_ngan",
        blocks=(
            Subtitle(lines=MOTTO),
            Title(lines=("GIẤY CAM KẾT",)),
            Paragraph(
                text="Tôi là Vi Thị Xuyến, cam kết nộp bổ sung bản chính giấy khai sinh của con "
                "trước ngày 15 tháng 6 năm 2024."
            ),
            Closing(left=("",), right=("Người cam kết", "", "", "Vi Thị Xuyến")),
        ),
    ),
)


def receipt(person: Person, *, number: int = 482) -> Document:
    """Return the receipt of a dossier, a slip of half a sheet."""
    return Document(
        name="bien_nhan",
        blocks=(
            Letterhead(left=("UBND HUYỆN YÊN PHÚ", "BỘ PHẬN MỘT CỬA"), right=MOTTO),
            Title(lines=("GIẤY TIẾP NHẬN HỒ SƠ",)),
            Subtitle(lines=(f"Số: {number}/TNHS",)),
            Field(label="Người nộp:", value=person.name),
            Field(label="Địa chỉ:", value=person.home),
            Field(label="Thủ tục:", value="Cấp bản sao trích lục hộ tịch"),
            Field(label="Thành phần:", value="01 tờ khai, 01 bản sao căn cước"),
            Field(label="Ngày hẹn trả:", value="16 giờ 30 ngày 14/5/2024"),
            Closing(
                left=("NGƯỜI NỘP", "", "", person.name), right=("NGƯỜI NHẬN", "", "", "Tạ Hiên")
            ),
        ),
    )


def payment_slip(person: Person, *, amount: str = "48.000 đồng") -> Document:
    """Return a slip for a fee paid at the counter, half a sheet lying down."""
    return Document(
        name="phieu_thu",
        blocks=(
            Letterhead(left=("UBND XÃ TÂN HƯNG", "Quyển số: 03"), right=MOTTO),
            Title(lines=("PHIẾU THU PHÍ, LỆ PHÍ",)),
            Field(label="Họ tên người nộp tiền:", value=person.name),
            Field(label="Địa chỉ:", value=person.home),
            Field(label="Lý do nộp:", value="Phí chứng thực bản sao từ bản chính, 24 trang"),
            Field(label="Số tiền:", value=amount),
            Field(label="Viết bằng chữ:", value="Bốn mươi tám nghìn đồng chẵn"),
            Closing(
                left=("Người nộp tiền", "", person.name), right=("Thủ quỹ", "", "Phùng Thị Lụa")
            ),
        ),
    )


_CROPS = ("Lúa mùa", "Ngô lai", "Lạc đông", "Khoai sọ", "Đậu tương", "Rau màu")

WIDE_LIST: Final = Document(
    name="danh_sach_ngang",
    blocks=(
        Letterhead(left=("UBND XÃ MỸ ĐỨC ĐÔNG", "BAN CHỈ ĐẠO"), right=MOTTO),
        Title(lines=("DANH SÁCH HỘ ĐƯỢC HỖ TRỢ THIỆT HẠI DO MƯA LŨ",)),
        Table(
            rows=(
                (
                    "STT",
                    "Họ và tên chủ hộ",
                    "Nơi ở",
                    "Cây trồng",
                    "Diện tích (m²)",
                    "Số tiền (đồng)",
                ),
                *(
                    (
                        str(number),
                        person.name,
                        person.home,
                        _CROPS[number % len(_CROPS)],
                        str(360 + 145 * number),
                        f"{1 + number}.{(number * 275) % 900 + 100}.000",
                    )
                    for number, person in enumerate((*PEOPLE, *PEOPLE[::-1]), start=1)
                ),
            ),
            widths=(0.05, 0.21, 0.36, 0.12, 0.12, 0.14),
        ),
        Closing(
            left=("NGƯỜI LẬP BIỂU", "", "", "Lý Thị Diệp"),
            right=("TM. BAN CHỈ ĐẠO", "", "", "Hà Sỹ Mão"),
        ),
    ),
)

RATES: Final = Document(
    name="bang_ke",
    blocks=(
        Letterhead(left=("HỢP TÁC XÃ TÂN HƯNG", "TỔ DỊCH VỤ"), right=MOTTO),
        Title(lines=("BẢNG KÊ THANH TOÁN TIỀN NƯỚC",)),
        Subtitle(lines=("Kỳ ghi số: tháng 4 năm 2024",)),
        Table(
            rows=(
                ("TT", "Hộ dùng nước", "Chỉ số cũ", "Chỉ số mới", "Tiêu thụ", "Thành tiền"),
                *(
                    (
                        f"{number:02d}",
                        person.name,
                        str(410 + 37 * number),
                        str(410 + 37 * number + 9 + number % 5),
                        str(9 + number % 5),
                        f"{(9 + number % 5) * 6}.500",
                    )
                    for number, person in enumerate((*PEOPLE, *PEOPLE, *PEOPLE), start=1)
                ),
            ),
            widths=(0.07, 0.33, 0.15, 0.15, 0.13, 0.17),
        ),
        Closing(
            left=("NGƯỜI GHI SỐ", "", "", "Bế Văn Tình"), right=("TỔ TRƯỞNG", "", "", "Âu Dũng")
        ),
    ),
)
