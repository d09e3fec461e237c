"""Procedures are entered, changed by new versions, and ended; what has held stands."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from catalogue.factories import (
    AT,
    BIRTH,
    CIVIL,
    CONTENT,
    FORM,
    PROOF,
    TODAY,
    account,
    content,
    keeper,
    procedure,
    version,
)
from motcua.audit.actions import SystemActor
from motcua.audit.models import Entry
from motcua.catalogue import actions
from motcua.catalogue.errors import (
    ContentRefused,
    EditNotAllowed,
    LaterVersionStands,
    PastStands,
    ProcedureEnded,
    ProcedureKnown,
    VersionBeginsThen,
    VersionEnded,
    VersionStands,
)
from motcua.catalogue.events import ProcedureChanged
from motcua.catalogue.models import Procedure, ProcedureVersion
from motcua.catalogue.queries import components_on, content_of, history_of, scopes_of, version_of
from motcua.catalogue.rules.content import Flaw
from motcua.catalogue.rules.digitisation import DatedScope
from motcua.catalogue.rules.terms import ExemptReason, Scope, TimeLimit, TimeUnit
from motcua.foundation.events import announced

pytestmark = pytest.mark.django_db
TOMORROW = TODAY + timedelta(days=1)


def last_entry():
    return Entry.objects.order_by("pk").last()


def periods(of):
    return [(row.valid_from, row.valid_to) for row in of.versions.order_by("valid_from")]


def test_a_keeper_enters_a_procedure_and_the_journal_tells_who():
    officer = keeper()
    entered = actions.add_procedure(
        BIRTH, name="Đăng ký  khai sinh ", field=CIVIL, officer=officer, at=AT
    )
    assert (entered.name, entered.name_folded) == ("Đăng ký khai sinh", "dang ky khai sinh")
    entry = last_entry()
    assert entry.act == "catalogue.procedure.added"
    assert (entry.by_id, entry.facts["procedure"]) == (officer.pk, BIRTH)


@pytest.mark.parametrize(
    "attempt",
    [
        lambda who, it: actions.add_procedure(
            "1.000894", name="Đăng ký kết hôn", field=CIVIL, officer=who, at=AT
        ),
        lambda who, it: actions.rename_procedure(
            it.procedure_id, name="Khác", field=CIVIL, officer=who, at=AT
        ),
        lambda who, it: version(it.procedure, valid_from=TOMORROW, officer=who),
        lambda who, it: actions.amend_version(it.pk, content=CONTENT, officer=who, at=AT),
        lambda who, it: actions.withdraw_version(it.pk, officer=who, at=AT),
        lambda who, it: actions.end_procedure(
            it.procedure_id, on=TOMORROW, because="Quyết định", officer=who, at=AT
        ),
        lambda who, it: actions.set_scope(
            it.components.first().pk, decided=FORM.scopes[0], officer=who, at=AT
        ),
        lambda who, it: actions.keep_sheet("a.csv", content=b"", officer=who, at=AT),
    ],
)
def test_whoever_has_no_post_for_it_changes_nothing(attempt):
    standing = version()
    entries = Entry.objects.count()
    with pytest.raises(EditNotAllowed):
        attempt(account(), standing)
    assert Entry.objects.count() == entries


def test_a_code_is_entered_once_and_only_if_it_is_one():
    procedure()
    with pytest.raises(ProcedureKnown):
        procedure()
    with pytest.raises(ContentRefused) as refused:
        procedure("1.1193", name="")
    assert [(fault.field, fault.flaw) for fault in refused.value.faults] == [
        ("name", Flaw.EMPTY),
        ("code", Flaw.MALFORMED),
    ]


def test_a_field_of_activity_is_entered_with_its_first_procedure_only():
    first, second = procedure(), procedure("1.000894", name="Đăng ký kết hôn")
    assert first.field == second.field


def test_a_new_version_ends_the_one_before_on_its_eve():
    birth = procedure()
    version(birth)
    version(birth, valid_from=date(2025, 9, 15), said=content(fee_note="Miễn phí"))
    assert periods(birth) == [
        (date(2023, 1, 1), date(2025, 9, 15)),
        (date(2025, 9, 15), None),
    ]
    assert version_of(BIRTH, on=date(2025, 9, 14)).fee_note == ""
    assert version_of(BIRTH, on=date(2025, 9, 15)).fee_note == "Miễn phí"


def test_a_version_is_read_as_it_was_written():
    assert content_of(version()) == CONTENT


def test_a_version_that_would_end_another_today_or_earlier_is_refused():
    birth = procedure()
    version(birth)
    with pytest.raises(PastStands) as refused:
        version(birth, valid_from=TODAY)
    assert refused.value.facts["earliest"] == TOMORROW
    assert periods(birth) == [(date(2023, 1, 1), None)]
    version(birth, valid_from=TOMORROW)


def test_today_is_the_day_in_viet_nam():
    birth = procedure()
    version(birth)
    late_evening_in_utc = AT.replace(hour=18)  # 1:00 on 11/9/2025 in Việt Nam
    with pytest.raises(PastStands):
        version(birth, valid_from=TOMORROW, at=late_evening_in_utc)


def test_a_version_with_faults_is_refused_with_all_of_them():
    wrong = content(levels=(), components=(replace(PROOF, originals=0, copies=0),))
    with pytest.raises(ContentRefused) as refused:
        version(said=wrong)
    assert [(fault.field, fault.row) for fault in refused.value.faults] == [
        ("levels", None),
        ("component.originals", 1),
    ]


def test_only_a_version_that_has_not_begun_is_amended():
    birth = procedure()
    standing = version(birth)
    coming = version(birth, valid_from=TOMORROW)
    shorter = content(limit=TimeLimit(unit=TimeUnit.WORKING_HOUR, amount=4), components=(FORM,))
    actions.amend_version(coming.pk, content=shorter, officer=keeper(), at=AT)
    assert content_of(version_of(BIRTH, on=TOMORROW)) == shorter
    assert last_entry().facts["changed"] == ["limit", "components"]
    with pytest.raises(VersionStands):
        actions.amend_version(standing.pk, content=shorter, officer=keeper("an"), at=AT)
    assert content_of(version_of(BIRTH, on=TODAY)) == CONTENT


def test_a_version_taken_back_before_it_began_lets_the_one_before_go_on():
    birth = procedure()
    standing = version(birth)
    coming = version(birth, valid_from=TOMORROW)
    with pytest.raises(VersionStands):
        actions.withdraw_version(standing.pk, officer=keeper("an"), at=AT)
    actions.withdraw_version(coming.pk, officer=keeper(), at=AT)
    assert periods(birth) == [(date(2023, 1, 1), None)]
    assert last_entry().act == "catalogue.version.withdrawn"


def end(of, *, on):
    return actions.end_procedure(
        of.pk, on=on, because="Quyết định bãi bỏ", officer=SystemActor(), at=AT
    )


def test_a_procedure_ends_tomorrow_at_the_earliest_and_once():
    birth = procedure()
    version(birth)
    with pytest.raises(PastStands):
        end(birth, on=TODAY)
    end(birth, on=TOMORROW)
    assert version_of(BIRTH, on=TODAY) is not None
    assert version_of(BIRTH, on=TOMORROW) is None
    with pytest.raises(ProcedureEnded):
        end(birth, on=date(2026, 1, 1))


def test_a_procedure_with_a_coming_version_does_not_end_before_it():
    birth = procedure()
    version(birth)
    version(birth, valid_from=date(2026, 1, 1))
    with pytest.raises(LaterVersionStands):
        end(birth, on=date(2025, 12, 1))


def test_a_procedure_may_be_offered_again_after_a_pause():
    birth = procedure()
    version(birth)
    end(birth, on=TOMORROW)
    version(birth, valid_from=date(2026, 1, 1))
    assert version_of(BIRTH, on=date(2025, 12, 31)) is None
    assert version_of(BIRTH, on=date(2026, 1, 1)) is not None


def test_a_rename_keeps_the_code_and_tells_both_names():
    birth = procedure()
    actions.rename_procedure(
        birth.pk, name="Đăng ký khai sinh, cấp thẻ", field=CIVIL, officer=keeper(), at=AT
    )
    assert Procedure.objects.get(code=BIRTH).name_folded == "dang ky khai sinh, cap the"
    assert last_entry().facts["before"] == "Đăng ký khai sinh"


OPINION = DatedScope(
    scope=Scope.EXEMPT,
    exempt_reason=ExemptReason.OPINION,
    legal_basis="Thông tư 03/2025/TT-VPCP, Điều 5",
    valid_from=date(2025, 9, 15),
)


def set_scope(of, decided):
    paper = of.components.get(number=1)
    return actions.set_scope(paper.pk, decided=decided, officer=SystemActor(), at=AT)


def test_a_new_scope_ends_the_one_before_on_its_eve():
    birth = version()
    set_scope(birth, OPINION)
    before, after = (components_on(birth, on=date(2025, 9, day))[0].standing for day in (14, 15))
    # On the eve the circular of 2023 knows "required", which was decided in January 2023.
    assert (before.scope, after.scope) == (Scope.REQUIRED, Scope.EXEMPT)
    assert after.exempt_reason is ExemptReason.OPINION
    assert [scope.valid_to for scope in birth.components.get(number=1).scopes.all()] == [
        date(2025, 9, 15),
        None,
    ]


@pytest.mark.parametrize(
    ("decided", "refusal"),
    [
        (replace(OPINION, valid_from=date(2025, 9, 14)), ContentRefused),
        (replace(OPINION, exempt_reason=None), ContentRefused),
        (replace(OPINION, scope=Scope.DECISION, exempt_reason=None), ContentRefused),
        (replace(OPINION, valid_from=TODAY, exempt_reason=ExemptReason.ONLY_SHOWN), PastStands),
        (replace(FORM.scopes[0], valid_from=date(2023, 6, 1)), PastStands),
    ],
)
def test_a_scope_the_rules_do_not_know_or_that_reaches_back_is_refused(decided, refusal):
    birth = version()
    with pytest.raises(refusal):
        set_scope(birth, decided)
    assert birth.components.get(number=1).scopes.count() == 1


def test_the_scope_of_a_version_that_has_not_begun_may_be_set_from_its_first_day():
    birth = procedure()
    version(birth)
    coming = version(birth, valid_from=date(2025, 9, 15), said=content(components=(PROOF,)))
    set_scope(coming, OPINION)
    assert components_on(coming, on=date(2025, 9, 15))[0].standing.scope is Scope.EXEMPT


def test_nothing_is_decided_for_days_after_a_version_has_ended():
    birth = procedure()
    standing = version(birth)
    version(birth, valid_from=date(2025, 9, 15))
    standing.refresh_from_db()
    with pytest.raises(VersionEnded):
        set_scope(standing, OPINION)


def test_two_scopes_of_a_paper_do_not_begin_on_one_day():
    birth = version()
    set_scope(birth, OPINION)
    with pytest.raises(VersionBeginsThen):
        set_scope(birth, OPINION)


def test_the_papers_of_a_day_come_with_their_scopes_in_one_query(django_assert_num_queries):
    birth = version()
    with django_assert_num_queries(1):
        form, proof = components_on(birth, on=date(2023, 3, 31))
    assert form.standing.legal_basis == "Nghị định 61/2018/NĐ-CP, Điều 17"
    assert not form.standing.by_general_rule
    assert (proof.name, proof.copies, proof.standing.by_general_rule) == (
        *("Giấy chứng sinh", 1, True),
    )
    # Nobody classified it: general rule of the decree, then of the circular of 2023.
    assert proof.standing.scope is Scope.REQUIRED
    assert components_on(birth, on=date(2024, 3, 31))[1].standing.scope is Scope.ON_REQUEST


def test_rows_of_scopes_are_those_the_rules_of_the_day_know():
    decided = replace(
        OPINION,
        exempt_reason=ExemptReason.PHOTOCOPY,
        legal_basis="Thông tư 01/2023/TT-VPCP, Điều 4",
        valid_from=date(2023, 5, 25),
    )
    birth = version(said=content(components=(replace(PROOF, scopes=(decided,)),)))
    assert scopes_of(birth, on=date(2025, 9, 14)).count() == 1
    assert scopes_of(birth, on=date(2025, 9, 15)).count() == 0


def test_listeners_hear_of_every_change():
    heard = []

    def listen(event, **_):
        heard.append(event)

    announced.connect(listen)
    try:
        birth = version()
    finally:
        announced.disconnect(listen)
    assert heard == [ProcedureChanged(procedure_id=birth.procedure_id)] * 2


def test_what_a_refused_act_began_is_rolled_back():
    birth = procedure()
    version(birth)
    with pytest.raises(ContentRefused):
        version(birth, valid_from=TOMORROW, said=content(legal_basis=""))
    assert periods(birth) == [(date(2023, 1, 1), None)]


def test_a_history_with_all_it_says_takes_four_queries(django_assert_num_queries):
    birth = procedure()
    version(birth)
    version(birth, valid_from=TOMORROW)
    version(birth, valid_from=date(2026, 1, 1))
    with django_assert_num_queries(4):
        told = [(row.valid_from, content_of(row)) for row in history_of(birth)]
    assert [day for day, _ in told] == [date(2026, 1, 1), TOMORROW, date(2023, 1, 1)]
    assert ProcedureVersion.objects.count() == 3
