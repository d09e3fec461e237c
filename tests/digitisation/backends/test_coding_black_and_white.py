"""CCITT Group 4 through libtiff."""

import pytest

from contracts.bitonal_coder import BitonalCoderContract
from motcua.digitisation.backends.ccitt import LibtiffG4Coder


@pytest.fixture
def coder():
    return LibtiffG4Coder()


class TestLibtiff(BitonalCoderContract):
    pass
