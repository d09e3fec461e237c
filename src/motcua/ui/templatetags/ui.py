"""The parts that pages are made of."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput, Select
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from structlog.contextvars import get_contextvars

from motcua.foundation.pages import Screenful
from motcua.kernel.errors import Refusal
from motcua.ui.icons import drawing
from motcua.ui.rules.days import Due, Nearness, day_in_words, moment_in_words, near_day_in_words
from motcua.ui.rules.figures import figure, percent, progress_in_words
from motcua.ui.wording import (
    Refused,
    act_in_words,
    fact_in_words,
    job_in_words,
    refusal_in_words,
    thing_in_words,
)

register = template.Library()

TONES: Final[Mapping[str, str]] = {
    "good": "circle-check",
    "today": "alert-triangle",
    "late": "alert-circle",
    "busy": "loader-2",
    "calm": "info-circle",
    "quiet": "circle-dashed",
}
"""The tones of a state and the icon each has unless another is named.

`late` is for what is lost or late, `today` for what needs a person today; most states are `calm`
or `quiet`.
"""

DUE_TONES: Final[Mapping[Nearness, tuple[str, str]]] = {
    Nearness.LATE: ("late", "clock-exclamation"),
    Nearness.TODAY: ("today", "clock-hour-4"),
    Nearness.SOON: ("today", "clock"),
    Nearness.LATER: ("quiet", "clock"),
}


def _language() -> str:
    return (get_language() or "vi")[:2]


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """Draw an icon; without a label it is an ornament and silent to a screen reader."""
    heard = (
        format_html('role="img" aria-label="{}"', label)
        if label
        else mark_safe('aria-hidden="true"')
    )
    paths = mark_safe(drawing(name))  # noqa: S308 the package's own drawing, read from disk
    return format_html('<svg class="icon" viewBox="0 0 24 24" {}>{}</svg>', heard, paths)


@register.simple_tag
def badge(tone: str, word: object, drawn: str = "") -> SafeString:
    """Tell a state by an icon and a word; its colour only repeats it."""
    return format_html(
        '<span class="state state-{}">{}<span>{}</span></span>',
        tone if tone in TONES else "quiet",
        icon(drawn or TONES.get(tone, TONES["quiet"])),
        word,
    )


@register.simple_tag
def due(value: Due) -> SafeString:
    """Tell a due day: how far it is, and its date."""
    tone, drawn = DUE_TONES[value.nearness]
    return badge(tone, value.words, drawn)


@register.filter
def day(value: date | datetime | None) -> str:
    """Say a day with its weekday and year: `thứ Sáu 28/11/2025`."""
    if value is None:
        return ""
    return day_in_words(_as_day(value), language=_language())


@register.filter
def near_day(value: date | datetime | None) -> str:
    """Say a day without the year if that is this year's."""
    if value is None:
        return ""
    return near_day_in_words(_as_day(value), today=timezone.localdate(), language=_language())


@register.filter
def moment(value: datetime | None) -> SafeString:
    """Say a moment as people do; exact on hover and on paper."""
    if value is None:
        return SafeString("")
    local = timezone.localtime(value)
    return format_html(
        '<time datetime="{}" title="{}"><span class="d-print-none"><span class="whole">{}</span> {}'
        '</span><span class="d-none d-print-inline">{}</span></time>',
        local.isoformat(timespec="seconds"),
        f"{day_in_words(local.date(), language=_language())} {local:%H:%M:%S}",
        *moment_in_words(local, now=timezone.localtime(), language=_language()).rsplit(" ", 1),
        f"{local:%d/%m/%Y %H:%M}",
    )


def _as_day(value: date | datetime) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


@register.filter(name="figure")
def figure_of(value: object, places: int = 2) -> str:
    """Write a figure as it is written here: `1.234,5`."""
    number = _number(value)
    return "" if number is None else figure(number, places=places, language=_language())


@register.filter(name="percent")
def percent_of(value: object, places: int = 2) -> str:
    """Write a share given in percent: `94,9 %`."""
    number = _number(value)
    return "" if number is None else percent(number, places=places, language=_language())


def _number(value: object) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


@register.inclusion_tag("ui/parts/progress.html")
def progress(done: int, total: int, thing: str = "", seconds_left: float | None = None) -> Any:
    """Show how far long work is, with counts; `thing` is what is counted."""
    said = progress_in_words(
        done, total=total, thing=thing, seconds_left=seconds_left, language=_language()
    )
    return {"done": done, "total": total, "words": said}


@register.simple_block_tag
def card(content: str, title: object = "", kind: str = "") -> SafeString:
    """Lay a part of the page on a card; `kind` is a class, as `card-narrow`."""
    head = format_html('<div class="card-header"><h2 class="card-title">{}</h2></div>', title)
    return format_html(
        '<section class="card {}">{}<div class="card-body">{}</div></section>',
        kind,
        head if title else "",
        mark_safe(content),  # noqa: S308 rendered by the template, escaped there
    )


@register.simple_block_tag
def dialog(content: str, name: str, title: object) -> SafeString:
    """Hold what is shown over the page when a button with `data-opens="NAME"` is pressed."""
    return format_html(
        '<dialog class="dialog" id="{0}" aria-labelledby="{0}-title"><div class="dialog-head">'
        '<h2 class="card-title" id="{0}-title">{1}</h2>'
        '<button type="button" class="btn btn-icon" data-closes aria-label="{2}">{3}</button>'
        '</div><div class="dialog-body">{4}</div></dialog>',
        name,
        title,
        _("Đóng"),
        icon("x"),
        mark_safe(content),  # noqa: S308 rendered by the template, escaped there
    )


@register.simple_tag
def facts(rows: Sequence[tuple[object, object]]) -> SafeString:
    """List terms and what is said of them."""
    items = format_html_join("", "<dt>{}</dt><dd>{}</dd>", ((term, said) for term, said in rows))
    return format_html('<dl class="facts">{}</dl>', items)


@register.inclusion_tag("ui/parts/timeline.html")
def timeline(moments: Sequence[Mapping[str, Any]]) -> Any:
    """Tell what happened in order; each has `at`, `title` and, if need be, `detail`, `tone`."""
    return {"moments": moments}


@register.inclusion_tag("ui/parts/empty.html")
def empty(sentence: object, action: object = "", address: str = "", drawn: str = "inbox") -> Any:
    """Say what would be here, and offer the one thing that makes it so."""
    return {"sentence": sentence, "action": action, "address": address, "drawn": drawn}


@register.inclusion_tag("ui/parts/more.html", takes_context=True)
def more(context: template.Context, page: Screenful[Any], columns: int = 1) -> Any:
    """End a table with the way on, as its last row; nothing if this was all."""
    return {"after": page.after, "columns": columns, "address": _with(context, after=page.after)}


@register.inclusion_tag("ui/parts/chips.html", takes_context=True)
def filter_chips(context: template.Context, form: BaseForm) -> Any:
    """Show each filter in force as a chip that takes it away again."""
    chips = [
        {
            "name": field.label,
            "value": _spoken(field),
            "address": _with(context, **{field.html_name: None}),
        }
        for field in form
        if not field.is_hidden and field.value() not in (None, "", [], False)
    ]
    return {"chips": chips, "all": context["request"].path}


def _with(context: template.Context, **changes: str | None) -> str:
    """Return the page's own address with other filters, from the top of the list."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    query.pop("after", None)
    for name, value in changes.items():
        query.pop(name, None)
        if value:
            query[name] = value
    return f"{request.path}?{query.urlencode()}" if query else request.path


def _spoken(field: BoundField) -> object:
    value = field.value()
    if isinstance(field.field.widget, CheckboxInput):
        return ""
    choices = getattr(field.field, "choices", None)
    if choices is None:
        return day(field.form.cleaned_data[field.name]) if _is_day(field) else value
    flat = {
        str(choice): said
        for group, name in choices
        for choice, said in (name if isinstance(name, list | tuple) else [(group, name)])
    }
    return flat.get(str(value), value)


def _is_day(field: BoundField) -> bool:
    said = getattr(field.form, "cleaned_data", {}).get(field.name)
    return isinstance(said, date)


@register.inclusion_tag("ui/parts/error_summary.html")
def error_summary(form: BaseForm) -> Any:
    """Say above a form what is wrong in it, each with the way to its field."""
    faults = [
        {"name": field.label, "address": f"#{field.auto_id}", "words": field.errors}
        for field in form
        if field.errors
    ]
    return {"form": form, "faults": faults, "has_faults": bool(form.errors)}


@register.inclusion_tag("ui/parts/field.html")
def field(bound: BoundField, hint: object = "") -> Any:
    """Lay out one field of a form: its name, what to write, what is wrong with it."""
    widget = bound.field.widget
    return {
        "field": bound,
        "hint": hint or bound.help_text,
        "control": control(bound, hint=hint),
        "is_check": isinstance(widget, CheckboxInput),
        "is_group": bound.use_fieldset,
    }


@register.simple_tag
def control(bound: BoundField, hint: object = "") -> SafeString:
    """Draw the control of a field alone, tied to its hint and its error."""
    described = []
    if hint or bound.help_text:
        described.append(f"{bound.auto_id}-hint")
    if bound.errors:
        described.append(f"{bound.auto_id}-error")
    attrs: dict[str, Any] = {} if bound.use_fieldset else {"class": _look(bound)}
    if described:
        attrs["aria-describedby"] = " ".join(described)
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return bound.as_widget(attrs=attrs)


def _look(bound: BoundField) -> str:
    widget = bound.field.widget
    if isinstance(widget, CheckboxInput):
        look = "form-check-input"
    elif isinstance(widget, Select):
        look = "form-select"
    else:
        look = "form-control"
    own = widget.attrs.get("class", "")
    return f"{own} {look} {'is-invalid' if bound.errors else ''}".strip()


@register.simple_tag
def request_code() -> str:
    """Return the number by which the logs know this request, shortened."""
    return str(get_contextvars().get("request_id", ""))[:12]


@register.simple_tag
def in_words(refusal: Refusal) -> Refused:
    """Return a refusal in the words of its area."""
    return refusal_in_words(refusal)


register.filter("act", act_in_words)
register.filter("thing", thing_in_words)
register.filter("work", job_in_words)


@register.filter
def fact_name(name: str, act: str) -> str:
    """Return what the area of an act calls one of its facts."""
    return fact_in_words(name, act=act)
