"""A code on the telephone beside the password, and codes on paper for when that is gone."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from accounts.people import SIGN_IN, acts, code_of, confirm, install_app, last_entry, sign_in
from motcua.organisation.accounts import actions
from motcua.organisation.accounts.sealing import opened, sealed

CODE = "/tai-khoan/hai-lop/ma/"


@pytest.fixture
def secret(inside, hoa, django_capture_on_commit_callbacks):
    """The secret of the app that the officer set up before leaving."""
    confirm(inside)
    with django_capture_on_commit_callbacks(execute=True):
        made = install_app(inside)
    inside.post("/tai-khoan/dang-xuat/")
    cache.clear()  # as half a minute later
    return made


def enter(client, code):
    return client.post(CODE, {"code": code})


def is_in(client):
    return "_auth_user_id" in client.session


def test_whoever_sets_up_a_factor_shows_once_more_who_they_are(inside):
    answer = inside.get("/tai-khoan/hai-lop/ung-dung/")
    assert answer["Location"].startswith("/tai-khoan/xac-nhan/?next=")
    confirm(inside)
    assert inside.get("/tai-khoan/hai-lop/ung-dung/").status_code == 200


def test_the_picture_to_scan_is_made_here_and_part_of_the_page(inside):
    confirm(inside)
    page = inside.get("/tai-khoan/hai-lop/ung-dung/").content.decode()
    assert 'src="data:image/svg+xml;base64,' in page
    assert "http://" not in page.replace("http://www.w3.org", "")


def test_a_wrong_first_code_sets_up_nothing(inside, hoa):
    confirm(inside)
    inside.get("/tai-khoan/hai-lop/ung-dung/")
    page = inside.post("/tai-khoan/hai-lop/ung-dung/", {"code": "000000"})
    assert "Mã không đúng hoặc đã hết hiệu lực" in page.content.decode()
    assert not Authenticator.objects.exists()


def test_from_then_on_the_password_alone_opens_nothing(client, secret, hoa):
    answer = sign_in(client, "hoa")
    assert answer["Location"] == CODE
    assert not is_in(client)
    assert client.get("/tai-khoan/").status_code == 302
    enter(client, code_of(secret))
    assert is_in(client)
    assert last_entry().facts["means"] == ["password", "totp"]


@pytest.mark.parametrize(("steps_ago", "opens"), [(1, True), (0, True), (-1, True), (3, False)])
def test_a_clock_may_be_half_a_minute_wrong(client, secret, steps_ago, opens):
    sign_in(client, "hoa")
    enter(client, code_of(secret, steps_ago=steps_ago))
    assert is_in(client) is opens


def test_a_code_opens_once_for_as_long_as_it_would_be_taken(client, secret, django_client):
    code = code_of(secret)
    sign_in(client, "hoa")
    enter(client, code)
    # allauth has forgotten the code by now; we have not.
    cache.delete(f"allauth.mfa.totp.used?user={client.session['_auth_user_id']}&code={code}")
    watcher = django_client()
    sign_in(watcher, "hoa")
    page = enter(watcher, f"{code[:3]} {code[3:]}")
    assert "Mã này đã dùng rồi" in page.content.decode()
    assert not is_in(watcher)


def test_a_wrong_code_is_entered_without_the_code(client, secret, hoa):
    sign_in(client, "hoa")
    enter(client, "123123")
    entry = last_entry()
    assert (entry.act, entry.facts["means"]) == ("accounts.sign_in_failed", ["totp"])
    assert "123123" not in str(entry.facts)


def test_codes_cannot_be_guessed_one_after_another(client, secret):
    sign_in(client, "hoa")
    for _ in range(5):
        enter(client, "123123")
    page = enter(client, code_of(secret))
    assert "Đã thử sai quá nhiều lần" in page.content.decode()
    assert not is_in(client)


def test_a_code_on_paper_opens_once(client, secret, hoa, django_client):
    codes = Authenticator.objects.get(user=hoa, type="recovery_codes").wrap().get_unused_codes()
    assert len(codes) == 10
    sign_in(client, "hoa")
    enter(client, codes[0])
    assert is_in(client)
    assert last_entry().facts["means"] == ["password", "recovery_codes"]
    again = django_client()
    sign_in(again, "hoa")
    enter(again, codes[0])
    assert not is_in(again)
    enter(again, codes[1])
    assert is_in(again)


@pytest.fixture
def owner(client, secret):
    """The browser of the officer who signed in with both and has confirmed it again."""
    sign_in(client, "hoa")
    enter(client, code_of(secret))
    confirm(client)
    return client


def test_codes_on_paper_are_shown_and_made_anew(owner, hoa, django_capture_on_commit_callbacks):
    kept = Authenticator.objects.get(user=hoa, type="recovery_codes").wrap().get_unused_codes()
    page = owner.get("/tai-khoan/hai-lop/ma-du-phong/").content.decode()
    assert all(code in page for code in kept)
    file = owner.get("/tai-khoan/hai-lop/ma-du-phong/tai/").content.decode()
    assert file.split() == kept
    with django_capture_on_commit_callbacks(execute=True):
        owner.post("/tai-khoan/hai-lop/ma-du-phong/tao/")
    made = Authenticator.objects.get(user=hoa, type="recovery_codes").wrap().get_unused_codes()
    assert not {*kept} & {*made}
    assert last_entry().act == "accounts.factor_renewed"


def test_taking_the_app_off_takes_the_codes_on_paper_with_it(owner, hoa):
    owner.post("/tai-khoan/hai-lop/ung-dung/go/")
    assert not Authenticator.objects.filter(user=hoa).exists()
    removed = [act for act in acts(hoa) if act == "accounts.factor_removed"]
    assert len(removed) == 2


def test_setting_up_is_entered_with_what_was_set_up(secret, hoa):
    assert acts(hoa)[-3:] == [
        "accounts.factor_added",
        "accounts.factor_added",
        "accounts.signed_out",
    ]


def test_secrets_lie_sealed_in_the_database(secret, hoa):
    kept = Authenticator.objects.get(user=hoa, type="totp").data["secret"]
    assert secret not in kept
    assert opened(kept) == secret


def test_a_seal_opens_with_the_key_that_was_before(settings):
    kept = sealed("bí mật")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = settings.SECRET_KEY[::-1]
    assert opened(kept) == "bí mật"
    assert opened(sealed("khác")) == "khác"


def test_the_administrator_takes_the_factors_from_who_lost_the_telephone(
    client, secret, hoa, administrator
):
    sign_in(client, "hoa")
    enter(client, code_of(secret))
    taken = actions.take_second_factors(account_id=hoa.pk, officer=administrator, at=timezone.now())
    assert taken == 2
    assert not UserSession.objects.filter(user=hoa).exists()
    entry = last_entry()
    assert (entry.act, entry.by_id) == ("accounts.factors_taken", administrator.pk)
    assert entry.facts == {"factors": ["recovery_codes", "totp"]}
    assert client.get("/tai-khoan/").status_code == 302
    assert sign_in(client, "hoa")["Location"] == "/"


def test_the_page_of_the_second_factor_is_nobodys_without_the_password(client, hoa):
    assert client.get(CODE)["Location"] == SIGN_IN


@pytest.mark.parametrize(
    ("host", "offered"),
    [("127.0.0.1:8000", False), ("[::1]:8000", False), ("localhost:8000", True)],
)
def test_passkeys_are_offered_where_browsers_allow_them(client, hoa, settings, host, offered):
    settings.ALLOWED_HOSTS = ["*"]
    page = client.get(SIGN_IN, headers={"Host": host}).content.decode()
    assert ("Đăng nhập bằng khoá truy cập" in page) is offered


def test_an_address_of_digits_says_why_it_holds_no_passkey(inside, settings):
    settings.ALLOWED_HOSTS = ["*"]
    page = inside.get("/tai-khoan/hai-lop/", headers={"Host": "127.0.0.1"}).content.decode()
    assert "không phải bằng dãy số" in page
    assert reverse("mfa_add_webauthn") not in page


def test_a_passkey_that_does_not_open_is_entered(client, db):
    answer = client.post("/tai-khoan/khoa/dang-nhap/", {"credential": "{}"})
    assert answer["Location"] == SIGN_IN
    entry = last_entry()
    assert (entry.act, entry.about) == ("accounts.sign_in_failed", "accounts.name:unknown")
    assert entry.facts["means"] == ["webauthn"]
