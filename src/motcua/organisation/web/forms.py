"""What is asked for on the screens of the organisation."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from motcua.organisation.models import Level, Role, Unit
from motcua.organisation.rules.acts import Act, Scope
from motcua.organisation.rules.calendar import DayKind
from motcua.organisation.wording import DAY_KINDS, ENTITLEMENTS, SCOPES
from motcua.ui.fields import DayField

DOCUMENT_HINT = _("Số, ký hiệu và ngày, như 1669/NQ-UBTVQH15 ngày 16/06/2025.")


class UnitChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # no generic when it runs
    """One unit out of those that the screen offers."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(queryset=None, **settings)  # set when the form is made


class UnitChoices(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Several units out of those that the screen offers."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(queryset=None, **settings)


class RoleChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One role out of those that there are."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(queryset=None, **settings)


class DayAsked(forms.Form):
    """The tree of which day, and what of it."""

    ngay = DayField(label=_("Xem vào ngày"), required=False)
    cap = forms.ChoiceField(
        label=_("Cấp"), required=False, choices=[("", _("Mọi cấp")), *Level.choices]
    )
    tim = forms.CharField(label=_("Tên hoặc mã"), required=False, max_length=100)


class FoundingForm(forms.Form):
    """A unit that is to be founded."""

    name = forms.CharField(label=_("Tên đơn vị"), max_length=200)
    level = forms.ChoiceField(label=_("Cấp"), choices=Level.choices)
    parent = UnitChoice(label=_("Trực thuộc"), required=False, empty_label=_("Không trực thuộc"))
    valid_from = DayField(label=_("Từ ngày"))
    code = forms.CharField(
        label=_("Mã định danh"),
        required=False,
        max_length=35,
        help_text=_("Theo Quyết định 20/2020/QĐ-TTg, như H23.298.11119."),
    )
    statistical_code = forms.CharField(label=_("Mã thống kê"), required=False, max_length=10)
    document = forms.CharField(
        label=_("Văn bản thành lập"), required=False, max_length=200, help_text=DOCUMENT_HINT
    )

    def __init__(self, *args: Any, parents: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "parent", parents)


class EndingForm(forms.Form):
    """The end of a unit."""

    last_day = DayField(
        label=_("Ngày cuối cùng"), help_text=_("Từ ngày hôm sau, đơn vị không còn hoạt động.")
    )
    successors = UnitChoices(
        label=_("Đơn vị kế thừa"),
        required=False,
        widget=forms.SelectMultiple({"size": 12}),
        help_text=_(
            "Đơn vị xem và giải quyết tiếp hồ sơ. Giữ Ctrl để chọn nhiều đơn vị; "
            "bỏ trống nếu giải thể."
        ),
    )
    document = forms.CharField(label=_("Văn bản"), max_length=200, help_text=DOCUMENT_HINT)

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "successors", units)


class CodeForm(forms.Form):
    """A code that a unit is given."""

    code = forms.CharField(
        label=_("Mã định danh mới"),
        max_length=35,
        help_text=_("Theo Quyết định 20/2020/QĐ-TTg, như H24.11074."),
    )
    valid_from = DayField(label=_("Từ ngày"))
    document = forms.CharField(label=_("Văn bản"), max_length=200, help_text=DOCUMENT_HINT)


class SheetForm(forms.Form):
    """A table of units."""

    sheet = forms.FileField(
        label=_("Bảng đơn vị"),
        help_text=_(
            "Tệp CSV (UTF-8) hoặc XLSX. Cột bắt buộc: code, name, level; cột có thể thêm: parent, "
            "valid_from, valid_to (ngày cuối cùng), statistical_code, document, successor_codes."
        ),
        widget=forms.ClearableFileInput({"accept": ".csv,.xlsx"}),
    )


class PeopleAsked(forms.Form):
    """Which people are looked for."""

    tim = forms.CharField(label=_("Họ tên hoặc tên đăng nhập"), required=False, max_length=100)
    don_vi = UnitChoice(label=_("Đơn vị"), required=False, empty_label=_("Mọi đơn vị"))

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "don_vi", units)


class AccountForm(forms.Form):
    """A person who is to sign in."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=150)
    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=62,
        help_text=_("Chữ không dấu, chữ số và các dấu . _ -, như nguyen.van.an."),
        widget=forms.TextInput({"autocapitalize": "none", "autocomplete": "off"}),
    )
    email = forms.EmailField(label=_("Thư điện tử"), required=False, max_length=254)
    unit = UnitChoice(label=_("Đơn vị"))

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "unit", units)


class AppointmentForm(forms.Form):
    """A post that somebody is to hold."""

    unit = UnitChoice(label=_("Tại đơn vị"))
    role = RoleChoice(label=_("Vai trò"), to_field_name="code")
    scope = forms.ChoiceField(
        label=_("Phạm vi"),
        choices=[(scope.value, name) for scope, name in SCOPES.items()],
        initial=Scope.OWN.value,
    )
    title = forms.CharField(label=_("Chức danh"), required=False, max_length=100)
    valid_from = DayField(label=_("Từ ngày"))
    last_day = DayField(
        label=_("Đến hết ngày"), required=False, help_text=_("Bỏ trống nếu chưa biết.")
    )

    def __init__(
        self, *args: Any, units: QuerySet[Unit], roles: QuerySet[Role], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "unit", units)
        role = self.fields["role"]
        assert isinstance(role, forms.ModelChoiceField)  # noqa: S101 for the type checker
        role.queryset = roles


class PersonSoughtForm(forms.Form):
    """Somebody of another unit, who is to be appointed here."""

    username = forms.CharField(
        label=_("Tên đăng nhập của người được biệt phái"),
        max_length=150,
        widget=forms.TextInput({"autocapitalize": "none", "autocomplete": "off"}),
    )


class EndPostForm(forms.Form):
    """The end of a post."""

    last_day = DayField(label=_("Ngày cuối cùng"))
    because = forms.CharField(label=_("Lý do"), max_length=200)


class ReasonForm(forms.Form):
    """Why something is done to an account."""

    because = forms.CharField(label=_("Lý do"), max_length=200)


class MoveForm(forms.Form):
    """The unit that a person belongs to from now on."""

    unit = UnitChoice(label=_("Đơn vị mới"))

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "unit", units)


class RoleForm(forms.Form):
    """What a role is called and which acts it carries."""

    name = forms.CharField(label=_("Tên vai trò"), max_length=100)
    acts = forms.MultipleChoiceField(
        label=_("Được làm"),
        required=False,
        choices=[(act.value, ENTITLEMENTS.get(act, act.value)) for act in Act],
        widget=forms.CheckboxSelectMultiple,
    )


class CalendarDayForm(forms.Form):
    """A day that is put into the calendar."""

    day = DayField(label=_("Ngày"))
    kind = forms.ChoiceField(
        label=_("Loại"), choices=[(kind.value, name) for kind, name in DAY_KINDS.items()]
    )
    name = forms.CharField(label=_("Tên"), max_length=200)
    document = forms.CharField(label=_("Căn cứ"), max_length=200, help_text=DOCUMENT_HINT)

    def kind_chosen(self) -> DayKind:
        """Return the kind; for a form that is valid."""
        return DayKind(self.cleaned_data["kind"])


class WithdrawalForm(forms.Form):
    """Why a day is taken out of the calendar."""

    document = forms.CharField(
        label=_("Căn cứ hoặc lý do"), max_length=200, help_text=DOCUMENT_HINT
    )


def _offer(form: forms.Form, name: str, units: QuerySet[Unit]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 for the type checker
    field.queryset = units.order_by("name")


def asked_day(form: forms.Form, *, today: date) -> date:
    """Return the day that is asked for; today if none is, or none that can be understood."""
    form.full_clean()
    day: date | None = getattr(form, "cleaned_data", {}).get("ngay")
    return day or today
