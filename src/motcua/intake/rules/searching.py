"""What is searched for in dossiers, and the words they are found by."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from motcua.intake.errors import IdentityMalformed
from motcua.intake.rules.chip_card import looks_like_a_card, read_card
from motcua.intake.rules.identity import Identity, IdentityKind, identity_of
from motcua.kernel.text import folded

WORD: Final = re.compile(r"[^\W_]+")
CODE: Final = re.compile(r"[0-9]{3}\.[0-9.]+[A-Z]?.*|[A-Y][0-9]{2}[.-].*")
MOST_WORDS: Final = 8
LONGEST_WORD: Final = 60


class SearchKind(StrEnum):
    """What a typed text is taken for."""

    NOTHING = "nothing"
    CODE = "code"
    """The beginning of a dossier code, or the whole of it."""

    IDENTITY = "identity"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What somebody looks for."""

    kind: SearchKind
    code: str = ""
    numbers: tuple[str, ...] = ()
    """Identity numbers of one person: the one of the card, and the one of the card before."""

    words: tuple[str, ...] = ()


def searchable(*parts: str) -> str:
    """Return the words of some texts as they are kept for searching: folded, no signs between."""
    return " ".join(word[:LONGEST_WORD] for part in parts for word in words_of(part))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in their folded form."""
    return tuple(WORD.findall(folded(text)))


def search_for(text: str) -> Search:
    """Return what a typed or scanned text looks for.

    A card's QR line, an identity number, a dossier code or its beginning, or words with or without
    accents. Refuses with `CardUnreadable` where a card's line is damaged: searching for half a
    line would find nothing, and that would be taken for an answer.
    """
    given = text.strip()
    if looks_like_a_card(given):
        card = read_card(given)
        numbers = (card.number, card.old_number) if card.old_number else (card.number,)
        return Search(kind=SearchKind.IDENTITY, numbers=numbers)
    identity = _identity(given)
    if identity:
        # Of twelve digits only is it sure that they are nobody's telephone number.
        sure = identity.kind is IdentityKind.PERSONAL_NUMBER
        words = () if sure else words_of(given)[:MOST_WORDS]
        return Search(kind=SearchKind.IDENTITY, numbers=(identity.number,), words=words)
    if CODE.fullmatch(given.upper()):
        return Search(kind=SearchKind.CODE, code=given.upper())
    words = words_of(given)[:MOST_WORDS]
    if not words:
        return Search(kind=SearchKind.NOTHING)
    return Search(kind=SearchKind.WORDS, words=words)


def _identity(text: str) -> Identity | None:
    try:
        identity = identity_of(text)
    except IdentityMalformed:
        return None
    # Letters with digits may be half a code or a house number: only digits are surely a number.
    return None if identity.kind is IdentityKind.PASSPORT else identity
