"""What a file gains that takes over the process that reads it."""

import json
import multiprocessing
import os
import resource
import socket
import subprocess
import threading
from pathlib import Path

import pytest

from motcua.digitisation.backends.opening.confinement import allow_cpu, confine, keep_only
from motcua.digitisation.backends.opening.landlock import landlock_version
from motcua.digitisation.ports import OpeningLimits


def _good_deeds(spool):
    page = spool / "page"
    return {
        "write a page": lambda: page.write_bytes(b"page"),
        "remove it": page.unlink,
        "read a font": lambda: list(Path("/usr/share").iterdir()),
        "a thread": lambda: threading.Thread(target=print).start(),
    }


def _mean_deeds(spool):
    parent = os.getppid()
    return {
        "fork": os.fork,
        "start a program": lambda: subprocess.run(["/bin/true"], check=True),
        "become a program": lambda: os.execv("/bin/true", ["true"]),  # noqa: S606
        "open a line": socket.socket,
        "signal the parent": lambda: os.kill(parent, 0),
        "more memory": lambda: resource.setrlimit(resource.RLIMIT_AS, (-1, -1)),
        "read the accounts": Path("/etc/passwd").read_text,
        "read the parent": Path(f"/proc/{parent}/environ").read_bytes,
        "list the disk": lambda: list(Path("/var").iterdir()),
        "write elsewhere": lambda: (spool.parent / "elsewhere").write_text("x"),
        "link": lambda: (spool / "link").symlink_to("/etc/passwd"),
        "make a folder": (spool / "folder").mkdir,
        "read the spool": (spool / "other").read_bytes,
    }


def _try_all(end, spool):
    keep_only(end.fileno())
    confine(OpeningLimits(), spool=spool)
    allow_cpu(OpeningLimits(), pages=1)
    done = []
    for name, deed in {**_good_deeds(spool), **_mean_deeds(spool)}.items():
        try:
            deed()
        except (OSError, ValueError, subprocess.CalledProcessError):
            continue
        done.append(name)
    end.sendall(json.dumps(done).encode())
    os._exit(0)


@pytest.fixture
def done(opener, tmp_path):
    """What a confined process could do."""
    spool = tmp_path / "spool"
    spool.mkdir()
    (spool / "other").write_bytes(b"another page")
    ours, theirs = socket.socketpair()
    with ours, theirs:
        child = multiprocessing.get_context("forkserver").Process(
            target=_try_all, args=(theirs, spool)
        )
        child.start()
        theirs.close()
        said = ours.recv(10_000)
        child.join()
        child.close()
    return set(json.loads(said))


def test_it_may_write_pages_and_nothing_else(done):
    allowed = set(_good_deeds(Path()))
    assert allowed <= done
    if landlock_version():
        assert done == allowed
    else:
        assert done & {"fork", "start a program", "open a line", "signal the parent"} == set()
