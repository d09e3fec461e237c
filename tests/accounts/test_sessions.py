"""Where somebody is signed in, for how long, and how it is ended."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone

from accounts.factories import AccountFactory
from accounts.people import acts, last_entry, sign_in
from motcua.organisation.accounts.models import Remembered
from motcua.organisation.accounts.tasks import forget_what_is_over

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def let_pass(client, **passed):
    """Let time pass since the last click, or since the beginning."""
    session = client.session
    for clock, span in passed.items():
        session[f"{clock}_at"] -= int(span.total_seconds())
    session.save()


def test_half_an_hour_away_ends_the_session_and_says_why(inside, hoa):
    let_pass(inside, seen=timedelta(minutes=30))
    answer = inside.get("/tai-khoan/phien/")
    assert answer["Location"] == "/tai-khoan/dang-nhap/?next=%2Ftai-khoan%2Fphien%2F"
    page = inside.get(answer["Location"]).content.decode()
    assert "Phiên làm việc đã kết thúc vì lâu không thao tác" in page
    entry = last_entry()
    assert (entry.act, entry.facts["because"]) == ("accounts.session_ended", "idle")
    assert acts(hoa).count("accounts.signed_out") == 0


def test_a_click_in_time_keeps_it(inside):
    let_pass(inside, seen=timedelta(minutes=29))
    assert inside.get("/tai-khoan/").status_code == 200
    let_pass(inside, seen=timedelta(minutes=29))
    assert inside.get("/tai-khoan/").status_code == 200


def test_what_a_page_asks_for_by_itself_keeps_nobody_signed_in(inside):
    let_pass(inside, seen=timedelta(minutes=29))
    assert inside.get("/tai-khoan/", headers={"Motcua-Poll": "1"}).status_code == 200
    let_pass(inside, seen=timedelta(minutes=2))
    assert inside.get("/tai-khoan/", headers={"Motcua-Poll": "1"}).status_code == 302


def test_after_eight_hours_it_ends_whatever_is_done(inside):
    let_pass(inside, began=timedelta(hours=8))
    answer = inside.get("/tai-khoan/")
    page = inside.get(answer["Location"]).content.decode()
    assert "đã đủ thời gian của một ngày" in page
    assert last_entry().facts["because"] == "too_long"


def test_whoever_sent_a_form_too_late_comes_back_to_its_page(inside):
    let_pass(inside, seen=timedelta(hours=1))
    answer = inside.post(
        "/tai-khoan/mat-khau/", {}, headers={"Referer": "http://testserver/tai-khoan/mat-khau/"}
    )
    assert answer["Location"] == "/tai-khoan/dang-nhap/?next=%2Ftai-khoan%2Fmat-khau%2F"


def test_a_page_of_others_is_nowhere_to_come_back_to(inside):
    let_pass(inside, seen=timedelta(hours=1))
    answer = inside.post("/", {}, headers={"Referer": "https://xau.example/tai-khoan/"})
    assert answer["Location"] == "/tai-khoan/dang-nhap/?next=%2F"


def test_a_program_and_a_part_of_a_page_are_told_in_their_own_form(inside, hoa):
    let_pass(inside, seen=timedelta(hours=1))
    answer = inside.get("/tai-khoan/", headers={"Accept": "application/json"})
    assert answer.json()["type"] == "/problems/accounts.session_over"
    sign_in(inside, "hoa")
    let_pass(inside, seen=timedelta(hours=1))
    answer = inside.get(
        "/tai-khoan/",
        headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/tai-khoan/phien/"},
    )
    assert answer["HX-Redirect"].endswith("?next=%2Ftai-khoan%2Fphien%2F")


def test_a_session_without_clocks_starts_them(client, hoa):
    client.force_login(hoa, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/tai-khoan/").status_code == 200
    let_pass(client, seen=timedelta(minutes=30))
    assert client.get("/tai-khoan/").status_code == 302


def test_the_last_click_is_kept_once_a_minute_and_not_with_every_one(
    inside, django_assert_max_num_queries
):
    inside.get("/tai-khoan/hai-lop/")
    before = UserSession.objects.get()
    with django_assert_max_num_queries(20) as seen:
        inside.get("/tai-khoan/hai-lop/")
    assert not [row for row in seen.captured_queries if row["sql"].startswith("UPDATE")]
    let_pass(inside, seen=timedelta(seconds=60))
    inside.get("/tai-khoan/hai-lop/")
    assert UserSession.objects.get().last_seen_at > before.last_seen_at


def test_what_is_over_is_thrown_away_and_what_goes_on_is_not(inside, hoa, django_client):
    ended = django_client()
    sign_in(ended, "hoa")
    Session.objects.filter(session_key=ended.session.session_key).update(
        expire_date=timezone.now() - timedelta(seconds=1)
    )
    sign_in(django_client(), "hoa", "một lần nhầm")
    cache.set("long-ago", 1, timeout=-1)
    cache.set("just-now", 1, timeout=60)
    forget_what_is_over()
    assert UserSession.objects.get().session_key == inside.session.session_key
    assert (cache.get("just-now"), AccessAttempt.objects.count()) == (1, 1)
    assert not Remembered.objects.filter(cache_key__contains="long-ago").exists()
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    forget_what_is_over()
    assert not AccessAttempt.objects.exists()
    assert inside.get("/tai-khoan/").status_code == 200


@pytest.fixture
def elsewhere(inside, hoa, django_client):
    """A second computer on which the officer has signed in."""
    other = django_client(REMOTE_ADDR="10.1.2.3", headers={"User-Agent": FIREFOX})
    sign_in(other, "hoa")
    return other


def test_the_list_shows_each_place_with_its_browser_and_address(inside, elsewhere):
    page = inside.get("/tai-khoan/phien/").content.decode()
    assert "Firefox, Linux" in page
    assert "10.1.2.3" in page
    assert page.count("Phiên này") == 1
    assert page.count("/ket-thuc/") == 1


def test_one_of_them_is_ended_and_entered(inside, elsewhere, hoa):
    there = UserSession.objects.get(ip="10.1.2.3")
    answer = inside.post(f"/tai-khoan/phien/{there.pk}/ket-thuc/")
    assert answer["Location"] == "/tai-khoan/phien/"
    assert elsewhere.get("/tai-khoan/").status_code == 302
    assert inside.get("/tai-khoan/").status_code == 200
    entry = last_entry()
    assert (entry.act, entry.by_id, entry.facts["address"]) == (
        "accounts.session_ended",
        hoa.pk,
        "10.1.2.3",
    )
    assert not Session.objects.filter(session_key=there.session_key).exists()


def test_all_others_are_ended_at_once(inside, elsewhere, hoa, django_client):
    third = django_client()
    sign_in(third, "hoa")
    inside.post("/tai-khoan/phien/")
    assert inside.get("/tai-khoan/").status_code == 200
    assert [browser.get("/tai-khoan/").status_code for browser in (elsewhere, third)] == [302, 302]
    assert acts(hoa).count("accounts.session_ended") == 2


def test_nobody_ends_the_session_of_somebody_else(inside, django_client):
    AccountFactory(username="minh")
    stranger = django_client()
    sign_in(stranger, "minh")
    theirs = UserSession.objects.get(user__username="minh")
    assert inside.post(f"/tai-khoan/phien/{theirs.pk}/ket-thuc/").status_code == 404
    assert stranger.get("/tai-khoan/").status_code == 200


def test_a_link_ends_nothing(inside, elsewhere):
    there = UserSession.objects.get(ip="10.1.2.3")
    assert inside.get(f"/tai-khoan/phien/{there.pk}/ket-thuc/").status_code == 405
