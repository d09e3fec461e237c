"""What the gate is told of a page."""

from dataclasses import replace

import pytest

from digitisation.fakes import box
from digitisation.stages.pages import letter, recognised, ruled
from motcua.digitisation.pipeline.stages.measure import measured
from motcua.digitisation.rules.text import Line, PageText, Word

MM = 150 / 25.4


def measures_of(page, *boxes):
    words = [Word(text="chữ", box=place, confidence=0.95) for place in boxes]
    text = PageText(lines=tuple(Line(words=(word,)) for word in words))
    return measured(replace(recognised(page), text=text))


WHOLE_TEXT = box(140, 140, 1150, 900)


def test_the_rules_of_a_table_are_no_text_that_was_missed():
    table = ruled(letter(), left=150, top=1000, widths=[300] * 3, heights=[60] * 8)
    assert measures_of(letter(), WHOLE_TEXT).unread_ink < 0.01
    assert measures_of(table, WHOLE_TEXT).unread_ink < 0.01


def test_the_streaks_of_a_feeder_that_stalled_are():
    streaks = letter().copy()
    for left in range(300, 700, 9):
        streaks[1000:1500, left : left + 4] = 0
    assert measures_of(streaks, WHOLE_TEXT).unread_ink > 0.5


def test_the_margin_is_the_least_distance_of_a_word_from_the_border():
    measures = measures_of(letter(), box(200, 300, 400, 330), box(100, 500, 1210, 530))
    assert measures.margin_mm == pytest.approx(30 / MM, abs=0.1)
    assert measures.print_width == pytest.approx(1110 / 1240, abs=0.01)


def test_a_page_without_words_has_no_margin_to_speak_of():
    assert measures_of(letter()).margin_mm > 300
