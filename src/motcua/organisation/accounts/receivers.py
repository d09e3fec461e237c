"""Enters what others announce about signing in: Django, allauth and axes."""

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.signals import password_changed, password_set, user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from allauth.socialaccount.signals import social_account_added, social_account_removed
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from motcua.organisation.accounts import actions
from motcua.organisation.accounts.asking import whereabouts
from motcua.organisation.accounts.middleware import begin
from motcua.organisation.models import Account


def means_of(request: HttpRequest, account: Account) -> list[str]:
    """Return by which means somebody showed who they are, in the order they did."""
    return [
        record.get("type") or record.get("provider") or record["method"]
        for record in get_authentication_records(request, account)
        if not record.get("reauthenticated")
    ]


def is_refused_unasked(request: HttpRequest) -> bool:
    """Tell whether the name was locked already, so that no password was looked at."""
    locked = bool(getattr(request, "axes_locked_out", False))
    return locked and getattr(request, "axes_failures_since_start", None) is None


@receiver(user_logged_in)
def enter_sign_in(request: HttpRequest, user: Account, **_: Any) -> None:
    """Somebody is in: every factor was shown."""
    at = timezone.now()
    begin(request.session, at=at)
    facts = {"means": means_of(request, user), **whereabouts(request)}
    actions.note("signed_in", account=user, at=at, facts=facts)


@receiver(user_login_failed)
def enter_failure(
    credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any
) -> None:
    """A password was wrong, or not asked for because the name is locked."""
    if request is None:
        return
    asked_again = getattr(request, "user", None)
    confirming = asked_again is not None and asked_again.is_authenticated
    actions.note_failure(
        username=str(credentials.get("username") or ""),
        at=timezone.now(),
        act="confirmation_failed" if confirming else "sign_in_failed",
        facts={
            "means": ["password"],
            "locked": is_refused_unasked(request),
            **whereabouts(request),
        },
    )


@receiver(user_locked_out)
def enter_lock(request: HttpRequest, username: str | None, **_: Any) -> None:
    """A name was locked at an address; tries while it is locked are failures and nothing more."""
    if is_refused_unasked(request):
        return
    facts = {"failures": request.axes_failures_since_start, **whereabouts(request)}  # type: ignore[attr-defined]
    actions.note_failure(username=username or "", at=timezone.now(), act="locked_out", facts=facts)


@receiver(user_logged_out)
def enter_sign_out(request: HttpRequest, user: Account | None, **_: Any) -> None:
    """Somebody left, or was signed out because the time was over."""
    if user is None:
        return
    ending = getattr(request, "session_ending", None)
    act, facts = ("session_ended", {"because": ending}) if ending else ("signed_out", {})
    actions.note(act, account=user, at=timezone.now(), facts={**facts, **whereabouts(request)})


@receiver([password_changed, password_set])
def enter_password(request: HttpRequest, user: Account, **_: Any) -> None:
    """Somebody has a new password, and their other sessions are over."""
    actions.note("password_changed", account=user, at=timezone.now(), facts=whereabouts(request))


@receiver(authentication_failed)
def enter_wrong_code(
    request: HttpRequest,
    user: Account,
    authenticator: Authenticator,
    *,
    reauthentication: bool = False,
    **_: Any,
) -> None:
    """The password was right and the code was not."""
    actions.note_failure(
        username=user.username,
        at=timezone.now(),
        act="confirmation_failed" if reauthentication else "sign_in_failed",
        facts={"means": [authenticator.type], **whereabouts(request)},
    )


@receiver(authenticator_added)
def enter_new_factor(
    request: HttpRequest, user: Account, authenticator: Authenticator, **_: Any
) -> None:
    """Somebody has one more factor."""
    _enter_factor("factor_added", request, user, authenticator)


@receiver(authenticator_removed)
def enter_lost_factor(
    request: HttpRequest, user: Account, authenticator: Authenticator, **_: Any
) -> None:
    """Somebody has one factor less."""
    _enter_factor("factor_removed", request, user, authenticator)


@receiver(authenticator_reset)
def enter_new_codes(
    request: HttpRequest, user: Account, authenticator: Authenticator, **_: Any
) -> None:
    """Somebody has new recovery codes and the old ones are void."""
    _enter_factor("factor_renewed", request, user, authenticator)


def _enter_factor(
    act: str, request: HttpRequest, account: Account, authenticator: Authenticator
) -> None:
    facts = {"factor": authenticator.type, **whereabouts(request)}
    actions.note(act, account=account, at=timezone.now(), facts=facts)


@receiver(social_account_added)
def enter_identity(request: HttpRequest, sociallogin: Any, **_: Any) -> None:
    """Somebody connected an outside identity."""
    facts = {"provider": sociallogin.account.provider, **whereabouts(request)}
    actions.note("identity_connected", account=sociallogin.user, at=timezone.now(), facts=facts)


@receiver(social_account_removed)
def enter_lost_identity(request: HttpRequest, socialaccount: Any, **_: Any) -> None:
    """Somebody took an outside identity off."""
    facts = {"provider": socialaccount.provider, **whereabouts(request)}
    actions.note("identity_removed", account=socialaccount.user, at=timezone.now(), facts=facts)
