"""The worker of the embedded installation: what any engine must do, and how it stops."""

import os
import signal
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from contracts.job_engine import JobEngineContract, Settled, ask_to_note
from jobs.bodies import NOTED
from motcua.jobs import actions, worker
from motcua.jobs.errors import LeaseLost
from motcua.jobs.models import Job
from motcua.jobs.running import say_progress, this_job
from motcua.jobs.worker import LeaseWorker, work_one

ANOTHERS = {"token": "0" * 32}


class TestTheLeaseWorker(JobEngineContract):
    @pytest.fixture
    def engine(self):
        return LeaseWorker(idle=0.001)


@pytest.fixture
def bodies(settings):
    NOTED.clear()
    settings.PERIODIC_JOBS = {}
    settings.JOBS = {
        "note": "jobs.bodies.note",
        "sleep": "jobs.test_the_worker.sleep_until_cut_short",
        "stop": "jobs.test_the_worker.be_told_to_stop",
        "lose": "jobs.test_the_worker.lose_the_lease",
        "linger": "jobs.test_the_worker.linger",
        "write_a_result": "jobs.bodies.write_a_result",
    }


def tell_this_process_to_stop():
    assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL, "it would end the tests"
    os.kill(os.getpid(), signal.SIGTERM)


def sleep_until_cut_short():
    tell_this_process_to_stop()
    signal.sigtimedwait([], 5)  # until the grace is over


def be_told_to_stop():
    tell_this_process_to_stop()
    NOTED.append("finished all the same")


def lose_the_lease():
    Job.objects.update(**ANOTHERS)
    say_progress(done=1)
    NOTED.append("went on")


def linger():
    before = Job.objects.get().lease_ends_at
    for _ in range(200):
        signal.sigtimedwait([], 0.01)
        if Job.objects.get().lease_ends_at > before:
            NOTED.append("extended")
            return


@pytest.mark.django_db(transaction=True)
def test_a_worker_told_to_stop_finishes_the_job_in_hand_and_takes_no_other(bodies):
    actions.ask_for("stop", due_at=timezone.now())
    ask_to_note("another")
    engine = LeaseWorker()
    with engine.stopped_by_signals():
        engine.work(until=Settled())
    assert NOTED == ["finished all the same"]
    assert [*Job.objects.order_by("pk").values_list("state", flat=True)] == ["done", "ready"]


@pytest.mark.django_db(transaction=True)
def test_a_job_that_outlasts_the_grace_is_given_back_and_its_try_does_not_count(bodies):
    actions.ask_for("sleep", due_at=timezone.now())
    engine = LeaseWorker()
    with engine.stopped_by_signals(grace=0.05):
        engine.work(until=Settled())
    job = Job.objects.get()
    assert (job.state, job.tries, job.ended_at) == ("ready", 0, None)
    assert job.due_at <= timezone.now()


def test_after_the_work_the_signals_are_as_they_were():
    before = signal.getsignal(signal.SIGTERM)
    with LeaseWorker().stopped_by_signals():
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.django_db(transaction=True)
def test_the_lease_is_extended_while_the_body_works(bodies):
    actions.ask_for("linger", due_at=timezone.now())
    LeaseWorker(lease=timedelta(seconds=0.3)).work_off()
    assert NOTED == ["extended"]
    assert Job.objects.get().state == "done"


@pytest.mark.django_db
def test_a_body_whose_job_was_taken_over_stops_at_its_next_word(bodies):
    actions.ask_for("lose", due_at=timezone.now())
    assert work_one()
    assert NOTED == []
    assert Job.objects.get().state == "running"


@pytest.mark.django_db
def test_a_body_may_be_called_outside_any_job(bodies):
    assert this_job() is None
    say_progress(done=1)
    ask_to_note("hai")
    assert work_one()
    assert this_job() is None


@pytest.mark.django_db
def test_a_result_is_refused_to_whoever_lost_the_job(bodies):
    job = ask_to_note("một")
    held = actions.claim(at=timezone.now())
    actions.confirm_held(held)
    Job.objects.filter(pk=job.pk).update(**ANOTHERS)
    with pytest.raises(LeaseLost):
        actions.confirm_held(held)


@pytest.mark.django_db
def test_working_off_ends_when_nothing_is_due_and_tells_how_much_it_was(bodies):
    ask_to_note("một")
    ask_to_note("hai")
    ask_to_note("mai", due_at=timezone.now() + timedelta(days=1))
    assert LeaseWorker().work_off() == 2


class Line:
    """A line to the database, which can be hung up."""

    hung_up = 0

    def close(self):
        self.hung_up += 1


class Unlucky(LeaseWorker):
    """Finds the database away three times, and is then told to stop."""

    turns = 0

    def _turn(self):
        self.turns += 1
        if self.turns == 3:
            self.told_to_stop.set()
        raise OperationalError("the server closed the connection")


def test_a_database_that_is_away_is_waited_for_a_little_longer_each_time(monkeypatch):
    line, waits = Line(), []
    monkeypatch.setattr(worker, "connection", line)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(worker, "wait_after", lambda tries: waits.append(tries) or timedelta())
    engine = Unlucky()
    engine.work(until=lambda: False)
    assert (engine.turns, line.hung_up, waits) == (3, 3, [1, 2, 3])
