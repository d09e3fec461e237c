"""Words that can only be one of an enumerated phrase, spelled as enumerated."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from motcua.digitisation.rules.fields.letters import in_capitals, key
from motcua.digitisation.rules.fields.trust import ENUMERATED, RESTORED
from motcua.digitisation.rules.text import Word, around

_LONGEST: Final = 9
"""Words in the longest phrase."""

_PUNCTUATION: Final = ".,;:"


@dataclass(frozen=True, kw_only=True)
class Phrasebook:
    """Phrases by their bare letters, so that lost marks and lost spaces do not matter."""

    spellings: Mapping[str, str]

    def spelling(self, text: str) -> str | None:
        """Return the phrase that has the letters of `text`, in capitals if the text is."""
        phrase = self.spellings.get(key(text))
        if phrase is None:
            return None
        return phrase.upper() if in_capitals(text) else phrase


def phrasebook(phrases: Iterable[str]) -> Phrasebook:
    """Return a book of the phrases; two that differ only in marks would be a mistake."""
    spellings: dict[str, str] = {}
    for phrase in phrases:
        if spellings.setdefault(key(phrase), phrase) != phrase:
            raise ValueError(phrase)
    return Phrasebook(spellings=spellings)


def phrase_at(words: Sequence[Word], *, book: Phrasebook) -> tuple[int, Word] | None:
    """Return the longest phrase the first words spell, and how many words it takes."""
    for count in range(min(_LONGEST, len(words)), 0, -1):
        run = words[:count]
        phrase = book.spelling("".join(word.text for word in run))
        if phrase is not None and key(run[0].text) and key(run[-1].text):
            return count, as_phrase(run, phrase)
    return None


def mend(words: Sequence[Word], *, book: Phrasebook) -> tuple[Word, ...]:
    """Replace each run of words that spells a phrase by that phrase, the longest run first."""
    mended: list[Word] = []
    at = 0
    while at < len(words):
        taken, word = phrase_at(words[at:], book=book) or (1, words[at])
        mended.append(word)
        at += taken
    return tuple(mended)


def as_phrase(run: Sequence[Word], phrase: str) -> Word:
    """Return the run as one word spelled as `phrase`, as sure as the match is."""
    read = "".join(word.text for word in run)
    same = read.rstrip(_PUNCTUATION) == "".join(phrase.split())
    worst = min(word.confidence for word in run)
    return Word(
        text=phrase + (read[-1] if read[-1] in _PUNCTUATION else ""),
        box=around(word.box for word in run),
        confidence=max(ENUMERATED, worst) if same else RESTORED,
    )


def in_plain_words(words: Sequence[Word], *, book: Phrasebook) -> tuple[Word, ...]:
    """Put right one wrong mark in each phrase of running text, in the case it was read in.

    Running text may hold two other words with the same letters ("bộ súng" for "bổ sung"), but
    these differ in more than one mark.
    """
    mended: list[Word] = []
    at = 0
    while at < len(words):
        taken, word = _nearly_phrase_at(words[at:], book=book) or (1, words[at])
        mended.append(word)
        at += taken
    return tuple(mended)


def _nearly_phrase_at(words: Sequence[Word], *, book: Phrasebook) -> tuple[int, Word] | None:
    found = phrase_at(words, book=book)
    if found is None:
        return None
    count, phrase = found
    read = " ".join(word.text for word in words[:count])
    plain = phrase.text.lower()
    wrong = sum(a != b for a, b in zip(read.lower(), plain, strict=False))
    if count == 1 or len(read) != len(plain) or wrong > 1:
        return None
    text = "".join(b.upper() if a.isupper() else b for a, b in zip(read, plain, strict=True))
    return count, Word(text=text, box=phrase.box, confidence=phrase.confidence)
