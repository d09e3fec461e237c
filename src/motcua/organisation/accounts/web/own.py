"""The screens of one's own account."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from allauth.mfa.base.views import IndexView
from allauth.mfa.webauthn.views import AddWebAuthnView
from allauth.usersessions.views import ListUserSessionsView
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.organisation.accounts import actions
from motcua.organisation.accounts.asking import can_hold_passkeys
from motcua.organisation.accounts.queries import identities_of, posts_held, security_of
from motcua.organisation.accounts.rules.browsers import browser_in_words
from motcua.organisation.models import Account
from motcua.ui.doors import signed_in_only

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def whole(view: View[P]) -> View[P]:
    """Keep what a form changes together with its entry in the journal, or neither."""

    @wraps(view)
    def wrapped(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return wrapped


def officer_of(request: HttpRequest) -> Account:
    """Return whose account it is; the doors have let nobody else in."""
    account = request.user
    if not isinstance(account, Account):
        raise TypeError(account)
    return account


@signed_in_only
def overview(request: HttpRequest) -> HttpResponse:
    """Show the account: who one is here, and how one signs in."""
    account = officer_of(request)
    return render(
        request,
        "account/overview.html",
        {
            "account": account,
            "posts": posts_held(account, on=localdate()),
            "security": security_of(account),
            "identities": identities_of(account),
        },
    )


class SecondFactorsView(IndexView):  # type: ignore[misc]
    """The second factors, and whether this address can hold a passkey."""

    def render_to_response(self, context: dict[str, Any], **more: Any) -> HttpResponse:
        """Show the factors."""
        known = {
            "passkeys": can_hold_passkeys(self.request),
            "security": security_of(officer_of(self.request)),
        }
        response: HttpResponse = super().render_to_response({**context, **known}, **more)
        return response


class AddPasskeyView(AddWebAuthnView):  # type: ignore[misc]
    """A new passkey, where the address can hold one."""

    def render_to_response(self, context: dict[str, Any], **more: Any) -> HttpResponse:
        """Show what the browser is to be asked for."""
        known = {"passkeys": can_hold_passkeys(self.request)}
        response: HttpResponse = super().render_to_response({**context, **known}, **more)
        return response


class SessionsView(ListUserSessionsView):  # type: ignore[misc]
    """Where one is signed in, and how to end it."""

    def render_to_response(self, context: dict[str, Any], **more: Any) -> HttpResponse:
        """Show the sessions with what people call their browsers, this one first."""
        rows = [
            {
                "session": session,
                "is_here": session.is_current(),
                "browser": browser_in_words(session.user_agent),
            }
            for session in reversed(context["sessions"])
        ]
        known = {"rows": sorted(rows, key=lambda row: not row["is_here"])}
        response: HttpResponse = super().render_to_response({**context, **known}, **more)
        return response


@require_POST
@signed_in_only
def end_session(request: HttpRequest, session_id: int) -> HttpResponse:
    """End one session elsewhere."""
    actions.end_session(session_id=session_id, account=officer_of(request), at=timezone.now())
    messages.success(request, _("Đã kết thúc phiên làm việc ở thiết bị kia."))
    return redirect("usersessions_list")
