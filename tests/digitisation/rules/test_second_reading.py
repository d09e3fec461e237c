"""When a line is read a second time, and who is believed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitisation.fakes import line, word
from motcua.digitisation.rules.second_reading import SURE_WORD, agreed, is_weak
from motcua.digitisation.rules.text import Line


def both(first, second):
    """Return what stands when each reader gives pairs of a word and its confidence."""
    return agreed(_line(first), _line(second)).text


def _line(pairs):
    return Line(
        words=tuple(
            word(text, left=100 * at, confidence=sure) for at, (text, sure) in enumerate(pairs)
        )
    )


def test_a_line_read_surely_is_left_alone():
    assert not is_weak(line("Ủy ban nhân dân xã", confidence=0.9))


@pytest.mark.parametrize(
    "weak",
    [line("Ủy ban", confidence=0.84), line("Ủy bxn", confidence=0.99)],
    ids=["one is unsure", "one is no word"],
)
def test_a_doubtful_line_deserves_a_second_reading(weak):
    assert is_weak(weak)


def test_readers_who_agree_are_surer_than_either():
    stands = agreed(_line([("dân", 0.5), ("xã", 0.99)]), _line([("dân", 0.6), ("xã", 0.9)]))
    assert stands.text == "dân xã"
    assert [one.confidence for one in stands.words] == [SURE_WORD, 0.99]


def test_a_possible_word_beats_an_impossible_one_however_sure():
    assert both([("quyểt", 0.5), ("xãx", 0.99)], [("quyết", 0.2), ("xã", 0.2)]) == "quyết xã"
    assert both([("dân", 0.1)], [("dâx", 0.99)]) == "dân"


def test_between_possible_words_the_first_reader_must_be_a_tenth_surer():
    assert both([("nam", 0.85)], [("năm", 0.80)]) == "năm"
    assert both([("nam", 0.95)], [("năm", 0.80)]) == "nam"


def test_a_replaced_word_stands_where_the_first_reader_saw_it():
    stands = agreed(_line([("nám", 0.2)]), Line(words=(word("năm", left=7, top=9),)))
    assert stands.words[0].box == _line([("nám", 0.2)]).words[0].box


def test_a_word_that_only_the_first_reader_saw_stays():
    assert both([("ủy", 0.3), ("ban", 0.9)], [("ban", 0.9)]) == "ủy ban"


@pytest.mark.parametrize(
    ("alone", "stands"),
    [
        (("nhân", 0.95), "ủy ban nhân"),
        (("nhân", 0.89), "ủy ban"),
        (("nhxn", 0.99), "ủy ban"),
    ],
    ids=["sure and possible", "unsure", "impossible"],
)
def test_a_word_that_only_the_second_reader_saw_must_be_sure_and_possible(alone, stands):
    assert both([("ủy", 0.9), ("ban", 0.9)], [("ủy", 0.9), ("ban", 0.9), alone]) == stands


def test_runs_of_unlike_length_are_believed_whole():
    assert both([("ủyban", 0.9), ("xã", 0.9)], [("ủy", 0.8), ("ban", 0.8), ("xã", 0.9)]) == (
        "ủy ban xã"
    )
    assert both([("ủy", 0.95), ("ban", 0.95)], [("ủyban", 0.99)]) == "ủy ban"


some_words = st.lists(
    st.tuples(
        st.sampled_from(["ủy", "ban", "nhân", "dxn", "xã", "12/UB", "—"]),
        st.floats(0, 1, allow_nan=False),
    ),
    min_size=1,
    max_size=7,
)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(pairs=some_words)
def test_equal_readings_change_no_word_and_no_place(pairs):
    once = _line(pairs)
    stands = agreed(once, once)
    assert [(w.text, w.box) for w in stands.words] == [(w.text, w.box) for w in once.words]


@settings(derandomize=True, max_examples=300, deadline=None)
@given(first=some_words, second=some_words)
def test_words_never_come_from_nowhere(first, second):
    ours, theirs = _line(first), _line(second)
    stands = agreed(ours, theirs)
    assert stands.words
    assert len(stands.words) <= len(ours.words) + len(theirs.words)
    known = {w.text for w in (*ours.words, *theirs.words)}
    assert {w.text for w in stands.words} <= known
    places = {w.box for w in (*ours.words, *theirs.words)}
    assert {w.box for w in stands.words} <= places
    assert all(0 <= w.confidence <= 1 for w in stands.words)
