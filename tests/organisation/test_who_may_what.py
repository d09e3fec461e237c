"""Every role at every place against every question and every act: nobody sees or does more.

What is right is worked out here a second time, from the tree as it is drawn in `Province`.
"""

from datetime import date, timedelta
from functools import partial

import pytest
from django.db import transaction

from motcua.audit.models import Entry
from motcua.kernel.errors import NotAllowed, NotFound
from motcua.organisation import actions, queries
from motcua.organisation.actions import Appointment, NewAccount
from motcua.organisation.models import Account, Post
from motcua.organisation.rules.acts import Act, Scope
from motcua.organisation.rules.calendar import DayKind, Hours, SpecialDay
from motcua.organisation.rules.reform import Founding
from motcua.organisation.rules.roles import ROLES
from organisation.factories import (
    BEGAN,
    NOW,
    REFORM,
    SYSTEM,
    TODAY,
    AccountFactory,
    CalendarDayFactory,
    PostFactory,
    Province,
    RoleFactory,
)

pytestmark = pytest.mark.django_db

ABOVE = {
    "department": "province",
    "tu_ky": "province",
    "ninh_giang": "province",
    "dai_son": "tu_ky",
    "ha_ky": "tu_ky",
    "hong_duc": "ninh_giang",
    "van_hoi": "ninh_giang",
}
PLACES = ["province", *ABOVE]
STANDINGS = [
    (Scope.OWN, "province"),
    (Scope.BELOW, "province"),
    (Scope.BELOW, "tu_ky"),
    (Scope.OWN, "dai_son"),
]
FIRST = "kaimo-tuali-reba-4821"


def line(place):
    """Return a place and all above it."""
    return [place, *(line(ABOVE[place]) if place in ABOVE else ())]


def reach_of(place, scope):
    return {p for p in PLACES if p == place or (scope is Scope.BELOW and place in line(p))}


class World:
    """A province with a person at each unit."""

    def __init__(self):
        self.province = Province()
        self.numbers = {name: getattr(self.province, name).pk for name in PLACES}
        self.people = {}
        for name in PLACES:
            unit = getattr(self.province, name)
            self.people[name] = AccountFactory(unit=unit, full_name=f"Người của {name}")
            PostFactory(account=self.people[name], role=RoleFactory(code="van-thu"))

    def units(self, places):
        return {self.numbers[place] for place in places}


class Somebody:
    """An officer with one role at one place, and what is right for such a person."""

    def __init__(self, world, role, scope, place):
        self.world = world
        unit = getattr(world.province, place)
        self.account = world.province.officer(role, unit=unit, scope=scope, full_name="Người thử")
        self.reach = reach_of(place, scope)
        self.scope = scope
        self.is_over_all = place == "province" and scope is Scope.BELOW
        self.acts = ROLES[role].acts

    def where(self, act):
        return self.world.units(self.reach) if act in self.acts else set()


@pytest.fixture(params=list(ROLES))
def somebodies(request):
    world = World()
    return [Somebody(world, request.param, scope, place) for scope, place in STANDINGS]


def numbers(rows):
    return set(rows.values_list("pk", flat=True))


class TestQuestions:
    def test_each_question_is_answered_for_the_units_of_the_post_and_no_other(self, somebodies):
        for one in somebodies:
            for act in Act:
                self.check(one, act)
            assert queries.acts_of(one.account, on=TODAY) == one.acts

    def check(self, one, act):
        asked = {"act": act, "on": TODAY}
        where, world = one.where(act), one.world
        assert queries.units_where(one.account, **asked) == where
        assert numbers(queries.units_open_to(one.account, **asked)) == where
        assert numbers(queries.units_decided_by(one.account, **asked)) == (
            world.units(PLACES)
            if where and one.is_over_all
            else {world.numbers[low] for low in ABOVE if world.numbers[ABOVE[low]] in where}
        )
        whole = where if one.scope is Scope.BELOW else set()
        assert numbers(queries.units_wholly_open_to(one.account, **asked)) == whole
        assert queries.is_over_roots(one.account, **asked) == bool(where and one.is_over_all)

    def test_people_are_seen_by_who_manages_their_accounts_and_by_themselves(self, somebodies):
        for one in somebodies:
            managed = one.where(Act.MANAGE_ACCOUNTS)
            everybody = Account.objects.values_list("pk", "unit_id")
            expected = {pk for pk, unit in everybody if unit in managed} | {one.account.pk}
            assert numbers(queries.accounts_visible_to(one.account, on=TODAY)) == expected
            assert numbers(queries.people_listed(one.account, on=TODAY)) == expected
            ended = queries.posts_to_end(one.account, on=TODAY)
            assert {post.unit_id for post in ended} == managed
            for place, person in one.world.people.items():
                unit = getattr(one.world.province, place)
                posts = queries.posts_at(unit, on=TODAY, seen_by=one.account)
                seen = {post.account_id for post in posts}
                assert seen <= expected
                assert (person.pk in seen) == (unit.pk in managed)

    def test_the_journal_is_read_by_the_books_of_the_units_of_the_post(self, somebodies):
        for one in somebodies:
            books = queries.journal_reader(one.account, on=TODAY).journal_books()
            assert books == {f"unit:{unit}" for unit in one.where(Act.READ_JOURNAL)}

    def test_before_its_first_day_and_for_a_closed_account_a_post_answers_nothing(self, somebodies):
        for one in somebodies:
            self.sees_nothing(one.account, on=BEGAN - timedelta(1))
            one.account.is_active = False
            one.account.save()
            self.sees_nothing(one.account, on=TODAY)

    def sees_nothing(self, officer, *, on):
        for act in Act:
            assert queries.units_where(officer, act=act, on=on) == frozenset()
        for act in (Act.EDIT_ORGANISATION, Act.MANAGE_ACCOUNTS):
            for question in (
                queries.units_open_to,
                queries.units_decided_by,
                queries.units_wholly_open_to,
            ):
                assert numbers(question(officer, act=act, on=on)) == set()
        assert queries.acts_of(officer, on=on) == frozenset()
        assert numbers(queries.accounts_visible_to(officer, on=on)) == {officer.pk}
        assert queries.journal_reader(officer, on=on).journal_books() == frozenset()

    def test_units_where_asks_at_most_twice(self, django_assert_max_num_queries):
        officer = Province().officer()
        with django_assert_max_num_queries(2):
            queries.units_where(officer, act=Act.MANAGE_ACCOUNTS, on=TODAY)


def found(one, place):
    founding = Founding(
        name="Phòng mới", level="office", valid_from=TODAY, parent_id=one.world.numbers[place]
    )
    return actions.found_unit(founding, by=one.account, at=NOW)


def end(one, place):
    for child in (child for child, above in ABOVE.items() if above == place):
        for grandchild in (low for low, above in ABOVE.items() if above == child):
            actions.end_unit(
                one.world.numbers[grandchild], on=REFORM, document="x", by=SYSTEM, at=NOW
            )
        actions.end_unit(one.world.numbers[child], on=REFORM, document="x", by=SYSTEM, at=NOW)
    return actions.end_unit(
        one.world.numbers[place], on=REFORM, document="Ví dụ", by=one.account, at=NOW
    )


def give_code(one, place):
    return actions.give_code(
        one.world.numbers[place],
        code="H24.1",
        valid_from=REFORM,
        document="Ví dụ",
        by=one.account,
        at=NOW,
    )


def open_account(one, place):
    new = NewAccount(full_name="Người mới", username="moi", unit_id=one.world.numbers[place])
    return actions.create_account(new, password=FIRST, by=one.account, at=NOW)


def appoint(one, place):
    RoleFactory(code="lanh-dao")
    appointment = Appointment(
        account_id=one.world.people[place].pk,
        unit_id=one.world.numbers[place],
        role="lanh-dao",
        valid_from=TODAY,
    )
    return actions.appoint(appointment, by=one.account, at=NOW)


def end_post(one, place):
    post = one.world.people[place].posts.get()
    return actions.end_post(post.pk, on=REFORM, because="Ví dụ", by=one.account, at=NOW)


def close(one, place):
    return actions.close_account(
        one.world.people[place].pk, because="Ví dụ", by=one.account, at=NOW
    )


def move(one, place):
    return actions.move_account(
        one.world.people[place].pk, unit_id=one.world.numbers[place], by=one.account, at=NOW
    )


AT_UNITS = {
    found: Act.EDIT_ORGANISATION,
    open_account: Act.MANAGE_ACCOUNTS,
    appoint: Act.MANAGE_ACCOUNTS,
    end_post: Act.MANAGE_ACCOUNTS,
    close: Act.MANAGE_ACCOUNTS,
    move: Act.MANAGE_ACCOUNTS,
}
TRIED = ["province", "ha_ky", "van_hoi"]


class TestActs:
    def test_an_act_at_a_unit_is_done_by_who_has_it_there(self, somebodies):
        for one in somebodies:
            for act, needs in AT_UNITS.items():
                for place in TRIED:
                    may = one.world.numbers[place] in one.where(needs)
                    is_done_only_if(may, partial(act, one, place))

    def test_an_act_about_a_unit_is_done_by_who_has_it_above(self, somebodies):
        for one in somebodies:
            where = one.where(Act.EDIT_ORGANISATION)
            for act in (end, give_code):
                for place in TRIED:
                    above = one.world.numbers.get(ABOVE.get(place, ""))
                    may = above in where or bool(where and one.is_over_all)
                    is_done_only_if(may, partial(act, one, place))

    def test_the_calendar_is_changed_by_who_keeps_it_wherever_the_post_is(self, somebodies):
        row = CalendarDayFactory()
        special = SpecialDay(kind=DayKind.NGHI_LE, name="Ví dụ", document="Ví dụ")
        for one in somebodies:
            may, said = Act.EDIT_CALENDAR in one.acts, {"by": one.account, "at": NOW}
            for act in (
                partial(actions.add_calendar_day, date(2025, 9, 1), special=special, **said),
                partial(actions.withdraw_calendar_day, row.pk, document="Ví dụ", **said),
                partial(
                    actions.set_office_hours,
                    Hours(),
                    valid_from=REFORM,
                    document="Ví dụ",
                    **said,
                ),
            ):
                is_done_only_if(may, act)

    def test_roles_and_top_units_are_for_who_is_over_all(self, somebodies):
        top = Founding(name="Tỉnh mới", level="province", valid_from=REFORM)
        for one in somebodies:
            said = {"by": one.account, "at": NOW}
            is_done_only_if(
                one.is_over_all and Act.MANAGE_ACCOUNTS in one.acts,
                partial(actions.set_role, "van-thu", name="Văn thư", acts=[], **said),
            )
            is_done_only_if(
                one.is_over_all and Act.EDIT_ORGANISATION in one.acts,
                partial(actions.found_unit, top, **said),
            )


def is_done_only_if(may, act):
    """Try an act, and leave everything as it was."""
    with transaction.atomic():
        before = Entry.objects.filter(book__startswith="unit:").count()
        if may:
            assert act()
            assert Entry.objects.filter(book__startswith="unit:").count() == before + 1
        else:
            people, posts = Account.objects.count(), Post.objects.count()
            with pytest.raises((NotFound, NotAllowed)):
                act()
            assert Entry.objects.filter(book__startswith="unit:").count() == before
            assert (Account.objects.count(), Post.objects.count()) == (people, posts)
        transaction.set_rollback(True)
