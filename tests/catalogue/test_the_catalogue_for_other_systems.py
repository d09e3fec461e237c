"""The catalogue through the API: what is offered on a day, and what it asks for."""

from datetime import date

import pytest
from ninja.testing import TestClient

from catalogue.factories import AT, BIRTH, procedure, version
from motcua.catalogue.api import router
from motcua.catalogue.errors import ProcedureUnknown
from motcua.catalogue.example_procedures import load_examples

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def api():
    return TestClient(router)


def test_the_procedures_of_a_day_come_by_name_thirty_at_a_time(api):
    load_examples(at=AT)
    first = api.get("/procedures?on=2023-03-31").json()
    assert (first["on"], len(first["procedures"])) == ("2023-03-31", 30)
    rest = api.get(f"/procedures?on=2023-03-31&after={first['after']}").json()
    assert (len(rest["procedures"]), rest["after"]) == (7, None)


def test_procedures_are_looked_for_by_words_level_and_channel(api):
    load_examples(at=AT)
    found = api.get("/procedures?on=2025-07-01&q=ho kinh doanh&level=commune&channel=post").json()
    assert sorted(row["code"] for row in found["procedures"]) == [
        *("1.001266", "1.001612", "2.000720")
    ]
    assert found["procedures"][0]["time_unit"] == "working_day"


def test_one_procedure_comes_with_its_steps_papers_and_scopes(api):
    version(procedure())
    said = api.get(f"/procedures/{BIRTH}?on=2023-03-31").json()
    assert (said["name"], said["time_unit"], said["fee"]) == ("Đăng ký khai sinh", "at_once", 0)
    assert [step["share"] for step in said["steps"]] == ["20.00", "67.50", "12.50"]
    form, proof = said["components"]
    assert (form["scope"], form["rule_set"], form["is_counted"]) == (
        "bat_buoc",
        "ND-107-2021",
        True,
    )
    assert (proof["copies"], proof["exempt_reason"]) == (1, None)


def test_what_was_not_offered_on_the_day_is_refused(api):
    version(procedure(), valid_from=date(2023, 1, 1))
    with pytest.raises(ProcedureUnknown):
        api.get(f"/procedures/{BIRTH}?on=2022-12-31")


def test_a_day_that_is_none_is_not_as_described(api):
    assert api.get("/procedures?on=2023-13-31").status_code == 422
