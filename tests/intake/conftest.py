"""What the tests of intake share."""

import pytest

from intake.office import Office


@pytest.fixture
def office(db):
    return Office()
