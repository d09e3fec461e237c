"""Vietnamese text as people search it."""

import re
import unicodedata
from typing import Final

_MARKS: Final = re.compile(r"[\u0300-\u036f]")
_GAPS: Final = re.compile(r"\s+")


def composed(text: str) -> str:
    """Return text in NFC, with single spaces and none at its ends: how it is kept everywhere."""
    return _GAPS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def folded(text: str) -> str:
    """Return text without case and marks, as it is searched: `SỐ HOÁ` and `số hóa` are `so hoa`.

    Where the tone stands (hóa, hoá) is lost with the marks, so both spellings are one.
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFD", text.casefold()))
    return _GAPS.sub(" ", plain.replace("đ", "d")).strip()
