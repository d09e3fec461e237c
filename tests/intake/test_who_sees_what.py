"""Every act and every list, by every post that somebody may hold: generated, none forgotten."""

from datetime import date, timedelta

import pytest

from intake.calendars import at
from intake.factories import AccountFactory, PostFactory, UnitFactory, account_with
from intake.office import MONDAY, Office
from motcua.intake.models import Dossier
from motcua.intake.queries import (
    counter_of_the_day,
    dossiers_found,
    dossiers_visible_to,
    dossiers_where,
    due_today,
    earlier_particulars,
    in_time,
    my_day,
    overdue,
    receipt_of,
    waiting_for,
)
from motcua.intake.queries.visibility import SEATS, Seat
from motcua.kernel.errors import NotFound
from motcua.organisation.models import Succession
from motcua.organisation.rules.acts import Act

DAY = date(2026, 3, 2)
INTAKE = (Act.RECEIVE, Act.HANDLE, Act.SETTLE, Act.RETURN_RESULT, Act.READ_DOSSIERS)


@pytest.fixture
def place(office):
    """One dossier with a different unit in every seat, and one of somebody else's."""
    office.department = UnitFactory(name="Sở Tư pháp", level="department", parent=office.province)
    office.helper = UnitFactory(name="Xã Đại Hợp", parent=office.province)
    office.outside = UnitFactory(name="Tỉnh khác", level="province")
    office.dossier = office.in_settlement(
        settling_unit_id=office.department.pk, supporting_unit_id=office.helper.pk
    )
    return office


SEAT_UNITS = {
    Seat.RECEIVING: "commune",
    Seat.SETTLING: "department",
    Seat.SUPPORTING: "helper",
    Seat.HOLDING: "commune",
    Seat.EVER_HELD: "commune",
}
"""Nobody is consulted here; a test of its own sees to that."""
UNITS = ("province", "commune", "department", "helper", "section", "other", "outside")


def is_above(place, unit, seats):
    """Tell whether one of the seats lies at a unit or under it, as the tree of the test is."""
    taken = {SEAT_UNITS[seat] for seat in seats}
    return unit in taken or (unit == "province" and bool(taken))


@pytest.mark.parametrize("act", INTAKE)
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("scope", ["own", "below"])
def test_an_act_reaches_the_dossiers_of_its_seats_and_no_other(place, act, unit, scope):
    somebody = account_with(act, unit=getattr(place, unit), scope=scope)
    seats = SEATS[act]
    own = {SEAT_UNITS[seat] for seat in seats}
    expected = unit in own if scope == "own" else is_above(place, unit, seats)
    assert dossiers_where(somebody, act=act, on=DAY).exists() is expected
    for other in set(INTAKE) - {act}:
        assert not dossiers_where(somebody, act=other, on=DAY).exists()


LISTS = {
    "visible": (Act.READ_DOSSIERS, lambda who: dossiers_visible_to(who, on=DAY)),
    "overdue": (
        Act.READ_DOSSIERS,
        lambda who: overdue(dossiers_visible_to(who, on=DAY), at=at("2026-04-01 08:00")),
    ),
    "due today": (
        Act.READ_DOSSIERS,
        lambda who: due_today(dossiers_visible_to(who, on=DAY), at=at("2026-03-09 08:00")),
    ),
    "in time": (
        Act.READ_DOSSIERS,
        lambda who: in_time(dossiers_visible_to(who, on=DAY), at=MONDAY),
    ),
    "counter": (Act.RECEIVE, lambda who: counter_of_the_day(who, day=DAY)),
    "waiting": (Act.HANDLE, lambda who: waiting_for(who, on=DAY)),
    "code": (
        Act.READ_DOSSIERS,
        lambda who: dossiers_found("H23.288.10514-260302-0001", account=who, on=DAY),
    ),
    "name": (
        Act.READ_DOSSIERS,
        lambda who: dossiers_found("trần thị bình", account=who, on=DAY),
    ),
    "number": (
        Act.READ_DOSSIERS,
        lambda who: dossiers_found("030190000123", account=who, on=DAY),
    ),
    "earlier": (
        Act.RECEIVE,
        lambda who: earlier_particulars(["030190000123"], account=who, on=DAY),
    ),
}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("act", INTAKE)
def test_each_list_is_open_to_its_act_and_closed_to_others(office, name, act):
    needed, rows = LISTS[name]
    office.in_settlement()
    somebody = account_with(act, unit=office.commune)
    assert rows(somebody).exists() is (act is needed)


STRANGERS = ("no post", "elsewhere", "ended", "not yet", "inactive")
OFFERED_ANYWHERE = ("earlier", "elsewhere")
"""Somebody who is known anywhere is offered to whoever receives dossiers, by the whole number."""


@pytest.mark.parametrize(
    ("name", "who"),
    sorted({(name, who) for name in LISTS for who in STRANGERS} - {OFFERED_ANYWHERE}),
)
def test_nobody_else_sees_anything(office, name, who):
    needed, rows = LISTS[name]
    office.in_settlement()
    assert not rows(stranger(office, who, needed)).exists()


def stranger(office: Office, who, act):
    if who == "no post":
        return AccountFactory(unit=office.commune)
    if who == "elsewhere":
        return account_with(act, unit=office.other)
    account = account_with(act, unit=office.commune)
    if who == "inactive":
        account.is_active = False
        account.save()
        return account
    post = account.posts.get()
    if who == "ended":
        post.valid_to = DAY
    else:
        post.valid_from = DAY + timedelta(days=1)
    post.save()
    return account


def test_a_successor_carries_on_the_dossiers_of_the_unit_it_came_from(office):
    dossier = office.in_settlement()
    successor = UnitFactory(name="Xã Đại Sơn mới", valid_from=date(2026, 3, 4))
    Succession.objects.create(predecessor=office.commune, successor=successor, on=date(2026, 3, 4))
    somebody = account_with(*INTAKE, unit=successor)
    assert not dossiers_visible_to(somebody, on=date(2026, 3, 3)).exists()
    for act in INTAKE:
        assert dossiers_where(somebody, act=act, on=date(2026, 3, 4)).get() == dossier


def test_a_person_with_two_posts_sees_both_units_once(office):
    office.in_settlement(settling_unit_id=office.other.pk)
    somebody = account_with(Act.READ_DOSSIERS, unit=office.commune)
    PostFactory(account=somebody, unit=office.other, role=somebody.posts.get().role)
    assert dossiers_visible_to(somebody, on=DAY).count() == 1


def test_a_receipt_is_read_by_who_reads_its_dossiers(office):
    receipt = office.received().receipt
    assert receipt_of(receipt.pk, account=office.counter, on=DAY) == receipt
    with pytest.raises(NotFound):
        receipt_of(receipt.pk, account=office.stranger, on=DAY)


def test_what_i_have_to_do_is_counted_where_i_handle(office):
    for moment in ("2026-02-20 09:00", "2026-03-02 09:00", "2026-03-03 09:00"):
        office.in_settlement(at(moment))
    office.asked(office.in_settlement(), MONDAY)
    day = my_day(office.official, at=at("2026-03-09 08:00"))
    assert (day.overdue, day.due_today, day.supplements_waited_for) == (1, 1, 1)
    assert day.waiting_for_me == 4
    nothing = my_day(office.counter, at=at("2026-03-09 08:00"))
    assert (nothing.overdue, nothing.due_today, nothing.waiting_for_me) == (0, 0, 0)


def test_every_act_on_dossiers_has_its_seats():
    assert set(INTAKE) <= set(SEATS)
    assert Dossier.objects is not None
