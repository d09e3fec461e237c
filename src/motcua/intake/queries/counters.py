"""Who gives out codes at a unit, and under which code."""

from datetime import date

from motcua.intake.models import CounterMode
from motcua.organisation.models import Unit
from motcua.organisation.queries import codes_on, holding_on, units_on

NEAREST_FIRST = "parent__parent__parent__parent"
"""Province, district or department, commune, section, and one to spare."""


def counter_mode_on(day: date, *, unit_id: int) -> CounterMode | None:
    """Return whether a unit gives out codes itself on a day; the nearest unit above decides."""
    unit = Unit.objects.select_related(NEAREST_FIRST).filter(pk=unit_id).first()
    line = []
    while unit is not None:
        line.append(unit.pk)
        unit = unit.parent
    modes = {
        mode.unit_id: mode for mode in CounterMode.objects.filter(holding_on(day), unit_id__in=line)
    }
    return next((modes[pk] for pk in line if pk in modes), None)


def unit_code_on(day: date, *, unit_id: int) -> str | None:
    """Return the identification code of a unit on a day."""
    return codes_on(day, units=[unit_id]).get(unit_id)


def unit_with_name(name: str, *, on: date) -> int | None:
    """Return the unit of a name on a day, if there was exactly one."""
    found = list(units_on(on).filter(name=name).values_list("pk", flat=True)[:2])
    return found[0] if len(found) == 1 else None
