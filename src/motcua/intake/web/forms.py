"""What is asked at the counter, field by field; what the law decides is not decided here."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.catalogue.rules.terms import Channel
from motcua.intake.rules.people import ApplicantKind, Sex
from motcua.intake.web.fields import Count, IdentityNumber, Line, Text
from motcua.ui.fields import DayField

Choices = Sequence[tuple[str, str | Promise]]
Part = TypeVar("Part", bound="PartForm")

KINDS: Final[Choices] = (
    (ApplicantKind.PERSON.value, _("Cá nhân")),
    (ApplicantKind.ORGANISATION.value, _("Tổ chức")),
)
SEXES: Final[Choices] = (
    ("", _("Chưa ghi")),
    (Sex.MALE.value, _("Nam")),
    (Sex.FEMALE.value, _("Nữ")),
)
COUNTER_CHANNELS: Final[Choices] = (
    (Channel.DIRECT.value, _("Trực tiếp")),
    (Channel.POST.value, _("Bưu chính công ích")),
)
"""What comes online comes through the system of the province and over no counter."""

SELF, REPRESENTATIVE, MESSENGER = "self", "representative", "messenger"
STANDINGS: Final[Choices] = (
    (SELF, _("Chính chủ hồ sơ")),
    (REPRESENTATIVE, _("Người đại diện, người được uỷ quyền")),
    (MESSENGER, _("Người nộp hộ")),
)


class PartForm(forms.Form):
    """A part of a larger form: filled again as it was typed, judged only when it counts."""

    use_required_attribute = False

    @classmethod
    def filled(cls: type[Part], typed: Mapping[str, Any], *, prefix: str, judged: bool) -> Part:
        """Return the part with what was typed; unless judged, it shows no faults.

        Half a form is no wrong form: while the officer still fills it in, nothing is red.
        """
        if judged:
            return cls(typed, prefix=prefix)
        blank = cls(prefix=prefix)
        values = {
            name: field.widget.value_from_datadict(typed, {}, blank.add_prefix(name))
            for name, field in blank.fields.items()
            if blank.add_prefix(name) in typed
        }
        return cls(prefix=prefix, initial=values)

    def put(self, **values: Any) -> None:
        """Let fields hold other values than those that were typed."""
        self.initial.update(values)
        for name in values:
            # A bound field reads its initial value once and keeps it.
            self._bound_fields_cache.pop(name, None)  # type: ignore[attr-defined]

    def focus(self, name: str) -> None:
        """Let the page open with the cursor in a field."""
        self.fields[name].widget.attrs["autofocus"] = True


class PersonForm(PartForm):
    """A person or an organisation, as they give themselves."""

    kind = forms.ChoiceField(
        label=_("Đối tượng"), choices=KINDS, initial=ApplicantKind.PERSON.value
    )
    full_name = Line(label=_("Họ và tên, tên tổ chức"), max_length=250)
    identity_number = IdentityNumber(label=_("Số định danh, MST"), required=False)
    birth_on = DayField(label=_("Ngày sinh"), required=False)
    sex = forms.ChoiceField(label=_("Giới tính"), choices=SEXES, required=False)
    phone = Line(label=_("Điện thoại"), required=False, max_length=30)
    email = forms.EmailField(label=_("Thư điện tử"), required=False, max_length=254)
    address = Line(label=_("Địa chỉ"), required=False, max_length=500)
    old_number = forms.CharField(required=False, max_length=12, widget=forms.HiddenInput)
    source = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)
    """Where the particulars come from, for the officer to see; nothing rests on it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["phone"].widget.attrs |= {"inputmode": "tel", "autocomplete": "off"}
        for name in ("full_name", "address", "email"):
            self.fields[name].widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}

    def clean(self) -> dict[str, Any]:
        """An organisation has no day of birth and no sex, whatever stood in the fields before."""
        said = super().clean() or {}
        if said.get("kind") == ApplicantKind.ORGANISATION:
            said |= {"birth_on": None, "sex": ""}
        return said


class ReceptionForm(PartForm):
    """What holds for the whole receipt."""

    token = forms.CharField(max_length=64, widget=forms.HiddenInput)
    """Names this reception: sent twice, it is received once."""

    unit = forms.ChoiceField(label=_("Nơi tiếp nhận"))
    channel = forms.ChoiceField(
        label=_("Cách nộp"), choices=COUNTER_CHANNELS, initial=Channel.DIRECT.value
    )
    standing = forms.ChoiceField(
        label=_("Người nộp là"), choices=STANDINGS, initial=SELF, widget=forms.RadioSelect
    )
    return_place = Line(
        label=_("Nơi trả kết quả"),
        required=False,
        max_length=300,
        widget=forms.TextInput({"placeholder": _("Tại nơi tiếp nhận")}),
    )


class NewDossierForm(PartForm):
    """One dossier of the receipt, without its papers."""

    version = forms.IntegerField(
        label=_("Thủ tục"),
        widget=forms.HiddenInput,
        error_messages={
            "required": _("Chọn thủ tục trong danh sách."),
            "invalid": _("Chọn thủ tục trong danh sách."),
        },
    )
    procedure = Line(label=_("Thủ tục"), required=False, max_length=200)
    """What was typed to find the procedure; the version is what counts."""

    settling_unit = forms.ChoiceField(label=_("Cơ quan giải quyết"), required=False)
    subject = Line(label=_("Nội dung yêu cầu giải quyết"), required=False, max_length=1000)
    note = Line(label=_("Ghi chú"), required=False, max_length=1000)


class PaperForm(PartForm):
    """One paper: whether it was handed in, and as what."""

    is_handed_in = forms.BooleanField(label=_("Đã nộp"), required=False)
    originals = Count(label=_("Bản chính"))
    certified_copies = Count(label=_("Bản chứng thực"))
    photocopies = Count(label=_("Bản photo"))
    is_electronic = forms.BooleanField(label=_("Bản điện tử"), required=False)
    note = Line(label=_("Ghi chú"), required=False, max_length=500)

    def clean(self) -> dict[str, Any]:
        """A paper that was handed in was handed in as something."""
        said = super().clean() or {}
        kinds = ("originals", "certified_copies", "photocopies", "is_electronic")
        counted = not any(kind in self.errors for kind in kinds)
        if counted and said.get("is_handed_in") and not any(said.get(kind) for kind in kinds):
            self.add_error("is_handed_in", _("Đã đánh dấu nộp nhưng chưa ghi số bản nào."))
        return said


class OtherPaperForm(PaperForm):
    """A paper that the procedure does not ask for; without a name there is none."""

    is_handed_in = None  # type: ignore[assignment]
    name = Line(
        label=_("Tên giấy tờ khác"),
        required=False,
        max_length=500,
        widget=forms.TextInput(
            {"aria-label": _("Tên giấy tờ khác"), "placeholder": _("Tên giấy tờ khác")}
        ),
    )

    def clean(self) -> dict[str, Any]:
        """With a name and without a count it is one original."""
        said = super().clean()
        kinds = ("originals", "certified_copies", "photocopies", "is_electronic")
        if said.get("name") and not any(said.get(kind) for kind in kinds):
            said["originals"] = 1
        return said


class SupplementForm(PartForm):
    """What is still to be handed in: once, fully and exactly."""

    content = Text(
        label=_("Nội dung cần bổ sung, hoàn thiện"),
        max_length=4000,
        help_text=_("Ghi đầy đủ, chính xác trong một lần; mỗi nội dung một dòng."),
    )


class RefusalForm(PartForm):
    """Why a dossier is not received."""

    reason = Text(label=_("Lý do từ chối tiếp nhận"), max_length=4000)
    ground = Line(label=_("Căn cứ pháp lý"), required=False, max_length=300)


class AtOnceForm(PartForm):
    """The result that is given while the citizen waits."""

    name = Line(label=_("Tên giấy tờ kết quả"), max_length=500)
    number_symbol = Line(label=_("Số, ký hiệu"), required=False, max_length=100)
    issued_on = DayField(label=_("Ngày ban hành"), required=False)
    signer = Line(label=_("Người ký"), required=False, max_length=200)
    returned_to = Line(label=_("Người nhận kết quả"), max_length=250)


PANELS: Final[Mapping[str, type[PartForm]]] = {
    "supplement": SupplementForm,
    "refusal": RefusalForm,
    "at_once": AtOnceForm,
}
"""The exits of a reception that ask for more than the reception itself."""
