"""A table of dossiers is taken row by row, and taken again it changes nothing."""

from datetime import date

import pytest

from intake.calendars import at
from intake.factories import VersionFactory
from intake.office import MONDAY
from motcua.audit.models import Entry
from motcua.foundation.errors import HeadingWrong
from motcua.intake.importing import import_file
from motcua.intake.models import Dossier, ReportedDigitisation
from motcua.intake.queries import dossiers_found, why_this_date
from motcua.intake.rules.states import DossierState

NOW = at("2026-03-02 09:00")
HEADING = (
    "dossier_code,procedure_code,procedure_name,unit_code,channel,received_at,due_at,settled_at,"
    "status,components_total,components_exempt,components_digitised,components_reused,"
    "components_digitised_at,result_digitised"
)
ROW = {
    "code": "H23.288.10514-230217-0001",
    "procedure": "2.000635",
    "unit": "H23.288.10514",
    "channel": "truc_tuyen",
    "received": "2023-02-17T12:21:00",
    "due": "2023-02-17T17:00:00",
    "settled": "2023-02-17T16:59:00",
    "status": "10",
    "total": "2",
    "exempt": "0",
    "digitised": "1",
    "reused": "1",
    "digitised_at": "2023-02-17T12:29:00",
    "result": "1",
}


@pytest.fixture
def province(office):
    VersionFactory(procedure__code="2.000635", procedure__name="Cấp bản sao trích lục hộ tịch")
    return office


def line(**given):
    row = {**ROW, **given}
    return ",".join([row["code"], row["procedure"], "Tên", *(row[name] for name in list(ROW)[2:])])


@pytest.fixture
def take(tmp_path):
    def taken(*lines, name="ho-so.csv", moment=NOW, heading=HEADING):
        path = tmp_path / name
        path.write_text("\n".join([heading, *lines]) + "\n", "utf-8")
        return import_file(path, at=moment)

    return taken


@pytest.mark.usefixtures("province")
def test_a_row_becomes_a_dossier_with_its_times_and_its_reported_counts(take):
    report = take(line())
    assert (report.accepted, report.unchanged, report.refused) == (1, 0, ())
    dossier = Dossier.objects.get()
    assert dossier.code == ROW["code"]
    assert dossier.state == DossierState.RETURNED
    assert dossier.received_at == at("2023-02-17 12:21")
    assert dossier.legal_due_at == dossier.indicator_due_at == at("2023-02-17 17:00")
    assert dossier.settled_at == at("2023-02-17 16:59")
    assert dossier.returned_at is None
    assert (dossier.channel, dossier.came_from) == ("online", "Tệp báo cáo")
    reported = dossier.reported
    assert (reported.components_total, reported.components_digitised) == (2, 1)
    assert (reported.components_reused, reported.is_result_digitised) == (1, True)
    assert reported.source == "ho-so.csv"
    kinds = list(dossier.events.order_by("at", "pk").values_list("kind", flat=True))
    assert kinds == ["received", "settled", "imported"]


@pytest.mark.usefixtures("province")
def test_a_dossier_that_was_not_received_has_no_clock(take):
    take(line(status="1", settled="", result=""), line(code="H23-230217-0001", status="3"))
    for dossier in Dossier.objects.all():
        assert dossier.received_at is None
        assert dossier.legal_due_at is None
    refused = Dossier.objects.get(state=DossierState.NOT_ACCEPTED)
    assert refused.events.filter(kind="not_accepted").exists()


@pytest.mark.usefixtures("province")
def test_the_same_table_again_changes_nothing(take):
    take(line(), line(code="H23.288.10514-230217-0002", status="4", settled="", result=""))
    entries = Entry.objects.count()
    again = take(
        line(),
        line(code="H23.288.10514-230217-0002", status="4", settled="", result=""),
        moment=at("2026-03-03 09:00"),
        name="again.csv",
    )
    assert (again.accepted, again.unchanged, again.refused) == (0, 2, ())
    assert Dossier.objects.count() == 2
    assert Entry.objects.count() == entries


@pytest.mark.usefixtures("province")
def test_what_is_new_in_a_later_table_is_added(take):
    take(line(status="4", settled="", result=""))
    report = take(line(status="9"), name="later.csv")
    assert (report.accepted, report.unchanged) == (1, 0)
    dossier = Dossier.objects.get()
    assert dossier.state == DossierState.SETTLED
    kinds = list(dossier.events.order_by("at", "pk").values_list("kind", flat=True))
    assert kinds == ["received", "settled", "imported", "updated"]
    assert take(line(status="9", digitised="2", reused="0")).accepted == 1
    assert ReportedDigitisation.objects.get().components_digitised == 2


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"code": "H23.288.10514-230230-0001"}, "dossier_code", "intake.payload_malformed"),
        ({"code": ""}, "dossier_code", "intake.payload_malformed"),
        ({"procedure": "9.999999"}, "", "intake.procedure_not_offered"),
        ({"unit": "H23.999"}, "", "intake.unit_code_unknown"),
        ({"channel": "fax"}, "channel", "intake.payload_malformed"),
        ({"received": ""}, "received_at", "intake.payload_malformed"),
        ({"received": "hôm qua"}, "received_at", "intake.payload_malformed"),
        ({"status": "12"}, "status", "intake.payload_malformed"),
        ({"settled": ""}, "settled_at", "intake.payload_malformed"),
        ({"settled": "2023-02-16T16:59:00"}, "settled_at", "intake.payload_malformed"),
        ({"total": "1"}, "components_total", "intake.payload_malformed"),
        ({"digitised": "-1"}, "components_digitised", "intake.payload_malformed"),
        ({"result": "có"}, "result_digitised", "intake.payload_malformed"),
        ({"procedure": "=1+1"}, "procedure_code", "foundation.formula"),
    ],
)
@pytest.mark.usefixtures("province")
def test_a_row_that_cannot_be_taken_says_why_and_leaves_the_others_alone(take, given, field, code):
    report = take(line(**given), line(code="H23.288.10514-230217-0009"))
    [refused] = report.refused
    assert (refused.number, refused.field, refused.code) == (2, field, code)
    assert refused.sentence
    assert "{" not in refused.sentence
    assert report.accepted == 1


@pytest.mark.usefixtures("province")
def test_a_dossier_told_of_twice_is_taken_once(take):
    report = take(line(), line(status="4"))
    assert [row.code for row in report.refused] == ["intake.row_twice"]
    assert "dòng 2" in report.refused[0].sentence


@pytest.mark.usefixtures("province")
def test_a_dossier_does_not_go_back_by_a_table(take):
    take(line())
    report = take(line(status="4"))
    assert report.refused[0].sentence == (
        "Hồ sơ đang ở trạng thái «Đã trả kết quả», không thể chuyển về «Đang xử lý»."
    )


def test_a_dossier_received_here_is_not_overwritten_by_a_table(province, take):
    dossier = province.received(MONDAY)
    report = take(line(code=dossier.code, received="2026-03-02T08:00:00", status="4", settled=""))
    assert [row.code for row in report.refused] == ["intake.code_taken"]


@pytest.mark.usefixtures("province")
def test_one_entry_of_the_journal_tells_of_the_file(take):
    take(line(), line(code="H23.288.10514-230217-0002"))
    entry = Entry.objects.get(act="intake.dossiers.imported")
    assert entry.by_name == "Hệ thống"
    assert entry.facts["accepted"] == 2
    assert len(entry.facts["sha256"]) == 64


@pytest.mark.usefixtures("province")
def test_the_headings_may_be_vietnamese_and_name_the_owner(take):
    heading = (
        "Mã hồ sơ,Mã thủ tục,Mã đơn vị,Kênh tiếp nhận,Thời điểm tiếp nhận,Trạng thái,Chủ hồ sơ"
    )
    report = take(
        "H23.288.10514-230217-0001,2.000635,H23.288.10514,Trực tiếp,17/02/2023 09:00,4,Lê Thị Sáu",
        heading=heading,
    )
    assert report.refused == ()
    assert Dossier.objects.get().owner.full_name == "Lê Thị Sáu"


def test_an_imported_dossier_is_found_and_explained(province, take):
    take(line(due="", status="4", settled="", result=""))
    found = dossiers_found("trich luc", account=province.counter, on=date(2026, 3, 2)).get()
    why = why_this_date(found, as_of=NOW)
    assert why.count.due_at == found.legal_due_at == at("2023-02-24 17:00")


@pytest.mark.usefixtures("province")
def test_a_table_without_the_columns_is_refused_as_a_whole(take):
    with pytest.raises(HeadingWrong):
        take("1,2", heading="a,b")


@pytest.mark.usefixtures("province")
def test_many_rows_cost_few_queries(take, django_assert_max_num_queries):
    rows = [line(code=f"H23.288.10514-230217-{number:04d}") for number in range(1, 201)]
    with django_assert_max_num_queries(40):
        assert take(*rows).accepted == 200
