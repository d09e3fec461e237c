"""Ends sessions whose time is over, and has a password that was given out changed first."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from allauth.account.internal.flows.logout import logout
from django.conf import settings
from django.contrib import messages
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from motcua.foundation.problems import as_problem
from motcua.organisation.accounts import actions
from motcua.organisation.accounts.errors import PasswordMustChange, SessionOver
from motcua.organisation.accounts.rules.sessions import (
    Ending,
    Limits,
    ending_of,
    is_to_be_noted,
)

Answering = Callable[[HttpRequest], HttpResponse]

BEGAN: Final = "began_at"
SEEN: Final = "seen_at"
BY_ITSELF: Final = "Motcua-Poll"
"""The header of a request that a page makes by itself: it keeps nobody signed in."""

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN_MEANWHILE: Final = frozenset(
    {"account_change_password", "account_set_password", "account_logout", "set_language"}
)


def begin(session: SessionBase, *, at: datetime) -> None:
    """Start the clocks of a session."""
    session[BEGAN] = session[SEEN] = int(at.timestamp())


class SessionLifeMiddleware:
    """Signs people out who were away too long, or whose session has lasted a working day."""

    def __init__(self, get_response: Answering) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, unless its session is over."""
        if request.user.is_authenticated:
            ending = self._ending(request, at=timezone.now())
            if ending is not None:
                return self._signed_out(request, ending)
        return self._answer(request)

    def _ending(self, request: HttpRequest, *, at: datetime) -> Ending | None:
        session = request.session
        if BEGAN not in session or SEEN not in session:
            begin(session, at=at)
        seen_at = datetime.fromtimestamp(session[SEEN], tz=UTC)
        ending = ending_of(
            began_at=datetime.fromtimestamp(session[BEGAN], tz=UTC),
            seen_at=seen_at,
            at=at,
            limits=Limits(idle=settings.SESSION_IDLE, longest=settings.SESSION_LONGEST),
        )
        by_hand = BY_ITSELF not in request.headers
        if ending is None and by_hand and is_to_be_noted(seen_at=seen_at, at=at):
            session[SEEN] = int(at.timestamp())
            actions.note_presence(session_key=session.session_key or "", at=at)
        return ending

    def _signed_out(self, request: HttpRequest, ending: Ending) -> HttpResponse:
        request.session_ending = ending.value  # type: ignore[attr-defined]
        logout(request, show_message=False)
        if not request.accepts("text/html"):
            return as_problem(SessionOver())
        messages.info(
            request,
            _("Phiên làm việc đã kết thúc vì lâu không thao tác. Hãy đăng nhập lại để làm tiếp.")
            if ending is Ending.IDLE
            else _("Phiên làm việc đã đủ thời gian của một ngày. Hãy đăng nhập lại để làm tiếp."),
        )
        return led_to(request, "account_login", back=where_from(request))


class PasswordChangeMiddleware:
    """Leads whoever has a password of somebody else's making to the page where it is changed."""

    def __init__(self, get_response: Answering) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, unless it has to wait."""
        if not self._has_to_wait(request):
            return self._answer(request)
        if not request.accepts("text/html"):
            return as_problem(PasswordMustChange())
        return led_to(request, "account_change_password", back=where_from(request))

    def _has_to_wait(self, request: HttpRequest) -> bool:
        if settings.DEMO_MODE or not request.user.is_authenticated:
            return False
        return request.user.must_change_password and _name_of(request) not in OPEN_MEANWHILE


def _name_of(request: HttpRequest) -> str | None:
    try:
        return resolve(request.path_info).url_name
    except Resolver404:
        return None


def where_from(request: HttpRequest) -> str:
    """Return the page to come back to: what was asked for, or where a form was sent from."""
    if getattr(request, "htmx", None):
        page: Any = request.htmx.current_url_abs_path  # type: ignore[attr-defined]
        return page or "/"
    if request.method in SAFE:
        return request.get_full_path()
    referer = urlsplit(request.headers.get("Referer", ""))
    return referer.path if referer.netloc == request.get_host() else "/"


def led_to(request: HttpRequest, url_name: str, *, back: str) -> HttpResponse:
    """Lead to a page of the account and from there back; a part of a page is not to hold it."""
    address = f"{reverse(url_name)}?{urlencode({'next': back})}"
    if getattr(request, "htmx", None):
        return HttpResponseClientRedirect(address)
    return HttpResponseRedirect(address)
