"""One dossier on screen, and every act on it."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from intake.calendars import at
from intake.factories import account_with
from intake.office import ALL_PAPERS, MONDAY, RESULT
from intake_screens.typing import text, words
from motcua.audit.models import Entry
from motcua.intake import actions
from motcua.intake.rules.requests import HandOver, SupplementSlip
from motcua.intake.rules.states import DossierState
from motcua.intake.web.deeds import DOING
from motcua.intake.web.possible import DEEDS
from motcua.organisation.rules.acts import Act

LATER = at("2026-03-03 09:00")


def here(row, name=None):
    return f"/ho-so/{row.pk}/viec/{name}/" if name else f"/ho-so/{row.pk}/"


def offered(page):
    """Return the names of the acts that the page lets this person do."""
    return {deed.name for deed in DEEDS if f'id="viec-{deed.name}"' in text(page)}


def act(client, row, deed, /, **said):
    """Send the form of an act."""
    form = {f"{deed}-token": f"mot-lan-{deed}", **{f"{deed}-{key}": to for key, to in said.items()}}
    return client.post(here(row, deed), form)


def state(row):
    row.refresh_from_db()
    return DossierState(row.state)


def test_every_act_on_the_page_has_its_doing():
    assert {deed.name for deed in DEEDS} == set(DOING)


def test_who_may_not_see_a_dossier_finds_none(office, at_desk_of):
    row = office.received()
    stranger = at_desk_of(office.stranger)
    assert stranger.get(here(row)).status_code == 404
    assert act(stranger, row, "rut", reason="tôi muốn").status_code == 404
    assert state(row) is DossierState.RECEIVED


def test_opening_a_dossier_is_in_the_journal(counter, office):
    row = office.received()
    counter.get(here(row))
    entry = Entry.objects.get(act="intake.dossier.read")
    assert entry.about == f"intake.dossier:{row.pk}"
    assert entry.by_name == "Nguyễn Thị Hoa (hoa)"
    assert entry.facts == {"code": row.code, "what": "page"}


def test_the_page_says_what_when_and_who(office, at_desk_of, clock):
    row = office.received()
    clock(LATER)
    page = words(at_desk_of(office.counter).get(here(row)))
    for said in (
        row.code,
        "Được tiếp nhận",
        "còn 4 ngày làm việc (thứ Hai 09/03)",
        "Trần Thị Bình · 030190000123",
        "Giấy chứng sinh",
        "1 bản chính",
        "Thôn Đông, xã Đại Sơn",
        "Tiếp nhận hồ sơ",
        "Nghị định 118/2025/NĐ-CP",
        "hạn theo luật 17:00 09/03",
        "hạn theo QĐ 766 17:00 09/03",
        "hôm nay 03/03",
    ):
        assert said in page, said


def test_why_this_day_counts_both_clocks(office, at_desk_of, clock):
    """Asked on Tuesday, brought on Friday 6: five days anew end on Friday 13; QĐ 766 adds three."""
    row = office.in_settlement()
    office.asked(row, LATER)
    actions.take_supplement(
        dossier_id=row.pk, papers=[], officer=office.official, at=at("2026-03-06 09:00")
    )
    clock(at("2026-03-06 10:00"))
    page = words(at_desk_of(office.official).get(here(row)))
    assert "hạn theo luật 17:00 13/03" in page
    assert "hạn theo QĐ 766 17:00 12/03" in page
    assert "09:00 02/03/2026 – 09:00 06/03/2026" in page
    assert "09:00 03/03/2026 – 09:00 06/03/2026" in page


def test_a_second_supplement_and_a_late_slip_are_shown_as_defects(office, at_desk_of, clock):
    row = office.in_settlement()
    office.asked(row, at("2026-03-06 09:00"))
    clock(at("2026-03-06 10:00"))
    page = words(at_desk_of(office.official).get(here(row)))
    assert "Phiếu yêu cầu bổ sung lập sau 3 ngày làm việc" in page


def test_each_sees_the_own_acts_and_who_does_the_others(office, at_desk_of, client):
    row = office.in_settlement()
    mine = offered(at_desk_of(office.official).get(here(row)))
    assert mine == {
        *("nhan-ban-giao", "chuyen", "yeu-cau-bo-sung", "lay-y-kien", "nghia-vu-tai-chinh"),
        *("xin-loi-hen-lai", "rut"),
    }
    page = at_desk_of(office.official).get(here(row))
    assert "Ghi kết quả giải quyết Xã Đại Sơn" in words(page)
    leader = offered(at_desk_of(office.leader).get(here(row)))
    assert leader >= {"co-ket-qua", "tu-choi-giai-quyet", "dung"}


def test_who_may_only_read_is_offered_nothing(office, at_desk_of):
    reader = account_with(Act.READ_DOSSIERS, unit=office.commune, username="doc")
    page = at_desk_of(reader).get(here(office.received()))
    assert offered(page) == set()
    assert "Chưa có việc nào của tài khoản này." in words(page)


def test_a_dossier_that_ended_asks_for_nothing_more(office, at_desk_of):
    row = office.received()
    actions.withdraw_dossier(dossier_id=row.pk, reason="đổi ý", officer=office.counter, at=LATER)
    page = at_desk_of(office.counter).get(here(row))
    assert offered(page) == set()
    assert "Hồ sơ đã kết thúc" in words(page)
    assert "đổi ý" in words(page)


def test_a_registered_dossier_is_received_from_its_page(counter, office):
    row = actions.register_dossier(office.request(), officer=office.counter, at=MONDAY)
    answer = act(counter, row, "tiep-nhan")
    row.refresh_from_db()
    assert answer.url == f"/ho-so/giay-tiep-nhan/{row.receipt_id}/"
    assert row.state == DossierState.RECEIVED


def test_a_registered_dossier_is_refused_with_a_slip(counter, office):
    row = actions.register_dossier(office.request(), officer=office.counter, at=MONDAY)
    answer = act(counter, row, "tu-choi-tiep-nhan", reason="Sai thẩm quyền", ground="Điều 13")
    assert answer.url == f"/ho-so/{row.pk}/phieu-ket-thuc/"
    assert state(row) is DossierState.NOT_ACCEPTED


def test_a_dossier_is_passed_on_and_taken(office, at_desk_of):
    row = office.received()
    assert act(at_desk_of(office.counter), row, "chuyen", unit_id=office.section.pk, step_id="")
    assert state(row) is DossierState.IN_SETTLEMENT
    act(at_desk_of(office.official), row, "nhan-ban-giao")
    line = row.assignments.get(done_at=None)
    assert (line.unit, line.taken_by) == (office.section, office.official)


def test_a_supplement_is_asked_for_and_taken(office, at_desk_of, clock):
    row = office.in_settlement()
    clock(LATER)
    desk = at_desk_of(office.official)
    answer = act(desk, row, "yeu-cau-bo-sung", missing=["1"], content="Thiếu dấu bệnh viện")
    assert answer.url == f"/ho-so/{row.pk}/phieu-bo-sung/1/"
    assert state(row) is DossierState.SUPPLEMENT_ASKED
    page = desk.get(here(row))
    assert "Giấy chứng sinh (đã yêu cầu)" in words(page)
    clock(at("2026-03-06 09:00"))
    desk = at_desk_of(office.official)
    brought = {"bs1-is_handed_in": "on", "bs1-originals": "2", "nhan-bo-sung-token": "mot-lan"}
    assert desk.post(here(row, "nhan-bo-sung"), brought).url == here(row)
    assert state(row) is DossierState.IN_SETTLEMENT
    assert row.legal_due_at == at("2026-03-13 17:00")
    birth, form, _ = row.components.all()
    assert (birth.originals, birth.handed_in_at) == (2, at("2026-03-06 09:00"))
    assert form.handed_in_at == MONDAY


def test_a_second_supplement_is_refused_without_a_reason_and_keeps_the_words(
    office, at_desk_of, clock
):
    row = office.in_settlement()
    office.asked(row, LATER)
    actions.take_supplement(dossier_id=row.pk, papers=[], officer=office.official, at=LATER)
    clock(at("2026-03-04 09:00"))
    desk = at_desk_of(office.official)
    answer = act(desk, row, "yeu-cau-bo-sung", missing=["2"], content="Tờ khai ghi sai ngày sinh")
    assert answer.status_code == 422
    assert "Tờ khai ghi sai ngày sinh" in text(answer)
    assert 'id="viec-yeu-cau-bo-sung" open' in text(answer)
    assert "intake.second_supplement_needs_reason" in text(answer)
    again = act(
        desk,
        row,
        "yeu-cau-bo-sung",
        missing=["2"],
        content="Tờ khai ghi sai ngày sinh",
        reason_for_second="Công dân vừa đính chính",
    )
    assert again.url == f"/ho-so/{row.pk}/phieu-bo-sung/2/"


def test_another_office_is_consulted_and_answers(office, at_desk_of):
    row = office.in_settlement()
    act(
        at_desk_of(office.official),
        row,
        "lay-y-kien",
        unit_id=office.section.pk,
        content="Đề nghị xác minh nơi cư trú",
        due_on="05/03/2026",
    )
    line = row.assignments.get(is_consultation=True)
    assert line.due_at == at("2026-03-05 17:00")
    act(at_desk_of(office.official), row, "tra-loi-y-kien", answer="Đúng như khai")
    line.refresh_from_db()
    assert line.done_at == MONDAY


def test_a_payment_is_asked_for_and_recorded(office, at_desk_of):
    row = office.in_settlement()
    desk = at_desk_of(office.official)
    act(desk, row, "nghia-vu-tai-chinh", amount="150000", content="Lệ phí trước bạ")
    assert state(row) is DossierState.PAYMENT_ASKED
    act(desk, row, "da-nop-tien", amount="150000", receipt_number="BL 01")
    assert state(row) is DossierState.IN_SETTLEMENT


def test_an_apology_gives_one_new_day(office, at_desk_of, clock):
    row = office.in_settlement()
    clock(LATER)
    answer = act(
        at_desk_of(office.leader),
        row,
        "xin-loi-hen-lai",
        reason="Chờ xác minh",
        new_due_on="12/03/2026",
    )
    assert answer.url == f"/ho-so/{row.pk}/phieu-xin-loi/"
    row.refresh_from_db()
    assert row.legal_due_at == at("2026-03-12 17:00")
    assert "xin-loi-hen-lai" not in offered(at_desk_of(office.leader).get(here(row)))


def test_a_new_day_on_a_sunday_is_refused_and_keeps_the_reason(office, at_desk_of, clock):
    row = office.in_settlement()
    clock(LATER)
    desk = at_desk_of(office.leader)
    answer = act(desk, row, "xin-loi-hen-lai", reason="Chờ xác minh", new_due_on="15/03/2026")
    assert answer.status_code == 422
    assert "intake.due_on_closed_day" in text(answer)
    assert "Chờ xác minh" in text(answer)
    assert 'value="15/03/2026"' in text(answer)


def test_a_result_is_recorded_and_returned(office, at_desk_of, clock):
    row = office.in_settlement()
    clock(LATER)
    act(
        at_desk_of(office.leader),
        row,
        "co-ket-qua",
        name="Giấy khai sinh",
        number_symbol="12/2026",
        issued_on="03/03/2026",
        signer="Lê Văn Cường",
    )
    assert state(row) is DossierState.SETTLED
    desk = at_desk_of(office.counter)
    assert 'value="Trần Thị Bình"' in text(desk.get(here(row)))
    act(desk, row, "tra-ket-qua", returned_to="Trần Thị Bình", channel="direct")
    assert state(row) is DossierState.RETURNED
    assert (row.returned_to, row.returned_by) == ("Trần Thị Bình", office.counter)
    assert "Trước hạn" in words(desk.get(here(row)))


def test_a_refusal_after_appraisal_says_why(office, at_desk_of):
    row = office.in_settlement()
    desk = at_desk_of(office.leader)
    bare = act(desk, row, "tu-choi-giai-quyet", reason="", name="Văn bản số 5")
    assert bare.status_code == 422
    assert 'value="Văn bản số 5"' in text(bare)
    act(desk, row, "tu-choi-giai-quyet", reason="Không đủ điều kiện", name="Văn bản số 5")
    assert state(row) is DossierState.SETTLED
    assert row.ending.reason == "Không đủ điều kiện"


def test_a_dossier_is_stopped_on_a_ground_of_the_law(office, at_desk_of):
    row = office.in_settlement()
    desk = at_desk_of(office.leader)
    assert act(desk, row, "dung", reason="Có tranh chấp", ground="").status_code == 422
    answer = act(desk, row, "dung", reason="Có tranh chấp", ground="Điều 8 TT 03/2025")
    assert answer.url == f"/ho-so/{row.pk}/phieu-ket-thuc/"
    assert state(row) is DossierState.STOPPED


def test_a_dossier_is_given_back_with_the_reason(counter, office):
    row = office.received()
    assert act(counter, row, "rut", reason=" ").status_code == 422
    act(counter, row, "rut", reason="Gia đình đổi ý")
    assert state(row) is DossierState.WITHDRAWN


def test_an_act_sent_twice_is_done_once(office, at_desk_of):
    row = office.in_settlement()
    desk = at_desk_of(office.official)
    for _ in range(2):
        answer = act(desk, row, "chuyen", unit_id=office.section.pk, note="lần một")
        assert answer.url == here(row)
    assert row.assignments.filter(note="lần một").count() == 1


def test_what_somebody_else_did_meanwhile_is_shown_beside_the_words(office, at_desk_of):
    row = office.in_settlement()
    desk = at_desk_of(office.leader)
    actions.settle_dossier(dossier_id=row.pk, results=[RESULT], officer=office.leader, at=MONDAY)
    answer = act(desk, row, "yeu-cau-bo-sung", content="Thiếu dấu")
    assert answer.status_code == 409
    page = words(answer)
    assert "Đã xử lý xong" in page
    assert "Thiếu dấu" in text(answer)


def test_an_act_of_others_is_not_done(counter, office):
    row = office.in_settlement()
    answer = act(counter, row, "co-ket-qua", name="Giấy khai sinh")
    assert answer.status_code == 404
    assert state(row) is DossierState.IN_SETTLEMENT


def test_an_act_that_is_none_is_not_found(counter, office):
    assert act(counter, office.received(), "xoa").status_code == 404


def test_the_journal_is_for_those_who_may_read_it(office, at_desk_of):
    row = office.received()
    assert "Nhật ký của hồ sơ này" not in words(at_desk_of(office.counter).get(here(row)))
    auditor = account_with(Act.READ_DOSSIERS, Act.READ_JOURNAL, unit=office.commune)
    page = words(at_desk_of(auditor).get(here(row)))
    assert "Nhật ký của hồ sơ này" in page
    assert "Nguyễn Thị Hoa (hoa)" in page


def test_the_number_of_queries_does_not_grow_with_the_life_of_a_dossier(office, at_desk_of):
    desk = at_desk_of(office.official)
    young, old = office.in_settlement(), office.in_settlement()
    for number in range(12):
        to = HandOver(unit_id=(office.section if number % 2 else office.commune).pk)
        moment = MONDAY + timedelta(minutes=number)
        actions.hand_over(dossier_id=old.pk, to=to, officer=office.official, at=moment)
    desk.get(here(young))
    few, many = queries_of(desk, young), queries_of(desk, old)
    assert many == few
    assert few < 50


def queries_of(client, row):
    with CaptureQueriesContext(connection) as found:
        assert client.get(here(row)).status_code == 200
    return len(found)


def test_a_form_sent_again_with_other_words_does_nothing_twice(office, at_desk_of):
    row = office.in_settlement()
    desk = at_desk_of(office.official)
    act(desk, row, "chuyen", unit_id=office.section.pk, note="lần một")
    answer = act(desk, row, "chuyen", unit_id=office.section.pk, note="lần hai")
    assert answer.url == here(row)
    assert not row.assignments.filter(note="lần hai").exists()


def test_a_supplement_before_reception_ends_with_the_receipt(office, at_desk_of, clock):
    slip = SupplementSlip(content="Giấy chứng sinh", missing=(1,))
    request = office.request(papers=ALL_PAPERS[1:])
    asked = actions.ask_supplement_at_counter(request, slip=slip, officer=office.counter, at=MONDAY)
    row = asked.dossier
    clock(LATER)
    brought = {"bs1-is_handed_in": "on", "bs1-originals": "1", "nhan-bo-sung-token": "mot-lan"}
    answer = at_desk_of(office.counter).post(here(row, "nhan-bo-sung"), brought)
    row.refresh_from_db()
    assert answer.url == f"/ho-so/giay-tiep-nhan/{row.receipt_id}/"
    assert row.legal_due_at == at("2026-03-10 17:00")
