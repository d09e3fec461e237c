"""The counter up to the moment something is received."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from intake.calendars import at
from intake.factories import (
    ComponentFactory,
    CounterModeFactory,
    ProcedureFactory,
    UnitFactory,
    VersionFactory,
    account_with,
)
from intake_screens.typing import CARD, HERE, do, paper, send, text, typed, words
from motcua.intake import actions
from motcua.intake.models import CounterMode, Dossier
from motcua.intake.rules.requests import Paper
from motcua.organisation.models import CalendarDay
from motcua.organisation.rules.acts import Act


def value(page, name):
    """Return what stands in a field."""
    found = re.search(rf'<input[^>]*name="{name}"[^>]*>', text(page))
    said = re.search(r'value="([^"]*)"', found[0])
    return said[1] if said else ""


def is_ticked(page, name, *, of="on"):
    tags = re.findall(rf'<input[^>]*name="{name}"[^>]*>', text(page))
    return any("checked" in tag for tag in tags if of == "on" or f'value="{of}"' in tag)


def opens_at(page):
    """Return the tag in which the cursor stands."""
    return re.search(r"<[^>]*\sautofocus[^>]*>", text(page))[0]


def scan(client, line):
    return send(client, {"who": line, "do": "look"})


def test_who_is_not_signed_in_signs_in_first(client, db):
    answer = client.get(HERE)
    assert answer.status_code == 302
    assert answer.url.endswith("next=/ho-so/quay/")


def test_who_does_not_receive_has_no_counter(office, at_desk_of):
    assert at_desk_of(office.official).get(HERE).status_code == 403


def test_the_counter_opens_with_the_cursor_in_the_one_field(counter):
    page = counter.get(HERE)
    assert page.status_code == 200
    assert 'id="who"' in opens_at(page)


def test_before_the_first_dossier_of_the_day_the_list_says_so(counter):
    assert "Hôm nay chưa có hồ sơ nào tại quầy này." in text(counter.get(HERE))


def test_what_came_today_stands_beside_the_counter(counter, office):
    dossier = office.received()
    assert dossier.code in text(counter.get(HERE))


def test_a_card_fills_in_its_holder(counter):
    page = scan(counter, CARD)
    assert value(page, "nn-full_name") == "Trần Thị Bình"
    assert value(page, "nn-identity_number") == "030190000123"
    assert value(page, "nn-birth_on") == "05/09/1990"
    assert value(page, "nn-address") == "Thôn Đông, xã Đại Sơn"
    assert 'value="nu" selected' in text(page)
    assert "Đọc từ thẻ" in text(page)
    assert 'id="id_hs0-procedure"' in opens_at(page)


def test_a_card_leaves_the_telephone_that_was_typed(counter, office):
    page = do(counter, office, "look", who=CARD)
    assert value(page, "nn-phone") == "0912000111"


def test_a_damaged_card_says_which_part_is_wrong_and_keeps_the_line(counter):
    line = CARD.replace("05091990", "99991990")
    page = scan(counter, line)
    assert "Ngày sinh trên dòng quét không đọc được. Quét lại thẻ" in text(page)
    assert value(page, "who") == line


def test_a_name_is_written_as_names_are(counter):
    page = scan(counter, "lê thị mẫu")
    assert value(page, "nn-full_name") == "Lê Thị Mẫu"
    assert "nn-identity_number" in opens_at(page)


def test_a_number_that_is_none_is_not_taken_for_a_name(counter):
    page = scan(counter, "12345")
    assert "Đây không phải số định danh, mã số thuế hay mã hồ sơ." in text(page)
    assert value(page, "nn-full_name") == ""


def test_what_somebody_gave_before_is_offered_and_not_filled_in(counter, office):
    before = office.received()
    page = scan(counter, "030190000123")
    assert f"Đã có từ hồ sơ {before.code} (02/03/2026)" in text(page)
    assert "0912000111" in text(page)
    assert value(page, "nn-full_name") == value(page, "nn-phone") == ""
    assert "earlier:" in opens_at(page)


def test_what_somebody_gave_before_is_taken_by_a_click(counter, office):
    person = office.received().applicant
    form = {"nn-identity_number": "030190000123", "do": f"earlier:{person.pk}"}
    page = send(counter, form)
    assert value(page, "nn-full_name") == "Trần Thị Bình"
    assert value(page, "nn-phone") == "0912000111"
    assert value(page, "nn-address") == "Thôn Đông, xã Đại Sơn"


def test_nobody_is_taken_over_without_the_own_number(counter, office):
    person = office.received().applicant
    form = {"nn-identity_number": "001090000001", "do": f"earlier:{person.pk}"}
    assert value(send(counter, form), "nn-full_name") == ""


def test_what_another_office_may_not_show_is_offered_without_its_dossier(counter, office):
    CounterModeFactory(unit=office.other)
    request = office.request(receiving_unit_id=office.other.pk)
    elsewhere = actions.receive_dossier(request, officer=office.stranger, at=at("2026-03-01 09:00"))
    page = text(scan(counter, "030190000123"))
    assert "Đã khai trước đây" in page
    assert elsewhere.code not in page


def test_a_scanned_code_opens_its_dossier(counter, office):
    dossier = office.received()
    answer = scan(counter, dossier.code)
    assert answer.status_code == 302
    assert answer.url == f"/ho-so/{dossier.pk}/"


def test_an_unknown_code_is_said_so(counter):
    page = scan(counter, "H23.288.10514-260101-9999")
    assert "Không tìm thấy hồ sơ có mã này" in text(page)


def test_half_a_code_is_said_so(counter, office):
    office.received()
    office.received()
    assert "Mã này chưa đủ" in text(scan(counter, "H23.288.10514-260302"))


@pytest.mark.parametrize("words", ["khai sinh", "KHAI SINH", "dang ky khai", "Đăng ký khai sinh"])
def test_a_procedure_is_found_with_and_without_accents(counter, office, words):
    page = counter.get("/ho-so/quay/thu-tuc/", {"block": "0", "hs0-procedure": words})
    assert f'value="procedure:0:{office.version.pk}"' in text(page)


def test_a_procedure_is_found_by_its_code(counter, office):
    code = office.version.procedure.code
    page = counter.get("/ho-so/quay/thu-tuc/", {"block": "0", "hs0-procedure": code[:4]})
    assert code in text(page)


def test_a_procedure_of_another_time_is_not_offered(counter):
    VersionFactory(
        procedure=ProcedureFactory(name="Thủ tục đã bỏ"), valid_to=at("2026-03-02 00:00").date()
    )
    page = counter.get("/ho-so/quay/thu-tuc/", {"hs0-procedure": "đã bỏ"})
    assert "Không có thủ tục nào như vậy" in text(page)


def test_without_a_script_the_button_finds_and_takes_the_only_one(counter, office):
    form = {"block": "0", "hs0-procedure": "khai sinh", "do": "find:0"}
    page = send(counter, form)
    assert value(page, "hs0-version") == str(office.version.pk)
    assert "Giấy chứng sinh" in text(page)


def test_a_procedure_lays_out_its_papers_with_what_is_asked_for(counter, office):
    page = send(counter, {"block": "0", "do": f"procedure:0:{office.version.pk}"})
    assert value(page, f"{paper(office, 1)}-originals") == "1"
    assert not is_ticked(page, f"{paper(office, 1)}-is_handed_in")
    assert "all:0" in opens_at(page)


def test_all_there_is_one_key_and_leaves_what_is_optional(counter, office):
    form = {"block": "0", "hs0-version": office.version.pk, "do": "all:0"}
    page = send(counter, form)
    assert is_ticked(page, f"{paper(office, 1)}-is_handed_in")
    assert is_ticked(page, f"{paper(office, 2)}-is_handed_in")
    assert not is_ticked(page, f"{paper(office, 3)}-is_handed_in")
    assert 'value="receive"' in opens_at(page)


def test_the_due_day_is_told_with_every_day_and_its_ground(counter, office):
    """Received on Monday 2 March with five working days; Thursday 5 is given off by a decision."""
    CalendarDay.objects.create(
        day="2026-03-05",
        kind="NGHI_BU",
        name="Nghỉ hoán đổi",
        document="Quyết định 9/QĐ-UBND",
        known_from=at("2026-01-01 00:00"),
    )
    answer = send(counter, {"block": "0", "do": f"procedure:0:{office.version.pk}"})
    page = text(answer)
    assert "Hạn trả kết quả thứ Ba 10/03 17:00" in words(answer)
    rows = re.findall(r"<td>(\w+ \w+ \d\d/\d\d/2026)</td><td>(?:<strong>)?([^<]+)", page)
    assert rows == [
        ("thứ Hai 02/03/2026", "Ngày tiếp nhận, chưa tính"),
        ("thứ Ba 03/03/2026", "Ngày thứ 1"),
        ("thứ Tư 04/03/2026", "Ngày thứ 2"),
        ("thứ Năm 05/03/2026", "Không tính"),
        ("thứ Sáu 06/03/2026", "Ngày thứ 3"),
        ("thứ Bảy 07/03/2026", "Không tính"),
        ("Chủ nhật 08/03/2026", "Không tính"),
        ("thứ Hai 09/03/2026", "Ngày thứ 4"),
        ("thứ Ba 10/03/2026", "Ngày thứ 5"),
    ]
    assert "Nghỉ bù, hoán đổi: Nghỉ hoán đổi (Quyết định 9/QĐ-UBND)" in page


def test_the_due_day_is_told_anew_as_the_day_goes_on(counter, office, clock):
    """Given at once: until 15:00 the same day, later on the next working day."""
    version = VersionFactory(time_unit="at_once", time_amount=0)
    here = f"/ho-so/quay/han-tra/{version.pk}/"
    clock(at("2026-03-02 15:00"))
    assert "hôm nay 17:00" in words(counter.get(here))
    clock(at("2026-03-02 15:01"))
    assert "thứ Ba 03/03 17:00" in words(counter.get(here))


def test_a_step_answers_htmx_with_the_part_alone(counter, office):
    page = text(do(counter, office, "all:0", part=True))
    assert page.lstrip().startswith('<div id="reception-body">')
    assert "<html" not in page


@pytest.mark.parametrize("step", ["all:0", "paper:0", "dossier", "look", "open:refusal", "drop:0"])
def test_no_step_loses_a_typed_word(counter, office, step):
    typed_words = {
        "nn-full_name": "Nguyễn Văn Giữ",
        "nn-phone": "0987",
        "nn-birth_on": "31/02/1990",
        "hs0-subject": "Nội dung dài",
        "hs0-note": "kèm ảnh",
        f"{paper(office, 1)}-note": "bản dịch",
        f"{paper(office, 2)}-originals": "hai",
        "return_place": "Bưu cục Tứ Kỳ",
        "ch-full_name": "Phạm Thị Chủ",
    }
    page = do(counter, office, step, standing="messenger", **typed_words)
    assert {name: value(page, name) for name in typed_words} == typed_words
    assert is_ticked(page, "standing", of="messenger")


def test_while_it_is_filled_in_nothing_is_red(counter, office):
    page = send(counter, {"block": "0", "nn-birth_on": "hôm qua", "do": "look"})
    assert "is-invalid" not in text(page)


def test_another_paper_gets_a_row_of_its_own(counter, office):
    page = do(counter, office, "paper:0")
    assert value(page, "hs0k0-originals") == "1"
    again = do(counter, office, "paper:0", **{"hs0-other": ["0"], "hs0k0-name": "Ảnh 3x4"})
    assert value(again, "hs0k0-name") == "Ảnh 3x4"
    assert 'name="hs0k1-name"' in text(again)


def test_dossiers_are_put_on_the_receipt_and_taken_off(counter, office):
    two = do(counter, office, "dossier")
    assert "Hồ sơ 2" in text(two)
    one = do(counter, office, "drop:0", block=["0", "1"])
    assert 'name="block" value="1"' in text(one)
    assert 'name="block" value="0"' not in text(one)


def test_with_many_dossiers_the_other_exits_are_shut(counter, office):
    page = text(do(counter, office, "dossier"))
    assert "Yêu cầu bổ sung" not in page
    assert "Tiếp nhận và in giấy hẹn" in page


def test_beside_the_provincial_system_nothing_is_received_here(client, office, at_desk_of):
    beside = UnitFactory(parent=office.province)
    CounterModeFactory(unit=beside, mode="beside", system="Hệ thống một cửa tỉnh")
    account = account_with(Act.RECEIVE, Act.READ_DOSSIERS, unit=beside)
    page = text(at_desk_of(account).get(HERE))
    assert "Tiếp nhận trên Hệ thống một cửa tỉnh." in page
    assert "Tiếp nhận và in giấy hẹn" not in page
    answer = scan(client, "Trần Thị Bình")
    assert answer.url.startswith("/ho-so/tim/")


def test_where_nobody_decided_the_mode_it_is_said_what_to_do(counter):
    CounterMode.objects.all().delete()
    page = text(counter.get(HERE))
    assert "Chưa thể tiếp nhận hồ sơ mới ở đây." in page
    assert "Đề nghị quản trị viên ghi chế độ của quầy" in page


def test_the_number_of_queries_does_not_grow_with_papers_or_dossiers(counter, office):
    counter.get(HERE)
    few = count_queries(counter, office)
    for number in range(4, 40):
        ComponentFactory(version=office.version, number=number, name=f"Giấy số {number}")
    for _ in range(5):
        office.received(papers=all_of(office))
    assert count_queries(counter, office) == few
    assert few < 40


def count_queries(client, office):
    with CaptureQueriesContext(connection) as found:
        assert send(client, typed(office, do="all:0")).status_code == 200
    return len(found)


def all_of(office):
    return tuple(Paper(number=each.number, originals=1) for each in office.version.components.all())


def test_nothing_typed_makes_a_dossier(counter, office):
    for step in ("look", "all:0", "dossier", "open:supplement"):
        do(counter, office, step)
    assert not Dossier.objects.exists()


def test_another_procedure_may_be_chosen(counter, office):
    page = do(counter, office, "procedure:0:")
    assert value(page, "hs0-version") == ""
    assert 'id="id_hs0-procedure"' in opens_at(page)


def test_of_several_procedures_found_one_is_to_be_chosen(counter, office):
    VersionFactory(procedure=ProcedureFactory(name="Đăng ký khai tử"))
    page = send(counter, {"block": "0", "hs0-procedure": "dang ky khai", "do": "find:0"})
    assert value(page, "hs0-version") == ""
    assert text(page).count('class="procedure"') == 2


def test_enter_in_an_empty_field_looks_for_the_procedure_that_was_typed(counter, office):
    page = send(counter, {"block": "0", "hs0-procedure": "khai sinh", "do": "look"})
    assert f'value="procedure:0:{office.version.pk}"' in text(page)


def test_a_code_scanned_in_a_part_of_the_page_leads_the_whole_page(counter, office):
    row = office.received()
    answer = send(counter, {"who": row.code, "do": "look"}, part=True)
    assert answer.headers["HX-Redirect"] == f"/ho-so/{row.pk}/"


def test_a_file_stands_for_as_many_sheets_as_are_asked_for(counter, office):
    place = paper(office, 1)
    changes = {f"{place}-originals": "", f"{place}-is_electronic": "on"}
    page = do(counter, office, "open:supplement", **changes)
    assert "Giấy chứng sinh: 1 bản chính" not in text(page)


def test_whoever_has_a_post_at_no_living_unit_has_no_counter(office, at_desk_of):
    gone = UnitFactory(valid_to=at("2026-03-01 00:00").date())
    account = account_with(Act.RECEIVE, unit=gone)
    assert at_desk_of(account).get(HERE).status_code == 403


def test_the_exit_of_a_panel_leads_back_to_the_reception(counter, office):
    page = do(counter, office, "open:", panel="refusal", **{"pn-reason": "chưa chắc"})
    assert "Tiếp nhận và in giấy hẹn" in words(page)
    assert 'value="receive"' in opens_at(page)


def test_with_many_dossiers_no_panel_opens(counter, office):
    page = do(counter, office, "open:refusal", block=["0", "1"])
    assert 'name="panel" value=""' in text(page)
