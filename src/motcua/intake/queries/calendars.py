"""Which days the calendar was changed for."""

from datetime import date, datetime

from django.db.models import Q

from motcua.organisation.models import CalendarDay


def changed_days(*, since: datetime, until: datetime) -> list[date]:
    """Return the days about which something was written or withdrawn in a stretch of time."""
    written = Q(known_from__gt=since, known_from__lte=until)
    withdrawn = Q(withdrawn_at__gt=since, withdrawn_at__lte=until)
    rows = CalendarDay.objects.filter(written | withdrawn)
    return sorted(set(rows.values_list("day", flat=True)))
