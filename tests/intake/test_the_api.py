"""Other programs receive, read, find and act as the officer they sign in as."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from intake.packets import CODE, packet
from motcua.intake.models import CounterMode, Dossier
from motcua.intake.rules.states import DossierState

PLACE = "/api/v1"


class Program:
    """A program that speaks JSON."""

    def __init__(self, account):
        self.client = Client()
        self.client.force_login(
            account, backend="allauth.account.auth_backends.AuthenticationBackend"
        )

    def get(self, place, **query):
        return self.client.get(f"{PLACE}{place}", query)

    def post(self, place, body=None, **headers):
        return self.client.post(
            f"{PLACE}{place}",
            json.dumps(body or {}),
            content_type="application/json",
            headers=headers,
        )


@pytest.fixture
def counter(office):
    return Program(office.counter)


def handed_in(office, **given):
    return {
        "procedure_code": office.version.procedure.code,
        "receiving_unit_id": office.commune.pk,
        "applicant": {"full_name": "Trần Thị Bình", "identity_number": "030190000123"},
        "papers": [{"number": 1, "originals": 1}, {"number": 2, "is_electronic": True}],
        "subject": "Khai sinh",
        **given,
    }


def test_a_dossier_is_received_and_read_back(office, counter):
    answer = counter.post("/dossiers", handed_in(office))
    assert answer.status_code == 201, answer.content
    said = answer.json()
    assert said["code"].startswith("H23.288.10514-")
    assert said["state"] == DossierState.RECEIVED
    whole = counter.get(f"/dossiers/{said['code']}").json()
    assert [row["kind"] for row in whole["events"]] == ["received"]
    assert [row["name"] for row in whole["components"]][:2] == ["Giấy chứng sinh", "Tờ khai"]


def test_the_same_key_receives_once(office, counter):
    headers = {"Idempotency-Key": "a1"}
    first = counter.post("/dossiers", handed_in(office), **headers)
    second = counter.post("/dossiers", handed_in(office), **headers)
    assert first.json() == second.json()
    assert Dossier.objects.count() == 1
    other = counter.post("/dossiers", handed_in(office, subject="Khác"), **headers)
    assert other.status_code in {409, 422}


def test_why_this_day_is_told_day_by_day(office, counter):
    code = counter.post("/dossiers", handed_in(office)).json()["code"]
    why = counter.get(f"/dossiers/{code}/why").json()
    assert why["due_at"] == why["legal"]["due_at"]
    assert [day["number"] for day in why["days"] if day["number"]] == [1, 2, 3, 4, 5]
    assert why["legal"]["timeliness"] == "trong_han"


def test_a_dossier_is_found_and_strangers_find_nothing(office, counter):
    counter.post("/dossiers", handed_in(office))
    assert len(counter.get("/dossiers", q="tran binh").json()["rows"]) == 1
    assert len(counter.get("/dossiers").json()["rows"]) == 1
    stranger = Program(office.stranger)
    assert stranger.get("/dossiers", q="tran binh").json()["rows"] == []
    code = Dossier.objects.get().code
    assert stranger.get(f"/dossiers/{code}").status_code == 404
    assert stranger.post(f"/dossiers/{code}/withdrawal", {"reason": "x"}).status_code == 404


def test_a_dossier_goes_its_whole_way(office, counter):
    official, leader = Program(office.official), Program(office.leader)
    code = counter.post("/dossiers", handed_in(office)).json()["code"]
    steps = [
        (counter, "hand-over", {"unit_id": office.commune.pk}),
        (official, "take-over", {}),
        (official, "supplement-requests", {"content": "Thiếu dấu.", "missing": [1]}),
        (counter, "supplements", {"papers": [{"number": 1, "originals": 1}]}),
        (leader, "settlement", {"results": [{"name": "Giấy khai sinh"}]}),
        (counter, "return", {"returned_to": "Trần Thị Bình"}),
    ]
    for program, place, body in steps:
        answer = program.post(f"/dossiers/{code}/{place}", body)
        assert answer.status_code == 200, (place, answer.content)
    assert answer.json()["state"] == DossierState.RETURNED
    package = counter.post("/results-packages", {"codes": [code]}).json()
    assert package["DanhSachHoSo"][0]["MaHoSo"] == code


@pytest.mark.parametrize(
    ("place", "body", "state"),
    [
        ("stop", {"reason": "x", "ground": "TT 03/2025"}, DossierState.STOPPED),
        ("withdrawal", {"reason": "x"}, DossierState.WITHDRAWN),
        ("refusal", {"reason": "x", "result": {"name": "Văn bản"}}, DossierState.SETTLED),
    ],
)
def test_a_dossier_ends_otherwise(office, counter, place, body, state):
    code = counter.post("/dossiers", handed_in(office)).json()["code"]
    counter.post(f"/dossiers/{code}/hand-over", {"unit_id": office.commune.pk})
    answer = Program(office.leader).post(f"/dossiers/{code}/{place}", body)
    assert answer.status_code == 200, answer.content
    assert answer.json()["state"] == state


def test_the_day_is_put_off(office, counter):
    code = counter.post("/dossiers", handed_in(office)).json()["code"]
    day = timezone.localdate() + timedelta(days=30)
    day += timedelta(days=(7 - day.weekday()) % 7)
    body = {"reason": "Chờ xác minh.", "new_due_on": day.isoformat()}
    answer = Program(office.leader).post(f"/dossiers/{code}/reappointment", body)
    assert answer.status_code == 200, answer.content


@pytest.mark.parametrize(
    ("given", "status", "kind"),
    [
        ({"papers": []}, 422, "/problems/intake.papers_missing"),
        ({"procedure_code": "9.9"}, 422, "/problems/intake.procedure_not_offered"),
        ({"applicant": {"full_name": ""}}, 422, "/problems/intake.name_missing"),
        ({"receiving_unit_id": 0}, 403, "/problems/intake.not_at_this_unit"),
        ({"channel": "fax"}, 422, "/problems/request_not_as_described"),
    ],
)
def test_a_refusal_has_its_code(office, counter, given, status, kind):
    answer = counter.post("/dossiers", handed_in(office, **given))
    assert (answer.status_code, answer.json()["type"]) == (status, kind)
    assert not Dossier.objects.exists()


def test_a_packet_of_the_province_is_taken(office, counter):
    CounterMode.objects.update(mode="beside", system="Hệ thống Hải Dương")
    body = packet(MaTTHC=office.version.procedure.code)
    answer = counter.post("/provincial-dossiers", body)
    assert answer.status_code == 201, answer.content
    assert answer.json() == {"code": CODE, "outcome": "created"}
    refused = counter.post("/provincial-dossiers", {"HoSo": 5})
    assert refused.json()["type"] == "/problems/intake.payload_malformed"


def test_nobody_is_let_in_without_signing_in(office):
    answer = Client().get(f"{PLACE}/dossiers")
    assert answer.status_code == 401
