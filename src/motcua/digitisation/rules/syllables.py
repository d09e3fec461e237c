"""Whether a text is usable Vietnamese or the garbage of a wrong reader.

Written Vietnamese is a row of syllables, and what may be a syllable is known: an onset, a rime and
a tone, where a rime that ends in a stop bears only sắc or nặng, and c/k, g/gh, ng/ngh follow the
vowel (rules of Đoàn Thiện Thuật, "Ngữ âm tiếng Việt", 1977). No word list is needed. A second
sign is how many words bear a mark at all: text without its marks consists largely of valid
syllables, but two thirds and more of true Vietnamese words bear one.
"""

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

USABLE_FROM: Final = 0.5

_TONES: Final = "\u0301\u0300\u0309\u0303\u0323"
_STOP_TONES: Final = frozenset("\u0301\u0323")
_VOWELS: Final = "aăâeêioôơuưy"
_FRONT: Final = frozenset("eêiy")


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ONSETS: Final = (
    "",
    *_listed("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"),
)
_ONLY_BEFORE_FRONT: Final = frozenset({"k", "gh", "ngh"})
_NEVER_BEFORE_FRONT: Final = frozenset({"c", "g", "ng"})

_OPEN: Final = _listed("""
    a ai ao au ay âu ây e eo ê êu i ia iêu iu o oa oai oao oay oe oeo oi ô ôi ơ ơi u ua ui uây uê
    uôi uơ uy uya uyu ư ưa ưi ươi ươu ưu y yêu""")
_NASAL: Final = _listed("""
    am an ang anh ăm ăn ăng âm ân âng em en eng êm ên êng ênh im in inh iêm iên iêng oam oan oang
    oanh oăm oăn oăng oen om on ong oong ôm ôn ông ơm ơn uân uâng uênh um un ung uôm uôn uông uyên
    uyn uynh ưm ưn ưng ươm ươn ương yêm yên yêng""")
_STOPPED: Final = _listed("""
    ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt êc ich ip it iêc iêp iêt oac oach oap oat oăc
    oăt oc ooc oet op ot ôc ôp ôt ơp ơt uât uc uêch up ut uôc uôt uyêt uych uyt ưc ưt ươc ươp ươt
    uyp yêt""")

_HIGHLAND_NAMES: Final = frozenset(_listed("đắk lắk đăk krông kon"))
"""Syllables of provinces and districts that are not built like Vietnamese ones."""


def _written(onset: str, rime: str) -> str | None:
    """Return onset and rime as they are written together, nothing where they never meet."""
    if onset == "qu":
        return _after_q(rime)
    if onset == "gi":
        return "g" + rime if rime[0] == "i" else "gi" + rime
    return onset + rime if _meet(onset, rime) else None


def _meet(onset: str, rime: str) -> bool:
    if rime.startswith("yê"):
        return onset == ""
    if rime[0] in _FRONT:
        return onset not in _NEVER_BEFORE_FRONT or (onset == "g" and rime in {"i", "in"})
    return onset not in _ONLY_BEFORE_FRONT


def _after_q(rime: str) -> str | None:
    """The u of "qu" is a glide of its own, or the first letter of the rime (quốc, quyết)."""
    if rime[0] == "u" and len(rime) > 1:
        return "q" + rime
    return "qu" + rime if rime[0] in "aăâeêiơy" else None


def _every_syllable() -> dict[str, bool]:
    """Return every syllable without its tone, and whether it ends in a stop."""
    return {
        written: stopped
        for rimes, stopped in ((_OPEN, False), (_NASAL, False), (_STOPPED, True))
        for rime in rimes
        for onset in _ONSETS
        if (written := _written(onset, rime)) is not None
    }


_SYLLABLES: Final = _every_syllable()
_TONED: Final = {
    unicodedata.normalize("NFC", vowel + tone): (vowel, tone)
    for vowel in _VOWELS
    for tone in _TONES
}
_WITHOUT_TONE: Final = str.maketrans({letter: vowel for letter, (vowel, _) in _TONED.items()})
_LETTERS: Final = frozenset("abcdđeghiklmnopqrstuvxy" + _VOWELS) | frozenset(_TONED)
_ONE_LETTER_WORDS: Final = frozenset("àạôồổởủứyý")


@lru_cache(maxsize=1 << 14)
def is_syllable(word: str) -> bool:
    """Tell whether the word (NFC, in any case) can be a written Vietnamese syllable."""
    lower = word.lower()
    if lower in _HIGHLAND_NAMES:
        return True
    stopped = _SYLLABLES.get(lower.translate(_WITHOUT_TONE))
    if stopped is None:
        return False
    tones = [_TONED[letter][1] for letter in lower if letter in _TONED]
    return len(tones) <= 1 and (not stopped or (len(tones) == 1 and tones[0] in _STOP_TONES))


_ADDRESS: Final = re.compile(
    r"[\w.+-]{1,64}@[\w.-]{1,64}|\bhttps?://\S{1,200}|\b(?:[\w-]{1,32}\.){1,4}(?:vn|com|net|org)\b"
)
_TOKEN: Final = re.compile(r"[^\W_]+")
_MEASURE: Final = re.compile(r"\d+(?:mm|cm|km|m|m2|m3|kg|g|ha|h|tr|đ|[a-e])?|[a-zđ]\d")
_ABBREVIATION: Final = re.compile(r"(?=.*[A-ZĐƯƠÂÊÔĂ])[A-ZĐƯƠÂÊÔĂ\d]{1,8}|TTr")
_PRINT: Final = frozenset(".,;:!?()[]/-–—\"'“”‘’…%+&@*°²³=_<>§•●▪")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was counted in a text; the shares are of its words, from 0 to 1."""

    words: float
    """Numbers, measures and abbreviations say nothing and are left out; a letter is half a word."""

    valid: float
    marked: float
    mixed: float
    """Letters and digits in one word: s6, x4, 1am."""

    foreign: float
    """With letters that Vietnamese has not: µ, ß, w."""

    junk: float
    """Share of the signs that office print does not use."""


@dataclass(slots=True)
class _Counts:
    words: float = 0.0
    valid: int = 0
    marked: int = 0
    mixed: int = 0
    foreign: int = 0


def _words(text: str) -> Iterator[str]:
    for word in _TOKEN.findall(_ADDRESS.sub(" ", text)):
        if _MEASURE.fullmatch(word):
            continue
        if _ABBREVIATION.fullmatch(word) and not is_syllable(word):
            continue
        yield word


def _count(word: str, counts: _Counts) -> None:
    lower = word.lower()
    if len(word) == 1 and lower not in _ONE_LETTER_WORDS:
        counts.words += 0.5
        return
    counts.words += 1
    if any(letter.isdigit() for letter in word):
        counts.mixed += 1
        return
    counts.valid += is_syllable(word)
    counts.marked += not word.isascii()
    counts.foreign += not _LETTERS.issuperset(lower)


def _junk_share(text: str) -> float:
    signs = [sign for sign in text if not sign.isspace()]
    return sum(not (sign.isalnum() or sign in _PRINT) for sign in signs) / max(1, len(signs))


def read(text: str) -> Reading:
    """Count what tells a usable text from garbage."""
    composed = unicodedata.normalize("NFC", text)
    counts = _Counts()
    for word in _words(composed):
        _count(word, counts)
    words = counts.words or 1.0
    return Reading(
        words=counts.words,
        valid=counts.valid / words,
        marked=counts.marked / words,
        mixed=counts.mixed / words,
        foreign=counts.foreign / words,
        junk=_junk_share(composed),
    )


def syllable_score(text: str) -> float:
    """Return the share of the words that are valid syllables, from 0 to 1; 0 without words."""
    return read(text).valid


_ENOUGH_WORDS: Final = 8


def text_score(text: str, *, confidence: float | None = None) -> float:
    """Return how likely the text is usable Vietnamese, from 0 to 1; few words draw it to 0.5.

    `confidence` is the reader's own mean confidence, from 0 to 1, where there is one. The weights
    are set by hand and not fitted. The score cannot see text that is missing.
    """
    reading = read(text)
    log_odds = (
        22 * (reading.valid - 0.86)
        + 9 * (min(reading.marked, 0.75) - 0.55)
        - 8 * reading.mixed
        - 5 * reading.foreign
        - 10 * reading.junk
    )
    if confidence is not None:
        log_odds += 8 * (confidence - 0.78)
    log_odds *= min(1.0, reading.words / _ENOUGH_WORDS)
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, log_odds))))


def usable(text: str) -> bool:
    """Tell whether a text layer may stand; one of less than eight words gets the benefit."""
    return read(text).words < _ENOUGH_WORDS or text_score(text) >= USABLE_FROM
