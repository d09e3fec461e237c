"""The name of a person on a line of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from motcua.digitisation.rules.fields.certainty import is_sure_name
from motcua.digitisation.rules.fields.letters import bare, key
from motcua.digitisation.rules.fields.sheet import respelled
from motcua.digitisation.rules.fields.tables import RANKS, SURNAMES
from motcua.digitisation.rules.fields.trust import UNCONFIRMED
from motcua.digitisation.rules.text import Line, Word

FEWEST_PARTS: Final = 2
MOST_PARTS: Final = 6

SPECK_BELOW: Final = 0.3
"""What is read with less at either end of the name is a stroke of the signature."""

_EDGES: Final = ".,;:_-~'`\"*|"
_INSIDE: Final = frozenset("'’-")
_RANKS: Final = frozenset(key(rank) for rank in RANKS.entries)
_SURNAMES: Final = frozenset(surname.lower() for surname in SURNAMES.entries)
_BARE_SURNAMES: Final = frozenset(map(bare, _SURNAMES))


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A name without rank or degree."""

    text: str
    words: tuple[Word, ...]
    agreement: float
    line: Line
    """The print of the name, its rank included."""


def person_in(line: Line) -> PersonName | None:
    """Return the name if the line holds a name and nothing else, every part of it certain."""
    printed = _without_specks(line.words)
    words = _without_rank(printed)
    if not FEWEST_PARTS <= len(words) <= MOST_PARTS or not all(map(_is_part, words)):
        return None
    if len({word.text.isupper() for word in words if len(word.text) > 1}) > 1:
        return None  # small letters and capitals: two lines run together
    known = words[0].text.lower() in _SURNAMES
    if not known and bare(words[0].text) in _BARE_SURNAMES:
        return None  # a surname with a wrong mark
    if not known and all(word.text.isupper() for word in words):
        return None  # as likely the rest of an office
    return PersonName(
        text=" ".join(word.text for word in words),
        words=words,
        agreement=1.0 if known else UNCONFIRMED,
        line=Line(words=printed),
    )


def _without_specks(words: Sequence[Word]) -> tuple[Word, ...]:
    inner = [
        respelled(word, word.text.strip(_EDGES), confidence=word.confidence)
        for word in words
        if word.text.strip(_EDGES)
    ]
    while inner and _is_speck(inner[0]):
        inner.pop(0)
    while inner and _is_speck(inner[-1]):
        inner.pop()
    return tuple(inner)


def _is_speck(word: Word) -> bool:
    return word.confidence < SPECK_BELOW and len(key(word.text)) <= 1


def _without_rank(words: Sequence[Word]) -> tuple[Word, ...]:
    """Cut a rank or degree off: the decree allows it to some, the register wants the name."""
    for count in (2, 1):
        if key("".join(word.text for word in words[:count])) in _RANKS and len(words) > count:
            return tuple(words[count:])
    return tuple(words)


def _is_part(word: Word) -> bool:
    text = word.text
    letters = all(sign.isalpha() or sign in _INSIDE for sign in text)
    return (
        letters and (text.istitle() or text.isupper() or _is_highland(text)) and is_sure_name(word)
    )


def _is_highland(text: str) -> bool:
    """Names as H'Hen and K'Bơ bear a capital after the apostrophe."""
    return text[0].isupper() and all(
        part[1:].islower() or len(part) == 1 for part in text.split("'")
    )
