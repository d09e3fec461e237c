"""The second reader, with its own weights."""

import numpy as np
import pytest

from contracts.line_reader import LineReaderContract, letters_right
from digitisation.fakes import box
from digitisation.stages.pages import printed
from motcua.digitisation.backends.asterocr import AsterLineReader

LONG = (
    "Ủy ban nhân dân huyện thực hiện việc số hóa hồ sơ, kết quả giải quyết thủ tục hành chính"
    " theo quy định của Chính phủ và hướng dẫn của Văn phòng Chính phủ trong năm 2023"
)


@pytest.fixture(scope="session")
def reader():
    return AsterLineReader()


class TestLines(LineReaderContract):
    pass


def strip_of(text):
    """Return a line of print cropped close, and its place."""
    page = printed(text, shape=(60, 3200), left=20, top=12)
    columns = np.flatnonzero((page < 128).any(axis=0))
    rows = np.flatnonzero((page < 128).any(axis=1))
    crop = page[rows[0] - 2 : rows[-1] + 3, columns[0] - 4 : columns[-1] + 5].copy()
    return crop, box(0, 0, crop.shape[1], crop.shape[0])


@pytest.mark.parametrize("letters", [40, 110, 168])
def test_a_line_of_any_length_is_read_with_its_words_apart(reader, letters):
    """The network takes 1024 px at most; a longer line is cut where a word ends."""
    text = LONG[:letters].rsplit(" ", 1)[0]
    crop, whole = strip_of(text)
    (line,) = reader.read_lines(crop, regions=[whole], dpi=150)
    assert len(line.words) == len(text.split())
    assert letters_right(line.text, text) > 0.9


@pytest.mark.parametrize("width", [981, 1500, 1955])
def test_no_part_of_a_cut_line_is_wider_than_the_network_takes(reader, width):
    rng = np.random.default_rng(width)
    strip = rng.integers(0, 256, (32, width), dtype=np.uint8)
    reader.read_lines(strip, regions=[box(0, 0, width, 32)], dpi=150)


def test_words_stand_where_their_print_is(reader):
    crop, whole = strip_of(LONG)
    (line,) = reader.read_lines(crop, regions=[whole], dpi=150)
    for word in line.words:
        centre = round(word.box.centre[0])
        assert (crop[:, max(0, centre - 8) : centre + 8] < 128).any()
    gaps = [
        after.box.left - before.box.left
        for before, after in zip(line.words, line.words[1:], strict=False)
    ]
    assert min(gaps) > 0


def test_a_flat_or_narrow_region_breaks_nothing(reader):
    page = np.zeros((100, 300), np.uint8)
    regions = [box(0, 0, 300, 2), box(0, 0, 2, 100), box(0, 0, 300, 1), box(0, 0, 1, 100)]
    assert len(reader.read_lines(page, regions=regions, dpi=150)) == 4
