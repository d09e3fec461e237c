"""Everything to be read stands out enough from its ground (WCAG 2.1, 1.4.3 and 1.4.11)."""

import re
from importlib.resources import files

import pytest

STYLE = (files("motcua.digitisation.browse") / "style.css").read_text("utf-8")
COLOURS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", STYLE))


def light(colour):
    """Return the relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_black_on_white_is_the_most_there_is():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("ground", ["page", "paper", "accent-soft"])
@pytest.mark.parametrize("text", ["ink", "quiet", "accent", "review", "refused"])
def test_text_on_every_ground(text, ground):
    assert contrast(COLOURS[text], COLOURS[ground]) >= 4.5


@pytest.mark.parametrize("verdict", ["good", "review", "refused", "unreadable"])
def test_a_verdict_on_its_own_ground(verdict):
    assert contrast(COLOURS[verdict], COLOURS[f"{verdict}-soft"]) >= 4.5


@pytest.mark.parametrize("ground", ["review-soft", "refused-soft"])
def test_doubtful_words(ground):
    assert contrast(COLOURS["ink"], COLOURS[ground]) >= 4.5


@pytest.mark.parametrize("edge", ["edge", "accent"])
def test_the_frame_of_a_field_and_of_what_has_the_focus(edge):
    assert contrast(COLOURS[edge], COLOURS["paper"]) >= 3


def test_no_colour_but_shades_of_the_highlighter_is_written_twice():
    written = set(re.findall(r"#[0-9a-f]{6}\b", STYLE.split("}", 1)[1]))
    assert written <= {"#e08a00", "#d0342c", "#ffd54a", "#ffe48a"}
