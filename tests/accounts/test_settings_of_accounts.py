"""The variables by which an operator says how people sign in."""

import json
import os
import subprocess
import sys

import pytest

from motcua.config.env import (
    IDLE_MINUTES,
    OIDC_ISSUER,
    PROXIES,
    SESSION_HOURS,
    SettingRefused,
)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("https://dinh-danh.example/can-bo/", "https://dinh-danh.example/can-bo"),
        ("http://127.0.0.1:8001", "http://127.0.0.1:8001"),
        ("http://localhost", "http://localhost"),
        ("", ""),
    ],
)
def test_an_identity_provider_is_asked_over_an_encrypted_line_or_on_this_machine(said, read):
    assert OIDC_ISSUER.read({"MOTCUA_OIDC_ISSUER": said}) == read


@pytest.mark.parametrize(
    "said",
    ["http://dinh-danh.example", "http://127.0.0.1.example", "dinh-danh.example", "https://"],
)
def test_any_other_is_refused(said):
    with pytest.raises(SettingRefused):
        OIDC_ISSUER.read({"MOTCUA_OIDC_ISSUER": said})


@pytest.mark.parametrize(
    ("variable", "least", "most"),
    [(IDLE_MINUTES, 1, 480), (SESSION_HOURS, 1, 24), (PROXIES, 0, 5)],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_number_stands_within_its_bounds(variable, least, most):
    for number in (least, most):
        assert variable.read({variable.name: str(number)}) == number
    for wrong in (str(least - 1), str(most + 1), "nửa giờ", "1.5"):
        with pytest.raises(SettingRefused):
            variable.read({variable.name: wrong})


def test_by_itself_a_session_lasts_half_an_hour_idle_and_eight_hours_in_all():
    assert (IDLE_MINUTES.read({}), SESSION_HOURS.read({}), PROXIES.read({})) == (30, 8, 0)


def settings_with(tmp_path, *names, **variables):
    """Return settings as an installation with these variables has them."""
    code = (
        "import json, motcua.config.settings.base as it; "
        f"print(json.dumps({{name: getattr(it, name, None) for name in {names!r}}}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "MOTCUA_HOME": str(tmp_path), **variables},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_over_https_cookies_are_encrypted_and_bound_to_the_host(tmp_path):
    """The prefix has browsers refuse such a cookie from any other host or an open line."""
    names = (
        *("SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"),
        *("CSRF_TRUSTED_ORIGINS", "SECURE_HSTS_SECONDS", "SECURE_PROXY_SSL_HEADER"),
    )
    known = settings_with(
        tmp_path,
        *names,
        MOTCUA_HTTPS="1",
        MOTCUA_HOSTS="motcua.example.vn,.daison.example.vn",
        MOTCUA_PROXIES="1",
    )
    assert known == {
        "SESSION_COOKIE_NAME": "__Host-motcua",
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "CSRF_TRUSTED_ORIGINS": ["https://motcua.example.vn", "https://*.daison.example.vn"],
        "SECURE_HSTS_SECONDS": 31_536_000,
        "SECURE_PROXY_SSL_HEADER": ["HTTP_X_FORWARDED_PROTO", "https"],
    }


def test_forms_may_lead_to_the_identity_provider_and_nowhere_else(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("giữa hai bên")
    known = settings_with(
        tmp_path,
        "CONTENT_POLICY",
        "SECURE_PROXY_SSL_HEADER",
        MOTCUA_OIDC_NAME="VNeID",
        MOTCUA_OIDC_ISSUER="https://dinh-danh.example/can-bo",
        MOTCUA_OIDC_CLIENT="motcua",
        MOTCUA_OIDC_SECRET_FILE=str(secret),
    )
    assert known["CONTENT_POLICY"]["form-action"] == ["'self'", "https://dinh-danh.example"]
    assert known["SECURE_PROXY_SSL_HEADER"] is None
