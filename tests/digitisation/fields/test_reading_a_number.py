import pytest

from digitisation.fields.paper import LEFT_MIDDLE, STATE, Paper, value

PLACE_AND_DATE = "An Hải, ngày 05 tháng 6 năm 2026"


def numbered(row, *, issuer=("ỦY BAN NHÂN DÂN", "XÃ AN HẢI"), **how):
    paper = Paper().head(issuer, [*STATE, PLACE_AND_DATE])
    return paper.put(row, y=160 + 44 * len(issuer), middle=LEFT_MIDDLE, **how)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Số: 12/UBND-VX", "12/UBND-VX"),
        ("Số:268/QĐ-UBND", "268/QĐ-UBND"),
        ("Sô: 05/TTr-UBND", "05/TTr-UBND"),
        ("So: 05/KH-UBND", "05/KH-UBND"),
        ("SỐ: 7/BC-UBND", "7/BC-UBND"),
        ("§ố: 30/2020/NĐ-UBND", "30/2020/NĐ-UBND"),
        ("Số: 12⁄UBND–VX", "12/UBND-VX"),
        ("Số: 318/2022", "318/2022"),
        ("Số: 45/QĐ-UBND.", "45/QĐ-UBND"),
        ("Số: 0472/GCN-UBND", "0472/GCN-UBND"),
        ("Số: 15 /QĐ-UBND", "15/QĐ-UBND"),
    ],
)
def test_a_printed_number_is_read(printed, number):
    assert value(numbered(printed).read().number_symbol) == number


@pytest.mark.parametrize(
    "printed",
    [
        "Số:   /QĐ-UBND",
        "Số: /QĐ-UBND",
        "Số: ....../QĐ-UBND",
        "Số: 000/QĐ-UBND",
        "Số: 12QĐ-UBND",
        "Số: 5§/KH-UBND",
        "Số: lO/KH-UBND",
        "Số: „4l /QĐ-UBND",
        "Số: 31872022",
        "Số: 12/qđ-ubnd",
        "Số: 123456/QĐ-UBND",
        "12/QĐ-UBND",
        "Số: 12/QĐ-UBND và 13/QĐ-UBND",
    ],
)
def test_what_is_no_whole_number_is_left_out(printed):
    assert numbered(printed).read().number_symbol is None


def test_what_stands_far_to_the_right_of_the_number_is_no_part_of_it():
    paper = numbered("Số: 45/QĐ-UBND")
    paper.put("MẬT", y=248, left=paper.lines[-1].box.right + 50)
    assert value(paper.read().number_symbol) == "45/QĐ-UBND"


def test_an_unsure_number_is_left_out():
    assert numbered("Số: 473/QĐ-UBND", confidence=0.6).read().number_symbol is None


def written_by_hand(*, height=30, confidence=0.96, gap=40):
    """Return a page with "Số:", a figure of another making and the printed symbol."""
    paper = numbered("Số:")
    x = paper.lines[-1].box.right + gap
    paper.put("473", y=248 - (height - 30), left=x, height=height, confidence=confidence)
    return paper.put("/QĐ-UBND", y=248, left=x + 39 + gap)


def test_a_figure_laid_into_the_blank_by_machine_is_read():
    assert value(written_by_hand().read().number_symbol) == "473/QĐ-UBND"


def test_a_figure_that_is_higher_than_the_print_is_handwriting():
    assert written_by_hand(height=40).read().number_symbol is None


def test_a_figure_in_the_blank_that_is_read_with_doubt_is_handwriting():
    assert written_by_hand(confidence=0.88).read().number_symbol is None


def test_a_slip_that_grammar_forces_is_mended_with_less_confidence():
    clean = numbered("Số: 120/UBND-VX").read().number_symbol
    mended = numbered("Số: l2O/UBND-VX").read().number_symbol
    assert value(mended) == value(clean) == "120/UBND-VX"
    assert mended.confidence < clean.confidence


def test_the_title_decides_between_two_kinds_that_differ_by_a_stroke():
    read = numbered("Số: 09/DA-UBND").title("ĐỀ ÁN", "Phát triển du lịch").full_line().read()
    assert value(read.number_symbol) == "09/ĐA-UBND"


def test_qd_without_its_stroke_can_only_be_a_decision():
    assert value(numbered("Số: 09/QD-UBND").read().number_symbol) == "09/QĐ-UBND"


def test_an_eth_is_a_misread_dyet():
    assert value(numbered("Số: 09/QĐÐ-UBND").read().number_symbol) == "09/QĐ-UBND"


def test_a_number_that_contradicts_the_title_is_left_out():
    read = numbered("Số: 09/QĐ-UBND").title("THÔNG BÁO", "Kết luận cuộc họp").full_line().read()
    assert read.number_symbol is None
    assert value(read.kind) == "Thông báo"


def test_a_symbol_that_names_another_body_is_believed_less():
    own = numbered("Số: 12/BC-UBND").read().number_symbol
    other = numbered("Số: 12/BC-STP").read().number_symbol
    assert other.confidence < own.confidence


def test_a_contract_has_its_number_under_its_title():
    paper = Paper().put(STATE[0], y=160, middle=886).put(STATE[1], y=204, middle=886)
    read = paper.title("HỢP ĐỒNG LAO ĐỘNG", "Số: 01/2024/HĐ-SV").full_line().read()
    assert value(read.number_symbol) == "01/2024/HĐ-SV"
    assert value(read.kind) == "Hợp đồng"
    assert value(read.subject) == "LAO ĐỘNG"


def test_a_number_in_the_text_is_not_that_of_the_document():
    paper = Paper().head(["ỦY BAN NHÂN DÂN", "XÃ AN HẢI"], STATE).title("QUYẾT ĐỊNH").full_line()
    assert paper.text("Số: 12/QĐ-UBND").read().number_symbol is None
