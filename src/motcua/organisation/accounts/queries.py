"""What is known of an account's signing in, for the person whose account it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Q, QuerySet

from motcua.organisation.accounts.rules.lockout import Failures, locked_until, name_as_counted
from motcua.organisation.models import Account, Post
from motcua.organisation.queries import holding_on, units_open_to, units_wholly_open_to
from motcua.organisation.rules.acts import Act, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """By which means somebody signs in, and how many of each there are."""

    has_password: bool
    has_app: bool
    passkeys: int
    codes_left: int
    sessions: int
    identities: Sequence[str]


def security_of(account: Account) -> Security:
    """Return by which means somebody signs in."""
    factors = list(factors_of(account))
    kinds = [factor.type for factor in factors]
    codes = next((factor for factor in factors if factor.type == "recovery_codes"), None)
    return Security(
        has_password=account.has_usable_password(),
        has_app="totp" in kinds,
        passkeys=kinds.count("webauthn"),
        codes_left=len(codes.wrap().get_unused_codes()) if codes else 0,
        sessions=sessions_of(account).count(),
        identities=tuple(identities_of(account).values_list("provider", flat=True)),
    )


def sessions_of(account: Account) -> QuerySet[UserSession]:
    """Return where somebody is signed in, the newest first."""
    rows: QuerySet[UserSession] = UserSession.objects.filter(user=account)
    return rows.order_by("-created_at", "-pk")


def factors_of(account: Account) -> QuerySet[Authenticator]:
    """Return somebody's second factors: app, passkeys, recovery codes."""
    rows: QuerySet[Authenticator] = Authenticator.objects.filter(user=account)
    return rows.order_by("pk")


def identities_of(account: Account) -> QuerySet[SocialAccount]:
    """Return the outside identities that somebody signs in with."""
    rows: QuerySet[SocialAccount] = SocialAccount.objects.filter(user=account)
    return rows.order_by("pk")


def posts_held(account: Account, *, on: date) -> QuerySet[Post]:
    """Return the posts that somebody holds on a day."""
    held = Post.objects.filter(holding_on(on), account=account)
    return held.select_related("unit", "role").order_by("unit__name", "role__name")


def account_named(username: str) -> Account | None:
    """Return the account that somebody means by a name, whatever its case."""
    return Account.objects.filter(username__iexact=username).first() if username else None


def reopens_at(username: str, *, address: str | None, at: datetime) -> datetime | None:
    """Return when a name may be tried again at an address, or nothing if it is not locked."""
    rows = AccessAttempt.objects.filter(
        username=name_as_counted(username), ip_address=address
    ).values_list("failures_since_start", "attempt_time")
    return locked_until(
        [Failures(count=count, last_at=last_at) for count, last_at in rows],
        limit=settings.AXES_FAILURE_LIMIT,
        lasts=settings.AXES_COOLOFF_TIME,
        at=at,
    )


def accounts_managed_by(officer: Account, *, on: date) -> QuerySet[Account]:
    """Return the accounts whose keys are somebody's to give out on a day.

    Not those of people who hold a post, now or later, that reaches further than the officer does:
    who gives somebody a password could sign in as that person.
    """
    open_units = units_open_to(officer, act=Act.MANAGE_ACCOUNTS, on=on).values("pk")
    wholly = units_wholly_open_to(officer, act=Act.MANAGE_ACCOUNTS, on=on).values("pk")
    to_come = Post.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on))
    beyond = to_come.exclude(unit__in=open_units) | to_come.filter(scope=Scope.BELOW).exclude(
        unit__in=wholly
    )
    rows = Account.objects.filter(unit__in=open_units)
    return rows.exclude(pk__in=beyond.values("account_id"))
