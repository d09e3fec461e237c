"""Which words can be true, what is mended and what is noise."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitisation.fakes import line, word
from motcua.digitisation.rules.text import Line, PageText
from motcua.digitisation.rules.wording import cleaned, is_plausible, mended


@pytest.mark.parametrize(
    "possible",
    [
        "quyết", "NGHĨA", "Đắk", "2024", "1.250.000", "15/QĐ-UBND", "TTr", "UBND", "12m2", "50%",
        "(UBND", "Bình.", "02/02/2024", "A1234", "“Về", "-", "./.", "HĐND-VP", "QyĐ", "VPĐKĐĐ",
        "và/hoặc", "25kg",
    ],
)  # fmt: skip
def test_a_word_of_the_office_is_possible(possible):
    assert is_plausible(possible)


@pytest.mark.parametrize("impossible", ["", "quyét", "nhxn", "ab@cd", "~", "((", "q1w2", "Ðiều"])
def test_what_nobody_writes_is_not_possible(impossible):
    assert not is_plausible(impossible)


@pytest.mark.parametrize(
    ("read", "true"),
    [
        ("quyét", "quyết"),
        ("QUYÉT", "QUYẾT"),
        ("(quyét),", "(quyết),"),
        ("Ðiều", "Điều"),
        ("ðiều", "điều"),
        ("ĐÐiều", "Điều"),
        ("12/TĐÐKT", "12/TĐKT"),
        ("ðđại", "đại"),
        ("Ðuóc", "Đuốc"),
    ],
)
def test_what_admits_of_one_reading_is_mended(read, true):
    assert mended(read) == true


@pytest.mark.parametrize(
    "word_",
    ["VPĐKĐĐ", "QLĐĐ", "HĐĐT", "Nguyen", "Tien", "BIEN", "CEO", "Lê", "nám", "ab", "nguyén-x"],
)
def test_what_may_be_true_or_may_be_two_things_is_left_alone(word_):
    assert mended(word_) == word_


def test_mending_leaves_a_word_that_two_hats_would_fit():
    assert mended("quón") == "quón"


LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
)
near_words = st.text(st.sampled_from(LETTERS + LETTERS.upper() + "ÐðwfjzZ.,()1-/"), max_size=8)
HATS = "\u0302\u0306\u031b"


def bare(text):
    """Return the letters without hats, horns and breves, their tones kept."""
    split = unicodedata.normalize("NFD", text)
    return "".join(mark for mark in split if mark not in HATS)


@settings(derandomize=True, max_examples=500, deadline=None)
@given(read=near_words)
def test_mending_never_touches_a_possible_word(read):
    if is_plausible(read):
        assert mended(read) == read


@settings(derandomize=True, max_examples=500, deadline=None)
@given(read=near_words.filter(lambda read: not set(read) & set("Ðð")))
def test_mending_changes_hats_and_nothing_else(read):
    after = mended(read)
    assert bare(after) == bare(read)
    assert unicodedata.is_normalized("NFC", after)
    assert after == read or is_plausible(after)


@settings(derandomize=True, max_examples=500, deadline=None)
@given(read=near_words)
def test_mending_twice_is_mending_once(read):
    assert mended(mended(read)) == mended(read)
    assert not set(mended(read)) & set("Ðð")


@pytest.mark.parametrize(
    ("text", "confidence", "stays"),
    [
        ("ban", 0.0, True),
        ("bxn", 0.31, True),
        ("bxn", 0.29, False),
        ("~~", 0.54, False),
        ("~~", 0.56, True),
        ("-", 0.1, True),
    ],
)
def test_noise_is_left_out_and_words_stay(text, confidence, stays):
    page = PageText(lines=(Line(words=(word(text, confidence=confidence),)),))
    assert cleaned(page).text == (text if stays else "")


def test_a_line_of_noise_alone_disappears():
    page = PageText(lines=(line("~ ^ ~", confidence=0.2), line("Kính gửi")))
    assert [one.text for one in cleaned(page).lines] == ["Kính gửi"]


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.lists(st.tuples(near_words.filter(bool), st.floats(0, 1)), min_size=1, max_size=6))
def test_cleaning_keeps_places_and_order_and_is_done_once(pairs):
    words = tuple(
        word(text, left=at * 50, confidence=sure) for at, (text, sure) in enumerate(pairs)
    )
    once = cleaned(PageText(lines=(Line(words=words),)))
    places = [one.box for one in words]
    kept = [places.index(one.box) for one in once.words]
    assert kept == sorted(kept)
    assert {one.confidence for one in once.words} <= {one.confidence for one in words}
    assert cleaned(once) == once


@pytest.mark.parametrize("read", ["V/v", "V⁄v", "V⁄%w", "V/w", "V⁄%v"])
def test_the_about_of_a_letter_is_known_however_its_stroke_was_read(read):
    assert mended(read) == "V/v"


@pytest.mark.parametrize("read", ["V/N", "VV", "V/", "TV/v"])
def test_what_is_not_the_about_of_a_letter_stays(read):
    assert mended(read) == read
