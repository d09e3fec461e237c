"""Who issued the document: the left column of the head, cell 2 of the decree's drawing.

Cell 2 holds the name of the direct superior body, where there is one, and below it in bold the
name of the issuing body (Decree 30/2020/NĐ-CP, Appendix I, Part I, section II, paragraph 2). Bold
cannot be seen in words, so names are told apart by how they begin: a line that begins with the
word for a body ("SỞ", "PHÒNG", "ỦY BAN") begins a name, one that begins with a unit ("TỈNH", "XÃ"),
a conjunction or anything else goes on with the name above, as does what follows a name that is
not complete by itself ("CÔNG TY CỔ PHẦN", "VĂN PHÒNG" over "ỦY BAN NHÂN DÂN").
The issuer is the last name, its superior the one before.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain, pairwise
from typing import Final

from motcua.digitisation.rules.fields.certainty import are_contradicted, is_sure_name
from motcua.digitisation.rules.fields.head import ALIGNED_WITHIN, are_aligned
from motcua.digitisation.rules.fields.letters import bare, in_capitals, key
from motcua.digitisation.rules.fields.phrases import phrase_at
from motcua.digitisation.rules.fields.sheet import Sheet, is_broken
from motcua.digitisation.rules.fields.tables import (
    BODIES,
    BODY_BOOK,
    GOVERNING,
    HALF_NAMES,
    LEADING_BOOK,
    PROVINCE_BOOK,
    RARER_BODIES,
    SHORT_UNITS,
    UNIT_BOOK,
    UNITS,
)
from motcua.digitisation.rules.fields.trust import UNCONFIRMED
from motcua.digitisation.rules.text import Line, Word


class _After(Enum):
    """What stands before the next word of a name, which decides what it may be mended to."""

    NOTHING = auto()
    BODY = auto()
    WORD = auto()
    UNIT = auto()
    PROVINCIAL_UNIT = auto()


_BEFORE_PROPER_NAMES: Final = frozenset({_After.UNIT, _After.PROVINCIAL_UNIT})
_BOOKS: Final = (BODY_BOOK, LEADING_BOOK, UNIT_BOOK, PROVINCE_BOOK)
_UNIT: Final = "|".join((*UNITS.entries, *SHORT_UNITS.entries))
_FRAGMENTS: Final = (
    re.compile(rf"^(?:ủy ban nhân dân|hội đồng nhân dân|ubnd|hđnd)(?! (?:{_UNIT})\.? \S)"),
    re.compile(r"\bủy ban nhân(?! dân\b)|\bủy ban$"),
    re.compile(r"(?<!ủy )\bban nhân dân\b|(?<!hội )\bđồng nhân dân\b"),
    re.compile(r"^(?:viện kiểm sát|tòa án) (?:nhân|dân)\b(?! dân\b)"),
)
"""Names that lost a word: a committee without its unit, half of "ủy ban nhân dân"."""

_PROVINCIAL: Final = frozenset({"tinh", "thanhpho"})
_CLOSING: Final = ".,;: "


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyName:
    """The name of a body as printed, mended where only one spelling is possible."""

    text: str
    words: tuple[Word, ...]
    agreement: float
    """Less where a proper name stands on the page once only, so that no slip would show."""


def names_in(
    lines: Sequence[Line], *, number: Line | None, sheet: Sheet
) -> tuple[BodyName | None, ...]:
    """Return the names in the left column from the top; nothing in place of a doubtful one.

    The lines of the column are centred on one another, over the number as well, so a line out of
    line has lost a word at one end, and one with a hole a word in the middle.
    """
    column = [*lines, *([number] if number else [])]
    if not are_aligned(column, within=ALIGNED_WITHIN * sheet.letter_height):
        return (None,)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_name(group, sheet=sheet) for group in groups)


def _goes_on(lines: Sequence[Line], line: Line) -> bool:
    above = " ".join(bare(each.text) for each in lines)
    if above.endswith(("-", ",", " va", "&")):
        return True
    below = bare(line.text)
    if not _begins_with(below, BODIES.entries):
        return True
    half = key(above) in {key(name) for name in HALF_NAMES.entries}
    return half and _begins_with(below, GOVERNING.entries)


def _begins_with(text: str, names: Iterable[str]) -> bool:
    return any(f"{text} ".startswith(f"{bare(name)} ") for name in names)


def _name(lines: Sequence[Line], *, sheet: Sheet) -> BodyName | None:
    if not all(in_capitals(line.text) for line in lines):
        return None
    if any(is_broken(line, letter_height=sheet.letter_height) for line in lines):
        return None
    words = _mended(lines)
    text = " ".join(word.text for word in words).rstrip(_CLOSING)
    certain = all(is_sure_name(word) and not _has_small_letters(word) for word in words)
    if not certain or not _is_whole(text.lower()) or are_contradicted(words, sheet=sheet):
        return None
    witnessed = all(
        sheet.has_again(before.text, after.text)
        for before, after in pairwise(words)
        if not _is_listed(before) and not _is_listed(after)
    )
    return BodyName(text=text, words=words, agreement=1.0 if witnessed else UNCONFIRMED)


def _is_listed(word: Word) -> bool:
    """Tell whether a word or phrase is of the lists, and so needs no witness."""
    return any(book.spelling(word.text) for book in _BOOKS)


def _has_small_letters(word: Word) -> bool:
    return any(letter.islower() for letter in word.text)


def _is_whole(name: str) -> bool:
    """Tell whether a name begins with the word for a body and has what that word calls for."""
    bodies = (*BODIES.entries, *RARER_BODIES.entries)
    begins = any(f"{name} ".startswith(f"{body.lower()} ") for body in bodies)
    return begins and " " in name and not any(part.search(name) for part in _FRAGMENTS)


def _mended(lines: Sequence[Line]) -> tuple[Word, ...]:
    """Spell the words of a name, whose phrases may run on from line to line."""
    words = tuple(chain.from_iterable(line.words for line in lines))
    first_words = {id(line.words[0]) for line in lines}
    mended: list[Word] = []
    at, after = 0, _After.NOTHING
    while at < len(words):
        if after is _After.WORD and id(words[at]) in first_words:
            after = _After.BODY  # a unit may follow on the next line, whatever stands before it
        taken, word, after = _next(words[at:], after=after)
        mended.append(word)
        at += taken
    return tuple(mended)


def _next(words: Sequence[Word], *, after: _After) -> tuple[int, Word, _After]:
    """Return how many words were taken, what they spell, and what they are.

    After the word for a unit follows a proper name, which only the list of provinces may mend.
    """
    if after is _After.PROVINCIAL_UNIT and (found := phrase_at(words, book=PROVINCE_BOOK)):
        return *found, _After.UNIT
    if after not in _BEFORE_PROPER_NAMES and (found := phrase_at(words, book=BODY_BOOK)):
        return *found, _After.BODY
    if found := _unit(words, after=after):
        provincial = key(found[1].text) in _PROVINCIAL
        return *found, _After.PROVINCIAL_UNIT if provincial else _After.UNIT
    if after is _After.NOTHING and (found := _leading(words)):
        return *found, _After.BODY
    return 1, words[0], _After.UNIT if after in _BEFORE_PROPER_NAMES else _After.WORD


def _unit(words: Sequence[Word], *, after: _After) -> tuple[int, Word] | None:
    """Read "TÍNH" as "TỈNH" only where a unit must follow; it is a word as well ("VI TÍNH")."""
    found = phrase_at(words, book=UNIT_BOOK)
    if found and (after in {_After.NOTHING, _After.BODY} or _as_read(words, found)):
        return found
    return None


def _leading(words: Sequence[Word]) -> tuple[int, Word] | None:
    found = phrase_at(words, book=LEADING_BOOK)
    if found and (_as_read(words, found) or phrase_at(words[found[0] :], book=BODY_BOOK)):
        return found
    return None


def _as_read(words: Sequence[Word], found: tuple[int, Word]) -> bool:
    taken, phrase = found
    return "".join(word.text for word in words[:taken]) == "".join(phrase.text.split())
