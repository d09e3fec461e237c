"""Signing in with an identity from elsewhere, against a provider on this machine."""

import shutil

import pytest
from playwright.sync_api import expect

from journeys.web.provider import providing
from journeys.web.serving import free_port, serving

pytestmark = pytest.mark.browser
CLIENT = "motcua-dai-son"


@pytest.fixture(scope="module")
def ports():
    return free_port(), free_port()


@pytest.fixture(scope="module")
def provider(furnished, tmp_path_factory, ports):
    own, theirs = ports
    home = tmp_path_factory.mktemp("provider")
    shutil.copytree(furnished, home / "home")
    (home / "secret").write_text("chỉ hai bên biết")
    identifier = f"127-0-0-1-{theirs}"
    back_to = f"http://localhost:{own}/tai-khoan/danh-tinh/{identifier}/ve/"
    with providing(
        home / "home",
        port=theirs,
        client=CLIENT,
        secret=(home / "secret").read_text(),
        back_to=back_to,
    ) as there:
        yield there


@pytest.fixture(scope="module")
def served(furnished, tmp_path_factory, ports, provider):
    """An installation that knows the provider."""
    home = tmp_path_factory.mktemp("served") / "home"
    shutil.copytree(furnished, home)
    knows = {
        "MOTCUA_OIDC_NAME": "Định danh thử",
        "MOTCUA_OIDC_ISSUER": provider.base,
        "MOTCUA_OIDC_CLIENT": CLIENT,
        "MOTCUA_OIDC_SECRET_FILE": str(provider.home.parent / "secret"),
    }
    with serving(home, port=ports[0], **knows) as installation:
        yield installation


def sign_in_at_provider(page, provider, username):
    """Say to the provider who one is; its pages look like ours and stand elsewhere."""
    expect(page.get_by_role("heading", name="Đăng nhập")).to_be_visible()
    assert page.url.startswith(provider.base)
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill("bàn ghế sông trăng")
    page.get_by_role("button", name="Đăng nhập", exact=True).click()


def test_an_identity_that_nobody_connected_opens_nothing(
    served, provider, page, assert_accessible, screenshot
):
    page.goto(served.url("/tai-khoan/dang-nhap/"))
    assert_accessible(page)
    screenshot(page, "sign-in-with-provider")
    page.get_by_role("button", name="Đăng nhập bằng Định danh thử").click()
    sign_in_at_provider(page, provider, "an")
    expect(page.get_by_role("heading", name="Danh tính chưa gắn với tài khoản")).to_be_visible()
    assert page.url.startswith(served.base)
    assert_accessible(page)
    screenshot(page, "unknown-identity")


def test_a_connected_identity_opens_its_account(
    served, provider, opened, sign_in, assert_accessible, screenshot
):
    page = opened()
    sign_in(page, "hoa", to="/tai-khoan/danh-tinh/")
    assert_accessible(page)
    page.get_by_role("button", name="Gắn Định danh thử của tôi").click()
    sign_in_at_provider(page, provider, "minh")
    expect(page.get_by_role("heading", name="Xác nhận lại")).to_be_visible()
    page.get_by_label("Mật khẩu").fill("bàn ghế sông trăng")
    page.get_by_role("button", name="Xác nhận", exact=True).click()
    expect(page.get_by_text("Đã gắn danh tính.")).to_be_visible()
    assert_accessible(page)
    screenshot(page, "identities")

    elsewhere = opened()
    elsewhere.goto(served.url("/tai-khoan/dang-nhap/?next=/tai-khoan/"))
    elsewhere.get_by_role("button", name="Đăng nhập bằng Định danh thử").click()
    sign_in_at_provider(elsewhere, provider, "minh")
    expect(elsewhere.get_by_role("heading", name="Lê Thị Hoà")).to_be_visible()
    assert_accessible(elsewhere)
    assert served.acts_of("hoa") == [
        "accounts.signed_in",
        "accounts.identity_connected",
        "accounts.signed_in",
    ]
