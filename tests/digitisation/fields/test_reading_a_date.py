import pytest

from digitisation.fields.paper import STATE, Paper, value

LEFT = ["ỦY BAN NHÂN DÂN", "XÃ AN HẢI", "Số: 12/UBND-VX"]


def dated(row, **how):
    return Paper().head(LEFT, [*STATE, row], **how)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("An Hải, ngày 05 tháng 01 năm 2026", "2026-01-05"),
        ("An Hải, ngày 5 tháng 12 năm 2025.", "2025-12-05"),
        ("An Hải, ngày 29 tháng 02 năm 2024", "2024-02-29"),
        ("An Hải, ngày 14 thắng 8 năm 2024", "2024-08-14"),
        ("An Hải, ngày l4 tháng 8 năm 2O24", "2024-08-14"),
    ],
)
def test_a_printed_date_is_read(printed, day):
    assert value(dated(printed).read().issued_on) == day


@pytest.mark.parametrize(
    "printed",
    [
        "An Hải, ngày tháng năm 2026",
        "An Hải, ngày    tháng 6 năm 2026",
        "An Hải, ngày ... tháng 6 năm 2026",
        "An Hải, ngày 31 tháng 6 năm 2026",
        "An Hải, ngày 29 tháng 02 năm 2023",
        "An Hải, ngày JÄf tháng 03 năm 2024",
        "An Hải, ngày 17 tháng II năm 2022",
        "An Hải, ngày/17 tháng 03_ năm 2024",
        "An Hải, ngày 17 tháng 13 năm 2025",
        "An Hải, ngày 17 tháng 6 năm 1025",
        "An Hải, ngày 17 tháng 6",
    ],
)
def test_a_date_with_a_doubtful_part_is_left_out_but_not_its_place(printed):
    read = dated(printed).read()
    assert read.issued_on is None
    if "năm" in printed:
        assert value(read.place) == "An Hải"


@pytest.mark.parametrize("unsure", ["17", "6", "2026"])
def test_each_figure_of_a_date_must_be_sure(unsure):
    read = dated("An Hải, ngày 17 tháng 6 năm 2026", unsure={unsure}).read()
    assert read.issued_on is None


def test_a_day_written_higher_than_the_print_is_handwriting():
    paper = dated("An Hải, ngày")
    x = paper.lines[-1].box.right + 12
    paper.put("18", y=238, left=x, height=42).put("tháng 02 năm 2025", y=248, left=x + 40)
    assert paper.read().issued_on is None


def test_a_document_is_not_older_than_what_it_cites():
    def citing(year):
        paper = dated("An Hải, ngày 17 tháng 6 năm 2024").title("QUYẾT ĐỊNH", "Về việc khen thưởng")
        return paper.text(f"Căn cứ Luật Thi đua ngày 15 tháng 6 năm {year};").full_line().read()

    assert value(citing(2022).issued_on) == "2024-06-17"
    assert citing(2025).issued_on is None


def test_what_a_document_orders_may_lie_after_it():
    paper = dated("An Hải, ngày 17 tháng 6 năm 2024").title("QUYẾT ĐỊNH", "Về việc khen thưởng")
    paper.text("Căn cứ Luật Thi đua ngày 15 tháng 6 năm 2022;").text("Điều 1. Khen thưởng")
    read = paper.text("đến hết ngày 31 tháng 12 năm 2030").full_line().read()
    assert value(read.issued_on) == "2024-06-17"


def test_a_date_without_its_place_beside_the_number_is_the_rest_of_another_line():
    assert dated("ngày 17 tháng 6 năm 2026").read().issued_on is None


def test_an_invoice_bears_its_date_under_its_title():
    read = Paper().title("HÓA ĐƠN GIÁ TRỊ GIA TĂNG", "Ngày 30 tháng 6 năm 2023").full_line().read()
    assert value(read.issued_on) == "2023-06-30"
    assert value(read.kind) == "Hóa đơn giá trị gia tăng"
    assert (read.issuer, read.subject) == (None, None)


def test_a_form_bears_place_and_date_above_the_signature():
    paper = Paper().head(LEFT[:2], STATE).title("GIẤY XÁC NHẬN").page_of_text()
    signature = ["An Hải, ngày 17 tháng 6 năm 2026", "CHỦ TỊCH", "", "", "", "Lê Thị An"]
    read = paper.foot([], signature).read()
    assert value(read.issued_on) == "2026-06-17"
    assert value(read.place) == "An Hải"
    assert value(read.signer) == "Lê Thị An"


def test_a_date_in_the_text_is_not_that_of_the_document():
    paper = Paper().head(LEFT, STATE).title("BIÊN BẢN", "Họp hội đồng").full_line()
    assert paper.text("Hôm nay, ngày 17 tháng 6 năm 2026, tại hội trường").read().issued_on is None
