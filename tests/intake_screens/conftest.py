"""What the tests of the screens of intake share."""

import pytest

from intake.office import MONDAY, Office
from journeys.web.conftest import (
    assert_accessible,
    browser,
    opened,
    page,
    phone,
    screenshot,
    sign_in,
)
from ui import people

__all__ = ["assert_accessible", "browser", "opened", "page", "phone", "screenshot", "sign_in"]


@pytest.fixture
def clock(monkeypatch):
    """Set the clock on the wall; the edges read no other."""

    def setting(moment):
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    setting(MONDAY)
    return setting


@pytest.fixture
def office(db, clock):
    return Office()


@pytest.fixture
def counter(client, office):
    """Return a browser's place at which the officer of the counter is signed in."""
    return people.sign_in(client, office.counter)


@pytest.fixture
def at_desk_of(client):
    """Sign somebody in and return the browser's place."""
    return lambda account: people.sign_in(client, account)
