"""What can be done with a dossier now, and by whom: read off the life cycle and the posts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.intake.models import Assignment, Dossier
from motcua.intake.queries import reach
from motcua.intake.queries.visibility import SEATS, Seat
from motcua.intake.rules.states import MOVES, RUNNING, DossierState
from motcua.intake.web import act_forms as forms
from motcua.organisation.models import Account
from motcua.organisation.rules.acts import Act

Test = Callable[[Dossier], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One act on a dossier: its button, its form, and when and by whom it is done."""

    name: str
    """What its address ends with."""

    label: str | Promise
    icon: str
    form: type[forms.ActForm]
    acts: tuple[Act, ...]
    """Any of these entitles to it."""

    is_possible: Test
    is_usual: bool = False
    """The dossier's next step, rather than a turn for the worse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A deed that the dossier is ready for."""

    deed: Deed
    is_mine: bool
    done_at: tuple[str, ...]
    """The names of the units where it is done."""


def _leads_to(to: DossierState) -> Test:
    return lambda dossier: to in MOVES[DossierState(dossier.state)]


def _is_in(*states: DossierState) -> Test:
    return lambda dossier: dossier.state in states


def _is_offered(dossier: Dossier) -> bool:
    line = _held(dossier)
    return dossier.state in RUNNING and line is not None and line.taken_at is None


def _is_asked_for_opinion(dossier: Dossier) -> bool:
    return any(line.is_consultation and line.done_at is None for line in _lines(dossier))


def _may_be_put_off(dossier: Dossier) -> bool:
    return dossier.state in RUNNING and getattr(dossier, "reappointment", None) is None


_ANY_HAND: Final = (Act.RECEIVE, Act.HANDLE)
_S = DossierState

DEEDS: Final[Sequence[Deed]] = (
    Deed(
        name="tiep-nhan",
        label=_("Tiếp nhận"),
        icon="file-check",
        form=forms.PlainForm,
        acts=(Act.RECEIVE,),
        is_possible=_is_in(_S.REGISTERED),
        is_usual=True,
    ),
    Deed(
        name="nhan-ban-giao",
        label=_("Nhận bàn giao"),
        icon="inbox",
        form=forms.PlainForm,
        acts=(Act.HANDLE,),
        is_possible=_is_offered,
        is_usual=True,
    ),
    Deed(
        name="nhan-bo-sung",
        label=_("Nhận hồ sơ bổ sung"),
        icon="file-plus",
        form=forms.PlainForm,
        acts=_ANY_HAND,
        is_possible=_is_in(_S.SUPPLEMENT_ASKED),
        is_usual=True,
    ),
    Deed(
        name="tra-ket-qua",
        label=_("Trả kết quả"),
        icon="checks",
        form=forms.ReturnForm,
        acts=(Act.RETURN_RESULT,),
        is_possible=_leads_to(_S.RETURNED),
        is_usual=True,
    ),
    Deed(
        name="tra-loi-y-kien",
        label=_("Trả lời ý kiến"),
        icon="message-reply",
        form=forms.AnswerForm,
        acts=(Act.HANDLE,),
        is_possible=_is_asked_for_opinion,
        is_usual=True,
    ),
    Deed(
        name="da-nop-tien",
        label=_("Ghi đã thực hiện nghĩa vụ tài chính"),
        icon="receipt",
        form=forms.PaidForm,
        acts=_ANY_HAND,
        is_possible=_is_in(_S.PAYMENT_ASKED),
        is_usual=True,
    ),
    Deed(
        name="co-ket-qua",
        label=_("Ghi kết quả giải quyết"),
        icon="circle-check",
        form=forms.ResultForm,
        acts=(Act.SETTLE,),
        is_possible=_leads_to(_S.SETTLED),
        is_usual=True,
    ),
    Deed(
        name="chuyen",
        label=_("Chuyển hồ sơ"),
        icon="arrow-forward-up",
        form=forms.HandOverForm,
        acts=_ANY_HAND,
        is_possible=_is_in(*RUNNING),
        is_usual=True,
    ),
    Deed(
        name="yeu-cau-bo-sung",
        label=_("Yêu cầu bổ sung"),
        icon="file-alert",
        form=forms.SupplementAskedForm,
        acts=_ANY_HAND,
        is_possible=_leads_to(_S.SUPPLEMENT_ASKED),
    ),
    Deed(
        name="lay-y-kien",
        label=_("Lấy ý kiến phối hợp"),
        icon="messages",
        form=forms.ConsultForm,
        acts=(Act.HANDLE,),
        is_possible=_is_in(*RUNNING),
    ),
    Deed(
        name="nghia-vu-tai-chinh",
        label=_("Yêu cầu nghĩa vụ tài chính"),
        icon="coin",
        form=forms.PaymentForm,
        acts=_ANY_HAND,
        is_possible=_leads_to(_S.PAYMENT_ASKED),
    ),
    Deed(
        name="xin-loi-hen-lai",
        label=_("Xin lỗi và hẹn lại"),
        icon="calendar-repeat",
        form=forms.ApologyForm,
        acts=(Act.SETTLE, Act.HANDLE),
        is_possible=_may_be_put_off,
    ),
    Deed(
        name="tu-choi-giai-quyet",
        label=_("Từ chối giải quyết"),
        icon="file-x",
        form=forms.RefusalResultForm,
        acts=(Act.SETTLE,),
        is_possible=_leads_to(_S.SETTLED),
    ),
    Deed(
        name="tu-choi-tiep-nhan",
        label=_("Từ chối tiếp nhận"),
        icon="file-x",
        form=forms.ReceptionRefusedForm,
        acts=(Act.RECEIVE,),
        is_possible=_leads_to(_S.NOT_ACCEPTED),
    ),
    Deed(
        name="dung",
        label=_("Dừng giải quyết"),
        icon="player-stop",
        form=forms.StopForm,
        acts=(Act.SETTLE,),
        is_possible=_leads_to(_S.STOPPED),
    ),
    Deed(
        name="rut",
        label=_("Công dân rút hồ sơ"),
        icon="arrow-back-up",
        form=forms.WithdrawalForm,
        acts=_ANY_HAND,
        is_possible=_leads_to(_S.WITHDRAWN),
    ),
)
"""In the order in which a dossier meets them, what goes on before what goes wrong."""

BY_NAME: Final[Mapping[str, Deed]] = {deed.name: deed for deed in DEEDS}


def open_deeds(dossier: Dossier, *, account: Account, on: date) -> list[Open]:
    """Return what the dossier is ready for, and whether it is this person's to do.

    Twelve queries at most, whatever the dossier; it comes with its assignments.
    """
    ready = [deed for deed in DEEDS if deed.is_possible(dossier)]
    units = {act: reach(account, act=act, on=on) for act in {a for d in ready for a in d.acts}}
    return [
        Open(
            deed=deed,
            is_mine=any(_seats(dossier, act).keys() & units[act] for act in deed.acts),
            done_at=_names(dossier, deed),
        )
        for deed in ready
    ]


def _names(dossier: Dossier, deed: Deed) -> tuple[str, ...]:
    names = {name for act in deed.acts for name in _seats(dossier, act).values()}
    return tuple(sorted(names))


def _seats(dossier: Dossier, act: Act) -> dict[int, str]:
    """Return the units that are to the dossier what the act asks for, by number."""
    hands = [((row.unit_id, row.unit.name), row.done_at is not None) for row in _lines(dossier)]
    at: dict[Seat, list[tuple[int, str]]] = {
        Seat.RECEIVING: [(dossier.receiving_unit_id, dossier.receiving_unit.name)],
        Seat.SETTLING: [(dossier.settling_unit_id, dossier.settling_unit.name)],
        Seat.SUPPORTING: [(u.pk, u.name)] if (u := dossier.supporting_unit) else [],
        Seat.HOLDING: [hand for hand, is_done in hands if not is_done],
        Seat.EVER_HELD: [hand for hand, _is_done in hands],
    }
    return {pk: name for seat in SEATS[act] for pk, name in at[seat]}


def _lines(dossier: Dossier) -> list[Assignment]:
    return list(dossier.assignments.all())


def _held(dossier: Dossier) -> Assignment | None:
    open_lines = (line for line in _lines(dossier) if line.done_at is None)
    return next((line for line in open_lines if not line.is_consultation), None)
