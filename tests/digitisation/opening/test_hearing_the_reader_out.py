"""The reading process may have been taken over: what it says is heard, and not believed."""

import json
import socket
import threading
import time
from pathlib import Path

import pytest

from motcua.digitisation.backends.opening.answers import (
    contents_of,
    look_of,
    placed_text,
    spooled_page,
)
from motcua.digitisation.backends.opening.channel import LONGEST_MESSAGE, Channel, Gone
from motcua.digitisation.backends.opening.conversation import Conversation
from motcua.digitisation.backends.opening.handling import MOST_WORDS, Ink
from motcua.digitisation.errors import NoRoom, Unreadable, UnreadableFile
from motcua.digitisation.ports import OpeningLimits
from motcua.digitisation.rules.text import Box

LIMITS = OpeningLimits(pages=10, page_pixels=1000, file_bytes=500)


class Child:
    """A process that does nothing but end."""

    def __init__(self, exitcode=0):
        self.exitcode = exitcode
        self.killed = 0

    def is_alive(self):
        return not self.killed

    def kill(self):
        self.killed += 1

    def join(self, timeout=None):
        pass

    def close(self):
        pass


@pytest.fixture
def ends():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


@pytest.fixture
def child():
    return Child()


def talk_with(child, end):
    return Conversation(child, end, name="scan.pdf", spool=Path("spool"), wall_seconds=0.3)


@pytest.fixture
def talk(ends, child):
    return talk_with(child, ends[0])


def framed(message):
    written = message if isinstance(message, bytes) else json.dumps(message).encode()
    return len(written).to_bytes(4, "big") + written


def refusal_when(ends, talk, said, read=lambda talk: talk.ask({"do": "open"})):
    ends[1].sendall(said)
    with pytest.raises(UnreadableFile) as refusal:
        read(talk)
    return refusal.value


@pytest.mark.parametrize(
    "said",
    [
        framed(b"\x80\x04\x95 a pickle"),
        framed(b"[1, 2]"),
        framed(b"null"),
        framed(b"{"),
        framed(b""),
        framed(b"\xff\xfe"),
        framed(b"[" * 100_000),
        framed(b'{"pages": ' + b"9" * 5000 + b"}"),
        (LONGEST_MESSAGE + 1).to_bytes(4, "big"),
        b"\xff\xff\xff\xff",
    ],
    ids=lambda said: repr(said[:12]),
)
def test_what_is_no_message_ends_the_talk(ends, talk, child, said):
    refusal = refusal_when(ends, talk, said)
    assert (refusal.why, refusal.detail) == (Unreadable.BROKEN, "garbled")
    assert child.killed == 1
    assert talk.is_over


def test_half_a_message_is_not_waited_for(ends, talk, child):
    begun = time.monotonic()
    refusal = refusal_when(ends, talk, framed({"pages": 1})[:9])
    assert refusal.why is Unreadable.TOO_MUCH_WORK
    assert time.monotonic() - begun < 2
    assert child.killed == 1


def test_a_message_that_drips_is_not_waited_for(ends, talk):
    def drip():
        for sign in framed({"pages": 1, "is_pdf": False}):
            time.sleep(0.05)
            try:
                ends[1].sendall(bytes([sign]))
            except OSError:
                return

    dripping = threading.Thread(target=drip)
    dripping.start()
    begun = time.monotonic()
    with pytest.raises(UnreadableFile):
        talk.ask({"do": "open"})
    assert time.monotonic() - begun < 1
    dripping.join()


@pytest.mark.parametrize(
    ("exitcode", "why"),
    [
        (-24, Unreadable.TOO_MUCH_WORK),
        (-9, Unreadable.TOO_MUCH_WORK),
        (-6, Unreadable.TOO_MUCH_WORK),
        (-5, Unreadable.TOO_MUCH_WORK),
        (-11, Unreadable.BROKEN),
        (-7, Unreadable.BROKEN),
        (1, Unreadable.BROKEN),
        (None, Unreadable.BROKEN),
    ],
)
def test_how_it_ended_says_why(ends, exitcode, why):
    talk = Conversation(
        Child(exitcode), ends[0], name="scan.pdf", spool=Path("spool"), wall_seconds=1
    )
    ends[1].close()
    with pytest.raises(UnreadableFile) as refusal:
        talk.ask({"do": "open"})
    assert (refusal.value.why, refusal.value.name) == (why, "scan.pdf")


def test_an_unknown_reason_is_a_broken_file(ends, talk):
    refusal = refusal_when(ends, talk, framed({"refused": "because", "detail": ["x"]}))
    assert refusal.why is Unreadable.BROKEN


def test_a_detail_cannot_command_a_terminal(ends, talk):
    said = framed({"refused": "broken", "detail": "\x1b]0;owned\x07" + "x" * 1000})
    refusal = refusal_when(ends, talk, said)
    assert refusal.detail.isprintable()
    assert len(refusal.detail) == 200


def test_no_room_is_no_fault_of_the_file(ends, talk, child):
    ends[1].sendall(framed({"no_room": "No space left on device"}))
    with pytest.raises(NoRoom) as refusal:
        talk.ask({"do": "draw"})
    assert (refusal.value.where, refusal.value.detail) == ("spool", "No space left on device")
    assert child.killed == 1


CONTENTS = {"pages": 3, "is_pdf": True, "is_signed": False, "sha256": "0" * 64}


def test_what_it_says_of_the_file_is_taken(ends, talk):
    ends[1].sendall(framed(CONTENTS))
    contents = contents_of(talk, limits=LIMITS)
    assert (contents.page_count, contents.is_pdf, contents.is_signed) == (3, True, False)


@pytest.mark.parametrize(
    "lie",
    [
        {"pages": 0},
        {"pages": 11},
        {"pages": 1.5},
        {"pages": True},
        {"pages": "3"},
        {"pages": None},
        {"sha256": "0" * 63},
        {"sha256": 5},
        {"sha256": "../../" + "0" * 58},
    ],
    ids=repr,
)
def test_a_lie_about_the_file_is_not_believed(ends, talk, lie):
    refusal = refusal_when(
        ends, talk, framed({**CONTENTS, **lie}), lambda talk: contents_of(talk, limits=LIMITS)
    )
    assert refusal.why is Unreadable.BROKEN


LOOK = {"ink": "text", "text": "Văn bản", "picture_share": 0.5, "strokes": 3}


def test_a_text_is_cleaned_and_composed(ends, talk):
    dirty = "A\u0302n\r\nB\r\x00C\x1b[31m\ud800\ufffe\u200bD\tE"
    ends[1].sendall(framed({**LOOK, "text": dirty}))
    look = look_of(talk, number=1)
    assert look.text == "Ân\nB\nC[31m\u200bD\tE"
    look.text.encode()
    assert look.ink is Ink.TEXT


@pytest.mark.parametrize(
    "lie",
    [
        {"ink": "gold"},
        {"picture_share": 1.1},
        {"picture_share": float("nan")},
        {"picture_share": "all"},
        {"strokes": -1},
    ],
    ids=repr,
)
def test_a_lie_about_a_page_is_not_believed(ends, talk, lie):
    refusal = refusal_when(
        ends, talk, framed({**LOOK, **lie}), lambda talk: look_of(talk, number=1)
    )
    assert refusal.why is Unreadable.BROKEN


PLACED = {"width": 100, "height": 50, "lines": [[["Số:", 0, 1, 9, 10], ["1\x00", 90, 40, 100, 50]]]}


def test_where_words_stand_is_taken(ends, talk):
    ends[1].sendall(framed(PLACED))
    placed = placed_text(talk, number=1)
    assert (placed.width, placed.height) == (100, 50)
    [line] = placed.text.lines
    assert [(word.text, word.box) for word in line.words] == [
        ("Số:", Box(left=0, top=1, right=9, bottom=10)),
        ("1", Box(left=90, top=40, right=100, bottom=50)),
    ]


def test_that_nothing_is_known_of_places_is_taken(ends, talk):
    ends[1].sendall(framed({**PLACED, "lines": None}))
    assert placed_text(talk, number=1).text is None


def one_word(*said):
    return {"lines": [[list(said)]]}


@pytest.mark.parametrize(
    "lie",
    [
        {"width": 0},
        {"height": 1 << 40},
        {"width": 10.5},
        {"lines": "many"},
        {"lines": {"0": []}},
        {"lines": [[]]},
        {"lines": [["Số:"]]},
        {"lines": [[["a", 0, 0, 9, 9]] * (MOST_WORDS + 1)]},
        one_word("a", 0, 0, 9),
        one_word("a", 0, 0, 9, 9, 9),
        one_word("a", -1, 0, 9, 9),
        one_word("a", 0, 0, 101, 9),
        one_word("a", 0, 0, 9, 51),
        one_word("a", 9, 0, 9, 9),
        one_word("a", 0, 9, 9, 3),
        one_word("a", 0, 0, 9, float("nan")),
        one_word("a", 0, 0, float("inf"), 9),
        one_word("a", "0", 0, 9, 9),
        one_word("a", False, 0, 9, 9),
        one_word("", 0, 0, 9, 9),
        one_word("\x00", 0, 0, 9, 9),
        one_word("two words", 0, 0, 9, 9),
        one_word("a\r\nb", 0, 0, 9, 9),
    ],
    ids=lambda lie: repr(lie)[:40],
)
def test_a_lie_about_places_is_not_believed(ends, talk, lie):
    said = framed({**PLACED, **lie})
    refusal = refusal_when(ends, talk, said, lambda talk: placed_text(talk, number=1))
    assert refusal.why is Unreadable.BROKEN


DRAWN = {"shape": [10, 20], "dpi": 300.0, "encoded": 5}


@pytest.fixture
def spooled(tmp_path):
    path = tmp_path / "page"
    path.write_bytes(bytes(205))
    return path


def test_a_drawn_page_is_taken(ends, talk, spooled):
    ends[1].sendall(framed(DRAWN))
    talk.put({"do": "draw"})
    page = spooled_page(talk, number=2, path=spooled, limits=LIMITS)
    sheet = page.load()
    assert (sheet.number, sheet.pixels.shape, sheet.encoded) == (2, (10, 20), bytes(5))
    page.discard()
    page.discard()
    assert not spooled.exists()


@pytest.mark.parametrize(
    "lie",
    [
        {"shape": [10, 21]},
        {"shape": [10, 20, 3]},
        {"shape": [10, 20, 4]},
        {"shape": [200]},
        {"shape": [-10, -20]},
        {"shape": [1 << 62, 4]},
        {"shape": "10"},
        {"dpi": 0},
        {"dpi": float("inf")},
        {"dpi": float("nan")},
        {"encoded": 6},
        {"encoded": 501},
        {"encoded": None},
    ],
    ids=repr,
)
def test_a_lie_about_a_drawn_page_is_not_believed(ends, talk, spooled, lie):
    talk.put({"do": "draw"})
    refusal = refusal_when(
        ends,
        talk,
        framed({**DRAWN, **lie}),
        lambda talk: spooled_page(talk, number=1, path=spooled, limits=LIMITS),
    )
    assert refusal.why is Unreadable.BROKEN


def test_a_link_instead_of_a_page_is_not_followed(ends, talk, spooled, tmp_path):
    secret = tmp_path / "secret"
    secret.write_bytes(bytes(205))
    spooled.unlink()
    spooled.symlink_to(secret)
    talk.put({"do": "draw"})
    refusal = refusal_when(
        ends,
        talk,
        framed(DRAWN),
        lambda talk: spooled_page(talk, number=1, path=spooled, limits=LIMITS),
    )
    assert refusal.why is Unreadable.BROKEN


def test_a_word_to_nobody_is_noticed(ends):
    ends[1].close()
    with pytest.raises(Gone):
        Channel(ends[0]).say({"do": "open"})
