"""Whether the application is well, as whatever watches over it asks."""

import pytest
from django.db import OperationalError

from motcua.config import health


@pytest.mark.django_db
def test_it_is_well_while_the_database_answers_and_nobody_need_sign_in(client):
    answer = client.get("/suc-khoe")
    assert (answer.status_code, answer.json()) == (200, {"ok": True, "database": "ok"})
    assert "no-store" in answer["Cache-Control"]


class Away:
    """A database that does not answer."""

    def cursor(self):
        raise OperationalError("could not connect to 10.0.0.7 as motcua")


def test_it_is_not_well_without_its_database_and_does_not_say_where_that_is(client, monkeypatch):
    monkeypatch.setattr(health, "connection", Away())
    answer = client.get("/suc-khoe")
    assert (answer.status_code, answer.json()) == (503, {"ok": False, "database": "away"})


def test_it_is_only_asked(client):
    assert client.post("/suc-khoe").status_code == 405
