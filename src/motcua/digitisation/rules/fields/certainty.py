"""Whether a word may be taken as read.

What no list or grammar confirms must have been read surely. Three things lower or raise the bar:
letters that are not Vietnamese refuse it, a form that is no Vietnamese syllable ("KBANG", "FPT")
must be read more surely, and in running text a word of middling confidence counts when the page
has it elsewhere, surely read and in no other spelling. And two words in a row that the page has
more often with other marks are in doubt, however surely they were read.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from motcua.digitisation.rules.fields.letters import bare, is_vietnamese, tones_of
from motcua.digitisation.rules.fields.sheet import Sheet, parts_of
from motcua.digitisation.rules.fields.trust import SURE_NAME, SURE_PROSE, SURE_WORD
from motcua.digitisation.rules.syllables import is_syllable
from motcua.digitisation.rules.text import Word

FOREIGN_SURE: Final = 0.9
NEVER: Final = 2.0
"""A tone in what is no syllable: two words run together ("HẢIAN") or letters misread."""

_IN_NAMES: Final = frozenset("-,&.'’()")
_IN_PROSE: Final = frozenset("-,&.'’();:/%\"?!+²³")
_RUN_TOGETHER: Final = re.compile(r"[a-z]{2}[.,;:!?][a-z]{2}")
"""Two words with a speck between them, on bare letters."""


def is_sure_name(word: Word) -> bool:
    """Tell whether a word or phrase of a name may be taken as read."""
    return _is_clean(word, signs=_IN_NAMES) and word.confidence >= _bar(word, usual=SURE_NAME)


def is_sure_prose(word: Word, *, sheet: Sheet) -> bool:
    """Tell whether a word of running text may be taken as read."""
    if not _is_clean(word, signs=_IN_PROSE) or _runs_together(word.text):
        return False
    bar = _bar(word, usual=SURE_PROSE)
    return word.confidence >= bar or (word.confidence >= SURE_WORD and sheet.repeats(word))


def are_contradicted(words: Sequence[Word], *, sheet: Sheet) -> bool:
    """Tell whether the page spells two of the words differently elsewhere, at least as often."""
    return any(sheet.spells_otherwise(before.text, after.text) for before, after in pairwise(words))


def _is_clean(word: Word, *, signs: frozenset[str]) -> bool:
    return is_vietnamese(word.text) and all(
        letter.isalnum() or letter.isspace() or letter in signs for letter in word.text
    )


def _bar(word: Word, *, usual: float) -> float:
    parts = [part for part in parts_of(word) if not part.isdecimal() and not is_syllable(part)]
    if any(map(tones_of, parts)):
        return NEVER
    return usual if all(map(_is_short, parts)) else FOREIGN_SURE


def _is_short(part: str) -> bool:
    """Abbreviations as "UBND" in running text, but not a long word in capitals."""
    return part.isupper() and len(part) <= _LONGEST_ABBREVIATION


_LONGEST_ABBREVIATION: Final = 7


def _runs_together(text: str) -> bool:
    return _RUN_TOGETHER.search(bare(text)) is not None and not text.isupper()
