"""Which words can be true, and what may be mended without guessing."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from itertools import product
from typing import Final

from motcua.digitisation.rules.syllables import is_syllable
from motcua.digitisation.rules.text import Line, PageText, Word

EDGES: Final = ".,;:!?()[]{}\"'“”‘’«»…/\\|*_-–—=+<>°•~`^"
_NUMBER: Final = re.compile(r"\d+(?:[.,:/-]\d+)*(?:%|[a-zđ]{1,3}[23²³]?)?")
_ABBREVIATION: Final = re.compile(
    r"[A-ZĐƯƠÂÊÔĂ]{1,9}\d{0,4}|TTr|CTr|QyĐ|[A-ZĐ]{1,6}[a-zđ]{1,2}[A-ZĐ]{1,6}"
)
_PARTS: Final = re.compile(r"[/.\-–&,:;()]+")
_SIGNS_ALONE: Final = frozenset({"-", "–", "+", "*", "=", "%", "&", ":", ";", "./.", "/", "•", "°"})

# Tesseract writes the Icelandic letter for the Vietnamese one, and sometimes both. Two Vietnamese
# ones are true: QLĐĐ, HĐĐT.
_ETH: Final = re.compile("[ĐÐ]*Ð[ĐÐ]*|[đð]*ð[đð]*")

# The italic "V/v" of an official letter (Decree 30/2020/NĐ-CP, form 1.5), as readers see it.
_ABOUT: Final = re.compile(r"V[/⁄%]{1,3}[vw]")

_HATS: Final = {"a": "âă", "e": "ê", "o": "ôơ", "u": "ư"}
_TONES: Final = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")

JUNK_BELOW: Final = 0.55
"""A mark that is no word stays out of the text unless the reader is at least this sure of it."""

NOISE_BELOW: Final = 0.30
"""So unsure a reading of what is no word is noise: a stamp, a signature, the paper."""


@lru_cache(maxsize=1 << 14)
def is_plausible(word: str) -> bool:
    """Tell whether the word (NFC) is a syllable, a number, an abbreviation or made of such."""
    core = word.strip(EDGES)
    if not core:
        return word in _SIGNS_ALONE
    return all(_is_part(part) for part in _PARTS.split(core) if part)


def _is_part(part: str) -> bool:
    return bool(is_syllable(part) or _NUMBER.fullmatch(part) or _ABBREVIATION.fullmatch(part))


def cleaned(text: PageText) -> PageText:
    """Return the text without noise and with its certain slips mended; nothing is guessed."""
    lines = (
        tuple(replace(word, text=mended(word.text)) for word in line.words if not _is_noise(word))
        for line in text.lines
    )
    return PageText(lines=tuple(Line(words=words) for words in lines if words))


def _is_noise(word: Word) -> bool:
    if is_plausible(word.text):
        return False
    has_letter = any(sign.isalnum() for sign in word.text)
    return word.confidence < (NOISE_BELOW if has_letter else JUNK_BELOW)


@lru_cache(maxsize=1 << 14)
def mended(word: str) -> str:
    """Return the word with what admits of one reading only put right.

    A syllable that cannot be written (quyét) becomes the one that only lacks its hat or horn
    (quyết) when there is exactly one such; any other word is returned as it is. So is one without
    any mark (Nguyen): it may be printed so. "V/v" before a subject is read in many ways.
    """
    if _ABOUT.fullmatch(word):
        return "V/v"
    word = _ETH.sub(lambda eth: "Đ" if eth[0].isupper() else "đ", word)
    core = word.strip(EDGES)
    if len(core) < 3 or core.isascii() or not core.isalpha() or is_plausible(core):
        return word
    candidates = {fit for fit in _with_hats(core) if is_syllable(fit)}
    return word.replace(core, candidates.pop()) if len(candidates) == 1 else word


def _with_hats(core: str) -> set[str]:
    """Return the word with one plain vowel given a hat, horn or breve, each in turn."""
    found = set()
    for place, sign in enumerate(core):
        plain, tone = _PLAIN.get(sign.lower(), ("", ""))
        for hat in _HATS.get(plain, ""):
            letter = _LETTER[hat + tone]
            found.add(
                core[:place] + (letter.upper() if sign.isupper() else letter) + core[place + 1 :]
            )
    return found


def _composed(vowel: str, tone: str) -> str:
    return unicodedata.normalize("NFC", vowel + tone)


_PLAIN: Final = {_composed(vowel, tone): (vowel, tone) for vowel, tone in product(_HATS, _TONES)}
_LETTER: Final = {hat + tone: _composed(hat, tone) for hat, tone in product("âăêôơư", _TONES)}
