"""Values of the rules as answers."""

from dataclasses import asdict

from motcua.intake.api.schemas import ClockOut, DayOut, WhyOut
from motcua.intake.queries import WhyThisDate
from motcua.intake.rules.clocks import IndicatorClock, LegalClock
from motcua.intake.rules.deadlines import DayCount

HOUR = 3600


def why_out(why: WhyThisDate) -> WhyOut:
    """Return why a due day is that one, as an answer."""
    return WhyOut(
        counted_from=why.count.counted_from,
        due_at=why.clocks.legal.due_at,
        was_put_off=why.was_put_off,
        calendar_known_at=why.count.known_at,
        days=[_day(day) for day in why.count.days],
        legal=_clock(why.clocks.legal),
        indicator=_clock(why.clocks.indicator),
        defects=[defect.value for defect in why.clocks.legal.defects],
    )


def _day(day: DayCount) -> DayOut:
    special = day.ground.special
    return DayOut(
        day=day.day,
        use=day.use.value,
        number=day.number,
        hours=day.hours.total_seconds() / HOUR,
        is_working=day.ground.is_working,
        name=special.name if special else "",
        document=special.document if special else "",
        basis=day.basis,
    )


def _clock(clock: LegalClock | IndicatorClock) -> ClockOut:
    return ClockOut(
        due_at=clock.due_at,
        timeliness=clock.timeliness.value,
        exclusions=[asdict(exclusion) for exclusion in clock.exclusions],
    )
