"""Reports, plans, proposals and minutes."""

from samples.documents.blocks import (
    MOTTO,
    Closing,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Subtitle,
    Title,
)

REPORT = Document(
    name="baocao_day",
    blocks=(
        Letterhead(
            left=("SỞ TƯ PHÁP", "TỈNH VĨNH KHÁNH", "Số: 415/BC-STP"),
            right=(*MOTTO, "Vĩnh Khánh, ngày 18 tháng 6 năm 2024"),
        ),
        Title(lines=("BÁO CÁO",)),
        Subtitle(
            lines=(
                "Kết quả thực hiện chứng thực bản sao điện tử 6 tháng đầu năm 2024",
                "và phương hướng, nhiệm vụ 6 tháng cuối năm",
            )
        ),
        Heading(text="I. TÌNH HÌNH TRIỂN KHAI"),
        Paragraph(
            text="Trong 6 tháng đầu năm, toàn tỉnh đã tiếp nhận 48.917 yêu cầu chứng thực "
            "bản sao từ bản chính, trong đó có 12.306 yêu cầu thực hiện bằng phương "
            "thức điện tử, chiếm 25,16%, tăng 9,4 điểm phần trăm so với cùng kỳ năm "
            "trước. Một số địa phương có tỷ lệ cao như huyện Đắk Hà (41,2%), thị xã "
            "An Khê (38,7%), huyện Kbang (33,5%); ngược lại, huyện Ia Grai mới đạt "
            "6,8%."
        ),
        Paragraph(
            text="Công tác phổ biến, giáo dục pháp luật được thực hiện thường xuyên với "
            "nhiều hình thức phong phú: niêm yết công khai, phát tờ gấp, đăng tải "
            "trên trang thông tin điện tử, tuyên truyền qua loa truyền thanh cơ sở "
            "bằng tiếng Việt và tiếng dân tộc thiểu số. Sở đã tổ chức 04 đợt kiểm "
            "tra tại 27 xã, phường; hướng dẫn nghiệp vụ trực tuyến cho 356 lượt công "
            "chức."
        ),
        Heading(text="II. KHÓ KHĂN, VƯỚNG MẮC"),
        Paragraph(
            text="1. Hạ tầng kỹ thuật chưa đồng bộ; tốc độ đường truyền ở vùng sâu, vùng "
            "xa còn yếu, thường xuyên gián đoạn. Nhiều máy quét đã cũ, ảnh quét bị "
            "nghiêng, mờ, lẫn vệt đen, làm giảm chất lượng nhận dạng ký tự, nhất là "
            "dấu hỏi, dấu ngã và các chữ ă, â, ê, ô, ơ, ư, đ."
        ),
        Paragraph(
            text="2. Nhận thức của một bộ phận người dân còn hạn chế, vẫn giữ thói quen "
            "sử dụng bản giấy; nhiều cơ quan, tổ chức, ngân hàng chưa chấp nhận bản "
            "sao chứng thực điện tử mặc dù pháp luật đã quy định giá trị sử dụng "
            "tương đương."
        ),
        Paragraph(
            text="3. Công chức tư pháp - hộ tịch cấp xã phải kiêm nhiệm nhiều lĩnh vực; "
            "việc nhập dữ liệu thủ công dẫn đến sai sót về họ tên, ngày tháng năm "
            "sinh, số định danh cá nhân, phải đính chính nhiều lần."
        ),
        Heading(text="III. PHƯƠNG HƯỚNG, NHIỆM VỤ"),
        Paragraph(
            text="Tiếp tục tham mưu Ủy ban nhân dân tỉnh ban hành chỉ tiêu cụ thể cho "
            "từng địa phương, phấn đấu đến ngày 31 tháng 12 năm 2024 đạt tối thiểu "
            "50% yêu cầu được thực hiện trên Cổng dịch vụ công quốc gia. Đẩy mạnh "
            "kết nối, chia sẻ dữ liệu giữa Hệ thống thông tin giải quyết thủ tục "
            "hành chính với Cơ sở dữ liệu hộ tịch điện tử; bảo đảm an toàn, an ninh "
            "mạng, bảo vệ dữ liệu cá nhân theo quy định."
        ),
        Paragraph(
            text="Đề nghị Cục Hộ tịch, quốc tịch, chứng thực xem xét, sửa đổi quy định về "
            "phí chứng thực điện tử theo hướng miễn hoặc giảm 50%; nghiên cứu bổ "
            "sung mẫu lời chứng dùng chung, thống nhất định dạng tệp PDF/A cho tài "
            "liệu lưu trữ lâu dài."
        ),
        Closing(
            left=("Nơi nhận:", "- Bộ Tư pháp (b/c);", "- UBND tỉnh (b/c);", "- Lưu: VT, BTTP."),
            right=("GIÁM ĐỐC", "", "", "", "Đoàn Thị Mỹ Duyên"),
        ),
    ),
)

PLAN = Document(
    name="kehoach",
    blocks=(
        Letterhead(
            left=("TRƯỜNG THPT", "CHU VĂN AN", "Số: 58/KH-CVA"),
            right=(*MOTTO, "Lạng Giang, ngày 05 tháng 9 năm 2023"),
        ),
        Title(lines=("KẾ HOẠCH",)),
        Subtitle(lines=("Phòng cháy, chữa cháy và cứu nạn, cứu hộ năm học 2023 - 2024",)),
        Heading(text="I. MỤC ĐÍCH, YÊU CẦU"),
        Paragraph(
            text="Nâng cao nhận thức, trách nhiệm của cán bộ, giáo viên, nhân viên và học "
            "sinh trong công tác phòng cháy, chữa cháy; kịp thời phát hiện, khắc "
            "phục sơ hở, thiếu sót; hạn chế đến mức thấp nhất thiệt hại về người và "
            "tài sản khi có sự cố xảy ra."
        ),
        Heading(text="II. NỘI DUNG"),
        Paragraph(
            text="1. Kiện toàn đội phòng cháy, chữa cháy cơ sở gồm 15 thành viên, do đồng "
            "chí Phó Hiệu trưởng phụ trách cơ sở vật chất làm đội trưởng."
        ),
        Paragraph(
            text="2. Kiểm tra, bảo dưỡng 42 bình chữa cháy xách tay, 06 họng nước vách "
            "tường, hệ thống đèn chiếu sáng sự cố, biển chỉ dẫn thoát nạn tại các "
            "dãy phòng học A, B, C và ký túc xá."
        ),
        Paragraph(
            text="3. Tổ chức diễn tập phương án thoát nạn cho 1.268 học sinh vào tuần thứ "
            "ba của tháng 10; mời Đội Cảnh sát phòng cháy, chữa cháy huyện hướng dẫn "
            "kỹ năng sử dụng mặt nạ lọc độc, dây cứu người, thang thoát hiểm."
        ),
        Paragraph(
            text="4. Tuyệt đối không câu mắc điện tùy tiện, không đun nấu trong phòng ở; "
            "ngắt cầu dao trước khi ra về; không để xe, vật dụng cản trở lối thoát "
            "nạn."
        ),
        Heading(text="III. TỔ CHỨC THỰC HIỆN"),
        Paragraph(
            text="Ban Giám hiệu chỉ đạo chung. Giáo viên chủ nhiệm lồng ghép nội dung vào "
            "giờ sinh hoạt lớp, nhắc nhở học sinh ký cam kết. Tổ Văn phòng dự trù "
            "kinh phí 23.500.000 đồng, mua sắm bổ sung trang thiết bị, lưu trữ hồ sơ "
            "theo dõi. Bảo vệ trực 24/24 giờ, ghi chép đầy đủ sổ trực."
        ),
        Paragraph(
            text="Trên đây là kế hoạch của nhà trường, đề nghị các bộ phận nghiêm túc "
            "thực hiện; trong quá trình triển khai nếu có vướng mắc, phản ánh kịp "
            "thời về Tổ Văn phòng để được giải quyết./."
        ),
        Closing(
            left=("Nơi nhận:", "- Sở GDĐT (để báo cáo);", "- Các tổ chuyên môn;", "- Lưu: VT."),
            right=("HIỆU TRƯỞNG", "", "", "", "", "Mạc Đình Phú"),
        ),
    ),
)

MINUTES = Document(
    name="bienban",
    blocks=(
        Letterhead(
            left=("HỘI ĐỒNG XÁC ĐỊNH GIÁ TRỊ", "TÀI LIỆU HUYỆN CẦU KÈ", "Số: 09/BB-HĐ"),
            right=(*MOTTO, "Cầu Kè, ngày 21 tháng 11 năm 2022"),
        ),
        Title(lines=("BIÊN BẢN",)),
        Subtitle(lines=("Họp Hội đồng xác định giá trị tài liệu",)),
        Paragraph(
            text="Hôm nay, vào lúc 8 giờ 30 phút ngày 21 tháng 11 năm 2022, tại Hội "
            "trường Ủy ban nhân dân huyện, Hội đồng tiến hành họp xem xét danh mục "
            "tài liệu hết giá trị."
        ),
        Heading(text="1. Thành phần tham dự"),
        Paragraph(
            text="- Chủ trì: Ông Thạch Sô Phát, Phó Chủ tịch Ủy ban nhân dân huyện, Chủ "
            "tịch Hội đồng;"
        ),
        Paragraph(text="- Thư ký: Bà Trương Thị Bé Bảy, chuyên viên Phòng Nội vụ;"),
        Paragraph(
            text="- Ủy viên: Ông Kiên Sóc Kha; bà Quách Thị Mỹ Lệ; ông Từ Văn Đẹt; vắng "
            "01 (có lý do)."
        ),
        Heading(text="2. Nội dung"),
        Paragraph(
            text="Thư ký trình bày thuyết minh khối tài liệu phông Phòng Thương nghiệp "
            "(1979 - 1991), tổng số 36,5 mét giá, gồm 214 hộp; trong đó đề nghị giữ "
            "lại bảo quản vĩnh viễn 88 hộp, bảo quản có thời hạn 51 hộp, loại hủy 75 "
            "hộp do trùng thừa, tư liệu tham khảo, bản nháp."
        ),
        Paragraph(
            text="Ông Từ Văn Đẹt đề nghị cân nhắc giữ lại sổ phân phối nhu yếu phẩm vì có "
            "ý nghĩa lịch sử đối với địa phương thời kỳ bao cấp. Bà Quách Thị Mỹ Lệ "
            "nhất trí với ý kiến trên, đồng thời đề nghị quét lưu tệp ảnh trước khi "
            "tiêu hủy số còn lại. Hội đồng biểu quyết: 6/6 thành viên có mặt tán "
            "thành, đạt tỷ lệ 100%."
        ),
        Heading(text="3. Kết luận"),
        Paragraph(
            text="Thống nhất chuyển 03 hộp sổ phân phối sang nhóm bảo quản vĩnh viễn; "
            "loại hủy 72 hộp. Giao Phòng Nội vụ hoàn chỉnh hồ sơ, gửi Trung tâm Lưu "
            "trữ lịch sử tỉnh thẩm tra. Cuộc họp kết thúc lúc 10 giờ 45 phút cùng "
            "ngày; biên bản được lập thành 03 bản, có giá trị như nhau, đã đọc lại "
            "cho mọi người cùng nghe và nhất trí ký tên."
        ),
        Closing(
            left=("THƯ KÝ", "", "", "", "Trương Thị Bé Bảy"),
            right=("CHỦ TỊCH HỘI ĐỒNG", "", "", "", "Thạch Sô Phát"),
        ),
    ),
)

PROPOSAL = Document(
    name="totrinh",
    blocks=(
        Letterhead(
            left=("BỘ CHỈ HUY QUÂN SỰ TỈNH", "BAN CHỈ HUY QUÂN SỰ HUYỆN", "Số: 233/TTr-BCH"),
            right=(*MOTTO, "Mường Chà, ngày 16 tháng 02 năm 2023"),
        ),
        Title(lines=("TỜ TRÌNH",)),
        Subtitle(
            lines=(
                "Về việc đề nghị hỗ trợ kinh phí sửa chữa nhà kho lưu giữ hồ sơ",
                "người có công với cách mạng",
            )
        ),
        Paragraph(text="Kính gửi: Ủy ban nhân dân huyện Mường Chà."),
        Paragraph(
            text="Hiện nay, đơn vị đang quản lý hơn 4.300 bộ hồ sơ quân nhân xuất ngũ, "
            "thanh niên xung phong, dân công hỏa tuyến tham gia kháng chiến. Phần "
            "lớn hồ sơ được lập bằng giấy dó, giấy pơ-luya, viết tay hoặc đánh máy "
            "chữ từ những năm 1960 - 1985, nét chữ đã phai mờ. Nhà kho cấp 4 xây "
            "dựng năm 1998, diện tích 64 m², mái lợp phi-brô xi măng bị dột, tường "
            "nứt, nền thấp, thường xuyên ngập úng vào mùa mưa."
        ),
        Paragraph(
            text="Để bảo vệ an toàn tài liệu, phục vụ việc tra cứu, xác nhận, giải quyết "
            "chế độ chính sách cho đối tượng được kịp thời, chính xác, Ban Chỉ huy "
            "quân sự huyện đề nghị Ủy ban nhân dân huyện xem xét, hỗ trợ những nội "
            "dung sau:"
        ),
        Paragraph(
            text="a) Sửa chữa, chống thấm mái, nâng nền kho thêm 0,45 m; lắp đặt 02 máy "
            "hút ẩm, 08 giá sắt di động: dự toán 187.600.000 đồng;"
        ),
        Paragraph(
            text="b) Mua 01 máy quét khổ A3 có khay nạp tự động, tốc độ từ 60 tờ/phút; 02 "
            "bộ máy vi tính: dự toán 96.250.000 đồng;"
        ),
        Paragraph(
            text="c) Thuê khoán lao động khử trùng, tu bổ, bồi nền, số hóa hồ sơ: dự toán "
            "142.000.000 đồng. Tổng cộng: 425.850.000 đồng (Bốn trăm hai mươi lăm "
            "triệu tám trăm năm mươi nghìn đồng)."
        ),
        Paragraph(
            text="Thời gian thực hiện dự kiến từ tháng 4 đến hết tháng 10 năm 2023. Đơn "
            "vị cam kết sử dụng kinh phí đúng mục đích, thanh quyết toán theo quy "
            "định của Luật Ngân sách nhà nước."
        ),
        Paragraph(text="Kính đề nghị Ủy ban nhân dân huyện quan tâm, phê duyệt./."),
        Closing(
            left=("Nơi nhận:", "- Như trên;", "- Phòng TC-KH huyện;", "- Lưu: VT, CT."),
            right=("CHỈ HUY TRƯỞNG", "", "", "", "", "Trung tá Lò Văn Ướng"),
        ),
    ),
)
