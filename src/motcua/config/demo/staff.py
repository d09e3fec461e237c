"""The people who work in the example: invented, with one password that everybody may see."""

import json
import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from motcua.audit.actions import SystemActor
from motcua.config.demo.province import (
    FIRST_DAY_AT,
    INSTALLED_AT,
    table,
)
from motcua.intake.rules.deadlines import local
from motcua.organisation.actions import (
    Appointment,
    NewAccount,
    appoint,
    create_account,
    move_account,
)
from motcua.organisation.models import Account
from motcua.organisation.queries import unit_with_code
from motcua.organisation.rules.acts import Scope
from motcua.organisation.rules.roles import ROLES

OFFICERS: Final = "officers.csv"
PASSWORD: Final = "xem-thu-mot-cua"  # noqa: S105 (printed on the page where it is asked for)


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """Somebody who works in the example, before the reform and after it."""

    username: str
    full_name: str
    role: str
    unit: str
    unit_before: str
    scope: Scope
    title: str

    @property
    def role_name(self) -> str:
        """Return what the role is called."""
        return ROLES[self.role].name


def officers() -> list[Officer]:
    """Return everybody, those first whose work the tutorial follows."""
    return [Officer(**{**row, "scope": Scope(row["scope"])}) for row in table(OFFICERS)]  # type: ignore[arg-type]


def open_before_the_reform(people: Iterable[Officer]) -> None:
    """Open the accounts at the units of 2023, with the posts that people held until the reform."""
    for officer in people:
        _open(officer, unit=officer.unit_before, at=INSTALLED_AT)


def move_with_the_reform(people: Iterable[Officer]) -> None:
    """Let everybody go over to a unit that the reform founded, with a post there."""
    accounts = {account.username: account for account in Account.objects.all()}
    for officer in people:
        account = accounts[officer.username]
        unit_id = unit_of(officer.unit, at=FIRST_DAY_AT)
        move_account(account.pk, unit_id=unit_id, by=SystemActor(), at=FIRST_DAY_AT)
        _appoint(officer, account=account, unit_id=unit_id, at=FIRST_DAY_AT)


def open_today(usernames: Collection[str]) -> None:
    """Open some of the accounts as they are since the reform."""
    for officer in officers():
        if officer.username in usernames:
            _open(officer, unit=officer.unit, at=FIRST_DAY_AT)


def let_in(usernames: Collection[str]) -> None:
    """Let people sign in at once: whoever tries the example should not think up a password."""
    Account.objects.filter(username__in=usernames).update(must_change_password=False)


def who_signs_in() -> list[tuple[Officer, str]]:
    """Return everybody who has an account, with the name of the unit."""
    units = dict(Account.objects.values_list("username", "unit__name"))
    return [(one, units[one.username]) for one in officers() if one.username in units]


def write_accounts(people: Iterable[tuple[Officer, str]], *, home: Path) -> None:
    """Write who may sign in, and with what, for the page where people sign in."""
    rows = [[one.username, PASSWORD, one.role_name, unit] for one, unit in people]
    place = home / "demo.json"
    aside = place.with_name(f".{place.name}.{os.getpid()}")
    aside.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
    aside.replace(place)


def account_of(username: str) -> Account:
    """Return the account of an officer of the example."""
    return Account.objects.select_related("unit").get(username=username)


def unit_of(code: str, *, at: datetime) -> int:
    """Return the number of the unit that has a code at a moment."""
    unit = unit_with_code(code, on=local(at).date())
    if unit is None:
        raise LookupError(code)
    return unit.pk


def _open(officer: Officer, *, unit: str, at: datetime) -> None:
    unit_id = unit_of(unit, at=at)
    account = create_account(
        NewAccount(full_name=officer.full_name, username=officer.username, unit_id=unit_id),
        password=PASSWORD,
        by=SystemActor(),
        at=at,
    )
    _appoint(officer, account=account, unit_id=unit_id, at=at)


def _appoint(officer: Officer, *, account: Account, unit_id: int, at: datetime) -> None:
    appoint(
        Appointment(
            account_id=account.pk,
            unit_id=unit_id,
            role=officer.role,
            valid_from=local(at).date(),
            scope=officer.scope,
            title=officer.title,
        ),
        by=SystemActor(),
        at=at,
    )
