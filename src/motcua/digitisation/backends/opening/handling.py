"""Whether a PDF is kept as it is, or its pages are digitised."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from motcua.digitisation.rules.syllables import read, usable

MOST_SIDE: Final = 200_000
"""Pixels of a side of a kept page: 25 metres."""

MOST_WORDS: Final = 4000
"""On a kept page. A full page of office print has some 600; rules about places compare words in
pairs, and a hostile page is not to keep them busy."""

_SOME_WORDS: Final = 8
_SOME_PICTURE: Final = 0.1
_MUCH_PICTURE: Final = 0.35
_MANY_STROKES: Final = 1000
_FULL_TEXT: Final = 40


class Ink(StrEnum):
    """What a page consists of."""

    NONE = "none"
    TEXT = "text"
    """Letters that are drawn as letters, maybe pictures and lines beside them."""

    PICTURE = "picture"
    """Pictures or strokes only: a scan, with or without a reader's unseen words, or a drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a page of a PDF is like, before it is drawn."""

    ink: Ink
    text: str = ""
    picture_share: float = 0.0
    strokes: int = 0
    """Pieces of the lines that are drawn: a letter has some twenty, a ruled table a few hundred."""


def ink_of(*, texts: int, unseen_texts: int, picture_share: float, others: int) -> Ink:
    """Return what a page consists of, by the counts of what is on it.

    More text unseen than seen is what programs write that read a scan, with their own mark on it.
    """
    if not texts:
        return Ink.PICTURE if others or picture_share else Ink.NONE
    if unseen_texts > texts:
        return Ink.PICTURE
    return Ink.TEXT


def has_good_text(look: Look) -> bool:
    """Tell whether the page can stand as it is: what is seen on it can be read from it.

    Where few words stand over a picture or among strokes, as on a scan with a printed page number
    or where the letters themselves are drawn, the words are not all that the page says.
    """
    if look.ink is Ink.NONE:
        return True
    if look.ink is Ink.PICTURE or not usable(look.text):
        return False
    words = read(look.text).words
    if look.picture_share >= _MUCH_PICTURE:
        return words >= _FULL_TEXT
    return words >= _SOME_WORDS or (
        look.picture_share < _SOME_PICTURE and look.strokes < _MANY_STROKES
    )


def may_stand(looks: Sequence[Look]) -> bool:
    """Tell whether a file may be kept as it is: every page can stand, and one at least says much.

    A few words alone are no proof: a drawing program that draws its letters still writes the page
    number as text.
    """
    says_something = any(
        look.ink is Ink.TEXT and read(look.text).words >= _SOME_WORDS for look in looks
    )
    return says_something and all(has_good_text(look) for look in looks)


def text_worth_keeping(look: Look) -> str | None:
    """Return the text of a page of a file that is kept, nothing where its picture must be read.

    A reader's few unseen words on a scan are too few to judge, and are not kept; nor are few words
    that are printed on one. A page without ink says nothing.
    """
    if look.ink is Ink.NONE:
        return look.text if usable(look.text) else ""
    if look.ink is Ink.TEXT:
        return look.text if look.text.strip() and has_good_text(look) else None
    enough = read(look.text).words >= _SOME_WORDS
    return look.text if enough and usable(look.text) else None
