"""Everything to be read stands out enough from its ground (WCAG 2.1, 1.4.3 and 1.4.11)."""

import re
from importlib.resources import files

import pytest

STYLE = (files("motcua.ui") / "static/ui/motcua.css").read_text("utf-8")
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
@pytest.mark.parametrize("text", ["ink", "quiet", "accent", "accent-deep", "late"])
def test_text_on_every_ground(text, ground):
    assert contrast(COLOURS[text], COLOURS[ground]) >= 4.5


@pytest.mark.parametrize("state", ["good", "today", "late"])
def test_a_state_on_its_own_ground_and_on_paper(state):
    assert contrast(COLOURS[state], COLOURS[f"{state}-soft"]) >= 4.5
    assert contrast(COLOURS[state], COLOURS["paper"]) >= 4.5


@pytest.mark.parametrize("button", ["accent", "accent-deep", "late"])
def test_white_on_a_button(button):
    assert contrast("#ffffff", COLOURS[button]) >= 4.5


@pytest.mark.parametrize("edge", ["edge", "accent", "late"])
def test_the_frame_of_a_field_and_of_what_has_the_focus(edge):
    assert contrast(COLOURS[edge], COLOURS["paper"]) >= 3


@pytest.mark.parametrize("name", ["green", "orange", "yellow", "secondary", "muted", "red"])
def test_the_colours_that_tabler_has_too_light_are_ours(name):
    assert re.search(rf"--tblr-{name}: var\(--(good|today|quiet|late)\);", STYLE)
