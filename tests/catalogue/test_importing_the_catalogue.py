"""The catalogue is taken over from a sheet: each version recorded, or refused with its reasons."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook

from catalogue.factories import AT, BIRTH, CONTENT, account, keeper, procedure, version
from motcua.audit.actions import SystemActor
from motcua.audit.models import Entry
from motcua.catalogue.errors import EditNotAllowed
from motcua.catalogue.example_procedures import load_examples
from motcua.catalogue.exporting import csv_lines, write_template, write_workbook
from motcua.catalogue.importing import import_content, import_file, look_through
from motcua.catalogue.models import Procedure, ProcedureVersion
from motcua.catalogue.queries import (
    catalogue_on,
    components_on,
    content_of,
    history_of,
    version_of,
)
from motcua.catalogue.rules.terms import Channel, Scope, TimeUnit
from motcua.catalogue.sheet_columns import SHEETS
from motcua.catalogue.taking import Outcome
from motcua.foundation.errors import HeadingWrong, HostileWorkbook, NotATable, SheetRefused

pytestmark = pytest.mark.django_db

HEAD = (
    "Mã thủ tục;Hiệu lực từ;Tên thủ tục;Mã lĩnh vực;Tên lĩnh vực;Cấp thực hiện;Cách nộp;"
    "Đơn vị thời hạn;Thời hạn;Căn cứ pháp lý;TT giấy tờ;Tên giấy tờ;Phạm vi số hoá;"
    "Căn cứ số hoá;Số hoá áp dụng từ;Bước;Người hoặc bộ phận thực hiện;Phần thời gian (%)"
)
BIRTH_ROWS = (
    "1.001193;1/1/2023;Đăng ký khai sinh;V00-HT;Hộ tịch;Cấp xã;Trực tiếp;Trả ngay trong ngày;;"
    "Luật Hộ tịch 2014;1;Tờ khai;Bắt buộc;Điều 17;1/1/2023;Tiếp nhận;Một cửa;12,5\n"
    ";;;;;;;;;;1;;Theo quyết định;Quyết định 10;25/5/2023;Giải quyết;Tư pháp;87,5\n"
    ";;;;;;;;;;2;Giấy chứng sinh;;;;;;"
)


def take(rows, *, name="danh-muc.csv", at=AT, officer=None):
    text = f"{HEAD}\n{rows}" if isinstance(rows, str) else rows
    content = text.encode() if isinstance(text, str) else text
    return import_content(content, name=name, at=at, officer=officer or SystemActor())


def reasons(imported):
    return [(row.number, row.field, row.code) for row in imported.report.refused]


def test_a_procedure_filled_in_by_hand_is_taken_with_its_papers_and_steps():
    imported = take(BIRTH_ROWS)
    assert (imported.report.accepted, imported.report.refused) == (1, ())
    [taken] = imported.taken
    assert taken.outcome is Outcome.NEW_PROCEDURE
    birth = version_of(BIRTH, on=date(2023, 6, 1))
    said = content_of(birth)
    assert (said.levels, said.channels) == (("commune",), (Channel.DIRECT,))
    assert said.limit.unit is TimeUnit.AT_ONCE
    assert [(step.name, step.share) for step in said.steps] == [
        ("Tiếp nhận", Decimal("12.5")),
        ("Giải quyết", Decimal("87.5")),
    ]
    form, proof = said.components
    assert [(scope.scope, scope.valid_from, scope.valid_to) for scope in form.scopes] == [
        (Scope.REQUIRED, date(2023, 1, 1), date(2023, 5, 25)),
        (Scope.DECISION, date(2023, 5, 25), None),
    ]
    assert (proof.name, proof.originals, proof.scopes) == ("Giấy chứng sinh", 1, ())


def test_taking_the_same_sheet_twice_changes_nothing():
    take(BIRTH_ROWS)
    entries = Entry.objects.count()
    again = take(BIRTH_ROWS)
    assert (again.report.accepted, again.report.unchanged) == (0, 1)
    assert Entry.objects.count() == entries


def test_what_is_wrong_is_told_by_row_and_column_and_the_rest_is_taken():
    wrong = (
        "1.00089;1/13/2023;Đăng ký kết hôn;V00-HT;Hộ tịch;Cấp xã;Trực tiếp;Ngày làm việc;ba;"
        "Luật;1;Tờ khai;Chắc chắn;;;;;"
    )
    imported = take(f"{wrong}\n{BIRTH_ROWS}")
    assert imported.report.accepted == 1
    assert reasons(imported) == [
        (2, "valid_from", "catalogue.not_a_day"),
        (2, "time_amount", "catalogue.not_a_number"),
        (2, "scope.scope", "catalogue.unknown_word"),
        (2, "scope.valid_from", "catalogue.empty"),
    ]
    sentences = [row.sentence for row in imported.report.refused]
    assert sentences[0].startswith("Hiệu lực từ: “1/13/2023” không phải ngày")
    assert sentences[1] == "Thời hạn: “ba” không phải số đọc được."


def test_a_version_is_taken_whole_or_not_at_all():
    imported = take(BIRTH_ROWS.replace("87,5", "80").replace("1.001193", "1.1193"))
    assert reasons(imported) == [(2, "code", "catalogue.malformed")]
    imported = take(BIRTH_ROWS.replace("87,5", "80"))
    assert reasons(imported) == [(2, "steps", "catalogue.shares_not_whole")]
    assert "92.5 %" in imported.report.refused[0].sentence
    assert not Procedure.objects.exists()


def test_a_fault_of_a_paper_is_told_on_the_row_of_the_paper():
    imported = take(BIRTH_ROWS.replace("2;Giấy chứng sinh;", "2;;Bắt buộc"))
    assert reasons(imported) == [
        (4, "component.name", "catalogue.empty"),
        (4, "scope.valid_from", "catalogue.empty"),
    ]


def test_a_row_without_code_and_day_above_the_first_procedure_is_told():
    orphan = ";;Khai sinh;;;;;;;;1;Tờ khai;;;;;;"
    assert reasons(take(f"{orphan}\n{BIRTH_ROWS}"))[:2] == [
        (2, "code", "catalogue.empty"),
        (2, "valid_from", "catalogue.empty"),
    ]


def test_rows_of_one_paper_may_not_contradict_one_another():
    rows = BIRTH_ROWS.replace("1;;Theo quyết định", "1;Đơn;Theo quyết định")
    assert reasons(take(rows)) == [(3, "component.name", "catalogue.differs")]


def test_a_sheet_does_not_move_the_end_of_a_version_that_ends_already():
    version(valid_to=date(2026, 1, 1))
    sheet = "".join(csv_lines(catalogue_on(date(2025, 9, 10)))).encode()
    assert take(sheet).report.unchanged == 1
    later = sheet.replace(b"01/01/2026", b"01/06/2026")
    assert reasons(take(later)) == [(2, "valid_from", "catalogue.version_stands")]


def test_rows_of_one_version_may_not_contradict_one_another():
    rows = BIRTH_ROWS.replace("\n;;;", "\n;;Khai sinh;", 1)
    assert reasons(take(rows)) == [(3, "name", "catalogue.differs")]


SECOND = (
    "1.001193;15/9/2025;Đăng ký khai sinh;V00-HT;Hộ tịch;Cấp xã;Trực tiếp; Trả ngay trong ngày;;"
    "Luật Hộ tịch 2014, sửa đổi;1;Tờ khai;;;;;;"
)


def test_a_coming_version_in_a_later_sheet_ends_the_one_that_stands():
    take(BIRTH_ROWS)
    imported = take(f"{BIRTH_ROWS}\n{SECOND}")
    assert [taken.outcome for taken in imported.taken] == [Outcome.SAME, Outcome.NEW_VERSION]
    assert version_of(BIRTH, on=date(2025, 9, 14)).valid_to == date(2025, 9, 15)


def test_versions_of_the_past_in_one_sheet_follow_one_another():
    imported = take(f"{BIRTH_ROWS}\n{SECOND.replace('15/9/2025', '1/7/2025')}")
    assert imported.report.accepted == 2
    assert version_of(BIRTH, on=date(2025, 6, 30)).valid_to == date(2025, 7, 1)


def test_a_version_whose_follower_is_refused_goes_on():
    imported = take(f"{BIRTH_ROWS}\n{SECOND.replace('Cấp xã', 'Cấp làng')}")
    assert imported.report.accepted == 1
    assert version_of(BIRTH, on=date(2026, 1, 1)) is not None


def test_what_has_held_is_not_changed_by_a_sheet_and_what_has_not_begun_is():
    take(f"{BIRTH_ROWS}\n{SECOND}")
    changed = f"{BIRTH_ROWS}\n{SECOND}".replace("Trực tiếp", "Trực tuyến")
    imported = take(changed)
    assert [taken.outcome for taken in imported.taken] == [Outcome.AMENDED]
    assert reasons(imported) == [(2, "valid_from", "catalogue.version_stands")]
    assert "Lập phiên bản mới" in imported.report.refused[0].sentence
    assert version_of(BIRTH, on=date(2025, 9, 10)).channels == ["direct"]
    assert version_of(BIRTH, on=date(2025, 9, 15)).channels == ["online"]


def test_a_scope_decided_anew_is_taken_for_a_version_that_stands():
    take(BIRTH_ROWS)
    rows = f"{BIRTH_ROWS}\n;;;;;;;;;;1;;Bắt buộc;Điều 5;15/9/2025;;;"
    imported = take(rows)
    assert [taken.outcome for taken in imported.taken] == [Outcome.SCOPES_SET]
    birth = version_of(BIRTH, on=date(2025, 9, 15))
    assert components_on(birth, on=date(2025, 9, 15))[0].standing.legal_basis == "Điều 5"
    assert take(rows).report.unchanged == 1
    back = f"{rows}\n;;;;;;;;;;2;;Bắt buộc;Điều 4;1/9/2025;;;"
    assert reasons(take(back)) == [(2, "valid_from", "catalogue.past_stands")]


def test_the_last_version_of_a_sheet_names_the_procedure():
    take(BIRTH_ROWS)
    imported = take(BIRTH_ROWS.replace("Đăng ký khai sinh", "Khai sinh"))
    assert [taken.outcome for taken in imported.taken] == [Outcome.RENAMED]
    assert Procedure.objects.get().name == "Khai sinh"
    take(f"{BIRTH_ROWS}\n{SECOND.replace('Đăng ký khai sinh', 'Khai sinh')}")
    assert Procedure.objects.get().name == "Khai sinh"


def test_a_sheet_may_end_a_procedure():
    take(BIRTH_ROWS)
    ended = f"{HEAD};Hết hiệu lực từ\n" + BIRTH_ROWS.replace("12,5\n", "12,5;1/1/2026\n")
    imported = import_content(ended.encode(), name="x.csv", at=AT, officer=SystemActor())
    assert [taken.outcome for taken in imported.taken] == [Outcome.ENDED]
    assert version_of(BIRTH, on=date(2026, 1, 1)) is None


def test_looking_through_tells_the_same_and_leaves_nothing():
    officer = keeper()
    seen = look_through(f"{HEAD}\n{BIRTH_ROWS}".encode(), name="a.csv", at=AT, officer=officer)
    assert not Procedure.objects.exists()
    assert not Entry.objects.exists()
    assert seen == take(BIRTH_ROWS, name="a.csv", officer=officer)


def test_the_journal_tells_who_took_which_file():
    officer = keeper()
    take(BIRTH_ROWS, officer=officer)
    entry = Entry.objects.get(act="catalogue.imported")
    assert (entry.by_id, entry.facts["name"], entry.facts["accepted"]) == (
        *(officer.pk, "danh-muc.csv", 1),
    )


def test_whoever_does_not_keep_the_catalogue_takes_nothing_over():
    with pytest.raises(EditNotAllowed):
        take(BIRTH_ROWS, officer=account())


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        ("Tên;Ngày\na;b", HeadingWrong),
        (b"\x89PNG\0", SheetRefused),
        (b"PK\x03\x04 no workbook", NotATable),
        (b"", NotATable),
    ],
)
def test_a_file_that_is_no_sheet_of_procedures_is_refused_as_a_whole(content, refusal):
    with pytest.raises(refusal):
        take(content if isinstance(content, bytes) else content.encode())


def workbook(*, titles=("Thủ tục", "Thành phần", "Các bước"), **sheets):
    """Return a workbook with a sheet of notes before ours."""
    book = Workbook()
    book.active.title = "Ghi chú"
    book.active.append(["không phải bảng", "không phải bảng"])
    for title, rows in zip(titles, sheets.values(), strict=True):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


PROCEDURES = [
    ["Mã thủ tục", "Hiệu lực từ", "Tên thủ tục", "Mã lĩnh vực", "Tên lĩnh vực", "Cấp thực hiện",
     "Cách nộp", "Đơn vị thời hạn", "Thời hạn", "Phí, lệ phí (đồng)", "Căn cứ pháp lý"],
    ["1.001193", date(2023, 1, 1), "Đăng ký khai sinh", "V00-HT", "Hộ tịch", "Cấp xã; Cấp huyện",
     "Trực tiếp", "Ngày làm việc", 3, 8000, "Luật Hộ tịch 2014"],
]  # fmt: skip
PAPERS = [
    ["Mã thủ tục", "Hiệu lực từ", "Tên giấy tờ", "Số bản sao"],
    ["1.001193", None, "Tờ khai", None],
    [None, None, "Giấy chứng sinh", 2],
]
STEPS = [
    ["Mã thủ tục", "Hiệu lực từ", "Bước", "Người hoặc bộ phận thực hiện", "Phần thời gian (%)"],
    ["1.001193", "01/01/2023", "Giải quyết", "Tư pháp", 100],
]


def test_a_workbook_has_a_sheet_each_for_procedures_papers_and_steps():
    imported = take(workbook(procedures=PROCEDURES, papers=PAPERS, steps=STEPS))
    assert imported.report.refused == ()
    said = content_of(version_of(BIRTH, on=date(2023, 1, 1)))
    assert (said.levels, said.fee, said.limit.amount) == (("district", "commune"), 8000, 3)
    assert [(paper.name, paper.originals, paper.copies) for paper in said.components] == [
        ("Tờ khai", 1, 0),
        ("Giấy chứng sinh", 0, 2),
    ]
    assert [step.name for step in said.steps] == ["Giải quyết"]


def test_faults_in_a_workbook_name_the_sheet_and_the_row():
    papers = [*PAPERS, ["1.000894", date(2023, 1, 1), "Tờ khai", None]]
    steps = [STEPS[0], ["1.001193", "01/01/2023", "Giải quyết", "Tư pháp", "một nửa"]]
    imported = take(workbook(procedures=PROCEDURES, papers=papers, steps=steps))
    assert reasons(imported) == [
        (2, "step.share", "catalogue.not_a_number"),
        (4, "code", "catalogue.no_such_version"),
    ]
    assert [row.sentence.partition(":")[0] for row in imported.report.refused] == [
        *("Trang “Các bước”", "Trang “Thành phần”"),
    ]


def test_a_formula_in_a_sheet_is_refused_by_its_cell():
    procedures = [PROCEDURES[0], [*PROCEDURES[1][:9], "=4000*2", PROCEDURES[1][10]]]
    imported = take(workbook(procedures=procedures, papers=PAPERS, steps=STEPS))
    assert reasons(imported) == [(2, "fee", "foundation.formula")]


def test_a_workbook_with_entities_is_refused_before_it_is_parsed():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as parts:
        parts.writestr("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>')
    with pytest.raises(HostileWorkbook):
        take(kept.getvalue())


@pytest.fixture
def examples():
    return load_examples(at=AT)


def test_the_examples_are_taken_without_a_fault_and_once(examples):
    assert all(report.refused == () for report in examples)
    assert Procedure.objects.count() == 37
    assert sum(report.accepted for report in examples) == ProcedureVersion.objects.count() == 50
    again = load_examples(at=AT)
    assert sum(report.accepted for report in again) == 0
    assert sum(report.unchanged for report in again) == 50


def test_the_examples_say_that_they_are(examples):
    assert all("Ví dụ" in version.note for version in ProcedureVersion.objects.all())


def test_the_examples_show_every_kind_of_time_and_what_the_reform_moved(examples):
    units = {version.time_unit for version in ProcedureVersion.objects.all()}
    assert units == {unit.value for unit in TimeUnit}
    trade = [
        history_of(Procedure.objects.get(code="1.001612")).last(),
        version_of("1.001612", on=date(2025, 7, 1)),
    ]
    assert [row.levels for row in trade] == [["district"], ["commune"]]


def test_every_paper_of_the_examples_has_a_scope_on_every_day(examples):
    for day in (date(2023, 3, 31), date(2024, 3, 31), date(2026, 3, 31)):
        for row in catalogue_on(day):
            assert all(paper.standing.legal_basis for paper in components_on(row, on=day))


def everything():
    return {
        (
            row.procedure.code,
            row.procedure.name,
            row.procedure.field.name,
            row.valid_from,
            row.valid_to,
        ): content_of(row)
        for row in ProcedureVersion.objects.select_related("procedure__field")
    }


def exported(kind, day):
    if kind == "csv":
        return "".join(csv_lines(catalogue_on(day))).encode()
    kept = io.BytesIO()
    write_workbook(catalogue_on(day), kept)
    return kept.getvalue()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_was_exported_is_taken_back_just_so(kind, examples):
    day = date(2023, 3, 31)
    sheet = exported(kind, day)
    before = {key: said for key, said in everything().items() if key[3] <= day}
    assert take(sheet).report.accepted == 0
    ProcedureVersion.objects.all().delete()
    Procedure.objects.all().delete()
    imported = take(sheet)
    assert imported.report.refused == ()
    assert everything() == before


def test_no_text_of_an_export_is_a_formula_and_it_is_taken_back(tmp_path):
    sly = "=HYPERLINK(1)"
    standing = version(said=replace(CONTENT, note=sly, fee_note="- miễn phí", result_name="+84"))
    for kind in ("csv", "xlsx"):
        sheet = exported(kind, date(2023, 3, 31))
        assert take(sheet).report.unchanged == 1
    cells = [
        cell
        for cells in load_workbook(io.BytesIO(sheet)).worksheets[0].iter_rows(min_row=2)
        for cell in cells
    ]
    assert all(cell.data_type != "f" for cell in cells)
    assert f"'{sly}" in [cell.value for cell in cells]
    assert standing.note == sly


def test_codes_in_a_workbook_are_text_and_keep_their_last_nought():
    version(procedure("2.000630"))
    book = load_workbook(io.BytesIO(exported("xlsx", date(2023, 3, 31))))
    assert book["Thủ tục"]["A2"].value == "2.000630"
    assert book["Thủ tục"]["A2"].number_format == "@"
    assert book["Thủ tục"]["B2"].number_format == "dd/mm/yyyy"


def test_the_template_has_all_columns_and_nothing_to_take(tmp_path):
    path = tmp_path / "mau.xlsx"
    with path.open("wb") as file:
        write_template(file)
    book = load_workbook(path)
    assert book.sheetnames == [*SHEETS, "Hướng dẫn"]
    report = import_file(path, at=AT)
    assert (report.accepted, report.unchanged, report.refused) == (0, 0, ())
    assert report.name == "mau.xlsx"
