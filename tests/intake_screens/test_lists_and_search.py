"""What waits for somebody, the dossiers of the unit, and the search from anywhere."""

import csv
import io
from dataclasses import replace
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.module_loading import import_string

from intake.calendars import at
from intake.factories import ProcedureFactory, VersionFactory, account_with
from intake.office import BINH, MONDAY
from intake_screens.typing import text, words
from motcua.audit.models import Entry
from motcua.intake import actions
from motcua.intake.rules.requests import HandOver
from motcua.intake.web.my_day import SORTS, piles
from motcua.organisation.rules.acts import Act

LIST = "/ho-so/"
SEARCH = "/ho-so/tim/"


def named(office, full_name, moment=MONDAY, **given):
    person = replace(BINH, full_name=full_name, identity_number="", **given)
    return office.in_settlement(moment, applicant=person)


def counts(account, moment):
    return {str(pile.title): pile.count for pile in piles(account, at=moment)}


def find(client, asked):
    """Search, and return the page that it leads to."""
    return client.post(SEARCH, {"q": asked}, follow=True)


# What waits


def test_the_first_page_asks_this_area_what_waits():
    assert import_string(settings.MY_DAY) is piles


def test_each_pile_holds_what_it_says(office):
    """On Monday 9 at ten what came on the 2nd is due today, and what came before is late."""
    named(office, "Người Trễ", at("2026-02-27 09:00"))
    named(office, "Người Nay")
    office.asked(named(office, "Người Chờ"), at("2026-03-03 09:00"))
    office.settled()
    moment = at("2026-03-09 10:00")
    assert counts(office.official, moment) == {
        "Quá hạn": 1,
        "Đến hạn hôm nay": 1,
        "Chờ tôi nhận bàn giao": 2,
        "Chờ công dân bổ sung": 1,
    }
    assert counts(office.counter, moment) == {
        "Mới nộp, chờ tiếp nhận": 0,
        "Có kết quả, chờ trả": 1,
        "Chờ công dân bổ sung": 1,
    }


def test_what_was_handed_to_somebody_else_does_not_wait_for_me(office):
    row = office.received()
    colleague = account_with(Act.HANDLE, Act.READ_DOSSIERS, unit=office.commune)
    to = HandOver(unit_id=office.commune.pk, officer_id=colleague.pk)
    actions.hand_over(dossier_id=row.pk, to=to, officer=office.counter, at=MONDAY)
    assert counts(colleague, MONDAY)["Chờ tôi nhận bàn giao"] == 1
    assert counts(office.official, MONDAY)["Chờ tôi nhận bàn giao"] == 0


def test_what_was_taken_does_not_wait_any_more(office):
    row = office.in_settlement()
    actions.take_over(dossier_id=row.pk, officer=office.official, at=MONDAY)
    assert counts(office.official, MONDAY)["Chờ tôi nhận bàn giao"] == 0


def test_the_first_page_shows_the_piles_with_their_ways(office, at_desk_of):
    row = named(office, "Phạm Thị Nay")
    page = at_desk_of(office.official).get("/")
    assert f"{row.code} Phạm Thị Nay" in words(page)
    assert 'href="/ho-so/viec/cho-nhan/"' in text(page)


def test_a_pile_in_full_counts_the_others(office, at_desk_of):
    row = named(office, "Phạm Thị Nay")
    page = at_desk_of(office.official).get("/ho-so/viec/cho-nhan/")
    assert row.code in words(page)
    assert "Quá hạn 0" in words(page)


def test_an_empty_pile_says_so(office, at_desk_of):
    page = at_desk_of(office.official).get("/ho-so/viec/qua-han/")
    assert "Không còn việc nào ở mục này." in words(page)


def test_a_pile_of_others_is_not_found(counter):
    assert counter.get("/ho-so/viec/qua-han/").status_code == 404
    assert counter.get("/ho-so/viec/khong-co/").status_code == 404


def test_the_piles_cost_the_same_however_much_waits(office):
    def cost():
        with CaptureQueriesContext(connection) as found:
            piles(office.official, at=MONDAY)
        return len(found)

    named(office, "Một Người")
    few = cost()
    for number in range(8):
        named(office, f"Người Số {number}")
    assert cost() == few
    assert few < 30


def test_every_pile_has_its_own_address():
    assert len({sort.name for sort in SORTS}) == len(SORTS)


# The list


def test_the_list_holds_what_somebody_may_see(office, at_desk_of):
    row = named(office, "Phạm Thị Nay")
    assert row.code in words(at_desk_of(office.official).get(LIST))
    assert row.code not in words(at_desk_of(office.stranger).get(LIST))


def test_an_empty_list_says_what_would_be_there_and_leads_to_the_counter(counter):
    page = counter.get(LIST)
    assert "Chưa có hồ sơ nào." in words(page)
    assert "Đến quầy tiếp nhận" in words(page)


def test_who_may_not_read_has_no_list(office, at_desk_of):
    assert at_desk_of(account_with(Act.RECEIVE, unit=office.commune)).get(LIST).status_code == 403


@pytest.fixture
def some(office, clock, at_desk_of):
    """Four dossiers, on Monday 9 March at ten."""
    marriage = VersionFactory(procedure=ProcedureFactory(code="1.777777", name="Kết hôn"))
    rows = {
        "late": named(office, "Người Trễ", at("2026-02-27 09:00")),
        "today": named(office, "Người Nay"),
        "later": named(office, "Người Sau", at("2026-03-05 09:00")),
        "wed": office.received(at("2026-03-06 09:00"), version_id=marriage.pk, papers=()),
    }
    clock(at("2026-03-09 10:00"))
    return {name: row.code for name, row in rows.items()}, at_desk_of(office.official)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", {"late", "today", "later", "wed"}),
        ("?state=open", {"late", "today", "later", "wed"}),
        ("?state=2", {"wed"}),
        ("?state=4", {"late", "today", "later"}),
        ("?due=late", {"late"}),
        ("?due=today", {"today"}),
        ("?due=later", {"later", "wed"}),
        ("?procedure=1.777777", {"wed"}),
        ("?channel=online", set()),
        ("?state=nonsense&due=x&unit=abc", {"late", "today", "later", "wed"}),
        ("?state=4&due=later", {"later"}),
    ],
)
def test_the_filters_stand_in_the_address(some, asked, found):
    codes, desk = some
    page = words(desk.get(LIST + asked))
    assert {name for name, code in codes.items() if code in page} == found


def test_a_filter_in_force_is_a_chip_that_takes_it_away(some):
    _, desk = some
    page = desk.get(f"{LIST}?due=late&channel=direct")
    assert 'href="/ho-so/?channel=direct"' in text(page)


def test_filtered_to_nothing_the_list_offers_all_again(some):
    _, desk = some
    page = desk.get(f"{LIST}?channel=online")
    assert "Không có hồ sơ nào khớp bộ lọc." in words(page)


def test_the_unit_filter_holds_what_it_receives_and_what_it_settles(office, at_desk_of):
    received = office.received()
    settled = office.received(settling_unit_id=office.section.pk)
    desk = at_desk_of(office.official)
    at_commune = words(desk.get(f"{LIST}?unit={office.commune.pk}"))
    at_section = words(desk.get(f"{LIST}?unit={office.section.pk}"))
    assert received.code in at_commune
    assert settled.code in at_commune
    assert settled.code in at_section
    assert received.code not in at_section


def test_a_long_list_goes_on_after_the_last_row(office, at_desk_of):
    rows = [office.received(MONDAY + timedelta(minutes=number)) for number in range(35)]
    desk = at_desk_of(office.counter)
    first = text(desk.get(LIST))
    assert first.count("data-row") == 30
    way = first.split('hx-get="')[1].split('"')[0].replace("&amp;", "&")
    rest = desk.get(way, headers={"HX-Request": "true"})
    assert text(rest).count("data-row") == 5
    assert rows[0].code in words(rest)
    assert "<html" not in text(rest)


def test_the_list_costs_the_same_however_long(office, at_desk_of):
    desk = at_desk_of(office.counter)

    def cost():
        with CaptureQueriesContext(connection) as found:
            desk.get(LIST)
        return len(found)

    office.received()
    cost()
    few = cost()
    for number in range(8):
        named(office, f"Người Số {number}")
    assert cost() == few
    assert few < 30


def test_the_sheet_holds_the_filtered_rows_and_is_in_the_journal(some):
    codes, desk = some
    answer = desk.get("/ho-so/xuat.csv?due=late")
    sheet = b"".join(answer.streaming_content).decode("utf-8-sig")
    head, row = csv.reader(io.StringIO(sheet))
    said = dict(zip(head, row, strict=True))
    assert said["Mã hồ sơ"] == codes["late"]
    assert said["Chủ hồ sơ"] == "Người Trễ"
    assert said["Trạng thái"] == "Đang xử lý"
    assert said["Hạn trả"] == "06/03/2026 17:00"
    assert answer.headers["Content-Disposition"].endswith('"ho-so-20260309.csv"')
    entry = Entry.objects.get(act="intake.dossiers.exported")
    assert entry.facts["due"] == "late"


def test_a_name_is_never_a_formula_to_a_spreadsheet(office, at_desk_of):
    named(office, '=HYPERLINK("x")')
    answer = at_desk_of(office.counter).get("/ho-so/xuat.csv")
    assert "'=HYPERLINK" in b"".join(answer.streaming_content).decode()


# The search


@pytest.mark.parametrize(
    "asked", ["Hoàng Thị Thuỷ", "hoang thi thuy", "HOÀNG THỊ THỦY", "thuy hoang", "Thuỳ"]
)
def test_a_name_is_found_in_every_spelling(office, at_desk_of, asked):
    row = named(office, "Hoàng Thị Thuỷ")
    other = named(office, "Bùi Văn Long")
    page = words(find(at_desk_of(office.counter), asked))
    assert row.code in page
    assert other.code not in page


def test_a_number_finds_its_dossiers(counter, office):
    row = office.received()
    assert row.code in words(find(counter, "030190000123"))
    card = "030190000123|123456789|Trần Thị Bình|05091990|Nữ|Thôn Đông|01012021"
    assert row.code in words(find(counter, card))


def test_what_was_searched_for_stands_in_no_address(counter, office):
    office.received()
    answer = counter.post(SEARCH, {"q": "030190000123"})
    assert answer.status_code == 302
    assert "030190000123" not in answer.url


def test_a_whole_code_opens_its_dossier(counter, office):
    row = office.received()
    assert counter.post(SEARCH, {"q": row.code.lower()}).url == f"/ho-so/{row.pk}/"


def test_the_beginning_of_a_code_lists_its_dossiers(counter, office):
    codes = [office.received().code for _ in range(2)]
    page = words(find(counter, "H23.288.10514-260302"))
    assert all(code in page for code in codes)


def test_found_nothing_it_says_so(counter):
    assert "Không tìm thấy hồ sơ nào" in words(find(counter, "không ai cả"))


def test_nothing_searched_for_is_a_page_with_the_field(counter):
    assert 'id="q"' in text(counter.get(SEARCH))
    assert 'id="q"' in text(counter.post(SEARCH, {"q": "  "}))


def test_a_damaged_card_is_not_searched_for(counter):
    answer = counter.post(SEARCH, {"q": "030190000123|Bình"})
    assert answer.status_code == 422
    assert "Dòng quét thiếu phần cuối" in words(answer)


def test_a_forgotten_search_begins_anew(counter):
    assert counter.get(f"{SEARCH}khong-co/").url == SEARCH


def test_a_search_finds_nothing_of_others(office, at_desk_of):
    row = office.received()
    assert row.code not in words(find(at_desk_of(office.stranger), "030190000123"))
    assert at_desk_of(office.stranger).post(SEARCH, {"q": row.code}).url != f"/ho-so/{row.pk}/"


def test_a_search_is_in_the_journal_without_whom_it_was_about(counter, office):
    office.received()
    find(counter, "030190000123")
    entry = Entry.objects.get(act="intake.dossiers.searched")
    assert entry.facts == {"kind": "identity", "found": 1}


def test_many_found_are_gone_through_a_screenful_at_a_time(counter, office):
    for number in range(35):
        office.received(MONDAY + timedelta(minutes=number))
    page = find(counter, "binh")
    assert text(page).count("data-row") == 30
    way = text(page).split('hx-get="')[1].split('"')[0]
    assert "binh" not in way
    rest = counter.get(way, headers={"HX-Request": "true"})
    assert text(rest).count("data-row") == 5


def test_the_search_at_the_top_of_every_page_comes_here(counter):
    assert f'action="{SEARCH}"' in text(counter.get("/"))


def test_the_list_says_how_a_dossier_stands_where_none_is_due(office, at_desk_of):
    office.settled(done=at("2026-03-03 09:00"))
    waiting = named(office, "Người Chờ")
    office.asked(waiting, at("2026-03-03 09:00"))
    page = words(at_desk_of(office.counter).get(LIST))
    assert "Đã xử lý xong Trước hạn" in page
    assert "Yêu cầu bổ sung giấy tờ Tạm dừng tính hạn" in page
