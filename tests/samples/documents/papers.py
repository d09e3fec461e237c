"""Papers of citizens and offices: forms, certificates, invoices, lists."""

from samples.documents.blocks import (
    MOTTO,
    Closing,
    Document,
    Field,
    Heading,
    Letterhead,
    Paragraph,
    Subtitle,
    Table,
    Title,
)

BIRTH_RECORD = Document(
    name="khaisinh",
    blocks=(
        Letterhead(
            left=("ỦY BAN NHÂN DÂN", "XÃ PHƯỚC MỸ", "Số: 318/2022"),
            right=(*MOTTO, "Mẫu TP/HT-2020-KS.1"),
        ),
        Title(lines=("GIẤY KHAI SINH",)),
        Subtitle(lines=("(BẢN CHÍNH)",)),
        Field(label="Họ, chữ đệm, tên:", value="LƯƠNG NGUYỄN BẢO QUỲNH"),
        Field(label="Ngày, tháng, năm sinh:", value="17/5/2022"),
        Field(
            label="Ghi bằng chữ:",
            value="Ngày mười bảy tháng năm năm hai nghìn không trăm hai mươi hai",
        ),
        Field(label="Giới tính:", value="Nữ          Dân tộc: Kinh          Quốc tịch: Việt Nam"),
        Field(label="Nơi sinh:", value="Bệnh viện Đa khoa khu vực Bồng Sơn, tỉnh Bình Định"),
        Field(label="Quê quán:", value="xã Phước Mỹ, thành phố Quy Nhơn, tỉnh Bình Định"),
        Field(label="Số định danh cá nhân:", value="052322004817"),
        Field(label="Họ, chữ đệm, tên người mẹ:", value="NGUYỄN THỊ DIỄM HƯƠNG"),
        Field(label="Năm sinh:", value="1994          Dân tộc: Kinh          Quốc tịch: Việt Nam"),
        Field(label="Nơi cư trú:", value="thôn Mỹ Lợi, xã Phước Mỹ, thành phố Quy Nhơn"),
        Field(label="Họ, chữ đệm, tên người cha:", value="LƯƠNG VĂN TUẤN"),
        Field(label="Năm sinh:", value="1991          Dân tộc: Kinh          Quốc tịch: Việt Nam"),
        Field(label="Nơi cư trú:", value="thôn Mỹ Lợi, xã Phước Mỹ, thành phố Quy Nhơn"),
        Field(label="Họ, chữ đệm, tên người đi khai sinh:", value="Lương Văn Tuấn"),
        Field(label="Giấy tờ tùy thân:", value="Căn cước công dân số 052091006633"),
        Field(label="Nơi đăng ký khai sinh:", value="Ủy ban nhân dân xã Phước Mỹ"),
        Field(label="Ngày, tháng, năm đăng ký:", value="02/6/2022"),
        Field(label="Ghi chú:", value="Đăng ký đúng hạn"),
        Closing(
            left=("NGƯỜI KÝ GIẤY KHAI SINH", "(Ký, ghi rõ họ tên)"),
            right=("CHỦ TỊCH", "", "", "", "Đặng Thị Hồng Nhung"),
        ),
    ),
)

CERTIFICATE = Document(
    name="giaychungnhan",
    blocks=(
        Letterhead(
            left=("SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI TỈNH BẮC HÀ", "Số: 0472/GCN-SLĐ"),
            right=(*MOTTO, "Bắc Hà, ngày 09 tháng 12 năm 2022"),
        ),
        Title(lines=("GIẤY CHỨNG NHẬN",)),
        Subtitle(lines=("ĐỦ ĐIỀU KIỆN HOẠT ĐỘNG ĐÀO TẠO, BỒI DƯỠNG NGHIỆP VỤ",)),
        Paragraph(text="GIÁM ĐỐC SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI CHỨNG NHẬN:"),
        Paragraph(
            text="1. Tên đơn vị: Trung tâm Giáo dục nghề nghiệp và Hỗ trợ việc làm Thủy Nguyên."
        ),
        Paragraph(
            text="2. Địa chỉ trụ sở chính: số 45, đường Võ Nguyên Giáp, phường Đông Khê, "
            "thành phố Bắc Hà. Điện thoại: 0205.3812.466; thư điện tử: "
            "tuyensinh@thuynguyen.example.vn."
        ),
        Paragraph(
            text="3. Người đại diện theo pháp luật: Bà Phạm Thị Thu Huyền, chức vụ: Giám "
            "đốc Trung tâm, sinh ngày 22 tháng 01 năm 1979, số căn cước: "
            "020179003158, cấp ngày 11 tháng 8 năm 2021."
        ),
        Paragraph(
            text="4. Đã đáp ứng đủ điều kiện về cơ sở vật chất, trang thiết bị, đội ngũ "
            "giảng viên theo quy định tại Nghị định số 140/2018/NĐ-CP để tổ chức các "
            "lớp huấn luyện an toàn, vệ sinh lao động nhóm 1, nhóm 3 và nhóm 4."
        ),
        Paragraph(
            text="5. Giấy chứng nhận này có giá trị 05 năm kể từ ngày ký. Trước khi hết "
            "hạn 30 ngày, đơn vị phải gửi hồ sơ đề nghị gia hạn; khi thay đổi địa "
            "chỉ hoặc phạm vi hoạt động phải thông báo bằng văn bản để được cấp đổi, "
            "bổ sung."
        ),
        Closing(
            left=("Vào sổ số: 118/QLLĐ", "Ngày 09/12/2022"),
            right=("GIÁM ĐỐC", "", "", "", "", "Hoàng Ngọc Khuê"),
        ),
    ),
)

INVOICE = Document(
    name="hoadon",
    blocks=(
        Title(lines=("HÓA ĐƠN GIÁ TRỊ GIA TĂNG",)),
        Subtitle(lines=("(Bản thể hiện của hóa đơn điện tử)", "Ngày 30 tháng 6 năm 2023")),
        Field(label="Đơn vị bán hàng:", value="Công ty TNHH Thiết bị văn phòng Tân Việt Hưng"),
        Field(label="Mã số thuế:", value="0312654789"),
        Field(
            label="Địa chỉ:",
            value="218 Nguyễn Thị Minh Khai, phường 6, quận 3, Thành phố Hồ Chí Minh",
        ),
        Field(label="Họ tên người mua hàng:", value="Lê Thị Ngọc Ánh"),
        Field(label="Tên đơn vị:", value="Trường Trung học cơ sở Nguyễn Du"),
        Field(label="Hình thức thanh toán:", value="Chuyển khoản"),
        Table(
            rows=(
                (
                    "STT",
                    "Tên hàng hóa, dịch vụ",
                    "Đơn vị tính",
                    "Số lượng",
                    "Đơn giá",
                    "Thành tiền",
                ),
                ("1", "Giấy in khổ A4 định lượng 70 gsm", "Ram", "120", "68.500", "8.220.000"),
                ("2", "Bút bi xanh Thiên Long", "Hộp", "35", "72.000", "2.520.000"),
                ("3", "Mực in máy quét văn bản", "Bình", "14", "415.000", "5.810.000"),
                ("4", "Bìa hồ sơ lưu trữ có dây buộc", "Cái", "600", "9.800", "5.880.000"),
                ("5", "Kẹp giấy, ghim bấm các loại", "Hộp", "48", "16.500", "792.000"),
                ("6", "Công bảo dưỡng máy hủy tài liệu", "Lần", "2", "650.000", "1.300.000"),
                ("7", "Sổ ghi chép bìa cứng", "Quyển", "90", "27.000", "2.430.000"),
            ),
            widths=(0.08, 0.38, 0.14, 0.12, 0.13, 0.15),
        ),
        Paragraph(
            text="Cộng tiền hàng: 26.952.000 đồng. Thuế suất thuế giá trị gia tăng: 8%. "
            "Tiền thuế: 2.156.160 đồng."
        ),
        Heading(text="Tổng cộng tiền thanh toán: 29.108.160 đồng"),
        Paragraph(
            text="Số tiền viết bằng chữ: Hai mươi chín triệu một trăm lẻ tám nghìn một "
            "trăm sáu mươi đồng."
        ),
        Closing(
            left=("Người mua hàng", "(Ký, ghi rõ họ tên)", "", "", "", "Lê Thị Ngọc Ánh"),
            right=("Người bán hàng", "(Ký, đóng dấu)", "", "", "", "Vũ Mạnh Cường"),
        ),
    ),
)

LIST_OF_FILES = Document(
    name="danhmuc_bang",
    blocks=(
        Letterhead(left=("UBND HUYỆN NGHĨA HƯNG", "PHÒNG NỘI VỤ"), right=MOTTO),
        Title(lines=("DANH MỤC HỒ SƠ GIAO NỘP",)),
        Subtitle(lines=("Kèm theo Biên bản giao nhận tài liệu ngày 12 tháng 7 năm 2023",)),
        Table(
            rows=(
                ("Số TT", "Số ký hiệu", "Tiêu đề hồ sơ", "Thời gian", "Số tờ"),
                (
                    "01",
                    "12/TĐKT",
                    "Hồ sơ khen thưởng phong trào thi đua yêu nước",
                    "2015-2016",
                    "148",
                ),
                ("02", "07/CCVC", "Hồ sơ tuyển dụng viên chức sự nghiệp giáo dục", "2017", "312"),
                ("03", "21/ĐGHC", "Hồ sơ điều chỉnh địa giới xã Nghĩa Thắng", "2018-2019", "96"),
                ("04", "33/TG", "Tập văn bản về quản lý tín ngưỡng, lễ hội", "2016-2020", "205"),
                ("05", "05/CCHC", "Báo cáo tự chấm điểm chỉ số cải cách hành chính", "2019", "67"),
                ("06", "14/VTLT", "Hồ sơ kiểm tra công tác văn thư, lưu trữ", "2020", "83"),
                ("07", "28/XDCQ", "Hồ sơ bầu cử đại biểu Hội đồng nhân dân các cấp", "2021", "421"),
                ("08", "19/TN", "Chương trình hỗ trợ thanh niên khởi nghiệp", "2021-2022", "59"),
                ("09", "40/HCC", "Sổ theo dõi tiếp nhận và trả kết quả", "2022", "180"),
                ("10", "02/KT", "Quyết toán kinh phí, chứng từ thu chi", "2022", "264"),
                (
                    "11",
                    "11/PCTN",
                    "Kê khai tài sản, thu nhập của người có chức vụ",
                    "2020-2022",
                    "137",
                ),
            ),
            widths=(0.08, 0.15, 0.47, 0.17, 0.13),
        ),
        Paragraph(
            text="Danh mục này gồm có 11 hồ sơ, tổng cộng 1.972 tờ tài liệu. Tình trạng "
            "vật lý: bình thường; một số tờ bị ố vàng, quăn mép."
        ),
        Closing(
            left=("BÊN GIAO", "", "", "", "Phạm Văn Thiều"),
            right=("BÊN NHẬN", "", "", "", "Đỗ Thị Hải Yến"),
        ),
    ),
)
