"""How the facts of an entry are shown."""

import json
from collections.abc import Mapping
from datetime import date, datetime

from django import template
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def named(names: Mapping[str, str], code: str) -> str:
    """Return the name of a code, or the code if it has none."""
    return names.get(code, code)


@register.filter
def fact(value: object) -> str:
    """Show a fact as it was kept: days and moments as they are written here, lists in a row."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, list):
        return ", ".join(fact(part) for part in value) or "–"
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return _dated(str(value))


def _dated(text: str) -> str:
    moment: datetime | date | None = None
    try:
        moment = parse_date(text) or parse_datetime(text)
    except ValueError:  # written like a day, and none
        return text
    if isinstance(moment, datetime):
        local = localtime(moment) if is_aware(moment) else moment
        return f"{local:%d/%m/%Y %H:%M:%S}"
    return f"{moment:%d/%m/%Y}" if moment else text
