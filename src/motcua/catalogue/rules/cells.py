"""What the cells of a sheet of procedures mean, as people fill them in by hand."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final, TypeVar

from motcua.catalogue.rules.content import Flaw
from motcua.kernel.text import folded

Choice = TypeVar("Choice", bound=Enum)

_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?", re.ASCII)
_HERE: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_COUNT: Final = re.compile(r"\d{1,6}", re.ASCII)
_MONEY: Final = re.compile(
    r"(\d{1,12}|\d{1,3}(?:[. ]\d{3}){1,3})(?: ?(?:đ|đồng|vnđ|vnd))?", re.ASCII
)
_SHARE: Final = re.compile(r"\d{1,3}(?:[.,]\d{1,6})?(?= ?%?$)", re.ASCII)
YES: Final = frozenset({"co", "x", "1", "yes", "true"})
NO: Final = frozenset({"", "khong", "0", "no", "false"})


class CellUnreadable(ValueError):
    """A cell does not say what its column asks for."""

    def __init__(self, flaw: Flaw, said: str) -> None:
        super().__init__(flaw, said)
        self.flaw = flaw
        self.said = said


def day_in(text: str) -> date:
    """Return a day written `15/9/2025` or `2025-09-15`; refuses with `CellUnreadable`."""
    iso, here = _ISO.fullmatch(text), _HERE.fullmatch(text)
    if iso:
        year, month, day = iso.groups()
    elif here:
        day, month, year = here.groups()
    else:
        raise CellUnreadable(Flaw.NOT_A_DAY, text)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise CellUnreadable(Flaw.NOT_A_DAY, text) from None


def count_in(text: str, *, if_empty: int) -> int:
    """Return a whole number; refuses with `CellUnreadable`."""
    if not text:
        return if_empty
    if not _COUNT.fullmatch(text):
        raise CellUnreadable(Flaw.NOT_A_NUMBER, text)
    return int(text)


def money_in(text: str) -> Decimal:
    """Return đồng: `8000`, `8.000` or `8 000 đ`; nothing written is nothing to pay."""
    if not text:
        return Decimal(0)
    said = _MONEY.fullmatch(text.casefold())
    if said is None:
        raise CellUnreadable(Flaw.NOT_A_NUMBER, text)
    return Decimal(said[1].replace(".", "").replace(" ", ""))


def share_in(text: str) -> Decimal:
    """Return a share in percent: `12,5`, `12.5` or `12,5 %`; refuses with `CellUnreadable`."""
    said = _SHARE.match(text)
    if said is None:
        raise CellUnreadable(Flaw.NOT_A_NUMBER, text)
    return Decimal(said[0].replace(",", "."))


def yes_in(text: str) -> bool:
    """Return what `Có`, `x` or nothing mean; refuses with `CellUnreadable`."""
    said = folded(text)
    if said in YES:
        return True
    if said in NO:
        return False
    raise CellUnreadable(Flaw.UNKNOWN_WORD, text)


def choice_in(text: str, words: Mapping[Choice, str]) -> Choice:
    """Return the choice of a word, written as it is called or as it is kept; accents may lack."""
    said = folded(text)
    if not said:
        raise CellUnreadable(Flaw.EMPTY, text)
    for choice, word in words.items():
        if said in {folded(word), folded(str(choice.value))}:
            return choice
    raise CellUnreadable(Flaw.UNKNOWN_WORD, text)


def choices_in(text: str, words: Mapping[Choice, str]) -> tuple[Choice, ...]:
    """Return the choices of words parted by `;`, each once, in the order of the choices."""
    said = {choice_in(word.strip(), words) for word in text.split(";") if word.strip()}
    return tuple(choice for choice in words if choice in said)


def money_said(amount: Decimal) -> str:
    """Return đồng as `money_in` reads them and offices write them: `8.000`."""
    return f"{int(amount):,}".replace(",", ".")


def share_said(share: Decimal) -> str:
    """Return a share as `share_in` reads it: `12,5`."""
    plain = f"{share:f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(".", ",")
