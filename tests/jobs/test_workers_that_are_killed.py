"""Several workers, processes of their own, share one table; one of them is killed at its work."""

import signal
from functools import partial

import pytest

from jobs.table import shared_table, wait_until

JOBS = 30


@pytest.fixture(params=["sqlite", "postgres"])
def table(request, tmp_path):
    with shared_table(request.param, tmp_path) as table:
        yield table


def test_two_workers_do_every_job_once_between_them(table):
    table.do("ask", str(JOBS), "0.01")
    workers = [table.worker(lease=30) for _ in range(2)]
    table.go()
    assert [worker.wait(timeout=30) for worker in workers] == [0, 0]
    done = table.marks("ended")
    assert [(number, tries) for number, tries, _ in done] == [(n, 1) for n in range(JOBS)]
    assert {worker for *_, worker in done} == {worker.pid for worker in workers}
    assert {*table.rows()} == {("done", 1, "")}


def test_the_job_of_a_killed_worker_is_taken_over_by_another(table):
    table.do("ask", "1", "0.4")
    killed = table.worker(lease=1)
    table.go()
    wait_until(lambda: table.marks("begun"))
    killed.kill()
    killed.wait()
    assert table.rows() == [("running", 1, "")]
    heir = table.worker(lease=1)
    assert heir.wait(timeout=30) == 0
    assert table.marks("ended") == [(0, 2, heir.pid)]
    assert table.rows() == [("done", 2, "")]


def test_a_worker_that_was_thought_dead_cannot_finish_what_another_took_over(table):
    table.do("ask", "1", "0.3")
    frozen = table.worker(lease=0.5)
    table.go()
    wait_until(lambda: table.marks("begun"))
    frozen.send_signal(signal.SIGSTOP)
    heir = table.worker(lease=0.5)
    wait_until(lambda: (0, 2, heir.pid) in table.marks("begun"))
    frozen.send_signal(signal.SIGCONT)
    assert heir.wait(timeout=30) == 0
    assert frozen.wait(timeout=30) == 0
    assert table.rows() == [("done", 2, "")]


def test_a_worker_told_to_stop_ends_after_its_job(table):
    table.do("ask", "3", "0.2")
    worker = table.worker(lease=30)
    table.go()
    wait_until(lambda: table.marks("begun"))
    worker.terminate()
    assert worker.wait(timeout=30) == 0
    assert table.states() == ["done", "ready", "ready"]


@pytest.mark.slow
def test_workers_killed_again_and_again_lose_nothing(table):
    table.do("ask", "200", "0.05")
    killed = 0
    table.go()
    while {"ready", "running"} & {*table.states()}:
        begun = len(table.marks("begun"))
        crew = [table.worker(lease=1) for _ in range(3)]
        wait_until(partial(twenty_more_have_begun, table, crew=crew, begun=begun))
        for worker in crew:
            worker.kill()
            worker.wait()
        killed += len(crew)
    assert killed >= 9
    assert {number for number, *_ in table.marks("ended")} == {*range(200)}
    assert {state for state, *_ in table.rows()} <= {"done", "dead"}
    assert {error for state, _, error in table.rows() if state == "dead"} <= {"the lease ran out"}


def twenty_more_have_begun(table, *, crew, begun):
    idle = all(worker.poll() is not None for worker in crew)
    return idle or len(table.marks("begun")) > begun + 20
