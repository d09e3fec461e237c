"""The print of one page, put together again from its words.

A recogniser may give two columns as one line or one line as two, so its lines are not relied on:
only where the words stand counts.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, pairwise
from statistics import median
from typing import Final

from motcua.digitisation.rules.fields.letters import bare
from motcua.digitisation.rules.fields.trust import MENDED
from motcua.digitisation.rules.fields.values import ReadPage
from motcua.digitisation.rules.text import Box, Line, Word

SAME_ROW: Final = 0.5
"""Two words stand on one row when they share this much of the lower one's height."""

WIDE_GAP: Final = 1.3
"""A gap of this many letter heights parts two pieces. Spaces in justified text are narrower, and on
the trial pages no two columns of a head that do not touch were nearer than 1.4."""

OVERLAP: Final = 1.0
"""Letter heights two words of one row may overlap, their boxes being a little too wide."""

TOO_TALL: Final = 4.0
"""What is higher than this many letters is a rule, a seal or a signature."""

UNSURE: Final = 0.5
UNSURE_TOO_TALL: Final = 2.0
"""Such a word, read badly as well, is two rows or more taken for one letter."""

TOO_NARROW: Final = 0.2
"""What is read as a dash and is narrower than this many letter heights is a speck."""

READ_PLAINLY: Final = 0.93
"""Most words of clean print are read with this confidence or more."""

DASHES: Final = frozenset("-–—−‐~•+")
_SIGNS: Final = DASHES | {"/"}
_SAME_SIGN: Final = str.maketrans("⁄∕／–—−‐：", "///----:")
_ETH: Final = str.maketrans("Ðð", "Đđ")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One page: its legible words and the height of its print."""

    page: ReadPage
    words: tuple[Word, ...]

    @cached_property
    def letter_height(self) -> float:
        """Return the height of a word in the middle of the page's heights, 1 without words."""
        return max(1.0, median(word.box.height for word in self.words)) if self.words else 1.0

    @cached_property
    def pieces(self) -> tuple[Line, ...]:
        """Return the runs of words that stand together, from the top."""
        return pieces_of(self.words, letter_height=self.letter_height)

    @cached_property
    def rows(self) -> tuple[Line, ...]:
        """Return the pieces side by side as one line each, from the top."""
        return rows_of(self.pieces)

    @cached_property
    def _spellings(self) -> dict[str, set[str]]:
        spellings: dict[str, set[str]] = {}
        for word in self.words:
            if word.confidence >= READ_PLAINLY:
                for part in parts_of(word):
                    spellings.setdefault(bare(part), set()).add(part.lower())
        return spellings

    def repeats(self, word: Word) -> bool:
        """Tell whether the page has the word elsewhere, read plainly and spelled only so."""
        parts = parts_of(word)
        return bool(parts) and all(
            self._spellings.get(bare(part)) == {part.lower()} for part in parts
        )

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        return Counter(
            pair
            for piece in self.pieces
            for before, after in pairwise(piece.words)
            if (pair := _pair(before.text, after.text))
        )

    @cached_property
    def _pairs_by_letters(self) -> dict[tuple[str, str], set[tuple[str, str]]]:
        spellings: dict[tuple[str, str], set[tuple[str, str]]] = {}
        for pair in self._pairs:
            spellings.setdefault((bare(pair[0]), bare(pair[1])), set()).add(pair)
        return spellings

    def spells_otherwise(self, before: str, after: str) -> bool:
        """Tell whether the page has these two words with other marks, at least as often as so."""
        pair = _pair(before, after)
        if pair is None or pair not in self._pairs:
            return False
        others = self._pairs_by_letters[bare(pair[0]), bare(pair[1])] - {pair}
        return bool(others) and sum(self._pairs[other] for other in others) >= self._pairs[pair]

    def has_again(self, before: str, after: str) -> bool:
        """Tell whether the page has these two words more than once in this spelling."""
        pair = _pair(before, after)
        return pair is not None and self._pairs[pair] > 1

    def across(self, share: float) -> float:
        """Return the x at this share of the width."""
        return self.page.width * share

    def down(self, share: float) -> float:
        """Return the y at this share of the height."""
        return self.page.height * share


def sheet_of(page: ReadPage) -> Sheet:
    """Keep of a page what is print: words with a letter, a digit or a dash, cut to the page."""
    words = tuple(_legible(page))
    sheet = Sheet(page=page, words=words)
    return Sheet(page=page, words=tuple(word for word in words if _is_print(word, sheet)))


def _is_print_letter(letter: str) -> bool:
    """Accents read for themselves ("ˆ") count as letters in Unicode, but are specks."""
    return letter.isascii() and letter.isalnum()


def _is_print(word: Word, sheet: Sheet) -> bool:
    if word.text in _SIGNS:
        return word.box.width >= sheet.letter_height * TOO_NARROW
    tallest = UNSURE_TOO_TALL if word.confidence < UNSURE else TOO_TALL
    return word.box.height <= sheet.letter_height * tallest


def _legible(page: ReadPage) -> Iterator[Word]:
    for word in page.text.words:
        read = "".join(unicodedata.normalize("NFC", word.text).translate(_SAME_SIGN).split())
        text = read.replace("ĐÐ", "Đ").replace("ÐĐ", "Đ").translate(_ETH)
        trust = _from_0_to_1(word.confidence) * (MENDED if len(text) < len(read) else 1.0)
        box = _cut(word.box, page)
        if box is not None and (text in _SIGNS or any(map(_is_print_letter, bare(text)))):
            yield Word(text=text, box=box, confidence=trust)


def _cut(box: Box, page: ReadPage) -> Box | None:
    inside = Box(
        left=max(0, box.left),
        top=max(0, box.top),
        right=min(page.width, box.right),
        bottom=min(page.height, box.bottom),
    )
    return inside if inside.width > 0 and inside.height > 0 else None


def _from_0_to_1(value: float) -> float:
    return min(1.0, max(0.0, value)) if value == value else 0.0  # noqa: PLR0124 (not a number)


def share_a_row(a: Box, b: Box) -> bool:
    """Tell whether two boxes stand side by side on one row of print."""
    common = min(a.bottom, b.bottom) - max(a.top, b.top)
    return common >= SAME_ROW * min(a.height, b.height)


def _together(a: Box, b: Box, *, letter_height: float) -> bool:
    gap = max(a.left, b.left) - min(a.right, b.right)
    return gap <= WIDE_GAP * letter_height and share_a_row(a, b)


def pieces_of(words: Sequence[Word], *, letter_height: float) -> tuple[Line, ...]:
    """Return the runs of words without a wide gap, each left to right, from the top."""
    order = sorted(words, key=lambda word: word.box.top)
    group = list(range(len(order)))

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    for i, word in enumerate(order):
        for j in range(i + 1, len(order)):
            if order[j].box.top >= word.box.bottom:
                break
            if _together(word.box, order[j].box, letter_height=letter_height):
                group[root(j)] = root(i)
    runs: dict[int, list[Word]] = {}
    for at, word in enumerate(order):
        runs.setdefault(root(at), []).append(word)
    return _from_the_top(line_of(run) for run in runs.values())


def rows_of(pieces: Iterable[Line]) -> tuple[Line, ...]:
    """Join the pieces that stand on one row."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda piece: piece.box.centre[1]):
        if rows and share_a_row(rows[-1][-1].box, piece.box):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return _from_the_top(line_of(chain.from_iterable(piece.words for piece in row)) for row in rows)


def is_broken(line: Line, *, letter_height: float) -> bool:
    """Tell whether print is missing between two words, or two rows run through one another."""
    gaps = [after.box.left - before.box.right for before, after in pairwise(line.words)]
    widest, closest = max(gaps, default=0), min(gaps, default=0)
    return widest > WIDE_GAP * letter_height or closest < -OVERLAP * letter_height


def line_of(words: Iterable[Word]) -> Line:
    """Return the words as a line, left to right."""
    return Line(words=tuple(sorted(words, key=lambda word: (word.box.left, word.box.right))))


def _from_the_top(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: (line.box.top, line.box.left)))


def parts_of(word: Word) -> list[str]:
    """Return the runs of letters and digits in a word."""
    return "".join(letter if letter.isalnum() else " " for letter in word.text).split()


_AROUND: Final = ".,;:()\"'-"


def _pair(before: str, after: str) -> tuple[str, str] | None:
    """Return two words in small letters without the signs around them, if they are words."""
    pair = before.strip(_AROUND).lower(), after.strip(_AROUND).lower()
    return pair if pair[0].isalpha() and pair[1].isalpha() else None


def respelled(word: Word, text: str, *, confidence: float) -> Word:
    """Return the word with another text where it stands."""
    return replace(word, text=text, confidence=confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """A line as one text in which every letter still knows its word."""

    text: str
    owners: tuple[Word, ...]

    @property
    def bare(self) -> str:
        """Return the text without marks, letter for letter."""
        return bare(self.text)

    def words(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that own the letters from `start` to before `end`."""
        owners = [
            word
            for letter, word in zip(self.text[start:end], self.owners[start:end], strict=True)
            if not letter.isspace()
        ]
        return tuple({id(word): word for word in owners}.values())

    def cut(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the same words, but of each only the letters from `start` to before `end`."""
        cut: list[Word] = []
        for word in self.words(start, end):
            mine = range(start, end)
            text = "".join(self.text[at] for at in mine if self.owners[at] is word).strip()
            cut.append(respelled(word, text, confidence=word.confidence))
        return tuple(cut)


def spelled(words: Sequence[Word]) -> Spelled:
    """Write the words in a row with single spaces."""
    text = " ".join(word.text for word in words)
    owners = tuple(chain.from_iterable([word] * (len(word.text) + 1) for word in words))
    return Spelled(text=text, owners=owners[: len(text)])


def after_letters(words: Sequence[Word], *, at: int) -> tuple[Word, ...]:
    """Return what is written from this letter on; a word may hold a label and what follows."""
    rest: list[Word] = []
    for word in words:
        text = word.text[max(0, at) :]
        if text:
            rest.append(respelled(word, text, confidence=word.confidence))
        at -= len(word.text) + 1
    return tuple(rest)
