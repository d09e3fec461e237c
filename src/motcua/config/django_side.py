"""The Django side of the program, set up when a command first needs it.

A module that is imported by name here may import models at its top, as all of them do; the edges
that parse arguments stay free of Django, so that `motcua --help` answers at once.
"""

import os
from importlib import import_module
from types import ModuleType
from typing import Final

from motcua.config.env import DATABASE, SettingRefused

SETTINGS: Final = "motcua.config.settings.base"


def loaded(name: str) -> ModuleType:
    """Set Django up, if it is not yet, and return a module of the Django side.

    From then on this process makes files that only its owner may read: there are people in them.
    """
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    _check_the_database_address()
    import_module("django").setup()
    return import_module(name)


def _check_the_database_address() -> None:
    """Refuse an address that cannot be read in the words of the variable it stands in."""
    if address := DATABASE.read():
        try:
            import_module("dj_database_url").parse(address)
        except ValueError:  # the address itself is not said: it holds a password
            raise SettingRefused(name=DATABASE.name, value="…", expected=DATABASE.kind) from None
