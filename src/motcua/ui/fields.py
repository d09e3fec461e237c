"""Fields of forms that every area needs."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

DAY: Final = "%d/%m/%Y"
WAYS_TO_WRITE: Final = (DAY, "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%d%m%Y", "%Y-%m-%d")


class DayField(forms.DateField):
    """A day as it is written here, the day before the month, typed and not picked.

    The browser's own field for days writes them in the order of the browser's language, which in
    many offices is English: 02/11 would be read as the eleventh of February.
    """

    default_error_messages = {"invalid": _("Viết ngày như 28/11/2026.")}

    def __init__(self, **settings: Any) -> None:
        look = {"inputmode": "numeric", "placeholder": _("ngày/tháng/năm"), "autocomplete": "off"}
        widget = forms.DateInput({**look, "class": "day-field"}, DAY)
        super().__init__(input_formats=WAYS_TO_WRITE, **({"widget": widget} | settings))
