"""What is ink and what is paper."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitisation.stages.pages import LETTER, letter, paper, printed
from motcua.digitisation.pipeline.stages.ink import evened, grey, ink_mask, resized

INK = 150


def shares(page):
    """Return how much of a page is ink and how much is white."""
    return float((page < INK).mean()), float((page > 230).mean())


def test_a_grey_page_stays_the_same_page():
    page = letter()
    assert grey(page) is page


def test_colours_become_their_brightness():
    red = np.full((4, 4, 3), (255, 0, 0), np.uint8)
    assert grey(red).tolist() == [[76] * 4] * 4


def test_shadows_are_evened_out():
    shadow = np.linspace(0.5, 1, 1240)
    flat = evened((letter() * shadow).astype(np.uint8))
    ink, white = shares(flat)
    true, _ = shares(letter())
    assert abs(ink - true) < 0.01
    assert ink + white > 0.95


def test_faded_print_becomes_black():
    faded = printed(*(LETTER * 4), ink=170)
    assert int(evened(faded).min()) < 20


@pytest.mark.parametrize("words", ["Trang này để trống", "x"])
def test_a_page_of_few_words_does_not_become_black(words):
    ink, white = shares(evened(printed(words)))
    assert 0 < ink < 0.01
    assert white > 0.98


@pytest.mark.parametrize("tone", [255, 250, 200, 120])
def test_a_page_without_ink_becomes_white(tone):
    assert int(evened(paper(tone=tone)).min()) == 255


def test_show_through_on_a_page_of_few_words_does_not_become_ink():
    page = np.minimum(printed("Danh mục hồ sơ"), printed("Danh mục hồ sơ", top=650, ink=205))
    assert not (evened(page)[600:] < INK).any()


@settings(derandomize=True, max_examples=40, deadline=None)
@given(
    width=st.integers(1, 60),
    height=st.integers(1, 60),
    tone=st.integers(0, 255),
    factor=st.floats(0.001, 3),
)
def test_however_small_or_narrow_a_page_is_it_is_evened_and_resized(width, height, tone, factor):
    page = paper((height, width), tone=tone)
    assert evened(page).shape == page.shape
    other = resized(page, factor)
    assert min(other.shape) >= 1
    assert abs(other.shape[0] - max(1, height * factor)) <= 0.5
    assert np.array_equal(np.unique(other), [tone])


def test_a_page_at_its_own_size_is_the_same_page():
    page = letter()
    assert resized(page, 1) is page


def test_the_page_that_came_is_left_alone():
    page = letter()
    before = page.copy()
    evened(page)
    ink_mask(page)
    assert np.array_equal(page, before)


def test_print_is_ink_and_paper_is_not():
    small = resized(letter(), 0.5)
    mask = ink_mask(small)
    assert set(np.unique(mask)) == {0, 255}
    assert (mask[small < 100] == 255).all()
    assert (mask[small > 225] == 0).all()


def test_what_shines_through_is_not_ink():
    page = printed(*LETTER, ink=225)
    assert not ink_mask(resized(page, 0.5)).any()
