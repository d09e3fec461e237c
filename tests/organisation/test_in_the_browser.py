"""The screens as people meet them: judged by axe, at a desk and on a phone, without scripts."""

import pytest
from django.conf import settings as ours
from django.urls import reverse
from django.utils import timezone

from journeys.web.conftest import assert_accessible, browser
from motcua.organisation.actions import load_calendar, load_roles
from motcua.organisation.models import CalendarDay
from organisation.factories import Province
from organisation.test_screens import signed_in
from ui.test_in_the_browser import CHROMIUM, SIZES, site

__all__ = ["assert_accessible", "browser", "site"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's chromium is not there"),
    pytest.mark.skipif(not (ours.ASSETS / "static").is_dir(), reason="fetched by ./motcua"),
]


@pytest.fixture
def province():
    province = Province()
    load_roles(at=timezone.now())
    load_calendar(at=timezone.now())
    for unit, name in ((province.dai_son, "Phạm Quang Minh"), (province.ha_ky, "Trần Văn Bình")):
        province.officer("cong-chuc-mot-cua", unit=unit, full_name=name)
    return province


@pytest.fixture
def look(browser, site, province):
    """Open a page for the administrator of the province."""
    client = signed_in(province.officer(full_name="Nguyễn Thị Ánh", username="anh"))
    contexts = []

    def looking(name, *args, size="desk", query="", javascript=True):
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=javascript
        )
        contexts.append(context)
        cookies = [
            {"name": key, "value": morsel.value, "url": site}
            for key, morsel in client.cookies.items()
        ]
        context.add_cookies(cookies)
        page = context.new_page()
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("console", lambda line: line.type == "error" and page.complaints.append(line.text))
        page.goto(site + reverse(f"organisation:{name}", args=args) + query)
        return page

    yield looking
    for context in contexts:
        context.close()


def screens(province):
    person = province.dai_son.posts.get().account
    return {
        "units": ("units",),
        "unit": ("unit", province.dai_son.pk),
        "found": ("found",),
        "end": ("end", province.dai_son.pk),
        "take_over": ("take_over",),
        "people": ("people",),
        "person": ("person", person.pk),
        "appoint": ("appoint", person.pk),
        "open_account": ("open_account",),
        "roles": ("roles",),
        "role": ("role", person.posts.get().role_id),
        "calendar": ("calendar",),
        "add_day": ("add_day",),
        "withdraw_day": ("withdraw_day", CalendarDay.objects.order_by("-day").first().pk),
    }


@pytest.mark.parametrize("size", SIZES)
def test_every_screen_can_be_used_by_everybody(look, assert_accessible, province, size):
    for name, address in screens(province).items():
        page = look(*address, size=size)
        assert_accessible(page)
        assert page.complaints == [], name
        page.context.close()


def test_the_list_follows_what_is_typed(look):
    page = look("units")
    page.get_by_label("Tên hoặc mã").type("dai son")
    page.get_by_role("link", name="Xã Hà Kỳ").wait_for(state="detached")
    assert page.get_by_role("link", name="Xã Đại Sơn").is_visible()
    assert "tim=dai" in page.url
    assert page.complaints == []


def test_without_scripts_the_tree_and_the_forms_work_the_same(look):
    page = look("units", javascript=False)
    page.get_by_label("Tên hoặc mã").fill("dai son")
    page.get_by_role("button", name="Xem", exact=True).click()
    assert page.get_by_role("link", name="Xã Hà Kỳ").count() == 0
    page.get_by_role("link", name="Xã Đại Sơn").click()
    assert page.get_by_text("Phạm Quang Minh").is_visible()


def test_a_swapped_day_is_looked_at_and_then_recorded(look):
    page = look("add_day")
    page.get_by_label("Ngày (bắt buộc)").fill("04/01/2027")
    page.get_by_label("Loại").select_option("NGHI_BU")
    page.get_by_label("Tên").fill("Hoán đổi với thứ Bảy 09/01/2027")
    page.get_by_label("Căn cứ").fill("Ví dụ")
    page.get_by_role("button", name="Xem thay đổi").click()
    page.get_by_text("từ ngày làm việc thành ngày nghỉ").wait_for()
    page.get_by_role("button", name="Thêm ngày vào lịch").click()
    page.get_by_role("heading", name="Lịch làm việc năm 2027").wait_for()
    assert page.get_by_text("Hoán đổi với thứ Bảy 09/01/2027").count() > 0
    assert page.complaints == []
