"""One page with every part that pages are made of, for people to look at and for tests to judge."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from django import forms
from django.http import HttpResponse
from django.template import RequestContext, Template
from django.urls import path
from django.utils import timezone

from motcua.config.urls import (
    handler400,
    handler403,
    handler404,
    handler500,
)
from motcua.config.urls import urlpatterns as ours
from motcua.foundation.pages import Screenful
from motcua.kernel.errors import Conflict
from motcua.ui.fields import DayField
from motcua.ui.rules.days import due_in_words

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
TEXT = (Path(__file__).parent / "gallery.html").read_text("utf-8")


class Filters(forms.Form):
    state = forms.ChoiceField(
        label="Tình trạng", required=False, choices=[("", "Mọi tình trạng"), ("late", "Quá hạn")]
    )
    text = forms.CharField(label="Tìm trong danh sách", required=False)
    from_on = DayField(label="Từ ngày", required=False)


class Sample(forms.Form):
    name = forms.CharField(label="Họ và tên", help_text="Viết như trên giấy tờ.")
    identity = forms.CharField(label="Số định danh", max_length=12)
    way = forms.ChoiceField(
        label="Nhận kết quả", choices=[("desk", "Tại quầy"), ("post", "Qua bưu chính")]
    )
    note = forms.CharField(label="Ghi chú", required=False, widget=forms.Textarea({"rows": 2}))
    agrees = forms.BooleanField(label="Đã đối chiếu bản chính", required=False)
    kind = forms.ChoiceField(
        label="Loại bản",
        widget=forms.RadioSelect,
        choices=[("original", "Bản chính"), ("copy", "Bản sao")],
        required=False,
    )


@dataclass
class Row:
    code: str
    procedure: str
    person: str
    pages: int
    due: object


def weekdays(day):
    return day.weekday() < 5


def due(days):
    today = timezone.localdate()
    return due_in_words(today + timedelta(days=days), today=today, is_working=weekdays)


def gallery(request):
    form = Sample({"name": "", "identity": "0123", "way": "desk"})
    form.is_valid()
    form.add_error("identity", "Số định danh có 12 chữ số.")
    filters = Filters({"state": "late", "text": "khai sinh", "from_on": "02/11/2026"})
    filters.is_valid()
    now = timezone.now()
    shown = {
        "form": form,
        "filters": filters,
        "moment": datetime(2026, 11, 25, 2, 3, tzinfo=UTC),
        "rows": [
            ("Mã hồ sơ", "H23.18.6-261125-0057"),
            ("Thủ tục", "1.001193 Đăng ký khai sinh"),
            ("Người nộp", "Nguyễn Thị Thuỷ Tiên"),
            ("Ngày hẹn trả", date(2026, 11, 27).strftime("%d/%m/%Y")),
        ],
        "dues": [due(days) for days in (-4, 0, 2, 9)],
        "table": [
            Row(f"H23.18.6-261125-{number:04}", name, person, number * 3, due(number * 2 - 3))
            for number, (name, person) in enumerate(
                [
                    ("Đăng ký khai sinh", "Trần Văn Mẫu"),
                    ("Chứng thực bản sao từ bản chính", "Phạm Thị Ví Dụ"),
                    ("Đăng ký kết hôn", "Lê Thử Nghiệm"),
                ],
                start=1,
            )
        ],
        "page": Screenful(rows=[], after="bWF1"),
        "moments": [
            {"at": now - timedelta(days=1), "title": "Tiếp nhận hồ sơ", "tone": "good"},
            {"at": now, "title": "Chuyển hồ sơ", "detail": "đến Phòng chuyên môn", "tone": "calm"},
            {"when": "thứ Sáu 27/11", "title": "Hạn trả kết quả", "tone": "today"},
        ],
    }
    return HttpResponse(Template(TEXT).render(RequestContext(request, shown)))


def refusing(request):
    raise Conflict(note="mẫu")


def breaking(request):
    raise ZeroDivisionError


urlpatterns = [
    *ours,
    path("mau/", gallery, name="gallery"),
    path("tu-choi/", refusing),
    path("hong/", breaking),
]
