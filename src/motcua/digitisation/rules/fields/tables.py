"""What may stand in the head and the foot of an administrative document."""

from datetime import date
from typing import Final

from motcua.digitisation.rules.document_kinds import Enumeration
from motcua.digitisation.rules.fields.phrases import phrasebook


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(","))


STATE_TITLE: Final = "Cộng hòa xã hội chủ nghĩa Việt Nam"
PARTY_TITLE: Final = "Đảng Cộng sản Việt Nam"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"

PROVINCES: Final = Enumeration(
    source="63 tỉnh, thành phố trước ngày 01/7/2025",
    valid_from=date(2008, 8, 1),
    valid_to=date(2025, 6, 30),
    entries=_listed(
        """An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình
        Dương, Bình Định, Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk,
        Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh,
        Hải Dương, Hải Phòng, Hậu Giang, Hòa Bình, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai
        Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận,
        Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng,
        Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên Huế, Tiền Giang, Hồ Chí
        Minh, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái"""
    ),
)
MERGED_PROVINCES: Final = Enumeration(
    source="Nghị quyết 202/2025/QH15 (34 tỉnh, thành phố)",
    valid_from=date(2025, 7, 1),
    entries=_listed(
        """An Giang, Bắc Ninh, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Điện Biên, Đồng Nai,
        Đồng Tháp, Gia Lai, Hà Nội, Hà Tĩnh, Hải Phòng, Hồ Chí Minh, Huế, Hưng Yên, Khánh Hòa,
        Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Nghệ An, Ninh Bình, Phú Thọ, Quảng Ngãi, Quảng Ninh,
        Quảng Trị, Sơn La, Tây Ninh, Thái Nguyên, Thanh Hóa, Tuyên Quang, Vĩnh Long"""
    ),
)
"""Documents of both periods are digitised, so both lists count at once."""

UNITS: Final = Enumeration(
    source="Luật Tổ chức chính quyền địa phương 77/2015/QH13 và 72/2025/QH15",
    valid_from=date(2016, 1, 1),
    entries=_listed("tỉnh, thành phố, huyện, quận, thị xã, xã, phường, thị trấn, đặc khu"),
)
"""Districts ended on 30 June 2025, their documents did not."""

SHORT_UNITS: Final = Enumeration(
    source="cách viết tắt đơn vị hành chính thường gặp",
    valid_from=None,
    entries=("tp", "tx", "tt"),
)

BODIES: Final = Enumeration(
    source="tên cơ quan, tổ chức ở ô số 2 của sơ đồ, Nghị định 30/2020/NĐ-CP, Phụ lục I",
    valid_from=date(2020, 3, 5),
    entries=_listed(
        """ủy ban, UBND, HĐND, hội đồng, văn phòng, VP, sở, bộ, ban, phòng, cục, chi cục, tổng cục,
        vụ, thanh tra, trường, trung tâm, bệnh viện, trạm, công ty, tổng công ty, tập đoàn,
        viện, tòa án, tòa, học viện, đại học, bảo tàng, thư viện, đài, báo, liên đoàn, công
        đoàn, đoàn, hội, liên hiệp, liên minh, mặt trận, đảng bộ, đảng ủy, tỉnh ủy, thành ủy,
        huyện ủy, quận ủy, thị ủy, xã ủy, chi bộ, bộ chỉ huy, bộ tư lệnh, quân khu, công an,
        đồn, đội, hạt, kho bạc, bảo hiểm xã hội, ngân hàng, quỹ, nhà xuất bản, xí nghiệp, hợp
        tác xã, chi nhánh, khoa, tổ, thi hành án, cơ quan, chính phủ, quốc hội, thủ tướng,
        đoàn đại biểu, ủy ban mặt trận"""
    ),
)
"""Words with which the name of a body begins; a line that begins otherwise goes on with a name."""

RARER_BODIES: Final = Enumeration(
    source="từ bắt đầu tên tổ chức, nhưng cũng thường ở giữa tên khác",
    valid_from=None,
    entries=_listed("nhà, khu, cảng, trại, lữ đoàn, trung đoàn, tạp chí, công trường, vườn"),
)

HALF_NAMES: Final = Enumeration(
    source="tên gọi phải kèm tên tổ chức mà nó thuộc về",
    valid_from=None,
    entries=_listed(
        """văn phòng, ban chỉ đạo, ban chấp hành, ban thường vụ, ban quản lý, ban quản lý dự án,
        ban tổ chức, thường trực, hội đồng tuyển sinh, hội đồng thi, tổ công tác, công ty cổ phần,
        công ty TNHH, công ty trách nhiệm hữu hạn, công ty TNHH một thành viên,
        công ty TNHH MTV, chi nhánh"""
    ),
)
"""Names that the next line completes even when it begins like the name of a body."""

GOVERNING: Final = Enumeration(
    source="tổ chức đứng sau tên gọi chưa đủ nghĩa",
    valid_from=None,
    entries=_listed(
        """ủy ban, UBND, hội đồng nhân dân, HĐND, đảng bộ, đảng ủy, tỉnh ủy, thành ủy, huyện ủy,
        đoàn đại biểu, bộ, sở, trường, tập đoàn, công ty, tổng công ty, ngân hàng"""
    ),
)

BODY_PHRASES: Final = _listed(
    """Ủy ban nhân dân, Hội đồng nhân dân, Viện kiểm sát nhân dân, Tòa án nhân dân, tối cao,
    cấp cao, Văn phòng Chính phủ, quân sự, Ban Chỉ huy quân sự, Bộ Chỉ huy quân sự, Bộ Tư lệnh,
    Ban quản lý, Ban Chỉ đạo, Ban Chấp hành, Ban Thường vụ, Đảng bộ, Đảng ủy, Tỉnh ủy, Thành ủy,
    Huyện ủy, Xã ủy, Bảo hiểm xã hội, Kho bạc Nhà nước, Mặt trận Tổ quốc, Hội Liên hiệp Phụ nữ,
    Hội Nông dân, Hội Cựu chiến binh, Đoàn Thanh niên, Liên đoàn Lao động, Việt Nam,
    Nội vụ, Tư pháp, Tài chính, Tài chính - Kế hoạch, Kế hoạch và Đầu tư, Công Thương, Xây dựng,
    Nông nghiệp và Môi trường, Nông nghiệp và Phát triển nông thôn, Tài nguyên và Môi trường,
    Giao thông vận tải, Giáo dục và Đào tạo, Khoa học và Công nghệ, Thông tin và Truyền thông,
    Văn hóa và Thông tin, Dân tộc và Tôn giáo, Ngoại giao, Quốc phòng, Ngoại vụ, Y tế,
    Lao động - Thương binh và Xã hội, Lao động - Thương binh, Lao động, và Xã hội, Quản lý đô thị,
    Kinh tế, Môi trường, Hạ tầng và Đô thị, Tiểu học, Trung học cơ sở, Trung học phổ thông, Mầm non,
    Cao đẳng, THCS, THPT, TNHH, UBND, HĐND, Thi hành án dân sự, Đăng ký đất đai,
    Phục vụ hành chính công, Quản lý thị trường, Thống kê, Chính phủ, Quốc hội"""
)
"""Parts of the names of bodies that are the same all over the country and sound like no place."""

BODY_BOOK: Final = phrasebook(BODY_PHRASES)

PROSE_BOOK: Final = phrasebook(
    _listed(
        """Ủy ban nhân dân, Hội đồng nhân dân, Ủy viên, Đảng ủy, Tỉnh ủy, Huyện ủy, Thành ủy, Xã ủy,
        bổ sung, sửa đổi, thay đổi, chuyển đổi, trao đổi, đổi mới, tổ chức, tổ chuyên môn, thủ tục,
        hành chính, công bố, phổ biến, hỗ trợ, xử lý, quản lý, cải cách, giải quyết, kết quả,
        kiểm tra, kiểm soát, kiểm sát, thống kê, nghiệp vụ, điện tử, chứng thực, lĩnh vực, nhiệm vụ,
        phê duyệt, triển khai, tổng hợp, thẩm định, đề nghị, bảo đảm, bảo vệ, quyết định, nghị định,
        thông tư, hướng dẫn, báo cáo, kế hoạch, đăng ký, thành phố, thị trấn, quốc gia, đẩy mạnh,
        phẩm chất, sản phẩm, hàng hóa, tài liệu, lưu trữ, hồ sơ, số hóa, cơ quan, văn phòng"""
    )
)
"""Words of which subjects and recipients consist, where a recogniser often misreads one mark."""

LEADING_BOOK: Final = phrasebook(
    _listed(
        """sở, bộ, cục, chi cục, tổng cục, phòng, ban, viện, trường, trường đại học, hội, hội đồng,
        văn phòng, thanh tra, trung tâm, bệnh viện, công an, công ty, tổng công ty, trạm, tòa án"""
    )
)
"""Words with which a name begins, but which are parts of place names as well (Vân Phong)."""

UNIT_BOOK: Final = phrasebook(UNITS.entries)

PROVINCE_BOOK: Final = phrasebook(dict.fromkeys((*PROVINCES.entries, *MERGED_PROVINCES.entries)))

CAPACITY_MARKS: Final = Enumeration(
    source="Nghị định 30/2020/NĐ-CP, Điều 13 và Phụ lục I, Phần I, mục II, khoản 7",
    valid_from=date(2020, 3, 5),
    entries=("TM", "KT", "TL", "TUQ", "Q"),
)
"""For the collective, for the head, by order of, by authority of, acting."""

OLDER_MARKS: Final = Enumeration(
    source="cách ghi trước đây và của Đảng",
    valid_from=None,
    entries=("T/M", "K/T", "T/L", "TUN", "T/UQ"),
)

DEPUTIES: Final = Enumeration(
    source="chức vụ của người ký và của cấp phó ký thay, Nghị định 30/2020/NĐ-CP, Điều 13",
    valid_from=date(2020, 3, 5),
    entries=tuple(
        (chief, deputy)
        for chief, _, deputy in (
            pair.partition(" > ")
            for pair in _listed(
                """Chủ tịch > Phó Chủ tịch, Bộ trưởng > Thứ trưởng, Giám đốc > Phó Giám đốc,
                Tổng giám đốc > Phó Tổng giám đốc, Cục trưởng > Phó Cục trưởng,
                Tổng cục trưởng > Phó Tổng cục trưởng, Chi cục trưởng > Phó Chi cục trưởng,
                Vụ trưởng > Phó Vụ trưởng, Viện trưởng > Phó Viện trưởng, Chánh án > Phó Chánh án,
                Chánh Văn phòng > Phó Chánh Văn phòng, Chánh Thanh tra > Phó Chánh Thanh tra,
                Hiệu trưởng > Phó Hiệu trưởng, Trưởng phòng > Phó Trưởng phòng,
                Trưởng ban > Phó Trưởng ban, Trưởng Công an > Phó Trưởng Công an,
                Chỉ huy trưởng > Phó Chỉ huy trưởng, Trưởng khoa > Phó Trưởng khoa,
                Trưởng trạm > Phó Trưởng trạm, Đội trưởng > Phó Đội trưởng,
                Tổ trưởng > Phó Tổ trưởng, Trưởng đoàn > Phó Trưởng đoàn,
                Hạt trưởng > Phó Hạt trưởng, Trưởng Thuế > Phó Trưởng Thuế,
                Tổng Thanh tra > Phó Tổng Thanh tra, Thống đốc > Phó Thống đốc,
                Tổng Kiểm toán > Phó Tổng Kiểm toán, Thủ tướng > Phó Thủ tướng,
                Bí thư > Phó Bí thư, Chủ nhiệm > Phó Chủ nhiệm"""
            )
        )
    ),
)
"""Who signs, and who signs under "KT." for them."""

OFFICES: Final = Enumeration(
    source="chức vụ của người ký, Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 7",
    valid_from=date(2020, 3, 5),
    entries=(
        *(office for pair in DEPUTIES.entries for office in pair),
        *_listed(
            """Tổng Bí thư, Phó Bí thư Thường trực, Phó Chủ tịch Thường trực, Ủy viên,
            Ủy viên Thường trực, Thường trực, Công chứng viên, Chủ tọa, Thẩm phán"""
        ),
    ),
)

COLLECTIVES: Final = Enumeration(
    source="tập thể mà người ký thay mặt (TM.)",
    valid_from=None,
    entries=_listed(
        """Ủy ban nhân dân, UBND, Hội đồng nhân dân, HĐND, Ban Thường vụ, Ban Chấp hành, Chính phủ,
        Thường trực, Hội đồng, Hội đồng quản trị, Chi ủy, Đảng ủy, Ban Chỉ đạo"""
    ),
)

CAPACITY_BOOK: Final = phrasebook(
    dict.fromkeys(
        (*OFFICES.entries, *COLLECTIVES.entries, *BODY_PHRASES, *UNITS.entries),
    )
)

AUTHORITIES: Final[tuple[str, ...]] = (
    *OFFICES.entries,
    *_listed(
        "Ủy ban nhân dân, Hội đồng nhân dân, Quốc hội, Chính phủ, Ban Thường vụ, Ban Chấp hành"
    ),
)
"""Who decides, on a line of its own between the subject and the grounds."""

RANKS: Final = Enumeration(
    source="cấp bậc hàm, học hàm, học vị có thể đứng trước họ tên người ký",
    valid_from=None,
    entries=_listed(
        """Thiếu úy, Trung úy, Thượng úy, Đại úy, Thiếu tá, Trung tá, Thượng tá, Đại tá,
        Thiếu tướng, Trung tướng, Thượng tướng, Đại tướng, GS, PGS, TS, ThS, BS, BSCKI, BSCKII,
        GS.TS, PGS.TS, CN, KS, LS, Thạc sĩ, Tiến sĩ, Bác sĩ, Luật sư"""
    ),
)

REMARKS: Final = Enumeration(
    source="ghi chú trong ngoặc sau tên nơi nhận",
    valid_from=None,
    entries=_listed(
        """để báo cáo, để b/c, b/c, để biết, để thực hiện, để t/h, để phối hợp, để p/h, để theo dõi,
        để chỉ đạo, để đăng tải, để thi hành, để giám sát, để kiểm tra, để tổng hợp, để lưu"""
    ),
)
REMARK_BOOK: Final = phrasebook(REMARKS.entries)

SURNAMES: Final = Enumeration(
    source="họ thường gặp của người Việt Nam, kể cả các dân tộc thiểu số",
    valid_from=None,
    entries=_listed(
        """Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý,
        An, Âu, Bạch, Bàn, Bế, Cao, Cát, Chế, Chu, Châu, Cù, Danh, Diệp, Doãn, Đàm, Đào, Điểu,
        Điêu, Đinh, Đoàn, Đồng, Đới, Đường, Giàng, Giáp, Hà, Hầu, Hạ, Hứa, Hùng, Kha, Khổng,
        Khuất, Kiên, Kiều, Kim, La, Lã, Lại, Lâm, Lèng, Liêu, Lò, Lô, Lộc, Lù, Lục, Lương,
        Lường, Lưu, Lữ, Mã, Mạc, Mai, Mẫn, Mông, Nghiêm, Ngọc, Ninh, Nông, Ong, Ông, Phí, Phùng,
        Phương, Quách, Quàng, Quan, Sa, Sầm, Sùng, Tạ, Tăng, Thạch, Thái, Thân, Thào, Thiều, Tô,
        Tôn, Tống, Triệu, Trịnh, Trương, Từ, Tưởng, Ung, Uông, Văn, Vàng, Vi, Viên, Vương, Vừ,
        Xa, Y, Ksor, Rơ, Siu, Nay, Hờ"""
    ),
)
"""A name that begins with none of them is answered with less confidence, not refused."""
