"""The pages as a person meets them: judged by axe, driven by keys, at a desk and on a phone."""

from pathlib import Path

import pytest
from django.conf import settings as ours
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import DEFAULT_DB_ALIAS, connections
from django.test.testcases import LiveServerThread
from django.urls import reverse
from django.utils import timezone

from motcua.audit.actions import record
from motcua.jobs.actions import ask_for
from ui.people import officer, sign_in

CHROMIUM = Path("/usr/bin/chromium")
SIZES = {"desk": (1280, 800), "phone": (390, 844)}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's chromium is not there"),
    pytest.mark.skipif(not (ours.ASSETS / "static").is_dir(), reason="fetched by ./motcua"),
]


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    """Return the address of a server that works in each test's own transaction.

    A test that commits could not be undone: the journal refuses to be emptied.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    if not connection.is_in_memory_db():
        pytest.skip("the server shares the connection of an SQLite database in memory")
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        # The driver of the browser runs a loop in this thread; Django would refuse the database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        connection.inc_thread_sharing()
        server = LiveServerThread(
            "127.0.0.1", StaticFilesHandler, connections_override={DEFAULT_DB_ALIAS: connection}
        )
        server.daemon = True
        server.start()
        server.is_ready.wait()
        yield f"http://127.0.0.1:{server.port}"
        server.terminate()
        connection.dec_thread_sharing()


@pytest.fixture
def account():
    return officer("audit.read", "jobs.operate")


@pytest.fixture
def browse(browser, site, client, account, gallery):
    """Return a function that opens an address for somebody who is signed in."""
    sign_in(client, account)
    contexts = []

    def open_page(address, *, size="desk", language="vi"):
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, timezone_id="Asia/Ho_Chi_Minh"
        )
        contexts.append(context)
        cookies = {name: morsel.value for name, morsel in client.cookies.items()}
        cookies[ours.LANGUAGE_COOKIE_NAME] = language
        context.add_cookies([{"name": n, "value": v, "url": site} for n, v in cookies.items()])
        page = context.new_page()
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on(
            "console",
            lambda line: line.type == "error" and page.complaints.append(line.text),
        )
        page.goto(site + address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim()")


@pytest.mark.parametrize("size", SIZES)
def test_every_part_can_be_used_by_everybody(browse, assert_accessible, size):
    page = browse("/mau/", size=size)
    assert_accessible(page)
    assert page.complaints == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["home", "audit:entries", "audit:heads", "jobs:jobs"])
def test_every_screen_can_be_used_by_everybody(browse, assert_accessible, account, name, size):
    record(act="jobs.job.retried", by=account, about="jobs.job:1", at=timezone.now())
    ask_for("jobs.sweep", due_at=timezone.now())
    page = browse(reverse(name), size=size)
    assert_accessible(page)
    assert page.complaints == []


def test_letters_with_their_marks_come_from_our_own_font(browse):
    page = browse("/mau/")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].filter((face) => face.status === 'loaded').length")
    assert loaded >= 2
    assert "Inter" in page.evaluate("getComputedStyle(document.body).fontFamily")


def test_rows_are_gone_through_and_opened_by_keys(browse):
    page = browse("/mau/")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    assert focused(page).endswith("-0001")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert focused(page).endswith("-0002")
    page.keyboard.press("Enter")
    assert page.url.endswith("-0002")


def test_marking_rows_shows_what_can_be_done_with_them(browse):
    page = browse("/mau/")
    assert page.locator("[data-batch]").is_hidden()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.locator("[data-count]").inner_text() == "1"
    page.locator("[data-all]").check()
    assert page.locator("[data-count]").inner_text() == "3"


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_the_search_is_one_key_away(browse, settings, key):
    settings.SEARCH_URL = "jobs:jobs"
    page = browse("/")
    page.keyboard.press(key)
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("j?/")
    assert page.locator("#search").input_value() == "j?/"


def test_a_question_mark_shows_the_keys_and_escape_puts_them_away(browse, assert_accessible):
    page = browse("/")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    assert_accessible(page)
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()


def test_the_own_menu_opens_and_closes_by_keys(browse):
    page = browse("/")
    page.locator("summary.who").focus()
    page.keyboard.press("Enter")
    assert page.locator(".drop-body").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".drop-body").is_hidden()
    assert page.evaluate("document.activeElement.className") == "who"


def test_on_a_phone_the_menu_is_behind_its_button(browse):
    page = browse("/", size="phone")
    assert page.locator("#menu").is_hidden()
    page.locator(".menu-toggle").click()
    assert page.locator("#menu").is_visible()
    assert page.locator(".menu-toggle").get_attribute("aria-expanded") == "true"


def test_what_is_wrong_in_a_form_is_where_one_is_led(browse):
    page = browse("/mau/")
    assert page.evaluate("document.activeElement.hasAttribute('data-summary')")
    page.get_by_role("link", name="Số định danh").click()
    assert page.evaluate("document.activeElement.id") == "id_identity"


def test_a_long_list_goes_on_where_it_was_read(browse, account):
    for number in range(40):
        record(act="jobs.job.retried", by=account, about=f"jobs.job:{number}", at=timezone.now())
    page = browse(reverse("audit:entries"))
    assert page.locator("tr[data-row]").count() == 30
    page.get_by_role("link", name="Xem thêm").click()
    page.locator("tr[data-row]").nth(39).wait_for()
    assert page.locator("tr.more").count() == 0
    assert page.complaints == []


def test_a_part_that_is_refused_says_so_in_words(browse, account):
    for number in range(40):
        record(act="jobs.job.retried", by=account, about=f"jobs.job:{number}", at=timezone.now())
    page = browse(reverse("audit:entries"))
    account.posts.all().delete()
    page.get_by_role("link", name="Xem thêm").click()
    page.locator("#messages [data-refusal]").wait_for()
    assert "không được làm việc vừa yêu cầu" in page.locator("#messages").inner_text()
    assert page.locator("tr[data-row]").count() == 30


def test_a_lost_line_loses_nothing_and_says_so(browse, account):
    for number in range(40):
        record(act="jobs.job.retried", by=account, about=f"jobs.job:{number}", at=timezone.now())
    page = browse(reverse("audit:entries"))
    page.context.set_offline(True)
    page.get_by_role("link", name="Xem thêm").click()
    page.locator("#messages .notice").wait_for()
    assert "Không tải được." in page.locator("#messages").inner_text()
    assert page.locator("tr[data-row]").count() == 30


def test_english_can_be_chosen_and_the_page_stays(browse):
    page = browse(reverse("jobs:jobs") + "?state=done")
    page.get_by_role("button", name="English").click()
    assert page.url.endswith("?state=done")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_on_paper_only_the_content_is_left(browse):
    page = browse("/mau/")
    page.emulate_media(media="print")
    for part in (".top", "#menu", ".actions", ".filters", ".foot"):
        assert page.locator(part).first.is_hidden()
    assert page.locator("h1").is_visible()
