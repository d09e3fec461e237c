"""What happens at the counter when a dossier is handed in."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from intake.calendars import at
from intake.factories import CounterModeFactory, UnitFactory, VersionFactory, account_with
from intake.office import ALL_PAPERS, BINH, MONDAY, RESULT
from motcua.audit.models import Entry
from motcua.catalogue.rules.terms import Channel
from motcua.foundation.events import announced
from motcua.intake import actions
from motcua.intake.errors import (
    ChannelNotOffered,
    CodesComeFromProvince,
    CounterModeUnset,
    IdentityMalformed,
    MoveRefused,
    NotAtThisUnit,
    NothingToReceive,
    PapersMissing,
    PapersUnknown,
    ProcedureNotOffered,
    ReasonMissing,
    ReceiptOfOneUnit,
    UnitHasNoCode,
    UnitUnknown,
)
from motcua.intake.events import DossierReceived
from motcua.intake.models import Applicant, CodeCounter, CounterMode, Dossier, Receipt
from motcua.intake.rules.counters import CounterDecision, Mode
from motcua.intake.rules.requests import Paper, Particulars
from motcua.intake.rules.states import DossierState
from motcua.kernel.errors import NotFound
from motcua.organisation.models import UnitCode
from motcua.organisation.rules.acts import Act


@pytest.fixture
def heard():
    events = []

    def hear(sender, event, **_):
        events.append(event)

    announced.connect(hear)
    yield events
    announced.disconnect(hear)


def kinds(dossier):
    return list(dossier.events.order_by("at", "pk").values_list("kind", flat=True))


def test_a_complete_dossier_gets_its_code_its_receipt_and_its_day(office, heard):
    dossier = office.received()
    assert dossier.code == "H23.288.10514-260302-0001"
    assert dossier.state == DossierState.RECEIVED
    assert dossier.legal_due_at == at("2026-03-09 17:00")
    assert dossier.original_due_at == dossier.indicator_due_at == dossier.legal_due_at
    assert dossier.appointment_at == dossier.legal_due_at
    assert dossier.received_by == office.counter
    assert (dossier.receipt.book, dossier.receipt.number) == (2026, 1)
    assert dossier.owner == dossier.applicant
    assert kinds(dossier) == ["received"]
    assert heard == [DossierReceived(dossier_id=dossier.pk, kind="received")]


def test_the_act_is_in_the_journal_with_its_code(office):
    dossier = office.received()
    entry = Entry.objects.get(act="intake.dossier.received")
    assert entry.facts["code"] == dossier.code
    assert entry.by_name == "Nguyễn Thị Hoa (hoa)"


def test_the_timeline_cites_the_law_of_the_day(office):
    old = office.received(at("2023-03-06 09:00"))
    assert old.events.get().ground == "khoản 1 Điều 17 Nghị định 61/2018/NĐ-CP"
    assert office.received().events.get().ground == "Nghị định 118/2025/NĐ-CP"


def test_codes_run_through_the_day_and_begin_again_the_next(office):
    codes = [office.received().code[-11:] for _ in range(3)]
    assert codes == ["260302-0001", "260302-0002", "260302-0003"]
    assert office.received(at("2026-03-03 08:00")).code.endswith("260303-0001")


def test_receipts_run_through_the_year(office):
    office.received(at("2025-12-31 16:00"))
    receipts = [office.received(at(f"2026-03-0{day} 09:00")).receipt for day in (2, 3)]
    assert [(row.book, row.number) for row in receipts] == [(2026, 1), (2026, 2)]


def test_a_reception_that_fails_leaves_no_gap(office):
    with pytest.raises(PapersMissing):
        office.received(papers=(Paper(number=1, originals=1),))
    assert office.received().code.endswith("-0001")
    assert Dossier.objects.count() == Receipt.objects.count() == 1


def test_the_papers_that_are_missing_are_named(office):
    with pytest.raises(PapersMissing) as refusal:
        office.received(papers=())
    assert refusal.value.facts["names"] == ["Giấy chứng sinh", "Tờ khai"]


def test_what_was_handed_in_is_on_record_paper_by_paper(office):
    papers = (
        Paper(number=1, originals=1, photocopies=2, note="kèm bản dịch"),
        Paper(number=2, is_electronic=True),
        Paper(name="Ảnh 3x4", originals=2),
    )
    rows = list(office.received(papers=papers).components.all())
    assert [row.name for row in rows] == [
        "Giấy chứng sinh",
        "Tờ khai",
        "Giấy uỷ quyền",
        "Ảnh 3x4",
    ]
    assert (rows[0].originals, rows[0].photocopies, rows[0].note) == (1, 2, "kèm bản dịch")
    assert rows[1].is_electronic
    assert rows[2].handed_in_at is None
    assert rows[3].required is None
    assert all(row.scope for row in rows[:3])


def test_a_paper_that_nobody_asked_for_by_number_is_refused(office):
    with pytest.raises(PapersUnknown):
        office.received(papers=(*ALL_PAPERS, Paper(number=9, originals=1)))


def test_many_dossiers_stand_on_one_receipt(office):
    owners = [replace(BINH, full_name=f"Trần Văn {name}", identity_number="") for name in "XYZ"]
    requests = [office.request(owner=owner) for owner in owners]
    receipt = actions.receive_dossiers(requests, officer=office.counter, at=MONDAY)
    dossiers = list(receipt.dossiers.order_by("code"))
    assert [dossier.code[-4:] for dossier in dossiers] == ["0001", "0002", "0003"]
    assert [dossier.owner.full_name for dossier in dossiers] == [
        "Trần Văn X",
        "Trần Văn Y",
        "Trần Văn Z",
    ]
    assert {dossier.applicant_id for dossier in dossiers} == {dossiers[0].applicant_id}


def test_of_many_dossiers_all_are_received_or_none(office):
    requests = [office.request(), office.request(papers=())]
    with pytest.raises(PapersMissing):
        actions.receive_dossiers(requests, officer=office.counter, at=MONDAY)
    assert not Dossier.objects.exists()


def test_a_receipt_names_dossiers_and_of_one_unit(office):
    with pytest.raises(NothingToReceive):
        actions.receive_dossiers([], officer=office.counter, at=MONDAY)
    requests = [office.request(), office.request(receiving_unit_id=office.other.pk)]
    with pytest.raises(ReceiptOfOneUnit):
        actions.receive_dossiers(requests, officer=office.counter, at=MONDAY)


def test_a_result_given_at_once_has_all_records_and_no_receipt(office):
    dossier = actions.receive_at_once(
        office.request(),
        results=[RESULT],
        returned_to="Trần Thị Bình",
        officer=office.counter,
        at=MONDAY,
    )
    dossier.refresh_from_db()
    assert dossier.state == DossierState.RETURNED
    assert dossier.is_at_once
    assert dossier.receipt is None
    assert dossier.settled_at == dossier.returned_at == MONDAY
    assert dossier.results.get().number_symbol == "12/2026"
    assert dossier.components.filter(handed_in_at__isnull=False).count() == 2
    assert kinds(dossier) == ["received", "settled", "returned"]
    assert dossier.assignments.get().done_at == MONDAY


def test_what_is_registered_has_a_code_and_no_clock_until_it_is_received(office):
    request = office.request(channel=Channel.ONLINE)
    dossier = actions.register_dossier(request, officer=office.counter, at=MONDAY)
    assert dossier.state == DossierState.REGISTERED
    assert dossier.legal_due_at is None
    received = actions.receive_registered(
        dossier_id=dossier.pk, officer=office.counter, at=at("2026-03-03 08:00")
    )
    assert received.legal_due_at == at("2026-03-10 17:00")
    assert received.registered_at == MONDAY
    assert kinds(received) == ["registered", "received"]


def test_a_dossier_is_received_once_only(office):
    dossier = office.received()
    with pytest.raises(MoveRefused):
        actions.receive_registered(dossier_id=dossier.pk, officer=office.counter, at=MONDAY)


def test_reception_is_refused_with_a_reason_and_a_record(office):
    with pytest.raises(ReasonMissing):
        actions.refuse_at_counter(
            office.request(papers=()), reason=" ", officer=office.counter, at=MONDAY
        )
    dossier = actions.refuse_at_counter(
        office.request(papers=()),
        reason="Không thuộc thẩm quyền.",
        officer=office.counter,
        at=MONDAY,
    )
    dossier.refresh_from_db()
    assert dossier.state == DossierState.NOT_ACCEPTED
    assert dossier.ending.reason == "Không thuộc thẩm quyền."
    assert dossier.legal_due_at is None


def test_nobody_receives_at_another_units_counter(office):
    with pytest.raises(NotAtThisUnit):
        actions.receive_dossier(office.request(), officer=office.stranger, at=MONDAY)
    with pytest.raises(NotAtThisUnit):
        actions.receive_dossier(office.request(), officer=office.official, at=MONDAY)
    dossier = actions.register_dossier(office.request(), officer=office.counter, at=MONDAY)
    with pytest.raises(NotFound):
        actions.receive_registered(dossier_id=dossier.pk, officer=office.stranger, at=MONDAY)


def test_another_unit_may_settle_and_another_may_have_helped(office):
    dossier = office.received(
        settling_unit_id=office.province.pk, supporting_unit_id=office.other.pk
    )
    assert dossier.settling_unit == office.province
    assert dossier.supporting_unit == office.other
    assert dossier.code.startswith("H23.288.10514-")


def test_a_procedure_must_be_offered_on_the_day_and_in_the_way(office):
    ended = VersionFactory(valid_to=date(2026, 3, 2))
    with pytest.raises(ProcedureNotOffered):
        office.received(version_id=ended.pk)
    direct = VersionFactory(channels=["direct"])
    with pytest.raises(ChannelNotOffered):
        office.received(version_id=direct.pk, channel=Channel.ONLINE)


def test_the_same_particulars_are_one_row_and_others_another(office):
    first, second = office.received(), office.received()
    moved = office.received(applicant=replace(BINH, address="Phố Mới, phường Hải Tân"))
    assert first.applicant_id == second.applicant_id != moved.applicant_id
    assert Applicant.objects.count() == 2
    first.refresh_from_db()
    assert first.applicant.address == "Thôn Đông, xã Đại Sơn"


def test_a_mistyped_identity_number_is_noticed_at_the_counter(office):
    with pytest.raises(IdentityMalformed):
        office.received(applicant=Particulars(full_name="Lê A", identity_number="003190000123"))


def test_without_a_decision_nobody_gives_out_codes(office):
    CounterMode.objects.all().delete()
    with pytest.raises(CounterModeUnset):
        office.received()


def test_beside_the_provincial_system_no_code_is_given_out(office):
    CounterModeFactory(unit=office.commune, mode="beside", system="Hệ thống Hải Dương")
    with pytest.raises(CodesComeFromProvince) as refusal:
        office.received()
    assert refusal.value.facts["system"] == "Hệ thống Hải Dương"
    assert not CodeCounter.objects.exists()


def test_the_decision_is_made_by_who_keeps_the_organisation_and_ends_the_one_before(office):

    keeper = account_with(Act.EDIT_ORGANISATION, unit=office.province, scope="below")
    decided = CounterDecision(
        unit_id=office.province.pk,
        mode=Mode.BESIDE,
        document="Công văn 12/VP",
        valid_from=date(2026, 3, 1),
        system="Hệ thống Hải Dương",
    )
    with pytest.raises(NotAtThisUnit):
        actions.set_counter_mode(decided, officer=office.counter, at=MONDAY)
    with pytest.raises(ReasonMissing):
        actions.set_counter_mode(replace(decided, document=""), officer=keeper, at=MONDAY)
    actions.set_counter_mode(decided, officer=keeper, at=MONDAY)
    assert office.received(at("2026-02-27 09:00")).code.endswith("260227-0001")
    with pytest.raises(CodesComeFromProvince):
        office.received()


def test_a_unit_without_a_code_gives_out_none(office):
    UnitCode.objects.filter(unit=office.commune).delete()
    with pytest.raises(UnitHasNoCode):
        office.received()


def test_the_ten_thousandth_dossier_of_a_day_is_still_received(office):
    CodeCounter.objects.create(unit_code="H23.288.10514", day=date(2026, 3, 2), last=9999)
    assert office.received().code == "H23.288.10514-260302-10000"


def test_the_database_refuses_a_received_dossier_without_its_day(office):
    dossier = office.received()
    with pytest.raises(IntegrityError), transaction.atomic():
        Dossier.objects.filter(pk=dossier.pk).update(legal_due_at=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Dossier.objects.filter(pk=dossier.pk).update(state=11)
    with pytest.raises(IntegrityError), transaction.atomic():
        Dossier.objects.filter(pk=dossier.pk).update(state=DossierState.SETTLED)
    with pytest.raises(IntegrityError), transaction.atomic():
        Dossier.objects.filter(pk=dossier.pk).update(settled_at=MONDAY)


def test_a_unit_that_is_no_more_settles_nothing(office):
    gone = UnitFactory(valid_to=date(2026, 3, 1))
    with pytest.raises(UnitUnknown):
        office.received(settling_unit_id=gone.pk)
