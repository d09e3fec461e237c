"""A job is held by one worker at a time, and never lost."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.module_loading import import_string

from jobs.bodies import NOTED
from motcua.audit.models import Entry
from motcua.jobs import actions, queries
from motcua.jobs.errors import LeaseLost, MoveRefused, UnknownKind
from motcua.jobs.models import Answer, Job
from motcua.jobs.rules.leases import ANSWERS_KEPT, JOBS_KEPT, LEASE
from motcua.jobs.rules.states import JobState
from motcua.kernel.errors import NotFound

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


@dataclass
class Operator:
    pk: int = 5
    journal_name: str = "Đỗ Văn Nam (nam)"
    journal_book: str = "unit:1"


@pytest.fixture(autouse=True)
def bodies(settings):
    NOTED.clear()
    settings.JOBS = {"note": "jobs.bodies.note"}


def ask_to_note(word, *, due_at=NOON, **more):
    return actions.ask_for("note", args={"word": word}, once=word, due_at=due_at, **more)


def test_a_job_whose_lease_ran_out_is_taken_over_and_the_late_worker_is_refused():
    ask_to_note("dossier 7")
    late = actions.claim(at=NOON)
    assert actions.claim(at=NOON + LEASE / 2) is None
    heir = actions.claim(at=NOON + LEASE)
    assert (heir.job_id, heir.tries) == (late.job_id, 2)
    for late_word in (
        lambda: actions.finish(late, at=NOON),
        lambda: actions.fail(late, because="x", at=NOON),
        lambda: actions.extend(late, at=NOON),
        lambda: actions.note_progress(late, done=1),
        lambda: actions.give_back(late, at=NOON),
        lambda: actions.confirm_held(late),
    ):
        with pytest.raises(LeaseLost):
            late_word()
    actions.finish(heir, at=NOON)
    assert Job.objects.get().state == "done"


def test_a_job_whose_lease_is_extended_is_not_taken_over():
    ask_to_note("dossier 7")
    held = actions.claim(at=NOON)
    actions.extend(held, at=NOON + LEASE / 2)
    assert actions.claim(at=NOON + LEASE) is None
    assert actions.claim(at=NOON + LEASE + LEASE / 2) is not None


def test_a_job_abandoned_on_its_last_try_is_left_to_a_person():
    ask_to_note("dossier 7")
    Job.objects.update(tries_allowed=1)
    actions.claim(at=NOON)
    assert actions.claim(at=NOON + LEASE) is None
    job = Job.objects.get()
    assert (job.state, job.ended_at) == ("dead", NOON + LEASE)


def test_a_failed_job_waits_two_seconds_and_keeps_its_reason():
    ask_to_note("dossier 7")
    actions.fail(actions.claim(at=NOON), because="the scanner is off", at=NOON)
    assert actions.claim(at=NOON + timedelta(seconds=1)) is None
    assert actions.claim(at=NOON + timedelta(seconds=2)) is not None
    assert Job.objects.get().error == "the scanner is off"


def test_asking_twice_is_asking_once_and_gives_the_same_job():
    first = ask_to_note("dossier 7")
    assert ask_to_note("dossier 7", due_at=NOON + LEASE).pk == first.pk
    assert Job.objects.get().due_at == NOON


def test_without_a_name_work_is_asked_for_each_time():
    for _ in range(2):
        actions.ask_for("note", args={"word": "x"}, due_at=NOON)
    assert Job.objects.count() == 2


def test_a_job_tells_who_asked_for_it():
    ask_to_note("dossier 7", by=Operator())
    assert Job.objects.get().asked_by == "Đỗ Văn Nam (nam)"


def test_a_kind_without_a_body_is_refused_when_asked_for():
    with pytest.raises(UnknownKind):
        actions.ask_for("nite", due_at=NOON)


def test_looking_for_work_where_there_is_none_begins_no_transaction(django_assert_num_queries):
    ask_to_note("mai", due_at=NOON + timedelta(days=1))
    with django_assert_num_queries(2):
        assert actions.claim(at=NOON) is None


def dead_job():
    job = ask_to_note("dossier 7")
    Job.objects.update(tries_allowed=1)
    actions.fail(actions.claim(at=NOON), because="x", at=NOON)
    return job


def test_an_operator_has_a_dead_job_tried_again_and_the_journal_tells():
    job = dead_job()
    actions.retry_job(job_id=job.pk, by=Operator(), at=NOON + LEASE)
    assert actions.claim(at=NOON + LEASE).tries == 1
    entry = Entry.objects.get()
    assert (entry.act, entry.by_name, entry.about) == (
        "jobs.job.retried",
        "Đỗ Văn Nam (nam)",
        f"jobs.job:{job.pk}",
    )


def test_a_job_that_waits_is_not_tried_again():
    job = ask_to_note("dossier 7")
    with pytest.raises(MoveRefused):
        actions.retry_job(job_id=job.pk, by=Operator(), at=NOON)
    assert not Entry.objects.exists()


def test_an_operator_calls_a_running_job_off_and_its_worker_can_no_longer_finish_it():
    job = ask_to_note("dossier 7")
    held = actions.claim(at=NOON)
    actions.cancel_job(job_id=job.pk, by=Operator(), at=NOON)
    with pytest.raises(LeaseLost):
        actions.finish(held, at=NOON)
    job.refresh_from_db()
    assert (job.state, job.ended_at) == ("cancelled", NOON)
    assert Entry.objects.get().act == "jobs.job.cancelled"


def test_a_job_that_is_done_is_not_called_off():
    job = ask_to_note("dossier 7")
    actions.finish(actions.claim(at=NOON), at=NOON)
    with pytest.raises(MoveRefused):
        actions.cancel_job(job_id=job.pk, by=Operator(), at=NOON)


def test_no_job_is_found_where_there_is_none():
    with pytest.raises(NotFound):
        actions.cancel_job(job_id=77, by=Operator(), at=NOON)


def test_what_ended_long_ago_is_swept_and_dead_jobs_stay(monkeypatch):
    monkeypatch.setattr(actions, "SWEPT_AT_A_TIME", 2)
    for word in ("1", "2", "3", "4"):
        ask_to_note(word)
        actions.finish(actions.claim(at=NOON), at=NOON)
    Job.objects.filter(once="4").update(ended_at=NOON + LEASE)
    dead_job()
    assert actions.sweep(at=NOON + JOBS_KEPT) == 3
    assert {*Job.objects.values_list("once", "state")} == {("4", "done"), ("dossier 7", "dead")}


def test_answers_are_swept_after_two_days():
    for key, at in (("old", NOON), ("new", NOON + LEASE)):
        Answer.objects.create(by_id=1, key=key, request_digest="x", at=at)
    assert actions.sweep(at=NOON + ANSWERS_KEPT) == 1
    assert Answer.objects.get().key == "new"


def test_the_table_tells_how_it_stands():
    dead_job()
    ask_to_note("hai", due_at=NOON - LEASE)
    ask_to_note("ba")
    assert queries.jobs_by_state() == {
        JobState.READY: 2,
        JobState.RUNNING: 0,
        JobState.DONE: 0,
        JobState.DEAD: 1,
        JobState.CANCELLED: 0,
    }
    assert queries.longest_waiting(NOON) == NOON - LEASE
    assert [job.once for job in queries.jobs()] == ["ba", "hai", "dossier 7"]
    assert [job.once for job in queries.jobs(JobState.DEAD)] == ["dossier 7"]


@pytest.mark.parametrize(
    "changes",
    [
        {"state": "running"},
        {"state": "done"},
        {"ended_at": NOON},
    ],
)
def test_the_database_refuses_a_job_that_cannot_be(changes):
    ask_to_note("dossier 7")
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.update(**changes)


def test_every_kind_of_job_has_a_body_that_can_be_found():
    table = import_string("motcua.config.settings.work.JOBS")
    assert table
    for body in table.values():
        assert callable(import_string(body))
