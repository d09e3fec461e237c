"""What every `BitonalCoder` must do; a backend's tests inherit it."""

import struct
from io import BytesIO

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

WHITE_IS_ZERO, GROUP_4, LONG = 0, 4, 4


def decoded(code, *, width, height):
    """Return where a Group 4 code is black, read by libtiff from a file made round the code."""
    tags = [
        (256, width),
        (257, height),
        (258, 1),
        (259, GROUP_4),
        (262, WHITE_IS_ZERO),
        (273, 8),
        (278, height),
        (279, len(code)),
    ]
    directory = struct.pack("<H", len(tags)) + b"".join(
        struct.pack("<HHII", tag, LONG, 1, value) for tag, value in tags
    )
    header = struct.pack("<2sHI", b"II", 42, 8 + len(code))
    with Image.open(BytesIO(header + code + directory + bytes(4))) as picture:
        return ~np.array(picture.convert("1"))


pictures = st.tuples(st.integers(1, 70), st.integers(1, 40), st.integers(0, 2**32)).map(
    lambda size: np.random.default_rng(size[2]).random((size[1], size[0])) < 0.3
)


class BitonalCoderContract:
    """Subclasses give a fixture `coder`."""

    @settings(
        derandomize=True,
        max_examples=40,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(black=pictures)
    def test_a_picture_comes_back_point_for_point(self, coder, black):
        height, width = black.shape
        again = decoded(coder.encode(black), width=width, height=height)
        assert np.array_equal(again, black)

    @pytest.mark.parametrize("ink", [False, True], ids=["white", "black"])
    def test_an_even_page_comes_back_and_takes_next_to_nothing(self, coder, ink):
        page = np.full((3508, 2480), ink)
        code = coder.encode(page)
        assert np.array_equal(decoded(code, width=2480, height=3508), page)
        assert len(code) < 2000

    def test_ink_is_coded_as_the_black_runs(self, coder):
        """Print on paper takes fewer bytes than paper on print would: the tables differ."""
        rng = np.random.default_rng(0)
        ink = np.zeros((400, 1000), bool)
        for _ in range(600):
            row, column = rng.integers(0, 398), rng.integers(0, 990)
            ink[row : row + 2, column : column + rng.integers(1, 5)] = True
        assert len(coder.encode(ink)) < len(coder.encode(~ink))

    def test_the_same_picture_has_the_same_code(self, coder):
        page = np.random.default_rng(1).random((300, 217)) < 0.1
        assert coder.encode(page) == coder.encode(page.copy())

    def test_the_picture_is_left_alone(self, coder):
        page = np.eye(64, dtype=bool)
        coder.encode(page)
        assert np.array_equal(page, np.eye(64, dtype=bool))
