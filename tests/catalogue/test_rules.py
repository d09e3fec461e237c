"""The decisions of the catalogue: codes, days, shares, papers, scopes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.catalogue.errors import NoRulesYet, PastStands, VersionBeginsThen, VersionsOverlap
from motcua.catalogue.rules.codes import is_procedure_code
from motcua.catalogue.rules.completeness import Asked, Handed, Missing, missing_components
from motcua.catalogue.rules.content import (
    ComponentContent,
    Flaw,
    StepContent,
    VersionContent,
    even_shares,
    faults_in,
    shares_are_whole,
    tidied,
)
from motcua.catalogue.rules.digitisation import DatedScope, rule_set_on, rule_sets, scope_on
from motcua.catalogue.rules.succession import fitting
from motcua.catalogue.rules.terms import Channel, ExemptReason, Scope, TimeLimit, TimeUnit
from motcua.catalogue.rules.validity import Period, ending, first_overlap, in_turn

DAYS = st.dates(date(2019, 1, 1), date(2030, 12, 31))
LEVELS = ("commune", "district")


@pytest.mark.parametrize(
    "code",
    [
        *("1.000948", "2.000635", "3.000001", "1.000948.H38"),
        *("1.001193.000.00.00", "1.001193.000.00.00.H23"),
    ],
)
def test_codes_of_the_national_database_are_codes(code):
    assert is_procedure_code(code)


@pytest.mark.parametrize(
    "code",
    [
        *("", "1.00094", "1.0009480", "4.000948", "1,000948", "1.000948.Z38", "1.000948.h38"),
        *(" 1.000948", "1.000948\n", "١.000948", "1.000948.H3"),
    ],
)
def test_what_only_looks_like_a_code_is_none(code):
    assert not is_procedure_code(code)


def test_a_version_holds_on_its_first_day_and_not_on_the_day_it_ends():
    may = Period(valid_from=date(2023, 5, 1), valid_to=date(2023, 6, 1))
    assert [may.holds_on(date(2023, *day)) for day in [(4, 30), (5, 1), (5, 31), (6, 1)]] == [
        *(False, True, True, False)
    ]


def test_versions_that_follow_one_another_do_not_overlap_and_may_leave_a_gap():
    first = Period(valid_from=date(2023, 1, 1), valid_to=date(2024, 1, 1))
    assert first_overlap([Period(valid_from=date(2024, 1, 1)), first]) is None
    assert first_overlap([Period(valid_from=date(2024, 3, 1)), first]) is None
    assert first_overlap([Period(valid_from=date(2023, 12, 31)), first]) == date(2023, 12, 31)


def test_what_has_no_end_ends_where_the_next_begins():
    assert in_turn([Period(valid_from=date(2025, 7, 1)), Period(valid_from=date(2023, 1, 1))]) == [
        Period(valid_from=date(2023, 1, 1), valid_to=date(2025, 7, 1)),
        Period(valid_from=date(2025, 7, 1)),
    ]


@given(st.sets(DAYS, min_size=1, max_size=6), DAYS)
def test_versions_in_turn_hold_once_on_every_day_from_the_first_on(first_days, day):
    periods = [Period(valid_from=first, valid_to=end) for first, end in ending(first_days).items()]
    assert first_overlap(periods) is None
    assert sum(period.holds_on(day) for period in periods) == (day >= min(first_days))


TODAY = date(2025, 9, 10)
OLD = Period(valid_from=date(2023, 1, 1))


def fit(*standing, new, today=TODAY):
    return fitting(standing, new, today=today, procedure="1.001193")


def test_a_new_version_ends_the_one_before_on_its_eve():
    fits = fit(OLD, new=Period(valid_from=date(2025, 9, 15)))
    assert fits.closes == OLD
    assert fits.period == Period(valid_from=date(2025, 9, 15))


def test_a_version_is_not_ended_on_a_day_that_has_come():
    with pytest.raises(PastStands) as refused:
        fit(OLD, new=Period(valid_from=TODAY))
    assert refused.value.facts["earliest"] == date(2025, 9, 11)


def test_days_without_any_version_may_be_filled_later():
    fits = fit(OLD, new=Period(valid_from=date(2020, 1, 1)))
    assert fits.closes is None
    assert fits.period == Period(valid_from=date(2020, 1, 1), valid_to=date(2023, 1, 1))


def test_a_version_between_two_ends_where_the_next_begins():
    standing = [
        Period(valid_from=date(2023, 1, 1), valid_to=date(2026, 1, 1)),
        Period(valid_from=date(2026, 1, 1)),
    ]
    fits = fit(*standing, new=Period(valid_from=date(2025, 10, 1)))
    assert fits.closes == standing[0]
    assert fits.period.valid_to == date(2026, 1, 1)


def test_a_version_of_a_procedure_that_is_to_end_ends_with_it():
    ended = Period(valid_from=date(2023, 1, 1), valid_to=date(2026, 1, 1))
    assert fit(ended, new=Period(valid_from=date(2025, 10, 1))).period.valid_to == date(2026, 1, 1)


def test_two_versions_do_not_begin_on_one_day_nor_reach_into_one_another():
    with pytest.raises(VersionBeginsThen):
        fit(OLD, new=Period(valid_from=date(2023, 1, 1)))
    with pytest.raises(VersionsOverlap):
        fit(OLD, new=Period(valid_from=date(2022, 1, 1), valid_to=date(2023, 1, 2)))


@given(st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=8), DAYS)
def test_however_versions_are_added_they_never_overlap_and_the_past_stands(wishes, today):
    standing = {}
    for first, last in wishes:
        new = Period(valid_from=first, valid_to=last)
        if not new.is_possible:
            continue
        before = {day: held_on(standing, day) for day in (date(2019, 1, 1), first, today)}
        try:
            fits = fit(*standing.values(), new=new, today=today)
        except (PastStands, VersionBeginsThen, VersionsOverlap):
            continue
        if fits.closes:
            closed = Period(valid_from=fits.closes.valid_from, valid_to=first)
            standing[closed.valid_from] = closed
        standing[first] = fits.period
        assert first_overlap(standing.values()) is None
        for day, version in before.items():
            if day <= today and version is not None:
                assert held_on(standing, day) == version


def held_on(standing, day):
    return next((p.valid_from for p in standing.values() if p.holds_on(day)), None)


def test_shares_of_the_steps_are_the_whole_time():
    assert shares_are_whole([Decimal("12.5"), Decimal("87.5")])
    assert not shares_are_whole([Decimal("33.33")] * 3)
    assert shares_are_whole([])


@given(st.integers(0, 60))
def test_even_shares_are_always_whole(steps):
    shares = even_shares(steps)
    assert len(shares) == steps
    assert shares_are_whole(shares)
    assert all(share > 0 for share in shares)


def test_the_rule_sets_follow_one_another_without_a_gap():
    assert [rules.code for rules in rule_sets()] == [
        *("ND-61-2018", "ND-107-2021", "TT-01-2023", "TT-03-2025")
    ]
    assert first_overlap(rules.period for rules in rule_sets()) is None
    for before, after in zip(rule_sets(), rule_sets()[1:], strict=False):
        assert before.period.valid_to == after.period.valid_from


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2023, 5, 24), "ND-107-2021"),
        (date(2023, 5, 25), "TT-01-2023"),
        (date(2025, 9, 14), "TT-01-2023"),
        (date(2025, 9, 15), "TT-03-2025"),
    ],
)
def test_the_rules_are_those_of_the_day_of_the_act(day, code):
    assert rule_set_on(day).code == code


def test_before_the_decree_there_are_no_rules():
    with pytest.raises(NoRulesYet):
        rule_set_on(date(2018, 6, 20))


OPINION = DatedScope(
    scope=Scope.EXEMPT,
    exempt_reason=ExemptReason.OPINION,
    legal_basis="Thông tư 03/2025/TT-VPCP, Điều 5",
    valid_from=date(2025, 9, 15),
)
PHOTOCOPY = DatedScope(
    scope=Scope.EXEMPT,
    exempt_reason=ExemptReason.PHOTOCOPY,
    legal_basis="Thông tư 01/2023/TT-VPCP, Điều 4",
    valid_from=date(2023, 5, 25),
)


def test_opinions_of_other_bodies_are_exempt_only_since_the_circular_of_2025():
    asked = DatedScope(
        scope=Scope.REQUIRED,
        legal_basis="Thông tư 01/2023/TT-VPCP, Điều 4",
        valid_from=date(2023, 5, 25),
        valid_to=date(2025, 9, 15),
    )
    before, after = (scope_on([asked, OPINION], date(2025, 9, day)) for day in (14, 15))
    assert before.is_counted
    assert (after.scope, after.exempt_reason) == (Scope.EXEMPT, ExemptReason.OPINION)
    assert not after.is_counted


def test_an_exemption_the_new_rules_do_not_know_ends_with_the_old_ones():
    assert scope_on([PHOTOCOPY], date(2025, 9, 14)).scope is Scope.EXEMPT
    after = scope_on([PHOTOCOPY], date(2025, 9, 15))
    assert after.scope is Scope.REQUIRED
    assert after.by_general_rule
    assert "03/2025/TT-VPCP" in after.legal_basis


@pytest.mark.parametrize(
    ("day", "scope"),
    [
        (date(2023, 3, 31), Scope.REQUIRED),
        (date(2024, 3, 31), Scope.ON_REQUEST),
        (date(2026, 3, 31), Scope.REQUIRED),
    ],
)
def test_a_paper_nobody_classified_follows_the_general_rule_of_the_day(day, scope):
    standing = scope_on([], day)
    assert (standing.scope, standing.by_general_rule) == (scope, True)


REASONS = st.none() | st.sampled_from(ExemptReason)


@given(st.sampled_from(Scope), REASONS, DAYS, st.none() | DAYS, DAYS)
def test_whatever_was_decided_the_scope_of_a_day_is_one_its_rules_know(
    scope, reason, first, last, day
):
    decided = DatedScope(
        scope=scope, exempt_reason=reason, legal_basis="x", valid_from=first, valid_to=last
    )
    standing = scope_on([decided], day)
    assert rule_set_on(day).knows(standing.scope, standing.exempt_reason)
    assert (standing.exempt_reason is None) == (standing.scope is not Scope.EXEMPT)


FORM = Asked(number=1, name="Tờ khai", originals=1)
PROOF = Asked(number=2, name="Giấy chứng sinh", originals=1, copies=2)
IF_ANY = Asked(number=3, name="Văn bản uỷ quyền", originals=1, is_optional=True)


def test_all_that_is_missing_is_told_at_once():
    assert missing_components([FORM, PROOF, IF_ANY], {1: Handed(copies=1)}) == [
        Missing(number=1, name="Tờ khai", originals=1, copies=0),
        Missing(number=2, name="Giấy chứng sinh", originals=1, copies=2),
    ]


def test_an_original_serves_as_a_copy_and_no_copy_as_an_original():
    assert missing_components([PROOF], {2: Handed(originals=3)}) == []
    [lacking] = missing_components([PROOF], {2: Handed(copies=9)})
    assert (lacking.originals, lacking.copies) == (1, 0)


ASKED = st.lists(
    st.builds(
        Asked,
        number=st.integers(1, 9),
        name=st.just("Giấy tờ"),
        originals=st.integers(0, 3),
        copies=st.integers(0, 3),
        is_optional=st.booleans(),
    ),
    max_size=6,
    unique_by=lambda asked: asked.number,
)
HANDED = st.dictionaries(
    st.integers(1, 9),
    st.builds(Handed, originals=st.integers(0, 6), copies=st.integers(0, 6)),
)


@given(ASKED, HANDED)
def test_a_dossier_with_all_that_was_missing_is_complete(required, handed):
    missing = {lacking.number: lacking for lacking in missing_components(required, handed)}
    whole = {
        asked.number: Handed(
            originals=had.originals + (lack.originals if lack else 0),
            copies=had.copies + (lack.copies if lack else 0),
        )
        for asked in required
        for had in [handed.get(asked.number, Handed())]
        for lack in [missing.get(asked.number)]
    }
    assert missing_components(required, whole) == []


CONTENT = VersionContent(
    levels=("commune",),
    channels=(Channel.DIRECT, Channel.ONLINE),
    limit=TimeLimit(unit=TimeUnit.WORKING_DAY, amount=5),
    legal_basis="Luật Hộ tịch 2014",
    steps=(
        StepContent(name="Tiếp nhận", done_by="Bộ phận Một cửa", share=Decimal(20)),
        StepContent(name="Thẩm định", done_by="Công chức tư pháp", share=Decimal(80)),
    ),
    components=(ComponentContent(name="Tờ khai"),),
)


def changed(**facts):
    return replace(CONTENT, **facts)


def flaws(content):
    return [(fault.field, fault.flaw) for fault in faults_in(content, levels=LEVELS)]


def test_a_version_that_says_all_it_must_may_stand():
    assert flaws(CONTENT) == []


def step(share, name="Tiếp nhận"):
    return StepContent(name=name, done_by="Bộ phận Một cửa", share=Decimal(share))


def paper(**facts):
    return changed(components=(ComponentContent(**{"name": "Tờ khai", **facts}),))


def scoped(**facts):
    decided = {
        "scope": Scope.REQUIRED,
        "legal_basis": "Điều 4",
        "valid_from": date(2023, 6, 1),
        **facts,
    }
    return paper(scopes=(DatedScope(**decided),))


@pytest.mark.parametrize(
    ("content", "field", "flaw"),
    [
        (changed(levels=()), "levels", Flaw.EMPTY),
        (changed(levels=("ward",)), "levels", Flaw.UNKNOWN_LEVEL),
        (changed(channels=()), "channels", Flaw.EMPTY),
        (changed(fee=Decimal(-1)), "fee", Flaw.OUT_OF_RANGE),
        (changed(fee=Decimal("0.5")), "fee", Flaw.OUT_OF_RANGE),
        (changed(legal_basis=""), "legal_basis", Flaw.EMPTY),
        (changed(legal_basis="x" * 501), "legal_basis", Flaw.TOO_LONG),
        (changed(limit=TimeLimit(unit=TimeUnit.DAY)), "time_amount", Flaw.NO_TIME),
        (
            changed(limit=TimeLimit(unit=TimeUnit.AT_ONCE, amount=1)),
            "time_amount",
            Flaw.TIME_AND_AT_ONCE,
        ),
        (
            changed(limit=TimeLimit(unit=TimeUnit.DAY, amount=40_000)),
            "time_amount",
            Flaw.OUT_OF_RANGE,
        ),
        (changed(steps=(step("99.99"),)), "steps", Flaw.SHARES_NOT_WHOLE),
        (changed(steps=(step(-20), step(100), step(20))), "step.share", Flaw.OUT_OF_RANGE),
        (changed(steps=(step(100, name=""),)), "step.name", Flaw.EMPTY),
        (paper(name=""), "component.name", Flaw.EMPTY),
        (paper(originals=0), "component.originals", Flaw.NOTHING_ASKED),
        (paper(originals=1000), "component.originals", Flaw.OUT_OF_RANGE),
        (scoped(legal_basis=""), "scope.legal_basis", Flaw.EMPTY),
        (scoped(valid_to=date(2023, 6, 1)), "scope.valid_to", Flaw.ENDS_BEFORE_IT_BEGINS),
        (scoped(scope=Scope.EXEMPT), "scope.exempt_reason", Flaw.REASON_MISSING),
        (
            scoped(exempt_reason=ExemptReason.ONLY_SHOWN),
            "scope.exempt_reason",
            Flaw.REASON_WITHOUT_EXEMPTION,
        ),
        (
            scoped(scope=Scope.EXEMPT, exempt_reason=ExemptReason.OPINION),
            "scope.exempt_reason",
            Flaw.NOT_IN_THE_RULES,
        ),
        (
            scoped(scope=Scope.DECISION, valid_from=date(2025, 9, 15)),
            "scope.scope",
            Flaw.NOT_IN_THE_RULES,
        ),
        (scoped(valid_from=date(2018, 1, 1)), "scope.valid_from", Flaw.NO_RULES_YET),
    ],
)
def test_what_is_wrong_is_told_with_its_field(content, field, flaw):
    assert flaws(content) == [(field, flaw)]


def test_two_papers_of_one_code_and_two_scopes_on_one_day_are_refused():
    twice = changed(
        components=(ComponentContent(name="A", code="X"), ComponentContent(name="B", code="X"))
    )
    assert flaws(twice) == [("component.code", Flaw.NAMED_TWICE)]
    same_days = paper(
        scopes=(
            PHOTOCOPY,
            DatedScope(scope=Scope.REQUIRED, legal_basis="x", valid_from=date(2024, 1, 1)),
        )
    )
    assert flaws(same_days) == [("scope.valid_from", Flaw.SCOPES_OVERLAP)]


def test_text_is_kept_composed_and_with_single_spaces():
    loose = paper(name="  To\u031b\u0300  khai ")
    assert tidied(loose).components[0].name == "Tờ khai"
    assert tidied(tidied(loose)) == tidied(loose)
