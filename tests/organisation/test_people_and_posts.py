"""Opening accounts, appointing people, ending posts, roles."""

from datetime import date, timedelta

import pytest

from motcua.audit.models import Entry
from motcua.kernel.errors import NotAllowed, NotFound
from motcua.organisation import errors
from motcua.organisation.actions import (
    Appointment,
    NewAccount,
    appoint,
    close_account,
    create_account,
    end_post,
    load_roles,
    move_account,
    reopen_account,
    set_role,
)
from motcua.organisation.models import Account, Post, Role
from motcua.organisation.queries import acts_of, units_where
from motcua.organisation.rules.acts import Act, Scope
from motcua.organisation.rules.roles import ROLES
from organisation.factories import (
    NOW,
    REFORM,
    SYSTEM,
    TODAY,
    AccountFactory,
    PostFactory,
    Province,
    RoleFactory,
)

pytestmark = pytest.mark.django_db
FIRST = "kaimo-tuali-reba-4821"
WEAK = "12345678"


@pytest.fixture
def province():
    return Province()


def new(province, **changes):
    said = {"full_name": "Trần Văn Bình", "username": "Binh.TV", "unit_id": province.dai_son.pk}
    return NewAccount(**{**said, **changes})


class TestOpeningAnAccount:
    def test_the_person_must_change_the_password_and_may_do_nothing_yet(self, province):
        officer = province.officer("quan-tri-don-vi", unit=province.tu_ky)
        account = create_account(new(province), password=FIRST, by=officer, at=NOW)
        assert (account.username, account.full_name) == ("binh.tv", "Trần Văn Bình")
        assert account.must_change_password
        assert account.check_password(FIRST)
        assert account.name_key == "binh tran van"
        assert acts_of(account, on=TODAY) == frozenset()
        entry = Entry.objects.get()
        assert (entry.act, entry.book) == (
            "organisation.account.opened",
            f"unit:{province.tu_ky.pk}",
        )
        assert FIRST not in str(entry.facts)

    def test_only_at_a_unit_whose_accounts_the_officer_manages(self, province):
        officer = province.officer("quan-tri-don-vi", unit=province.tu_ky)
        with pytest.raises(NotFound):
            create_account(
                new(province, unit_id=province.van_hoi.pk), password=FIRST, by=officer, at=NOW
            )

    @pytest.mark.parametrize(
        ("changes", "refusal"),
        [
            ({"full_name": " "}, errors.FieldMissing),
            ({"username": "trần bình"}, errors.UsernameInvalid),
            ({"username": "CANBO"}, errors.UsernameTaken),
        ],
    )
    def test_what_is_wrong_is_refused(self, province, changes, refusal):
        AccountFactory(username="canbo", unit=province.dai_son)
        with pytest.raises(refusal):
            create_account(new(province, **changes), password=FIRST, by=SYSTEM, at=NOW)

    def test_a_weak_password_is_refused_with_its_reasons(self, province):
        with pytest.raises(errors.PasswordRefused) as refused:
            create_account(new(province), password=WEAK, by=SYSTEM, at=NOW)
        assert refused.value.facts["reasons"]
        assert not Account.objects.filter(username="binh.tv").exists()

    def test_a_unit_that_has_not_begun_has_no_people_yet(self, province):
        province.dai_son.valid_from = REFORM
        province.dai_son.save()
        with pytest.raises(errors.UnitNotThere):
            create_account(new(province), password=FIRST, by=SYSTEM, at=NOW)


class TestClosingAndMoving:
    def test_a_closed_account_may_do_nothing_and_can_be_opened_again(self, province):
        officer = province.officer()
        person = province.officer("lanh-dao", unit=province.dai_son)
        close_account(person.pk, because="Nghỉ hưu", by=officer, at=NOW)
        person.refresh_from_db()
        assert not person.is_active
        assert units_where(person, act=Act.SETTLE, on=TODAY) == frozenset()
        assert acts_of(person, on=TODAY) == frozenset()
        with pytest.raises(errors.AccountClosed):
            close_account(person.pk, because="Nghỉ hưu", by=officer, at=NOW)
        reopen_account(person.pk, because="Đi làm lại", by=officer, at=NOW)
        with pytest.raises(errors.AccountOpen):
            reopen_account(person.pk, because="Đi làm lại", by=officer, at=NOW)
        person.refresh_from_db()
        assert units_where(person, act=Act.SETTLE, on=TODAY)

    def test_nobody_closes_or_moves_the_own_account(self, province):
        officer = province.officer()
        with pytest.raises(errors.OwnAccount):
            close_account(officer.pk, because="Thử", by=officer, at=NOW)
        with pytest.raises(errors.OwnAccount):
            move_account(officer.pk, unit_id=province.dai_son.pk, by=officer, at=NOW)

    def test_a_person_moves_with_the_journal_knowing_both_units(self, province):
        person = province.officer("lanh-dao", unit=province.dai_son)
        move_account(person.pk, unit_id=province.ha_ky.pk, by=province.officer(), at=NOW)
        person.refresh_from_db()
        assert person.unit == province.ha_ky
        facts = Entry.objects.get().facts
        assert (facts["before"], facts["after"]) == ("Xã Đại Sơn", "Xã Hà Kỳ")

    def test_people_of_other_units_are_not_found(self, province):
        officer = province.officer("quan-tri-don-vi", unit=province.tu_ky)
        stranger = province.officer("lanh-dao", unit=province.van_hoi)
        with pytest.raises(NotFound):
            close_account(stranger.pk, because="Thử", by=officer, at=NOW)
        with pytest.raises(NotFound):
            move_account(stranger.pk, unit_id=province.dai_son.pk, by=officer, at=NOW)


class TestAppointing:
    def appoint(self, province, account, *, by=SYSTEM, **changes):
        RoleFactory(code="cong-chuc-mot-cua")
        said = {
            "account_id": account.pk,
            "unit_id": province.dai_son.pk,
            "role": "cong-chuc-mot-cua",
            "valid_from": TODAY,
        }
        return appoint(Appointment(**{**said, **changes}), by=by, at=NOW)

    def test_a_post_gives_its_acts_from_its_first_day_to_its_last(self, province):
        account = AccountFactory(unit=province.dai_son)
        self.appoint(province, account, valid_to=REFORM, title="Công chức")
        for day, may in [
            (TODAY - timedelta(1), False),
            (TODAY, True),
            (REFORM - timedelta(1), True),
            (REFORM, False),
        ]:
            assert bool(units_where(account, act=Act.RECEIVE, on=day)) is may
        entry = Entry.objects.get()
        assert (entry.act, entry.about) == (
            "organisation.post.given",
            f"organisation.account:{account.pk}",
        )

    def test_somebody_of_another_unit_may_be_seconded(self, province):
        officer = province.officer("quan-tri-don-vi", unit=province.dai_son)
        seconded = AccountFactory(unit=province.department)
        assert self.appoint(province, seconded, by=officer).account == seconded

    def test_only_at_a_unit_whose_accounts_the_officer_manages(self, province):
        officer = province.officer("quan-tri-don-vi", unit=province.ninh_giang)
        with pytest.raises(NotFound):
            self.appoint(province, AccountFactory(unit=province.dai_son), by=officer)

    def test_a_unit_administrator_gives_no_role_of_the_whole_system(self, province):
        officer = province.officer("quan-tri-don-vi", unit=province.tu_ky)
        RoleFactory(code="quan-tri-he-thong")
        with pytest.raises(errors.RoleBeyondYours):
            self.appoint(province, officer, by=officer, role="quan-tri-he-thong")
        assert self.appoint(province, officer, by=province.officer(), role="quan-tri-he-thong")

    def test_a_post_that_reaches_below_gives_only_who_reaches_below(self, province):
        account = AccountFactory(unit=province.tu_ky)
        own = province.officer("quan-tri-don-vi", unit=province.tu_ky, scope=Scope.OWN)
        said = {"unit_id": province.tu_ky.pk, "scope": Scope.BELOW}
        with pytest.raises(errors.ScopeBeyondYours):
            self.appoint(province, account, by=own, **said)
        below = province.officer("quan-tri-don-vi", unit=province.tu_ky)
        assert self.appoint(province, account, by=below, **said).scope == "below"

    def test_the_same_role_twice_on_one_day_is_refused(self, province):
        account = AccountFactory(unit=province.dai_son)
        self.appoint(province, account, valid_to=REFORM)
        with pytest.raises(errors.PostHeldAlready):
            self.appoint(province, account, valid_from=REFORM - timedelta(1))
        assert self.appoint(province, account, valid_from=REFORM)

    def test_a_post_ends_with_its_unit_at_the_latest(self, province):
        province.dai_son.valid_to = REFORM
        province.dai_son.save()
        account = AccountFactory(unit=province.dai_son)
        assert self.appoint(province, account).valid_to == REFORM
        with pytest.raises(errors.UnitNotThere):
            self.appoint(province, account, valid_from=REFORM)

    @pytest.mark.parametrize(
        ("changes", "refusal"),
        [
            ({"role": "vai-tro-la"}, errors.RoleUnknown),
            ({"valid_to": TODAY}, errors.DaysInWrongOrder),
            ({"title": "x" * 101}, errors.FieldTooLong),
        ],
    )
    def test_what_is_wrong_is_refused(self, province, changes, refusal):
        with pytest.raises(refusal):
            self.appoint(province, AccountFactory(unit=province.dai_son), **changes)

    def test_nobody_is_appointed_whose_account_is_closed(self, province):
        with pytest.raises(errors.AccountClosed):
            self.appoint(province, AccountFactory(unit=province.dai_son, is_active=False))


class TestEndingAPost:
    def test_the_post_ends_and_the_journal_says_why(self, province):
        person = province.officer("lanh-dao", unit=province.dai_son)
        post = person.posts.get()
        end_post(post.pk, on=REFORM, because="Luân chuyển", by=province.officer(), at=NOW)
        assert Post.objects.get(pk=post.pk).valid_to == REFORM
        assert Entry.objects.get().facts["because"] == "Luân chuyển"

    def test_a_post_can_be_ended_sooner_and_not_later(self, province):
        post = province.officer("lanh-dao", unit=province.dai_son).posts.get()
        said = {"because": "Luân chuyển", "by": SYSTEM, "at": NOW}
        end_post(post.pk, on=REFORM, **said)
        with pytest.raises(errors.PostEndedAlready):
            end_post(post.pk, on=REFORM, **said)
        end_post(post.pk, on=TODAY, **said)
        with pytest.raises(errors.DaysInWrongOrder):
            end_post(post.pk, on=post.valid_from, **said)

    def test_nobody_ends_the_own_post_that_manages_accounts(self, province):
        officer, other = province.officer(), province.officer()
        post = officer.posts.get()
        with pytest.raises(errors.OwnKeys):
            end_post(post.pk, on=REFORM, because="Thử", by=officer, at=NOW)
        assert end_post(post.pk, on=REFORM, because="Nghỉ hưu", by=other, at=NOW)

    def test_posts_at_other_units_are_not_found(self, province):
        officer = province.officer("quan-tri-don-vi", unit=province.tu_ky)
        post = province.officer("lanh-dao", unit=province.van_hoi).posts.get()
        with pytest.raises(NotFound):
            end_post(post.pk, on=REFORM, because="Thử", by=officer, at=NOW)


class TestRoles:
    def test_the_roles_to_begin_with_are_recorded_once(self):
        assert load_roles(at=NOW) == len(ROLES)
        assert {role.code: {act.act for act in role.acts.all()} for role in Role.objects.all()} == {
            code: {act.value for act in role.acts} for code, role in ROLES.items()
        }
        entries = Entry.objects.count()
        assert load_roles(at=NOW) == 0
        assert Entry.objects.count() == entries

    def test_what_the_office_changed_stays_changed(self, province):
        load_roles(at=NOW)
        set_role("giam-sat", name="Thanh tra", acts=["intake.read"], by=SYSTEM, at=NOW)
        load_roles(at=NOW)
        role = Role.objects.get(code="giam-sat")
        assert (role.name, [act.act for act in role.acts.all()]) == ("Thanh tra", ["intake.read"])
        entry = Entry.objects.latest("number")
        assert entry.facts["taken"] == ["audit.read"]

    def test_only_who_is_over_the_whole_organisation_sets_roles(self, province):
        below = province.officer("quan-tri-don-vi", unit=province.tu_ky)
        with pytest.raises(NotAllowed):
            set_role("giam-sat", name="Giám sát", acts=[], by=below, at=NOW)

    def test_an_act_of_the_whole_system_adds_only_who_has_it(self, province):
        officer = province.officer("quan-tri-don-vi")
        RoleFactory(code="giam-sat")
        with pytest.raises(errors.RoleBeyondYours):
            set_role("giam-sat", name="Giám sát", acts=["jobs.operate"], by=officer, at=NOW)

    def test_nobody_takes_the_keys_out_of_the_own_role(self, province):
        officer = province.officer()
        with pytest.raises(errors.OwnKeys):
            set_role("quan-tri-he-thong", name="QTHT", acts=[], by=officer, at=NOW)
        assert Role.objects.get(code="quan-tri-he-thong").acts.count() == 6

    def test_an_act_that_this_motcua_does_not_know_entitles_to_nothing(self, province):
        account = AccountFactory(unit=province.dai_son)
        role = RoleFactory(code="giam-sat", acts=["evaluation.score", "intake.read"])
        PostFactory(account=account, role=role, valid_from=date(2020, 1, 1))
        assert acts_of(account, on=TODAY) == {Act.READ_DOSSIERS}
