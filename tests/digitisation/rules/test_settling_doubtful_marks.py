"""Marks that were read in doubt, settled by the term they stand in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.digitisation.rules.office_terms import PAIRS
from motcua.digitisation.rules.terms_mending import settled
from motcua.digitisation.rules.text import Box, Line, PageText, Word


def read(*words, confidence=0.8):
    return PageText(
        lines=(
            Line(
                words=tuple(
                    Word(
                        text=text,
                        box=Box(left=place * 50, top=0, right=place * 50 + 40, bottom=20),
                        confidence=confidence,
                    )
                    for place, text in enumerate(words)
                )
            ),
        )
    )


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("thú", "tục", "hành", "chính"), "thủ tục hành chính"),
        (("quyên", "hạn,"), "quyền hạn,"),
        (("TÔ", "CHỨC"), "TỔ CHỨC"),
        (("Tô", "chức"), "Tổ chức"),
    ],
)
def test_a_look_alike_becomes_the_term(words, meant):
    assert settled(read(*words)).text == meant


@pytest.mark.parametrize(
    "words",
    [
        ("thú", "y", "xã"),
        ("bà", "Lê", "Thị", "Quyên"),
        ("ông", "Quyên", "Hạn"),
        ("hành", "chính;", "phú", "nông"),
        ("quyền", "hạn"),
    ],
)
def test_a_word_that_is_in_no_such_term_stays(words):
    assert settled(read(*words)).text == " ".join(words)


def test_a_word_read_surely_stands_even_where_a_term_would_fit():
    assert settled(read("thú", "tục", confidence=0.99)).text == "thú tục"


def test_what_a_neighbour_settled_is_less_sure_than_what_was_seen():
    assert settled(read("thú", "tục")).words[0].confidence < 0.8


@settings(derandomize=True)
@given(st.lists(st.sampled_from([word for pair in sorted(PAIRS) for word in pair]), min_size=1))
def test_no_word_is_lost_added_or_given_other_letters(words):
    after = settled(read(*words))
    assert len(after.words) == len(words)
    assert [len(word.text) for word in after.words] == [len(word) for word in words]


@pytest.mark.parametrize("pair", sorted(PAIRS)[::7])
def test_a_term_that_was_read_right_is_left_alone(pair):
    assert settled(read(*pair)).text == " ".join(pair)
