import pytest

from journeys.web.conftest import assert_accessible, browser
from ui.people import officer, sign_in

__all__ = ["assert_accessible", "browser"]


@pytest.fixture
def desk(client, db):
    """Return a browser's place at which an officer without any act is signed in."""
    return sign_in(client, officer())


@pytest.fixture
def gallery(settings):
    settings.ROOT_URLCONF = "ui.gallery"
