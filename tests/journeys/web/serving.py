"""A real server on a real database, for journeys through a browser.

A test's own database cannot serve: what a test wrote is taken back when it ends, and the journal
lets nothing be deleted. So a server runs as a process of its own, in a home of its own.
"""

import os
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[3]
PATIENCE = 30


def free_port():
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """An installation that answers: where, and where its home is."""

    base: str
    home: Path
    environment: dict = field(repr=False)

    def url(self, path):
        return f"{self.base}{path}"

    def rows(self, sql, *values):
        """Read the database of the server as it is now."""
        place = f"file:{self.home / 'motcua.sqlite3'}?mode=ro"
        with closing(sqlite3.connect(place, uri=True)) as connection:
            return connection.execute(sql, values).fetchall()

    def acts_of(self, username):
        """Return the acts of somebody in the journal, the oldest first."""
        found = self.rows(
            "SELECT act FROM audit_entry WHERE by_name LIKE ? ORDER BY id", f"%({username})"
        )
        return [act for (act,) in found]

    def run(self, code):
        """Run a few lines of Python in the installation, beside the server: about a second."""
        return prepared(self.environment, code)


def environment_of(home, *, settings="journeys.web.settings", **variables):
    """Return the environment of a process that works in a home."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("MOTCUA_")}
    return {
        **own,
        "MOTCUA_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": settings,
        "PYTHONPATH": os.pathsep.join(str(ROOT / folder) for folder in ("src", "tests")),
        **variables,
    }


def prepared(environment, code):
    """Run Python in a process of its own that Django was set up in, and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup()\n{code}"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def serving(home, *, port, host="localhost", **more):
    """Serve a furnished home until the block ends."""
    environment = environment_of(home, **more)
    words = ["-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    words += ["--workers", "1", "--blocking-threads", "3", "--no-ws", "--log-level", "warning"]
    with (home / "server.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, *words, "motcua.config.wsgi:application"],
            env=environment,
            stdout=log,
            stderr=log,
            cwd=home,
        )
        try:
            base = f"http://{host}:{port}"
            wait_for(base, process=process, log=home / "server.log")
            yield Served(base=base, home=home, environment=environment)
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def wait_for(base, *, process, log):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(f"{base}/tai-khoan/dang-nhap/", timeout=5).close()  # noqa: S310
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{error.code}: {log.read_text()}") from error
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(log.read_text())
