"""How far a value may be relied on.

confidence = reading × agreement

- reading: half the mean confidence of the letters, half that of the worst word, because one
  misread word spoils a name or a number. A word that spells an enumerated phrase counts as at
  least `ENUMERATED`, or as `RESTORED` when only its marks had to be put right.
- agreement: the product of the doubts below that apply: what grammar forced to be mended, what
  stands elsewhere than Decree 30/2020/NĐ-CP draws it, what nothing else on the page confirms.

Below `FLOOR` nothing is answered.

How far the confidence of a word itself goes was measured on 38,429 words that Tesseract 5 (vie)
read on 36 pages in three settings. Of the words read with 0.93 and more, 0.5 % differ from the
print, mostly by one mark; between 0.88 and 0.93, 10 %; between 0.75 and 0.88, 37 %; below, 71 %.
"""

from collections.abc import Sequence
from typing import Final, TypeVar

from motcua.digitisation.rules.fields.values import Field, ReadPage
from motcua.digitisation.rules.text import Word, around

Value = TypeVar("Value", bound=str | tuple[str, ...])

ENUMERATED: Final = 0.95
RESTORED: Final = 0.9

MENDED: Final = 0.85
"""A letter was changed because nothing else could stand there."""

ELSEWHERE: Final = 0.9
"""It stands where custom allows it but not where the decree draws it."""

UNCONFIRMED: Final = 0.9
"""What should stand beside it was not found."""

FLOOR: Final = 0.5

SURE_WORD: Final = 0.75
"""From here a word is taken as read where a grammar or another place on the page confirms it."""

SURE_PROSE: Final = 0.85
"""From here a word of running text is taken as read, unless the page contradicts it."""

SURE_NAME: Final = 0.88
"""From here a word that nothing confirms, as part of a proper name, is taken as read."""


def reading(words: Sequence[Word]) -> float:
    """Return how surely the words were read, 0 without words."""
    letters = sum(len(word.text) for word in words)
    if not letters:
        return 0.0
    mean = sum(word.confidence * len(word.text) for word in words) / letters
    return (mean + min(word.confidence for word in words)) / 2


def field(
    value: Value, *, words: Sequence[Word], page: ReadPage, agreement: float = 1.0
) -> Field[Value] | None:
    """Return the value with its confidence and its box, or nothing below the floor."""
    confidence = reading(words) * agreement
    if not value or confidence < FLOOR:
        return None
    return Field(
        value=value,
        confidence=round(confidence, 3),
        page=page.number,
        box=around(word.box for word in words),
    )
