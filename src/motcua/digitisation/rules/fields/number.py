"""Number and symbol: cell 3 of the decree's drawing, under the names of the left column.

A number is answered only whole and only printed. It must follow the grammar of Decree
30/2020/NĐ-CP, Article 8 and Appendix III (15/QĐ-BNV, 12/UBND-VX), of the Party (12-CV/HU), of
legislation (30/2020/NĐ-CP), or of a register with a year (318/2022). Where a clerk wrote the figure
by hand over dots, the recogniser gives odd letters, low confidence or a word of another size, and
there is no answer, however certain the symbol.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Final

from motcua.digitisation.rules.document_kinds import (
    ADMINISTRATIVE,
    EVERY_KIND,
    PARTY,
    DocumentKind,
)
from motcua.digitisation.rules.fields.letters import bare
from motcua.digitisation.rules.fields.sheet import after_letters, share_a_row, spelled
from motcua.digitisation.rules.fields.trust import MENDED, SURE_WORD, UNCONFIRMED
from motcua.digitisation.rules.syllables import is_syllable
from motcua.digitisation.rules.text import Line, Word

OVERLAID_SURE: Final = 0.92
"""A figure that stands apart from its symbol was put in later, by machine or by hand; no figure
written by hand was read with more than 0.88 on the three real pages that have some."""

APART: Final = 0.45
"""Heights of the figure that part it from its symbol; print sets them without a space."""

_LABEL: Final = re.compile(r"[s§5$]\s?[o0](?:\s*[:;.]\s*|\s*(?=[\d/-]))")
"""On bare letters: Số, Sô, So, SỐ, §ố. Without a colon only before a figure: "SỞ" is no label."""

_FIGURES_AS_LETTERS: Final = str.maketrans("OoIl|", "00111")
_SMALL_LETTERS: Final = r"TTr|CTr|QyĐ|TrS|BCĐ"
_GROUP: Final = rf"(?:{_SMALL_LETTERS}|[A-ZĐÂĂÊÔƠƯ]{{1,12}}(?:\.?\d{{1,3}})?)"
_SYMBOL: Final = rf"{_GROUP}(?:[-&.]{_GROUP}){{0,4}}"


class Grammar(StrEnum):
    """After what rule a number is built."""

    STATE = "state"
    PARTY = "party"
    REGISTER = "register"


_GRAMMARS: Final = (
    (
        Grammar.STATE,
        re.compile(rf"(?P<figure>[^/-]+)(?:/(?P<year>(?:19|20)\d\d))?/(?P<symbol>{_SYMBOL})"),
    ),
    (Grammar.PARTY, re.compile(rf"(?P<figure>[^/-]+)-(?P<symbol>{_GROUP}/{_SYMBOL})")),
    (Grammar.REGISTER, re.compile(r"(?P<figure>[^/-]+)/(?P<year>(?:19|20)\d\d)")),
)

_FIGURE: Final = re.compile(r"0*[1-9]\d{0,4}")
_LIKE_PRINT: Final = (0.6, 1.05)
"""Heights of printed figures in heights of the symbol, whose stroke is the tallest sign."""

KIND_SYMBOLS: Final = frozenset(
    kind.symbol for kind in (*EVERY_KIND, *PARTY.entries) if kind.symbol is not None
)

_BARE_SYMBOLS: Final = {bare(symbol): symbol for symbol in ("QĐ", "CĐ", "TTr", "CTr")}
_ADMINISTRATIVE_SYMBOLS: Final = frozenset(kind.symbol for kind in ADMINISTRATIVE.entries)
_UNDER_A_DECISION: Final = frozenset({"Quy chế", "Quy định", "Chương trình", "Phương án"})
"""Kinds that are printed with the number of the decision that issues them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow:
    """The row that begins with "Số": what it says, certain or not."""

    line: Line
    words: tuple[Word, ...]
    """Without the label."""

    @property
    def kind_symbol(self) -> str | None:
        """Return the letters of a kind in it, which need no figure to be certain."""
        found = re.search(rf"[/-]\s?({_GROUP})(?=[-/]|$)", spelled(self.words).text)
        return found[1] if found and found[1] in KIND_SYMBOLS else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number that is whole, printed and built by the rules."""

    text: str
    words: tuple[Word, ...]
    agreement: float
    groups: tuple[str, ...]
    """The groups of letters of the symbol."""

    grammar: Grammar


def number_row(lines: Iterable[Line]) -> NumberRow | None:
    """Return the first line that begins like "Số:"."""
    for line in lines:
        label = _LABEL.match(spelled(line.words).bare)
        if label:
            return NumberRow(line=line, words=after_letters(line.words, at=label.end()))
    return None


def number_in(row: NumberRow) -> Number | None:
    """Return the number if it is certain, printed and whole."""
    words = _joined_to_the_first(row.words)
    if not words or any(word.confidence < SURE_WORD for word in words):
        return None
    text = "".join(word.text for word in words).rstrip(".,;:")
    for grammar, pattern in _GRAMMARS:
        if found := pattern.fullmatch(text):
            return _number(found, words=words, grammar=grammar)
    return None


def _joined_to_the_first(words: Sequence[Word]) -> tuple[Word, ...]:
    """Leave out what stands far to the right of the number on the same row."""
    for at, (before, after) in enumerate(pairwise(words), 1):
        has_symbol = any("/" in word.text for word in words[:at])
        if has_symbol and after.box.left - before.box.right > before.box.height:
            return tuple(words[:at])
    return tuple(words)


def _number(found: re.Match[str], *, words: Sequence[Word], grammar: Grammar) -> Number | None:
    read = found["figure"]
    figure = read.translate(_FIGURES_AS_LETTERS)
    if not _FIGURE.fullmatch(figure) or not any(sign.isdecimal() for sign in read):
        return None
    if not _is_one_print(words):
        return None
    symbol = found.groupdict().get("symbol") or ""
    return Number(
        text=figure + found.string[found.end("figure") :],
        words=tuple(words),
        agreement=1.0 if figure == read else MENDED,
        groups=tuple(re.findall(_GROUP, symbol)),
        grammar=grammar,
    )


def _is_one_print(words: Sequence[Word]) -> bool:
    """Tell whether figure and symbol were set at once, or the figure laid over it by machine."""
    first, *others = words
    if not others:
        return True
    following = others[0]
    gap = following.box.left - first.box.right
    if gap <= APART * first.box.height:
        return True
    size = first.box.height / following.box.height
    level = share_a_row(first.box, following.box) and first.box.top >= following.box.top - gap / 4
    return level and _LIKE_PRINT[0] <= size <= _LIKE_PRINT[1] and first.confidence >= OVERLAID_SURE


def agreed_with_kind(number: Number, kind: DocumentKind | None) -> Number | None:
    """Mend the letters of the kind by the kind that is printed; refuse where they contradict.

    "QD" can only be QĐ; "DA" is Dự án or Đề án, which the title decides.
    """
    if not number.groups or number.grammar is Grammar.REGISTER:
        return number
    first = number.groups[0]
    wanted = kind.symbol if kind else None
    if wanted is None and first not in KIND_SYMBOLS:
        wanted = _BARE_SYMBOLS.get(bare(first))
    if wanted is None or wanted == first:
        return number
    if bare(wanted) == bare(first):
        text = number.text.replace(first, wanted, 1)
        groups = (wanted, *number.groups[1:])
        return replace(number, text=text, groups=groups, agreement=number.agreement * MENDED)
    contradicts = kind in ADMINISTRATIVE.entries and first in _ADMINISTRATIVE_SYMBOLS
    return None if contradicts and kind and kind.name not in _UNDER_A_DECISION else number


def agreed_with_issuer(number: Number, issuer: str | None) -> Number:
    """Doubt a symbol in which no group stands for the issuer ("STP" for SỞ TƯ PHÁP)."""
    initials = _initials(issuer or "")
    if any(_runs_through(bare(group), initials) for group in number.groups):
        return number
    return replace(number, agreement=number.agreement * UNCONFIRMED)


def _initials(name: str) -> str:
    words = "".join(letter if letter.isalnum() else " " for letter in name).split()
    return "".join(bare(word[0] if is_syllable(word) else word) for word in words)


def _runs_through(group: str, initials: str) -> bool:
    """Tell whether the letters of the group stand in this order among the initials."""
    rest = iter(initials)
    return all(letter in rest for letter in group)
