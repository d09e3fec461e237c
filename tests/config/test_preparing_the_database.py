"""The database is brought to this version once, however many start at once."""

import os
import subprocess
import sys
from contextlib import closing
from types import SimpleNamespace

import psycopg
import pytest

from config.family import command
from motcua.config import database
from motcua.config.errors import DatabaseNewer, DatabaseNotReady
from motcua.kernel.exits import Exit

SERVER = "postgresql://postgres@127.0.0.1:5432/"
PREPARE = "from motcua.config.django_side import loaded; loaded('motcua.config.database').prepare()"


def starting(home, **changes):
    start = command(home, **changes)
    start["args"] = [sys.executable, "-c", PREPARE]
    return subprocess.Popen(**start, stderr=subprocess.PIPE, text=True)


def outcomes(starts):
    return [(start.communicate(timeout=120)[1], start.returncode) for start in starts]


def test_two_starts_on_one_new_file_both_find_it_ready(tmp_path):
    starts = [starting(tmp_path) for _ in range(2)]
    assert outcomes(starts) == [("", Exit.DONE)] * 2


@pytest.mark.slow
def test_two_machines_that_start_on_one_new_server_database_both_find_it_ready(tmp_path):
    name = f"motcua_start_{os.getpid()}"
    try:
        server = psycopg.connect(SERVER, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        pytest.skip("no PostgreSQL answers on 127.0.0.1:5432")
    with closing(server):
        server.execute(f"CREATE DATABASE {name}")
        try:
            homes = [tmp_path / "một", tmp_path / "hai"]
            starts = [starting(home, MOTCUA_DATABASE=SERVER + name) for home in homes]
            assert outcomes(starts) == [("", Exit.DONE)] * 2
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def loader(*, disk, applied, replaces=()):
    return SimpleNamespace(
        disk_migrations={key: SimpleNamespace(replaces=replaces) for key in disk},
        applied_migrations=dict.fromkeys(applied),
        migrated_apps={app for app, _ in disk},
    )


def test_what_this_version_does_not_know_is_newer():
    found = database.newer_than_the_code(
        loader(disk=[("jobs", "0001")], applied=[("jobs", "0001"), ("jobs", "0002")])
    )
    assert found == ["jobs.0002"]


def test_what_was_squashed_away_or_belongs_to_another_program_is_not_newer():
    found = database.newer_than_the_code(
        loader(
            disk=[("jobs", "0001_to_0003")],
            applied=[("jobs", "0003"), ("elsewhere", "0009")],
            replaces=[("jobs", "0003")],
        )
    )
    assert found == []


@pytest.mark.django_db
def test_a_prepared_database_has_nothing_left_to_be_done():
    assert database.plan() == []
    database.require_ready()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("plan", "refused"),
    [(["jobs.0002"], DatabaseNotReady), (DatabaseNewer(migrations=["jobs.0099"]), DatabaseNewer)],
)
def test_what_only_reads_refuses_another_version(plan, refused, monkeypatch):
    def planned():
        if isinstance(plan, Exception):
            raise plan
        return plan

    monkeypatch.setattr(database, "plan", planned)
    with pytest.raises(refused):
        database.require_ready()
