"""Syllables that differ in their marks only, decided by the fixed term they stand in.

"Thú tục" is no term and "thủ tục" is: where the marks are the only doubt, the word beside it
settles it. A word that fits as it was read is never touched, nor is anything that may be a
person's name: two capitalised syllables side by side.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from motcua.digitisation.rules.office_terms import PAIRS
from motcua.digitisation.rules.text import Line, PageText, Word
from motcua.digitisation.rules.wording import EDGES

CERTAIN: Final = 0.965
"""A word read more surely than this stands as it is."""

PENALTY: Final = 0.95
"""What its neighbour settled is a little less sure than what was seen."""


def settled(text: PageText) -> PageText:
    """Return the text with doubtful marks settled by the terms the words stand in."""
    words = text.words
    found = iter([_settled(words, place) for place in range(len(words))])
    return PageText(
        lines=tuple(Line(words=tuple(next(found) for _ in line.words)) for line in text.lines)
    )


def _settled(words: Sequence[Word], place: int) -> Word:
    word = words[place]
    core = word.text.strip(EDGES)
    if word.confidence > CERTAIN or not core.isalpha():
        return word
    before = words[place - 1].text if place else ""
    after = words[place + 1].text if place + 1 < len(words) else ""
    fit = _fitting(
        core.lower(),
        _joined_end(before, word.text),
        _joined_start(word.text, after),
    )
    if fit is None:
        return word
    mended = word.text.replace(core, _cased(fit, core))
    return replace(word, text=mended, confidence=word.confidence * PENALTY)


def _joined_end(before: str, word: str) -> str:
    """Return the word before in small letters when the two may be one term."""
    return before.strip(EDGES).lower() if _may_be_a_term(before, word) else ""


def _joined_start(word: str, after: str) -> str:
    """Return the word after in small letters when the two may be one term."""
    return after.strip(EDGES).lower() if _may_be_a_term(word, after) else ""


def _may_be_a_term(first: str, second: str) -> bool:
    """Tell whether nothing stands between two words and they are no person's name."""
    if not (first and second and first[-1].isalpha() and second[0].isalpha()):
        return False
    return not (first.strip(EDGES).istitle() and second.strip(EDGES).istitle())


@lru_cache(maxsize=1 << 14)
def _fitting(core: str, before: str, after: str) -> str | None:
    """Return the one look-alike that makes a term with a neighbour where the word does not."""
    if (before, core) in PAIRS or (core, after) in PAIRS:
        return None
    fits = {
        other
        for other in _LOOK_ALIKES.get(_bare(core), ())
        if (before, other) in PAIRS or (other, after) in PAIRS
    }
    return fits.pop() if len(fits) == 1 else None


def _cased(fit: str, core: str) -> str:
    if core.isupper():
        return fit.upper()
    return fit.capitalize() if core[0].isupper() else fit


def _bare(word: str) -> str:
    """Return the word without any mark; đ is a letter of its own and stays."""
    return "".join(
        sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign)
    )


def _look_alikes() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for pair in PAIRS:
        for word in pair:
            found[_bare(word)].add(word)
    return {bare: frozenset(words) for bare, words in found.items()}


_LOOK_ALIKES: Final = _look_alikes()
