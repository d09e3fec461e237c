import pytest

from digitisation.fields.paper import LEFT, RIGHT_MIDDLE, STATE, Paper, value
from motcua.digitisation.rules.fields import fields_of

RECIPIENTS = ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
ROOM = ["", "", ""]


def signed(*right, left=RECIPIENTS, unsure=()):
    paper = Paper().head(["ỦY BAN NHÂN DÂN", "XÃ AN HẢI"], STATE).page_of_text()
    return paper.foot(left, right, unsure=unsure)


@pytest.mark.parametrize(
    ("lines", "capacity"),
    [
        (["CHỦ TỊCH"], "CHỦ TỊCH"),
        (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"),
        (["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "KT. CHỦ TỊCH PHÓ CHỦ TỊCH"),
        (
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
        ),
        (["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"], "TL. CHỦ TỊCH CHÁNH VĂN PHÒNG"),
        (
            ["TL. BỘ TRƯỞNG", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
            "TL. BỘ TRƯỞNG KT. CHÁNH VĂN PHÒNG PHÓ CHÁNH VĂN PHÒNG",
        ),
        (["TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG"], "TUQ. CHỦ TỊCH TRƯỞNG PHÒNG"),
        (["Q. GIÁM ĐỐC"], "Q. GIÁM ĐỐC"),
        (["KT.GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"),
        (["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"], "T/M. BAN THƯỜNG VỤ PHÓ BÍ THƯ"),
        (["CHỦ TỊCH HỘI ĐỒNG"], "CHỦ TỊCH HỘI ĐỒNG"),
        (["CHÍ HUY TRƯƠNG"], "CHỈ HUY TRƯỞNG"),
        (["KT. BỘ TRƯỜNG", "Ứ TRƯỞNG"], "KT. BỘ TRƯỞNG THỨ TRƯỞNG"),
        (["HIỆU TRƯỞNG"], "HIỆU TRƯỞNG"),
    ],
)
def test_a_capacity_is_read_line_by_line(lines, capacity):
    read = signed(*lines, *ROOM, "Trịnh Thị Lam Khê").read()
    assert value(read.signer_capacity) == capacity
    assert value(read.signer) == "Trịnh Thị Lam Khê"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Trần Quốc Vựng", "Trần Quốc Vựng"),
        ("TRẦN QUỐC VỰNG", "TRẦN QUỐC VỰNG"),
        ("Trung tá Lò Văn Ướng", "Lò Văn Ướng"),
        ("PGS.TS. Lê Hải", "Lê Hải"),
        ("ThS. Trần Minh", "Trần Minh"),
        ("Trương Thị Bé Bảy.", "Trương Thị Bé Bảy"),
        ("Y Thông Niê", "Y Thông Niê"),
        ("Ksor H'Bơ", "Ksor H'Bơ"),
    ],
)
def test_a_name_is_given_without_rank_or_degree(printed, name):
    assert value(signed("GIÁM ĐỐC", *ROOM, printed).read().signer) == name


@pytest.mark.parametrize(
    "printed",
    [
        "(Đã ký)",
        "Đã ký và đóng dấu",
        "Nguyễn",
        "Ký bởi: Ủy ban nhân dân xã",
        "Ngày 12/6/2026",
        "Nguyễn Văn Tr5n",
        "Nguyễn Văn Ñam",
        "PHÒNG NỘI VỤ",
        "Đỉnh Thị Lan",
    ],
)
def test_what_is_no_name_makes_no_signer(printed):
    assert signed("GIÁM ĐỐC", *ROOM, printed).read().signer is None


def test_a_name_under_a_seal_that_is_read_badly_is_left_out():
    read = signed("GIÁM ĐỐC", *ROOM, "Bùi Xuân Trưởng", unsure={"Bùi"}).read()
    assert value(read.signer_capacity) == "GIÁM ĐỐC"
    assert read.signer is None


def test_a_row_of_specks_is_no_line_of_the_capacity():
    paper = signed("KT. CHỦ TỊCH")
    paper.put("X", y=paper.lines[-1].box.bottom + 14, middle=RIGHT_MIDDLE, confidence=0.05)
    assert paper.read().signer_capacity is None


@pytest.mark.parametrize("printed", ["Lê THỊ Hoa", "PHÓ CHỦ", "GIÁM ĐỐC"])
def test_what_is_half_an_office_is_no_name(printed):
    assert signed("CHỦ TỊCH", *ROOM, printed).read().signer is None


def test_a_name_with_a_hole_has_lost_a_part():
    paper = signed("GIÁM ĐỐC")
    y = paper.bottom + 120
    paper.put("Lê", y=y, left=1080).put("Hoa", y=y, left=1260)
    assert paper.read().signer is None


def test_a_name_that_stands_out_of_line_is_not_the_signers():
    paper = signed("GIÁM ĐỐC")
    paper.put("Lê Thị Hoa", y=paper.bottom + 130, left=1320)
    assert paper.read().signer is None


def test_an_unfinished_capacity_is_left_out_but_not_the_name():
    read = signed("KT. CHỦ TỊCH", "PHÒNG TỔNG HỢP", *ROOM, "Trịnh Thị Lam Khê").read()
    assert read.signer_capacity is None
    assert value(read.signer) == "Trịnh Thị Lam Khê"


def test_a_deputy_without_whom_he_signs_for_has_lost_a_line():
    read = signed("PHÓ CHỦ TỊCH", *ROOM, "Trịnh Thị Lam Khê").read()
    assert read.signer_capacity is None
    assert value(read.signer) == "Trịnh Thị Lam Khê"


def test_a_head_above_whose_deputy_no_mark_was_read_is_left_out():
    read = signed("CHỦ TỊCH", "PHÓ CHỦ TỊCH", *ROOM, "Trịnh Thị Lam Khê").read()
    assert read.signer_capacity is None


def test_the_collective_and_its_head_are_not_taken_for_one_another():
    assert signed("TM. CHỦ TỊCH", "PHÓ CHỦ TỊCH").read().signer_capacity is None
    assert signed("KT. ỦY BAN NHÂN DÂN", "CHỦ TỊCH").read().signer_capacity is None


def test_a_name_without_its_capacity_is_believed_less():
    alone = signed(*ROOM, "Trịnh Thị Lam Khê").read()
    both = signed("CHỦ TỊCH", *ROOM, "Trịnh Thị Lam Khê").read()
    assert alone.signer_capacity is None
    assert alone.signer.confidence < both.signer.confidence


def test_a_chairman_signs_minutes_beside_the_secretary():
    left = ["THƯ KÝ", *ROOM, "Trương Thị Lan"]
    read = signed("CHỦ TỊCH HỘI ĐỒNG", *ROOM, "Thạch Sô Phát", left=left).read()
    assert value(read.signer_capacity) == "CHỦ TỊCH HỘI ĐỒNG"
    assert value(read.signer) == "Thạch Sô Phát"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (["BÊN GIAO"], ["BÊN NHẬN"]),
        (["ĐẠI DIỆN BÊN A", "GIÁM ĐỐC"], ["ĐẠI DIỆN BÊN B", "GIÁM ĐỐC"]),
        (["Người mua hàng"], ["Người bán hàng"]),
    ],
)
def test_two_parties_make_no_signer(left, right):
    read = signed(*right, *ROOM, "Đỗ Thị Hải", left=[*left, *ROOM, "Phạm Văn Thu"]).read()
    assert (read.signer, read.signer_capacity) == (None, None)


def test_the_signature_is_found_on_the_page_that_has_the_recipients():
    first = Paper().head(["ỦY BAN NHÂN DÂN", "XÃ AN HẢI", "Số: 12/UBND-VX"], STATE).page_of_text()
    last = Paper().full_line().full_line()
    last.foot(RECIPIENTS, ["CHỦ TỊCH", *ROOM, "Trịnh Thị Lam Khê"])
    annex = Paper().title("PHỤ LỤC").page_of_text()
    read = fields_of([first.page(1), last.page(2), annex.page(3)])
    assert (value(read.signer), read.signer.page) == ("Trịnh Thị Lam Khê", 2)
    assert (value(read.number_symbol), read.number_symbol.page) == ("12/UBND-VX", 1)


def test_an_office_in_the_text_is_no_signature():
    paper = Paper().head(["ỦY BAN NHÂN DÂN", "XÃ AN HẢI"], STATE).page_of_text()
    paper.put("GIÁM ĐỐC", y=paper.bottom + 40, middle=RIGHT_MIDDLE)
    assert paper.page_of_text().full_line().read().signer_capacity is None


def test_specks_of_a_signature_are_no_part_of_the_name():
    paper = signed("GIÁM ĐỐC")
    y = paper.bottom + 120
    paper.put("Lê Thị Hoa", y=y, middle=RIGHT_MIDDLE)
    left = paper.lines[-1].box.left
    right = paper.lines[-1].box.right
    paper.put("ỷ", y=y, left=left - 30, confidence=0.05).put("__", y=y, left=left - 60)
    paper.put("l", y=y, left=right + 9, confidence=0.05)
    assert value(paper.read().signer) == "Lê Thị Hoa"


def listed(*entries, unsure=()):
    paper = Paper().page_of_text()
    return paper.foot(["Nơi nhận:", *entries], ["CHỦ TỊCH"], unsure=unsure).read().recipients


def test_recipients_are_listed_one_for_each_dash():
    assert value(listed("- Như trên;", "- Sở Nội vụ (để báo cáo);", "- Lưu: VT, NC.")) == (
        "Như trên",
        "Sở Nội vụ (để báo cáo)",
        "Lưu: VT, NC",
    )


@pytest.mark.parametrize(
    "heading", ["Nơi nhận:", "Noi nhan:", "MNưi nhận:", "Nơinhận:", "Nơi nhận"]
)
def test_the_heading_is_known_in_spite_of_slips(heading):
    paper = Paper().page_of_text().foot([heading, "- Như trên;"], ["CHỦ TỊCH"])
    assert value(paper.read().recipients) == ("Như trên",)


def test_whoever_takes_something_is_no_recipient():
    paper = Paper().page_of_text().foot(["Người nhận:", "- Lê Thị Hoa;"], ["CHỦ TỊCH"])
    assert paper.read().recipients is None


@pytest.mark.parametrize(
    ("printed", "entries"),
    [
        (
            ("- Phòng Nội vụ, phòng", "Tư pháp;", "- Lưu: VT."),
            ("Phòng Nội vụ, phòng Tư pháp", "Lưu: VT"),
        ),
        (("~ Như trên;", "~Lưu: VI, NC."), ("Như trên", "Lưu: VT, NC")),
        (("- Như trên;", "- Lưu: VT;NC."), ("Như trên", "Lưu: VT, NC")),
        (("- Như trên;", "- Lưu VI."), ("Như trên", "Lưu VT")),
        (("- Chủ tịch (đề báo cáo);", "- Lưu: VT."), ("Chủ tịch (để báo cáo)", "Lưu: VT")),
        (("Như trên;", "Sở Nội vụ;"), ("Như trên", "Sở Nội vụ")),
        (("- Sở Nội vụ (một bản);", "- Lưu: VT."), ("Sở Nội vụ (một bản)", "Lưu: VT")),
        (("- Như trên;", "- Lưu: VT.", "Trang 1"), ("Như trên", "Lưu: VT")),
        (("- Như trên;", "", "", "Trang 1"), ("Như trên",)),
        (("- Như trên;", "-", "- Lưu: VT."), ("Như trên", "Lưu: VT")),
        (("- Viện kiếm sát (b/c);", "- Lưu: VT."), ("Viện kiểm sát (b/c)", "Lưu: VT")),
        (("- Uy ban nhân dân xã;", "- Lưu: VT."), ("Ủy ban nhân dân xã", "Lưu: VT")),
    ],
)
def test_slips_in_the_list_are_put_right(printed, entries):
    assert value(listed(*printed)) == entries


@pytest.mark.parametrize(
    "printed",
    [
        ("- Bộ Tư pháp (hb/c);", "- Lưu: VT."),
        ("- Như trên;", "- Lưu: VT,"),
        ("- Nhưtrên;", "- Lưu: VT."),
        ("- Như trên;", "- Lưu: VT, ÑC."),
        ("- Như trên;", "- Sở (Nội vụ;", "- Lưu: VT."),
        ("- Như trên;", "- VT, NC."),
        ("- Như trên;", "- Lưu."),
        ("- Như trên", "- Lưu: VT."),
        ("- Sở Nội", "Lưu: VT."),
        ("- Các tỉnh. thành phố;", "- Lưu: VT."),
        ("- Sở Nội   /vụ;", "- Lưu: VT."),
    ],
)
def test_a_list_with_a_doubtful_entry_is_left_out(printed):
    paper = Paper(confidence=0.89).page_of_text().foot(["Nơi nhận:", *printed], ["CHỦ TỊCH"])
    assert paper.read().recipients is None


def test_a_remark_that_is_no_known_abbreviation_is_misread():
    assert listed("- Bộ Tư pháp (hb/c);", "- Lưu: VT.") is None


def test_a_list_with_a_badly_read_word_is_left_out():
    assert listed("- Sở Xây dựng;", "- Lưu: VT.", unsure={"Xây"}) is None


def test_a_list_that_does_not_end_with_the_file_copy_is_believed_less():
    assert listed("- Như trên;").confidence < listed("- Như trên;", "- Lưu: VT.").confidence


def test_the_box_of_the_list_holds_all_its_entries():
    recipients = listed("- Như trên;", "- Lưu: VT.")
    assert recipients.box.left >= LEFT
    assert recipients.box.height > 40
