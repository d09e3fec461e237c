"""How what the catalogue keeps is said on screens."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from django import template
from django.utils.translation import gettext as _

from motcua.catalogue.models import ProcedureVersion
from motcua.catalogue.rules.cells import money_said, share_said
from motcua.catalogue.rules.comparing import Change
from motcua.catalogue.rules.content import StepContent
from motcua.catalogue.rules.digitisation import DatedScope
from motcua.catalogue.rules.terms import Channel, ExemptReason, Scope, TimeLimit, TimeUnit
from motcua.catalogue.sentences import (
    CHANGES,
    CHANNELS,
    EXEMPT_REASONS,
    FIELDS,
    LEVELS,
    SCOPES,
    TIME_UNITS,
)
from motcua.catalogue.taking import Outcome
from motcua.organisation.models import Level

register = template.Library()

NAMES: Final[Mapping[type[Enum], Mapping[Any, str]]] = {
    Level: LEVELS,
    Channel: CHANNELS,
    TimeUnit: TIME_UNITS,
    Scope: SCOPES,
    ExemptReason: EXEMPT_REASONS,
    Change: CHANGES,
}

CHANGE_TONES: Final[Mapping[Change, tuple[str, str]]] = {
    Change.ADDED: ("calm", "plus"),
    Change.REMOVED: ("today", "minus"),
    Change.CHANGED: ("calm", "pencil"),
    Change.SAME: ("quiet", "equal"),
}

OUTCOMES: Final[Mapping[Outcome, tuple[str, str]]] = {
    Outcome.NEW_PROCEDURE: ("calm", "Thủ tục mới"),
    Outcome.NEW_VERSION: ("calm", "Phiên bản mới"),
    Outcome.AMENDED: ("calm", "Sửa phiên bản chưa có hiệu lực"),
    Outcome.SCOPES_SET: ("calm", "Phạm vi số hoá mới"),
    Outcome.ENDED: ("today", "Kết thúc"),
    Outcome.RENAMED: ("calm", "Sửa tên"),
    Outcome.SAME: ("quiet", "Không đổi"),
}


def _named(choice: Enum) -> str:
    return _(NAMES[type(choice)][choice])


@register.filter
def named(choice: Enum | None) -> str:
    """Return the name of a choice."""
    return "" if choice is None else _named(choice)


@register.filter
def levels_named(values: Iterable[str]) -> str:
    """Return the levels of a version in words."""
    return ", ".join(_named(Level(value)) for value in values)


@register.filter
def channels_named(values: Iterable[str]) -> str:
    """Return the channels of a version in words."""
    return ", ".join(_named(Channel(value)) for value in values)


@register.filter
def time_of(version: ProcedureVersion) -> str:
    """Return how long a version may take: `5 ngày làm việc`."""
    return limit_named(TimeLimit(unit=TimeUnit(version.time_unit), amount=version.time_amount))


@register.filter
def limit_named(limit: TimeLimit) -> str:
    """Return a time limit in words."""
    name = _named(limit.unit)
    return name if limit.unit is TimeUnit.AT_ONCE else f"{limit.amount} {name.lower()}"


@register.filter
def money(amount: Decimal) -> str:
    """Return đồng in words: `8.000 đ`, `Không thu`."""
    return f"{money_said(amount)}\u00a0đ" if amount else _("Không thu")


@register.filter
def share(value: Decimal) -> str:
    """Return a share as it is written here: `12,5 %`."""
    return f"{share_said(value)}\u00a0%"


@register.filter
def field_named(name: str) -> str:
    """Return what a field of a version, or a column of a sheet, is called."""
    return _(FIELDS.get(name, name))


@register.filter
def paper_field_named(name: str) -> str:
    """Return what a field of a paper is called, `Thứ tự` where its place changed."""
    said = {"number": "Thứ tự", "scopes": FIELDS["scope.scope"], "note": FIELDS["note"]}
    return _(said.get(name) or FIELDS[f"component.{name}"])


@register.filter
def step_field_named(name: str) -> str:
    """Return what a field of a step is called, `Thứ tự` where its place changed."""
    said = {"number": "Thứ tự", "name": "Tên bước"}
    return _(said.get(name) or FIELDS[f"step.{name}"])


@register.filter
def fact_named(value: object, name: str) -> str:
    """Return a fact of a version in words, by the name of its field."""
    if name == "levels" and isinstance(value, tuple):
        return levels_named(value)
    if name == "channels" and isinstance(value, tuple):
        return channels_named(value)
    if isinstance(value, TimeLimit):
        return limit_named(value)
    if isinstance(value, Decimal):
        return money(value)
    return str(value) or "–"


@register.filter
def change_tone(change: Change) -> str:
    """Return the tone of a change."""
    return CHANGE_TONES[change][0]


@register.filter
def change_icon(change: Change) -> str:
    """Return the icon of a change."""
    return CHANGE_TONES[change][1]


@register.filter
def outcome_tone(outcome: Outcome) -> str:
    """Return the tone of what became of a version."""
    return OUTCOMES[outcome][0]


@register.filter
def outcome_named(outcome: Outcome) -> str:
    """Return what became of a version in words."""
    return _(OUTCOMES[outcome][1])


@register.filter
def scopes_named(scopes: Iterable[DatedScope]) -> str:
    """Return what was decided about a paper, in the order of the days."""
    return "; ".join(
        f"{_named(decided.scope)} ({decided.valid_from:%d/%m/%Y})" for decided in scopes
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One step as a part of a bar of a hundred."""

    number: int
    name: str
    start: str
    width: str
    shade: int


@register.filter
def as_bar(steps: Sequence[StepContent]) -> list[Part]:
    """Return steps as the parts of a bar, as wide as their shares."""
    parts, start = [], Decimal(0)
    for number, step in enumerate(steps, start=1):
        parts.append(
            Part(
                number=number,
                name=step.name,
                start=f"{start:f}",
                width=f"{step.share:f}",
                shade=number % 4,
            )
        )
        start += step.share
    return parts
