"""What citizens bring to the counter: applications, declarations, mandates, agreements."""

from samples.documents.blocks import (
    MOTTO,
    Closing,
    Document,
    Field,
    Heading,
    Letterhead,
    Paragraph,
    Subtitle,
    Title,
)
from samples.documents.people import Person


def application(person: Person) -> Document:
    """Return an application to have one's residence confirmed."""
    return Document(
        name="don_xac_nhan",
        blocks=(
            Subtitle(lines=MOTTO),
            Title(lines=("ĐƠN XIN XÁC NHẬN NƠI CƯ TRÚ",)),
            Paragraph(text=f"Kính gửi: Ủy ban nhân dân {person.commune}."),
            Paragraph(
                text=f"Tôi tên là: {person.name}, sinh ngày {person.born}, số định danh cá nhân: "
                f"{person.number}. Nơi thường trú: {person.home}."
            ),
            Paragraph(
                text="Tôi làm đơn này kính đề nghị Ủy ban nhân dân xác nhận tôi hiện đang cư trú "
                "ổn định tại địa chỉ nêu trên từ năm 2012 đến nay, chấp hành đầy đủ chủ trương của "
                "Đảng, pháp luật của Nhà nước và các quy định của địa phương."
            ),
            Paragraph(
                text="Lý do xin xác nhận: bổ sung hồ sơ đề nghị vay vốn ưu đãi tại Ngân hàng Chính "
                "sách xã hội huyện."
            ),
            Paragraph(
                text="Tôi xin cam đoan những lời khai trên là đúng sự thật và chịu trách nhiệm "
                "trước pháp luật nếu khai sai. Trân trọng cảm ơn!"
            ),
            Closing(
                left=("XÁC NHẬN CỦA UBND", "(Ký, đóng dấu)"),
                right=("NGƯỜI LÀM ĐƠN", "(Ký, ghi rõ họ tên)", "", "", person.name),
            ),
        ),
    )


def declaration(person: Person) -> Document:
    """Return a form that asks for an extract of a civil status record."""
    return Document(
        name="to_khai",
        blocks=(
            Subtitle(lines=MOTTO),
            Title(lines=("TỜ KHAI",)),
            Subtitle(lines=("ĐỀ NGHỊ CẤP BẢN SAO TRÍCH LỤC HỘ TỊCH",)),
            Paragraph(text=f"Kính gửi: Ủy ban nhân dân {person.commune}"),
            Field(label="Họ, chữ đệm, tên người yêu cầu:", value=person.name.upper()),
            Field(label="Ngày, tháng, năm sinh:", value=person.born),
            Field(label="Nơi cư trú:", value=person.home),
            Field(label="Giấy tờ tùy thân:", value=f"Căn cước số {person.number}"),
            Field(label="Quan hệ với người được cấp:", value="Bản thân"),
            Heading(text="Đề nghị cơ quan cấp bản sao trích lục khai sinh cho người có tên sau:"),
            Field(label="Họ, chữ đệm, tên:", value=person.name.upper()),
            Field(label="Dân tộc:", value="Kinh          Quốc tịch: Việt Nam"),
            Field(label="Nơi đăng ký khai sinh:", value=f"Ủy ban nhân dân {person.commune}"),
            Field(label="Số lượng bản sao yêu cầu cấp:", value="03 (ba) bản"),
            Field(label="Mục đích sử dụng:", value="Bổ túc hồ sơ cá nhân"),
            Paragraph(
                text="Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách "
                "nhiệm trước pháp luật về cam đoan của mình."
            ),
            Closing(
                left=("",),
                right=("Người yêu cầu", "(Ký, ghi rõ họ, chữ đệm, tên)", "", "", person.name),
            ),
        ),
    )


def mandate(person: Person, *, to: Person) -> Document:
    """Return a paper by which one person lets another act for them."""
    return Document(
        name="giay_uy_quyen",
        blocks=(
            Subtitle(lines=MOTTO),
            Title(lines=("GIẤY ỦY QUYỀN",)),
            Heading(text="I. BÊN ỦY QUYỀN"),
            Field(label="Họ và tên:", value=person.name),
            Field(label="Sinh ngày:", value=f"{person.born}          Số CCCD: {person.number}"),
            Field(label="Thường trú:", value=person.home),
            Heading(text="II. BÊN ĐƯỢC ỦY QUYỀN"),
            Field(label="Họ và tên:", value=to.name),
            Field(label="Sinh ngày:", value=f"{to.born}          Số CCCD: {to.number}"),
            Field(label="Thường trú:", value=to.home),
            Heading(text="III. NỘI DUNG ỦY QUYỀN"),
            Paragraph(
                text="Bên được ủy quyền thay mặt tôi nộp hồ sơ, nộp lệ phí và nhận kết quả giải "
                "quyết thủ tục đăng ký biến động đất đai tại Bộ phận tiếp nhận và trả kết quả. "
                "Thời hạn ủy quyền: 60 ngày kể từ ngày ký. Việc ủy quyền không có thù lao."
            ),
            Paragraph(
                text="Hai bên đã đọc lại, hiểu rõ quyền và nghĩa vụ của mình, cùng ký tên dưới đây "
                "để làm bằng chứng."
            ),
            Closing(
                left=("BÊN ĐƯỢC ỦY QUYỀN", "", "", "", to.name),
                right=("BÊN ỦY QUYỀN", "", "", "", person.name),
            ),
        ),
    )


def life_record(person: Person) -> Document:
    """Return a curriculum vitae on the form of the office; a portrait goes to its top left."""
    return Document(
        name="so_yeu_ly_lich",
        blocks=(
            Subtitle(lines=MOTTO),
            Title(lines=("SƠ YẾU LÝ LỊCH",)),
            Subtitle(lines=("(Tự thuật)", "", "", "")),
            Field(label="Họ và tên khai sinh:", value=person.name.upper()),
            Field(label="Sinh ngày:", value=f"{person.born}          Dân tộc: Kinh"),
            Field(label="Số định danh cá nhân:", value=person.number),
            Field(label="Nơi ở hiện nay:", value=person.home),
            Field(label="Trình độ học vấn:", value="Trung học phổ thông, hệ 12/12"),
            Field(label="Trình độ chuyên môn:", value="Trung cấp kế toán, tốt nghiệp loại khá"),
            Field(label="Nghề nghiệp:", value="Nhân viên văn phòng hợp tác xã dịch vụ"),
            Heading(text="QUÁ TRÌNH HỌC TẬP, CÔNG TÁC"),
            Field(label="Từ 9/2004 đến 5/2007:", value="Học sinh trường trung học phổ thông"),
            Field(label="Từ 9/2007 đến 6/2009:", value="Học viên trường trung cấp kinh tế"),
            Field(label="Từ 8/2009 đến nay:", value="Làm việc tại hợp tác xã dịch vụ nông nghiệp"),
            Heading(text="KHEN THƯỞNG, KỶ LUẬT"),
            Field(label="Khen thưởng:", value="Giấy khen của Chủ tịch xã năm 2016"),
            Field(label="Kỷ luật:", value="Không"),
            Closing(
                left=("XÁC NHẬN CỦA ĐỊA PHƯƠNG",),
                right=("Người khai", "(Ký, ghi rõ họ tên)", "", "", person.name),
            ),
        ),
    )


def lease(person: Person, *, to: Person) -> Document:
    """Return the only page of a simple lease."""
    return Document(
        name="hop_dong_thue",
        blocks=(
            Subtitle(lines=MOTTO),
            Title(lines=("HỢP ĐỒNG THUÊ NHÀ",)),
            Paragraph(
                text=f"Bên A (bên cho thuê): {person.name}, số định danh {person.number}, thường "
                f"trú tại {person.home}."
            ),
            Paragraph(
                text=f"Bên B (bên thuê): {to.name}, số định danh {to.number}, thường trú tại "
                f"{to.home}."
            ),
            Paragraph(text="Hai bên thỏa thuận ký hợp đồng với các điều khoản sau đây:"),
            Heading(text="Điều 1. Tài sản cho thuê"),
            Paragraph(
                text="Bên A đồng ý cho bên B thuê một gian nhà cấp bốn, diện tích sử dụng 48 m², "
                "có công trình phụ khép kín, đồng hồ điện và nước riêng, dùng để ở và bán hàng "
                "tạp hóa."
            ),
            Heading(text="Điều 2. Thời hạn và giá thuê"),
            Paragraph(
                text="Thời hạn thuê là 24 tháng, kể từ ngày 01 tháng 3 năm 2024. Giá thuê mỗi "
                "tháng là 2.800.000 đồng (hai triệu tám trăm nghìn đồng), trả trước ngày mồng năm "
                "hằng tháng; bên B đặt cọc một tháng tiền nhà."
            ),
            Heading(text="Điều 3. Trách nhiệm của các bên"),
            Paragraph(
                text="Bên A giao nhà đúng hiện trạng, sửa chữa hư hỏng lớn, không tăng giá trong "
                "thời hạn thuê. Bên B sử dụng đúng mục đích, giữ gìn vệ sinh, an ninh trật tự, "
                "không tự ý cơi nới; trả lại nhà khi hết hạn."
            ),
            Heading(text="Điều 4. Điều khoản chung"),
            Paragraph(
                text="Tranh chấp được giải quyết trước hết bằng thương lượng, hòa giải. Hợp đồng "
                "lập thành hai bản có giá trị ngang nhau, mỗi bên giữ một bản."
            ),
            Closing(
                left=("BÊN THUÊ", "", "", "", to.name),
                right=("BÊN CHO THUÊ", "", "", "", person.name),
            ),
        ),
    )


def health_paper(person: Person) -> Document:
    """Return a bilingual confirmation, Vietnamese first, as hospitals for travellers write it."""
    return Document(
        name="xac_nhan_song_ngu",
        blocks=(
            Letterhead(
                left=("BỆNH VIỆN ĐA KHOA", "HẢI SƠN", "Số: 77/GXN"),
                right=(*MOTTO, "Hải Sơn, ngày 06 tháng 5 năm 2024"),
            ),
            Title(lines=("GIẤY XÁC NHẬN TIÊM CHỦNG",)),
            Subtitle(lines=("CERTIFICATE OF VACCINATION",)),
            Field(label="Họ và tên (Full name):", value=person.name.upper()),
            Field(label="Ngày sinh (Date of birth):", value=person.born),
            Field(label="Số định danh (ID number):", value=person.number),
            Field(label="Địa chỉ (Address):", value=person.home),
            Paragraph(
                text="Bệnh viện xác nhận người có tên trên đã được tiêm đủ hai mũi vắc xin phòng "
                "bệnh viêm gan B, sức khỏe sau tiêm ổn định, không có phản ứng phụ phải xử trí."
            ),
            Paragraph(
                text="This is to certify that the person named above has received two doses of "
                "hepatitis B vaccine.",
                italic=True,
            ),
            Closing(left=("",), right=("BÁC SĨ TIÊM CHỦNG", "", "", "", "Mai Thế Phụng")),
        ),
    )
