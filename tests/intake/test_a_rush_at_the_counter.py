"""Fifty receptions at once: no code is missing and none is given out twice, on both databases."""

import json
import os
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

ROOT = Path(__file__).parents[2]
PEOPLE = 50
BEGIN = "import django; django.setup(); from intake import rush; rush.main()"
SERVER = "postgresql://postgres@127.0.0.1:5432/"


@contextmanager
def database(kind, folder):
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'rush.sqlite3'}"
        return
    name = f"motcua_rush_{os.getpid()}"
    try:
        server = psycopg.connect(SERVER, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        pytest.skip("no PostgreSQL answers on 127.0.0.1:5432")
    with closing(server):
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield SERVER + name
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_fifty_people_get_fifty_codes_without_a_gap(kind, tmp_path):
    with database(kind, tmp_path) as address:
        told = subprocess.run(
            [sys.executable, "-c", BEGIN],
            env={
                **os.environ,
                "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT / 'tests'}",
                "DJANGO_SETTINGS_MODULE": "intake.rush_settings",
                "RUSH_DATABASE": address,
            },
            capture_output=True,
            check=False,
            timeout=120,
        )
    assert told.returncode == 0, told.stderr.decode()
    seen = json.loads(told.stdout)
    assert seen["faults"] == []
    assert seen["vendor"] == kind
    numbers = list(range(1, PEOPLE + 1))
    assert seen["codes"] == [f"H23.288.10514-260302-{number:04d}" for number in numbers]
    assert seen["receipts"] == seen["journal"] == numbers
    assert seen["broken"] == []
