"""The page that says who one is here and how one signs in."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from accounts.factories import PostFactory, UnitFactory
from accounts.people import confirm, install_app
from motcua.organisation.accounts import errors, wording
from motcua.ui.wording import act_in_words

pytestmark = pytest.mark.django_db


def page_of(client):
    return client.get("/tai-khoan/").content.decode()


def test_it_shows_name_unit_and_the_posts_of_today(inside, hoa):
    PostFactory(account=hoa, title="Công chức Tư pháp – Hộ tịch", unit=hoa.unit)
    PostFactory(
        account=hoa,
        title="Chuyên viên cũ",
        unit=UnitFactory(name="Xã Cũ"),
        valid_to=localdate() - timedelta(days=1),
    )
    page = page_of(inside)
    assert "Lê Thị Hoà" in page
    assert hoa.unit.name in page
    assert "Công chức Tư pháp – Hộ tịch" in page
    assert "từ 01/01/2020" in page
    assert "Chuyên viên cũ" not in page


def test_a_post_that_ends_says_when_and_a_wide_one_how_far(inside, hoa):
    PostFactory(account=hoa, scope="below", valid_to=date(2099, 7, 1))
    page = page_of(inside)
    assert "và các đơn vị trực thuộc" in page
    assert "đến trước 01/07/2099" in page


def test_without_a_post_it_says_who_gives_one(inside):
    assert "Chưa được giao vai trò nào" in page_of(inside)


def test_it_says_by_which_means_one_signs_in(inside):
    assert page_of(inside).count("Chưa dùng") == 1
    confirm(inside)
    install_app(inside)
    page = page_of(inside)
    assert "Đang dùng" in page
    assert "Đang đăng nhập ở 1 nơi" in page


def test_it_is_for_whoever_signed_in(client, hoa):
    assert client.get("/tai-khoan/").status_code == 302


@pytest.mark.parametrize("act", sorted(wording.ACTS))
def test_the_journal_says_every_act_in_words(act):
    assert act_in_words(act) != act


def test_every_refusal_of_ones_own_is_worded():
    own = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    codes = {kind.code for kind in own if kind.__module__ == errors.__name__}
    assert codes == {*wording.REFUSALS}
