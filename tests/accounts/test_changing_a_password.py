"""A password is the person's own: what others gave out is changed before anything is done."""

import pytest
from allauth.usersessions.models import UserSession
from django.utils import timezone

from accounts.factories import PHRASE, AccountFactory, PostFactory, UnitFactory
from accounts.people import acts, last_entry, sign_in
from motcua.kernel.errors import NotFound
from motcua.organisation.accounts import actions
from motcua.organisation.accounts.rules.passwords import is_near_at_hand

pytestmark = pytest.mark.django_db
CHANGE = "/tai-khoan/mat-khau/"
OTHER = "cây đa giếng nước"


def change(client, new=OTHER, again=None, old=PHRASE):
    return client.post(CHANGE, {"oldpassword": old, "password1": new, "password2": again or new})


def test_the_new_password_opens_and_the_old_one_no_more(inside, hoa):
    assert change(inside)["Location"] == "/tai-khoan/"
    assert inside.get("/tai-khoan/").status_code == 200
    hoa.refresh_from_db()
    assert hoa.check_password(OTHER)
    entry = last_entry()
    assert (entry.act, entry.by_id) == ("accounts.password_changed", hoa.pk)
    assert OTHER not in str(entry.facts)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"old": "nhầm mất rồi"}, "Mật khẩu hiện tại chưa đúng."),
        ({"again": "cây đa giếng làng"}, "Hai lần nhập mật khẩu mới không giống nhau."),
        ({"new": "ngắn"}, "Mật khẩu quá ngắn, cần ít nhất 12 ký tự."),
        ({"new": "matkhau-2026-2026"}, "Mật khẩu chỉ gồm những từ ai cũng đoán được."),
        ({"new": "le thi hoa 2026"}, "Mật khẩu quá giống họ tên"),
        ({"new": PHRASE}, "Mật khẩu mới phải khác mật khẩu hiện tại."),
        ({"new": "đường dài " * 21}, "200"),
        ({"new": ""}, "Chưa nhập ô này."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_changes(inside, hoa, form, words):
    page = change(inside, **form)
    assert page.status_code == 200
    assert words in page.content.decode()
    hoa.refresh_from_db()
    assert hoa.check_password(PHRASE)
    assert "accounts.password_changed" not in acts()


def test_other_sessions_are_over_when_the_password_changes(inside, hoa, django_client):
    elsewhere = django_client()
    sign_in(elsewhere, "hoa")
    change(inside)
    assert elsewhere.get("/tai-khoan/").status_code == 302
    assert inside.get("/tai-khoan/").status_code == 200


def test_no_entry_without_the_change_and_no_change_without_the_entry(inside, hoa, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(actions, "record", broken)
    with pytest.raises(RuntimeError):
        change(inside)
    hoa.refresh_from_db()
    assert hoa.check_password(PHRASE)


def issued(hoa, administrator):
    return actions.issue_password(account_id=hoa.pk, officer=administrator, at=timezone.now())


def test_a_password_that_was_given_out_opens_the_change_page_and_nothing_else(
    client, hoa, administrator
):
    password = issued(hoa, administrator)
    sign_in(client, "hoa", password)
    for page in ("/", "/tai-khoan/", "/tai-khoan/hai-lop/", "/tai-khoan/phien/"):
        answer = client.get(page)
        assert answer["Location"].startswith(f"{CHANGE}?next="), page
    assert client.get(CHANGE).status_code == 200
    assert client.get("/tai-khoan/dang-xuat/").status_code == 200


def test_after_the_change_everything_is_open_and_one_comes_back(client, hoa, administrator):
    password = issued(hoa, administrator)
    sign_in(client, "hoa", password)
    asked = client.get("/tai-khoan/phien/")["Location"]
    assert asked == f"{CHANGE}?next=%2Ftai-khoan%2Fphien%2F"
    form = {"oldpassword": password, "password1": OTHER, "password2": OTHER}
    answer = client.post(CHANGE, {**form, "next": "/tai-khoan/phien/"})
    assert answer["Location"] == "/tai-khoan/phien/"
    assert client.get("/tai-khoan/phien/").status_code == 200
    hoa.refresh_from_db()
    assert not hoa.must_change_password


def test_a_program_is_told_in_its_own_form(client, hoa, administrator):
    sign_in(client, "hoa", issued(hoa, administrator))
    answer = client.get("/tai-khoan/", headers={"Accept": "application/json"})
    assert answer.status_code == 403
    assert answer.json()["type"] == "/problems/accounts.password_must_change"


def test_a_part_of_a_page_leads_the_whole_page_there(client, hoa, administrator):
    sign_in(client, "hoa", issued(hoa, administrator))
    answer = client.get(
        "/tai-khoan/",
        headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/tai-khoan/phien/"},
    )
    assert answer["HX-Redirect"] == f"{CHANGE}?next=%2Ftai-khoan%2Fphien%2F"


def test_in_the_demonstration_nobody_is_held_up(client, hoa, administrator, settings):
    settings.DEMO_MODE = True
    sign_in(client, "hoa", issued(hoa, administrator))
    assert client.get("/tai-khoan/").status_code == 200


def test_giving_out_a_password_ends_all_sessions_and_is_the_officers_act(
    inside, hoa, administrator
):
    issued(hoa, administrator)
    assert not UserSession.objects.filter(user=hoa).exists()
    assert inside.get("/tai-khoan/").status_code == 302
    entry = last_entry()
    assert (entry.act, entry.by_id, entry.about) == (
        "accounts.password_issued",
        administrator.pk,
        f"organisation.account:{hoa.pk}",
    )
    assert entry.facts == {}


def test_only_who_looks_after_the_account_gives_one_out(hoa, administrator):
    for account, officer in [(AccountFactory(), administrator), (administrator, hoa)]:
        with pytest.raises(NotFound):
            actions.issue_password(account_id=account.pk, officer=officer, at=timezone.now())


def test_a_password_to_read_out_is_another_each_time_and_long_enough():
    made = {actions.password_to_read_out() for _ in range(200)}
    assert len(made) == 200
    assert min(map(len, made)) >= 12
    assert not any(map(is_near_at_hand, made))
    assert all(password.isascii() and password.count("-") == 3 for password in made)


def test_who_has_no_password_sets_a_first_one(inside, hoa):
    hoa.set_unusable_password()
    hoa.save()
    inside.force_login(hoa, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert inside.get(CHANGE)["Location"] == "/tai-khoan/mat-khau/dat/"
    inside.post("/tai-khoan/mat-khau/dat/", {"password1": OTHER, "password2": OTHER})
    hoa.refresh_from_db()
    assert hoa.check_password(OTHER)


def test_nobody_gets_into_the_account_of_a_person_who_reaches_further(hoa, administrator):
    """Who gives a password out could sign in with it, so it must open nothing new to them."""
    PostFactory(account=hoa, unit=UnitFactory(name="Sở Tư pháp"))
    with pytest.raises(NotFound):
        issued(hoa, administrator)
    minh = AccountFactory(unit=hoa.unit)
    PostFactory(account=minh, scope="below")
    with pytest.raises(NotFound):
        issued(minh, administrator)


def test_whoever_looks_after_a_unit_and_all_under_it_may(hoa, administrator):
    administrator.posts.update(scope="below")
    section = UnitFactory(name="Bộ phận Một cửa", level="office", parent=hoa.unit)
    PostFactory(account=hoa, unit=section, scope="below")
    assert issued(hoa, administrator)
