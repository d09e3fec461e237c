"""Roles and who may give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.organisation import errors
from motcua.organisation.rules.acts import Act, Scope
from motcua.organisation.rules.people import checked_username, name_key
from motcua.organisation.rules.roles import (
    FOR_ALL_UNITS,
    ROLES,
    check_grant,
    checked_acts,
    missing_acts,
)
from motcua.organisation.wording import ENTITLEMENTS

ACTS = st.frozensets(st.sampled_from(Act))


class TestTheRolesOfAnOffice:
    def test_every_act_is_carried_by_some_role_and_has_its_words(self):
        assert {act for role in ROLES.values() for act in role.acts} == set(Act)
        assert set(ENTITLEMENTS) == set(Act)

    def test_who_administers_reads_and_decides_no_dossier(self):
        dossiers = {Act.RECEIVE, Act.HANDLE, Act.SETTLE, Act.RETURN_RESULT, Act.READ_DOSSIERS}
        for code in ("quan-tri-don-vi", "quan-tri-he-thong"):
            assert not ROLES[code].acts & dossiers

    def test_only_the_system_administrator_has_what_ends_at_no_unit(self):
        having = {code for code, role in ROLES.items() if role.acts & FOR_ALL_UNITS}
        assert having == {"quan-tri-he-thong"}


class TestGiving:
    def test_a_unit_administrator_may_give_what_ends_at_the_unit(self):
        check_grant(ROLES["lanh-dao"].acts, scope=Scope.OWN, held=frozenset(), reaches_below=False)

    def test_what_ends_at_no_unit_gives_only_who_has_it(self):
        acts = ROLES["quan-tri-he-thong"].acts
        with pytest.raises(errors.RoleBeyondYours) as refused:
            check_grant(
                acts, scope=Scope.OWN, held=frozenset({Act.EDIT_CALENDAR}), reaches_below=True
            )
        assert refused.value.facts["acts"] == ["catalogue.edit", "jobs.operate"]
        check_grant(acts, scope=Scope.BELOW, held=acts, reaches_below=True)

    def test_a_post_reaches_no_further_than_the_giver(self):
        with pytest.raises(errors.ScopeBeyondYours):
            check_grant([Act.HANDLE], scope=Scope.BELOW, held=frozenset(Act), reaches_below=False)

    @given(ACTS, ACTS, st.sampled_from(Scope), st.booleans())
    def test_nobody_gives_more_than_they_have(self, acts, held, scope, reaches_below):
        try:
            check_grant(acts, scope=scope, held=held, reaches_below=reaches_below)
        except (errors.RoleBeyondYours, errors.ScopeBeyondYours):
            return
        assert acts & FOR_ALL_UNITS <= held
        assert scope is Scope.OWN or reaches_below


class TestTheRolesToBegin:
    def test_an_empty_office_lacks_all(self):
        assert missing_acts({}) == {code: role.acts for code, role in ROLES.items()}

    def test_an_office_that_has_them_lacks_none(self):
        assert missing_acts({code: role.acts for code, role in ROLES.items()}) == {}

    def test_what_the_office_took_from_a_role_is_not_given_back(self):
        recorded = {code: set(role.acts) for code, role in ROLES.items()}
        recorded["giam-sat"] -= {Act.READ_JOURNAL}
        assert missing_acts(recorded) == {}

    def test_an_act_that_no_role_has_yet_comes_with_its_roles(self):
        recorded = {code: set(role.acts) - {Act.SETTLE} for code, role in ROLES.items()}
        assert missing_acts(recorded) == {"lanh-dao": frozenset({Act.SETTLE})}

    @given(st.dictionaries(st.sampled_from(sorted(ROLES)), ACTS))
    def test_after_they_are_recorded_none_is_missing(self, recorded):
        missing = missing_acts(recorded)
        after = {
            code: frozenset(recorded.get(code, ())) | missing.get(code, frozenset())
            for code in {*recorded, *missing}
        }
        assert missing_acts(after) == {}


def test_an_act_that_there_is_not_is_refused():
    assert checked_acts(["intake.receive"]) == {Act.RECEIVE}
    with pytest.raises(errors.ActUnknown):
        checked_acts(["intake.receive", "intake.everything"])


class TestNames:
    def test_people_are_sorted_by_their_given_name(self):
        names = ["Trần Văn Bình", "Nguyễn Thị Ánh", "Đặng An", "Lê Đức"]
        assert sorted(names, key=name_key) == [
            "Đặng An",
            "Nguyễn Thị Ánh",
            "Trần Văn Bình",
            "Lê Đức",
        ]

    def test_a_name_without_words_has_an_empty_key(self):
        assert name_key("  ") == ""

    @pytest.mark.parametrize("said", ["nguyen.van.an", "an", "a", "canbo_12", "AN-2", " an "])
    def test_names_to_sign_in_with_are_kept_small(self, said):
        assert checked_username(said) == said.strip().lower()

    @pytest.mark.parametrize(
        "said", ["", ".an", "an.", "nguyễn", "an binh", "an@x", "a" * 63, "an/b"]
    )
    def test_others_are_refused(self, said):
        with pytest.raises(errors.UsernameInvalid):
            checked_username(said)
