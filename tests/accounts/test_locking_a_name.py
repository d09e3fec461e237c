"""Whoever guesses at a password is stopped, and whoever knows it is not stopped elsewhere."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.utils import timezone

from accounts.factories import PHRASE, AccountFactory
from accounts.people import acts, confirm, last_entry, sign_in
from motcua.audit.models import Entry
from motcua.kernel.errors import NotFound
from motcua.organisation.accounts import actions

pytestmark = pytest.mark.django_db


def fail(client, times, name="hoa", **more):
    for _ in range(times):
        answer = sign_in(client, name, "không phải thế", **more)
    return answer


def let_pass(minutes):
    """Move all failures into the past."""
    for attempt in AccessAttempt.objects.all():
        AccessAttempt.objects.filter(pk=attempt.pk).update(
            attempt_time=attempt.attempt_time - timedelta(minutes=minutes)
        )


def test_the_fifth_failure_locks_the_name_and_says_how_long_and_whom_to_ask(client, hoa):
    assert fail(client, 4).status_code == 200
    answer = fail(client, 1)
    page = answer.content.decode()
    assert answer.status_code == 429
    assert 890 <= int(answer["Retry-After"]) <= 900
    assert "còn khoảng 15 phút" in page
    assert "người quản trị hệ thống của đơn vị" in page


def test_while_it_is_locked_the_right_password_opens_nothing(client, hoa):
    fail(client, 5)
    answer = sign_in(client, "hoa")
    assert answer.status_code == 429
    assert "_auth_user_id" not in client.session


def test_trying_again_does_not_make_it_longer(client, hoa):
    fail(client, 5)
    let_pass(minutes=10)
    answer = fail(client, 3)
    assert answer.status_code == 429
    assert 290 <= int(answer["Retry-After"]) <= 300
    let_pass(minutes=5)
    assert sign_in(client, "hoa").status_code == 302


def test_a_quarter_of_an_hour_later_it_is_open(client, hoa):
    fail(client, 5)
    let_pass(minutes=15)
    assert sign_in(client, "hoa").status_code == 302


def test_the_person_comes_in_from_another_address_meanwhile(client, hoa):
    fail(client, 5, REMOTE_ADDR="203.0.113.7")
    assert sign_in(client, "hoa", REMOTE_ADDR="10.1.2.3").status_code == 302


def test_behind_a_proxy_of_ours_the_address_is_the_one_it_wrote_down(client, hoa, settings):
    """The proxy appends; what stands before was written by whoever asked."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(5):
        said = f"198.51.100.{number}, 203.0.113.7"
        answer = fail(client, 1, headers={"X-Forwarded-For": said})
    assert answer.status_code == 429
    elsewhere = {"X-Forwarded-For": "203.0.113.8"}
    assert sign_in(client, "hoa", headers=elsewhere).status_code == 302


def test_without_a_proxy_nobody_chooses_an_address(client, hoa):
    for number in range(5):
        answer = fail(client, 1, headers={"X-Forwarded-For": f"198.51.100.{number}"})
    assert answer.status_code == 429


def test_other_names_at_the_address_are_open(client, hoa):
    AccountFactory(username="minh")
    fail(client, 5)
    assert sign_in(client, "minh").status_code == 302


def test_another_case_or_another_browser_gives_no_new_tries(client, hoa):
    fail(client, 2, "Hoa")
    fail(client, 2, "HOA", headers={"User-Agent": "another"})
    assert fail(client, 1, " hoa").status_code == 429


def test_signing_in_forgets_the_failures_before(client, hoa):
    fail(client, 4)
    sign_in(client, "hoa")
    client.post("/tai-khoan/dang-xuat/")
    assert fail(client, 4).status_code == 200


def test_the_lock_is_entered_once_and_every_try_as_a_failure(client, hoa):
    fail(client, 7)
    assert acts(hoa).count("accounts.locked_out") == 1
    assert acts(hoa).count("accounts.sign_in_failed") == 7
    lock = Entry.objects.get(act="accounts.locked_out")
    assert lock.facts["failures"] == 5
    locked = Entry.objects.filter(act="accounts.sign_in_failed").order_by("pk")
    assert [entry.facts["locked"] for entry in locked] == [False] * 5 + [True] * 2


def test_what_was_typed_is_kept_nowhere(client, hoa):
    fail(client, 6)
    kept = " ".join(str(row) for row in AccessAttempt.objects.values_list("post_data", "get_data"))
    assert "không phải thế" not in kept
    assert "hoa" not in kept


def test_guessing_in_an_open_session_locks_as_well(inside, hoa):
    for _ in range(4):
        assert confirm(inside, "đoán thử xem").status_code == 200
    assert last_entry().act == "accounts.confirmation_failed"
    assert confirm(inside, "đoán thử xem").status_code == 429
    inside.post("/tai-khoan/dang-xuat/")
    assert sign_in(inside, "hoa").status_code == 429


def test_the_administrator_opens_it_at_once(client, hoa, administrator):
    fail(client, 5, REMOTE_ADDR="203.0.113.7")
    actions.unlock(account_id=hoa.pk, officer=administrator, at=timezone.now())
    assert sign_in(client, "hoa", REMOTE_ADDR="203.0.113.7").status_code == 302
    entry = Entry.objects.get(act="accounts.unlocked")
    assert (entry.by_id, entry.about) == (administrator.pk, f"organisation.account:{hoa.pk}")


def test_only_who_looks_after_the_account_opens_it(client, hoa, administrator):
    stranger = AccountFactory()
    with pytest.raises(NotFound):
        actions.unlock(account_id=stranger.pk, officer=administrator, at=timezone.now())
    with pytest.raises(NotFound):
        actions.unlock(account_id=hoa.pk, officer=hoa, at=timezone.now())


def test_the_phrase_of_the_tests_is_one_that_the_rules_allow(inside, hoa):
    assert hoa.check_password(PHRASE)
