"""Opening accounts, appointing people to posts, ending posts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from motcua.audit.actions import record
from motcua.audit.ports import Actor
from motcua.foundation.reading import find
from motcua.organisation.actions.units import life_of, span_of
from motcua.organisation.errors import (
    AccountClosed,
    AccountOpen,
    DaysInWrongOrder,
    OwnAccount,
    OwnKeys,
    PasswordRefused,
    PostEndedAlready,
    PostHeldAlready,
    RoleUnknown,
    UnitNotThere,
    UsernameTaken,
)
from motcua.organisation.models import Account, Post, Role, Unit
from motcua.organisation.queries import (
    acts_carried_by,
    acts_of,
    units_open_to,
    units_wholly_open_to,
)
from motcua.organisation.rules.acts import Act, Scope
from motcua.organisation.rules.people import checked_username
from motcua.organisation.rules.roles import check_grant
from motcua.organisation.rules.spans import Span, checked_span
from motcua.organisation.rules.texts import optional, required

MANAGE = Act.MANAGE_ACCOUNTS


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """A person who is to sign in."""

    full_name: str
    username: str
    unit_id: int
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A post that somebody is to hold; `valid_to` is the first day on which it is over."""

    account_id: int
    unit_id: int
    role: str
    valid_from: date
    valid_to: date | None = None
    scope: Scope = Scope.OWN
    title: str = ""


@transaction.atomic
def create_account(new: NewAccount, *, password: str, by: Actor, at: datetime) -> Account:
    """Open an account for a person of a unit; the password is for the first signing in alone.

    Refuses with `NotFound` for the unit, `UnitNotThere` on that day, `FieldMissing`,
    `FieldTooLong`, `UsernameInvalid`, `UsernameTaken`, `PasswordRefused`.
    """
    unit = _unit_today(new.unit_id, by=by, at=at)
    account = Account(
        full_name=required(new.full_name, field="full_name", limit=150),
        username=checked_username(new.username),
        email=optional(new.email, field="email", limit=254),
        unit=unit,
        must_change_password=True,
        date_joined=at,
    )
    if Account.objects.filter(username__iexact=account.username).exists():
        raise UsernameTaken(username=account.username, field="username")
    account.set_password(_checked_password(password, account=account))
    account.save(force_insert=True)
    facts = {"full_name": account.full_name, "username": account.username, "unit": unit.name}
    record(act="organisation.account.opened", by=by, about=account, at=at, facts=facts)
    return account


@transaction.atomic
def move_account(account_id: int, *, unit_id: int, by: Actor, at: datetime) -> Account:
    """Say that a person belongs to another unit from now on, as after a reform.

    The posts stay as they are. Refuses with `NotFound` for either, `UnitNotThere`, `OwnAccount`.
    """
    account = find(_accounts_to_change(by, at=at), pk=account_id)
    _check_other(account, by=by)
    unit = _unit_today(unit_id, by=by, at=at)
    before, account.unit = account.unit, unit
    account.save(update_fields=["unit", "name_key"])
    facts = {"before": before.name, "after": unit.name}
    record(act="organisation.account.moved", by=by, about=account, at=at, facts=facts)
    return account


@transaction.atomic
def close_account(account_id: int, *, because: str, by: Actor, at: datetime) -> Account:
    """Let a person in no more, from the next click on; what the person did stays.

    Refuses with `NotFound`, `FieldMissing` without a reason, `AccountClosed`, `OwnAccount`.
    """
    account = find(_accounts_to_change(by, at=at), pk=account_id)
    _check_other(account, by=by)
    because = required(because, field="because", limit=200)
    if not account.is_active:
        raise AccountClosed(field="account")
    account.is_active = False
    account.save(update_fields=["is_active", "name_key"])
    record(
        act="organisation.account.closed",
        by=by,
        about=account,
        at=at,
        facts={"because": because, "unit": account.unit.name},
    )
    return account


@transaction.atomic
def reopen_account(account_id: int, *, because: str, by: Actor, at: datetime) -> Account:
    """Let a person in again whose account was closed, with the posts that have not ended.

    Refuses with `NotFound`, `FieldMissing` without a reason, `AccountOpen`.
    """
    account = find(_accounts_to_change(by, at=at), pk=account_id)
    because = required(because, field="because", limit=200)
    if account.is_active:
        raise AccountOpen(field="account")
    account.is_active = True
    account.save(update_fields=["is_active", "name_key"])
    facts = {"because": because}
    record(act="organisation.account.reopened", by=by, about=account, at=at, facts=facts)
    return account


@transaction.atomic
def appoint(appointment: Appointment, *, by: Actor, at: datetime) -> Post:
    """Appoint a person to a post at a unit, of whatever unit the person is.

    Refuses with `NotFound` for the unit or the person, `AccountClosed`, `RoleUnknown`,
    `RoleBeyondYours`, `ScopeBeyondYours`, `DaysInWrongOrder`, `UnitNotThere` in all those days,
    `PostHeldAlready`.
    """
    unit = find(_units_to_staff(by, at=at), pk=appointment.unit_id)
    account = find(Account.objects.select_for_update(), pk=appointment.account_id)
    if not account.is_active:
        raise AccountClosed(field="account")
    role = _role(appointment.role)
    _check_grant(role, unit=unit, scope=appointment.scope, by=by, at=at)
    span = _span_at(unit, appointment=appointment)
    _check_not_held(account, unit=unit, role=role, span=span)
    post = Post.objects.create(
        account=account,
        unit=unit,
        role=role,
        scope=appointment.scope.value,
        title=optional(appointment.title, field="title", limit=100),
        valid_from=span.valid_from,
        valid_to=span.valid_to,
    )
    facts = {
        "full_name": account.full_name,
        "unit": unit.name,
        "role": role.name,
        "scope": post.scope,
        "valid_from": post.valid_from,
        "valid_to": post.valid_to,
    }
    record(act="organisation.post.given", by=by, about=account, at=at, facts=facts)
    return post


@transaction.atomic
def end_post(post_id: int, *, on: date, because: str, by: Actor, at: datetime) -> Post:
    """End a post: `on` is the first day on which the person holds it no more.

    Refuses with `NotFound`, `FieldMissing` without a reason, `PostEndedAlready`,
    `DaysInWrongOrder`, `OwnKeys`.
    """
    units = _units_to_staff(by, at=at).values("pk")
    rows = Post.objects.select_for_update(of=("self",)).select_related("account", "unit", "role")
    post = find(rows.filter(unit__in=units), pk=post_id)
    because = required(because, field="because", limit=200)
    if post.account_id == by.pk and post.role.acts.filter(act=MANAGE).exists():
        raise OwnKeys(field="post")
    if post.valid_to is not None and post.valid_to <= on:
        raise PostEndedAlready(ends_on=post.valid_to, field="valid_to")
    if on <= post.valid_from:
        raise DaysInWrongOrder(valid_from=post.valid_from, valid_to=on, field="valid_to")
    post.valid_to = on
    post.save(update_fields=["valid_to"])
    facts = {
        "full_name": post.account.full_name,
        "unit": post.unit.name,
        "role": post.role.name,
        "valid_to": on,
        "because": because,
    }
    record(act="organisation.post.ended", by=by, about=post.account, at=at, facts=facts)
    return post


def _units_to_staff(by: Actor, *, at: datetime) -> QuerySet[Unit]:
    return units_open_to(by, act=MANAGE, on=localdate(at))


def _accounts_to_change(by: Actor, *, at: datetime) -> QuerySet[Account]:
    rows = Account.objects.select_for_update(of=("self",)).select_related("unit")
    if not isinstance(by, Account):
        return rows
    return rows.filter(unit__in=_units_to_staff(by, at=at).values("pk"))


def _unit_today(unit_id: int, *, by: Actor, at: datetime) -> Unit:
    unit = find(_units_to_staff(by, at=at), pk=unit_id)
    if not life_of(unit).span.holds_on(localdate(at)):
        raise UnitNotThere(unit=unit.name, on=localdate(at), field="unit")
    return unit


def _check_other(account: Account, *, by: Actor) -> None:
    if account.pk == by.pk:
        raise OwnAccount(field="account")


def _checked_password(password: str, *, account: Account) -> str:
    try:
        validate_password(password, user=account)
    except ValidationError as wrong:
        raise PasswordRefused(reasons=wrong.messages, field="password") from None
    return password


def _role(code: str) -> Role:
    role = Role.objects.filter(code=code).first()
    if role is None:
        raise RoleUnknown(role=code[:40], field="role")
    return role


def _check_grant(role: Role, *, unit: Unit, scope: Scope, by: Actor, at: datetime) -> None:
    if not isinstance(by, Account):
        return
    on = localdate(at)
    check_grant(
        acts_carried_by(role),
        scope=scope,
        held=acts_of(by, on=on),
        reaches_below=units_wholly_open_to(by, act=MANAGE, on=on).filter(pk=unit.pk).exists(),
    )


def _span_at(unit: Unit, *, appointment: Appointment) -> Span:
    """Return the days of a post: it ends with the unit at the latest."""
    span = checked_span(appointment.valid_from, appointment.valid_to)
    life = span_of(unit)
    if not life.holds_on(span.valid_from):
        raise UnitNotThere(unit=unit.name, on=span.valid_from, field="valid_from")
    if span.outlasts(life):
        return checked_span(span.valid_from, life.valid_to)
    return span


def _check_not_held(account: Account, *, unit: Unit, role: Role, span: Span) -> None:
    held: Sequence[Post] = list(account.posts.filter(unit=unit, role=role))
    for post in held:
        if span_of(post).meets(span):
            raise PostHeldAlready(valid_from=post.valid_from, field="valid_from")
