"""The screens before signing in."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import requests
from allauth.account.views import AccountInactiveView, LoginView
from allauth.mfa.webauthn.views import LoginWebAuthnView
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.openid_connect import views as identity_views
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from motcua.organisation.accounts import actions
from motcua.organisation.accounts.asking import (
    address_of,
    can_hold_passkeys,
    name_tried,
    whereabouts,
)
from motcua.organisation.accounts.errors import IdentityProviderSilent
from motcua.organisation.accounts.queries import reopens_at


class SignInView(LoginView):  # type: ignore[misc]
    """Name and password, a passkey, or an outside identity."""

    def render_to_response(self, context: dict[str, Any], **more: Any) -> HttpResponse:
        """Show the page with whatever else it offers."""
        offers = {
            "passkeys": can_hold_passkeys(self.request),
            "providers": get_adapter().list_providers(self.request),
            "contact": settings.SIGN_IN_CONTACT,
            "demo_accounts": settings.DEMO_ACCOUNTS if settings.DEMO_MODE else (),
        }
        response: HttpResponse = super().render_to_response({**context, **offers}, **more)
        return response


class InactiveView(AccountInactiveView):  # type: ignore[misc]
    """The account is not used any more."""

    extra_context: Mapping[str, Any] = {"contact": settings.SIGN_IN_CONTACT}


class SignInByPasskeyView(LoginWebAuthnView):  # type: ignore[misc]
    """A passkey instead of name and password."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Enter that a passkey did not open."""
        facts = {"means": ["webauthn"], **whereabouts(self.request)}
        actions.note_failure(username="", at=timezone.now(), facts=facts)
        response: HttpResponse = super().form_invalid(form)
        return response


def go_to_identity_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead to the identity provider, or say that it does not answer."""
    with _listening():
        response: HttpResponse = identity_views.login(request, provider_id)
    return response


def back_from_identity_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take what the provider says of whom it saw, or say that it does not answer."""
    with _listening():
        response: HttpResponse = identity_views.callback(request, provider_id)
    return response


@contextmanager
def _listening() -> Iterator[None]:
    """Refuse where the provider cannot be reached: allauth lets that fault through."""
    try:
        yield
    except requests.RequestException as error:
        raise IdentityProviderSilent(name=settings.IDENTITY_PROVIDER_NAME) from error


def locked_out(
    request: HttpRequest, response: HttpResponse, credentials: Mapping[str, Any] | None
) -> HttpResponse:
    """Say until when the name is locked here, and whom to ask (a hook of axes)."""
    del response
    at = timezone.now()
    name = name_tried(request, credentials) or ""
    until = reopens_at(name, address=address_of(request), at=at) or at + settings.AXES_COOLOFF_TIME
    seconds = max(1, int((until - at).total_seconds()))
    page = render(
        request,
        "account/locked_out.html",
        {
            "until": until,
            "minutes": -(-seconds // 60),
            "failures": settings.AXES_FAILURE_LIMIT,
            "contact": settings.SIGN_IN_CONTACT,
        },
        status=429,
    )
    page.headers["Retry-After"] = str(seconds)
    return page
