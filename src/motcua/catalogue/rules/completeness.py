"""Whether the papers of a dossier are all there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """How many sheets of a kind were handed in."""

    originals: int = 0
    copies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One paper that a procedure asks for, and how many of it."""

    number: int
    name: str
    originals: int
    copies: int = 0
    is_optional: bool = False
    """Asked for only where there is one; its absence makes no dossier incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What is still to come of one paper."""

    number: int
    name: str
    originals: int
    copies: int


def missing_components(required: Iterable[Asked], handed_in: Mapping[int, Handed]) -> list[Missing]:
    """Return what a dossier lacks, in the order of the procedure's list; nothing if it is whole.

    An original beyond what was asked for serves as a copy, never a copy as an original. What is
    returned is all of it: the citizen is told once, fully and exactly (NĐ 61/2018/NĐ-CP
    Điều 15.3).
    """
    lacking = (
        _lacking(asked, handed_in.get(asked.number, Handed()))
        for asked in required
        if not asked.is_optional
    )
    return [missing for missing in lacking if missing.originals or missing.copies]


def _lacking(asked: Asked, handed: Handed) -> Missing:
    spare = max(0, handed.originals - asked.originals)
    return Missing(
        number=asked.number,
        name=asked.name,
        originals=max(0, asked.originals - handed.originals),
        copies=max(0, asked.copies - handed.copies - spare),
    )
