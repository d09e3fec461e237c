"""The exits of the counter: received, a supplement asked for, refused, given at once."""

import pytest

from intake.calendars import at
from intake.factories import ComponentFactory, VersionFactory
from intake.office import MONDAY
from intake_screens.typing import HERE, dossier, paper, send, text, typed, words
from motcua.audit.models import Entry
from motcua.intake.models import Dossier, Receipt
from motcua.intake.rules.states import DossierState


def received(client, office, **changes):
    """Receive, and return the dossier with the answer."""
    answer = send(client, typed(office, **changes))
    return Dossier.objects.get(), answer


def test_a_reception_ends_at_its_receipt(counter, office):
    row, answer = received(counter, office)
    assert answer.status_code == 302
    assert answer.url == f"/ho-so/giay-tiep-nhan/{row.receipt_id}/"
    assert row.code == "H23.288.10514-260302-0001"
    assert row.state == DossierState.RECEIVED
    assert row.received_by == office.counter
    assert row.legal_due_at == at("2026-03-09 17:00")


def test_what_was_typed_is_what_was_received(counter, office):
    row, _ = received(
        counter,
        office,
        **{
            "hs0-subject": "Khai sinh cho cháu Minh Anh",
            "hs0-note": "gấp",
            f"{paper(office, 1)}-photocopies": "2",
            f"{paper(office, 1)}-note": "kèm bản dịch",
            "hs0-other": ["0"],
            "hs0k0-name": "Ảnh 3x4",
            "hs0k0-originals": "4",
            "channel": "post",
            "return_place": "Bưu cục Tứ Kỳ",
            "hs0-settling_unit": office.section.pk,
        },
    )
    birth, form, _proxy, photo = row.components.all()
    assert (birth.originals, birth.photocopies, birth.note) == (1, 2, "kèm bản dịch")
    assert (form.originals, photo.name, photo.originals) == (1, "Ảnh 3x4", 4)
    assert (row.channel, row.return_place) == ("post", "Bưu cục Tứ Kỳ")
    assert (row.subject, row.note) == ("Khai sinh cho cháu Minh Anh", "gấp")
    assert row.settling_unit == office.section
    person = row.applicant
    assert (person.full_name, person.identity_number) == ("Trần Thị Bình", "030190000123")
    assert (f"{person.birth_on:%d/%m/%Y}", person.sex) == ("05/09/1990", "nu")
    assert row.owner == person
    assert row.representative is None


@pytest.mark.parametrize(
    ("standing", "represents"), [("representative", True), ("messenger", False)]
)
def test_somebody_may_hand_in_for_another(counter, office, standing, represents):
    owner = {
        "ch-kind": "organisation",
        "ch-full_name": "Hợp tác xã Đại Sơn",
        "ch-identity_number": "0100109106",
        "ch-birth_on": "01/01/2001",
    }
    row, _ = received(counter, office, standing=standing, **owner)
    assert row.applicant.full_name == "Trần Thị Bình"
    assert (row.owner.full_name, row.owner.kind) == ("Hợp tác xã Đại Sơn", "organisation")
    assert row.owner.birth_on is None
    assert (row.representative == row.applicant) is represents


def test_sent_twice_it_is_received_once(counter, office):
    first = send(counter, typed(office))
    second = send(counter, typed(office))
    assert first.url == second.url
    assert Dossier.objects.count() == Receipt.objects.count() == 1


def test_the_same_form_with_other_words_is_asked_about_and_then_received(counter, office):
    send(counter, typed(office))
    other = typed(office, **{"nn-full_name": "Lê Thị Mẫu", "nn-identity_number": ""})
    answer = send(counter, other)
    assert answer.status_code == 422
    assert "Lê Thị Mẫu" in text(answer)
    assert "jobs.key_reused" in text(answer)
    token = text(answer).split('name="token" value="')[1].split('"')[0]
    assert token != other["token"]
    assert send(counter, {**other, "token": token}).status_code == 302
    assert Dossier.objects.count() == 2


def test_with_a_paper_missing_nothing_is_received_and_nothing_typed_is_lost(counter, office):
    form = typed(office, **{f"{paper(office, 2)}-is_handed_in": None, "hs0-note": "đừng mất"})
    answer = send(counter, form)
    page = words(answer)
    assert answer.status_code == 422
    assert not Dossier.objects.exists()
    assert "Tờ khai" in page
    assert "Những gì đã nhập vẫn còn trên trang này." in page
    assert 'value="đừng mất"' in text(answer)
    assert 'value="Trần Thị Bình"' in text(answer)


def test_after_a_refusal_the_same_form_may_be_sent_again(counter, office):
    """What was refused has used up no token."""
    lacking = typed(office, **{f"{paper(office, 2)}-is_handed_in": None})
    assert send(counter, lacking).status_code == 422
    assert send(counter, typed(office)).status_code == 302


@pytest.mark.parametrize(
    ("field", "said", "fault"),
    [
        ("nn-full_name", "", "Họ và tên, tên tổ chức"),
        ("nn-identity_number", "12345", "Số định danh có 12 chữ số"),
        ("nn-birth_on", "31/02/1990", "Viết ngày như 28/11/2026."),
        ("nn-birth_on", "hôm qua", "Viết ngày như 28/11/2026."),
        ("nn-email", "không phải thư", "Thư điện tử"),
        ("hs0-version", "", "Chọn thủ tục trong danh sách."),
    ],
)
def test_what_is_wrong_is_told_with_the_way_to_its_field(counter, office, field, said, fault):
    answer = send(counter, typed(office, **{field: said}))
    assert answer.status_code == 422
    assert fault in words(answer)
    assert "data-summary" in text(answer)
    assert not Dossier.objects.exists()


def test_a_paper_ticked_without_a_count_is_asked_about(counter, office):
    answer = send(counter, typed(office, **{f"{paper(office, 1)}-originals": ""}))
    assert "Giấy chứng sinh: Đã đánh dấu nộp nhưng chưa ghi số bản nào." in words(answer)


def test_many_dossiers_stand_on_one_receipt(counter, office):
    other = VersionFactory(time_amount=3)
    ComponentFactory(version=other, name="Đơn xin")
    form = {**typed(office), **dossier(other, key=1), "block": ["0", "1"]}
    answer = send(counter, form)
    receipt = Receipt.objects.get()
    assert answer.url == f"/ho-so/giay-tiep-nhan/{receipt.pk}/"
    dues = [row.legal_due_at for row in receipt.dossiers.order_by("code")]
    assert dues == [at("2026-03-09 17:00"), at("2026-03-05 17:00")]


def test_of_many_dossiers_all_are_received_or_none(counter, office):
    other = VersionFactory()
    ComponentFactory(version=other, name="Đơn xin")
    form = {**typed(office), **dossier(other, key=1), "block": ["0", "1"]}
    lacking = {name: said for name, said in form.items() if "is_handed_in" not in name}
    assert send(counter, lacking).status_code == 422
    assert not Dossier.objects.exists()


def test_papers_that_were_not_on_the_page_are_shown_first(counter, office):
    """Somebody changed what the procedure asks for while the citizen stood there."""
    form = typed(office)
    ComponentFactory(version=office.version, number=4, name="Văn bản mới")
    answer = send(counter, form)
    assert answer.status_code == 422
    assert "Văn bản mới: Giấy tờ này chưa hiện trên trang lúc gửi." in words(answer)


def test_a_supplement_is_first_written_with_what_is_missing(counter, office):
    form = typed(office, do="open:supplement", **{f"{paper(office, 1)}-is_handed_in": None})
    page = send(counter, form)
    assert "- Giấy chứng sinh: 1 bản chính" in text(page)
    assert "Lập và in phiếu yêu cầu bổ sung" in words(page)
    assert not Dossier.objects.exists()


def test_a_supplement_asked_for_has_its_slip_and_no_clock(counter, office):
    form = typed(
        office,
        do="supplement",
        panel="supplement",
        **{f"{paper(office, 1)}-is_handed_in": None, "pn-content": "Giấy chứng sinh, 1 bản chính"},
    )
    answer = send(counter, form)
    row = Dossier.objects.get()
    assert answer.url == f"/ho-so/{row.pk}/phieu-bo-sung/1/"
    assert row.state == DossierState.SUPPLEMENT_ASKED
    assert row.legal_due_at is None
    asked = row.supplements.get()
    assert asked.content == "Giấy chứng sinh, 1 bản chính"
    assert [each.name for each in asked.missing.all()] == ["Giấy chứng sinh"]


def test_a_supplement_that_says_nothing_is_not_asked_for(counter, office):
    form = typed(office, do="supplement", panel="supplement", **{"pn-content": "  "})
    answer = send(counter, form)
    assert answer.status_code == 422
    assert "Nội dung cần bổ sung, hoàn thiện" in words(answer)
    assert not Dossier.objects.exists()


def test_a_refusal_has_its_slip_with_the_reason(counter, office):
    form = typed(
        office,
        do="refusal",
        panel="refusal",
        **{"pn-reason": "Không thuộc thẩm quyền của xã.", "pn-ground": "Điều 13 Luật Hộ tịch"},
    )
    answer = send(counter, form)
    row = Dossier.objects.get()
    assert answer.url == f"/ho-so/{row.pk}/phieu-ket-thuc/"
    assert row.state == DossierState.NOT_ACCEPTED
    assert row.ending.reason == "Không thuộc thẩm quyền của xã."
    assert row.ending.ground == "Điều 13 Luật Hộ tịch"


def test_without_a_reason_nobody_is_refused(counter, office):
    form = typed(office, do="refusal", panel="refusal", **{"pn-reason": ""})
    assert send(counter, form).status_code == 422
    assert not Dossier.objects.exists()


def test_an_exit_whose_words_were_not_asked_for_asks_for_them(counter, office):
    page = send(counter, typed(office, do="refusal"))
    assert page.status_code == 200
    assert not Dossier.objects.exists()


def at_once(office):
    version = VersionFactory(
        time_unit="at_once", time_amount=0, result_name="Bản sao trích lục khai sinh"
    )
    ComponentFactory(version=version, name="Tờ khai cấp bản sao")
    return version


def test_given_at_once_it_is_all_on_record_without_a_receipt(counter, office):
    version = at_once(office)
    page = send(counter, typed(office, version=version, do="open:at_once"))
    assert 'value="Bản sao trích lục khai sinh"' in text(page)
    form = typed(
        office,
        version=version,
        do="at_once",
        panel="at_once",
        **{
            "pn-name": "Bản sao trích lục khai sinh",
            "pn-number_symbol": "07/2026",
            "pn-issued_on": "02/03/2026",
            "pn-returned_to": "Trần Thị Bình",
        },
    )
    answer = send(counter, form)
    row = Dossier.objects.get()
    assert row.state == DossierState.RETURNED
    assert (row.is_at_once, row.receipt) == (True, None)
    assert row.results.get().number_symbol == "07/2026"
    assert answer.url == f"{HERE}?xong={row.pk}"
    page = counter.get(answer.url)
    assert f"Đã tiếp nhận và trả kết quả hồ sơ {row.code}." in words(page)


def test_at_once_is_offered_only_where_the_procedure_is_so(counter, office):
    assert "Trả kết quả ngay" not in words(send(counter, typed(office, do="all:0")))
    page = send(counter, typed(office, version=at_once(office), do="all:0"))
    assert "Trả kết quả ngay" in words(page)


def test_the_receipt_waits_for_the_next_citizen(counter, office):
    answer = counter.get(send(counter, typed(office)).url)
    assert 'id="who"' in text(answer)
    assert "autofocus" in text(answer).split('id="who"')[1].split(">")[0]
    assert f'action="{HERE}"' in text(answer)


def test_a_reception_is_in_the_journal(counter, office):
    received(counter, office)
    entry = Entry.objects.get(act="intake.dossier.received")
    assert entry.by_name == "Nguyễn Thị Hoa (hoa)"
    assert entry.at == MONDAY


def test_who_lost_the_post_meanwhile_receives_nothing(counter, office):
    office.counter.posts.all().delete()
    assert send(counter, typed(office)).status_code == 403
    assert not Dossier.objects.exists()
