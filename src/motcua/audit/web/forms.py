"""What to look for in the journal."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.audit.lookup import Wanted
from motcua.ui.fields import DayField
from motcua.ui.wording import acts_worded, area_in_words

MOST_DAYS: Final = 92


def _acts() -> list[Any]:
    groups = [
        (
            area_in_words(area),
            [(f"{area}.", _("Mọi việc: %(area)s") % {"area": area_in_words(area)}), *acts.items()],
        )
        for area, acts in acts_worded().items()
    ]
    return [("", _("Mọi việc")), *groups]


class Filters(forms.Form):
    """The filters of the list; what cannot be understood is as if it were not there."""

    act = forms.ChoiceField(label=_("Việc"), required=False, choices=_acts)
    who = forms.CharField(label=_("Người làm"), required=False, max_length=100)
    about = forms.CharField(label=_("Đối tượng"), required=False, max_length=100)
    book = forms.ChoiceField(label=_("Sổ của đơn vị"), required=False)
    since = DayField(label=_("Từ ngày"), required=False)
    until = DayField(label=_("Đến ngày"), required=False)
    with_readings = forms.BooleanField(label=_("Cả lượt xem nhật ký"), required=False)

    def __init__(self, asked: Mapping[str, Any], *, books: Mapping[str, str]) -> None:
        super().__init__(asked)
        book = self.fields["book"]
        assert isinstance(book, forms.ChoiceField)  # noqa: S101 for the type checker
        book.choices = [("", _("Mọi sổ được xem")), *books.items()]

    def wanted(self) -> Wanted:
        """Return what is looked for."""
        self.full_clean()
        return Wanted(**self.cleaned_data)


class Days(forms.Form):
    """From when to when; by default the last thirty days."""

    since = DayField(label=_("Từ ngày"))
    until = DayField(label=_("Đến ngày"))

    def __init__(self, asked: Mapping[str, Any], *, today: date) -> None:
        usual = {"since": today - timedelta(days=30), "until": today}
        super().__init__({name: asked.get(name) or day for name, day in usual.items()})

    def clean(self) -> dict[str, Any]:
        """Refuse a span that is no span, or too long to be answered at once."""
        said = super().clean() or {}
        since, until = said.get("since"), said.get("until")
        if since and until and since > until:
            self.add_error("until", _("Ngày cuối phải sau ngày đầu."))
        elif since and until and (until - since).days > MOST_DAYS:
            self.add_error("until", _("Mỗi lần xem nhiều nhất 92 ngày."))
        return said
