"""Whatever stops the work, what stands in the result folder is whole."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from journeys.desk import command, motcua_command, pile_of

PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


def started(*words):
    """Start the command as from a terminal; one started in the background ignores Ctrl-C."""
    return subprocess.Popen(
        **command(*words),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )


def wait_for(happened, *, seconds=60.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if happened():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen in time")


def descendants(pid):
    children = [
        int(status.parent.name)
        for status in Path("/proc").glob("[0-9]*/stat")
        if parent_of(status) == pid
    ]
    return [*children, *(below for child in children for below in descendants(child))]


def parent_of(status):
    try:
        return int(status.read_text("utf-8").rsplit(")", 1)[1].split()[1])
    except OSError:  # it ended while we looked
        return None


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_stopping_leaves_only_whole_results_and_no_process(sheets, tmp_path, how):
    out = tmp_path / "out"
    pile = pile_of(sheets["scan_congvan_sohoa"], pages=30, target=tmp_path / "pile.pdf")
    work = started("digitise", sheets["blank"], pile, "--out", out)
    wait_for((out / f"{sheets['blank'].stem}.json").exists)
    wait_for(lambda: any(out.glob(".motcua-*/*")))
    processes = descendants(work.pid)
    work.send_signal(how)
    _, err = work.communicate(timeout=30)
    assert work.returncode == 130
    assert b"Traceback" not in err
    names = sorted(path.name for path in out.iterdir())
    assert names == [f"{sheets['blank'].stem}.{kind}" for kind in ("json", "pdf", "txt")]
    wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in processes), seconds=10)


def test_a_killed_reader_costs_no_page(sheets, tmp_path):
    """The kernel ends a process for want of memory, say; its pages are read again."""
    out = tmp_path / "out"
    pile = pile_of(sheets["clean_khaisinh"], pages=6, target=tmp_path / "pile.pdf")
    work = started("digitise", pile, "--out", out, "--json", "--jobs", "1")
    wait_for(lambda: any(out.glob(".motcua-*/*")))
    readers = []

    def found_the_reader():
        readers[:] = [pid for pid in descendants(work.pid) if memory_of(pid) > 120 << 20]
        return bool(readers)

    wait_for(found_the_reader)
    os.kill(max(readers, key=memory_of), signal.SIGKILL)
    stdout, err = work.communicate(timeout=120)
    assert work.returncode in {0, 1}, err
    assert b'"ok": true' in stdout
    assert stdout.count(b'"number":') == 6


def memory_of(pid):
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("utf-8").split()[1]) * PAGE_BYTES
    except OSError:
        return 0


def test_a_full_disk_is_said_and_leaves_nothing_half_written(sheets, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk can only be had where mounting is allowed")
    try:
        answer = motcua_command("digitise", sheets["clean_khaisinh"], "--out", disk / "out")
        assert answer.code == 4
        assert "Traceback" not in answer.err
        assert list((disk / "out").iterdir()) == []
    finally:
        subprocess.run(["umount", disk], check=True)
