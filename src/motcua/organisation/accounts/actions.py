"""What happens to accounts and their sessions, each with its entry in the journal."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from axes.utils import reset as forget_failures
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from motcua.audit.actions import SystemActor, record
from motcua.foundation.reading import find
from motcua.organisation.accounts.models import Remembered
from motcua.organisation.accounts.queries import (
    account_named,
    accounts_managed_by,
    factors_of,
    sessions_of,
)
from motcua.organisation.accounts.rules.lockout import name_as_counted
from motcua.organisation.models import Account

UNKNOWN: Final = "accounts.name:unknown"
"""What an entry is about when nobody goes by the name that was typed."""

_SYLLABLES: Final = tuple(
    first + vowel
    for first in ("b", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x")
    for vowel in ("a", "e", "i", "o", "u", "ai", "ao", "oi", "ua", "ia")
)
"""140 that can be read out over a counter; three groups of two and four digits are 56 bits."""


def note(
    act: str, *, account: Account, at: datetime, facts: Mapping[str, Any] | None = None
) -> None:
    """Enter what somebody did with the own account: `signed_in`, `password_changed`, …."""
    record(act=f"accounts.{act}", by=account, about=account, at=at, facts=facts)


def note_failure(
    *, username: str, at: datetime, facts: Mapping[str, Any], act: str = "sign_in_failed"
) -> None:
    """Enter that somebody who says to be a person could not show it.

    The name is kept only where it is somebody's: people type their password into the field above
    it, and what is in the journal stays there.
    """
    account = account_named(username)
    known = {"username": account.username} if account else {}
    record(
        act=f"accounts.{act}",
        by=SystemActor(),
        about=account or UNKNOWN,
        at=at,
        facts={**facts, **known},
    )


@transaction.atomic
def end_session(*, session_id: int, account: Account, at: datetime) -> None:
    """End one of the own sessions elsewhere."""
    session = find(sessions_of(account).select_for_update(), pk=session_id)
    end_sessions([session], at=at)


@transaction.atomic
def end_sessions(sessions: Iterable[UserSession], *, at: datetime) -> None:
    """End sessions and enter each; whoever used them is a stranger from the next click on."""
    for session in sessions:
        facts = {"address": session.ip, "began_at": session.created_at}
        session.end()
        note("session_ended", account=session.user, at=at, facts=facts)


def note_presence(*, session_key: str, at: datetime) -> None:
    """Keep when a session was last used, for the list of sessions."""
    UserSession.objects.filter(session_key=session_key).update(last_seen_at=at)


@transaction.atomic
def unlock(*, account_id: int, officer: Account, at: datetime) -> None:
    """Let somebody try again at once who failed too often."""
    account = _managed(officer, at=at, account_id=account_id)
    forget_failures(username=name_as_counted(account.username))
    record(act="accounts.unlocked", by=officer, about=account, at=at)


@transaction.atomic
def issue_password(*, account_id: int, officer: Account, at: datetime) -> str:
    """Give somebody a password for one signing in, and end all their sessions.

    Returned once and kept nowhere: the officer hands it over, and the person changes it first.
    """
    account = _managed(officer, at=at, account_id=account_id)
    password = password_to_read_out()
    account.set_password(password)
    account.must_change_password = True
    account.save(update_fields=["password", "must_change_password"])
    _end_all(sessions_of(account))
    record(act="accounts.password_issued", by=officer, about=account, at=at)
    return password


@transaction.atomic
def take_second_factors(*, account_id: int, officer: Account, at: datetime) -> int:
    """Take all second factors from somebody who lost them, and end all their sessions.

    Returns how many there were.
    """
    account = _managed(officer, at=at, account_id=account_id)
    factors = factors_of(account)
    kinds = sorted(factors.values_list("type", flat=True))
    factors.delete()
    _end_all(sessions_of(account))
    record(act="accounts.factors_taken", by=officer, about=account, at=at, facts={"factors": kinds})
    return len(kinds)


@transaction.atomic
def forget_what_is_over(*, at: datetime) -> None:
    """Throw away sessions that ended, and used codes and counted tries that matter no more."""
    Session.objects.filter(expire_date__lt=at).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    Remembered.objects.filter(expires__lt=at).delete()
    AccessAttempt.objects.filter(attempt_time__lt=at - settings.AXES_COOLOFF_TIME).delete()


def password_to_read_out() -> str:
    """Return a password that can be dictated without a mistake, as `kaimo-tuali-reba-4821`."""
    groups = ["".join(secrets.choice(_SYLLABLES) for _ in range(2)) for _ in range(3)]
    return "-".join([*groups, f"{secrets.randbelow(10_000):04}"])


def _managed(officer: Account, *, at: datetime, account_id: int) -> Account:
    rows = accounts_managed_by(officer, on=localdate(at)).select_for_update(of=("self",))
    return find(rows, pk=account_id)


def _end_all(sessions: QuerySet[UserSession]) -> None:
    for session in sessions:
        session.end()
