import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.digitisation.rules.fields.letters import (
    bare,
    distance,
    find_near,
    in_capitals,
    is_vietnamese,
    key,
    tones_of,
)
from motcua.digitisation.rules.fields.phrases import phrasebook


@settings(derandomize=True)
@given(st.text(max_size=40))
def test_bare_letters_stand_one_for_one(text):
    assert len(bare(text)) == len(text)


def test_marks_and_strokes_are_taken_off():
    assert bare("Đường ỦY Ước") == "duong uy uoc"
    assert key("Số: 12/QĐ-UBND.") == "so12qdubnd"


@pytest.mark.parametrize("text", ["Nguyễn", "Đắk Lắk", "UBND", "ữ", "12"])
def test_vietnamese_letters_are_known(text):
    assert is_vietnamese(text)


@pytest.mark.parametrize("text", ["Ï", "ñ", "ß", "n̂", "ŷ", "日", "ấ̀"])
def test_other_letters_are_not_vietnamese(text):
    assert not is_vietnamese(text)


def test_a_line_in_capitals_forgives_a_small_letter():
    assert in_capitals("TRƯỜNG THPt")
    assert not in_capitals("Trường THPT")
    assert not in_capitals("123")


def test_tones_are_counted_and_shapes_are_not():
    assert tones_of("TỈNHỘNG") == 2
    assert tones_of("Niê") == 0


@pytest.mark.parametrize(
    ("left", "right", "slips"),
    [("", "", 0), ("abc", "", 3), ("thongbao", "thongcao", 1), ("noinhan", "nguoinhan", 2)],
)
def test_slips_are_counted(left, right, slips):
    assert distance(left, right) == distance(right, left) == slips


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("huonghoaxahoi", (5, 13)),
        ("xyhoaxahoi", (2, 10)),
        ("hoaxaxyz", None),
        ("", None),
    ],
)
def test_a_phrase_is_found_inside_other_letters(text, place):
    assert find_near("hoaxahoi", text, within=1) == place


def test_a_misread_first_letter_belongs_to_the_phrase():
    assert find_near("conghoaxahoi", "gonghoaxahoi", within=2) == (0, 12)


def test_two_phrases_with_the_same_letters_are_refused():
    with pytest.raises(ValueError, match="Hà Nam"):
        phrasebook(["Hà Nàm", "Hà Nam"])
