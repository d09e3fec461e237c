"""Who may come in: the first question of every screen."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django_htmx.http import HttpResponseClientRedirect

from motcua.kernel.errors import NotAllowed

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def signed_in_only(view: View[P]) -> View[P]:
    """Let only signed-in people in; the others sign in first and come back."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return _sign_in_first(request)
        return view(request, *args, **kwargs)

    return guarded


def _sign_in_first(request: HttpRequest) -> HttpResponseBase:
    """Lead to the sign-in page; a part of a page is not replaced by it, the whole page is."""
    if part := getattr(request, "htmx", None):
        page = part.current_url_abs_path or "/"
        return HttpResponseClientRedirect(redirect_to_login(page).url)
    return redirect_to_login(request.get_full_path())


def only_for(act: str) -> Callable[[View[P]], View[P]]:
    """Let only people in whose posts carry an act; refuse the others with `NotAllowed`."""

    def guarding(view: View[P]) -> View[P]:
        @wraps(view)
        @signed_in_only
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.has_perm(act):
                raise NotAllowed(act=act)
            return view(request, *args, **kwargs)

        return guarded

    return guarding
