"""What stands around every page."""

import re

import pytest
from django.urls import reverse

from motcua.ui.rules.days import due_in_words
from motcua.ui.rules.piles import Pile, Task
from ui.people import officer, sign_in

pytestmark = pytest.mark.django_db


def page_of(client, address="/"):
    return client.get(address).content.decode()


def test_whoever_is_not_signed_in_is_led_to_the_entrance_and_back(client):
    answer = client.get("/")
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith("?next=/")


def test_a_part_of_a_page_is_not_replaced_by_the_entrance(client):
    answer = client.get(
        reverse("audit:entries"),
        headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/so-nhat-ky/?who=a"},
    )
    assert answer.headers["HX-Redirect"].endswith("?next=/so-nhat-ky/%3Fwho%3Da")


def test_the_page_is_vietnamese_whatever_the_browser_prefers(desk):
    answer = desk.get("/", headers={"Accept-Language": "en-US,en;q=0.9"})
    assert '<html lang="vi"' in answer.content.decode()
    assert answer.headers["Content-Language"] == "vi"


def test_the_reader_may_choose_english_and_stays_where_he_was(desk):
    answer = desk.post(
        reverse("set_language"), {"language": "en", "next": "/cong-viec/?state=done"}
    )
    assert answer.headers["Location"] == "/cong-viec/?state=done"
    assert '<html lang="en"' in page_of(desk)


def test_a_language_that_is_none_is_not_chosen(desk):
    desk.cookies["django_language"] = "xx"
    assert '<html lang="vi"' in page_of(desk)


def test_nothing_of_others_may_be_loaded_and_no_script_stands_in_the_page(desk):
    answer = desk.get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "camera=(self)" in answer.headers["Permissions-Policy"]
    page = answer.content.decode()
    assert re.findall(r"<script(?![^>]*\bsrc=)", page) == []
    assert re.findall(r"\son\w+=|\sstyle=|javascript:", page) == []


def test_htmx_evaluates_nothing_and_keeps_no_page(desk):
    page = page_of(desk)
    assert '"allowEval": false' in page
    assert '"historyCacheSize": 0' in page


def test_the_content_can_be_reached_past_the_menu(desk):
    page = page_of(desk)
    assert '<a class="skip" href="#content">' in page
    assert '<main id="content"' in page


def test_the_menu_shows_what_the_person_may_do(client):
    page = page_of(sign_in(client, officer("jobs.operate")))
    assert reverse("jobs:jobs") in page
    assert reverse("audit:entries") not in page


def test_the_place_one_is_at_is_marked(client):
    page = page_of(sign_in(client, officer("jobs.operate")), reverse("jobs:jobs"))
    [marked] = re.findall(r'<a href="([^"]+)" aria-current="page">', page)
    assert marked == reverse("jobs:jobs")


def test_the_person_and_the_unit_are_named(client):
    account = officer()
    page = page_of(sign_in(client, account))
    assert account.full_name in page
    assert account.unit.name in page


def test_a_search_is_sent_and_never_stands_in_an_address(desk, settings):
    settings.SEARCH_URL = "jobs:jobs"
    page = page_of(desk)
    assert f'method="post" action="{reverse("jobs:jobs")}"' in page
    assert 'name="q"' in page


def test_where_nothing_searches_there_is_no_search(desk, settings):
    settings.SEARCH_URL = "nowhere:at_all"
    assert 'role="search"' not in page_of(desk)


def test_an_empty_day_says_what_would_be_here(desk, settings):
    settings.MY_DAY = None
    assert "Chưa có việc nào chờ." in page_of(desk)


def my_day(account, *, at):
    today = at.date()
    due = due_in_words(today, today=today, is_working=lambda day: True)
    task = Task(title="Đăng ký khai sinh", address="/x/1/", detail=account.full_name, due=due)
    return [
        Pile(title="Hạn hôm nay", tasks=[task], count=1200, address="/x/"),
        Pile(title="Chờ bổ sung", tasks=[], count=0),
    ]


def test_the_day_shows_what_the_areas_above_tell(client, settings):
    settings.MY_DAY = "ui.test_the_frame.my_day"
    account = officer()
    page = page_of(sign_in(client, account))
    assert '<a class="row-open" href="/x/1/">' in page
    assert account.full_name in page
    assert "hạn hôm nay" in page
    assert '<span class="tally">1.200</span>' in page
    assert "Không còn việc nào ở mục này." in page
