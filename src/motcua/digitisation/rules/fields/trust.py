"""How far a value may be relied on.

confidence = reading × agreement

- reading: half the mean confidence of the letters, half that of the worst word, because one
  misread word spoils a name or a number. A word that spells an enumerated phrase counts as at
  least `ENUMERATED`, or as `RESTORED` when only its marks had to be put right.
- agreement: the product of the doubts below that apply: what grammar forced to be mended, what
  stands elsewhere than Decree 30/2020/NĐ-CP draws it, what nothing else on the page confirms.

Below `FLOOR` nothing is answered.
"""

from collections.abc import Sequence
from typing import Final, TypeVar

from motcua.digitisation.rules.fields.values import Field, ReadPage
from motcua.digitisation.rules.text import Word, around

Value = TypeVar("Value", bound=str | tuple[str, ...])

ENUMERATED: Final = 0.95
RESTORED: Final = 0.85

MENDED: Final = 0.85
"""A letter was changed because nothing else could stand there."""

ELSEWHERE: Final = 0.9
"""It stands where custom allows it but not where the decree draws it."""

UNCONFIRMED: Final = 0.9
"""What should stand beside it was not found."""

FLOOR: Final = 0.5

SURE_WORD: Final = 0.75
"""From here a figure whose grammar is right is taken as read. On the trial pages right words lie
above 0.85 and garbage below 0.7, with few of either between."""

SURE_NAME: Final = 0.85
"""From here a word that neither a list nor a grammar confirms, as part of a proper name, is taken
as read: between the two, every tenth word has a wrong mark."""


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
