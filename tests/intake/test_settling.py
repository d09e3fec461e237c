"""A dossier goes from hand to hand until its result is with the citizen."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from intake.calendars import at
from intake.factories import AccountFactory, account_with
from intake.office import MONDAY, RESULT
from motcua.catalogue.models import Step
from motcua.catalogue.rules.terms import Channel
from motcua.intake import actions
from motcua.intake.errors import (
    MoveRefused,
    NameMissing,
    NotAtThisUnit,
    NothingHandedOver,
    ReasonMissing,
    ResultMissing,
    SupplementSaysNothing,
    UnitUnknown,
)
from motcua.intake.models import Assignment
from motcua.intake.rules.clocks import Timeliness
from motcua.intake.rules.requests import HandOver, ResultPaper
from motcua.intake.rules.states import DossierState
from motcua.kernel.errors import NotFound
from motcua.organisation.rules.acts import Act


def lines(dossier):
    return [
        (line.unit_id, line.timeliness)
        for line in Assignment.objects.filter(dossier=dossier).order_by("number")
    ]


def give(office, dossier, moment, **to):
    return actions.hand_over(
        dossier_id=dossier.pk,
        to=HandOver(**{"unit_id": office.section.pk, **to}),
        officer=office.counter,
        at=at(moment),
    )


def test_the_counter_passes_a_dossier_on_the_same_day(office):
    dossier = office.received()
    give(office, dossier, "2026-03-02 16:00")
    dossier.refresh_from_db()
    assert dossier.state == DossierState.IN_SETTLEMENT
    assert lines(dossier) == [
        (office.commune.pk, Timeliness.ON_TIME),
        (office.section.pk, ""),
    ]


def test_passed_on_the_next_day_it_was_late_unless_received_after_three(office):
    early, afternoon = office.received(), office.received(at("2026-03-02 15:01"))
    give(office, early, "2026-03-03 07:00")
    give(office, afternoon, "2026-03-03 07:00")
    assert lines(early)[0][1] == Timeliness.LATE
    assert lines(afternoon)[0][1] == Timeliness.ON_TIME


def test_a_step_has_its_share_of_the_time(office):
    """Five working days are forty hours; ten percent are four: from 9:00 to 15:00."""
    step = Step.objects.create(
        version=office.version, number=1, name="Thẩm định", done_by="TP", share=Decimal(10)
    )
    line = give(office, office.received(), "2026-03-02 09:00", step_id=step.pk)
    assert line.due_at == at("2026-03-02 15:00")
    assert line.step_name == "Thẩm định"


def test_a_dossier_in_settlement_goes_on_to_the_next_hand(office):
    dossier = office.received()
    give(office, dossier, "2026-03-02 10:00")
    actions.hand_over(
        dossier_id=dossier.pk,
        to=HandOver(unit_id=office.commune.pk, step_name="Trình ký"),
        officer=office.official,
        at=at("2026-03-03 10:00"),
    )
    dossier.refresh_from_db()
    assert dossier.state == DossierState.IN_SETTLEMENT
    assert [unit for unit, _ in lines(dossier)] == [
        office.commune.pk,
        office.section.pk,
        office.commune.pk,
    ]


def test_a_dossier_that_waits_for_a_supplement_is_passed_on_to_nobody(office):
    dossier = office.in_settlement()
    office.asked(dossier, MONDAY)
    with pytest.raises(MoveRefused):
        give(office, dossier, "2026-03-03 10:00")


def test_a_refusal_after_appraisal_says_why(office):
    with pytest.raises(ReasonMissing):
        actions.refuse_after_appraisal(
            dossier_id=office.in_settlement().pk,
            reason=" ",
            result=RESULT,
            officer=office.leader,
            at=MONDAY,
        )


def test_a_dossier_is_taken_by_who_it_was_given_to(office):
    dossier = office.received()
    give(office, dossier, "2026-03-02 10:00", officer_id=office.official.pk)
    with pytest.raises(NotAtThisUnit):
        actions.take_over(dossier_id=dossier.pk, officer=office.leader, at=at("2026-03-02 11:00"))
    line = actions.take_over(
        dossier_id=dossier.pk, officer=office.official, at=at("2026-03-02 11:00")
    )
    assert (line.taken_by, line.taken_at) == (office.official, at("2026-03-02 11:00"))
    with pytest.raises(NothingHandedOver):
        actions.take_over(dossier_id=dossier.pk, officer=office.official, at=MONDAY)


def test_what_was_given_to_a_unit_may_be_taken_by_anybody_who_handles_there(office):
    dossier = office.received()
    give(office, dossier, "2026-03-02 10:00")
    line = actions.take_over(
        dossier_id=dossier.pk, officer=office.official, at=at("2026-03-02 11:00")
    )
    assert line.officer == office.official


def test_nothing_is_given_to_a_unit_that_does_not_exist(office):
    with pytest.raises(UnitUnknown):
        give(office, office.received(), "2026-03-02 10:00", unit_id=987654)


def test_another_office_is_asked_for_its_opinion_and_no_clock_stops(office):
    dossier = office.in_settlement()
    line = actions.consult_unit(
        dossier_id=dossier.pk,
        unit_id=office.other.pk,
        content="Xác minh nơi sinh.",
        due_at=at("2026-03-04 17:00"),
        officer=office.official,
        at=at("2026-03-03 08:00"),
    )
    dossier.refresh_from_db()
    assert dossier.legal_due_at == at("2026-03-09 17:00")
    answered = actions.answer_consultation(
        dossier_id=dossier.pk,
        assignment_id=line.pk,
        answer="Đúng như khai.",
        officer=office.stranger,
        at=at("2026-03-05 08:00"),
    )
    assert answered.timeliness == Timeliness.LATE
    with pytest.raises(SupplementSaysNothing):
        actions.consult_unit(
            dossier_id=dossier.pk,
            unit_id=office.other.pk,
            content=" ",
            due_at=MONDAY,
            officer=office.official,
            at=MONDAY,
        )


def test_who_is_asked_for_an_opinion_decides_nothing(office):
    dossier = office.in_settlement()
    actions.consult_unit(
        dossier_id=dossier.pk,
        unit_id=office.other.pk,
        content="Xác minh nơi sinh.",
        due_at=at("2026-03-04 17:00"),
        officer=office.official,
        at=MONDAY,
    )
    given = {"dossier_id": dossier.pk, "officer": office.stranger, "at": MONDAY}
    for act in (
        lambda: actions.settle_dossier(results=[RESULT], **given),
        lambda: actions.withdraw_dossier(reason="x", **given),
        lambda: actions.hand_over(to=HandOver(unit_id=office.other.pk), **given),
        lambda: actions.take_over(**given),
    ):
        with pytest.raises(NotFound):
            act()


def test_a_result_waits_for_the_citizen_and_is_given_out(office):
    dossier = office.settled(done=at("2026-03-05 10:00"))
    assert dossier.state == DossierState.SETTLED
    assert dossier.settled_at == at("2026-03-05 10:00")
    assert {timeliness for _, timeliness in lines(dossier)} == {
        Timeliness.ON_TIME,
        Timeliness.EARLY,
    }
    returned = actions.return_result(
        dossier_id=dossier.pk,
        returned_to="Trần Văn Em",
        channel=Channel.POST,
        officer=office.counter,
        at=at("2026-03-06 08:00"),
    )
    assert returned.state == DossierState.RETURNED
    assert (returned.returned_to, returned.return_channel) == ("Trần Văn Em", "post")


def test_a_result_has_a_name_and_so_has_who_fetches_it(office):
    dossier = office.in_settlement()
    for results in ([], [ResultPaper(name=" ")]):
        with pytest.raises(ResultMissing):
            actions.settle_dossier(
                dossier_id=dossier.pk, results=results, officer=office.leader, at=MONDAY
            )
    settled = actions.settle_dossier(
        dossier_id=dossier.pk, results=[RESULT], officer=office.leader, at=MONDAY
    )
    with pytest.raises(NameMissing):
        actions.return_result(
            dossier_id=settled.pk, returned_to="", officer=office.counter, at=MONDAY
        )


def test_a_refusal_after_appraisal_is_a_result_in_writing(office):
    dossier = office.in_settlement()
    refused = actions.refuse_after_appraisal(
        dossier_id=dossier.pk,
        reason="Đã được đăng ký khai sinh tại nơi khác.",
        result=ResultPaper(name="Văn bản từ chối", number_symbol="15/UBND-TP"),
        officer=office.leader,
        at=at("2026-03-06 10:00"),
    )
    assert refused.state == DossierState.SETTLED
    assert refused.results.get().kind == "refusal"
    assert refused.ending.kind == "refused"
    with pytest.raises(MoveRefused):
        actions.settle_dossier(
            dossier_id=refused.pk, results=[RESULT], officer=office.leader, at=MONDAY
        )


def test_a_dossier_is_stopped_on_a_ground_of_the_law_only(office):
    dossier = office.in_settlement()
    with pytest.raises(ReasonMissing):
        actions.stop_dossier(
            dossier_id=dossier.pk,
            reason="Người nộp qua đời.",
            ground=" ",
            officer=office.leader,
            at=MONDAY,
        )
    stopped = actions.stop_dossier(
        dossier_id=dossier.pk,
        reason="Người nộp qua đời.",
        ground="Thông tư 03/2025/TT-VPCP",
        officer=office.leader,
        at=MONDAY,
    )
    assert stopped.state == DossierState.STOPPED
    assert stopped.ending.ground == "Thông tư 03/2025/TT-VPCP"
    assert not Assignment.objects.filter(dossier=dossier, done_at__isnull=True).exists()


def test_a_citizen_may_withdraw_until_there_is_a_result(office):
    dossier = office.in_settlement()
    withdrawn = actions.withdraw_dossier(
        dossier_id=dossier.pk, reason="Nộp nhầm nơi.", officer=office.counter, at=MONDAY
    )
    assert withdrawn.state == DossierState.WITHDRAWN
    with pytest.raises(MoveRefused):
        actions.withdraw_dossier(
            dossier_id=office.settled().pk,
            reason="Đổi ý.",
            officer=office.counter,
            at=MONDAY,
        )


def test_a_payment_is_asked_for_and_the_clock_runs_on(office):
    dossier = office.in_settlement()
    asked = actions.ask_payment(
        dossier_id=dossier.pk,
        amount=Decimal(150000),
        content="Lệ phí trước bạ",
        officer=office.official,
        at=MONDAY,
    )
    assert asked.state == DossierState.PAYMENT_ASKED
    assert asked.legal_due_at == at("2026-03-09 17:00")
    paid = actions.record_payment(
        dossier_id=dossier.pk,
        amount=Decimal(150000),
        receipt_number="0012",
        officer=office.counter,
        at=MONDAY,
    )
    assert paid.state == DossierState.IN_SETTLEMENT


@pytest.mark.parametrize("act", ["settle", "stop", "refuse"])
def test_who_only_handles_does_not_decide(office, act):
    dossier = office.in_settlement()
    given = {"dossier_id": dossier.pk, "officer": office.official, "at": MONDAY}
    decide = {
        "settle": lambda: actions.settle_dossier(results=[RESULT], **given),
        "stop": lambda: actions.stop_dossier(reason="x", ground="y", **given),
        "refuse": lambda: actions.refuse_after_appraisal(reason="x", result=RESULT, **given),
    }
    with pytest.raises(NotFound):
        decide[act]()


def test_who_does_not_give_out_results_gives_out_none(office):
    dossier = office.settled()
    nobody = account_with(Act.READ_DOSSIERS, unit=office.commune)
    with pytest.raises(NotFound):
        actions.return_result(dossier_id=dossier.pk, returned_to="Ai đó", officer=nobody, at=MONDAY)


def test_a_dossier_is_in_one_hand_at_a_time(office):
    dossier = office.in_settlement()
    with pytest.raises(IntegrityError), transaction.atomic():
        Assignment.objects.create(
            dossier=dossier,
            number=99,
            unit=office.commune,
            given_at=MONDAY,
            due_at=MONDAY,
        )


def test_somebody_without_a_post_does_nothing(office):
    dossier = office.in_settlement()
    with pytest.raises(NotFound):
        actions.withdraw_dossier(
            dossier_id=dossier.pk,
            reason="x",
            officer=AccountFactory(unit=office.commune),
            at=MONDAY,
        )
