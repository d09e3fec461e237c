"""The journal on screen: found by what one looks for, within the books one may open."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from motcua.audit import lookup
from motcua.audit.actions import record
from motcua.audit.models import Entry, Head
from ui.people import officer, sign_in, unit

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
LIST = reverse("audit:entries")


@pytest.fixture
def monitor():
    return officer("audit.read")


@pytest.fixture
def desk(client, monitor):
    return sign_in(client, monitor)


def wrote(by, act="jobs.job.retried", *, about="jobs.job:1", at=NOON, **facts):
    record(act=act, by=by, about=about, at=at, facts=facts)
    return Entry.objects.get(
        book=by.journal_book, number=Head.objects.get(book=by.journal_book).number
    )


def acts_of(page):
    return [entry.act for entry in page.context["page"].rows]


def readings():
    return Entry.objects.filter(act=lookup.READ).order_by("number")


def test_only_somebody_entitled_may_open_it(client):
    answer = sign_in(client, officer("jobs.operate")).get(LIST, headers={"Accept": "text/html"})
    assert answer.status_code == 403
    assert "không được làm việc vừa yêu cầu" in answer.content.decode()


def test_one_sees_the_books_one_may_open_and_no_others(desk, monitor):
    wrote(monitor, about="jobs.job:7")
    wrote(officer(), about="jobs.job:8")
    page = desk.get(LIST)
    assert [entry.about for entry in page.context["page"].rows] == ["jobs.job:7"]


def test_an_act_is_told_in_words_and_an_unheard_one_by_its_code(desk, monitor):
    wrote(monitor, "jobs.job.retried")
    wrote(monitor, "nobody.knows")
    page = desk.get(LIST).content.decode()
    assert "Cho chạy lại việc nền" in page
    assert "nobody.knows" in page
    assert "Việc nền số 1" in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"act": "jobs.job.cancelled"}, ["jobs.job.cancelled"]),
        ({"act": "jobs."}, ["jobs.job.cancelled", "jobs.job.retried"]),
        ({"about": "jobs.job:2"}, ["jobs.job.cancelled"]),
        ({"since": "25/11/2026"}, ["jobs.job.cancelled"]),
        ({"until": "24/11/2026"}, ["audit.heads.exported", "jobs.job.retried"]),
        ({"since": "24/11/2026", "until": "24/11/2026"}, ["jobs.job.retried"]),
        ({"who": "Không Ai"}, []),
        ({"act": "jobs.", "until": "24/11/2026"}, ["jobs.job.retried"]),
    ],
)
def test_it_is_found_by_what_one_looks_for(desk, monitor, asked, found):
    wrote(monitor, "audit.heads.exported", at=NOON - timedelta(days=2))
    wrote(monitor, "jobs.job.retried", at=NOON - timedelta(days=1), about="jobs.job:1")
    wrote(monitor, "jobs.job.cancelled", at=NOON, about="jobs.job:2")
    assert sorted(acts_of(desk.get(LIST, asked))) == found


def test_a_day_begins_at_midnight_in_vietnam(desk, monitor):
    wrote(monitor, "jobs.job.retried", at=datetime(2026, 11, 24, 16, 59, tzinfo=UTC))
    wrote(monitor, "jobs.job.cancelled", at=datetime(2026, 11, 24, 17, 0, tzinfo=UTC))
    assert acts_of(desk.get(LIST, {"since": "25/11/2026"})) == ["jobs.job.cancelled"]


def test_one_may_look_into_one_book_and_not_into_one_that_is_closed(client):
    place = unit()
    reader = officer("audit.read", at=place)
    wrote(reader)
    stranger = officer()
    wrote(stranger)
    desk = sign_in(client, reader)
    assert len(acts_of(desk.get(LIST, {"book": reader.journal_book}))) == 1
    page = desk.get(LIST, {"book": stranger.journal_book})
    assert stranger.journal_book not in {entry.book for entry in page.context["page"].rows}
    assert "không" in page.context["form"].errors["book"][0].lower()


def test_reading_it_is_itself_recorded_with_what_was_looked_for(desk, monitor):
    desk.get(LIST, {"act": "jobs.", "since": "1/11/2026"})
    [entry] = readings()
    assert entry.by_id == monitor.pk
    assert entry.facts == {"act": "jobs.", "since": "2026-11-01"}


def test_readings_are_shown_when_they_are_asked_for(desk):
    desk.get(LIST)
    assert acts_of(desk.get(LIST)) == []
    assert acts_of(desk.get(LIST, {"with_readings": "on"})) == [lookup.READ, lookup.READ]
    assert set(acts_of(desk.get(LIST, {"act": lookup.READ}))) == {lookup.READ}


def test_a_long_journal_is_read_on_screenful_by_screenful(desk, monitor):
    for number in range(45):
        wrote(monitor, about=f"jobs.job:{number}", at=NOON - timedelta(minutes=number))
    first = desk.get(LIST, {"act": "jobs."})
    after = first.context["page"].after
    rest = desk.get(LIST, {"act": "jobs.", "after": after}, headers={"HX-Request": "true"})
    seen = [entry.about for page in (first, rest) for entry in page.context["page"].rows]
    assert seen == [f"jobs.job:{number}" for number in range(45)]
    assert "<html" not in rest.content.decode()
    assert "act=jobs." in first.content.decode().split('class="more"')[1]


def test_a_place_in_the_list_that_is_none_is_refused_in_words(desk):
    answer = desk.get(LIST, {"after": "%%%"}, headers={"Accept": "text/html"})
    assert answer.status_code == 422
    assert "Mở lại danh sách từ đầu." in answer.content.decode()


def test_the_list_costs_the_same_however_much_it_shows(desk, monitor):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as seen:
            desk.get(LIST)
        return len(seen)

    wrote(monitor)
    queries()
    few = queries()
    for _ in range(25):
        wrote(monitor)
    assert queries() == few


def test_an_entry_shows_its_facts_and_its_place_in_the_book(desk, monitor):
    wrote(monitor)
    entry = wrote(monitor, kind="jobs.sweep", due="2026-11-28", parts=[1, 2])
    page = desk.get(reverse("audit:entry", args=[entry.pk])).content.decode()
    for said in ("Loại việc", "jobs.sweep", "28/11/2026", "1, 2", "Khớp chuỗi", entry.digest):
        assert said in page
    assert f'rel="prev" href="{reverse("audit:entry", args=[entry.pk - 1])}"' in page
    assert 'rel="next"' not in page
    assert readings().last().about == f"audit.entry:{entry.pk}"


def test_an_entry_of_a_closed_book_is_not_there(desk):
    entry = wrote(officer())
    assert desk.get(reverse("audit:entry", args=[entry.pk])).status_code == 404


def without_triggers(statement):
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS audit_entry_no_update")
        else:
            cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER ALL")
        cursor.execute(statement)


def test_a_touched_entry_says_that_it_does_not_fit(desk, monitor):
    entry = wrote(monitor)
    without_triggers("UPDATE audit_entry SET by_name = 'ai đó'")
    page = desk.get(reverse("audit:entry", args=[entry.pk])).content.decode()
    assert "Không khớp chuỗi" in page
    assert "báo ngay cho quản trị viên" in page


def test_the_chain_is_checked_on_request_and_its_state_is_kept(desk, monitor):
    wrote(monitor)
    assert "Chuỗi nhật ký chưa được kiểm tra lần nào." in desk.get(LIST).content.decode()
    page = desk.post(reverse("audit:check"), follow=True).content.decode()
    assert "không có chỗ nào bị sửa, xoá hay chèn" in page
    assert "Chuỗi nguyên vẹn" in page
    [kept] = Entry.objects.filter(act=lookup.CHECKED)
    assert kept.facts["breaks"] == 0
    assert kept.facts["entries"] == 2


def test_a_broken_chain_names_its_place(desk, monitor):
    first = wrote(monitor)
    wrote(monitor)
    without_triggers(f"UPDATE audit_entry SET by_name = 'ai đó' WHERE id = {first.pk}")  # noqa: S608
    page = desk.post(reverse("audit:check"), follow=True).content.decode()
    assert f"{first.book}:1:changed" in page
    assert "Có chỗ đứt" in page


def test_a_journal_too_long_to_wait_for_is_left_to_the_command(desk, monitor, monkeypatch):
    monkeypatch.setattr(lookup, "MOST_CHECKED", 1)
    wrote(monitor)
    wrote(monitor)
    page = desk.post(reverse("audit:check"), follow=True).content.decode()
    assert "motcua check" in page
    assert not Entry.objects.filter(act=lookup.CHECKED).exists()


def test_looking_never_checks(desk):
    assert desk.get(reverse("audit:check")).status_code == 405


def test_each_day_has_the_last_entry_of_each_book(client):
    reader = officer("audit.read")
    days = [NOON - timedelta(days=2), NOON - timedelta(days=2), NOON - timedelta(days=1)]
    written = [wrote(reader, at=at) for at in days]
    span = {"since": "20/11/2026", "until": "24/11/2026"}
    page = sign_in(client, reader).get(reverse("audit:heads"), span)
    assert [(f"{end.day:%d/%m}", end.digest) for end in page.context["ends"]] == [
        ("24/11", written[2].digest),
        ("23/11", written[1].digest),
    ]


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ({"since": "2/11/2026", "until": "1/11/2026"}, "Ngày cuối phải sau ngày đầu."),
        ({"since": "1/1/2026", "until": "1/11/2026"}, "Mỗi lần xem nhiều nhất 92 ngày."),
        ({"since": "hôm qua"}, "Viết ngày như 28/11/2026."),
    ],
)
def test_a_span_that_is_none_is_explained(desk, span, said):
    assert said in desk.get(reverse("audit:heads"), span).content.decode()


def test_the_ends_of_days_leave_as_a_sheet_or_as_json(client):
    reader = officer("audit.read")
    entry = wrote(reader, at=NOON - timedelta(days=1))
    desk = sign_in(client, reader)
    span = {"since": "24/11/2026", "until": "24/11/2026"}
    sheet = desk.get(reverse("audit:heads_csv"), span)
    [row] = csv.DictReader(io.StringIO(sheet.content.decode("utf-8-sig")))
    document = json.loads(desk.get(reverse("audit:heads_json"), span).content)
    [kept] = document["ends"]
    assert (row["day"], row["book"], row["digest"]) == ("2026-11-24", entry.book, entry.digest)
    assert {name: str(value) for name, value in kept.items()} == row
    assert "motcua-nhat-ky-20261124-20261124.csv" in sheet.headers["Content-Disposition"]
    kept_acts = Entry.objects.filter(act=lookup.EXPORTED)
    assert [entry.facts["format"] for entry in kept_acts] == ["csv", "json"]


def name_books(books):
    return {book: f"Sổ của {book}" for book in books}


def test_books_bear_the_names_that_another_area_gives(desk, monitor, settings):
    settings.JOURNAL_BOOKS = "audit.test_the_journal_on_screen.name_books"
    wrote(monitor)
    assert f"Sổ của {monitor.journal_book}" in desk.get(LIST).content.decode()
