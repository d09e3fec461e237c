"""The database is brought to this version of Motcua, by one process at a time."""

import fcntl
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.management import call_command
from django.db import (
    DEFAULT_DB_ALIAS,
    InterfaceError,
    OperationalError,
    connection,
    connections,
)
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLite
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from motcua.config.errors import DatabaseAway, DatabaseNewer, DatabaseNotReady

LOCK: Final = zlib.crc32(b"motcua: migrate")


@contextmanager
def reachable() -> Iterator[None]:
    """Refuse with `DatabaseAway` when the database cannot be opened or goes away."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise DatabaseAway(detail=str(error)) from error


@contextmanager
def alone() -> Iterator[None]:
    """Wait until no other start is at the database or at the files it shares with this one.

    A lock of the machine, and of the server where the database has one; both end with the
    process, however it ends.
    """
    place = Path(settings.HOME_FOLDER) / "starting.lock"
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if connection.vendor != "postgresql":
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def prepare() -> None:
    """Make the tables, or bring them to this version; refuses with `DatabaseNewer`."""
    with reachable(), alone():
        if plan():
            call_command("migrate", interactive=False, verbosity=0)


def require_ready() -> None:
    """Refuse with `DatabaseNotReady` or `DatabaseNewer` unless the tables are of this version.

    Writes nothing, and makes no file where there is none.
    """
    if _is_file() and not Path(connection.settings_dict["NAME"]).exists():
        raise DatabaseNotReady
    with reachable():
        if plan():
            raise DatabaseNotReady


def _is_file() -> bool:
    line = connections[DEFAULT_DB_ALIAS]
    return isinstance(line, SQLite) and not line.is_in_memory_db()


def plan() -> list[str]:
    """Return the migrations that are still to be applied; refuses with `DatabaseNewer`."""
    executor = MigrationExecutor(connection)
    if ahead := newer_than_the_code(executor.loader):
        raise DatabaseNewer(migrations=ahead)
    steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{step.app_label}.{step.name}" for step, _ in steps]


def newer_than_the_code(loader: MigrationLoader) -> list[str]:
    """Return what was applied to the database and this version knows nothing of."""
    known = set(loader.disk_migrations)
    for migration in loader.disk_migrations.values():
        known.update(migration.replaces)
    return sorted(
        f"{app}.{name}"
        for app, name in loader.applied_migrations
        if app in loader.migrated_apps and (app, name) not in known
    )
