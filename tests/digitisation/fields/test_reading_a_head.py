import pytest

from digitisation.fields.paper import PARTY, STATE, Paper, value

HEADS = {
    "a commune after July 2025": (
        ["ỦY BAN NHÂN DÂN", "XÃ AN HẢI ĐÔNG", "Số: 12/UBND-VX"],
        [*STATE, "An Hải Đông, ngày 05 tháng 01 năm 2026"],
        (None, "ỦY BAN NHÂN DÂN XÃ AN HẢI ĐÔNG", "12/UBND-VX", "An Hải Đông", "2026-01-05"),
    ),
    "a ward with its province above": (
        ["ỦY BAN NHÂN DÂN", "PHƯỜNG BÌNH LÂM", "Số: 208/TB-UBND"],
        [*STATE, "Bình Lâm, ngày 31 tháng 12 năm 2025"],
        (None, "ỦY BAN NHÂN DÂN PHƯỜNG BÌNH LÂM", "208/TB-UBND", "Bình Lâm", "2025-12-31"),
    ),
    "a department of a province": (
        ["UBND TỈNH BẮC NINH", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Số: 1045/SNNMT-QLĐĐ"],
        [*STATE, "Bắc Ninh, ngày 17 tháng 9 năm 2025"],
        (
            "UBND TỈNH BẮC NINH",
            "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
            "1045/SNNMT-QLĐĐ",
            "Bắc Ninh",
            "2025-09-17",
        ),
    ),
    "a school under a department": (
        ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG TRUNG HỌC PHỔ THÔNG", "LÝ ĐÔNG", "Số: 07/KH-LĐ"],
        [*STATE, "Hà Nội, ngày 09 tháng 8 năm 2024"],
        (
            "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
            "TRƯỜNG TRUNG HỌC PHỔ THÔNG LÝ ĐÔNG",
            "07/KH-LĐ",
            "Hà Nội",
            "2024-08-09",
        ),
    ),
    "a court": (
        ["TÒA ÁN NHÂN DÂN", "TỈNH LÂM ĐỒNG", "Số: 15/2025/QĐST-HNGĐ"],
        [*STATE, "Lâm Đồng, ngày 21 tháng 3 năm 2025"],
        (
            None,
            "TÒA ÁN NHÂN DÂN TỈNH LÂM ĐỒNG",
            "15/2025/QĐST-HNGĐ",
            "Lâm Đồng",
            "2025-03-21",
        ),
    ),
    "a company": (
        ["CÔNG TY CỔ PHẦN", "TẬP ĐOÀN SÔNG VÂN", "Số: 33/CV-SV"],
        [*STATE, "Hải Phòng, ngày 02 tháng 02 năm 2026"],
        (None, "CÔNG TY CỔ PHẦN TẬP ĐOÀN SÔNG VÂN", "33/CV-SV", "Hải Phòng", "2026-02-02"),
    ),
    "a district committee of the Party": (
        ["ĐẢNG BỘ TỈNH THANH SƠN", "HUYỆN ỦY LÂM HÀ", "*", "Số 12-CV/HU"],
        [*PARTY, "Lâm Hà, ngày 14 tháng 5 năm 2024"],
        ("ĐẢNG BỘ TỈNH THANH SƠN", "HUYỆN ỦY LÂM HÀ", "12-CV/HU", "Lâm Hà", "2024-05-14"),
    ),
    "the office of an assembly and a committee": (
        ["ỦY BAN NHÂN DÂN", "HUYỆN THẠCH BÌNH", "VĂN PHÒNG HĐND VÀ UBND", "Số: 90/BC-VP"],
        [*STATE, "Thạch Bình, ngày 30 tháng 6 năm 2024"],
        (
            "ỦY BAN NHÂN DÂN HUYỆN THẠCH BÌNH",
            "VĂN PHÒNG HĐND VÀ UBND",
            "90/BC-VP",
            "Thạch Bình",
            "2024-06-30",
        ),
    ),
    "a half name completed by the committee": (
        ["VĂN PHÒNG", "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "Số: 611/VP-TH"],
        [*STATE, "Lạng Sơn, ngày 11 tháng 11 năm 2024"],
        (None, "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "611/VP-TH", "Lạng Sơn", "2024-11-11"),
    ),
    "a ministry with a name over two lines": (
        ["BỘ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH", "Số: 2400/QĐ-BVHTTDL"],
        [*STATE, "Hà Nội, ngày 22 tháng 7 năm 2024"],
        (None, "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "2400/QĐ-BVHTTDL", "Hà Nội", "2024-07-22"),
    ),
    "a public service centre of a commune": (
        ["UBND XÃ TÂN LẬP", "TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG", "Số: 05/TTPVHCC"],
        [*STATE, "Tân Lập, ngày 08 tháng 10 năm 2025"],
        (
            "UBND XÃ TÂN LẬP",
            "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
            "05/TTPVHCC",
            "Tân Lập",
            "2025-10-08",
        ),
    ),
    "a department with a name over two lines": (
        ["SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI TỈNH BẮC HÀ", "Số: 0472/GCN-SLĐ"],
        [*STATE, "Bắc Hà, ngày 09 tháng 12 năm 2022"],
        (
            None,
            "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI TỈNH BẮC HÀ",
            "0472/GCN-SLĐ",
            "Bắc Hà",
            "2022-12-09",
        ),
    ),
    "a name parted at its dash": (
        ["SỞ LAO ĐỘNG -", "HỘI NHẬP QUỐC TẾ TỈNH BẮC HÀ", "Số: 04/BC-SLĐ"],
        [*STATE, "Huế, ngày 09 tháng 12 năm 2022"],
        (None, "SỞ LAO ĐỘNG - HỘI NHẬP QUỐC TẾ TỈNH BẮC HÀ", "04/BC-SLĐ", "Huế", "2022-12-09"),
    ),
    "a council with the name of its task": (
        ["HỘI ĐỒNG XÁC ĐỊNH GIÁ TRỊ", "TÀI LIỆU HUYỆN CẦU KÈ", "Số: 09/BB-HĐ"],
        [*STATE, "Cầu Kè, ngày 21 tháng 11 năm 2022"],
        (
            None,
            "HỘI ĐỒNG XÁC ĐỊNH GIÁ TRỊ TÀI LIỆU HUYỆN CẦU KÈ",
            "09/BB-HĐ",
            "Cầu Kè",
            "2022-11-21",
        ),
    ),
    "an office under a committee": (
        ["UBND THÀNH PHỐ LONG XUYÊN", "VĂN PHÒNG", "Số: 76/TB-VP"],
        [*STATE, "Long Xuyên, ngày 03 tháng 4 năm 2023"],
        ("UBND THÀNH PHỐ LONG XUYÊN", "VĂN PHÒNG", "76/TB-VP", "Long Xuyên", "2023-04-03"),
    ),
    "the police of a district": (
        ["CÔNG AN TỈNH QUẢNG NINH", "CÔNG AN HUYỆN BA CHẼ", "Số: 77/CAH-QLHC"],
        [*STATE, "Ba Chẽ, ngày 19 tháng 4 năm 2024"],
        (
            "CÔNG AN TỈNH QUẢNG NINH",
            "CÔNG AN HUYỆN BA CHẼ",
            "77/CAH-QLHC",
            "Ba Chẽ",
            "2024-04-19",
        ),
    ),
}


@pytest.mark.parametrize("which", HEADS)
def test_every_office_is_read_from_its_head(which):
    left, right, told = HEADS[which]
    read = Paper().head(left, right).full_line().read()
    assert (
        value(read.superior),
        value(read.issuer),
        value(read.number_symbol),
        value(read.place),
        value(read.issued_on),
    ) == told


def test_both_columns_may_come_as_one_line():
    left, right, told = HEADS["a court"]
    paper = Paper().head(left, right)
    words = [word for line in paper.lines for word in line.words]
    paper.lines = [type(paper.lines[0])(words=tuple(words))]
    read = paper.read()
    assert (value(read.issuer), value(read.issued_on)) == (told[1], told[4])


def test_the_right_column_may_come_first():
    left, right, told = HEADS["a department of a province"]
    paper = Paper().head(left, right)
    paper.lines.reverse()
    assert value(paper.read().issuer) == told[1]


def test_lost_marks_of_enumerated_words_are_put_right():
    left = ["ỦY BANNHÂN DAN", "TÍNH TIÊN GIANG", "Số: 88/QĐ-UBND"]
    read = Paper().head(left, [*STATE, "Tiên Giang, ngày 05 tháng 6 năm 2023"]).read()
    assert value(read.issuer) == "ỦY BAN NHÂN DÂN TỈNH TIỀN GIANG"
    assert value(read.place) == "Tiền Giang"
    clean = Paper().head(["ỦY BAN NHÂN DÂN", "TỈNH TIỀN GIANG"], STATE).read()
    assert read.issuer.confidence < clean.issuer.confidence


def test_a_phrase_that_runs_over_two_lines_is_put_right():
    left = ["PHÒNG TÀI NGUYÊN VÀ", "MỖI TRƯƠNG", "Số: 38/BC-TNMT"]
    assert value(Paper().head(left, STATE).read().issuer) == "PHÒNG TÀI NGUYÊN VÀ MÔI TRƯỜNG"


def test_a_unit_on_the_next_line_is_put_right_after_any_word():
    left = ["HỘI ĐỒNG XÁC ĐỊNH GIÁ TRỊ", "TÍNH BẮC NINH", "Số: 38/BC-HĐ"]
    assert value(Paper().head(left, STATE).read().issuer) == (
        "HỘI ĐỒNG XÁC ĐỊNH GIÁ TRỊ TỈNH BẮC NINH"
    )


def test_a_place_glued_to_what_follows_is_cut_off():
    row = "Tây Hải,ngày 05 tháng 6 năm 2026"
    assert value(Paper().head(["SỞ TƯ PHÁP"], [*STATE, row]).read().place) == "Tây Hải"


def test_a_proper_name_is_never_mended_to_a_body():
    left = ["BAN QUẢN LÝ", "KHU KINH TẾ VÂN PHONG", "Số: 19/BQL-VP"]
    assert value(Paper().head(left, STATE).read().issuer) == "BAN QUẢN LÝ KHU KINH TẾ VÂN PHONG"


def test_a_name_with_a_badly_read_word_is_left_out():
    left = ["ỦY BAN NHÂN DÂN", "XÃ TRÚC LÂM", "Số: 12/UBND"]
    read = Paper().head(left, STATE, unsure={"TRÚC"}).read()
    assert read.issuer is None


def test_a_name_that_ran_into_the_national_title_is_left_out():
    paper = Paper().head(["SỞ LAO ĐỘNG - THƯƠNG BINÔNG", "VÀ XÃ HỘI TỈNH BẮC HÀ"], STATE[1:])
    paper.put("HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", y=160, left=750)
    assert paper.read().issuer is None


def test_a_name_glued_to_the_whole_title_is_parted_from_it():
    paper = Paper().head([], ["", STATE[1]]).put("PHÒNG NỘI VỤ", y=204, middle=598)
    paper.put("UBND HUYỆN NGHĨA HƯNGCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", y=160, left=430)
    read = paper.read()
    assert value(read.superior) == "UBND HUYỆN NGHĨA HƯNG"
    assert value(read.issuer) == "PHÒNG NỘI VỤ"


def test_a_lost_line_between_superior_and_number_leaves_no_issuer():
    left = ["UBND TỈNH BẮC NINH", "", "", "Số: 1045/SNNMT"]
    assert Paper().head(left, STATE).read().issuer is None


def test_two_spellings_of_one_place_are_not_both_believed():
    left = ["ỦY BAN NHÂN DÂN", "XÃ TÚ LỆ", "Số: 12/UBND"]
    read = Paper().head(left, [*STATE, "Tú Lễ, ngày 05 tháng 6 năm 2026"]).read()
    assert read.issuer is None
    assert read.place is None


def test_the_spelling_that_the_page_has_more_often_is_believed():
    paper = Paper().head(["ỦY BAN NHÂN DÂN", "XÃ TÚ LỆ", "Số: 12/UBND"], STATE)
    paper.put("Tú Lễ, ngày 05 tháng 6 năm 2026", y=248, middle=1190, confidence=0.89)
    paper.text("Nhân dân xã Tú Lệ")
    read = paper.read()
    assert value(read.issuer) == "ỦY BAN NHÂN DÂN XÃ TÚ LỆ"
    assert read.place is None


@pytest.mark.parametrize(
    ("name", "place"),
    [("XÃ AN", "An Hải"), ("XÃ AN HẢI", "Hải"), ("XÃ TÂN AN HẢI", "An Hải"), ("XÃ VĨNH", "Vinh")],
)
def test_a_name_that_is_part_of_the_other_or_spelled_otherwise_has_a_slip(name, place):
    left = ["ỦY BAN NHÂN DÂN", name, "Số: 12/UBND"]
    read = Paper().head(left, [*STATE, f"{place}, ngày 05 tháng 6 năm 2026"]).read()
    assert (read.issuer, read.place) == (None, None)


def test_a_place_of_one_word_is_mostly_the_rest_of_two():
    left = ["SỞ TƯ PHÁP", "TỈNH BẮC NINH", "Số: 12/STP"]
    assert Paper().head(left, [*STATE, "Ninh, ngày 05 tháng 6 năm 2026"]).read().place is None
    assert value(Paper().head(left, [*STATE, "Huế, ngày 05 tháng 6 năm 2026"]).read().place)


@pytest.mark.parametrize(
    "left",
    [
        ["TỈNH BẮC NINH"],
        ["TƯ PHÁP", "TỈNH BẮC NINH"],
        ["ỦY BAN NHÂN DÂN"],
        ["ỦY BAN NHÂN DÂN", "AN HẢI"],
        ["ỦY BAN NHÂN DÂN", "XÃ"],
        ["BAN NHÂN DÂN", "XÃ AN HẢI"],
        ["ỦY BAN NHÂN", "XÃ AN HẢI"],
        ["TÒA ÁN NHÂN", "TỈNH BẮC NINH"],
        ["PHÒNG"],
        ["SƠ HÀ TĨNH"],
        ["UBND QUẬN HẢIAN"],
        ["UBND XÃ AN Hải"],
    ],
)
def test_a_name_that_is_not_whole_is_left_out(left):
    assert Paper().head([*left, "Số: 12/UBND"], STATE).read().issuer is None


def test_a_line_out_of_line_has_lost_a_word():
    paper = Paper().head(["ỦY BAN NHÂN DÂN", "", "Số: 12/UBND"], STATE)
    assert paper.put("XÃ TÂN", y=204, middle=440).read().issuer is None


def test_a_name_with_a_hole_has_lost_a_word():
    paper = Paper().head(["ỦY BAN NHÂN DÂN", "", "Số: 12/UBND"], STATE)
    paper.put("XÃ", y=204, left=400).put("HẢI", y=204, left=500)
    assert paper.read().issuer is None


def test_a_name_that_the_text_spells_otherwise_is_left_out():
    left = ["TRUNG TÂM Y TẾ", "KHU VỰC TẤN CHÂU", "Số: 12/TTYT"]
    paper = Paper().head(left, STATE).title("BÁO CÁO").full_line()
    assert paper.text("Công tác tại Tân Châu").full_line().read().issuer is None


def test_a_proper_name_that_the_page_has_twice_is_believed_more():
    left = ["ỦY BAN NHÂN DÂN", "XÃ TÚ LỆ", "Số: 12/UBND"]
    once = Paper().head(left, STATE).read()
    twice = Paper().head(left, [*STATE, "Tú Lệ, ngày 05 tháng 6 năm 2026"]).read()
    assert once.issuer.confidence < twice.issuer.confidence


def test_without_any_title_the_columns_are_told_apart_by_the_gap():
    left = ["ỦY BAN NHÂN DÂN", "XÃ AN HẢI", "Số: 12/UBND"]
    with_title = Paper().head(left, STATE).read()
    without = Paper().head(left, ["", "", "An Hải, ngày 05 tháng 6 năm 2026"]).read()
    assert value(without.issuer) == value(with_title.issuer)
    assert value(without.issued_on) == "2026-06-05"


def test_the_motto_alone_shows_where_the_right_column_begins():
    left = ["ỦY BAN NHÂN DÂN", "XÃ AN HẢI", "Số: 12/UBND"]
    assert value(Paper().head(left, ["", STATE[1]]).read().number_symbol) == "12/UBND"


def test_a_label_in_the_left_column_ends_the_names():
    assert value(Paper().head(["UBND XÃ TÂN HƯNG", "Quyển số: 03"], STATE).read().issuer)


def test_a_form_without_a_left_column_has_no_issuer():
    paper = Paper()
    paper.put(STATE[0], y=160, middle=886).put(STATE[1], y=204, middle=886)
    read = paper.title("ĐƠN ĐỀ NGHỊ CẤP LẠI GIẤY PHÉP").full_line().read()
    assert read.issuer is None
    assert value(read.kind) == "Đơn"
    assert value(read.subject) == "ĐỀ NGHỊ CẤP LẠI GIẤY PHÉP"


def test_an_empty_page_says_nothing():
    assert Paper().read() == type(Paper().read())()
