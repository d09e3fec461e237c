"""Codes that identify an office: QĐ 20/2020/QĐ-TTg, and the generation before it."""

import re
from enum import StrEnum
from typing import Final

from motcua.kernel.text import composed
from motcua.organisation.errors import UnitCodeInvalid

LONGEST: Final = 35
"""Characters (QĐ 20/2020/QĐ-TTg Điều 4)."""


class Generation(StrEnum):
    """Which rule a code follows."""

    GOVERNMENT = "government"
    """Groups parted by full stops, the first of them the authority (Điều 4): `H23.290.10570`."""

    OTHER = "other"
    """An organisation outside the administration (Điều 6): `Z01` and up to 32 characters."""

    OLD = "old"
    """TT 10/2016/TT-BTTTT, QCVN 102:2016: `000.00.12.H23`, the authority last."""


_FORMS: Final = {
    Generation.GOVERNMENT: re.compile(r"[A-Y][0-9]{2}(\.[0-9A-Z]+)*"),
    Generation.OTHER: re.compile(r"Z(?!00)[0-9]{2}[^\s.]{1,32}"),
    Generation.OLD: re.compile(r"[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Y][0-9]{2}"),
}


def generation_of(code: str) -> Generation | None:
    """Return which rule a code follows, or nothing if it follows none."""
    if len(code) > LONGEST:
        return None
    return next((kind for kind, form in _FORMS.items() if form.fullmatch(code)), None)


def checked_code(text: str) -> str:
    """Return a code as it is kept, in capitals; refuses with `UnitCodeInvalid`."""
    code = composed(text).upper()
    if generation_of(code) is None:
        raise UnitCodeInvalid(said=text[:80], field="code")
    return code
