"""Dossiers of the provincial system keep their code and their times; results go back to it."""

import io
import json
import zipfile

import pytest

from intake.calendars import at
from intake.factories import ComponentFactory, VersionFactory
from intake.office import MONDAY, RESULT
from intake.packets import CODE, packet, settled, told
from motcua.audit.actions import SystemActor
from motcua.audit.models import Entry
from motcua.intake import actions
from motcua.intake.actions.province import Outcome
from motcua.intake.errors import (
    CodesAreOurs,
    CodeTaken,
    CounterModeUnset,
    MoveRefused,
    NotAtThisUnit,
    PayloadMalformed,
    ProcedureNotOffered,
    TooManyAtOnce,
    UnitCodeUnknown,
)
from motcua.intake.models import CodeCounter, CounterMode, Dossier
from motcua.intake.queries import why_this_date
from motcua.intake.rules.clocks import Timeliness
from motcua.intake.rules.provincial import read_packet
from motcua.intake.rules.requests import ResultPaper
from motcua.intake.rules.states import DossierState
from motcua.kernel.errors import NotFound

NOW = at("2026-03-06 12:00")
NIGHT = SystemActor()


@pytest.fixture
def beside(office):
    CounterMode.objects.update(mode="beside", system="Hệ thống Hải Dương")
    version = VersionFactory(procedure__code="1.001193")
    ComponentFactory(version=version, number=1, code="CS", name="Giấy chứng sinh")
    return office


def take(given, *, by=NIGHT, moment=NOW):
    return actions.receive_from_provincial_system(read_packet(given), by=by, at=moment)


def kinds(dossier):
    return list(dossier.events.order_by("at", "pk").values_list("kind", flat=True))


@pytest.mark.usefixtures("beside")
def test_a_dossier_comes_with_its_code_and_its_times():
    taken = take(packet())
    dossier = taken.dossier
    assert taken.outcome is Outcome.CREATED
    assert dossier.code == CODE
    assert dossier.came_from == "Hệ thống Hải Dương"
    assert dossier.state == DossierState.IN_SETTLEMENT
    assert dossier.received_at == at("2026-03-02 08:00")
    assert dossier.legal_due_at == dossier.indicator_due_at == at("2026-03-09 17:00")
    assert dossier.owner.identity_number == "030190000123"
    assert kinds(dossier) == ["received", "imported"]
    assert not CodeCounter.objects.exists()


@pytest.mark.usefixtures("beside")
def test_its_papers_are_known_by_their_code_and_its_counts_are_reported_figures():
    dossier = take(packet()).dossier
    first, second = dossier.components.all()
    assert first.name == "Giấy chứng sinh"
    assert first.required is not None
    assert second.name == "to-khai.pdf"
    reported = dossier.reported
    assert (reported.components_total, reported.components_digitised) == (2, 1)
    assert (reported.components_reused, reported.is_result_digitised) == (1, None)


@pytest.mark.usefixtures("beside")
def test_the_same_packet_again_changes_nothing():
    take(packet())
    again = take(packet(), moment=at("2026-03-06 13:00"))
    assert again.outcome is Outcome.UNCHANGED
    assert kinds(again.dossier) == ["received", "imported"]
    assert Dossier.objects.count() == 1


@pytest.mark.usefixtures("beside")
def test_what_is_new_is_added_to_the_timeline():
    take(packet())
    taken = take(settled())
    assert taken.outcome is Outcome.UPDATED
    dossier = taken.dossier
    assert dossier.state == DossierState.SETTLED
    assert dossier.settled_at == at("2026-03-05 10:00")
    assert kinds(dossier) == ["received", "settled", "imported", "updated"]
    assert dossier.results.get().name == "Giấy khai sinh"
    dossier.reported.refresh_from_db()
    assert dossier.reported.is_result_digitised
    returned = take(settled(TrangThaiHoSo="10", NgayTra="2026-03-06T08:00:00"))
    assert returned.dossier.returned_at == at("2026-03-06 08:00")
    assert returned.dossier.results.count() == 1


@pytest.mark.usefixtures("beside")
def test_a_supplement_told_of_moves_the_clocks_as_one_asked_for_here():
    row = {
        "NguoiYeuCauBoSung": "Lê Văn Cường",
        "NoiDungBoSung": "Thiếu dấu",
        "NgayBoSung": "2026-03-03T10:00:00",
    }
    dossier = take(packet(TrangThaiHoSo="5", DanhSachHoSoBoSung=[row])).dossier
    assert dossier.supplements.get().content == "Thiếu dấu"
    assert dossier.legal_due_at == at("2026-03-09 17:00")
    answered = {**row, "NgayTiepNhanBoSung": "2026-03-05T10:00:00"}
    later = packet(
        TrangThaiHoSo="4",
        NgayHenTra="2026-03-12T17:00:00",
        DanhSachHoSoBoSung=[{**answered, "NgayHenTraMoi": "2026-03-12T17:00:00"}],
    )
    dossier = take(later).dossier
    assert dossier.legal_due_at == at("2026-03-12 17:00")
    assert dossier.indicator_due_at == at("2026-03-11 17:00")
    assert dossier.supplements.get().answered_at == at("2026-03-05 10:00")
    why = why_this_date(dossier, as_of=NOW)
    assert why.clocks.legal.due_at == dossier.legal_due_at
    assert why.clocks.indicator.due_at == dossier.indicator_due_at


@pytest.mark.usefixtures("beside")
def test_two_supplements_told_of_count_as_overdue():
    rows = [
        {
            "NoiDungBoSung": "1",
            "NgayBoSung": "2026-03-03T08:00:00",
            "NgayTiepNhanBoSung": "2026-03-03T09:00:00",
        },
        {"NoiDungBoSung": "2", "NgayBoSung": "2026-03-04T08:00:00"},
    ]
    dossier = take(packet(TrangThaiHoSo="5", DanhSachHoSoBoSung=rows)).dossier
    assert dossier.supplements_asked == 2
    assert why_this_date(dossier, as_of=NOW).clocks.indicator.timeliness is Timeliness.LATE


@pytest.mark.usefixtures("beside")
def test_without_an_appointment_the_time_of_the_procedure_counts():
    dossier = take(packet(NgayHenTra="")).dossier
    assert dossier.legal_due_at == at("2026-03-09 17:00")


@pytest.mark.usefixtures("beside")
def test_an_identity_number_that_cannot_be_is_kept_as_told():
    dossier = take(packet(SoGiayToChuHoSo="12")).dossier
    assert (dossier.owner.identity_kind, dossier.owner.identity_number) == ("other", "12")


@pytest.mark.usefixtures("beside")
def test_a_tax_code_tells_that_the_owner_is_an_organisation():
    dossier = take(packet(SoGiayToChuHoSo="0100109106", ChuHoSo="Công ty A")).dossier
    assert dossier.owner.kind == "organisation"


@pytest.mark.usefixtures("beside")
def test_a_dossier_refused_stopped_or_withdrawn_there_has_ended_here():
    for number, (state, kind) in enumerate(
        {"3": "not_accepted", "7": "withdrawn", "8": "stopped"}.items(), start=1
    ):
        code = f"H23.288.10514-260302-{number:04d}"
        dossier = take(packet(MaHoSo=code, TrangThaiHoSo=state)).dossier
        assert dossier.events.filter(kind=kind).exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"MaHoSo": "abc"}, "MaHoSo"),
        ({"MaHoSo": None}, "MaHoSo"),
        ({"MaTTHC": ""}, "MaTTHC"),
        ({"ChuHoSo": ""}, "ChuHoSo"),
        ({"TrangThaiHoSo": "0"}, "TrangThaiHoSo"),
        ({"TrangThaiHoSo": "11"}, "TrangThaiHoSo"),
        ({"TrangThaiHoSo": "processing"}, "TrangThaiHoSo"),
        ({"KenhThucHien": "9"}, "KenhThucHien"),
        ({"NgayTiepNhan": "hôm qua"}, "NgayTiepNhan"),
        ({"NgayTiepNhan": "", "NgayNopHoSo": ""}, "NgayNopHoSo"),
        ({"NgayTiepNhan": ""}, "received_at"),
        ({"TrangThaiHoSo": "9"}, "settled_at"),
        (
            {"TrangThaiHoSo": "9", "NgayKetThucXuLy": "2026-03-01T08:00:00"},
            "settled_at",
        ),
        ({"NgayTiepNhan": "2027-03-02T08:00:00"}, "received_at"),
        ({"TaiLieuNop": "x"}, "TaiLieuNop"),
        ({"TaiLieuNop": [1]}, "TaiLieuNop"),
        ({"TaiLieuNop": [{}] * 201}, "TaiLieuNop"),
        ({"TrichYeuHoSo": ["x"]}, "TrichYeuHoSo"),
        ({"TrichYeuHoSo": "x" * 4001}, "TrichYeuHoSo"),
        ({"TrichYeuHoSo": "x\x00"}, "TrichYeuHoSo"),
        ({"ChuHoSo": "\ud800"}, "ChuHoSo"),
        ({"HoSo": 5}, "HoSo"),
        ({"DanhSachHoSoBoSung": [{"NoiDungBoSung": "x"}]}, "NgayBoSung"),
    ],
)
@pytest.mark.usefixtures("beside")
def test_what_cannot_be_read_is_refused_with_its_field(given, field):
    with pytest.raises(PayloadMalformed) as refusal:
        take(packet(**given))
    assert refusal.value.facts["field"] == field
    assert not Dossier.objects.exists()


@pytest.mark.parametrize(
    "written",
    ["20260302080000", "02/03/2026 08:00:00", "2026-03-02T01:00:00Z", "2026-03-02 08:00"],
)
def test_times_are_read_as_systems_write_them(written):
    assert told(NgayTiepNhan=written).received_at == at("2026-03-02 08:00")


@pytest.mark.usefixtures("beside")
def test_a_dossier_does_not_go_back():
    take(settled())
    with pytest.raises(MoveRefused):
        take(packet())


@pytest.mark.usefixtures("beside")
def test_units_and_procedures_must_be_known():
    with pytest.raises(UnitCodeUnknown):
        take(packet(MaHoSo="H23.288.99999-260302-0001"))
    with pytest.raises(ProcedureNotOffered):
        take(packet(MaTTHC="9.999999"))


def test_where_codes_are_ours_none_are_taken(office):
    VersionFactory(procedure__code="1.001193")
    with pytest.raises(CodesAreOurs):
        take(packet())
    CounterMode.objects.all().delete()
    with pytest.raises(CounterModeUnset):
        take(packet())


def test_a_code_given_out_here_is_not_taken_from_there(office):
    dossier = office.received()
    CounterMode.objects.update(mode="beside", system="Hệ thống Hải Dương")
    VersionFactory(procedure__code="1.001193")
    with pytest.raises(CodeTaken):
        take(packet(MaHoSo=dossier.code))


def test_a_person_takes_dossiers_for_the_own_counter_only(beside):
    assert take(packet(), by=beside.counter).outcome is Outcome.CREATED
    with pytest.raises(NotAtThisUnit):
        take(packet(), by=beside.stranger)


def test_a_dossier_from_there_is_settled_here_and_goes_back(beside):
    dossier = take(packet()).dossier
    actions.settle_dossier(
        dossier_id=dossier.pk,
        results=[ResultPaper(name="Giấy khai sinh", number_symbol="12/2026")],
        officer=beside.leader,
        at=at("2026-03-09 10:00"),
    )
    package = actions.results_package([CODE], officer=beside.counter, at=at("2026-03-09 11:00"))
    document = json.loads(package.as_json())
    [row] = document["DanhSachHoSo"]
    assert row["MaHoSo"] == CODE
    assert row["TrangThaiHoSo"] == "9"
    assert row["NgayKetThucXuLy"] == "2026-03-09T10:00:00+07:00"
    assert row["DanhSachGiayToKetQua"][0]["SoKyHieu"] == "12/2026"
    assert zipfile.ZipFile(io.BytesIO(package.as_zip())).read("results.json") == package.as_json()
    entry = Entry.objects.get(act="intake.dossier.packed")
    assert entry.about == f"intake.dossier:{dossier.pk}"


def test_what_goes_back_can_be_read_there(office):
    dossier = office.settled()
    package = actions.results_package([dossier.code], officer=office.counter, at=MONDAY)
    again = read_packet(package.document["DanhSachHoSo"][0])
    assert str(again.code) == dossier.code
    assert again.settled_at == dossier.settled_at
    assert again.state == DossierState.SETTLED
    assert again.results[0].name == RESULT.name


def test_a_package_holds_visible_dossiers_and_not_too_many(office):
    dossier = office.settled()
    with pytest.raises(NotFound):
        actions.results_package([dossier.code], officer=office.stranger, at=MONDAY)
    with pytest.raises(TooManyAtOnce):
        actions.results_package([str(n) for n in range(501)], officer=office.counter, at=MONDAY)
    assert not Entry.objects.filter(act="intake.dossier.packed").exists()
