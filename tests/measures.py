"""How far a reading is from the true text of a page.

The true text comes in segments that may each be read in more than one order (two columns, a
table); the order nearest to the reading counts, so a reader is not punished for reading a table
down instead of across. Before anything is compared, both texts are brought to one form
(`normalised`).
"""

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Final

from rapidfuzz.distance import Levenshtein

Segments = Sequence[Sequence[str]]
"""Parts of a page from top to bottom, each with the orders in which it may be read."""

SAME_MARK: Final = str.maketrans({"–": "-", "—": "-", "“": '"', "”": '"', "’": "'", "‘": "'"})
LEADERS: Final = re.compile(r"[.…·]{4,}")
"""The dots of a form to be filled in; nobody reads them."""


def normalised(text: str) -> str:
    """Return the text in NFC, with plain dashes and quotes, single spaces and no dotted leaders."""
    text = unicodedata.normalize("NFC", text).translate(SAME_MARK)
    return " ".join(LEADERS.sub(" ", text).split())


def without_marks(text: str) -> str:
    """Return the text without Vietnamese diacritics, to tell lost marks from lost letters."""
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in text if not unicodedata.combining(letter))


@dataclass(frozen=True, slots=True, kw_only=True)
class Errors:
    """What went wrong on one page or, added up, on many; the rates are percentages."""

    letters: int = 0
    """In the true text, spaces included."""

    letter_edits: int = 0
    """Letters put in, left out or exchanged (Levenshtein, 1966)."""

    unmarked_letter_edits: int = 0
    """The same once both texts have lost their diacritics."""

    words: int = 0
    word_edits: int = 0
    words_read: int = 0
    words_found: int = 0
    """True words that were read, wherever they stand, each as often as it is there."""

    number_words: int = 0
    """True words with a digit: dates, sums, numbers of documents and persons."""

    number_words_lost: int = 0

    def __add__(self, other: "Errors") -> "Errors":
        """Return both together."""
        return Errors(
            **{
                field.name: getattr(self, field.name) + getattr(other, field.name)
                for field in fields(Errors)
            }
        )

    @property
    def cer(self) -> float:
        """Return the character error rate; it passes 100 when more was read than is there."""
        return _percent(self.letter_edits, of=self.letters)

    @property
    def unmarked_cer(self) -> float:
        """Return the character error rate without diacritics."""
        return _percent(self.unmarked_letter_edits, of=self.letters)

    @property
    def wer(self) -> float:
        """Return the word error rate in reading order."""
        return _percent(self.word_edits, of=self.words)

    @property
    def bow(self) -> float:
        """Return the share of words lost or made up, whatever their order ("bag of words")."""
        most = max(self.words, self.words_read)
        return _percent(most - self.words_found, of=most)

    @property
    def number_error(self) -> float:
        """Return the share of words with digits that were not read exactly."""
        return _percent(self.number_words_lost, of=self.number_words)


def _percent(part: int, *, of: int) -> float:
    return 100 * part / max(1, of)


def compare(segments: Segments, *, read: str) -> Errors:
    """Return the errors of a reading of one page; a blank page has no segments."""
    read = normalised(read)
    true = min(readings(segments), key=lambda reading: Levenshtein.distance(reading, read))
    true_words, words_read = true.split(), read.split()
    found = Counter(true_words) & Counter(words_read)
    numbers = Counter(word for word in true_words if any(sign.isdigit() for sign in word))
    return Errors(
        letters=len(true),
        letter_edits=Levenshtein.distance(true, read),
        unmarked_letter_edits=Levenshtein.distance(without_marks(true), without_marks(read)),
        words=len(true_words),
        word_edits=Levenshtein.distance(true_words, words_read),
        words_read=len(words_read),
        words_found=found.total(),
        number_words=numbers.total(),
        number_words_lost=(numbers - found).total(),
    )


def readings(segments: Segments) -> Iterator[str]:
    """Return the page read in every allowed combination of orders; at least one, maybe empty."""
    for choice in itertools.product(*segments):
        yield normalised(" ".join(choice))


def total(errors: Iterable[Errors]) -> Errors:
    """Return the errors of many pages together, so that a long page weighs more."""
    return sum(errors, start=Errors())
