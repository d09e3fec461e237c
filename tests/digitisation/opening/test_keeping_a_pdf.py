import pytest

from motcua.digitisation.backends.opening.handling import (
    Ink,
    Look,
    has_good_text,
    ink_of,
    may_stand,
    text_worth_keeping,
)

SENTENCE = "Ủy ban nhân dân huyện yêu cầu các xã, thị trấn báo cáo kết quả thực hiện. "
GARBAGE = "Uy ban nhan dan huyén yéu cau cac x4, thi tran bdo cdo két qua thuc hi¢n. "


def look(text=SENTENCE, *, ink=Ink.TEXT, picture=0.0, strokes=0):
    return Look(ink=ink, text=text, picture_share=picture, strokes=strokes)


@pytest.mark.parametrize(
    ("counts", "ink"),
    [
        ({}, Ink.NONE),
        ({"unseen_texts": 5}, Ink.NONE),
        ({"others": 1}, Ink.PICTURE),
        ({"picture_share": 1.0}, Ink.PICTURE),
        ({"picture_share": 1.0, "unseen_texts": 5}, Ink.PICTURE),
        ({"texts": 1, "unseen_texts": 2}, Ink.PICTURE),
        ({"texts": 2, "unseen_texts": 2}, Ink.TEXT),
        ({"texts": 1, "picture_share": 1.0}, Ink.TEXT),
    ],
)
def test_what_a_page_consists_of(counts, ink):
    nothing = {"texts": 0, "unseen_texts": 0, "picture_share": 0.0, "others": 0}
    assert ink_of(**{**nothing, **counts}) is ink


@pytest.mark.parametrize(
    ("page", "good"),
    [
        (look("", ink=Ink.NONE), True),
        (look(), True),
        (look(GARBAGE), False),
        (look(ink=Ink.PICTURE), False),
        (look("Phụ lục"), True),
        (look("Phụ lục", picture=0.2), False),
        (look("Phụ lục", strokes=1000), False),
        (look(strokes=100_000), True),
        (look(picture=0.3), True),
        (look(picture=0.4), False),
        (look(SENTENCE * 3, picture=1.0), True),
    ],
)
def test_a_page_can_stand_when_what_is_seen_can_be_read(page, good):
    assert has_good_text(page) is good


def test_a_file_can_stand_when_every_page_can_and_one_says_much():
    blank, short = look("", ink=Ink.NONE), look("Phụ lục")
    assert may_stand([look(), blank, short])
    assert not may_stand([look(), look(GARBAGE)])
    assert not may_stand([blank, short])
    assert not may_stand([])


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        (look(), SENTENCE),
        (look("Phụ lục"), "Phụ lục"),
        (look("Phụ lục", picture=1.0), None),
        (look(GARBAGE), None),
        (look(""), None),
        (look("\n"), None),
        (look(ink=Ink.PICTURE), SENTENCE),
        (look("Phụ lục", ink=Ink.PICTURE), None),
        (look("", ink=Ink.NONE), ""),
        (look(GARBAGE, ink=Ink.NONE), ""),
    ],
)
def test_only_a_usable_text_is_kept(page, kept):
    assert text_worth_keeping(page) == kept
