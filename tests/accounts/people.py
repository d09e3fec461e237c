"""What people do to sign in, as their browsers send it."""

import time

from allauth.mfa.totp.internal import auth
from django.urls import reverse

from accounts.factories import PHRASE
from motcua.audit.models import Entry

SIGN_IN = "/tai-khoan/dang-nhap/"


def sign_in(client, username, password=PHRASE, **more):
    return client.post(SIGN_IN, {"login": username, "password": password}, **more)


def confirm(client, password=PHRASE):
    """Show once more who one is, as is asked before anything that matters."""
    return client.post(reverse("account_reauthenticate"), {"password": password})


def code_of(secret, *, steps_ago=0):
    """Return what the app shows, now or some half minutes ago."""
    counter = int(time.time()) // 30 - steps_ago
    return auth.format_hotp_value(auth.hotp_value(secret, counter))


def install_app(client):
    """Set up an app and return its secret; the client is signed in and has confirmed."""
    client.get(reverse("mfa_activate_totp"))
    secret = client.session["mfa.totp.secret"]
    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    return secret


def acts(about=None):
    """Return the acts in the journal, the oldest first."""
    entries = Entry.objects.order_by("pk")
    if about is not None:
        entries = entries.filter(about=f"organisation.account:{about.pk}")
    return [entry.act for entry in entries]


def last_entry():
    return Entry.objects.order_by("pk").last()
