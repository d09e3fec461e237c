"""What a citizen goes home with: the forms of the circular, numbered as on their day."""

from datetime import date

import pytest
from django.conf import settings

from intake.calendars import at
from intake.factories import UnitFactory, VersionFactory
from intake.office import ALL_PAPERS, MONDAY
from intake_screens.typing import text, words
from motcua.audit.models import Entry
from motcua.intake import actions
from motcua.intake.rules.requests import Paper, SupplementSlip
from motcua.intake.web.paper_forms import PaperKind, form_on, place_of


@pytest.mark.parametrize(
    ("kind", "on", "number", "source"),
    [
        (PaperKind.CONTROL, date(2025, 9, 14), "05", "Thông tư số 01/2018/TT-VPCP"),
        (PaperKind.CONTROL, date(2025, 9, 15), "06", "Thông tư số 03/2025/TT-VPCP"),
        (PaperKind.RECEIPT, date(2023, 5, 11), "01", "Thông tư số 01/2018/TT-VPCP"),
        (PaperKind.APOLOGY, date(2026, 3, 2), "04", "Thông tư số 03/2025/TT-VPCP"),
        (PaperKind.STOP, date(2026, 3, 2), "05", "Thông tư số 03/2025/TT-VPCP"),
        (PaperKind.STOP, date(2024, 1, 1), "05", "Thông tư số 03/2025/TT-VPCP"),
    ],
)
def test_a_form_has_the_number_of_its_day(kind, on, number, source):
    form = form_on(kind, on=on)
    assert (form.number, form.source) == (number, source)


@pytest.mark.parametrize("kind", list(PaperKind))
def test_the_lines_of_a_title_say_the_whole_title(kind):
    form = form_on(kind, on=date(2026, 3, 2))
    assert " ".join(form.lines) == form.title
    assert all(form.lines)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Uỷ ban nhân dân xã Đại Sơn", "Đại Sơn"),
        ("Bộ phận Một cửa phường Trần Hưng Đạo", "Trần Hưng Đạo"),
        ("Xã Hà Kỳ", "Hà Kỳ"),
        ("Trung tâm Phục vụ hành chính công", ""),
    ],
)
def test_the_place_before_the_date_is_read_off_the_name(db, name, place):
    assert place_of(UnitFactory(name=name)) == place


def test_an_office_without_a_place_takes_that_above_it(db):
    above = UnitFactory(name="Xã Đại Sơn")
    assert place_of(UnitFactory(name="Bộ phận Một cửa", parent=above)) == "Đại Sơn"


def test_the_receipt_says_what_the_circular_wants(counter, office):
    papers = (Paper(number=1, originals=1, photocopies=2), Paper(number=2, is_electronic=True))
    row = office.received(papers=papers)
    page = words(counter.get(f"/ho-so/giay-tiep-nhan/{row.receipt_id}/"))
    for said in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "Đại Sơn, ngày 02 tháng 03 năm 2026",
        "Mẫu số 01 ban hành kèm theo Thông tư số 03/2025/TT-VPCP",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Mã hồ sơ: H23.288.10514-260302-0001",
        "Quyển số 2026, số thứ tự 01",
        "Liên 2: Giao người nộp",
        "Liên 1: Lưu",
        "Trần Thị Bình; số định danh: 030190000123",
        "Thôn Đông, xã Đại Sơn",
        "0912000111",
        "Đăng ký khai sinh: Khai sinh cho cháu Trần Minh Anh",
        "1 Giấy chứng sinh 1 2",
        "2 Tờ khai (bản điện tử)",
        "Thời gian giải quyết theo quy định: 5 ngày làm việc",
        "Thời gian nhận hồ sơ: 09 giờ 00 phút, ngày 02/03/2026",
        "Thời gian trả kết quả: 17 giờ 00 phút, thứ Hai 09/03/2026",
        "NGƯỜI TIẾP NHẬN HỒ SƠ (Ký và ghi rõ họ tên) Nguyễn Thị Hoa",
    ):
        assert said in page, said
    assert "Giấy uỷ quyền" not in page


def test_an_old_receipt_keeps_the_form_of_its_day(office, at_desk_of):
    row = office.received(at("2023-05-11 09:00"))
    page = words(at_desk_of(office.counter).get(f"/ho-so/giay-tiep-nhan/{row.receipt_id}/"))
    assert "Mẫu số 01 ban hành kèm theo Thông tư số 01/2018/TT-VPCP" in page


def test_a_paper_is_vietnamese_whatever_the_reader_chose(counter, office):
    """The compiled words need not be there: what the paper says comes from the rules too."""
    row = office.received()
    counter.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = counter.get(f"/ho-so/giay-tiep-nhan/{row.receipt_id}/")
    assert 'lang="en"' in text(page)
    assert "17 giờ 00 phút, thứ Hai 09/03/2026" in words(page)


def test_a_receipt_of_many_names_each(counter, office):
    requests = [office.request(), office.request(version_id=VersionFactory().pk, papers=())]
    receipt = actions.receive_dossiers(requests, officer=office.counter, at=MONDAY)
    page = counter.get(f"/ho-so/giay-tiep-nhan/{receipt.pk}/")
    assert "2 hồ sơ" in words(page)
    for row in receipt.dossiers.all():
        assert f'src="/ho-so/{row.pk}/ma.svg"' in text(page)
    entry = Entry.objects.get(act="intake.dossier.read")
    assert sorted(entry.facts["code"]) == [row.code for row in receipt.dossiers.order_by("code")]


def test_the_code_is_drawn_and_says_nothing_else(counter, office):
    row = office.received()
    answer = counter.get(f"/ho-so/{row.pk}/ma.svg")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b"<svg")
    assert "Bình" not in text(answer)


def test_the_slip_for_a_supplement(office, at_desk_of):
    request = office.request(papers=ALL_PAPERS[1:])
    slip = SupplementSlip(content="Giấy chứng sinh, có dấu\nHộ chiếu của mẹ", missing=(1,))
    asked = actions.ask_supplement_at_counter(request, slip=slip, officer=office.counter, at=MONDAY)
    page = words(at_desk_of(office.counter).get(f"/ho-so/{asked.dossier_id}/phieu-bo-sung/1/"))
    for said in (
        "Mẫu số 02",
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "Giấy chứng sinh, có dấu Hộ chiếu của mẹ",
        "1 Giấy chứng sinh 1 bản chính",
        "Thời hạn giải quyết được tính từ khi nộp đủ hồ sơ.",
        "liên hệ Nguyễn Thị Hoa, Xã Đại Sơn",
    ):
        assert said in page, said


def test_the_slip_of_a_refusal(counter, office):
    row = actions.refuse_at_counter(
        office.request(), reason="Sai thẩm quyền.", officer=office.counter, at=MONDAY
    )
    page = words(counter.get(f"/ho-so/{row.pk}/phieu-ket-thuc/"))
    assert "Mẫu số 03" in page
    assert "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ" in page
    assert "Sai thẩm quyền." in page


def test_the_notice_that_a_dossier_was_stopped(counter, office):
    row = office.in_settlement()
    actions.stop_dossier(
        dossier_id=row.pk, reason="Tranh chấp", ground="Điều 8", officer=office.leader, at=MONDAY
    )
    page = words(counter.get(f"/ho-so/{row.pk}/phieu-ket-thuc/"))
    assert "Mẫu số 05" in page
    assert "dừng giải quyết hồ sơ này từ 09 giờ 00 phút, ngày 02/03/2026" in page


def test_the_apology_with_its_new_day(counter, office):
    row = office.in_settlement()
    actions.apologise_and_reappoint(
        dossier_id=row.pk,
        reason="Chờ xác minh",
        new_due_on=date(2026, 3, 12),
        officer=office.leader,
        at=MONDAY,
    )
    page = words(counter.get(f"/ho-so/{row.pk}/phieu-xin-loi/"))
    assert "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN" in page
    assert "17 giờ 00 phút, ngày 09/03/2026" in page
    assert "17 giờ 00 phút, thứ Năm 12/03/2026" in page


def test_the_control_slip_says_in_whose_hands_it_was(counter, office):
    row = office.in_settlement()
    page = words(counter.get(f"/ho-so/{row.pk}/phieu-kiem-soat/"))
    assert "Mẫu số 06" in page
    assert "Giao: 09:00 02/03/2026 Nhận: 09:00 02/03/2026 Xong: 09:00 02/03/2026" in page
    assert "Đúng hạn" in page


@pytest.mark.parametrize(
    "paper", ["phieu-ket-thuc/", "phieu-xin-loi/", "phieu-bo-sung/1/", "phieu-bo-sung/7/"]
)
def test_a_paper_that_was_never_written_is_not_found(counter, office, paper):
    assert counter.get(f"/ho-so/{office.received().pk}/{paper}").status_code == 404


@pytest.mark.parametrize("paper", ["phieu-kiem-soat/", "ma.svg", "phieu-bo-sung/1/"])
def test_papers_are_for_those_who_may_see_the_dossier(office, at_desk_of, paper):
    row = office.received()
    stranger = at_desk_of(office.stranger)
    assert stranger.get(f"/ho-so/{row.pk}/{paper}").status_code == 404
    assert stranger.get(f"/ho-so/giay-tiep-nhan/{row.receipt_id}/").status_code == 404
    assert not Entry.objects.filter(act="intake.dossier.read").exists()
