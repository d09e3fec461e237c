"""The style, scripts and icons of the screens are collected when they have changed."""

import hashlib
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from whitenoise.storage import MissingFileError

from motcua.config.database import alone
from motcua.config.errors import ScreensIncomplete


def collect_if_changed() -> bool:
    """Collect the files that browsers load, unless they are as they were; tell whether it did.

    Refuses with `ScreensIncomplete` when the style names files that were never fetched.
    """
    stamp = Path(settings.HOME_FOLDER) / "static.stamp"
    with alone():
        present = fingerprint()
        collected = stamp.exists() and Path(settings.STATIC_ROOT).is_dir()
        if collected and stamp.read_text("ascii") == present:
            return False
        try:
            call_command(
                "collectstatic", interactive=False, clear=True, verbosity=0, stderr=StringIO()
            )
        except MissingFileError as missing:
            raise ScreensIncomplete from missing
        stamp.write_text(present, "ascii")
    return True


def fingerprint() -> str:
    """Return what changes when a file is added, removed or changed, or served in another way."""
    seen = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    seen.update(str(settings.STATIC_ROOT).encode())
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda found: found[0]):
            file = Path(storage.path(path)).stat()
            seen.update(f"{path}\0{file.st_size}\0{file.st_mtime_ns}\n".encode())
    return seen.hexdigest()
