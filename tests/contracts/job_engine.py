"""What everything that runs jobs must do, whether it looks into the table or is told by a queue.

An engine's test class inherits this and gives the fixture `engine`; `settings.JOBS` are the bodies
of `tests/jobs/bodies.py`. Every test commits for real, for an engine's workers may be elsewhere.
"""

import time
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from jobs.bodies import NOTED
from motcua.jobs import actions
from motcua.jobs.models import Job

PATIENCE = 10
"""Seconds that an engine gets for a handful of jobs."""


class Settled:
    """Tells an engine that it is enough: nothing runs and nothing is due, or it takes too long."""

    def __init__(self):
        self._end = time.monotonic() + PATIENCE

    def __call__(self):
        return time.monotonic() > self._end or nothing_is_due()


def nothing_is_due():
    return not Job.objects.filter(state="running").exists() and not (
        Job.objects.filter(state="ready", due_at__lte=timezone.now()).exists()
    )


def ask_to_note(word, **more):
    return actions.ask_for(
        "note", args={"word": word}, once=word, **({"due_at": timezone.now()} | more)
    )


@pytest.mark.django_db(transaction=True)
class JobEngineContract:
    @pytest.fixture(autouse=True)
    def bodies(self, settings):
        NOTED.clear()
        settings.PERIODIC_JOBS = {}
        settings.JOBS = {
            name: f"jobs.bodies.{name}"
            for name in ("note", "stumble", "read_pages", "write_a_result")
        }

    def test_what_an_act_asked_for_is_done_once(self, engine):
        for word in ("một", "hai", "ba"):
            ask_to_note(word)
        engine.work(until=Settled())
        engine.work(until=Settled())
        assert sorted(NOTED) == ["ba", "hai", "một"]
        assert set(Job.objects.values_list("state", "tries")) == {("done", 1)}

    def test_what_an_undone_act_asked_for_is_never_done(self, engine):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            ask_to_note("một")
            raise ZeroDivisionError
        engine.work(until=Settled())
        assert NOTED == []

    def test_a_job_waits_for_its_hour(self, engine):
        ask_to_note("later", due_at=timezone.now() + timedelta(hours=1))
        engine.work(until=Settled())
        assert NOTED == []

    def test_the_more_urgent_job_comes_first_and_of_equals_the_older(self, engine):
        ask_to_note("hai")
        ask_to_note("ba")
        ask_to_note("một", priority=5)
        engine.work(until=Settled())
        assert NOTED == ["một", "hai", "ba"]

    def test_a_job_that_fails_waits_and_is_left_to_a_person_in_the_end(self, engine):
        job = actions.ask_for("stumble", due_at=timezone.now())
        for tries in (1, 2, 3):
            engine.work(until=Settled())
            job.refresh_from_db()
            assert job.tries == tries
            Job.objects.filter(state="ready").update(due_at=timezone.now())
        engine.work(until=Settled())
        assert NOTED == ["stumble"] * 3
        assert (job.state, job.error.splitlines()[0]) == (
            "dead",
            "RuntimeError: the scanner is off",
        )

    def test_the_job_of_a_worker_that_died_is_done_by_another(self, engine):
        job = ask_to_note("một")
        assert actions.claim(at=timezone.now(), lease=timedelta()).job_id == job.pk
        engine.work(until=Settled())
        job.refresh_from_db()
        assert (NOTED, job.state, job.tries) == (["một"], "done", 2)

    def test_progress_is_seen_in_the_row(self, engine):
        job = actions.ask_for("read_pages", args={"pages": 3}, due_at=timezone.now())
        engine.work(until=Settled())
        job.refresh_from_db()
        assert (job.done, job.total, job.note) == (3, 3, "trang 3")
        assert job.asked_at <= job.started_at <= job.ended_at
