import pytest

from digitisation.fields.paper import LEFT_MIDDLE, STATE, Paper, value
from motcua.digitisation.rules.document_kinds import ADMINISTRATIVE, EVERY_KIND, LETTER

LEFT = ["ỦY BAN NHÂN DÂN", "XÃ AN HẢI"]


def headed(number="Số: 12/UBND-VX"):
    return Paper().head([*LEFT, number], STATE)


def test_the_decree_knows_twenty_nine_kinds():
    assert len(ADMINISTRATIVE.entries) == 29
    assert LETTER in ADMINISTRATIVE.entries


def test_no_kind_stands_twice_in_the_list():
    names = [kind.name for kind in EVERY_KIND]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", [kind for kind in EVERY_KIND if kind != LETTER])
def test_every_kind_is_known_by_its_line(kind):
    number = f"Số: 12/{kind.symbol}-UBND" if kind.symbol else "Số: 12/UBND"
    read = headed(number).title(kind.name.upper(), "Về việc khen thưởng").full_line().read()
    assert value(read.kind) == kind.name
    assert value(read.subject) == "Về việc khen thưởng"


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("QUYÉT ĐỊNH", "Quyết định"),
        ("QUYETĐỊNH", "Quyết định"),
        ("Q U Y Ế T Đ Ị N H", "Quyết định"),
        ("QUVẾT ĐỊNH", "Quyết định"),
        ("GIẤY CHỨNG NHẬN KẾT HÔN", "Giấy chứng nhận kết hôn"),
    ],
)
def test_a_kind_is_known_in_spite_of_slips(printed, kind):
    assert value(headed("Số: 12/UBND").title(printed).full_line().read().kind) == kind


def test_a_kind_over_two_lines_is_the_longer_one():
    read = headed("Số: 12/2024").title("GIẤY CHỨNG NHẬN", "KẾT HÔN").full_line().read()
    assert value(read.kind) == "Giấy chứng nhận kết hôn"
    assert read.subject is None


@pytest.mark.parametrize("printed", ["THÔNG RÁO", "Quyết định", "QUYẾT ĐỊNH:", "ĐƠN VỊ TÍNH"])
def test_what_may_be_another_kind_or_none_is_left_out(printed):
    assert headed("Số: 12/UBND").title(printed).full_line().read().kind is None


def test_the_formula_of_a_decision_is_not_its_title():
    paper = headed("Số: 12/QĐ-UBND").text("Căn cứ Luật Thi đua;").title("QUYẾT ĐỊNH")
    assert paper.full_line().read().kind is None


def test_the_subject_ends_where_the_authority_begins():
    paper = headed("Số: 12/QĐ-UBND").title("QUYẾT ĐỊNH", "Về việc ban hành Quy chế", "của xã")
    paper.title("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN HẢI").text("Căn cứ Luật Thi đua;")
    read = paper.full_line().read()
    assert value(read.kind) == "Quyết định"
    assert value(read.subject) == "Về việc ban hành Quy chế của xã"


@pytest.mark.parametrize(
    "following",
    ["ỦY BAN NHÂN DÂN XÃ AN HẢI", "Kính gửi: Ủy ban nhân dân tỉnh.", "I. MỤC ĐÍCH", "(Dự thảo)"],
)
def test_the_subject_ends_even_where_no_room_is_left(following):
    paper = headed("Số: 12/BC-UBND").title("BÁO CÁO", "Kết quả công tác tháng 6", following)
    assert value(paper.full_line().read().subject) == "Kết quả công tác tháng 6"


def test_a_line_from_margin_to_margin_may_be_text_and_leaves_no_subject():
    paper = headed("Số: 12/BB-UBND").title("BIÊN BẢN", "Họp hội đồng nghiệm thu công trình")
    paper.bottom -= 26
    assert paper.full_line().full_line().read().subject is None


def test_an_indented_paragraph_right_under_the_subject_is_not_part_of_it():
    paper = headed("Số: 12/BB-UBND").title("BIÊN BẢN", "Họp hội đồng nghiệm thu công trình")
    paper.bottom -= 26
    read = paper.full_line(left=316).full_line().full_line().read()
    assert value(read.subject) == "Họp hội đồng nghiệm thu công trình"


def test_a_line_out_of_the_middle_is_no_part_of_the_subject():
    paper = headed("Số: 12/BC-UBND").title("BÁO CÁO", "Kết quả rà soát")
    paper.put("Người báo cáo", y=paper.bottom + 14, left=236)
    assert value(paper.full_line().read().subject) == "Kết quả rà soát"


def test_a_note_in_brackets_is_no_subject():
    read = headed("Số: 318/2022").title("GIẤY KHAI SINH", "(BẢN CHÍNH)").full_line().read()
    assert value(read.kind) == "Giấy khai sinh"
    assert read.subject is None


def test_a_subject_with_a_hole_is_left_out():
    paper = headed("Số: 12/BC-UBND").title("BÁO CÁO")
    paper.put("Kết quả công tác", y=430, left=600).put("tháng 6", y=430, left=1000)
    assert paper.full_line().read().subject is None


def test_a_subject_with_a_badly_read_word_is_left_out():
    paper = headed("Số: 12/BC-UBND").title("BÁO CÁO")
    paper.put("Kết quả công tác tháng 6", y=paper.bottom + 14, middle=886, unsure={"tác"})
    assert paper.full_line().read().subject is None


def subject_of(*lines, text="Công tác"):
    paper = headed("Số: 12/BC-UBND").title("BÁO CÁO", *lines)
    return value(paper.full_line().text(text).full_line().read().subject)


def test_a_subject_longer_than_the_register_takes_is_none():
    assert subject_of(*["Kết quả rà soát hồ sơ"] * 6) is not None
    assert subject_of(*["Kết quả rà soát hồ sơ"] * 7) is None


@pytest.mark.parametrize("line", ["Kết quả rà soát và,", "Kết quả năm 2023 -", "kết quả rà soát"])
def test_a_subject_that_begins_or_ends_in_the_middle_is_left_out(line):
    assert subject_of(line) is None


def test_capitals_after_small_letters_begin_something_else():
    assert subject_of("Kết quả rà soát", "XÃ TÂN HẢI") == "Kết quả rà soát"


def test_a_wrong_mark_in_a_common_word_is_put_right():
    assert subject_of("Kết quả bố sung Hồ sơ") == "Kết quả bổ sung Hồ sơ"
    assert subject_of("Thu giữ bộ súng cổ") == "Thu giữ bộ súng cổ"
    assert subject_of("Và việc rà soát ở tỉnh Tiên Giang") == "Về việc rà soát ở tỉnh Tiền Giang"


def test_a_subject_that_the_text_spells_otherwise_is_left_out():
    assert subject_of("Kết quả rà soat đất", text="Công tác rà soát") is None


def test_specks_beside_a_line_are_no_part_of_the_subject():
    paper = headed("Số: 12/BC-UBND").title("BÁO CÁO", "Kết quả rà soát")
    y, box = paper.bottom - 30, paper.lines[-1].box
    paper.put("ị", y=y, left=box.left - 24, confidence=0.4)
    paper.put("-", y=y, left=box.right + 9, confidence=0.4)
    assert value(paper.full_line().read().subject) == "Kết quả rà soát"


def test_two_rows_that_run_through_one_another_are_left_out():
    paper = headed("Số: 12/BC-UBND").title("BÁO CÁO", "Kết quả rà soát hồ sơ")
    paper.put("của các phường", y=paper.bottom - 16, middle=886)
    assert paper.full_line().read().subject is None


def test_a_tall_stroke_does_not_join_two_rows():
    paper = headed("Số: 12/BC-UBND").title("BÁO CÁO", "Kết quả rà soát", "hồ sơ đất đai")
    paper.put("K", y=paper.bottom - 30, left=316, height=84, confidence=0.2)
    paper.full_line(left=350)
    assert value(paper.full_line().read().subject) == "Kết quả rà soát hồ sơ đất đai"


def test_a_middling_word_counts_when_the_page_has_it_elsewhere():
    def subject(elsewhere):
        paper = headed("Số: 12/BC-UBND").title("BÁO CÁO")
        y = paper.bottom + 14
        for at, word in enumerate(["Kết", "quả", "rà", "soát"]):
            paper.put(word, y=y, left=760 + 60 * at, confidence=0.8 if word == "rà" else 0.96)
        return value(paper.full_line().text(elsewhere).full_line().read().subject)

    assert subject("Công tác rà soát") == "Kết quả rà soát"
    assert subject("Công tác điều tra") is None


def lettered(*about, left=True):
    paper = headed()
    for at, text in enumerate(about):
        paper.put(text, y=304 + 40 * at, middle=LEFT_MIDDLE if left else 886)
    return paper


@pytest.mark.parametrize("label", ["V/v", "V⁄v", "V⁄%v", "V/w", "v/v:", "V/", "Về việc"])
def test_a_letter_is_known_by_v_slash_v(label):
    paper = lettered(f"{label} rà soát hồ sơ", "của các xã, phường")
    read = paper.text("Kính gửi: Ủy ban nhân dân tỉnh.").full_line().read()
    assert value(read.kind) == "Công văn"
    assert value(read.subject) == "rà soát hồ sơ của các xã, phường"


def test_the_subject_of_a_letter_may_run_over_the_page_up_to_the_addressee():
    about = "rà soát, thống kê hồ sơ thủ tục hành chính đã được số hóa trong quý I, quý II năm 2026"
    paper = headed().text(f"V/v {about}", "của các xã")
    assert paper.read().subject is None
    paper.text("Kính gửi: Ủy ban nhân dân tỉnh.").full_line()
    assert value(paper.read().subject) == f"{about} của các xã"


def test_a_decision_whose_title_was_lost_does_not_become_a_letter():
    paper = Paper().head([*LEFT, "Số: 12/QĐ-UBND"], STATE)
    paper.put("V/v khen thưởng", y=304, middle=886).text("Căn cứ Luật Thi đua;")
    read = paper.full_line().read()
    assert (read.kind, read.subject) == (None, None)


def test_a_letter_of_the_party_is_a_letter():
    paper = Paper().head(["ĐẢNG BỘ TỈNH LÂM ĐỒNG", "HUYỆN ỦY LÂM HÀ", "Số 12-CV/HU"], STATE[:1])
    paper.put("V/v chuẩn bị đại hội", y=304, middle=LEFT_MIDDLE)
    assert value(paper.text("Kính gửi: Các chi bộ.").full_line().read().kind) == "Công văn"
