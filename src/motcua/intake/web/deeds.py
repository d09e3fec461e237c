"""From the form of each act to the act itself; a deed returns where its paper is, if it has one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.urls import reverse

from motcua.catalogue.rules.terms import Channel
from motcua.intake import actions
from motcua.intake.models import Dossier
from motcua.intake.rules.deadlines import at_time
from motcua.intake.rules.outcomes import ResultKind
from motcua.intake.rules.requests import HandOver, Paper, ResultPaper, SupplementSlip
from motcua.organisation.models import Account
from motcua.organisation.rules.calendar import Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """An act about to be done: on what, by whom, and what its form says."""

    dossier: Dossier
    officer: Account
    at: datetime
    said: Mapping[str, Any]
    papers: tuple[Paper, ...] = ()

    @property
    def who(self) -> dict[str, Any]:
        """Return what every act takes."""
        return {"dossier_id": self.dossier.pk, "officer": self.officer, "at": self.at}


Deed = Callable[[Doing], str | None]


def _receive(doing: Doing) -> str | None:
    dossier = actions.receive_registered(**doing.who)
    return reverse("intake:receipt", args=[dossier.receipt_id]) if dossier.receipt_id else None


def _take_over(doing: Doing) -> None:
    actions.take_over(**doing.who)


def _take_supplement(doing: Doing) -> str | None:
    was_received = doing.dossier.received_at is not None
    dossier = actions.take_supplement(papers=doing.papers, **doing.who)
    if was_received or dossier.receipt_id is None:
        return None
    return reverse("intake:receipt", args=[dossier.receipt_id])


def _return(doing: Doing) -> None:
    said = doing.said
    actions.return_result(
        returned_to=said["returned_to"], channel=Channel(said["channel"]), **doing.who
    )


def _answer(doing: Doing) -> None:
    asked = next(
        line
        for line in doing.dossier.assignments.all()
        if line.is_consultation and line.done_at is None
    )
    actions.answer_consultation(assignment_id=asked.pk, answer=doing.said["answer"], **doing.who)


def _paid(doing: Doing) -> None:
    said = doing.said
    actions.record_payment(
        amount=said["amount"], receipt_number=said["receipt_number"], **doing.who
    )


def _settle(doing: Doing) -> None:
    actions.settle_dossier(results=[_result(doing, ResultKind.POSITIVE)], **doing.who)


def _hand_over(doing: Doing) -> None:
    said = doing.said
    step = said["step_id"]
    to = HandOver(
        unit_id=int(said["unit_id"]), step_id=int(step) if step else None, note=said["note"]
    )
    actions.hand_over(to=to, **doing.who)


def _ask_supplement(doing: Doing) -> str:
    said = doing.said
    slip = SupplementSlip(
        content=said["content"],
        missing=tuple(int(number) for number in said["missing"]),
        reason_for_second=said["reason_for_second"],
    )
    asked = actions.ask_supplement(slip=slip, **doing.who)
    return reverse("intake:supplement_slip", args=[asked.dossier_id, asked.number])


def _consult(doing: Doing) -> None:
    said = doing.said
    actions.consult_unit(
        unit_id=int(said["unit_id"]),
        content=said["content"],
        due_at=at_time(said["due_on"], Hours().closes_at),
        **doing.who,
    )


def _ask_payment(doing: Doing) -> None:
    actions.ask_payment(amount=doing.said["amount"], content=doing.said["content"], **doing.who)


def _apologise(doing: Doing) -> str:
    said = doing.said
    actions.apologise_and_reappoint(
        reason=said["reason"], new_due_on=said["new_due_on"], **doing.who
    )
    return reverse("intake:apology_slip", args=[doing.dossier.pk])


def _refuse(doing: Doing) -> None:
    actions.refuse_after_appraisal(
        reason=doing.said["reason"], result=_result(doing, ResultKind.REFUSAL), **doing.who
    )


def _refuse_reception(doing: Doing) -> str:
    said = doing.said
    actions.refuse_reception(reason=said["reason"], ground=said["ground"], **doing.who)
    return reverse("intake:ending_slip", args=[doing.dossier.pk])


def _stop(doing: Doing) -> str:
    said = doing.said
    actions.stop_dossier(reason=said["reason"], ground=said["ground"], **doing.who)
    return reverse("intake:ending_slip", args=[doing.dossier.pk])


def _withdraw(doing: Doing) -> None:
    actions.withdraw_dossier(reason=doing.said["reason"], **doing.who)


def _result(doing: Doing, kind: ResultKind) -> ResultPaper:
    said = doing.said
    return ResultPaper(
        name=said["name"],
        kind=kind,
        number_symbol=said["number_symbol"],
        issued_on=said["issued_on"],
        signer=said["signer"],
    )


DOING: Final[Mapping[str, Deed]] = {
    "tiep-nhan": _receive,
    "nhan-ban-giao": _take_over,
    "nhan-bo-sung": _take_supplement,
    "tra-ket-qua": _return,
    "tra-loi-y-kien": _answer,
    "da-nop-tien": _paid,
    "co-ket-qua": _settle,
    "chuyen": _hand_over,
    "yeu-cau-bo-sung": _ask_supplement,
    "lay-y-kien": _consult,
    "nghia-vu-tai-chinh": _ask_payment,
    "xin-loi-hen-lai": _apologise,
    "tu-choi-giai-quyet": _refuse,
    "tu-choi-tiep-nhan": _refuse_reception,
    "dung": _stop,
    "rut": _withdraw,
}
