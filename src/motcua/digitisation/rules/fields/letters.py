"""Vietnamese letters, compared with and without their marks.

A recogniser loses or swaps a mark far more often than a letter, so what is looked for is compared
without marks, and what is handed out is spelled as read or as enumerated.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SHAPES: Final = {"\u0306": "a", "\u0302": "aeo", "\u031b": "ou"}
_STROKE: Final = {"đ": "d", "ð": "d"}


@lru_cache(maxsize=4096)
def _bare_letter(letter: str) -> str:
    small = letter.lower()[:1]
    return _STROKE.get(small) or unicodedata.normalize("NFD", small)[:1] or letter


def bare(text: str) -> str:
    """Return the text in small letters without marks, one letter for each (đ becomes d)."""
    return "".join(map(_bare_letter, text))


def key(text: str) -> str:
    """Return only the letters and digits, bare, so that spaces and points do not count."""
    return "".join(letter for letter in bare(text) if letter.isalnum())


@lru_cache(maxsize=4096)
def _is_vietnamese_letter(letter: str) -> bool:
    small = letter.lower()
    if small == "đ" or (small.isascii() and small.isalpha()):
        return True
    base, *marks = list(unicodedata.normalize("NFD", small))
    tones = [mark for mark in marks if mark in _TONES]
    shapes = [mark for mark in marks if base in _SHAPES.get(mark, "")]
    return base in "aeiouy" and len(tones) + len(shapes) == len(marks) and len(tones) <= 1


def is_vietnamese(text: str) -> bool:
    """Tell whether every letter (NFC) is of the Vietnamese alphabet or plain Latin."""
    return all(
        _is_vietnamese_letter(letter) if letter.isalpha() else not unicodedata.combining(letter)
        for letter in text
    )


def tones_of(text: str) -> int:
    """Return how many letters bear a tone; a syllable has one at most."""
    return sum(mark in _TONES for mark in unicodedata.normalize("NFD", text))


CAPITALS_FROM: Final = 0.8
"""Share of capitals from which a line is one in capitals; a misread small letter is forgiven."""


def in_capitals(text: str) -> bool:
    """Tell whether a line is printed in capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return bool(letters) and capitals >= CAPITALS_FROM * len(letters)


def distance(left: str, right: str) -> int:
    """Return how many letters must be put in, left out or changed to turn one into the other."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        row = _next_row(row, first=i, letter=a, text=right)
    return row[-1]


def find_near(needle: str, text: str, *, within: int) -> tuple[int, int] | None:
    """Return where `needle` stands in `text`, start and end, with at most `within` slips."""
    if not needle or not text:
        return None
    ends = _last_row(needle, text)
    end = min(range(len(ends)), key=lambda at: (ends[at], at))
    if ends[end] > within:
        return None
    back = _last_row(needle[::-1], text[:end][::-1])
    # Of the starts that cost the same, the longest reading keeps a misread first letter inside.
    length = min(range(len(back)), key=lambda at: (back[at], abs(at - len(needle))))
    return end - length, end


def _last_row(needle: str, text: str) -> Sequence[int]:
    row = [0] * (len(text) + 1)
    for i, letter in enumerate(needle, 1):
        row = _next_row(row, first=i, letter=letter, text=text)
    return row


def _next_row(row: Sequence[int], *, first: int, letter: str, text: str) -> list[int]:
    following = [first]
    for j, other in enumerate(text, 1):
        changed = row[j - 1] + (letter != other)
        following.append(min(changed, row[j] + 1, following[-1] + 1))
    return following
