"""People as accounts name them."""

import re
from typing import Final

from motcua.kernel.text import composed, folded
from motcua.organisation.errors import UsernameInvalid

_USERNAME: Final = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,60}[a-z0-9])?")


def checked_username(text: str) -> str:
    """Return a name to sign in with as it is kept, in small letters; refuses others."""
    name = composed(text).lower()
    if _USERNAME.fullmatch(name) is None:
        raise UsernameInvalid(said=text[:80], field="username")
    return name


def name_key(full_name: str) -> str:
    """Return what a person is sorted and searched by: the given name first, without marks.

    `Nguyễn Thị Ánh` is `anh nguyen thi`.
    """
    words = folded(full_name).split()
    return " ".join([*words[-1:], *words[:-1]])
