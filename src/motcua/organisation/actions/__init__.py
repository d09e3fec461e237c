"""The acts by which an organisation is set up and changed; each is in the journal.

Whoever acts is an account, held to what its posts allow on the day, or the system itself, which
may do all: a command given at the machine.
"""

from motcua.organisation.actions.calendar import (
    add_calendar_day,
    load_calendar,
    set_office_hours,
    withdraw_calendar_day,
)
from motcua.organisation.actions.importing import RowOutcome, import_units
from motcua.organisation.actions.people import (
    Appointment,
    NewAccount,
    appoint,
    close_account,
    create_account,
    end_post,
    move_account,
    reopen_account,
)
from motcua.organisation.actions.roles import load_roles, set_role
from motcua.organisation.actions.units import (
    add_successors,
    end_unit,
    found_unit,
    give_code,
)

__all__ = [
    "Appointment",
    "NewAccount",
    "RowOutcome",
    "add_calendar_day",
    "add_successors",
    "appoint",
    "close_account",
    "create_account",
    "end_post",
    "end_unit",
    "found_unit",
    "give_code",
    "import_units",
    "load_calendar",
    "load_roles",
    "move_account",
    "reopen_account",
    "set_office_hours",
    "set_role",
    "withdraw_calendar_day",
]
