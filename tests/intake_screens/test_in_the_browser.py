"""The counter and the dossier as people meet them: by keys, on a telephone, without scripts."""

import re
import time

import pytest
from playwright.sync_api import expect

from intake_screens.typing import CARD
from journeys.web.conftest import TELEPHONE
from journeys.web.serving import environment_of, free_port, prepared, serving

pytestmark = pytest.mark.browser
COUNTER = "/ho-so/quay/"
A5 = (419.5, 595.3)
"""In points: 148 by 210 mm."""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """An office with dossiers at every point of their life."""
    home = tmp_path_factory.mktemp("served") / "home"
    home.mkdir()
    prepared(environment_of(home), "from intake_screens.furnishing import furnish; furnish()")
    with serving(home, port=free_port()) as installation:
        yield installation


def at_the_counter(page, sign_in):
    sign_in(page, "hoa", to=COUNTER)
    expect(page.locator("#who")).to_be_focused()


def name_of(page):
    """Return the field of the applicant's name; that of an owner is hidden behind it."""
    return page.get_by_label("Họ và tên, tên tổ chức").first


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim()")


def codes(served):
    return served.rows("SELECT id, code FROM intake_dossier ORDER BY id DESC")


def state_of(served, pk):
    return served.rows("SELECT state FROM intake_dossier WHERE id = ?", pk)[0][0]


def test_a_card_and_five_keys_receive_a_dossier(
    served, page, sign_in, assert_accessible, screenshot
):
    at_the_counter(page, sign_in)
    assert_accessible(page)
    begun = time.monotonic()
    page.keyboard.type(CARD)
    page.keyboard.press("Enter")
    procedure = page.get_by_label("Thủ tục (bắt buộc)")
    expect(procedure).to_be_focused()
    expect(name_of(page)).to_have_value("Trần Thị Bình")
    assert_accessible(page)
    page.keyboard.type("khai sinh")
    expect(page.locator(".procedure")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Đã nộp đủ")).to_be_focused()
    assert_accessible(page)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Tiếp nhận và in giấy hẹn")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
    )
    assert time.monotonic() - begun < 60
    expect(page.locator("#who")).to_be_focused()
    assert_accessible(page)
    screenshot(page, "receipt")
    assert codes(served)[0][1] in page.locator("article").first.inner_text()


def test_the_receipt_is_printed_on_two_sheets_of_a5(served, page, sign_in):
    sign_in(page, "hoa", to="/ho-so/giay-tiep-nhan/1/")
    expect(page.locator("article").first).to_be_visible()
    printed = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", printed)
    sizes = {tuple(float(side) for side in box) for box in boxes}
    assert all(side == pytest.approx(A5[0], abs=1) for side, _ in sizes)
    assert all(side == pytest.approx(A5[1], abs=1) for _, side in sizes)
    assert re.search(rb"/Count 2\b", printed)


def test_the_list_of_procedures_is_gone_through_by_arrows(served, page, sign_in):
    at_the_counter(page, sign_in)
    page.get_by_label("Thủ tục (bắt buộc)").fill("dang ky")
    expect(page.locator(".procedure")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert "Đăng ký khai sinh" in focused(page)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label("Thủ tục (bắt buộc)")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".chosen-procedure")).to_contain_text("1.000894 Đăng ký kết hôn")
    page.locator(".why summary").click()
    expect(page.locator(".why")).to_contain_text("Ngày")


def test_who_comes_again_is_taken_over_by_one_key(served, page, sign_in, assert_accessible):
    at_the_counter(page, sign_in)
    served.run(
        "from motcua.intake.actions.people import write_down\n"
        "from motcua.intake.rules.requests import Particulars\n"
        "write_down(Particulars(full_name='Lê Văn Quen', identity_number='030090000777',"
        " phone='0933000333', address='Thôn Tây'))"
    )
    page.keyboard.type("030090000777")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Dùng")).to_be_focused()
    expect(page.get_by_label("Điện thoại").first).to_have_value("")
    assert_accessible(page)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Điện thoại").first).to_have_value("0933000333")
    expect(page.get_by_label("Thủ tục (bắt buộc)")).to_be_focused()


@pytest.mark.slow  # sensitive to how busy the machine is
def test_what_is_typed_while_an_answer_is_on_its_way_is_not_lost(served, page, sign_in):
    at_the_counter(page, sign_in)
    page.route("**/ho-so/quay/", lambda route: (time.sleep(0.5), route.continue_()))
    page.keyboard.type("030090000888")
    page.keyboard.press("Enter")
    page.get_by_label("Điện thoại").first.click()
    page.keyboard.type("0944000444")
    page.get_by_label("Người nộp hộ").check()
    page.get_by_label("Nơi trả kết quả").click()
    page.keyboard.type("Bưu cục")
    expect(page.get_by_label("Số định danh, MST").first).to_have_value("030090000888")
    expect(page.get_by_label("Điện thoại").first).to_have_value("0944000444")
    expect(page.get_by_label("Người nộp hộ")).to_be_checked()
    expect(page.get_by_label("Nơi trả kết quả")).to_have_value("Bưu cục")
    expect(page.get_by_label("Nơi trả kết quả")).to_be_focused()


def chosen(page, words):
    """Choose a procedure by its words, once the counter has its answer about the person."""
    page.wait_for_load_state("networkidle")
    page.get_by_label("Thủ tục (bắt buộc)").fill(words)
    expect(page.locator(".procedure")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Đã nộp đủ")).to_be_focused()


def test_what_is_missing_is_said_and_becomes_the_slip(
    served, page, sign_in, assert_accessible, screenshot
):
    at_the_counter(page, sign_in)
    page.keyboard.type("phạm thị thiếu")
    page.keyboard.press("Enter")
    expect(name_of(page)).to_have_value("Phạm Thị Thiếu")
    chosen(page, "kết hôn")
    page.get_by_role("button", name="Tiếp nhận và in giấy hẹn").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("Tờ khai đăng ký kết hôn")
    expect(name_of(page)).to_have_value("Phạm Thị Thiếu")
    assert_accessible(page)
    page.get_by_role("button", name="Yêu cầu bổ sung").click()
    content = page.get_by_label("Nội dung cần bổ sung, hoàn thiện")
    expect(content).to_be_focused()
    expect(content).to_have_value("- Tờ khai đăng ký kết hôn: 1 bản chính")
    assert_accessible(page)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"
    )
    assert_accessible(page)
    screenshot(page, "supplement-slip")


def test_a_refusal_at_the_counter(served, page, sign_in, assert_accessible, screenshot):
    at_the_counter(page, sign_in)
    page.keyboard.type("lê văn từ")
    page.keyboard.press("Enter")
    expect(name_of(page)).to_have_value("Lê Văn Từ")
    chosen(page, "kết hôn")
    page.get_by_role("button", name="Từ chối tiếp nhận").click()
    expect(page.get_by_label("Lý do từ chối tiếp nhận")).to_be_focused()
    page.keyboard.type("Hai bên chưa đủ tuổi kết hôn.")
    assert_accessible(page)
    page.get_by_role("button", name="Lập và in phiếu từ chối").click()
    expect(page.locator("article")).to_contain_text("Hai bên chưa đủ tuổi kết hôn.")
    assert_accessible(page)
    screenshot(page, "refusal-slip")


def test_pressed_twice_it_is_received_once(served, page, sign_in):
    at_the_counter(page, sign_in)
    page.keyboard.type("vũ thị vội")
    page.keyboard.press("Enter")
    expect(name_of(page)).to_have_value("Vũ Thị Vội")
    chosen(page, "kết hôn")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Tiếp nhận và in giấy hẹn")).to_be_focused()
    before = len(codes(served))
    page.get_by_role("button", name="Tiếp nhận và in giấy hẹn").dblclick()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Giấy tiếp nhận")
    assert len(codes(served)) == before + 1


def did(page, deed):
    """Press the button of an act on the page of a dossier."""
    page.locator(f"#viec-{deed}").get_by_role("button").click()


def unfold(page, deed):
    page.locator(f"#viec-{deed} summary").click()


def test_a_dossier_is_received_and_passed_on(served, page, sign_in, assert_accessible):
    at_the_counter(page, sign_in)
    page.keyboard.type("đỗ thị đi")
    page.keyboard.press("Enter")
    expect(name_of(page)).to_have_value("Đỗ Thị Đi")
    chosen(page, "kết hôn")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Tiếp nhận và in giấy hẹn")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Mở hồ sơ").click()
    unfold(page, "chuyen")
    page.get_by_label("Chuyển đến").select_option("Xã Đại Sơn")
    assert_accessible(page)
    did(page, "chuyen")
    expect(page.locator("#messages")).to_contain_text("Đã ghi: chuyển hồ sơ.")


def test_a_supplement_is_asked_for_and_brought(served, page, sign_in, assert_accessible):
    sign_in(page, "dung", to="/ho-so/8/")
    page.get_by_role("button", name="Nhận bàn giao").click()
    expect(page.locator("#messages")).to_contain_text("nhận bàn giao")
    unfold(page, "yeu-cau-bo-sung")
    assert_accessible(page)
    page.get_by_label("Giấy chứng sinh").first.check()
    page.locator("#viec-yeu-cau-bo-sung textarea").fill("Giấy chứng sinh chưa có dấu")
    did(page, "yeu-cau-bo-sung")
    expect(page.locator("article")).to_contain_text("Giấy chứng sinh chưa có dấu")
    page.get_by_role("link", name="Mở hồ sơ").click()
    expect(page.locator(".lead-line")).to_contain_text("Chờ công dân bổ sung")
    unfold(page, "nhan-bo-sung")
    assert_accessible(page)
    page.get_by_label("1. Giấy chứng sinh (đã yêu cầu)").check()
    did(page, "nhan-bo-sung")
    expect(page.locator(".lead-line")).to_contain_text("Đang xử lý")


def test_a_result_is_recorded_and_returned(served, opened, sign_in, assert_accessible, screenshot):
    leader, desk = opened(), opened()
    sign_in(leader, "cuong", to="/ho-so/7/")
    unfold(leader, "co-ket-qua")
    leader.locator("#id_co-ket-qua-name").fill("Giấy khai sinh")
    leader.locator("#id_co-ket-qua-number_symbol").fill("31/2026")
    did(leader, "co-ket-qua")
    expect(leader.locator(".lead-line")).to_contain_text("Đã xử lý xong")
    assert_accessible(leader)
    sign_in(desk, "hoa", to="/ho-so/7/")
    unfold(desk, "tra-ket-qua")
    did(desk, "tra-ket-qua")
    expect(desk.locator(".lead-line")).to_contain_text("Đã trả kết quả")
    assert state_of(served, 7) == 10
    desk.locator(".why summary").click()
    assert_accessible(desk)
    screenshot(desk, "dossier-returned")


def test_an_act_that_is_refused_keeps_its_words(served, page, sign_in, assert_accessible):
    sign_in(page, "cuong", to="/ho-so/1/")
    page.locator("#viec-xin-loi-hen-lai summary").click()
    page.get_by_label("Lý do chậm").fill("Chờ xác minh của công an xã")
    page.get_by_label("Ngày hẹn mới").fill("01/01/2020")
    page.locator("#viec-xin-loi-hen-lai").get_by_role("button").click()
    expect(page.locator("#viec-xin-loi-hen-lai [role=alert]")).to_be_visible()
    expect(page.get_by_label("Lý do chậm")).to_have_value("Chờ xác minh của công an xã")
    assert_accessible(page)


def test_the_day_the_list_and_the_search_by_keys(
    served, page, sign_in, assert_accessible, screenshot
):
    sign_in(page, "dung", to="/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Việc của tôi")
    assert_accessible(page)
    screenshot(page, "home")
    page.get_by_role("link", name="Xem tất cả").first.click()
    assert_accessible(page)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/ho-so/\d+/$"))
    page.keyboard.press("/")
    page.keyboard.type("vu thi lan")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/ho-so/tim/\w+/$"))
    expect(page.locator("[data-row]")).to_have_count(1)
    assert_accessible(page)
    page.goto(served.url("/ho-so/?due=late"))
    assert_accessible(page)


def test_on_a_telephone(served, phone, sign_in, assert_accessible, screenshot):
    sign_in(phone, "hoa", to=COUNTER)
    assert_accessible(phone)
    phone.locator("#who").fill(CARD)
    phone.get_by_role("button", name="Nhận", exact=True).click()
    expect(name_of(phone)).to_have_value("Trần Thị Bình")
    phone.get_by_label("Thủ tục (bắt buộc)").fill("khai sinh")
    phone.locator(".procedure").first.click()
    expect(phone.get_by_text("1. Giấy chứng sinh")).to_be_visible()
    assert_accessible(phone)
    screenshot(phone, "phone-counter")
    places = ("/", "/ho-so/", "/ho-so/2/", "/ho-so/3/", "/ho-so/giay-tiep-nhan/1/", "/ho-so/tim/")
    for place in (*places, "/ho-so/viec/cho-tra/", "/ho-so/8/phieu-kiem-soat/"):
        phone.goto(served.url(place))
        assert_accessible(phone)
    assert phone.viewport_size == TELEPHONE


def test_without_scripts_the_buttons_do_the_same(served, opened, sign_in):
    page = opened(java_script_enabled=False)
    sign_in(page, "hoa", to=COUNTER)
    page.locator("#who").fill(CARD)
    page.locator("#who").press("Enter")
    page.get_by_label("Thủ tục (bắt buộc)").fill("khai sinh")
    page.get_by_role("button", name="Tìm", exact=True).click()
    page.get_by_role("button", name="Đã nộp đủ").click()
    page.get_by_role("button", name="Tiếp nhận và in giấy hẹn").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
    )


def test_beside_the_provincial_system(served, page, sign_in, assert_accessible, screenshot):
    sign_in(page, "ben", to=COUNTER)
    expect(page.get_by_text("Tiếp nhận trên Hệ thống một cửa tỉnh.")).to_be_visible()
    assert_accessible(page)
    screenshot(page, "counter-beside")
