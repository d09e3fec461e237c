"""Fields as they are typed at a counter: fast, and forgiving about everything but the meaning."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.intake.errors import IdentityMalformed
from motcua.intake.rules.identity import Identity, identity_of
from motcua.kernel.text import composed

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
