"""What is asked for each act on a dossier; where the law wants a reason, it is asked for."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.intake.models import Dossier
from motcua.intake.web.fields import Line, Text
from motcua.intake.web.forms import COUNTER_CHANNELS, PartForm
from motcua.ui.fields import DayField

Choices = Sequence[tuple[str, str]]


class ActForm(PartForm):
    """One act: whatever it asks for, and a name that makes it be done once."""

    token = forms.CharField(max_length=64, widget=forms.HiddenInput)

    @classmethod
    def usual(cls, dossier: Dossier) -> dict[str, Any]:
        """Return what stands in the form to begin with."""
        del dossier
        return {}


class PlainForm(ActForm):
    """An act that asks for nothing more."""


class SupplementAskedForm(ActForm):
    """Asking for a supplement: once, fully and exactly; again only with a reason."""

    missing = forms.MultipleChoiceField(
        label=_("Giấy tờ thiếu hoặc chưa đúng"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    content = Text(
        label=_("Nội dung cần bổ sung, hoàn thiện"),
        max_length=4000,
        help_text=_("Ghi đầy đủ, chính xác trong một lần; mỗi nội dung một dòng."),
    )
    reason_for_second = Line(label=_("Lý do yêu cầu thêm lần nữa"), required=False, max_length=500)


class HandOverForm(ActForm):
    """Passing a dossier on."""

    unit_id = forms.ChoiceField(label=_("Chuyển đến"))
    step_id = forms.ChoiceField(label=_("Bước"), required=False)
    note = Line(label=_("Ghi chú"), required=False, max_length=500)


class ConsultForm(ActForm):
    """Asking another office for its opinion."""

    unit_id = forms.ChoiceField(label=_("Cơ quan phối hợp"))
    content = Text(label=_("Nội dung lấy ý kiến"), max_length=500)
    due_on = DayField(label=_("Đề nghị trả lời trước ngày"))


class AnswerForm(ActForm):
    """Giving the opinion that was asked for."""

    answer = Text(label=_("Ý kiến trả lời"), max_length=2000)


class PaymentForm(ActForm):
    """Asking for a financial duty."""

    amount = forms.DecimalField(
        label=_("Số tiền (đồng)"), min_value=1, max_digits=12, decimal_places=0
    )
    content = Line(label=_("Nội dung"), max_length=500)


class PaidForm(ActForm):
    """Recording that the duty was fulfilled."""

    amount = forms.DecimalField(
        label=_("Số tiền đã nộp (đồng)"), min_value=0, max_digits=12, decimal_places=0
    )
    receipt_number = Line(label=_("Số biên lai"), required=False, max_length=100)


class ApologyForm(ActForm):
    """Apologising, with the one new day."""

    reason = Text(label=_("Lý do chậm"), max_length=1000)
    new_due_on = DayField(label=_("Ngày hẹn mới"))


class ResultForm(ActForm):
    """The paper that ends a dossier."""

    name = Line(label=_("Tên giấy tờ kết quả"), max_length=500)
    number_symbol = Line(label=_("Số, ký hiệu"), required=False, max_length=100)
    issued_on = DayField(label=_("Ngày ban hành"), required=False)
    signer = Line(label=_("Người ký"), required=False, max_length=200)

    @classmethod
    def usual(cls, dossier: Dossier) -> dict[str, Any]:
        """Return the name that the procedure gives to its result."""
        return {"name": dossier.procedure_version.result_name}


class RefusalResultForm(ResultForm):
    """A refusal after appraisal: it is a result too, and says why."""

    reason = Text(label=_("Lý do từ chối giải quyết"), max_length=4000)
    field_order = ("reason",)

    @classmethod
    def usual(cls, dossier: Dossier) -> dict[str, Any]:
        """Return the usual name of such a paper."""
        del dossier
        return {"name": _("Văn bản từ chối giải quyết hồ sơ")}


class ReceptionRefusedForm(ActForm):
    """Refusing to receive."""

    reason = Text(label=_("Lý do từ chối tiếp nhận"), max_length=4000)
    ground = Line(label=_("Căn cứ pháp lý"), required=False, max_length=300)


class StopForm(ActForm):
    """Stopping a dossier, on a ground of the law."""

    reason = Text(label=_("Lý do dừng giải quyết"), max_length=4000)
    ground = Line(label=_("Căn cứ pháp lý"), max_length=300)


class WithdrawalForm(ActForm):
    """Giving a dossier back because its citizen wants it."""

    reason = Text(label=_("Lý do công dân xin rút"), max_length=2000)


class ReturnForm(ActForm):
    """Giving the result to whoever came for it."""

    returned_to = Line(label=_("Người nhận kết quả"), max_length=250)
    channel = forms.ChoiceField(label=_("Cách trả"), choices=COUNTER_CHANNELS)

    @classmethod
    def usual(cls, dossier: Dossier) -> dict[str, Any]:
        """Return the name of whoever handed the dossier in."""
        return {"returned_to": dossier.applicant.full_name}


def give_choices(form: ActForm, dossier: Dossier, *, units: Choices) -> ActForm:
    """Let a form choose among the units there are, and the steps and papers of its dossier."""
    steps = [(str(row.pk), row.name) for row in dossier.procedure_version.steps.all()]
    papers = [(str(row.number), row.name) for row in dossier.components.all()]
    offered: dict[str, Choices] = {
        "unit_id": units,
        "step_id": [("", _("Không ghi bước")), *steps],  # type: ignore[list-item]
        "missing": papers,
    }
    for name, choices in offered.items():
        if name in form.fields:
            form.fields[name].choices = choices  # type: ignore[attr-defined]
    return form
