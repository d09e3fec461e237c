"""The one box finds a dossier by code, name, number or card, and lists stay cheap."""

from dataclasses import replace

import pytest

from intake.calendars import at
from intake.office import BINH, MONDAY
from motcua.foundation.pages import screenful
from motcua.intake.errors import CardUnreadable
from motcua.intake.models import Dossier
from motcua.intake.queries import (
    COUNTER_ORDER,
    DUE_ORDER,
    counter_of_the_day,
    dossier_by_code,
    dossiers_found,
    dossiers_visible_to,
    earlier_particulars,
    my_day,
    overdue,
    waiting_for,
)
from motcua.kernel.errors import NotFound

DAY = MONDAY.date()
AN = replace(BINH, full_name="Nguyễn Văn An", identity_number="030090000123", phone="0987654321")


@pytest.fixture
def dossiers(office):
    return [office.received(), office.received(applicant=AN, owner=BINH, subject="Trích lục")]


def found(office, text):
    rows = dossiers_found(text, account=office.counter, on=DAY)
    return [row.code[-4:] for row in rows.order_by("code")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("H23.288.10514-260302-0002", ["0002"]),
        ("h23.288.10514-260302", ["0001", "0002"]),
        ("H23.288.10514-270302", []),
        ("Nguyễn Văn An", ["0002"]),
        ("nguyen van an", ["0002"]),
        ("NGUYEN AN", ["0002"]),
        ("an nguyễn", ["0002"]),
        ("trần bình", ["0001", "0002"]),
        ("nguyen van x", []),
        ("tran thi bi", ["0001", "0002"]),
        ("khai sinh trich luc", ["0002"]),
        ("0987654321", ["0002"]),
        ("030190000123", ["0001", "0002"]),
        ("030090000123", ["0002"]),
        ("030 090 000 123", ["0002"]),
        ("030090000123||Nguyễn Văn An|02051990|Nam|Tứ Kỳ|01012021\n", ["0002"]),
        ("0002", ["0002"]),
        ("", []),
        ("' OR 1=1 --", []),
        ('"*', []),
        ("a OR b", []),
        ("x:* | y", []),
    ],
)
@pytest.mark.usefixtures("dossiers")
def test_a_dossier_is_found_by_what_people_have_in_hand(office, text, codes):
    assert found(office, text) == codes


@pytest.mark.usefixtures("dossiers")
def test_a_damaged_card_is_said_to_be_damaged(office):
    with pytest.raises(CardUnreadable):
        found(office, "030090000123||Nguyễn Văn An|0205")


def test_a_changed_subject_is_found_and_the_old_one_is_not(office, dossiers):
    Dossier.objects.filter(pk=dossiers[1].pk).update(search_text="cai chinh ho tich")
    assert found(office, "cải chính") == ["0002"]
    assert found(office, "trích lục") == []


def test_a_deleted_dossier_is_not_found(office, dossiers):
    dossier = dossiers[0]
    for rows in (dossier.events, dossier.components, dossier.assignments):
        rows.all().delete()
    dossier.delete()
    assert found(office, "tran binh") == ["0002"]


def test_who_comes_again_is_offered_what_was_given_last(office):
    office.received()
    office.received(applicant=replace(BINH, address="Phố Mới"))
    offered = earlier_particulars(["030190000123"], account=office.counter, on=DAY)
    assert [row.address for row in offered] == ["Phố Mới", "Thôn Đông, xã Đại Sơn"]
    assert not earlier_particulars(["03019000012"], account=office.counter, on=DAY)
    assert not earlier_particulars([""], account=office.counter, on=DAY)


def test_somebody_is_known_by_the_number_of_the_card_before(office):
    office.received(applicant=replace(BINH, old_number="141234567"))
    assert earlier_particulars(["141234567"], account=office.counter, on=DAY).count() == 1


def test_a_dossier_is_read_with_everything_in_a_fixed_number_of_queries(
    office, django_assert_num_queries
):
    first = office.settled()
    second = office.in_settlement()
    for _ in range(3):
        office.in_settlement()
    office.asked(second, MONDAY)
    for code in (first.code, second.code):
        with django_assert_num_queries(10, exact=False):
            dossier = dossier_by_code(code, account=office.counter, on=DAY)
            str((dossier.owner, dossier.receipt, dossier.settling_unit))
            assert [row.kind for row in dossier.events.all()]
            assert [row.name for row in dossier.components.all()]
            assert [line.unit.name for line in dossier.assignments.all()]
            [list(row.missing.all()) for row in dossier.supplements.all()]
            list(dossier.results.all())
    with pytest.raises(NotFound):
        dossier_by_code(first.code, account=office.stranger, on=DAY)


QUERIES = {
    "counter": (3, lambda o: screen(counter_of_the_day(o.counter, day=DAY), COUNTER_ORDER)),
    "overdue": (
        5,
        lambda o: screen(
            overdue(dossiers_visible_to(o.official, on=DAY), at=at("2026-04-01 08:00")), DUE_ORDER
        ),
    ),
    "waiting": (4, lambda o: list(waiting_for(o.official, on=DAY).order_by("due_at", "pk")[:30])),
    "search": (4, lambda o: screen(dossiers_found("tran", account=o.counter, on=DAY), ("-pk",))),
    "my day": (6, lambda o: my_day(o.official, at=MONDAY)),
}


def screen(rows, order):
    return screenful(rows, order=order).rows


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.parametrize("count", [1, 6])
def test_a_list_asks_as_often_for_many_as_for_one(office, name, count, django_assert_num_queries):
    for _ in range(count):
        office.in_settlement()
    most, ask = QUERIES[name]
    with django_assert_num_queries(most):
        rows = ask(office)
    if isinstance(rows, list):
        assert len(rows) == count
