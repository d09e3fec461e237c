"""The example as a process of its own."""

import re
import signal
import sqlite3
import subprocess
import time
import urllib.request
from contextlib import closing

from config.family import PATIENCE, command, descendants


class Example:
    """One `motcua demo`, and what it said until it was ready."""

    def __init__(self, home, *words):
        self.home = home
        begin = time.monotonic()
        self.process = subprocess.Popen(
            **command(home, "demo", "--port", "0", "--no-browser", *words),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.said = []
        for line in self.process.stdout:
            self.said.append(line.rstrip("\n"))
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                self.port = int(found[1])
                break
        self.seconds = time.monotonic() - begin

    def __enter__(self):
        return self

    def __exit__(self, *why):
        self.stop()
        self.process.stdout.close()

    def page(self, path):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=20) as answer:
            return answer.read().decode()

    def dossiers(self):
        with closing(sqlite3.connect(self.home / "motcua.sqlite3")) as database:
            return database.execute("SELECT count(*) FROM intake_dossier").fetchone()[0]

    def children(self):
        return descendants(self.process.pid)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=PATIENCE)
