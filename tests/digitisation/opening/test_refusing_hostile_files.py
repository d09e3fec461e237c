import os
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from contracts.file_opener import taken
from motcua.digitisation.errors import Unreadable, UnreadableFile
from samples import hostile

REFUSED = {
    Unreadable.ACTIVE_CONTENT: [
        hostile.javascript_at_opening,
        hostile.javascript_in_a_field,
        hostile.javascript_under_another_spelling,
        hostile.launch,
        hostile.launch_by_reference,
        hostile.submit_form,
        hostile.rich_media,
        hostile.xfa,
    ],
    Unreadable.ATTACHMENTS: [hostile.attachment, hostile.portfolio],
    Unreadable.ENCRYPTED: [
        hostile.encrypted_for_a_user,
        hostile.encrypted_for_the_owner,
        hostile.encrypted_the_old_way,
    ],
    Unreadable.PAGE_TOO_LARGE: [
        hostile.huge_box,
        hostile.huge_unit,
        hostile.image_bomb,
        hostile.png_bomb,
        hostile.large_png,
        hostile.tiff_bomb,
    ],
    Unreadable.TOO_MUCH_WORK: [
        hostile.content_bomb,
        hostile.nested_bomb,
        hostile.form_in_itself,
        hostile.forms_in_forms,
        hostile.wide_forms,
    ],
    Unreadable.TOO_MANY_PAGES: [hostile.ten_thousand_pages, hostile.many_framed_tiff],
    Unreadable.NO_PAGES: [hostile.no_page],
    Unreadable.BROKEN: [
        hostile.zero_box,
        hostile.broken_cross_references,
        hostile.cut_pdf,
        hostile.page_tree_loop,
        hostile.deep_arrays,
        hostile.picture_that_ends_early,
        hostile.cut_png,
        hostile.cut_jpeg,
        hostile.cut_webp,
        hostile.damaged_jpeg,
        hostile.cut_heic,
        hostile.lying_heic,
    ],
    Unreadable.UNKNOWN_FORMAT: [
        hostile.junk_before_the_mark,
        hostile.archive_by_another_name,
        hostile.text_by_another_name,
        hostile.svg_by_another_name,
        hostile.postscript_by_another_name,
    ],
}


def refusal_of(opener, path, *, limits, spool):
    with pytest.raises(UnreadableFile) as refusal:
        for sheet in opener.open(path, limits=limits, spool=spool).sheets():
            sheet.discard()
    return refusal.value


@pytest.mark.parametrize(
    ("make", "why"),
    [(make, why) for why, makers in REFUSED.items() for make in makers],
    ids=lambda case: getattr(case, "__name__", ""),
)
def test_a_hostile_file_is_refused_with_one_reason(opener, limits, spool, tmp_path, make, why):
    path = hostile.write_hostile(make, folder=tmp_path)
    refusal = refusal_of(opener, path, limits=limits, spool=spool)
    assert (refusal.why, refusal.name) == (why, path.name)
    assert refusal.detail.isprintable()


def test_a_picture_whose_next_page_is_itself_has_one_page(draw):
    opened, sheets = draw(hostile.endless_tiff())
    assert opened.page_count == len(sheets) == 1


def test_a_page_that_takes_too_much_work_is_given_up(opener, limits, spool, tmp_path):
    path = hostile.write_hostile(hostile.slow_to_draw, folder=tmp_path)
    little = replace(limits, cpu_seconds_per_page=1, wall_seconds_per_page=60)
    refusal = refusal_of(opener, path, limits=little, spool=spool)
    assert (refusal.why, refusal.detail) == (Unreadable.TOO_MUCH_WORK, "ended with -24")


def test_a_page_that_takes_too_long_is_given_up(opener, limits, spool, tmp_path):
    path = hostile.write_hostile(hostile.slow_to_draw, folder=tmp_path)
    begun = time.monotonic()
    short = replace(limits, wall_seconds_per_page=2, cpu_seconds_per_page=60)
    refusal = refusal_of(opener, path, limits=short, spool=spool)
    assert (refusal.why, refusal.detail) == (Unreadable.TOO_MUCH_WORK, "time")
    assert time.monotonic() - begun < 20


@pytest.fixture
def odd_place(tmp_path, request):
    """Something that is no readable file."""
    path = tmp_path / "odd.pdf"
    request.param(path)
    return path


def _fifo(path):
    os.mkfifo(path)


def _loop(path):
    path.symlink_to(path)


def _device(path):
    path.symlink_to("/dev/zero")


def _terminal(path):
    path.symlink_to("/dev/tty")


def _kernel_file(path):
    path.symlink_to("/proc/self/status")


def _nothing(path):
    pass


@pytest.mark.parametrize(
    ("odd_place", "why"),
    [
        (Path.mkdir, Unreadable.UNKNOWN_FORMAT),
        (_fifo, Unreadable.UNKNOWN_FORMAT),
        (_device, Unreadable.UNKNOWN_FORMAT),
        (_terminal, Unreadable.UNKNOWN_FORMAT),
        (_kernel_file, Unreadable.EMPTY),
        (_loop, Unreadable.ABSENT),
        (_nothing, Unreadable.ABSENT),
    ],
    indirect=["odd_place"],
    ids=["folder", "pipe", "device", "terminal", "kernel", "link to itself", "nothing"],
)
def test_what_is_no_file_is_refused_and_nobody_waits(opener, limits, spool, odd_place, why):
    assert refusal_of(opener, odd_place, limits=limits, spool=spool).why is why


def test_a_pipe_that_somebody_writes_to_is_not_read(opener, limits, spool, tmp_path):
    path = tmp_path / "pipe.pdf"
    os.mkfifo(path)
    keeper = os.open(path, os.O_RDWR)
    os.write(keeper, b"%PDF-1.4\n")
    assert refusal_of(opener, path, limits=limits, spool=spool).why is Unreadable.UNKNOWN_FORMAT
    os.close(keeper)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(opener, limits, spool, tmp_path):
    path = tmp_path / "locked.pdf"
    path.write_bytes(hostile.saved(hostile.page()))
    path.chmod(0)
    assert refusal_of(opener, path, limits=limits, spool=spool).why is Unreadable.ABSENT


@pytest.mark.parametrize("name", [b"so\nodd.pdf", b"\xff\xfe.pdf", "Đơn xin.pdf".encode()])
def test_an_odd_name_is_no_reason_and_no_trap(opener, limits, spool, tmp_path, name):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    path.write_bytes(hostile.saved(hostile.page()))
    with opener.open(path, limits=limits, spool=spool) as file:
        assert file.opened.page_count == 1
    path.write_bytes(b"nothing")
    refusal = refusal_of(opener, path, limits=limits, spool=spool)
    assert refusal.name.isprintable()
    refusal.name.encode()


def test_a_name_with_a_zero_in_it_is_absent(opener, limits, spool):
    assert refusal_of(opener, Path("a\0b"), limits=limits, spool=spool).why is Unreadable.ABSENT


def test_what_happens_to_the_file_later_does_not_matter(opener, limits, spool, tmp_path):
    path = tmp_path / "changing.pdf"
    path.write_bytes(hostile.saved(hostile.page()))
    with opener.open(path, limits=limits, spool=spool) as file:
        path.write_bytes(hostile.javascript_at_opening())
        [sheet] = [taken(sheet) for sheet in file.sheets()]
    assert sheet.pixels.min() == 255


def test_a_file_that_changes_while_it_is_read_is_read_as_something(opener, limits, spool, tmp_path):
    path = tmp_path / "restless.pdf"
    good, bad = hostile.saved(hostile.page()), hostile.javascript_at_opening()
    path.write_bytes(good)
    stop = threading.Event()

    def change():
        while not stop.is_set():
            path.write_bytes(bad)
            path.write_bytes(good)

    restless = threading.Thread(target=change)
    restless.start()
    for _ in range(20):
        try:
            opener.open(path, limits=limits, spool=spool).close()
        except UnreadableFile as refusal:
            assert refusal.why in {
                Unreadable.ACTIVE_CONTENT,
                Unreadable.BROKEN,
                Unreadable.EMPTY,
                Unreadable.UNKNOWN_FORMAT,
            }
    stop.set()
    restless.join()
