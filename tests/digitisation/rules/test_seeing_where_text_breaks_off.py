"""A torn sentence is the trace of what covered it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.digitisation.rules.flow import broken_lines, frayed_lines
from motcua.digitisation.rules.text import Box, Line, PageText, Word

LETTER = 10
LINE = 40


def printed(*rows, confidence=0.95):
    """Lay rows out in type of one width; a row is its text, or where it begins and its text."""
    lines = []
    for number, row in enumerate(rows):
        start, text = row if isinstance(row, tuple) else (100, row)
        words, at = [], start
        for piece in text.split(" "):
            if piece:
                box = Box(
                    left=at,
                    top=number * LINE,
                    right=at + LETTER * len(piece),
                    bottom=number * LINE + 24,
                )
                words.append(Word(text=piece, box=box, confidence=confidence))
            at += LETTER * (len(piece) + 1)
        lines.append(Line(words=tuple(words)))
    return PageText(lines=tuple(lines))


WHOLE = (
    "Thực hiện Nghị định của Chính phủ về thực hiện thủ tục hành chính trên",
    "môi trường điện tử, Ủy ban nhân dân huyện yêu cầu các cơ quan, đơn vị",
    "nghiêm túc triển khai thực hiện và báo cáo kết quả trước ngày cuối cùng",
    "của tháng.",
    "Kính đề nghị các đồng chí quan tâm, chỉ đạo để hoàn thành tốt nhiệm vụ.",
)


def test_whole_paragraphs_are_unbroken():
    assert broken_lines(printed(*WHOLE)) == 0
    assert frayed_lines(printed(*WHOLE)) == 0


def test_a_line_that_ends_under_a_finger_breaks_its_sentence():
    covered = (WHOLE[0], WHOLE[1][:30].strip(), *WHOLE[2:])
    assert broken_lines(printed(*covered)) == 1


def test_a_line_that_begins_late_breaks_its_sentence():
    covered = (WHOLE[0], WHOLE[1], (100 + 24 * LETTER, WHOLE[2][24:].strip()), *WHOLE[3:])
    assert broken_lines(printed(*covered)) == 1


def test_a_hole_in_the_middle_of_a_clause_is_seen_and_the_gap_of_a_form_is_not():
    hole = (
        *WHOLE[:2],
        "nghiêm túc triển khai            báo cáo kết quả trước ngày cuối cùng",
        WHOLE[3],
    )
    form = (*WHOLE[:4], "Giới tính: Nữ            Dân tộc: Kinh            Quốc tịch: Việt Nam")
    assert broken_lines(printed(*hole)) == 1
    assert broken_lines(printed(*form)) == 0


def test_a_centred_title_of_two_lines_is_whole():
    title = ((300, "Về việc đề nghị hỗ trợ kinh phí sửa"), (320, "chữa nhà kho lưu giữ hồ sơ cũ x"))
    assert broken_lines(printed(*WHOLE, *title)) == 0


def test_a_few_lines_have_no_margins_to_judge_by():
    assert broken_lines(printed("Kính gửi các", "đồng chí")) == 0
    assert frayed_lines(printed("Kính gửi các")) == 0


def test_what_was_hardly_read_is_no_running_text():
    assert broken_lines(printed(*WHOLE[:2], WHOLE[2][:20], WHOLE[3], confidence=0.3)) == 0


def test_lines_that_end_in_scraps_look_cut_through():
    cut = [f"{row[:40]} xq~" for row in WHOLE]
    page = printed(*cut, confidence=0.4)
    assert frayed_lines(page) == 1.0


@settings(derandomize=True)
@given(
    st.lists(st.text("abcdđeêaáạ. ,:;1/", min_size=1, max_size=40).filter(str.strip), max_size=12)
)
def test_any_text_can_be_judged(rows):
    text = printed(*(row.strip() for row in rows))
    assert broken_lines(text) >= 0
    assert 0 <= frayed_lines(text) <= 1
