"""Who sits at which counter when something is handed in, and what holds there on that day."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.intake.errors import (
    CodesComeFromProvince,
    CounterModeUnset,
    NotAtThisUnit,
    UnitHasNoCode,
)
from motcua.intake.queries import counter_mode_on, reach, unit_code_on
from motcua.intake.rules.counters import Mode
from motcua.intake.rules.deadlines import local
from motcua.organisation.models import Account
from motcua.organisation.queries import units_where, working_calendar
from motcua.organisation.rules.acts import Act
from motcua.organisation.rules.calendar import WorkingCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """An officer at the counter of a unit that gives out codes itself."""

    officer: Account
    unit_id: int
    unit_code: str
    at: datetime
    calendar: WorkingCalendar

    @property
    def day(self) -> date:
        """Return the day as the calendar at the counter shows it."""
        return local(self.at).date()


def open_desk(*, officer: Account, unit_id: int, at: datetime) -> Desk:
    """Return the desk, or refuse.

    Refuses with `NotAtThisUnit`, `CounterModeUnset`, `CodesComeFromProvince`, `UnitHasNoCode`.
    """
    day = local(at).date()
    if unit_id not in units_where(officer, act=Act.RECEIVE, on=day):
        raise NotAtThisUnit(act=Act.RECEIVE, unit=unit_id)
    mode = counter_mode_on(day, unit_id=unit_id)
    if mode is None:
        raise CounterModeUnset(unit=unit_id, on=day)
    if mode.mode == Mode.BESIDE:
        raise CodesComeFromProvince(unit=unit_id, system=mode.system)
    code = unit_code_on(day, unit_id=unit_id)
    if code is None:
        raise UnitHasNoCode(unit=unit_id, on=day)
    return Desk(officer=officer, unit_id=unit_id, unit_code=code, at=at, calendar=calendar_at(at))


def calendar_at(at: datetime) -> WorkingCalendar:
    """Return the calendar as it is known at a moment."""
    return working_calendar(known_at=at, on=local(at).date())


def must_be_at(officer: Account, *, act: Act, unit_id: int, at: datetime) -> None:
    """Refuse with `NotAtThisUnit` unless the officer may do the act at the unit."""
    if unit_id not in reach(officer, act=act, on=local(at).date()):
        raise NotAtThisUnit(act=act, unit=unit_id)
