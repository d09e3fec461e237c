"""A name and a password open the account that the office opened, and nothing else does."""

import pytest
from django.urls import NoReverseMatch, reverse

from accounts.factories import PHRASE, AccountFactory
from accounts.people import SIGN_IN, acts, last_entry, sign_in
from motcua.organisation.models import Account

pytestmark = pytest.mark.django_db
WINDOWS = "Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36"


def signed_in(client):
    return "_auth_user_id" in client.session


def test_name_and_password_open_the_account_and_lead_to_the_work(client, hoa):
    answer = sign_in(client, "hoa")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert signed_in(client)


def test_one_comes_back_to_the_page_one_wanted(client, hoa):
    page = client.get("/tai-khoan/")
    assert page["Location"] == "/tai-khoan/dang-nhap/?next=/tai-khoan/"
    form = client.get(page["Location"]).content.decode()
    assert '<input type="hidden" name="next" value="/tai-khoan/">' in form
    answer = client.post(SIGN_IN, {"login": "hoa", "password": PHRASE, "next": "/tai-khoan/"})
    assert answer["Location"] == "/tai-khoan/"


@pytest.mark.parametrize("elsewhere", ["https://xau.example/", "//xau.example", "javascript:1"])
def test_nobody_is_led_to_another_site(client, hoa, elsewhere):
    answer = client.post(SIGN_IN, {"login": "hoa", "password": PHRASE, "next": elsewhere})
    assert answer["Location"] == "/"


@pytest.mark.parametrize("name", ["Hoa", " hoa ", "HOA"])
def test_a_name_is_known_in_any_case(client, hoa, name):
    sign_in(client, name)
    assert signed_in(client)


@pytest.mark.parametrize("name", ["hoa", "khong-co-ai"])
def test_a_wrong_password_and_a_wrong_name_are_answered_alike(client, hoa, name):
    answer = sign_in(client, name, "không phải thế")
    assert answer.status_code == 200
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in answer.content.decode()
    assert not signed_in(client)


def test_an_account_that_is_not_used_any_more_opens_for_nobody(client, hoa):
    hoa.is_active = False
    hoa.save()
    answer = sign_in(client, "hoa")
    assert answer["Location"] == "/tai-khoan/ngung-hoat-dong/"
    page = client.get(answer["Location"]).content.decode()
    assert "người quản trị hệ thống của đơn vị" in page
    assert not signed_in(client)


def test_who_is_put_out_of_use_is_out_at_the_next_click(inside, hoa):
    assert inside.get("/tai-khoan/").status_code == 200
    hoa.is_active = False
    hoa.save()
    assert inside.get("/tai-khoan/").status_code == 302


@pytest.mark.parametrize(
    "name",
    [
        *("account_signup", "account_email", "account_reset_password", "socialaccount_signup"),
        *("account_confirm_email", "account_signup_by_passkey", "account_request_login_code"),
    ],
)
def test_there_is_no_way_to_open_an_account_by_oneself_or_by_mail(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_signing_in_and_out_are_in_the_journal(client, hoa):
    sign_in(client, "hoa", headers={"User-Agent": WINDOWS})
    entry = last_entry()
    assert (entry.act, entry.by_id, entry.book) == (
        "accounts.signed_in",
        hoa.pk,
        f"unit:{hoa.unit_id}",
    )
    assert entry.facts == {
        "means": ["password"],
        "address": "127.0.0.1",
        "browser": "Chrome, Windows",
    }
    answer = client.post("/tai-khoan/dang-xuat/")
    assert answer["Location"] == SIGN_IN
    assert acts(hoa) == ["accounts.signed_in", "accounts.signed_out"]
    assert not signed_in(client)


def test_signing_out_needs_a_button_so_that_no_link_does_it(inside):
    page = inside.get("/tai-khoan/dang-xuat/")
    assert page.status_code == 200
    assert signed_in(inside)


def test_a_failure_is_the_systems_entry_about_the_account_and_never_holds_the_password(client, hoa):
    sign_in(client, "hoa", "mật khẩu nhầm lẫn")
    entry = last_entry()
    assert (entry.act, entry.by_id, entry.book, entry.about) == (
        "accounts.sign_in_failed",
        None,
        "system",
        f"organisation.account:{hoa.pk}",
    )
    assert entry.facts["username"] == "hoa"
    assert "nhầm lẫn" not in str(entry.facts)


def test_what_is_nobodys_name_is_not_kept_for_it_may_be_a_password(client, hoa):
    sign_in(client, PHRASE, "hoa")
    entry = last_entry()
    assert entry.act == "accounts.sign_in_failed"
    assert entry.about == "accounts.name:unknown"
    assert PHRASE not in str(entry.facts)


def test_a_session_gets_a_new_key_when_somebody_signs_in(client, hoa):
    client.get(SIGN_IN)
    client.post(SIGN_IN, {"login": "hoa", "password": "x"})
    session = client.session
    session["left"] = "behind"
    session.save()
    client.cookies["motcua"] = session.session_key
    sign_in(client, "hoa")
    assert client.session.session_key != session.session_key


def test_the_cookie_dies_with_the_browser_and_is_no_scripts_business(client, hoa):
    answer = sign_in(client, "hoa")
    cookie = answer.cookies["motcua"]
    assert (cookie["max-age"], cookie["httponly"], cookie["samesite"]) == ("", True, "Lax")


def test_many_names_tried_from_one_address_are_stopped(client, hoa, settings):
    settings.ACCOUNT_RATE_LIMITS = {"password_failed_from_address": "3/h/ip"}
    for number in range(3):
        sign_in(client, f"ai-do-{number}", "thử một lần nữa")
    answer = sign_in(client, "hoa")
    assert "Đã thử sai quá nhiều lần từ máy này" in answer.content.decode()
    assert not signed_in(client)


def test_a_flood_of_tries_is_answered_with_patience(client, hoa, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    for _ in range(2):
        sign_in(client, "ai-do", "thử một lần nữa")
    answer = sign_in(client, "hoa")
    assert answer.status_code == 429
    assert "Gửi quá nhanh" in answer.content.decode()


def test_those_who_know_their_password_never_use_up_the_tries_of_their_office(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"password_failed_from_address": "3/h/ip"}
    for person in AccountFactory.create_batch(5):
        sign_in(client, person.username)
        assert signed_in(client)
        client.post("/tai-khoan/dang-xuat/")


def test_the_password_is_kept_as_a_hash(hoa):
    assert PHRASE not in Account.objects.get(pk=hoa.pk).password
