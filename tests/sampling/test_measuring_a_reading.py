import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures import Errors, compare, normalised, readings, total, without_marks

ONE_LINE = [["Giấy khai sinh"]]


def test_a_perfect_reading_has_no_errors():
    errors = compare(ONE_LINE, read="Giấy khai sinh")
    assert (errors.cer, errors.wer, errors.bow) == (0, 0, 0)


def test_one_wrong_letter_of_fourteen_is_one_wrong_word_of_three():
    errors = compare(ONE_LINE, read="Giấy khai sinb")
    assert (errors.letters, errors.letter_edits) == (14, 1)
    assert errors.cer == pytest.approx(100 / 14)
    assert errors.wer == errors.bow == pytest.approx(100 / 3)


def test_a_lost_mark_is_told_from_a_lost_letter():
    lost_mark = compare(ONE_LINE, read="Giây khai sinh")
    lost_letter = compare(ONE_LINE, read="Gấy khai sinh")
    assert (lost_mark.letter_edits, lost_mark.unmarked_letter_edits) == (1, 0)
    assert (lost_letter.letter_edits, lost_letter.unmarked_letter_edits) == (1, 1)


def test_words_out_of_order_are_an_error_of_order_only():
    errors = compare(ONE_LINE, read="sinh Giấy khai")
    assert errors.word_edits == 2  # one put in before, one left out behind
    assert errors.bow == 0


def test_made_up_words_count_against_the_reading():
    errors = compare([["a b"]], read="a b c d")
    assert errors.wer == 100
    assert errors.bow == 50


def test_a_table_may_be_read_across_or_down():
    table = [["1 Bút 2 Mực", "1 2 Bút Mực"]]
    assert compare(table, read="1 Bút 2 Mực").cer == 0
    assert compare(table, read="1 2 Bút Mực").cer == 0
    assert compare(table, read="Mực 1 2 Bút").cer > 0


def test_each_part_of_the_page_chooses_its_own_order():
    assert list(readings([["a b", "b a"], ["c"], ["d e", "e d"]])) == [
        "a b c d e",
        "a b c e d",
        "b a c d e",
        "b a c e d",
    ]


def test_a_number_read_wrong_is_counted_apart():
    errors = compare([["Số 12 ngày 03/4 hộp 12"]], read="Số 12 ngày 08/4 hộp 12")
    assert (errors.number_words, errors.number_words_lost) == (3, 1)
    assert errors.number_error == pytest.approx(100 / 3)


def test_a_number_that_stands_twice_must_be_read_twice():
    assert compare([["12 và 12"]], read="12 và").number_words_lost == 1


def test_whatever_is_read_on_a_blank_page_is_error():
    assert compare([], read="").cer == 0
    errors = compare([], read="bụi")
    assert (errors.letters, errors.letter_edits, errors.words_read) == (0, 3, 1)
    assert errors.bow == 100


def test_dashes_quotes_leaders_spaces_and_decomposed_letters_are_no_errors():
    true = [['Họ tên: "An" - Bắc']]
    assert compare(true, read="Họ  tên:........ “An”\n— Bă\u0301c").cer == 0


def test_three_dots_are_text_and_four_are_a_leader():
    assert normalised("v.v... hết") == "v.v... hết"
    assert normalised("Họ....tên") == "Họ tên"


def test_marks_are_taken_from_every_vietnamese_letter():
    assert without_marks("Đường ở Nghệ An, ưỡn ẩn ẵm") == "Duong o Nghe An, uon an am"


def test_many_pages_are_weighed_by_their_length():
    short = Errors(letters=10, letter_edits=10)
    long = Errors(letters=90)
    assert total([short, long]).cer == 10
    assert total([]) == Errors()


words = st.text(alphabet="aăâbcdđeê 12", max_size=40)


@settings(derandomize=True)
@given(true=words, read=words)
def test_a_reading_is_as_far_from_the_text_as_the_text_from_it(true, read):
    there, back = compare([[true]], read=read), compare([[read]], read=true)
    assert there.letter_edits == back.letter_edits
    assert there.bow == back.bow


@settings(derandomize=True)
@given(true=words, read=words)
def test_order_free_errors_are_never_more_than_errors_in_order(true, read):
    errors = compare([[true]], read=read)
    assert max(errors.words, errors.words_read) - errors.words_found <= errors.word_edits
