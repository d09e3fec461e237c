"""The catalogue as a person meets it: judged by axe, kept by keyboard, at a desk and on a phone."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as ours
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DEFAULT_DB_ALIAS, connections
from django.test.testcases import LiveServerThread
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from catalogue.factories import version
from catalogue.test_the_catalogue_on_screen import SHEET
from journeys.web.conftest import assert_accessible, browser
from motcua.catalogue.example_procedures import load_examples
from motcua.catalogue.models import Procedure
from motcua.catalogue.queries import content_of, version_of
from ui.people import officer, sign_in

__all__ = ["assert_accessible", "browser"]

CHROMIUM = Path("/usr/bin/chromium")
SIZES = {"desk": (1280, 800), "phone": (390, 844)}
BIRTH = "1.001193"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's chromium is not there"),
    pytest.mark.skipif(not (ours.ASSETS / "static").is_dir(), reason="fetched by ./motcua"),
]


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    """Return the address of a server that works in each test's own transaction."""
    connection = connections[DEFAULT_DB_ALIAS]
    if not connection.is_in_memory_db():
        pytest.skip("the server shares the connection of an SQLite database in memory")
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
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
def desk(client):
    return sign_in(client, officer("catalogue.edit"))


@pytest.fixture(autouse=True)
def catalogue():
    load_examples(at=timezone.now())


@pytest.fixture
def open_page(browser, site, desk):
    contexts = []

    def opening(address, *, size="desk", scripts=True):
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            timezone_id="Asia/Ho_Chi_Minh",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        cookies = {name: morsel.value for name, morsel in desk.cookies.items()}
        context.add_cookies([{"name": n, "value": v, "url": site} for n, v in cookies.items()])
        page = context.new_page()
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("console", lambda line: line.type == "error" and page.complaints.append(line.text))
        page.goto(site + address)
        return page

    yield opening
    for context in contexts:
        context.close()


def at(name, *args):
    return reverse(f"catalogue:{name}", args=args)


def picture(page, name):
    folder = os.environ.get("MOTCUA_SCREENSHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


@pytest.fixture
def coming():
    birth = Procedure.objects.get(code=BIRTH)
    now = timezone.now()
    return version(birth, valid_from=(now + timedelta(days=40)).date(), at=now)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_on_any_screen_keeps_people_out(open_page, desk, coming, assert_accessible, size):
    desk.post(at("upload"), {"sheet": SimpleUploadedFile("danh-muc.csv", SHEET.encode())})
    places = {
        "list": at("procedures"),
        "procedure": at("procedure", BIRTH),
        "comparison": at("comparison", BIRTH),
        "form": at("new_version", BIRTH),
        "scope": at("set_scope", coming.components.first().pk),
        "upload": at("upload"),
        "preview": at("preview"),
    }
    for name, place in places.items():
        page = open_page(place, size=size)
        picture(page, f"{name}-{size}")
        assert_accessible(page)
        assert page.complaints == [], name


def test_a_version_is_written_by_keyboard_alone(open_page):
    page = open_page(at("new_version", BIRTH))
    day = timezone.localdate() + timedelta(days=40)
    page.get_by_label("Hiệu lực từ").fill(f"{day:%d/%m/%Y}")
    page.get_by_role("button", name="Thêm giấy tờ").press("Enter")
    name = page.get_by_label("Tên giấy tờ, giấy tờ 4")
    name.wait_for()
    assert name.evaluate("box => box === document.activeElement")
    page.keyboard.type("Giấy xác nhận")
    up = page.get_by_role("group", name="Giấy tờ 4").get_by_role("button", name="Lên")
    up.press("Enter")
    moved = page.get_by_role("group", name="Giấy tờ 3").get_by_label("Tên giấy tờ")
    page.wait_for_function("() => document.activeElement?.value === 'components:up:2'")
    expect(moved).to_have_value("Giấy xác nhận")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**{at('procedure', BIRTH)}?on=**")
    papers = content_of(version_of(BIRTH, on=day)).components
    assert [paper.name for paper in papers][2] == "Giấy xác nhận"
    assert page.complaints == []


def test_rows_are_added_where_no_script_runs(open_page):
    page = open_page(at("new_version", BIRTH), scripts=False)
    page.get_by_label("Hiệu lực từ").fill("1/1/2099")
    page.get_by_role("button", name="Thêm bước").click()
    assert page.get_by_role("group", name="Bước 5").is_visible()
    assert page.get_by_label("Hiệu lực từ").input_value() == "1/1/2099"
