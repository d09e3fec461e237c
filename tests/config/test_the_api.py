"""The API refuses in one form, and is described as it is."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from config.api_of_an_office import RECEIVED
from motcua.config import openapi
from motcua.organisation.models import Account, Unit

REFERENCE = Path(__file__).parents[2] / "docs/reference/openapi.json"
DOSSIER = {"applicant": "Lê Văn Ba", "pages": 3}


@pytest.fixture
def office(settings, db):
    settings.ROOT_URLCONF = "config.api_of_an_office"
    RECEIVED.clear()
    unit = Unit.objects.create(name="UBND xã A", level="commune", valid_from=date(2025, 7, 1))
    Account.objects.create(username="hoa", full_name="Lê Thị Hoa", email="a@b.vn", unit=unit)
    client = Client(raise_request_exception=False)
    backend = "allauth.account.auth_backends.AuthenticationBackend"
    client.force_login(Account.objects.get(), backend=backend)
    return client


def refused(answer):
    assert answer["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == answer.status_code
    return answer.status_code, body["type"], body["facts"]


def test_whoever_is_signed_in_is_answered(office):
    answer = office.get("/api/v1/dossiers/7")
    assert (answer.status_code, answer.json()) == (200, {"number": 7, "reader": "hoa"})


def test_whoever_is_not_signed_in_is_refused(office):
    assert refused(Client().get("/api/v1/dossiers/7")) == (401, "/problems/not_signed_in", {})


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (404, (404, "/problems/not_found", {})),
        (409, (409, "/problems/jobs.move_refused", {"current": "done", "to": "ready"})),
        (418, (418, "/problems/not_taken", {})),
        (500, (500, "/problems/fault", {})),
    ],
)
def test_whatever_is_refused_has_one_form_and_names_nobody(number, said, office):
    assert refused(office.get(f"/api/v1/dossiers/{number}")) == said


def test_a_request_not_as_described_is_told_where_and_not_what_it_said(office):
    answer = office.post(
        "/api/v1/dossiers", {"applicant": "Lê Văn Ba", "pages": "ba"}, "application/json"
    )
    status, kind, facts = refused(answer)
    assert (status, kind) == (422, "/problems/request_not_as_described")
    assert [(error["place"], error["fault"]) for error in facts["errors"]] == [
        (["body", "dossier", "pages"], "int_parsing")
    ]
    assert "Lê Văn Ba" not in answer.content.decode()


def test_a_request_that_is_no_json_is_refused(office):
    answer = office.post("/api/v1/dossiers", "{", "application/json")
    assert refused(answer)[:2] == (400, "/problems/unreadable")


def test_a_request_that_comes_twice_under_one_key_is_carried_out_once(office):
    sent = {"headers": {"Idempotency-Key": "k-1"}, "content_type": "application/json"}
    answers = [office.post("/api/v1/dossiers", DOSSIER, **sent) for _ in range(2)]
    assert [(answer.status_code, answer.json()) for answer in answers] == [(201, {"number": 1})] * 2
    assert RECEIVED == ["Lê Văn Ba"]
    other = office.post("/api/v1/dossiers", DOSSIER | {"pages": 4}, **sent)
    assert refused(other) == (422, "/problems/jobs.key_reused", {"key": "k-1"})


def test_a_writing_request_without_its_token_is_refused(office):
    client = Client(enforce_csrf_checks=True)
    client.cookies = office.cookies
    answer = client.post("/api/v1/dossiers", DOSSIER, content_type="application/json")
    assert refused(answer) == (403, "/problems/csrf_token_missing", {})
    assert RECEIVED == []


def test_the_description_says_that_everything_may_be_refused(office):
    document = office.get("/api/v1/openapi.json").json()
    operations = [each for path in document["paths"].values() for each in path.values()]
    assert len(operations) == 2
    for operation in operations:
        assert operation["responses"]["default"]["content"] == {
            "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
        }
    assert document["components"]["schemas"]["Problem"]["required"] == ["type", "status", "facts"]


def test_the_committed_description_is_that_of_the_program():
    """Else: PYTHONPATH=src python -m motcua.config.openapi > docs/reference/openapi.json."""
    assert REFERENCE.read_text("utf-8") == openapi.document()


def test_the_description_is_openapi_3_1_and_can_be_fetched(client):
    answer = client.get("/api/v1/openapi.json")
    assert answer.status_code == 200
    assert answer.json()["openapi"] == "3.1.0"
