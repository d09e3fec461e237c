"""Words of the organisation on screens."""

from typing import Any

from django import template

from motcua.organisation.rules.acts import Act, Scope
from motcua.organisation.rules.calendar import DayGround, DayKind
from motcua.organisation.rules.days import DayChange
from motcua.organisation.wording import DAY_KINDS, SCOPES
from motcua.ui.wording import Said

register = template.Library()

SIGNS = {DayKind.NGHI_LE: "L", DayKind.NGHI_BU: "B", DayKind.LAM_BU: "T"}
"""A letter in the corner of a day, so that the colour is never the only sign."""


@register.filter
def scope_name(scope: str) -> Said:
    """Say how far a post reaches."""
    return SCOPES[Scope(scope)]


@register.filter
def day_kind(kind: str) -> Said:
    """Say of which kind a special day is."""
    return DAY_KINDS[DayKind(kind)]


@register.filter
def sign(ground: DayGround) -> str:
    """Return the letter of a special day, nothing for any other."""
    return SIGNS[ground.special.kind] if ground.special else ""


@register.filter
def look(ground: DayGround) -> str:
    """Return the class by which a day of the year is drawn."""
    if ground.special:
        return f"day-{ground.special.kind.value.lower().replace('_', '-')}"
    return "day-open" if ground.is_working else "day-off"


@register.filter
def direction(change: DayChange) -> str:
    """Tell which way a change goes: `opens`, `closes` or `same`."""
    if not change.moves_deadlines:
        return "same"
    return "opens" if change.after.is_working else "closes"


@register.inclusion_tag("organisation/_subplaces.html", takes_context=True)
def subplaces(context: template.Context, here: str) -> Any:
    """Lead from one part of the organisation to the others, as far as the reader may go."""
    user = context["request"].user
    return {"here": here, "may_manage": user.has_perm(Act.MANAGE_ACCOUNTS)}
