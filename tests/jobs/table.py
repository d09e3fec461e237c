"""A job table that several processes share: an SQLite file, or a database on a server."""

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

SERVER = "postgresql://postgres@127.0.0.1:5432/"
ROOT = Path(__file__).parents[2]
PATIENCE = 30
BEGIN = """
import sys
import django
django.setup()
from jobs import crew
crew.main(*sys.argv[1:])
"""


class Table:
    """The shared table, its folder of marks, and the workers that were started on it."""

    def __init__(self, address, *, folder, connect):
        self.address, self.folder, self._connect = address, folder, connect
        self.workers = []

    def do(self, *words):
        assert self._start(*words).wait(timeout=PATIENCE) == 0

    def worker(self, *, lease):
        worker = self._start("work", str(lease))
        self.workers.append(worker)
        return worker

    def _start(self, *words):
        return subprocess.Popen(
            [sys.executable, "-c", BEGIN, *words],
            env={
                **os.environ,
                "PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}",
                "DJANGO_SETTINGS_MODULE": "jobs.crew_settings",
                "CREW_DATABASE": self.address,
                "CREW_FOLDER": str(self.folder),
            },
            stderr=subprocess.DEVNULL,
        )

    def go(self):
        """Let the workers begin, those that are started later at once."""
        wait_until(lambda: len([*self.folder.glob("there-*")]) == len(self.workers))
        (self.folder / "go").touch()

    def rows(self):
        """Return (state, tries, error) of every job in the order they were asked for."""
        with closing(self._connect()) as line:
            return line.execute("SELECT state, tries, error FROM jobs_job ORDER BY id").fetchall()

    def states(self):
        return [state for state, *_ in self.rows()]

    def marks(self, kind):
        """Return (number, try, worker) of the bodies that have begun, or ended."""
        marks = (place.name.split("-")[1:] for place in self.folder.glob(f"{kind}-*"))
        return sorted((int(number), int(tries), int(pid)) for number, tries, pid in marks)


def wait_until(true, *, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.01)


@contextmanager
def shared_table(kind, folder):
    """Give a table and leave nothing of it behind, neither workers nor a database."""
    marks = folder / "marks"
    marks.mkdir()
    with database_of(kind, folder) as (address, connect):
        table = Table(address, folder=marks, connect=connect)
        try:
            table.do("set_up")
            yield table
        finally:
            for worker in table.workers:
                worker.kill()
                worker.wait()


@contextmanager
def database_of(kind, folder):
    if kind == "sqlite":
        file = folder / "jobs.sqlite3"
        yield f"sqlite:///{file}", lambda: sqlite3.connect(file, timeout=20)
        return
    name = f"motcua_jobs_{os.getpid()}"
    try:
        server = psycopg.connect(SERVER, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        pytest.skip("no PostgreSQL answers on 127.0.0.1:5432")
    with closing(server):
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield SERVER + name, lambda: psycopg.connect(SERVER + name)
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")
