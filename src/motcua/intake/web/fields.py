"""Fields as they are typed at a counter: fast, and forgiving about everything but the meaning."""

import re
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.intake.errors import IdentityMalformed
from motcua.intake.rules.identity import Identity, identity_of
from motcua.kernel.text import composed

DAY: Final = re.compile(r"(\d{1,2})[/.\- ]?(\d{1,2})[/.\- ]?(\d{4})")
ISO_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")

IDENTITY_FAULTS: Final = {
    "twelve_digits": _("Số định danh cá nhân có 12 chữ số."),
    "province": _("Ba chữ số đầu không phải mã tỉnh, thành phố hay mã nước nào."),
    "count_of_digits": _(
        "Số định danh có 12 chữ số, chứng minh nhân dân cũ có 9, mã số thuế có 10 hoặc 13."
    ),
    "check_digit": _("Mã số thuế sai chữ số kiểm tra, có thể gõ nhầm một chữ số."),
    "branch": _("Ba chữ số cuối của mã số thuế chi nhánh không được là 000."),
    "shape": _("Đây không phải số định danh, mã số thuế hay số hộ chiếu."),
}


class Line(forms.CharField):
    """A line of text, kept composed and with single spaces."""

    def to_python(self, value: Any) -> str:
        """Return the text as it is kept everywhere."""
        return composed(super().to_python(value) or "")


class Text(forms.CharField):
    """Text of several lines, each composed; empty lines at its ends are dropped."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.Textarea({"rows": "3"}), **options)

    def to_python(self, value: Any) -> str:
        """Return the text line by line."""
        text = super().to_python(value) or ""
        return "\n".join(composed(line) for line in text.strip().splitlines())


class TypedDay(forms.Field):
    """A day as it is typed here, `1/2/1990`, `01.02.1990` or `01021990`."""

    def __init__(self, **options: Any) -> None:
        attrs = {"inputmode": "numeric", "placeholder": _("ngày/tháng/năm"), "maxlength": "10"}
        widget = forms.TextInput(attrs | {"autocomplete": "off"})
        super().__init__(widget=widget, **options)

    def to_python(self, value: Any) -> date | None:
        """Return the day, or nothing where nothing was typed."""
        if isinstance(value, date) or value in self.empty_values:
            return value or None
        text = str(value).strip()
        shape = DAY.fullmatch(text)
        iso = ISO_DAY.fullmatch(text)
        if iso:
            year, month, day = (int(part) for part in iso.groups())
        elif shape:
            day, month, year = (int(part) for part in shape.groups())
        else:
            raise forms.ValidationError(_("Ghi ngày theo dạng ngày/tháng/năm, ví dụ 05/09/1990."))
        try:
            return date(year, month, day)
        except ValueError:
            raise forms.ValidationError(_("Không có ngày này trong lịch.")) from None

    def prepare_value(self, value: Any) -> Any:
        """Show a day the way it is typed."""
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what was typed with what stood there."""
        return bool(self.prepare_value(initial) != self.prepare_value(data))


class IdentityNumber(forms.CharField):
    """A number that identifies a person or an organisation; its value is an `Identity`."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput({"autocomplete": "off", "spellcheck": "false"})
        super().__init__(max_length=40, widget=widget, **options)

    def clean(self, value: Any) -> Identity | None:
        """Return the number with its kind, or say what is wrong with it."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return identity_of(text)
        except IdentityMalformed as refused:
            fault = IDENTITY_FAULTS.get(str(refused.facts["why"]), IDENTITY_FAULTS["shape"])
            raise forms.ValidationError(fault) from None


class Count(forms.IntegerField):
    """How many sheets of a kind; nothing typed is none."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput({"inputmode": "numeric", "size": "3", "autocomplete": "off"})
        super().__init__(required=False, min_value=0, max_value=999, widget=widget, **options)

    def clean(self, value: Any) -> int:
        """Return the count."""
        return super().clean(value) or 0
