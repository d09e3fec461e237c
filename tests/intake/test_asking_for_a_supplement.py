"""What is missing is asked for once; the two clocks go their own ways when it has come."""

import pytest
from django.db import IntegrityError, transaction

from intake.calendars import at
from intake.office import MONDAY
from motcua.intake import actions
from motcua.intake.errors import (
    AlreadyReappointed,
    MoveRefused,
    NoSupplementOpen,
    PapersMissing,
    PapersUnknown,
    ReasonMissing,
    SecondSupplementNeedsReason,
    SupplementStillOpen,
)
from motcua.intake.models import Supplement
from motcua.intake.queries import why_this_date
from motcua.intake.rules.clocks import Defect, Timeliness
from motcua.intake.rules.requests import Paper, SupplementSlip
from motcua.intake.rules.states import DossierState

COMPLETE = (Paper(number=1, originals=1),)
SLIP = SupplementSlip(content="Còn thiếu Giấy chứng sinh.", missing=(1,))


def taken(office, dossier, moment, papers=COMPLETE):
    return actions.take_supplement(
        dossier_id=dossier.pk, papers=papers, officer=office.counter, at=at(moment)
    )


def test_a_supplement_restarts_the_law_and_is_left_out_by_the_indicators(office):
    """Received Mon 2, asked Wed 4 at 10:00, complete Fri 6 at 10:00.

    By the law five working days from Friday: Fri 13. For the indicators Mon 9 and 48 hours.
    """
    dossier = office.in_settlement()
    office.asked(dossier, at("2026-03-04 10:00"))
    dossier = taken(office, dossier, "2026-03-06 10:00")
    assert dossier.state == DossierState.IN_SETTLEMENT
    assert dossier.legal_due_at == dossier.appointment_at == at("2026-03-13 17:00")
    assert dossier.indicator_due_at == at("2026-03-11 17:00")
    assert dossier.original_due_at == at("2026-03-09 17:00")


def test_the_slip_names_the_papers(office):
    dossier = office.in_settlement()
    supplement = office.asked(dossier, at("2026-03-04 10:00"))
    assert [row.name for row in supplement.missing.all()] == ["Giấy chứng sinh"]
    assert not supplement.is_late
    with pytest.raises(PapersUnknown):
        office.asked(office.in_settlement(), MONDAY, missing=(7,))


def test_a_second_request_needs_a_reason_and_is_seen(office):
    dossier = office.in_settlement()
    office.asked(dossier, at("2026-03-04 10:00"))
    with pytest.raises(SupplementStillOpen):
        office.asked(dossier, at("2026-03-04 11:00"), reason_for_second="Sót")
    dossier = taken(office, dossier, "2026-03-05 10:00")
    with pytest.raises(SecondSupplementNeedsReason):
        office.asked(dossier, at("2026-03-05 11:00"))
    second = office.asked(dossier, at("2026-03-05 11:00"), reason_for_second="Trang 2 bị tẩy xoá.")
    assert second.number == 2
    dossier = taken(office, dossier, "2026-03-05 15:00")
    why = why_this_date(dossier, as_of=at("2026-03-05 16:00"))
    assert why.clocks.legal.defects == (Defect.SECOND_SUPPLEMENT,)
    assert why.clocks.indicator.timeliness is Timeliness.LATE


def test_a_slip_after_the_third_working_day_is_marked(office):
    dossier = office.in_settlement()
    assert office.asked(dossier, at("2026-03-06 08:00")).is_late


def test_half_a_supplement_is_not_taken(office):
    supplement = actions.ask_supplement_at_counter(
        office.request(papers=()), slip=SLIP, officer=office.counter, at=MONDAY
    )
    with pytest.raises(PapersMissing) as refusal:
        taken(office, supplement.dossier, "2026-03-03 10:00")
    assert refusal.value.facts["names"] == ["Tờ khai"]
    supplement.refresh_from_db()
    assert supplement.answered_at is None
    assert not supplement.dossier.components.filter(handed_in_at__isnull=False).exists()


def test_an_incomplete_dossier_is_received_when_the_rest_has_come(office):
    supplement = actions.ask_supplement_at_counter(
        office.request(papers=(Paper(number=2, originals=1),)),
        slip=SLIP,
        officer=office.counter,
        at=MONDAY,
    )
    assert supplement.is_before_reception
    dossier = taken(office, supplement.dossier, "2026-03-03 10:00")
    assert dossier.state == DossierState.RECEIVED
    assert dossier.received_at == at("2026-03-03 10:00")
    assert dossier.legal_due_at == dossier.indicator_due_at == at("2026-03-10 17:00")
    assert dossier.receipt is not None
    assert list(dossier.events.order_by("at", "pk").values_list("kind", flat=True)) == [
        "registered",
        "supplement_asked",
        "supplement_received",
        "received",
    ]


def test_nothing_is_taken_that_was_not_asked_for(office):
    with pytest.raises(NoSupplementOpen):
        taken(office, office.in_settlement(), "2026-03-03 10:00")


def test_a_settled_dossier_needs_no_supplement(office):
    with pytest.raises(MoveRefused):
        office.asked(office.settled(), MONDAY)


def test_the_database_holds_one_open_request_and_a_reason_for_the_second(office):
    dossier = office.in_settlement()
    office.asked(dossier, MONDAY)
    row = {"dossier": dossier, "asked_at": MONDAY, "content": "x", "asked_by_name": "x"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Supplement.objects.create(number=2, reason_for_second="x", **row)
    Supplement.objects.update(answered_at=MONDAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Supplement.objects.create(number=2, **row)


def put_off(office, dossier, moment, day="2026-03-16"):
    return actions.apologise_and_reappoint(
        dossier_id=dossier.pk,
        reason="Chờ kết quả xác minh.",
        new_due_on=at(f"{day} 00:00").date(),
        officer=office.leader,
        at=at(moment),
    )


def test_an_apology_in_time_moves_both_clocks(office):
    dossier = office.in_settlement()
    row = put_off(office, dossier, "2026-03-08 10:00")
    dossier.refresh_from_db()
    assert not row.is_late
    assert dossier.legal_due_at == dossier.indicator_due_at == at("2026-03-16 17:00")
    assert dossier.appointment_at == at("2026-03-16 17:00")
    assert dossier.original_due_at == at("2026-03-09 17:00")
    why = why_this_date(dossier, as_of=at("2026-03-08 11:00"))
    assert why.was_put_off
    assert why.clocks.legal.due_at == dossier.legal_due_at


def test_a_late_apology_tells_the_citizen_and_excuses_nothing(office):
    dossier = office.in_settlement()
    row = put_off(office, dossier, "2026-03-09 08:00")
    dossier.refresh_from_db()
    assert row.is_late
    assert dossier.legal_due_at == dossier.indicator_due_at == at("2026-03-09 17:00")
    assert dossier.appointment_at == at("2026-03-16 17:00")
    why = why_this_date(dossier, as_of=at("2026-03-10 08:00"))
    assert why.clocks.legal.timeliness is Timeliness.LATE
    assert Defect.LATE_APOLOGY in why.clocks.legal.defects


def test_the_day_is_put_off_once(office):
    dossier = office.in_settlement()
    put_off(office, dossier, "2026-03-05 10:00")
    with pytest.raises(AlreadyReappointed):
        put_off(office, dossier, "2026-03-06 10:00", day="2026-03-20")


def test_nobody_is_put_off_without_a_reason(office):
    with pytest.raises(ReasonMissing):
        actions.apologise_and_reappoint(
            dossier_id=office.in_settlement().pk,
            reason=" ",
            new_due_on=at("2026-03-16 00:00").date(),
            officer=office.leader,
            at=MONDAY,
        )


def test_what_is_settled_is_not_put_off(office):
    with pytest.raises(MoveRefused):
        put_off(office, office.settled(), "2026-03-05 10:00")


def test_it_is_said_why_this_day(office, django_assert_num_queries):
    dossier = office.in_settlement()
    with django_assert_num_queries(4):
        why = why_this_date(dossier, as_of=at("2026-03-03 08:00"))
    assert why.count.due_at == dossier.legal_due_at
    assert [day.number for day in why.count.days] == [None, 1, 2, 3, 4, None, None, 5]
    assert why.clocks.legal.timeliness is Timeliness.IN_TIME
    assert not why.was_put_off
