"""Passwords that are long enough and still the first that anybody would try here."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

from motcua.kernel.text import folded

NEAR_AT_HAND: Final = frozenset(
    {
        *("matkhau", "password", "pass", "passwd", "admin", "quantri", "quantrivien", "root"),
        *("motcua", "bophanmotcua", "congchuc", "canbo", "ubnd", "uyban", "ubndxa", "ubndhuyen"),
        *("ubndtinh", "vanphong", "xa", "phuong", "huyen", "tinh", "nhanvien", "hethong"),
        *("vietnam", "hanoi", "saigon", "danang", "xinchao", "chaoban", "anhyeuem", "emyeuanh"),
        *("iloveyou", "yeuem", "yeuanh", "qwerty", "qwertyuiop", "asdfgh", "asdfghjkl", "zxcvbnm"),
        *("abc", "abcd", "abcdef", "welcome", "letmein", "doimatkhau", "khongbiet", "thang", "nam"),
    }
)
"""Words that make up most passwords of an office, without their marks."""

_LONGEST: Final = max(map(len, NEAR_AT_HAND))
TOO_NEAR: Final = 0.7
"""The share of matching letters from which a password is a name in disguise, as in Django."""

_COMPARED: Final = 100
"""Whatever is longer is no name, and comparing it would take long."""


def is_near_at_hand(password: str) -> bool:
    """Tell whether a password is such words and no other letter: `Matkhau@2026`, `admin-ubnd-1`.

    Of a password without letters another rule judges.
    """
    letters = "".join(re.findall(r"[a-z]+", folded(password)))
    return bool(letters) and _made_of_words(letters)


def _made_of_words(letters: str) -> bool:
    """Tell whether letters can be cut into those words."""
    reached = {0}
    for start in range(len(letters)):
        if start in reached:
            reached |= {
                end
                for end in range(start + 1, min(len(letters), start + _LONGEST) + 1)
                if letters[start:end] in NEAR_AT_HAND
            }
    return len(letters) in reached


def is_name_in_disguise(password: str, *, names: Iterable[str]) -> bool:
    """Tell whether a password is much like one of the names, with or without the marks.

    `nguyenvanhoa79` is found for "Nguyễn Văn Hoa", which a comparison letter by letter lets pass.
    """
    plain = _letters(password)
    if len(plain) > _COMPARED:
        return False
    return any(
        SequenceMatcher(a=plain, b=_letters(name)).ratio() >= TOO_NEAR
        for name in names
        if _letters(name)
    )


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", folded(text))
