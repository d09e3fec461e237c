"""Secrets that the installation makes for itself."""

import os
import secrets
from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def secret_key(home: Path) -> str:
    """Return the key that signs sessions; made on first use and readable by its owner only.

    Written aside and linked into place, so two processes that start at once agree on one key.
    """
    place = home / "keys" / "secret.key"
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
        aside = place.with_name(f"secret-{os.getpid()}-{secrets.token_hex(4)}")
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(64))
        try:
            os.link(aside, place)
        except FileExistsError:
            pass
        finally:
            aside.unlink()
    return place.read_text("ascii")
