"""An outside identity opens the account that its person connected it to, and no other."""

from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount

from accounts.factories import AccountFactory
from accounts.people import acts, confirm, install_app, last_entry, sign_in
from accounts.provider import CLIENT, ID, ISSUER, Provider
from motcua.config.env import SettingRefused
from motcua.config.settings.accounts import identity_provider
from motcua.organisation.accounts.adapter import SocialAdapter
from motcua.organisation.models import Account

pytestmark = pytest.mark.django_db
GO = f"/tai-khoan/danh-tinh/{ID}/"


@pytest.fixture
def secret_file(tmp_path):
    file = tmp_path / "oidc.secret"
    file.write_text("bí mật của đơn vị\n")
    return file


@pytest.fixture
def provider(settings, monkeypatch, secret_file):
    made = identity_provider(
        name="Định danh thử", issuer=ISSUER, client=CLIENT, secret_file=secret_file
    )
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [made]}}
    settings.IDENTITY_PROVIDER_NAME = "Định danh thử"
    provider = Provider()
    monkeypatch.setattr(SocialAdapter, "get_requests_session", lambda adapter: provider)
    return provider


def go_and_come_back(client, *, process="login", **more):
    """Go to the provider and come back with its code."""
    there = client.post(f"{GO}?process={process}")
    asked = parse_qs(urlsplit(there["Location"]).query)
    return client.get(f"{GO}ve/", {"code": "mã", "state": asked["state"][0], **more})


def connect(client):
    confirm(client)
    return go_and_come_back(client, process="connect")


def is_in(client):
    return "_auth_user_id" in client.session


def test_the_provider_is_asked_for_nothing_but_who_it_is(client, provider):
    there = urlsplit(client.post(f"{GO}?process=login")["Location"])
    asked = parse_qs(there.query)
    assert f"{there.scheme}://{there.netloc}{there.path}" == f"{ISSUER}/authorize"
    assert asked["scope"] == ["openid"]
    assert asked["redirect_uri"] == [f"http://testserver{GO}ve/"]
    assert asked["code_challenge_method"] == ["S256"]


def test_a_connected_identity_opens_its_account(inside, provider, hoa):
    answer = connect(inside)
    assert answer["Location"] == "/tai-khoan/danh-tinh/"
    inside.post("/tai-khoan/dang-xuat/")
    assert go_and_come_back(inside)["Location"] == "/"
    assert is_in(inside)
    assert last_entry().facts["means"] == [ID]
    assert acts(hoa) == [
        "accounts.signed_in",
        "accounts.identity_connected",
        "accounts.signed_out",
        "accounts.signed_in",
    ]


def test_connecting_wants_a_session_and_the_password_once_more(client, inside, provider):
    answer = go_and_come_back(inside, process="connect")
    assert answer["Location"].startswith("/tai-khoan/xac-nhan/")
    assert not SocialAccount.objects.exists()
    confirm(inside)
    assert SocialAccount.objects.get().uid == "can-bo-1"


def test_a_stranger_cannot_connect_anything(client, provider):
    answer = go_and_come_back(client, process="connect")
    assert answer["Location"] == "/tai-khoan/danh-tinh/"
    assert not SocialAccount.objects.exists()


def test_an_identity_that_belongs_to_nobody_opens_and_makes_no_account(client, provider, hoa):
    answer = go_and_come_back(client)
    assert answer.status_code == 403
    assert "danh tính này chưa gắn với tài khoản nào" in answer.content.decode()
    assert not is_in(client)
    assert Account.objects.count() == 1
    entry = last_entry()
    assert (entry.act, entry.facts["because"]) == ("accounts.sign_in_failed", "unknown_identity")
    assert "can-bo-1" not in str(entry.facts)


def test_an_address_of_mail_that_is_the_same_is_no_proof(client, provider, hoa):
    hoa.email = "hoa@example.vn"
    hoa.save()
    provider.claims = {"email": "hoa@example.vn", "email_verified": True}
    assert go_and_come_back(client).status_code == 403
    assert not is_in(client)


def test_an_identity_is_one_persons(inside, provider, django_client):
    connect(inside)
    AccountFactory(username="minh")
    other = django_client()
    sign_in(other, "minh")
    page = other.get(connect(other)["Location"]).content.decode()
    assert "đã gắn với một tài khoản khác" in page
    assert SocialAccount.objects.get().user.username == "hoa"


def test_the_second_factor_is_asked_for_all_the_same(inside, provider):
    connect(inside)
    install_app(inside)
    inside.post("/tai-khoan/dang-xuat/")
    assert go_and_come_back(inside)["Location"] == "/tai-khoan/hai-lop/ma/"
    assert not is_in(inside)


def test_an_account_out_of_use_is_not_opened(inside, provider, hoa):
    connect(inside)
    inside.post("/tai-khoan/dang-xuat/")
    hoa.is_active = False
    hoa.save()
    assert go_and_come_back(inside)["Location"] == "/tai-khoan/ngung-hoat-dong/"
    assert not is_in(inside)


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://noi-khac.example"},
        {"aud": "don-vi-khac"},
        {"exp": 1},
    ],
)
def test_what_another_provider_said_or_said_to_others_opens_nothing(inside, provider, claims):
    connect(inside)
    inside.post("/tai-khoan/dang-xuat/")
    provider.claims = claims
    answer = go_and_come_back(inside)
    assert answer.status_code == 401
    assert "Chưa xác thực được danh tính" in answer.content.decode()
    assert not is_in(inside)
    assert last_entry().act == "accounts.sign_in_failed"


def test_an_answer_that_nobody_asked_for_opens_nothing(client, provider):
    assert client.get(f"{GO}ve/", {"code": "mã", "state": "bịa"}).status_code == 401
    assert provider.asked == []


def test_the_same_person_of_another_provider_is_another(inside, provider, settings, secret_file):
    """Whoever moves to another provider starts without any identity connected."""
    connect(inside)
    inside.post("/tai-khoan/dang-xuat/")
    moved = identity_provider(
        name="Nơi mới", issuer="https://noi-moi.example", client=CLIENT, secret_file=secret_file
    )
    assert moved["provider_id"] == "noi-moi-example"
    assert SocialAccount.objects.get().provider == ID


def test_whoever_changes_their_mind_is_told_that_nothing_changed(client, provider):
    there = client.post(f"{GO}?process=login")
    state = parse_qs(urlsplit(there["Location"]).query)["state"][0]
    answer = client.get(f"{GO}ve/", {"error": "access_denied", "state": state})
    assert answer["Location"] == "/tai-khoan/danh-tinh/bo-qua/"
    assert "Chưa có gì thay đổi" in client.get(answer["Location"]).content.decode()


def test_a_provider_that_does_not_answer_is_no_fault_of_ours(client, provider):
    provider.silent = True
    answer = client.post(f"{GO}?process=login")
    assert answer.status_code == 503


def test_a_provider_that_falls_silent_in_between_neither(client, provider):
    there = client.post(f"{GO}?process=login")
    state = parse_qs(urlsplit(there["Location"]).query)["state"][0]
    provider.silent = True
    assert client.get(f"{GO}ve/", {"code": "mã", "state": state}).status_code == 503


def test_a_link_leads_nobody_to_the_provider(client, provider):
    page = client.get(f"{GO}?process=login")
    assert page.status_code == 200
    assert "Trang tiếp theo là của Định danh thử" in page.content.decode()


def test_taking_it_off_closes_that_way(inside, provider, hoa):
    connect(inside)
    identity = SocialAccount.objects.get()
    page = inside.get("/tai-khoan/danh-tinh/").content.decode()
    assert "Định danh thử" in page
    inside.post("/tai-khoan/danh-tinh/", {"account": identity.pk})
    assert last_entry().act == "accounts.identity_removed"
    inside.post("/tai-khoan/dang-xuat/")
    assert go_and_come_back(inside).status_code == 403


def test_the_sign_in_page_offers_it_by_its_name(client, provider):
    page = client.get("/tai-khoan/dang-nhap/?next=/tai-khoan/").content.decode()
    assert "Đăng nhập bằng Định danh thử" in page
    assert f'action="{GO}?process=login&amp;next=/tai-khoan/"' in page


def test_without_a_provider_nothing_is_offered(client):
    page = client.get("/tai-khoan/dang-nhap/").content.decode()
    assert "danh-tinh" not in page
    assert client.post("/tai-khoan/danh-tinh/ai-do/").status_code == 404


def test_four_variables_or_none(secret_file):
    assert identity_provider(name="", issuer="", client="", secret_file=None) == {}
    with pytest.raises(SettingRefused) as refused:
        identity_provider(name="VNeID", issuer=ISSUER, client="", secret_file=secret_file)
    assert refused.value.name == "MOTCUA_OIDC_CLIENT"


def test_the_secret_is_the_files_content_without_its_end(secret_file):
    made = identity_provider(name="VNeID", issuer=ISSUER, client=CLIENT, secret_file=secret_file)
    assert made["secret"] == secret_file.read_text().strip()
    with pytest.raises(SettingRefused):
        identity_provider(
            name="VNeID", issuer=ISSUER, client=CLIENT, secret_file=secret_file / "none"
        )
