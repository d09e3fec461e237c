"""One line of a signer's capacity, spelled as the offices are enumerated."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from motcua.digitisation.rules.fields.certainty import is_sure_name
from motcua.digitisation.rules.fields.letters import bare, distance, in_capitals, key
from motcua.digitisation.rules.fields.phrases import as_phrase, mend
from motcua.digitisation.rules.fields.sheet import after_letters, line_of, respelled, spelled
from motcua.digitisation.rules.fields.tables import (
    CAPACITY_BOOK,
    CAPACITY_MARKS,
    COLLECTIVES,
    DEPUTIES,
    OFFICES,
    OLDER_MARKS,
)
from motcua.digitisation.rules.fields.trust import MENDED, RESTORED
from motcua.digitisation.rules.text import Line, Word

_FOR_THE_HEAD: Final = frozenset({"KT", "K/T"})
_FOR_ALL: Final = frozenset({"TM", "T/M"})
_ACTING: Final = "Q"
_MARKS: Final = sorted((*CAPACITY_MARKS.entries, *OLDER_MARKS.entries), key=len, reverse=True)
_MARK: Final = re.compile(
    rf"(?P<mark>{'|'.join(re.escape(bare(mark)) for mark in _MARKS)})(?:\s?[.,]\s?|\s)"
)
_OFFICES: Final = frozenset(key(office) for office in OFFICES.entries)
_COLLECTIVES: Final = frozenset(key(collective) for collective in COLLECTIVES.entries)
_DEPUTIES: Final = {key(chief): deputy for chief, deputy in DEPUTIES.entries}
_DEPUTY_OFFICES: Final = frozenset(map(key, _DEPUTIES.values()))

_SPECK_BELOW: Final = 0.2
"""A single letter read with less is a stroke of the signature or the seal."""

_SLIPS: Final = 4
"""One letter in so many may be wrong where only one office can stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityLine:
    """A line that is certain, with its marks put right."""

    row: Line
    words: tuple[Word, ...]
    mark: str | None
    office: str
    """Bare letters of the office or collective it begins with."""

    @property
    def is_deputy(self) -> bool:
        """Tell whether it is an office that signs only for another (Article 13)."""
        return self.mark is None and self.office in _DEPUTY_OFFICES

    @property
    def print(self) -> Line:
        """Return the words of the row without the specks between them."""
        return line_of(_without_specks(self.row.words))

    @property
    def needs_more(self) -> bool:
        """Tell whether the office of the one who signs must follow on the next line."""
        return self.mark not in {None, _ACTING}


def capacity_line(row: Line) -> CapacityLine | None:
    """Return the line if it begins with an office, or with a mark and whom it stands for."""
    if not in_capitals(row.text):
        return None
    words = tuple(_without_specks(row.words))
    mark, label, rest = _mark(words)
    mended = mend(rest, book=CAPACITY_BOOK)
    if not mended or not all(map(is_sure_name, mended)):
        return None
    office = key(mended[0].text)
    if office not in _may_follow(mark):
        return None
    return CapacityLine(row=row, words=(*label, *_closed(mended)), mark=mark, office=office)


def _may_follow(mark: str | None) -> frozenset[str]:
    """Return what a mark may stand before: "TM." a collective, "KT." a head, "TL." either."""
    if mark in _FOR_ALL:
        return _COLLECTIVES
    plain = mark is None or mark in _FOR_THE_HEAD or mark == _ACTING
    return _OFFICES if plain else _OFFICES | _COLLECTIVES


def _without_specks(words: Sequence[Word]) -> Iterator[Word]:
    for word in words:
        if word.confidence >= _SPECK_BELOW or len(key(word.text)) > 1:
            yield word


def _mark(words: Sequence[Word]) -> tuple[str | None, tuple[Word, ...], tuple[Word, ...]]:
    """Part "KT." from what it stands before; the two may be one word."""
    whole = spelled(words)
    found = _MARK.match(whole.bare)
    if not found:
        return None, (), tuple(words)
    mark = found["mark"].upper()
    owner = whole.words(0, 1)[0]
    label = respelled(owner, f"{mark}.", confidence=owner.confidence)
    return mark, (label,), after_letters(words, at=found.end())


def _closed(words: Sequence[Word]) -> tuple[Word, ...]:
    *others, last = words
    return (*others, respelled(last, last.text.rstrip(".,;:"), confidence=last.confidence))


def following_line(row: Line, *, under: CapacityLine) -> CapacityLine | None:
    """Return the next line; under "KT." it must be the deputy of the office named there."""
    line = capacity_line(row)
    deputy = _DEPUTIES.get(under.office)
    if deputy is None or under.mark not in _FOR_THE_HEAD:
        return line
    return line if line and line.office.startswith(key(deputy)) else _nearly(deputy, row)


def _nearly(deputy: str, row: Line) -> CapacityLine | None:
    """Return the deputy even where a seal hides a letter or two of the line."""
    words = tuple(_without_specks(row.words))
    if not words:
        return None
    letters = key("".join(word.text for word in words))
    if distance(letters, key(deputy)) > len(key(deputy)) // _SLIPS:
        return None
    name = as_phrase(words, deputy.upper())
    word = respelled(name, deputy.upper(), confidence=RESTORED * MENDED)
    return CapacityLine(row=row, words=(word,), mark=None, office=key(deputy))
