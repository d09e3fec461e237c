"""The browser and the installation it looks at.

For any journey: `served` (`base`, `home`, `rows`, `run`), `page` or `phone`, `sign_in(page, name)`,
`assert_accessible(page)`, `screenshot(page, name)`. The people are in `cast.py`.
"""

import os
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from accounts.factories import PHRASE
from journeys.web.serving import environment_of, free_port, prepared, serving

CHROMIUM = "/usr/bin/chromium"
DESK = {"width": 1280, "height": 800}
TELEPHONE = {"width": 390, "height": 844}
PATIENCE_MS = 20_000
"""A browser on a busy machine; what is right comes sooner, what is wrong is only told later."""

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def furnished(tmp_path_factory):
    """A home with its tables and its people, to be copied."""
    home = tmp_path_factory.mktemp("furnished") / "home"
    home.mkdir()
    prepared(environment_of(home), "from journeys.web.furnishing import furnish; furnish()")
    return home


@pytest.fixture(scope="module")
def served(furnished, tmp_path_factory):
    """An installation of the module's own."""
    home = tmp_path_factory.mktemp("served") / "home"
    shutil.copytree(furnished, home)
    with serving(home, port=free_port()) as installation:
        yield installation


@pytest.fixture(scope="module")
def browser():
    """Debian's own browser. Closed with the module: while it runs, so does its event loop."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield running
        running.close()


@pytest.fixture
def opened(browser):
    """Open browser windows, each as of another person's computer."""
    contexts, complaints = [], []

    def opening(**settings):
        context = browser.new_context(
            locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", **{"viewport": DESK, **settings}
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.on("console", lambda said: complaints.append(said.text) if is_fault(said) else None)
        return page

    yield opening
    for context in contexts:
        context.close()
    assert complaints == []


def is_fault(said):
    """Tell whether a page complains; that an answer was a refusal is no fault of the page."""
    return said.type == "error" and not said.text.startswith("Failed to load resource")


@pytest.fixture
def page(opened):
    """A window on the desk."""
    return opened()


@pytest.fixture
def phone(opened):
    """A window on a telephone."""
    return opened(viewport=TELEPHONE, is_mobile=True, has_touch=True, device_scale_factor=2)


@pytest.fixture
def sign_in(served):
    """Sign somebody in and look at a page."""

    def signing_in(page, username, *, to="/tai-khoan/", phrase=PHRASE):
        page.goto(served.url(f"/tai-khoan/dang-nhap/?next={to}"))
        page.get_by_label("Tên đăng nhập").fill(username)
        page.get_by_label("Mật khẩu").fill(phrase)
        page.get_by_role("button", name="Đăng nhập", exact=True).click()

    return signing_in


@pytest.fixture
def assert_accessible():
    """Find nothing that keeps people out, and nothing that is wider than the window."""

    def asserting(page):
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{page.url} is {wide} px too wide"

    return asserting


@pytest.fixture
def screenshot(tmp_path):
    """Keep a picture of a page, in a temporary folder or in the one that is named."""
    folder = Path(os.environ.get("MOTCUA_SCREENSHOTS") or tmp_path)

    def keeping(page, name):
        folder.mkdir(parents=True, exist_ok=True)
        place = folder / f"{name}.png"
        page.screenshot(path=place, full_page=True)
        return place

    return keeping
