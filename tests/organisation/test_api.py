"""Units and the calendar for other systems."""

from datetime import timedelta

import pytest
from django.test import Client

from motcua.organisation.actions import end_unit, load_calendar
from organisation.factories import NOW, REFORM, SYSTEM, Province

pytestmark = pytest.mark.django_db
ROOT = "/api/v1"


@pytest.fixture
def province():
    return Province()


@pytest.fixture
def client(province):
    client = Client()
    account = province.officer("van-thu", unit=province.dai_son)
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_the_units_of_a_day_come_from_top_to_bottom(client, province):
    rows = client.get(f"{ROOT}/units", {"on": "2025-06-16"}).json()
    assert [row["name"] for row in rows[:3]] == ["Tỉnh Hải Dương", "Sở Tư pháp", "Huyện Ninh Giang"]
    assert rows[0] == {
        "id": province.province.pk,
        "code": "H23",
        "name": "Tỉnh Hải Dương",
        "level": "province",
        "parent_id": None,
        "valid_from": "2019-12-01",
        "valid_to": None,
    }
    assert len(client.get(f"{ROOT}/units").json()) == 8
    assert client.get(f"{ROOT}/units", {"on": "1990-01-01"}).json() == []


def test_who_carries_on_the_work_of_a_unit(client, province):
    end_unit(
        province.dai_son.pk,
        on=REFORM,
        successors=[province.ha_ky.pk],
        document="Ví dụ",
        by=SYSTEM,
        at=NOW,
    )

    def asked(day):
        address = f"{ROOT}/units/{province.dai_son.pk}/successors"
        return [row["name"] for row in client.get(address, {"on": day.isoformat()}).json()]

    assert asked(REFORM - timedelta(1)) == ["Xã Đại Sơn"]
    assert asked(REFORM) == ["Xã Hà Kỳ"]
    assert client.get(f"{ROOT}/units/999999999/successors").status_code == 404


def test_the_calendar_of_a_year(client):
    load_calendar(at=NOW)
    year = client.get(f"{ROOT}/calendar/2026").json()
    assert (year["year"], year["working_days"]) == (2026, 250)
    assert year["days"][1] == {
        "day": "2026-01-02",
        "kind": "NGHI_BU",
        "name": "Hoán đổi với thứ Bảy 10/01/2026",
        "document": "12729/VPCP-KGVX ngày 25/12/2025",
        "needs_check": False,
    }


@pytest.mark.parametrize("address", ["/units?on=31/12/2025", "/calendar/1900", "/calendar/2200"])
def test_a_request_that_makes_no_sense_is_refused(client, address):
    assert client.get(ROOT + address).status_code == 422


@pytest.mark.parametrize("address", ["/units", "/units/1/successors", "/calendar/2026"])
def test_who_is_not_signed_in_is_told_nothing(province, address):
    assert Client().get(ROOT + address).status_code == 401
