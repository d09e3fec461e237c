"""Who signs in, how, and for how long."""

import json
import re
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from motcua.config.env import (
    CONTACT,
    DEMO,
    HOME,
    HOSTS,
    HTTPS,
    IDLE_MINUTES,
    OIDC_CLIENT,
    OIDC_ISSUER,
    OIDC_NAME,
    OIDC_SECRET_FILE,
    PROXIES,
    SESSION_HOURS,
    SettingRefused,
)
from motcua.config.settings.screens import CONTENT_POLICY

_ACCOUNTS = "motcua.organisation.accounts"

ACCOUNT_APPS = (
    _ACCOUNTS,
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "axes",
)
"""They come after the areas, whose pages go before allauth's own."""

ACCOUNT_MIDDLEWARE = (
    "allauth.account.middleware.AccountMiddleware",
    f"{_ACCOUNTS}.middleware.SessionLifeMiddleware",
    f"{_ACCOUNTS}.middleware.PasswordChangeMiddleware",
    "axes.middleware.AxesMiddleware",
)

AUTH_USER_MODEL = "organisation.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
    "motcua.organisation.policies.PostBackend",
]
_DJANGO_SAYS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"{_ACCOUNTS}.validators.LongEnoughValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_DJANGO_SAYS}.CommonPasswordValidator"},
    {"NAME": f"{_DJANGO_SAYS}.NumericPasswordValidator"},
    {"NAME": f"{_ACCOUNTS}.validators.NotNearAtHandValidator"},
    {"NAME": f"{_ACCOUNTS}.validators.NotANameValidator"},
]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = LOGIN_URL
SIGN_IN_CONTACT = CONTACT.read()

# By name and password; nobody opens an account by themselves, and nothing goes by mail.
ACCOUNT_ADAPTER = f"{_ACCOUNTS}.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_USER_DISPLAY = f"{_ACCOUNTS}.adapter.display_name"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS.read() else "http"
ACCOUNT_FORMS = {
    "login": f"{_ACCOUNTS}.forms.SignInForm",
    "change_password": f"{_ACCOUNTS}.forms.PasswordChangeForm",
    "set_password": f"{_ACCOUNTS}.forms.PasswordSetForm",
    "reauthenticate": f"{_ACCOUNTS}.forms.ConfirmForm",
}
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",  # a whole office may come from one address
    "login_failed": "60/m/ip,5/300s/key",  # codes of the second factor; passwords axes counts
    "password_failed_from_address": "100/h/ip",
}

# Codes of an app, passkeys, recovery codes.
MFA_ADAPTER = f"{_ACCOUNTS}.adapter.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Motcua"
MFA_TOTP_TOLERANCE = 1
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
MFA_FORMS = {
    "authenticate": f"{_ACCOUNTS}.forms.SecondFactorForm",
    "reauthenticate": f"{_ACCOUNTS}.forms.ConfirmByCodeForm",
    "activate_totp": f"{_ACCOUNTS}.forms.AppForm",
    "add_webauthn": f"{_ACCOUNTS}.forms.PasskeyForm",
    "edit_webauthn": f"{_ACCOUNTS}.forms.PasskeyNameForm",
}

# An outside identity opens the account that it was connected to, and no other.
SOCIALACCOUNT_ADAPTER = f"{_ACCOUNTS}.adapter.SocialAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_STORE_TOKENS = False


def identity_provider(
    *, name: str, issuer: str, client: str, secret_file: Path | None
) -> dict[str, Any]:
    """Return the identity provider as allauth wants it; all four are given or none is.

    Its identifier is made of its address, so nobody of one provider is ever taken for somebody of
    the next, and it stands in the address that the provider sends people back to.
    """
    given = {
        OIDC_NAME.name: name,
        OIDC_ISSUER.name: issuer,
        OIDC_CLIENT.name: client,
        OIDC_SECRET_FILE.name: secret_file,
    }
    if not any(given.values()):
        return {}
    for variable, value in given.items():
        if not value:
            raise SettingRefused(name=variable, value="", expected="đủ cả bốn biến MOTCUA_OIDC_…")
    where = urlsplit(issuer)
    return {
        "provider_id": re.sub(r"[^a-z0-9]+", "-", f"{where.netloc}{where.path}".lower()).strip("-"),
        "name": name,
        "client_id": client,
        "secret": _secret_in(secret_file),
        "settings": {
            "server_url": issuer,
            "scope": ["openid"],
            "fetch_userinfo": False,
            "oauth_pkce_enabled": True,
        },
    }


def _secret_in(file: Path | None) -> str:
    try:
        return file.read_text("utf-8").strip() if file else ""
    except (OSError, UnicodeDecodeError):
        raise SettingRefused(
            name=OIDC_SECRET_FILE.name, value=str(file), expected="tệp văn bản đọc được"
        ) from None


_PROVIDER = identity_provider(
    name=OIDC_NAME.read(),
    issuer=OIDC_ISSUER.read(),
    client=OIDC_CLIENT.read(),
    secret_file=OIDC_SECRET_FILE.read(),
)
IDENTITY_PROVIDER_NAME: str = _PROVIDER.get("name", "")
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [_PROVIDER] if _PROVIDER else []}}
if _PROVIDER:
    _where = urlsplit(OIDC_ISSUER.read())
    CONTENT_POLICY["form-action"] += (f"{_where.scheme}://{_where.netloc}",)

# Five failures close a name at an address for a quarter of an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_CALLABLE = f"{_ACCOUNTS}.asking.name_tried"
AXES_CLIENT_IP_CALLABLE = f"{_ACCOUNTS}.asking.address_of"
AXES_LOCKOUT_CALLABLE = f"{_ACCOUNTS}.web.entering.locked_out"
AXES_DISABLE_ACCESS_LOG = True  # the journal has it
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = [
    *("username", "login", "ip_address", "csrfmiddlewaretoken", "code", "credential"),
    *("oldpassword", "password1", "password2"),
]

USERSESSIONS_ADAPTER = f"{_ACCOUNTS}.adapter.SessionsAdapter"

SESSION_IDLE = timedelta(minutes=IDLE_MINUTES.read())
SESSION_LONGEST = timedelta(hours=SESSION_HOURS.read())
SESSION_COOKIE_AGE = int(SESSION_LONGEST.total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS.read()
SESSION_COOKIE_NAME = "__Host-motcua" if HTTPS.read() else "motcua"
if HTTPS.read():
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    CSRF_TRUSTED_ORIGINS = [
        f"https://{'*' if host.startswith('.') else ''}{host}" for host in HOSTS.read()
    ]

ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES.read()
if ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_remembered",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
"""Used codes and counted tries, which all processes must know of together."""


class DemoAccount(NamedTuple):
    """An account of the example province, with its password for everybody to see."""

    username: str
    password: str
    role: str
    unit: str


def demo_accounts(home: Path) -> Sequence[DemoAccount]:
    """Return what the example province wrote into `demo.json`: rows of four texts."""
    place = home / "demo.json"
    if not place.exists():
        return ()
    return tuple(DemoAccount(*row) for row in json.loads(place.read_text("utf-8")))


DEMO_ACCOUNTS: Sequence[DemoAccount] = demo_accounts(HOME.read()) if DEMO.read() else ()
