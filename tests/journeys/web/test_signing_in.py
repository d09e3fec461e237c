"""From the sign-in page to the work and back, in a browser."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_name_and_password_lead_in_and_the_button_leads_out(
    served, page, sign_in, assert_accessible, screenshot
):
    page.goto(served.url("/tai-khoan/phien/"))
    expect(page).to_have_title("Đăng nhập · Motcua")
    assert_accessible(page)
    screenshot(page, "sign-in")
    page.get_by_label("Tên đăng nhập").fill("hoa")
    page.keyboard.press("Tab")
    page.keyboard.type("bàn ghế sông trăng")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Nơi đang đăng nhập")).to_be_visible()
    assert_accessible(page)
    page.goto(served.url("/tai-khoan/"))
    expect(page.get_by_role("heading", name="Lê Thị Hoà")).to_be_visible()
    assert_accessible(page)
    screenshot(page, "account")
    page.goto(served.url("/tai-khoan/dang-xuat/"))
    assert_accessible(page)
    page.get_by_role("main").get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_text("Đã đăng xuất.")).to_be_visible()
    assert served.acts_of("hoa") == ["accounts.signed_in", "accounts.signed_out"]


@pytest.mark.slow  # sensitive to how busy the machine is
def test_who_presses_back_after_somebody_left_sees_nothing_of_theirs(served, page, sign_in):
    sign_in(page, "an")
    expect(page.get_by_role("heading", name="Bùi Thanh An")).to_be_visible()
    page.goto(served.url("/tai-khoan/dang-xuat/"))
    page.get_by_role("main").get_by_role("button", name="Đăng xuất").click()
    page.go_back()
    page.go_back()
    expect(page.get_by_role("heading", name="Đăng nhập")).to_be_visible()
    expect(page.get_by_text("Bùi Thanh An")).to_have_count(0)


def test_on_a_telephone(served, phone, sign_in, assert_accessible, screenshot):
    phone.goto(served.url("/tai-khoan/dang-nhap/"))
    assert_accessible(phone)
    screenshot(phone, "phone-sign-in")
    sign_in(phone, "minh")
    expect(phone.get_by_role("heading", name="Phạm Đức Minh")).to_be_visible()
    assert_accessible(phone)
    screenshot(phone, "phone-account")
    for place in ("phien/", "mat-khau/", "hai-lop/", "khoa/", "danh-tinh/"):
        phone.goto(served.url(f"/tai-khoan/{place}"))
        assert_accessible(phone)
        screenshot(phone, f"phone-{place.strip('/')}")


def test_five_wrong_passwords_lock_and_it_is_said_until_when(
    served, page, sign_in, assert_accessible, screenshot
):
    for _ in range(4):
        sign_in(page, "khoa", phrase="không phải thế này")
        expect(page.get_by_role("alert")).to_contain_text("chưa đúng")
    assert_accessible(page)
    sign_in(page, "khoa", phrase="không phải thế này")
    expect(page.get_by_role("heading", name="Tạm khoá đăng nhập")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text(re.compile(r"lúc \d\d:\d\d, còn khoảng 15"))
    assert_accessible(page)
    screenshot(page, "locked-out")
    sign_in(page, "khoa")
    expect(page.get_by_role("heading", name="Tạm khoá đăng nhập")).to_be_visible()


def test_a_password_of_others_making_is_changed_before_anything_else(
    served, page, sign_in, assert_accessible, screenshot
):
    sign_in(page, "moi")
    expect(page.get_by_role("heading", name="Đổi mật khẩu")).to_be_visible()
    expect(page.get_by_text("Mật khẩu hiện tại do người khác cấp.")).to_be_visible()
    assert_accessible(page)
    screenshot(page, "forced-change")
    page.goto(served.url("/tai-khoan/phien/"))
    expect(page.get_by_role("heading", name="Đổi mật khẩu")).to_be_visible()
    page.get_by_label("Mật khẩu hiện tại").fill("bàn ghế sông trăng")
    page.get_by_label("Mật khẩu mới (bắt buộc)").fill("matkhau-2026-2026")
    page.get_by_label("Mật khẩu mới, nhập lại").fill("matkhau-2026-2026")
    page.get_by_role("main").get_by_role("button", name="Đổi mật khẩu").click()
    expect(page.get_by_text("chỉ gồm những từ ai cũng đoán được")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Mật khẩu hiện tại").fill("bàn ghế sông trăng")
    page.get_by_label("Mật khẩu mới (bắt buộc)").fill("cây đa giếng nước")
    page.get_by_label("Mật khẩu mới, nhập lại").fill("cây đa giếng nước")
    page.get_by_role("main").get_by_role("button", name="Đổi mật khẩu").click()
    expect(page.get_by_role("heading", name="Nơi đang đăng nhập")).to_be_visible()
    assert "accounts.password_changed" in served.acts_of("moi")


def test_a_session_elsewhere_is_ended_from_here(
    served, opened, sign_in, assert_accessible, screenshot
):
    here, there = opened(), opened()
    sign_in(there, "linh")
    sign_in(here, "linh", to="/tai-khoan/phien/")
    expect(here.get_by_role("row")).to_have_count(3)
    assert_accessible(here)
    screenshot(here, "sessions")
    here.get_by_role("button", name="Kết thúc Chrome").click()
    expect(here.get_by_text("Đã kết thúc phiên làm việc ở thiết bị kia.")).to_be_visible()
    expect(here.get_by_role("row")).to_have_count(2)
    there.reload()
    expect(there.get_by_role("heading", name="Đăng nhập")).to_be_visible()
    assert "accounts.session_ended" in served.acts_of("linh")
