"""The life of the reading process: beside a pool, under signals, to the end."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from contracts.file_opener import taken
from digitisation.opening.pdfs import saved, scanned
from motcua.digitisation.backends.opening.opener import ConfinedOpener
from motcua.digitisation.errors import NoRoom, Unreadable, UnreadableFile
from motcua.digitisation.ports import OpeningLimits
from samples.hostile import slow_to_draw, write_hostile

PAGES = 6


@pytest.fixture
def pile(tmp_path):
    path = tmp_path / "pile.pdf"
    pdf = scanned()
    for _ in range(PAGES - 1):
        pdf.pages.append(pdf.pages[0])
    path.write_bytes(saved(pdf))
    return path


def reader():
    """Return the one reading process there is."""
    [child] = multiprocessing.active_children()
    return child


def is_gone_now(pid):
    return not Path(f"/proc/{pid}").exists()


def is_gone(pid):
    """Tell whether the process is gone before long, corpse and all."""
    for _ in range(250):
        if is_gone_now(pid):
            return True
        time.sleep(0.02)
    return False


def test_no_more_than_one_page_is_drawn_ahead(opener, limits, spool, pile):
    with opener.open(pile, limits=limits, spool=spool) as file:
        for number, sheet in enumerate(file.sheets(), start=1):
            time.sleep(0.1)
            assert len(list(spool.iterdir())) == (2 if number < PAGES else 1)
            sheet.discard()


def test_a_page_drawn_ahead_and_not_taken_is_removed(opener, limits, spool, pile):
    with opener.open(pile, limits=limits, spool=spool) as file:
        sheet = next(file.sheets())
        while len(list(spool.iterdir())) < 2:
            time.sleep(0.01)
    assert list(spool.iterdir()) == [sheet.path]
    sheet.discard()


def test_the_reader_is_gone_when_the_last_page_is_drawn(opener, limits, spool, pile):
    file = opener.open(pile, limits=limits, spool=spool)
    pid = reader().pid
    for sheet in file.sheets():
        sheet.discard()
    assert is_gone(pid)


def test_the_reader_is_gone_when_the_file_is_closed(opener, limits, spool, pile):
    file = opener.open(pile, limits=limits, spool=spool)
    pid = reader().pid
    file.close()
    file.close()
    assert is_gone(pid)
    assert list(file.sheets()) == []


def test_the_reader_is_gone_when_the_file_is_refused(opener, limits, spool, tmp_path):
    path = tmp_path / "note.txt"
    path.write_bytes(b"nothing to read")
    with pytest.raises(UnreadableFile):
        opener.open(path, limits=limits, spool=spool)
    assert multiprocessing.active_children() == []


def test_the_sheets_of_a_file_are_drawn_once(opener, limits, spool, pile):
    with opener.open(pile, limits=limits, spool=spool) as file:
        next(file.sheets()).discard()
        with pytest.raises(RuntimeError):
            file.sheets()


@pytest.mark.parametrize(
    ("how", "why"),
    [(signal.SIGKILL, Unreadable.TOO_MUCH_WORK), (signal.SIGSEGV, Unreadable.BROKEN)],
)
def test_a_reader_that_dies_is_one_refusal(opener, limits, spool, pile, how, why):
    file = opener.open(pile, limits=limits, spool=spool)
    sheets = file.sheets()
    os.kill(reader().pid, how)
    with pytest.raises(UnreadableFile) as refusal:
        for sheet in sheets:
            sheet.discard()
    assert refusal.value.why is why
    file.close()


def test_a_key_pressed_at_the_terminal_does_not_reach_the_reader(opener, limits, spool, pile):
    with opener.open(pile, limits=limits, spool=spool) as file:
        assert os.getpgid(reader().pid) != os.getpgid(0)
        os.kill(reader().pid, signal.SIGINT)
        for sheet in file.sheets():
            sheet.discard()


def test_a_reader_that_stands_still_is_not_waited_for(opener, spool, pile):
    short = OpeningLimits(wall_seconds_per_page=5)
    file = opener.open(pile, limits=short, spool=spool)
    os.kill(reader().pid, signal.SIGSTOP)
    with pytest.raises(UnreadableFile) as refusal:
        next(file.sheets())
    assert (refusal.value.why, refusal.value.detail) == (Unreadable.TOO_MUCH_WORK, "time")
    file.close()


def test_a_slow_taker_does_not_make_the_reader_late(opener, spool, pile):
    short = OpeningLimits(wall_seconds_per_page=4)
    with opener.open(pile, limits=short, spool=spool) as file:
        for sheet in file.sheets():
            if sheet.number == 1:
                time.sleep(4.2)
            sheet.discard()
    assert sheet.number == PAGES


def mean_of(sheet):
    return float(taken(sheet).pixels.mean())


def read_a_pile(path, spool):
    with ConfinedOpener().open(path, limits=OpeningLimits(), spool=spool) as file:
        return [mean_of(sheet) for sheet in file.sheets()]


def test_pages_are_worked_on_in_a_pool_of_the_same_fork_server(opener, limits, spool, pile):
    pool = ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("forkserver"))
    with pool, opener.open(pile, limits=limits, spool=spool) as file:
        means = list(pool.map(mean_of, file.sheets()))
    assert len(means) == PAGES
    assert len(set(means)) == 1


def test_a_worker_of_a_pool_may_open_a_file_itself(opener, spool, pile):
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("forkserver")) as pool:
        assert len(pool.submit(read_a_pile, pile, spool).result(timeout=60)) == PAGES


def test_the_parent_loads_none_of_the_parsers():
    """What the parent never imports, no file can attack there."""
    asked = (
        "import sys, motcua.digitisation.backends.opening.opener\n"
        "print([name for name in sys.modules if name.split('.')[0] in"
        " {'PIL', 'pikepdf', 'pypdfium2', 'pi_heif', 'cv2'}])"
    )
    answered = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert answered.stdout.strip() == b"[]"


ABANDONED = """
import os, sys
from pathlib import Path
from motcua.digitisation.backends.opening.opener import ConfinedOpener
from motcua.digitisation.ports import OpeningLimits

sheets = ConfinedOpener().open(
    Path(sys.argv[1]), limits=OpeningLimits(), spool=Path(sys.argv[2])
).sheets()
import multiprocessing
print(multiprocessing.active_children()[0].pid, flush=True)
next(sheets)
"""


def test_the_reader_does_not_outlive_a_parent_that_is_killed(tmp_path):
    path = write_hostile(slow_to_draw, folder=tmp_path)
    asked = [sys.executable, "-c", ABANDONED, path, tmp_path]
    with subprocess.Popen(asked, stdout=subprocess.PIPE) as parent:
        pid = int(parent.stdout.readline())
        assert not is_gone_now(pid)
        parent.kill()
    assert is_gone(pid)


def _may_mount():
    return os.geteuid() == 0 and Path("/usr/bin/mount").exists()


@pytest.mark.skipif(not _may_mount(), reason="needs a small disk to fill")
def test_a_full_disk_is_said_and_nothing_is_left(opener, limits, spool, pile, tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", small], check=False
    )
    if mounted.returncode:
        pytest.skip("may not mount here")
    try:
        file = opener.open(pile, limits=limits, spool=small)
        taken = []
        with pytest.raises(NoRoom):
            taken.extend(file.sheets())
        assert sorted(small.iterdir()) == [sheet.path for sheet in taken]
        file.close()
    finally:
        subprocess.run(["umount", small], check=True)
