"""When the calendar changes, open deadlines are counted anew: looked at first, then done."""

from datetime import date

import pytest

from intake.calendars import at
from intake.factories import account_with
from intake.office import MONDAY
from motcua.audit.models import Entry
from motcua.intake import actions
from motcua.intake.errors import PlanOutdated, ReasonMissing
from motcua.intake.queries import why_this_date
from motcua.intake.rules.requests import Paper
from motcua.organisation.models import CalendarDay
from motcua.organisation.rules.acts import Act

NEWS = at("2026-03-04 08:00")
"""On Wednesday it becomes known that Friday 6 is off, and that Saturday 14 is worked for it."""

LATER = at("2026-03-04 09:00")


@pytest.fixture
def keeper(office):
    return account_with(Act.EDIT_CALENDAR, unit=office.province, scope="below")


def news():
    for day, kind in ((date(2026, 3, 6), "NGHI_BU"), (date(2026, 3, 14), "LAM_BU")):
        CalendarDay.objects.create(
            day=day, kind=kind, name="Hoán đổi", document="Công văn 1/VPCP", known_from=NEWS
        )


def apply(plan, keeper):
    return actions.recalculate_deadlines(plan, because="Công văn 1/VPCP", officer=keeper, at=LATER)


def test_without_news_nothing_changes(office, keeper):
    office.in_settlement()
    plan = actions.plan_recalculation(officer=keeper, at=LATER)
    assert plan.changes == ()


def test_the_plan_says_which_dossiers_change_and_how_and_writes_nothing(office, keeper):
    changed, before = office.in_settlement(), office.in_settlement(at("2026-02-20 09:00"))
    news()
    plan = actions.plan_recalculation(officer=keeper, at=LATER)
    [change] = plan.changes
    assert (change.code, change.old_due_at, change.new_due_at) == (
        changed.code,
        at("2026-03-09 17:00"),
        at("2026-03-10 17:00"),
    )
    assert before.legal_due_at == at("2026-02-27 17:00")
    changed.refresh_from_db()
    assert changed.legal_due_at == at("2026-03-09 17:00")


def test_a_plan_is_applied_explained_and_in_the_journal(office, keeper):
    dossier = office.in_settlement()
    news()
    apply(actions.plan_recalculation(officer=keeper, at=LATER), keeper)
    dossier.refresh_from_db()
    assert dossier.legal_due_at == dossier.indicator_due_at == at("2026-03-10 17:00")
    assert dossier.appointment_at == at("2026-03-10 17:00")
    assert dossier.original_due_at == at("2026-03-09 17:00")
    event = dossier.events.get(kind="deadline_recalculated")
    assert event.ground == "Công văn 1/VPCP"
    entry = Entry.objects.get(act="intake.deadlines.recalculated")
    assert entry.facts["dossiers"][0][0] == dossier.code
    why = why_this_date(dossier, as_of=LATER)
    assert why.count.due_at == why.clocks.legal.due_at == dossier.legal_due_at
    assert why.clocks.indicator.due_at == dossier.indicator_due_at
    assert actions.plan_recalculation(officer=keeper, at=at("2026-03-04 10:00")).changes == ()


def test_a_day_that_becomes_worked_shortens_what_runs_over_it(office, keeper):
    dossier = office.in_settlement(at("2026-03-09 09:00"))
    CalendarDay.objects.create(
        day=date(2026, 3, 14),
        kind="LAM_BU",
        name="Làm bù",
        document="Công văn 1/VPCP",
        known_from=at("2026-03-10 08:00"),
    )
    plan = actions.plan_recalculation(officer=keeper, at=at("2026-03-10 09:00"))
    assert [change.new_due_at for change in plan.changes] == [at("2026-03-14 17:00")]
    assert dossier.legal_due_at == at("2026-03-16 17:00")


def test_after_a_supplement_both_clocks_are_counted_from_where_they_began(office, keeper):
    """Asked Mon 2 at 10:00, complete Mon 2 at 16:00: Friday 6 lies in both counts."""
    dossier = office.in_settlement()
    office.asked(dossier, at("2026-03-02 10:00"))
    actions.take_supplement(
        dossier_id=dossier.pk,
        papers=(Paper(number=1, originals=1),),
        officer=office.counter,
        at=at("2026-03-02 16:00"),
    )
    news()
    apply(actions.plan_recalculation(officer=keeper, at=LATER), keeper)
    dossier.refresh_from_db()
    assert dossier.legal_due_at == at("2026-03-10 17:00")
    assert dossier.indicator_due_at == at("2026-03-10 23:00")


def test_a_day_given_by_a_reappointment_stays_unless_it_is_closed_now(office, keeper):
    kept, closed = office.in_settlement(), office.in_settlement()
    for dossier, day in ((kept, date(2026, 3, 17)), (closed, date(2026, 3, 12))):
        actions.apologise_and_reappoint(
            dossier_id=dossier.pk,
            reason="Chờ xác minh.",
            new_due_on=day,
            officer=office.leader,
            at=at("2026-03-03 10:00"),
        )
    CalendarDay.objects.create(
        day=date(2026, 3, 12), kind="NGHI_LE", name="Lễ", document="QĐ 1", known_from=NEWS
    )
    plan = actions.plan_recalculation(officer=keeper, at=LATER)
    assert [(change.code, change.new_due_at) for change in plan.changes] == [
        (closed.code, at("2026-03-13 17:00"))
    ]


def test_a_plan_that_is_no_longer_true_is_not_applied(office, keeper):
    dossier = office.in_settlement()
    news()
    plan = actions.plan_recalculation(officer=keeper, at=LATER)
    actions.withdraw_dossier(dossier_id=dossier.pk, reason="Rút.", officer=office.counter, at=LATER)
    with pytest.raises(PlanOutdated):
        apply(plan, keeper)


def test_only_who_keeps_the_calendar_recalculates(office, keeper):
    office.in_settlement()
    news()
    assert actions.plan_recalculation(officer=office.leader, at=LATER).changes == ()
    plan = actions.plan_recalculation(officer=keeper, at=LATER)
    with pytest.raises(PlanOutdated):
        apply(plan, office.leader)


def test_the_document_is_named(office, keeper):
    office.in_settlement(MONDAY)
    plan = actions.plan_recalculation(officer=keeper, at=LATER)
    with pytest.raises(ReasonMissing):
        actions.recalculate_deadlines(plan, because=" ", officer=keeper, at=LATER)
