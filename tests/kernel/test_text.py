"""Names are found however they are typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.text import composed, folded


@pytest.mark.parametrize("typed", ["số hoá", "SỐ HÓA", "so hoa", "  Số   hóa "])
def test_both_spellings_and_none_are_one(typed):
    assert folded(typed) == "so hoa"


def test_the_letter_d_with_its_stroke_is_found_without_it():
    assert folded("Đặng Đình Đức") == "dang dinh duc"


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậ "))
def test_how_a_letter_was_composed_does_not_matter(text):
    assert folded(unicodedata.normalize("NFD", text)) == folded(text)
    assert composed(unicodedata.normalize("NFD", text)) == composed(text)
