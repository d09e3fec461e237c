"""Whatever stops the work, what stands in the result folder is whole."""

import os
import signal
import subprocess
import time

import pytest

from journeys.desk import command, motcua_command, pile_of


def started(*words):
    return subprocess.Popen(**command(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def wait_for(happened, *, seconds=60.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if happened():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen in time")


def descendants(pid):
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat", encoding="utf-8") as status:
                    fields = status.read().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == pid:
                found += [int(entry), *descendants(int(entry))]
    return found


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_stopping_leaves_only_whole_results_and_no_process(sheets, tmp_path, how):
    out = tmp_path / "out"
    pile = pile_of(sheets["scan_congvan_sohoa"], pages=30, target=tmp_path / "pile.pdf")
    work = started("digitise", sheets["blank"], pile, "--out", out)
    wait_for(lambda: (out / f"{sheets['blank'].stem}.json").exists())
    wait_for(lambda: any(out.glob(".motcua-*/*")))
    processes = descendants(work.pid)
    work.send_signal(how)
    _, err = work.communicate(timeout=30)
    assert work.returncode == 130
    assert b"Traceback" not in err
    names = sorted(path.name for path in out.iterdir())
    assert names == [f"{sheets['blank'].stem}.{kind}" for kind in ("json", "pdf", "txt")]
    wait_for(lambda: not any(os.path.exists(f"/proc/{pid}") for pid in processes), seconds=10)


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
        with open(f"/proc/{pid}/statm", encoding="utf-8") as memory:
            return int(memory.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
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
