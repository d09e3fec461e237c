from datetime import datetime

import pytest
from django.db import transaction

from motcua.config.demo.loading import Silence, load
from motcua.config.demo.plots import one_of_each
from motcua.config.demo.small import load_small
from motcua.intake.rules.deadlines import VIETNAM

NOW = datetime(2026, 11, 25, 10, 30, tzinfo=VIETNAM)
"""A Wednesday."""


@pytest.fixture(scope="module")
def example(django_db_setup, django_db_blocker):
    """The whole province with one dossier of each plot, kept for the tests of one module."""
    with django_db_blocker.unblock(), transaction.atomic():
        assert load(at=NOW, teller=Silence(), plots=one_of_each(), imported=60)
        yield NOW
        transaction.set_rollback(True)


@pytest.fixture
def apart(example):
    """The example for one test, which may write."""
    with transaction.atomic():
        yield example
        transaction.set_rollback(True)


@pytest.fixture
def small(db):
    """Three units, six accounts, the procedures and no dossier."""
    load_small(at=NOW)
    return NOW
