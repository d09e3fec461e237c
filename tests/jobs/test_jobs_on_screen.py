"""Background work on the screen of operators."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from motcua.audit.models import Entry
from motcua.jobs.actions import ask_for
from motcua.jobs.models import Job
from motcua.jobs.rules.states import JobState
from ui.people import officer, sign_in

pytestmark = pytest.mark.django_db
LIST = reverse("jobs:jobs")


@pytest.fixture
def operator():
    return officer("jobs.operate")


@pytest.fixture
def desk(client, operator):
    return sign_in(client, operator)


def job(state=JobState.READY, **also):
    now = timezone.now()
    made = ask_for("jobs.sweep", due_at=now)
    stands = {"state": state}
    if state is JobState.RUNNING:
        stands |= {"started_at": now, "lease_ends_at": now + timedelta(minutes=1), "tries": 1}
    elif state is not JobState.READY:
        stands |= {"ended_at": now, "tries": 3}
    Job.objects.filter(pk=made.pk).update(**(stands | also))
    return Job.objects.get(pk=made.pk)


def page_of(desk, address=LIST, **query):
    return desk.get(address, query).content.decode()


def listed(desk, **query):
    return [row.pk for row in desk.get(LIST, query).context["page"].rows]


def test_only_operators_may_look(client):
    assert sign_in(client, officer("audit.read")).get(LIST).status_code == 403


def test_what_runs_shows_how_far_it_is_and_how_long_it_will_take(desk):
    begun = timezone.now() - timedelta(seconds=60)
    job(JobState.RUNNING, done=20, total=40, note="trang", started_at=begun)
    assert "20/40 trang, còn khoảng 1 phút" in page_of(desk)


def test_the_part_that_is_asked_for_again_is_no_whole_page(desk):
    job(JobState.RUNNING)
    part = page_of(desk, reverse("jobs:running"))
    assert "Dọn việc nền đã xong từ lâu" in part
    assert "<html" not in part


def test_what_needs_a_person_comes_first(desk):
    waiting, dead = job(), job(JobState.DEAD, error="OSError('hết chỗ')")
    assert listed(desk) == [dead.pk]
    assert listed(desk, state="ready") == [waiting.pk]
    assert "hết chỗ" in page_of(desk)


def test_without_dead_jobs_the_waiting_ones_are_shown(desk):
    waiting = job()
    assert listed(desk) == [waiting.pk]


@pytest.mark.parametrize("state", [JobState.DONE, JobState.CANCELLED])
def test_what_is_over_can_be_looked_up(desk, state):
    over = job(state)
    job()
    assert listed(desk, state=state.value) == [over.pk]


@pytest.mark.parametrize("asked", ["running", "nonsense", ""])
def test_a_state_that_is_not_listed_is_as_if_none_was_asked(desk, asked):
    waiting = job()
    assert listed(desk, state=asked) == [waiting.pk]


def test_the_list_goes_on_screenful_by_screenful(desk):
    made = [job().pk for _ in range(35)]
    first = desk.get(LIST).context["page"]
    rest = desk.get(LIST, {"after": first.after}, headers={"HX-Request": "true"})
    assert [row.pk for row in (*first.rows, *rest.context["page"].rows)] == made[::-1]
    assert "<html" not in rest.content.decode()


def test_work_that_nobody_takes_is_noticed(desk):
    late = job()
    assert "chưa được nhận" not in page_of(desk)
    Job.objects.filter(pk=late.pk).update(due_at=timezone.now() - timedelta(minutes=6))
    page = page_of(desk)
    assert "mà chưa được nhận" in page
    assert "Không việc nào bị mất." in page


def test_a_dead_job_is_run_again_and_the_journal_says_by_whom(desk, operator):
    dead = job(JobState.DEAD)
    page = desk.post(reverse("jobs:retry", args=[dead.pk]), follow=True).content.decode()
    dead.refresh_from_db()
    assert (dead.state, dead.tries) == (JobState.READY, 0)
    assert "Sẽ chạy lại: Dọn việc nền đã xong từ lâu." in page
    assert Entry.objects.get(act="jobs.job.retried").by_id == operator.pk


def test_a_job_is_called_off(desk):
    waiting = job()
    desk.post(reverse("jobs:cancel", args=[waiting.pk]))
    waiting.refresh_from_db()
    assert waiting.state == JobState.CANCELLED


def test_what_is_over_is_not_run_again_and_the_refusal_says_why(desk):
    done = job(JobState.DONE)
    answer = desk.post(reverse("jobs:retry", args=[done.pk]), headers={"Accept": "text/html"})
    assert answer.status_code == 409
    assert "đã chuyển sang tình trạng khác" in answer.content.decode()


def test_looking_changes_nothing(desk):
    dead = job(JobState.DEAD)
    assert desk.get(reverse("jobs:retry", args=[dead.pk])).status_code == 405
    assert desk.get(reverse("jobs:cancel", args=[dead.pk])).status_code == 405


@pytest.mark.parametrize(
    ("state", "retry", "cancel"),
    [
        (JobState.DEAD, True, True),
        (JobState.READY, False, True),
        (JobState.RUNNING, False, True),
        (JobState.DONE, False, False),
        (JobState.CANCELLED, False, False),
    ],
)
def test_a_page_offers_what_may_be_done(desk, state, retry, cancel):
    row = job(state)
    page = page_of(desk, reverse("jobs:job", args=[row.pk]))
    assert (reverse("jobs:retry", args=[row.pk]) in page) is retry
    assert (reverse("jobs:cancel", args=[row.pk]) in page) is cancel


def test_a_job_that_is_not_there(desk):
    assert desk.get(reverse("jobs:job", args=[10**6])).status_code == 404
