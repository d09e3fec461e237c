"""Whether the issuer's name and the place beside the date speak of one locality.

Most bodies issue their documents where they are: "XÃ TỨ KỲ" dates from "Tứ Kỳ". So each is a
witness for the other. Two spellings of one name cannot both be right, and a name that is a part of
the other has lost a word.
"""

from typing import Final

from motcua.digitisation.rules.fields.letters import bare
from motcua.digitisation.rules.fields.tables import PROVINCE_BOOK, SHORT_UNITS, UNITS
from motcua.digitisation.rules.fields.values import Field

_UNITS: Final = tuple(bare(unit).split() for unit in (*UNITS.entries, *SHORT_UNITS.entries))

Named = Field[str] | None


def agreed(issuer: Named, place: Named) -> tuple[Named, Named]:
    """Return both, or without the one, or both, that the other puts in doubt."""
    if place is None:
        return issuer, None
    own = _locality(issuer.value) if issuer else []
    there = place.value.split()
    listed = PROVINCE_BOOK.spelling(" ".join(own)) is not None
    if issuer is None or listed or not _is_part(own, there):
        witnessed = _may_stand_alone(place.value) or _lower(own) == _lower(there)
        return issuer, place if witnessed else None
    if _lower(own) == _lower(there):
        return issuer, place
    return None, None


def _may_stand_alone(place: str) -> bool:
    """Tell whether a place needs no witness: one word is mostly the rest of two, Huế is not."""
    return " " in place or PROVINCE_BOOK.spelling(place) is not None


def _lower(words: list[str]) -> list[str]:
    return [word.lower() for word in words]


def _locality(name: str) -> list[str]:
    """Return the words after the last unit in the name of a body."""
    words = name.replace(".", " ").split()
    plain = [bare(word) for word in words]
    ends = [
        at + len(unit)
        for at in range(len(words))
        for unit in _UNITS
        if plain[at : at + len(unit)] == unit and plain[at + len(unit) :][:1] != ["uy"]
    ]
    return words[max(ends) :] if ends else []


def _is_part(own: list[str], there: list[str]) -> bool:
    """Tell whether one begins or ends with the other, marks aside."""
    short, long = sorted(([bare(word) for word in own], [bare(word) for word in there]), key=len)
    return bool(short) and short in (long[: len(short)], long[-len(short) :])
