"""What may be read of dossiers, and by whom."""

from motcua.intake.queries.addressing import dossier_id_of
from motcua.intake.queries.calendars import changed_days
from motcua.intake.queries.clocks import (
    ClockFace,
    WhyThisDate,
    clock_events_of,
    limit_of,
    why_this_date,
)
from motcua.intake.queries.counters import (
    counter_mode_on,
    unit_code_on,
    unit_with_name,
)
from motcua.intake.queries.importing import known_dossiers, units_of_codes, versions_of_codes
from motcua.intake.queries.lists import (
    COUNTER_ORDER,
    DUE_ORDER,
    MyDay,
    counter_of_the_day,
    due_today,
    in_time,
    my_day,
    overdue,
    waiting_for,
)
from motcua.intake.queries.people import earlier_particulars
from motcua.intake.queries.reading import (
    dossier_by_code,
    receipt_of,
    timeline_of,
    with_everything,
)
from motcua.intake.queries.searching import dossiers_found
from motcua.intake.queries.visibility import (
    dossiers_consulting,
    dossiers_visible_to,
    dossiers_where,
    reach,
)

__all__ = [
    "COUNTER_ORDER",
    "DUE_ORDER",
    "ClockFace",
    "MyDay",
    "WhyThisDate",
    "changed_days",
    "clock_events_of",
    "counter_mode_on",
    "counter_of_the_day",
    "dossier_by_code",
    "dossier_id_of",
    "dossiers_consulting",
    "dossiers_found",
    "dossiers_visible_to",
    "dossiers_where",
    "due_today",
    "earlier_particulars",
    "in_time",
    "known_dossiers",
    "limit_of",
    "my_day",
    "overdue",
    "reach",
    "receipt_of",
    "timeline_of",
    "unit_code_on",
    "unit_with_name",
    "units_of_codes",
    "versions_of_codes",
    "waiting_for",
    "why_this_date",
    "with_everything",
]
