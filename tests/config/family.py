"""`motcua serve` as a process of its own, and the family of processes below it."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 60


def command(home, *words, **changes):
    """Return how to start the command in a home of its own, as `subprocess` takes it."""
    environment = {**os.environ, "MOTCUA_HOME": str(home), "PYTHONWARNINGS": "ignore"}
    for ours in ("DJANGO_SETTINGS_MODULE", "MOTCUA_DATABASE", "MOTCUA_HOSTS", "MOTCUA_PARENT"):
        environment.pop(ours, None)
    source = str(Path(__file__).parents[2] / "src")
    return {
        "args": [sys.executable, "-m", "motcua.config", *words],
        "env": environment | {"PYTHONPATH": source} | changes,
    }


def run(home, *words, **changes):
    return subprocess.run(
        **command(home, *words, **changes),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def wait_until(true, *, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.05)


class Served:
    """One `motcua serve`, and what it says about where it is."""

    def __init__(self, home, *, port=0):
        words = ("serve", "--port", str(port), "--workers", "1")
        self.log = (home / "log.txt").open("w+")
        self.process = subprocess.Popen(
            **command(home, *words), stdout=subprocess.PIPE, stderr=self.log, text=True
        )
        self.said, self.port, self.known = "", 0, {}

    def hear(self):
        """Wait for the line that tells where it is."""
        self.said = self.process.stdout.readline()
        self.port = int(re.search(r"http://127\.0\.0\.1:(\d+)/", self.said)[1])

    def ask(self, path="/suc-khoe"):
        """Return (status, body, headers), or nothing where nobody answers."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            line.request("GET", path)
            answer = line.getresponse()
            return answer.status, answer.read(), answer.headers
        except OSError:
            return None
        finally:
            line.close()

    def is_well(self):
        answer = self.ask()
        return answer is not None and answer[0] == 200 and json.loads(answer[1])["ok"]

    def children(self):
        """Return the processes below this one, with the words they were started with."""
        found = descendants(self.process.pid)
        self.known |= found
        return found

    def child(self, word):
        [pid] = [pid for pid, words in self.children().items() if words[2:3] == [word]][:1]
        return pid

    def stop(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return self.process.wait(timeout=PATIENCE)

    def clear_away(self):
        """Leave nothing behind, whatever a test has done."""
        self.known |= self.children()
        for pid in (self.process.pid, *self.known):
            if is_alive(pid):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()
        self.log.close()


@contextmanager
def served(home):
    """Serve, and leave nothing behind whatever happens."""
    family = Served(home)
    try:
        family.hear()
        yield family
    finally:
        family.clear_away()


def descendants(root):
    parents, words = {}, {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            stat = (place / "stat").read_text().rpartition(")")[2].split()
            said = (place / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        parents[int(place.name)] = int(stat[1])
        words[int(place.name)] = [word.decode() for word in said]
    found, waiting = {}, [root]
    while waiting:
        parent = waiting.pop()
        below = [pid for pid, above in parents.items() if above == parent]
        found |= {pid: words[pid] for pid in below}
        waiting += below
    return found


def is_alive(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
