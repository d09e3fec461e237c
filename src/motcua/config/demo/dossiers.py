"""The dossiers of the example: every story is acted out by the officers whose work it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Final

from motcua.catalogue.rules.terms import Channel
from motcua.config.demo.desks import Adviser, Desk, Scene, Shelf, handed_in
from motcua.config.demo.people import citizen
from motcua.config.demo.plots import Deed
from motcua.config.demo.stories import Moment, Story
from motcua.intake import actions
from motcua.intake.models import Assignment
from motcua.intake.rules.deadlines import local
from motcua.intake.rules.outcomes import ResultKind
from motcua.intake.rules.requests import HandOver, SupplementSlip

CONSULTED_FOR: Final = timedelta(days=2)
LEAST_FEE: Final = Decimal(5000)


@dataclass(slots=True, kw_only=True)
class Stage:
    """Where the stories are acted out; it remembers which dossier belongs to which story."""

    desks: Sequence[Desk]
    adviser: Adviser
    shelf: Shelf
    dossiers: dict[int, int] = field(default_factory=dict)

    def act(self, number: int, story: Story, moment: Moment) -> None:
        """Do one thing with the dossier of a story."""
        scene = Scene(
            number=number,
            story=story,
            moment=moment,
            desk=self.desks[story.desk],
            adviser=self.adviser,
            version=self.shelf.versions[story.offer.version_id],
            papers=self.shelf.papers[story.offer.version_id],
            dossier_id=self.dossiers.get(number, 0),
        )
        self.dossiers[number] = ACTS[moment.deed](scene)


def _register(scene: Scene) -> int:
    officer = scene.desk.one_stop
    return actions.register_dossier(scene.request(), officer=officer, at=scene.at).pk


def _receive(scene: Scene) -> int:
    officer = scene.desk.one_stop
    return actions.receive_dossier(scene.request(), officer=officer, at=scene.at).pk


def _receive_registered(scene: Scene) -> int:
    return actions.receive_registered(
        dossier_id=scene.dossier_id, officer=scene.desk.one_stop, at=scene.at
    ).pk


def _receive_at_once(scene: Scene) -> int:
    request = scene.request()
    return actions.receive_at_once(
        request,
        results=[scene.result()],
        returned_to=request.applicant.full_name,
        officer=scene.desk.one_stop,
        at=scene.at,
    ).pk


def _refuse_at_counter(scene: Scene) -> int:
    return actions.refuse_at_counter(
        scene.request(),
        reason="Việc này không thuộc thẩm quyền giải quyết của Uỷ ban nhân dân xã.",
        officer=scene.desk.one_stop,
        at=scene.at,
    ).pk


def _ask_at_counter(scene: Scene) -> int:
    return actions.ask_supplement_at_counter(
        scene.request(without=scene.lacking),
        slip=SupplementSlip(content="Đề nghị nộp đủ giấy tờ còn thiếu.", missing=(scene.lacking,)),
        officer=scene.desk.one_stop,
        at=scene.at,
    ).dossier_id


def _hand_over(scene: Scene) -> int:
    steps = list(scene.version.steps.all())
    step = steps[1].pk if len(steps) > 1 else None
    to = HandOver(unit_id=scene.desk.unit_id, officer_id=scene.official.pk, step_id=step)
    actions.hand_over(dossier_id=scene.dossier_id, to=to, officer=scene.desk.one_stop, at=scene.at)
    return scene.dossier_id


def _take_over(scene: Scene) -> int:
    actions.take_over(dossier_id=scene.dossier_id, officer=scene.official, at=scene.at)
    return scene.dossier_id


def _consult(scene: Scene) -> int:
    actions.consult_unit(
        dossier_id=scene.dossier_id,
        unit_id=scene.adviser.unit_id,
        content="Đề nghị cho ý kiến về căn cứ pháp lý của hồ sơ.",
        due_at=scene.at + CONSULTED_FOR,
        officer=scene.official,
        at=scene.at,
    )
    return scene.dossier_id


def _answer(scene: Scene) -> int:
    asked = Assignment.objects.get(
        dossier_id=scene.dossier_id, is_consultation=True, done_at__isnull=True
    )
    actions.answer_consultation(
        dossier_id=scene.dossier_id,
        assignment_id=asked.pk,
        answer="Hồ sơ đủ căn cứ để giải quyết.",
        officer=scene.adviser.account,
        at=scene.at,
    )
    return scene.dossier_id


def _ask_supplement(scene: Scene) -> int:
    again = any(
        moment.deed is Deed.TAKE_SUPPLEMENT and moment.at < scene.at
        for moment in scene.story.moments
    )
    slip = SupplementSlip(
        content="Đề nghị nộp lại giấy tờ có thông tin chưa thống nhất.",
        missing=(scene.lacking,),
        reason_for_second="Giấy tờ nộp bổ sung mâu thuẫn với tờ khai." if again else "",
    )
    actions.ask_supplement(
        dossier_id=scene.dossier_id, slip=slip, officer=scene.official, at=scene.at
    )
    return scene.dossier_id


def _take_supplement(scene: Scene) -> int:
    [paper] = [paper for paper in scene.papers if paper.number == scene.lacking]
    actions.take_supplement(
        dossier_id=scene.dossier_id,
        papers=[handed_in(paper, is_electronic=scene.story.plot.online)],
        officer=scene.desk.one_stop,
        at=scene.at,
    )
    return scene.dossier_id


def _ask_payment(scene: Scene) -> int:
    actions.ask_payment(
        dossier_id=scene.dossier_id,
        amount=max(scene.version.fee, LEAST_FEE),
        content=f"Phí, lệ phí {scene.version.procedure.name}",
        officer=scene.official,
        at=scene.at,
    )
    return scene.dossier_id


def _record_payment(scene: Scene) -> int:
    actions.record_payment(
        dossier_id=scene.dossier_id,
        amount=max(scene.version.fee, LEAST_FEE),
        receipt_number=f"BL{scene.number + 1:05}",
        officer=scene.desk.one_stop,
        at=scene.at,
    )
    return scene.dossier_id


def _reappoint(scene: Scene) -> int:
    actions.apologise_and_reappoint(
        dossier_id=scene.dossier_id,
        reason="Cần xác minh thêm tại thực địa.",
        new_due_on=scene.moment.new_due_on or local(scene.at).date(),
        officer=scene.desk.leader,
        at=scene.at,
    )
    return scene.dossier_id


def _settle(scene: Scene) -> int:
    actions.settle_dossier(
        dossier_id=scene.dossier_id,
        results=[scene.result()],
        officer=scene.desk.leader,
        at=scene.at,
    )
    return scene.dossier_id


def _refuse(scene: Scene) -> int:
    actions.refuse_after_appraisal(
        dossier_id=scene.dossier_id,
        reason="Hồ sơ không đủ điều kiện theo quy định sau khi thẩm tra.",
        result=scene.result(ResultKind.REFUSAL),
        officer=scene.desk.leader,
        at=scene.at,
    )
    return scene.dossier_id


def _stop(scene: Scene) -> int:
    actions.stop_dossier(
        dossier_id=scene.dossier_id,
        reason="Tài sản đang có tranh chấp được toà án thụ lý.",
        ground="Thông tư 03/2025/TT-VPCP",
        officer=scene.desk.leader,
        at=scene.at,
    )
    return scene.dossier_id


def _withdraw(scene: Scene) -> int:
    actions.withdraw_dossier(
        dossier_id=scene.dossier_id,
        reason="Công dân xin rút hồ sơ vì không còn nhu cầu.",
        officer=scene.desk.one_stop,
        at=scene.at,
    )
    return scene.dossier_id


def _return(scene: Scene) -> int:
    owner = citizen(scene.story.citizen, place=scene.desk.place)
    actions.return_result(
        dossier_id=scene.dossier_id,
        returned_to=owner.full_name,
        officer=scene.desk.one_stop,
        at=scene.at,
        channel=Channel.ONLINE if scene.story.plot.online else Channel.DIRECT,
    )
    return scene.dossier_id


ACTS: Final[Mapping[Deed, Callable[[Scene], int]]] = {
    Deed.REGISTER: _register,
    Deed.RECEIVE: _receive,
    Deed.RECEIVE_REGISTERED: _receive_registered,
    Deed.RECEIVE_AT_ONCE: _receive_at_once,
    Deed.REFUSE_AT_COUNTER: _refuse_at_counter,
    Deed.ASK_AT_COUNTER: _ask_at_counter,
    Deed.HAND_OVER: _hand_over,
    Deed.TAKE_OVER: _take_over,
    Deed.CONSULT: _consult,
    Deed.ANSWER: _answer,
    Deed.ASK_SUPPLEMENT: _ask_supplement,
    Deed.TAKE_SUPPLEMENT: _take_supplement,
    Deed.ASK_PAYMENT: _ask_payment,
    Deed.RECORD_PAYMENT: _record_payment,
    Deed.REAPPOINT: _reappoint,
    Deed.SETTLE: _settle,
    Deed.REFUSE: _refuse,
    Deed.STOP: _stop,
    Deed.WITHDRAW: _withdraw,
    Deed.RETURN: _return,
}
