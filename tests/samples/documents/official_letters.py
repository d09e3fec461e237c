"""Letters, decisions and notices of committees."""

from samples.documents.blocks import (
    MOTTO,
    Closing,
    Document,
    Letterhead,
    Paragraph,
    Subtitle,
    Title,
)

DISPATCH = Document(
    name="congvan_sohoa",
    blocks=(
        Letterhead(
            left=("ỦY BAN NHÂN DÂN", "HUYỆN THANH LÂM", "Số: 1287/UBND-VP"),
            right=(*MOTTO, "Thanh Lâm, ngày 14 tháng 8 năm 2024"),
        ),
        Paragraph(
            text="V/v đẩy mạnh số hóa hồ sơ, kết quả giải quyết thủ tục hành chính và "
            "thực hiện chứng thực bản sao điện tử từ bản chính",
            italic=True,
        ),
        Paragraph(text="Kính gửi: - Trưởng các cơ quan chuyên môn thuộc UBND huyện;"),
        Paragraph(text="- Chủ tịch Ủy ban nhân dân các xã, thị trấn."),
        Paragraph(
            text="Thực hiện Nghị định số 45/2020/NĐ-CP ngày 08 tháng 4 năm 2020 của Chính "
            "phủ về thực hiện thủ tục hành chính trên môi trường điện tử; Nghị định "
            "số 107/2021/NĐ-CP ngày 06 tháng 12 năm 2021 sửa đổi, bổ sung một số "
            "điều của Nghị định số 61/2018/NĐ-CP về thực hiện cơ chế một cửa, một "
            "cửa liên thông trong giải quyết thủ tục hành chính."
        ),
        Paragraph(
            text="Theo số liệu do Văn phòng Ủy ban nhân dân tỉnh thông báo tại Công văn "
            "số 3095/VP-KSTT ngày 02 tháng 8 năm 2024, tỷ lệ số hóa hồ sơ, kết quả "
            "giải quyết thủ tục hành chính của huyện trong 7 tháng đầu năm đạt "
            "61,4%, còn thấp so với mục tiêu kế hoạch đề ra; một số xã chưa phát "
            "sinh hồ sơ chứng thực bản sao điện tử từ bản chính. Nguyên nhân chủ yếu "
            "là do công chức tại Bộ phận tiếp nhận và trả kết quả chưa thường xuyên "
            "thực hiện việc quét, ký số tài liệu ngay khi tiếp nhận."
        ),
        Paragraph(
            text="Để khắc phục những tồn tại, hạn chế nêu trên, Chủ tịch Ủy ban nhân dân "
            "huyện yêu cầu:"
        ),
        Paragraph(
            text="1. Thủ trưởng các cơ quan, đơn vị; Chủ tịch Ủy ban nhân dân các xã, thị "
            "trấn trực tiếp chỉ đạo, chịu trách nhiệm toàn diện về kết quả số hóa; "
            "bảo đảm 100% hồ sơ tiếp nhận mới được số hóa, tái sử dụng dữ liệu, "
            "không yêu cầu người dân nộp lại giấy tờ đã có trong Kho quản lý dữ liệu "
            "điện tử."
        ),
        Paragraph(
            text="2. Phòng Tư pháp hướng dẫn nghiệp vụ, đôn đốc Ủy ban nhân dân cấp xã "
            "tuyên truyền, vận động người dân, doanh nghiệp thực hiện chứng thực bản "
            "sao điện tử; tổng hợp khó khăn, vướng mắc, báo cáo trước ngày 25 hằng "
            "tháng."
        ),
        Paragraph(
            text="3. Phòng Văn hóa và Thông tin rà soát, bổ sung máy quét, chứng thư số "
            "chuyên dùng; hỗ trợ kỹ thuật trong quá trình triển khai."
        ),
        Paragraph(text="Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./."),
        Closing(
            left=("Nơi nhận:", "- Như trên;", "- Chủ tịch, các PCT UBND huyện;", "- Lưu: VT, VP."),
            right=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "", "Nguyễn Đức Thắng"),
        ),
    ),
)

DECISION = Document(
    name="quyetdinh_quyche",
    blocks=(
        Letterhead(
            left=("ỦY BAN NHÂN DÂN", "TỈNH HẢI SƠN", "Số: 2156/QĐ-UBND"),
            right=(*MOTTO, "Hải Sơn, ngày 27 tháng 9 năm 2023"),
        ),
        Title(lines=("QUYẾT ĐỊNH",)),
        Subtitle(
            lines=(
                "Về việc ban hành Quy chế quản lý, vận hành và khai thác",
                "Kho lưu trữ điện tử của tỉnh",
            )
        ),
        Subtitle(lines=("ỦY BAN NHÂN DÂN TỈNH HẢI SƠN",)),
        Paragraph(
            text="Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; "
            "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ "
            "chức chính quyền địa phương ngày 22 tháng 11 năm 2019;",
            italic=True,
        ),
        Paragraph(text="Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;", italic=True),
        Paragraph(
            text="Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính "
            "phủ về công tác văn thư;",
            italic=True,
        ),
        Paragraph(
            text="Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 184/TTr-SNV ngày 15 "
            "tháng 9 năm 2023.",
            italic=True,
        ),
        Subtitle(lines=("QUYẾT ĐỊNH:",)),
        Paragraph(
            text="Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý, vận hành và "
            "khai thác Kho lưu trữ điện tử của tỉnh Hải Sơn, gồm 5 chương, 23 điều."
        ),
        Paragraph(
            text="Điều 2. Giao Sở Nội vụ chủ trì, phối hợp với Sở Thông tin và Truyền "
            "thông tổ chức hướng dẫn, kiểm tra, giám sát việc thực hiện; định kỳ 6 "
            "tháng, hằng năm tổng hợp, báo cáo Ủy ban nhân dân tỉnh kết quả thực "
            "hiện theo quy định."
        ),
        Paragraph(
            text="Điều 3. Quyết định này có hiệu lực kể từ ngày 10 tháng 10 năm 2023 và "
            "thay thế Quyết định số 1432/QĐ-UBND ngày 18 tháng 7 năm 2017 của Ủy ban "
            "nhân dân tỉnh."
        ),
        Paragraph(
            text="Điều 4. Chánh Văn phòng Ủy ban nhân dân tỉnh; Giám đốc các sở, thủ "
            "trưởng các ban, ngành; Chủ tịch Ủy ban nhân dân các huyện, thị xã, "
            "thành phố và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi "
            "hành Quyết định này./."
        ),
        Closing(
            left=(
                "Nơi nhận:",
                "- Như Điều 4;",
                "- Bộ Nội vụ (để báo cáo);",
                "- Thường trực Tỉnh ủy;",
                "- Lưu: VT, NC.",
            ),
            right=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "", "Trần Quốc Vượng"),
        ),
    ),
)

NOTICE = Document(
    name="thongbao_ketluan",
    blocks=(
        Letterhead(
            left=("UBND THÀNH PHỐ LONG XUYÊN", "VĂN PHÒNG", "Số: 76/TB-VP"),
            right=(*MOTTO, "Long Xuyên, ngày 03 tháng 4 năm 2023"),
        ),
        Title(lines=("THÔNG BÁO",)),
        Subtitle(
            lines=(
                "Kết luận của Phó Chủ tịch Ủy ban nhân dân thành phố tại cuộc họp",
                "rà soát tiến độ chỉnh lý tài liệu tồn đọng",
            )
        ),
        Paragraph(
            text="Ngày 31 tháng 3 năm 2023, tại phòng họp số 2, đồng chí Huỳnh Thị Kim "
            "Ngân, Phó Chủ tịch Ủy ban nhân dân thành phố đã chủ trì cuộc họp rà "
            "soát tiến độ thực hiện kế hoạch chỉnh lý, số hóa tài liệu tồn đọng giai "
            "đoạn 2021 - 2025. Tham dự có lãnh đạo các phòng: Nội vụ, Tài chính - Kế "
            "hoạch, Tài nguyên và Môi trường, Quản lý đô thị; Chủ tịch Ủy ban nhân "
            "dân 13 phường, xã."
        ),
        Paragraph(
            text="Sau khi nghe Trưởng phòng Nội vụ báo cáo và ý kiến phát biểu của các "
            "đại biểu, Phó Chủ tịch Ủy ban nhân dân thành phố kết luận như sau:"
        ),
        Paragraph(
            text="1. Ghi nhận và biểu dương sự nỗ lực của phường Mỹ Bình, phường Mỹ Xuyên "
            "đã hoàn thành trước thời hạn; phê bình các đơn vị chưa bố trí kho bảo "
            "quản, để tài liệu ẩm mốc, mối xông, hư hỏng."
        ),
        Paragraph(
            text="2. Giao Phòng Nội vụ khẩn trương thẩm định hồ sơ, trình phê duyệt danh "
            "mục tài liệu hết giá trị trước ngày 20 tháng 4 năm 2023; tổ chức tập "
            "huấn kỹ năng lập hồ sơ công việc, giao nộp hồ sơ vào lưu trữ cơ quan "
            "cho toàn thể công chức, viên chức."
        ),
        Paragraph(
            text="3. Giao Phòng Tài chính - Kế hoạch cân đối, bố trí kinh phí khoảng 1,85 "
            "tỷ đồng từ nguồn sự nghiệp để thuê đơn vị tư vấn thực hiện quét, nhập "
            "liệu, kiểm tra chất lượng; quyết toán đúng chế độ, tiết kiệm, hiệu quả."
        ),
        Paragraph(
            text="4. Đối với tài liệu đất đai hình thành trước năm 1993 bị nhòe chữ, rách "
            "nát thì lập biên bản hiện trạng, không tự ý tiêu hủy; xin ý kiến Chi "
            "cục Văn thư - Lưu trữ tỉnh để có phương án phục chế."
        ),
        Paragraph(
            text="Văn phòng Ủy ban nhân dân thành phố thông báo để các cơ quan, đơn vị "
            "biết, thực hiện./."
        ),
        Closing(
            left=(
                "Nơi nhận:",
                "- CT, các PCT UBND thành phố;",
                "- Các phòng, ban chuyên môn;",
                "- UBND các phường, xã;",
                "- Lưu: VT, TH.",
            ),
            right=("CHÁNH VĂN PHÒNG", "", "", "", "", "Bùi Xuân Trường"),
        ),
    ),
)
