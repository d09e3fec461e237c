"""What a process of the tests does with a job table that it shares with others.

A worker says that it is there, and begins when the file `go` is. Each body leaves a file when it
begins and one when it ends, named by its job, its try and its process.
"""

import os
import time
from datetime import timedelta
from pathlib import Path

from django.core.management import call_command
from django.utils import timezone

from motcua.jobs.actions import ask_for
from motcua.jobs.queries import jobs
from motcua.jobs.rules.states import OPEN
from motcua.jobs.running import this_job
from motcua.jobs.worker import LeaseWorker

FOLDER = Path(os.environ["CREW_FOLDER"])


def set_up():
    call_command("migrate", verbosity=0)


def ask(count, seconds):
    for number in range(int(count)):
        ask_for(
            "leave_a_mark",
            args={"number": number, "seconds": float(seconds)},
            once=f"mark {number}",
            due_at=timezone.now(),
        )


def leave_a_mark(*, number, seconds):
    mark = f"{number}-{this_job().tries}-{os.getpid()}"
    (FOLDER / f"begun-{mark}").touch()
    time.sleep(seconds)
    (FOLDER / f"ended-{mark}").touch()


def work(lease):
    worker = LeaseWorker(lease=timedelta(seconds=float(lease)), idle=0.02)
    (FOLDER / f"there-{os.getpid()}").touch()
    while not (FOLDER / "go").exists():
        time.sleep(0.005)
    with worker.stopped_by_signals():
        worker.work(until=lambda: not jobs(*OPEN).exists())


def main(act, *words):
    {"set_up": set_up, "ask": ask, "work": work}[act](*words)
