"""Keeps the secrets of second factors unreadable in the database and in copies of it."""

import base64
import hashlib
from typing import Final

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings

_PURPOSE: Final = "motcua.accounts.sealing:"


def sealed(secret: str) -> str:
    """Return a secret so that only who has the installation's key can read it."""
    return _keys().encrypt(secret.encode()).decode("ascii")


def opened(text: str) -> str:
    """Return what was sealed, also with a key that was the installation's before."""
    return _keys().decrypt(text.encode("ascii")).decode()


def _keys() -> MultiFernet:
    present_first = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(str(key))) for key in present_first])


def _derived(key: str) -> bytes:
    """Return a key of the length that is wanted; the installation's own is long and random."""
    return base64.urlsafe_b64encode(hashlib.sha256((_PURPOSE + key).encode()).digest())
