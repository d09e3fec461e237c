"""The catalogue on screen: looked up by everybody, kept by those who have the post for it."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from catalogue.factories import BIRTH, CONTENT, content, procedure, version
from motcua.catalogue.example_procedures import load_examples
from motcua.catalogue.models import Procedure, ProcedureVersion, WaitingSheet
from motcua.catalogue.queries import content_of, version_of
from motcua.catalogue.rules.terms import ExemptReason, Scope, TimeLimit, TimeUnit
from motcua.catalogue.web.rows import Move, Pressed, moved, rows_in, without_empty
from ui.people import officer, sign_in

pytestmark = pytest.mark.django_db


def address(name, *args, **asked):
    query = "&".join(f"{key}={value}" for key, value in asked.items())
    place = reverse(f"catalogue:{name}", args=args)
    return f"{place}?{query}" if query else place


@pytest.fixture
def reader(client):
    return sign_in(client, officer())


@pytest.fixture
def keeper(client):
    return sign_in(client, officer("catalogue.edit"))


@pytest.fixture
def birth():
    """A procedure whose version of 2023 stands."""
    return version(procedure())


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def coming(birth, today):
    """The version that follows in a month."""
    return version(
        birth.procedure,
        valid_from=today + timedelta(days=30),
        said=content(limit=TimeLimit(unit=TimeUnit.WORKING_HOUR, amount=4)),
        at=timezone.now(),
    )


def text_of(answer):
    return answer.content.decode()


def test_whoever_is_not_signed_in_signs_in_first(client):
    for name in ("procedures", "upload", "workbook", "template"):
        assert client.get(address(name)).status_code == 302


def test_everybody_who_is_signed_in_looks_procedures_up(reader, birth):
    page = text_of(reader.get(address("procedures", q="khai sinh")))
    assert "1.001193" in page
    assert "Trả ngay trong ngày" in page
    assert "Thêm thủ tục" not in page
    assert "Không có thủ tục nào khớp" in text_of(reader.get(address("procedures", q="khai tử")))


def test_an_empty_catalogue_says_how_it_is_filled(keeper):
    assert "Nhập từ bảng" in text_of(keeper.get(address("procedures")))


def test_a_list_of_any_length_takes_the_same_queries(reader):
    load_examples(at=timezone.now())
    reader.get(address("procedures"))  # the first page of a session also keeps the session
    with CaptureQueriesContext(connection) as few:
        reader.get(address("procedures", q="1.001193"))
    with CaptureQueriesContext(connection) as many:
        page = reader.get(address("procedures", on="31/03/2023"))
    assert len(page.context["page"].rows) == 30
    assert len(many) == len(few)


def test_the_rest_of_a_list_comes_as_rows_alone(reader):
    load_examples(at=timezone.now())
    first = reader.get(address("procedures", on="31/03/2023"))
    after = first.context["page"].after
    rest = reader.get(
        address("procedures", on="31/03/2023", after=after), headers={"HX-Request": "true"}
    )
    assert text_of(rest).lstrip().startswith("<tr")
    shown = {row.code for page in (first, rest) for row in page.context["page"].rows}
    assert len(shown) == 37


def test_a_procedure_tells_its_papers_and_why_they_are_digitised(reader, birth):
    page = text_of(reader.get(address("procedure", BIRTH, on="31/03/2023")))
    for said in (
        "Giấy chứng sinh",
        "12,5\N{NO-BREAK SPACE}%",
        "quy định chung",
        "Nghị định 61/2018/NĐ-CP, Điều 17",
    ):
        assert said in page
    assert "Lập phiên bản mới" not in page


def test_on_a_day_without_a_version_the_others_are_shown(reader, birth):
    page = text_of(reader.get(address("procedure", BIRTH, on="31/12/2022")))
    assert "không được thực hiện" in page
    assert "Từ 01/01/2023" in page


def test_a_code_nobody_entered_is_not_found(reader):
    answer = reader.get(address("procedure", "1.999999"), headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "Không có thủ tục mã 1.999999" in text_of(answer)


def test_two_versions_stand_beside_one_another(reader, birth, coming):
    page = text_of(reader.get(address("comparison", BIRTH)))
    assert "Trả ngay trong ngày" in page
    assert "4 giờ làm việc" in page
    only_one = address("comparison", BIRTH, truoc=birth.pk, sau=birth.pk)
    assert reader.get(only_one, headers={"Accept": "text/html"}).status_code == 404


@pytest.mark.parametrize(
    "place",
    [
        lambda one: address("new_procedure"),
        lambda one: address("new_version", BIRTH),
        lambda one: address("amend_version", one.pk),
        lambda one: address("rename", BIRTH),
        lambda one: address("end", BIRTH),
        lambda one: address("set_scope", one.components.first().pk),
        lambda one: address("upload"),
        lambda one: address("preview"),
    ],
)
def test_only_keepers_come_to_the_forms(reader, birth, place):
    assert reader.get(place(birth), headers={"Accept": "text/html"}).status_code == 403


def sent(**changes):
    """Return what the form of a version sends for a version with one step and two papers."""
    facts = {
        "valid_from": "01/01/2099",
        "levels": ["commune"],
        "channels": ["direct", "online"],
        "time_unit": "working_day",
        "time_amount": "3",
        "fee": "8.000",
        "fee_note": "",
        "result_name": "Giấy khai sinh",
        "legal_basis": "Luật Hộ tịch 2014",
        "note": "",
        "steps-TOTAL_FORMS": "1",
        "steps-INITIAL_FORMS": "0",
        "steps-0-name": "Giải quyết",
        "steps-0-done_by": "Công chức tư pháp",
        "steps-0-share": "100",
        "components-TOTAL_FORMS": "2",
        "components-INITIAL_FORMS": "0",
    }
    for number, name in enumerate(("Tờ khai", "Giấy chứng sinh")):
        paper = {
            "name": name,
            "code": "",
            "originals": "1",
            "copies": "0",
            "note": "",
            "scope": "",
            "exempt_reason": "",
            "scope_basis": "",
            "origin": str(number),
        }
        facts |= {f"components-{number}-{key}": said for key, said in paper.items()}
    return {**facts, **changes}


def test_a_keeper_enters_a_procedure_and_goes_on_to_what_it_asks_for(keeper):
    said = {"code": BIRTH, "name": "Khai sinh", "field_code": "V00-HT", "field_name": "Hộ tịch"}
    answer = keeper.post(address("new_procedure"), said)
    assert answer["Location"] == address("new_version", BIRTH)
    again = keeper.post(address("new_procedure"), said)
    assert again.status_code == 422
    assert "đã có trong danh mục" in text_of(again)
    wrong = keeper.post(address("new_procedure"), {**said, "code": "1.2"})
    assert "không đúng dạng mã thủ tục" in text_of(wrong)


def test_a_new_version_begins_with_what_the_last_one_says(keeper, birth):
    page = text_of(keeper.get(address("new_version", BIRTH)))
    for said in ("Tờ khai đăng ký khai sinh", "67,5", "Luật Hộ tịch 2014"):
        assert said in page


def test_a_new_version_is_recorded_from_the_form(keeper, birth):
    answer = keeper.post(address("new_version", BIRTH), sent())
    assert answer.status_code == 302
    said = content_of(version_of(BIRTH, on=date(2099, 1, 1)))
    assert said.limit == TimeLimit(unit=TimeUnit.WORKING_DAY, amount=3)
    assert (said.fee, [paper.name for paper in said.components]) == (
        *(8000, ["Tờ khai", "Giấy chứng sinh"]),
    )
    birth.refresh_from_db()
    assert birth.valid_to == date(2099, 1, 1)


def test_a_scope_given_in_the_form_holds_from_the_first_day_of_the_version(keeper, birth):
    scope = {
        "components-1-scope": "mien",
        "components-1-exempt_reason": "CHI_XUAT_TRINH",
        "components-1-scope_basis": "Thông tư 03/2025/TT-VPCP, Điều 5",
    }
    keeper.post(address("new_version", BIRTH), sent(**scope))
    [decided] = content_of(version_of(BIRTH, on=date(2099, 1, 1))).components[1].scopes
    assert (decided.scope, decided.exempt_reason) == (Scope.EXEMPT, ExemptReason.ONLY_SHOWN)
    assert decided.valid_from == date(2099, 1, 1)


def test_what_was_decided_about_a_paper_goes_over_into_the_new_version(keeper, birth):
    page = keeper.get(address("new_version", BIRTH))
    form = page.context["draft"].components[0]
    assert (form["scope"].value(), form["scope_basis"].value()) == (
        *("bat_buoc", "Nghị định 61/2018/NĐ-CP, Điều 17"),
    )
    scope = {
        "components-0-scope": "bat_buoc",
        "components-0-scope_basis": form["scope_basis"].value(),
    }
    tomorrow = timezone.localdate() + timedelta(days=1)
    keeper.post(
        address("set_scope", birth.components.get(number=1).pk),
        {
            "valid_from": f"{tomorrow + timedelta(days=30):%d/%m/%Y}",
            "scope": "mien",
            "exempt_reason": "CHI_XUAT_TRINH",
            "legal_basis": "Quyết định 10",
        },
    )
    late = tomorrow + timedelta(days=60)
    keeper.post(address("new_version", BIRTH), sent(valid_from=f"{late:%d/%m/%Y}", **scope))
    [decided] = content_of(version_of(BIRTH, on=late)).components[0].scopes
    assert (decided.scope, decided.valid_from) == (Scope.EXEMPT, late)


def test_what_was_decided_about_a_paper_may_be_left_to_the_general_rule(keeper, birth):
    keeper.post(address("new_version", BIRTH), sent())
    assert content_of(version_of(BIRTH, on=date(2099, 1, 1))).components[0].scopes == ()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"legal_basis": ""}, "bắt buộc"),
        ({"steps-0-share": "90"}, "phải đúng 100 %"),
        ({"steps-0-share": "nửa"}, "Viết tỷ lệ như 12,5."),
        ({"fee": "8,000"}, "Viết số tiền như 8000 hoặc 8.000."),
        ({"time_amount": ""}, "chưa có số ngày hoặc số giờ giải quyết"),
        ({"components-0-originals": "0"}, "phải có ít nhất một bản chính hoặc một bản sao"),
        (
            {"components-0-scope": "theo_quyet_dinh", "components-0-scope_basis": "x"},
            "không có trong quy định",
        ),
        ({"valid_from": "01/01/2024"}, "Chọn ngày áp dụng sớm nhất"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(keeper, birth, changes, words):
    answer = keeper.post(address("new_version", BIRTH), sent(**changes))
    page = text_of(answer)
    assert answer.status_code == 422
    assert words in page
    assert "Công chức tư pháp" in page
    assert ProcedureVersion.objects.count() == 1


def press(desk, button, **headers):
    return desk.post(address("new_version", BIRTH), sent(row=button), headers=headers)


def typed(answer, table, name):
    forms = getattr(answer.context["draft"], table)
    return [form[name].value() for form in forms]


def test_rows_are_added_moved_and_dropped_by_buttons_that_need_no_script(keeper, birth):
    assert typed(press(keeper, "components:add"), "components", "name") == [
        *("Tờ khai", "Giấy chứng sinh", "")
    ]
    down = press(keeper, "components:down:0")
    assert typed(down, "components", "name") == ["Giấy chứng sinh", "Tờ khai"]
    assert "autofocus" in text_of(press(keeper, "components:add"))
    assert typed(press(keeper, "components:drop:0"), "components", "name") == ["Giấy chứng sinh"]
    assert typed(press(keeper, "steps:add"), "steps", "name") == ["Giải quyết", ""]
    assert down.status_code == 200
    assert "bắt buộc phải" not in text_of(down)
    assert ProcedureVersion.objects.count() == 1


def test_a_button_for_rows_keeps_what_was_typed_even_if_it_is_wrong(keeper, birth):
    answer = keeper.post(
        address("new_version", BIRTH), sent(row="steps:add", fee="tám nghìn", legal_basis="")
    )
    assert 'value="tám nghìn"' in text_of(answer)
    assert answer.context["draft"].facts["levels"].value() == ["commune"]


def test_with_a_script_only_the_form_comes_back(keeper, birth):
    part = text_of(press(keeper, "steps:even", **{"HX-Request": "true"}))
    assert part.lstrip().startswith("<form")
    assert "<html" not in part


def test_enter_in_a_field_records_and_moves_no_row(keeper, birth):
    page = text_of(keeper.get(address("new_version", BIRTH)))
    form = page[page.index('id="version"') :]
    first = form[form.index("<button") : form.index("</button>")]
    assert "name=" not in first


def test_a_coming_version_is_amended_and_its_first_day_stays(keeper, coming):
    keeper.post(address("amend_version", coming.pk), sent(valid_from="01/01/2024"))
    coming.refresh_from_db()
    assert content_of(coming).limit.amount == 3
    assert coming.valid_from > timezone.localdate()


def test_a_scope_decided_for_later_days_outlives_an_amendment(keeper, coming):
    later = coming.valid_from + timedelta(days=10)
    keeper.post(
        address("set_scope", coming.components.get(number=1).pk),
        {"valid_from": f"{later:%d/%m/%Y}", "scope": "bat_buoc", "legal_basis": "Quyết định 10"},
    )
    page = keeper.get(address("amend_version", coming.pk))
    assert page.status_code == 200
    keeper.post(address("amend_version", coming.pk), sent())
    scopes = content_of(ProcedureVersion.objects.get(pk=coming.pk)).components[0].scopes
    assert [(scope.valid_from, scope.legal_basis) for scope in scopes] == [(later, "Quyết định 10")]


def test_a_version_that_stands_is_not_amended(keeper, birth):
    answer = keeper.post(
        address("amend_version", birth.pk), sent(), headers={"Accept": "text/html"}
    )
    assert answer.status_code == 409
    assert "Lập phiên bản mới" in text_of(answer)


def test_a_coming_version_is_withdrawn(keeper, coming):
    keeper.post(address("withdraw", coming.pk))
    assert [row.valid_to for row in ProcedureVersion.objects.all()] == [None]


def test_a_procedure_is_ended_renamed_and_its_paper_exempted(keeper, birth, today):
    late = keeper.post(address("end", BIRTH), {"on": f"{today:%d/%m/%Y}", "because": "QĐ"})
    assert late.status_code == 422
    assert "sớm nhất" in text_of(late)
    said = {"name": "Khai sinh", "field_code": "V00-HT", "field_name": "Hộ tịch"}
    assert keeper.post(address("rename", BIRTH), said).status_code == 302
    assert Procedure.objects.get().name == "Khai sinh"
    form, tomorrow = birth.components.get(number=1), today + timedelta(days=1)
    wrong = {"valid_from": f"{tomorrow:%d/%m/%Y}", "scope": "mien", "legal_basis": "Điều 5"}
    answer = keeper.post(address("set_scope", form.pk), wrong)
    assert "phải ghi lý do miễn" in text_of(answer)
    right = {**wrong, "exempt_reason": "CHI_XUAT_TRINH"}
    assert keeper.post(address("set_scope", form.pk), right).status_code == 302
    assert form.scopes.count() == 2
    end = {"on": f"{tomorrow:%d/%m/%Y}", "because": "QĐ bãi bỏ"}
    assert keeper.post(address("end", BIRTH), end).status_code == 302
    assert version_of(BIRTH, on=tomorrow) is None


SHEET = (
    "Mã thủ tục;Hiệu lực từ;Tên thủ tục;Mã lĩnh vực;Tên lĩnh vực;Cấp thực hiện;Cách nộp;"
    "Đơn vị thời hạn;Thời hạn;Căn cứ pháp lý\n"
    "1.001193;1/1/2023;Đăng ký khai sinh;V00-HT;Hộ tịch;Cấp xã;Trực tiếp;Ngày làm việc;1;Luật\n"
    "1.000894;1/1/2023;Đăng ký kết hôn;V00-HT;Hộ tịch;Cấp thôn;Trực tiếp;Ngày làm việc;1;Luật\n"
)


def upload(desk, text=SHEET, name="danh-muc.csv"):
    return desk.post(address("upload"), {"sheet": SimpleUploadedFile(name, text.encode())})


def test_a_sheet_is_looked_through_before_it_is_recorded(keeper):
    assert upload(keeper)["Location"] == address("preview")
    page = text_of(keeper.get(address("preview")))
    assert "Sẽ ghi nhận 1 phiên bản" in page
    assert "Thủ tục mới" in page
    assert "“Cấp thôn” không có trong các giá trị được chọn" in page
    assert not Procedure.objects.exists()
    done = text_of(keeper.post(address("take")))
    assert "Đã ghi nhận 1 phiên bản" in done
    assert Procedure.objects.get().code == BIRTH
    assert not WaitingSheet.objects.exists()
    gone = keeper.post(address("take"), headers={"Accept": "text/html"})
    assert gone.status_code == 404
    assert "Không còn bảng nào đang chờ" in text_of(gone)


def test_one_sheet_waits_for_each_person_and_may_be_dropped(keeper):
    upload(keeper)
    upload(keeper, name="khac.csv")
    assert [sheet.name for sheet in WaitingSheet.objects.all()] == ["khac.csv"]
    assert "khac.csv" in text_of(keeper.get(address("upload")))
    keeper.post(address("drop"))
    assert not WaitingSheet.objects.exists()


def test_a_file_that_is_no_sheet_is_refused_in_words(keeper):
    answer = upload(keeper, text="không phải bảng")
    assert answer.status_code == 422
    assert "Dòng tiêu đề thiếu cột" in text_of(answer)
    assert not WaitingSheet.objects.exists()


def test_the_catalogue_of_a_day_is_given_out_as_a_workbook_and_as_lines(reader, birth):
    book = reader.get(address("workbook", on="31/03/2023"))
    assert "danh-muc-thu-tuc-2023-03-31.xlsx" in book["Content-Disposition"]
    sheets = load_workbook(io.BytesIO(b"".join(book.streaming_content)))
    assert sheets["Thủ tục"]["A2"].value == BIRTH
    lines = b"".join(reader.get(address("csv")).streaming_content).decode()
    assert lines.startswith("\ufeffMã thủ tục;")
    assert BIRTH in lines
    template = reader.get(address("template"))
    assert (
        load_workbook(io.BytesIO(b"".join(template.streaming_content))).sheetnames[0] == "Thủ tục"
    )


def test_every_screen_of_the_catalogue_is_shown(keeper, birth, coming):
    for place in (
        address("procedures"),
        address("procedure", BIRTH),
        address("comparison", BIRTH),
        address("new_procedure"),
        address("new_version", BIRTH),
        address("amend_version", coming.pk),
        address("rename", BIRTH),
        address("end", BIRTH),
        address("set_scope", coming.components.first().pk),
        address("upload"),
    ):
        answer = keeper.get(place)
        assert answer.status_code == 200, place
        assert "<h1>" in text_of(answer)


EMPTY = {"name": ""}
ROWS = [{"name": "a"}, {"name": "b"}, {"name": "c"}]


@pytest.mark.parametrize(
    ("button", "names", "at"),
    [
        ("t:add", "abc-", 3),
        ("t:up:1", "bac", 0),
        ("t:up:0", "abc", 0),
        ("t:down:1", "acb", 2),
        ("t:down:2", "abc", 2),
        ("t:drop:1", "ac", 1),
        ("t:drop:2", "ab", 1),
        ("t:drop:9", "abc", 2),
    ],
)
def test_rows_move_as_their_buttons_say(button, names, at):
    rows, on = moved(ROWS, Pressed.read(button), empty=EMPTY)
    assert ("".join(row["name"] or "-" for row in rows), on) == (names, at)


@pytest.mark.parametrize("text", ["", "steps", "steps:fly:1", "steps:up:-1", "steps:up:x"])
def test_what_is_no_button_presses_nothing(text):
    assert Pressed.read(text) is None


def test_no_more_rows_are_read_than_a_form_has():
    assert len(rows_in({"t-TOTAL_FORMS": "99999"}, "t", ["name"])) == 60
    assert rows_in({"t-TOTAL_FORMS": "many"}, "t", ["name"]) == []
    full = [EMPTY] * 60
    assert len(moved(full, Pressed(table="t", move=Move.ADD), empty=EMPTY)[0]) == 60
    assert without_empty([{"name": " "}, {"name": "a"}], telling=["name"]) == [{"name": "a"}]
    assert CONTENT.components
