"""Every part that pages are made of, as it comes out."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from motcua.foundation.pages import Screenful
from motcua.kernel.errors import Conflict
from motcua.ui.fields import DayField
from motcua.ui.rules.days import due_in_words


def drawn(text, **shown):
    request = RequestFactory().get(shown.pop("address", "/"))
    return Template("{% load ui %}" + text).render(Context({"request": request, **shown}))


class Paper(forms.Form):
    name = forms.CharField(label="Họ và tên", help_text="Viết như trên giấy tờ.")
    kind = forms.ChoiceField(label="Loại", choices=[("a", "Bản chính"), ("b", "Bản sao")])
    day = DayField(label="Ngày cấp", required=False)
    checked = forms.BooleanField(label="Đã đối chiếu", required=False)
    way = forms.ChoiceField(
        label="Nhận tại", choices=[("x", "Quầy")], widget=forms.RadioSelect, required=False
    )
    key = forms.CharField(widget=forms.HiddenInput, required=False)


def refused_paper():
    form = Paper({"name": "", "kind": "a"})
    form.is_valid()
    return form


def test_an_icon_is_an_ornament_unless_it_is_named():
    assert 'aria-hidden="true"' in drawn('{% icon "printer" %}')
    named = drawn('{% icon "printer" label %}', label="In <ra>")
    assert 'role="img" aria-label="In &lt;ra&gt;"' in named
    assert "aria-hidden" not in named


@pytest.mark.parametrize("name", ["no-such-icon", "../../secret", "PRINTER"])
def test_an_icon_that_is_not_there_draws_nothing(name):
    assert "<path" not in drawn("{% icon name %}", name=name)


@pytest.mark.parametrize("tone", ["good", "today", "late", "busy", "calm", "quiet", "unheard"])
def test_a_state_is_never_its_colour_alone(tone):
    found = drawn("{% badge tone word %}", tone=tone, word="Chờ <ký>")
    assert "<path" in found
    assert "<span>Chờ &lt;ký&gt;</span>" in found


def test_a_due_day_has_its_tone():
    late = due_in_words(date(2026, 11, 20), today=date(2026, 11, 25), is_working=lambda _: True)
    found = drawn("{% due late %}", late=late)
    assert "state-late" in found
    assert "quá hạn 5 ngày làm việc (thứ Sáu 20/11)" in found


def test_a_moment_is_exact_on_hover_and_on_paper():
    found = drawn("{{ at|moment }}", at=datetime(2025, 11, 28, 7, 3, 9, tzinfo=UTC))
    assert 'datetime="2025-11-28T14:03:09+07:00"' in found
    assert 'title="thứ Sáu 28/11/2025 14:03:09"' in found
    assert 'd-print-inline">28/11/2025 14:03</span>' in found


def test_days_and_figures_follow_the_readers_language():
    text = "{{ day|day }} {{ rate|percent }} {{ many|figure }}"
    shown = {"day": date(2025, 11, 28), "rate": 94.9, "many": 1234}
    assert drawn(text, **shown) == "thứ Sáu 28/11/2025 94,9\u00a0% 1.234"
    with translation.override("en"):
        assert drawn(text, **shown) == "Friday 28 Nov 2025 94.9% 1,234"


@pytest.mark.parametrize("way", ["day", "near_day", "moment", "figure", "percent"])
def test_nothing_is_shown_as_nothing(way):
    assert drawn("{{ nothing|" + way + " }}", nothing=None) == ""


def test_progress_is_a_bar_and_counts():
    found = drawn('{% progress 17 40 "trang" 58 %}')
    assert 'value="17" max="40"' in found
    assert ">17/40 trang, còn khoảng 1 phút</span>" in found


def test_a_card_and_a_dialog_hold_what_is_put_in_them():
    assert '<h2 class="card-title">A &amp; B</h2>' in drawn(
        "{% card t %}<p>x</p>{% endcard %}", t="A & B"
    )
    found = drawn('{% dialog "d" "Hỏi" %}<p>x</p>{% enddialog %}')
    assert 'id="d" aria-labelledby="d-title"' in found
    assert '<h2 class="card-title" id="d-title">Hỏi</h2>' in found
    assert 'aria-label="Đóng"' in found
    assert "<p>x</p>" in found


def test_facts_are_terms_with_what_is_said_of_them():
    found = drawn("{% facts rows %}", rows=[("Mã", "<1>")])
    assert found == '<dl class="facts"><dt>Mã</dt><dd>&lt;1&gt;</dd></dl>'


def test_a_timeline_is_an_ordered_list():
    found = drawn("{% timeline told %}", told=[{"when": "thứ Sáu", "title": "Hạn trả"}])
    assert "<ol" in found
    assert "<strong>Hạn trả</strong>" in found


def test_an_empty_list_says_what_would_be_here_and_offers_one_thing():
    found = drawn('{% empty "Chưa có hồ sơ." "Tiếp nhận" "/x/" %}')
    assert "<p>Chưa có hồ sơ.</p>" in found
    assert '<a class="btn" href="/x/">Tiếp nhận</a>' in found
    assert "<a" not in drawn('{% empty "Chưa có hồ sơ." %}')


def test_the_way_on_keeps_the_filters_and_works_without_scripts():
    page = Screenful(rows=[], after="bWF1")
    found = drawn("{% more page 4 %}", page=page, address="/x/?state=late&after=YQ")
    assert 'colspan="4"' in found
    assert 'href="/x/?state=late&amp;after=bWF1"' in found
    assert 'hx-get="/x/?state=late&amp;after=bWF1"' in found
    assert drawn("{% more page %}", page=Screenful(rows=[], after=None)).strip() == ""


def test_a_chip_takes_its_filter_away_and_starts_at_the_top():
    form = Paper({"name": "Hoa", "kind": "b", "day": "2/11/2026", "checked": "on"})
    form.is_valid()
    address = "/x/?name=Hoa&kind=b&day=2/11/2026&checked=on&after=YQ"
    found = drawn("{% filter_chips form %}", form=form, address=address)
    assert 'href="/x/?kind=b&amp;day=2%2F11%2F2026&amp;checked=on"' in found
    assert "<span>Loại: <strong>Bản sao</strong></span>" in found
    assert "<strong>thứ Hai 02/11/2026</strong>" in found
    assert "<span>Đã đối chiếu</span>" in found
    assert drawn("{% filter_chips form %}", form=Paper({})).strip() == ""


def test_a_field_is_tied_to_its_name_its_hint_and_its_fault():
    found = drawn("{% field form.name %}", form=refused_paper())
    assert '<label class="form-label" for="id_name">' in found
    assert 'aria-describedby="id_name-hint id_name-error"' in found
    assert 'aria-invalid="true"' in found
    assert 'id="id_name-hint">Viết như trên giấy tờ.<' in found
    assert "(bắt buộc)" in found


def test_a_field_without_fault_has_none():
    found = drawn("{% field form.kind %}", form=refused_paper())
    assert "aria-invalid" not in found
    assert "aria-describedby" not in found
    assert 'class="form-select"' in found


def test_choices_side_by_side_have_one_name_together():
    found = drawn("{% field form.way %}", form=refused_paper())
    assert found.count("<fieldset") == found.count("</fieldset>") == 1
    assert '<legend class="form-label">Nhận tại' in found


def test_a_check_box_stands_before_its_words():
    found = drawn("{% field form.checked %}", form=refused_paper())
    assert found.index("<input") < found.index("Đã đối chiếu")


def test_a_hidden_field_shows_nothing():
    found = drawn("{% field form.key %}", form=refused_paper())
    assert "<label" not in found
    assert 'type="hidden"' in found


def test_what_is_wrong_in_a_form_is_said_above_it_with_the_way_there():
    found = drawn("{% error_summary form %}", form=refused_paper())
    assert 'role="alert"' in found
    assert '<a href="#id_name">Họ và tên</a>: Trường này là bắt buộc.' in found
    assert drawn("{% error_summary form %}", form=Paper()).strip() == ""


def test_an_error_of_the_whole_form_is_said_too():
    form = refused_paper()
    form.add_error(None, "Hai ngày ngược nhau.")
    assert "<li>Hai ngày ngược nhau.</li>" in drawn("{% error_summary form %}", form=form)


@pytest.mark.parametrize("written", ["2/11/2026", "02-11-2026", "2.11.2026", "02112026"])
def test_a_day_is_written_with_the_day_before_the_month(written):
    form = Paper({"name": "Hoa", "kind": "a", "day": written})
    assert form.is_valid()
    assert form.cleaned_data["day"] == date(2026, 11, 2)


def test_a_day_that_is_none_is_refused_with_an_example():
    form = Paper({"name": "Hoa", "kind": "a", "day": "31/02/2026"})
    assert form.errors["day"] == ["Viết ngày như 28/11/2026."]


def test_a_refusal_is_worded_on_the_page():
    found = drawn(
        "{% in_words refusal as said %}{{ said.to_do }} {{ said.code }}", refusal=Conflict()
    )
    assert found == "Tải lại trang để xem tình trạng mới rồi làm tiếp. conflict"
