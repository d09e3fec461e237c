"""Words, the places they stand, and lines and pages of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitisation.fakes import box, line, word
from motcua.digitisation.rules.text import Line, PageText, around

numbers = st.integers(-3000, 3000)
boxes = st.builds(
    lambda left, top, wide, tall: box(left, top, left + wide, top + tall),
    numbers,
    numbers,
    st.integers(0, 3000),
    st.integers(0, 3000),
)


def test_a_box_knows_its_size_and_middle():
    place = box(10, 20, 40, 30)
    assert (place.width, place.height, place.centre) == (30, 10, (25, 25))


def test_a_box_is_moved_grown_and_scaled():
    place = box(10, 20, 40, 30)
    assert place.moved(5, -20) == box(15, 0, 45, 10)
    assert place.grown(3) == box(7, 17, 43, 33)
    assert place.scaled(0.5) == box(5, 10, 20, 15)


@pytest.mark.parametrize(
    ("place", "seen"),
    [
        (box(-5, -5, 50, 50), box(0, 0, 50, 50)),
        (box(90, 190, 150, 250), box(90, 190, 100, 200)),
        (box(200, 300, 400, 500), box(100, 200, 100, 200)),
        (box(-40, -30, -20, -10), box(0, 0, 0, 0)),
        (box(10, 10, 20, 20), box(10, 10, 20, 20)),
    ],
    ids=["over a corner", "over the other", "beyond", "before", "inside"],
)
def test_of_a_box_only_what_lies_on_the_page_is_seen(place, seen):
    assert place.within(width=100, height=200) == seen


def test_a_box_holds_what_is_in_its_middle_and_no_larger():
    cell = box(0, 0, 100, 50)
    assert cell.holds(box(10, 10, 40, 30))
    assert cell.holds(box(60, 10, 110, 30))
    assert cell.holds(cell)
    assert not cell.holds(box(90, 10, 140, 30))
    assert not cell.holds(box(-50, 10, 150, 30))
    assert not cell.holds(box(10, -30, 40, 90))
    assert not cell.holds(box(10, 60, 40, 80))


@settings(derandomize=True)
@given(place=boxes, width=st.integers(0, 2000), height=st.integers(0, 2000))
def test_the_part_on_the_page_is_on_the_page(place, width, height):
    seen = place.within(width=width, height=height)
    assert 0 <= seen.left <= seen.right <= width
    assert 0 <= seen.top <= seen.bottom <= height
    assert seen.within(width=width, height=height) == seen


@settings(derandomize=True)
@given(st.lists(boxes, min_size=1, max_size=5))
def test_the_box_around_others_holds_them_all_and_touches_them(places):
    whole = around(places)
    assert whole.left == min(place.left for place in places)
    assert whole.bottom == max(place.bottom for place in places)
    assert around([whole, *places]) == whole


def test_a_page_is_its_lines_one_below_the_other():
    page = PageText(lines=(line("Kính gửi:"), line("Sở Tư pháp", top=30)))
    assert page.text == "Kính gửi:\nSở Tư pháp"
    assert [one.text for one in page.words] == ["Kính", "gửi:", "Sở", "Tư", "pháp"]
    assert page.lines[0].box == box(0, 0, 104, 20)


def test_the_confidence_of_a_page_is_that_of_its_letters():
    long, short = word("pháplý", confidence=1.0), word("là", confidence=0.2)
    assert PageText(lines=(Line(words=(long, short)),)).confidence == pytest.approx(0.8)


def test_a_page_without_words_is_read_with_no_confidence():
    assert PageText().confidence == 0
    assert PageText().text == ""
