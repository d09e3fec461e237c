"""An app on the telephone and a passkey in the machine, in a browser."""

import re

import pytest
from allauth.mfa.totp.internal.auth import generate_totp_secret
from playwright.sync_api import expect

from accounts.people import code_of

pytestmark = pytest.mark.browser
SECRET = generate_totp_secret()


@pytest.fixture
def fingerprint():
    """Give a window a machine with a reader for fingerprints, which everybody's finger opens."""

    def giving(page):
        line = page.context.new_cdp_session(page)
        line.send("WebAuthn.enable")
        reader = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        made = line.send("WebAuthn.addVirtualAuthenticator", {"options": reader})
        return line, made["authenticatorId"]

    return giving


def confirm(page):
    """Show once more who one is, where it is asked."""
    expect(page.get_by_role("heading", name="Xác nhận lại")).to_be_visible()
    page.get_by_label("Mật khẩu").fill("bàn ghế sông trăng")
    page.get_by_role("button", name="Xác nhận", exact=True).click()


def test_an_app_is_set_up_and_leaves_codes_on_paper(
    served, page, sign_in, assert_accessible, screenshot
):
    sign_in(page, "hoa", to="/tai-khoan/hai-lop/")
    assert_accessible(page)
    page.get_by_role("link", name="Cài ứng dụng").click()
    assert_accessible(page)
    confirm(page)
    picture = page.get_by_role("img", name="Mã QR để cài ứng dụng xác thực")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") > 100
    assert_accessible(page)
    screenshot(page, "app")
    page.get_by_text("Không quét được?").click()
    secret = page.locator("details code").inner_text()
    page.get_by_label("Mã 6 chữ số").fill(code_of(secret))
    page.get_by_role("button", name="Bật xác thực").click()
    expect(page.get_by_role("heading", name="Mã dự phòng")).to_be_visible()
    expect(page.locator(".codes code")).to_have_count(10)
    assert_accessible(page)
    screenshot(page, "codes")
    page.goto(served.url("/tai-khoan/hai-lop/"))
    expect(page.get_by_text("Đang dùng")).to_be_visible()
    assert_accessible(page)
    assert served.acts_of("hoa").count("accounts.factor_added") == 2


def test_a_wrong_code_is_refused_and_the_right_one_opens(
    served, page, sign_in, assert_accessible, screenshot
):
    served.run(f"from journeys.web.furnishing import give_app; give_app('linh', {SECRET!r})")
    sign_in(page, "linh")
    expect(page.get_by_role("heading", name="Xác thực lớp thứ hai")).to_be_visible()
    assert_accessible(page)
    screenshot(page, "second-factor")
    page.get_by_label("Mã xác thực").fill("000000")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Mã không đúng hoặc đã hết hiệu lực")).to_be_visible()
    page.get_by_label("Mã xác thực").fill(code_of(SECRET))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ngô Gia Linh")).to_be_visible()


def test_a_passkey_is_made_and_opens_without_a_password(
    served, page, sign_in, fingerprint, assert_accessible, screenshot
):
    fingerprint(page)
    sign_in(page, "yen", to="/tai-khoan/hai-lop/")
    page.get_by_role("link", name="Thêm khoá").click()
    confirm(page)
    assert_accessible(page)
    screenshot(page, "passkey")
    page.get_by_label("Tên khoá").fill("Máy tính ở quầy 2")
    page.get_by_role("button", name="Tạo khoá").click()
    expect(page.get_by_role("heading", name="Mã dự phòng")).to_be_visible()
    page.goto(served.url("/tai-khoan/khoa/"))
    expect(page.get_by_role("row", name=re.compile("Máy tính ở quầy 2"))).to_contain_text(
        "thay mật khẩu"
    )
    assert_accessible(page)
    screenshot(page, "passkeys")
    page.goto(served.url("/tai-khoan/dang-xuat/"))
    page.get_by_role("main").get_by_role("button", name="Đăng xuất").click()
    page.goto(served.url("/tai-khoan/dang-nhap/?next=/tai-khoan/"))
    page.get_by_role("button", name="Đăng nhập bằng khoá truy cập").click()
    expect(page.get_by_role("heading", name="Hoàng Hải Yến")).to_be_visible()
    found = served.rows(
        "SELECT facts FROM audit_entry WHERE act = 'accounts.signed_in' ORDER BY id DESC LIMIT 1"
    )
    assert '"means": ["webauthn"]' in found[0][0]


def test_a_finger_that_is_not_the_persons_opens_nothing_and_it_is_said(
    served, page, fingerprint, assert_accessible
):
    line, reader = fingerprint(page)
    line.send("WebAuthn.setUserVerified", {"authenticatorId": reader, "isUserVerified": False})
    page.goto(served.url("/tai-khoan/dang-nhap/"))
    page.get_by_role("button", name="Đăng nhập bằng khoá truy cập").click()
    expect(page.get_by_text("Chưa dùng được khoá truy cập")).to_be_visible()
    assert_accessible(page)


def test_on_a_telephone_the_second_factor_is_asked_for_as_well(
    served, phone, sign_in, assert_accessible, screenshot
):
    served.run(f"from journeys.web.furnishing import give_app; give_app('an', {SECRET!r})")
    sign_in(phone, "an")
    expect(phone.get_by_role("heading", name="Xác thực lớp thứ hai")).to_be_visible()
    assert_accessible(phone)
    screenshot(phone, "phone-second-factor")
    phone.get_by_label("Mã xác thực").fill(code_of(SECRET))
    phone.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(phone.get_by_role("heading", name="Bùi Thanh An")).to_be_visible()
