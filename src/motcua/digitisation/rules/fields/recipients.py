"""Who receives the document: cell 9b of the decree's drawing, "Nơi nhận:" at the left of the foot.

One recipient for each dash; the last one is the file copy, "Lưu: VT, ..." (Decree 30/2020/NĐ-CP,
Appendix I, Part I, section II, paragraph 9). A list with a hole in it would send a document astray,
so it is answered whole or not at all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from motcua.digitisation.rules.fields.certainty import are_contradicted, is_sure_prose
from motcua.digitisation.rules.fields.letters import bare, distance, key
from motcua.digitisation.rules.fields.phrases import in_plain_words
from motcua.digitisation.rules.fields.sheet import DASHES, Sheet, after_letters, is_broken, rows_of
from motcua.digitisation.rules.fields.tables import PROSE_BOOK, REMARK_BOOK
from motcua.digitisation.rules.text import Box, Line, Word

LEFT_UNTIL: Final = 0.5
"""Share of the width in which the list stands; the decree's cell 9b ends at a third."""

NEXT_LINE_WITHIN: Final = 2.5
"""Letter heights of white that end the list."""

SLIPS_IN_HEADING: Final = 2

_WORDING: Final = "noinhan"
_NOT_THAT: Final = "nguoinhan"
_FILE_COPY: Final = "luu"
_GIVEN: Final = frozenset({"luu", "vt", "vi", "bc", "nhu", "tren"})
"""Words of the forms themselves, which need not be read surely."""
_CLOSING: Final = " .,;:"
_HALF_FILE_COPY: Final = re.compile(r"luu\W*$|v[til]\b")
"""On bare letters: the file copy without its label or without its place."""

_STOP_INSIDE: Final = re.compile(r"[.;] [^\W\d_A-ZĐÂĂÊÔƠƯ]")
"""A comma read as a stop, or two entries read as one."""

_MARKS: Final = frozenset(".;:")
_REMARK: Final = re.compile(r"\(([^()]*)\)")
_REGISTRY: Final = re.compile(
    r"(?P<label>lưu\s*[:.]?\s*)V[TIL1F]\b[.;,]?\s*(?P<rest>.*)", re.IGNORECASE
)
"""The file copy stays at the registry, "VT" (văn thư), which is often read as VI."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientList:
    """The recipients as printed, without dashes and closing marks."""

    names: tuple[str, ...]
    words: tuple[Word, ...]
    is_closed: bool
    """Whether it ends with the file copy, as the decree wants it."""


def heading_in(sheet: Sheet) -> Box | None:
    """Return where "Nơi nhận:" stands on the page."""
    for piece in sheet.pieces:
        if piece.box.centre[0] <= sheet.across(LEFT_UNTIL) and _is_heading(key(piece.text)):
            return piece.box
    return None


def _is_heading(letters: str) -> bool:
    if len(letters) > len(_NOT_THAT):
        return False
    off = distance(letters, _WORDING)
    return off <= SLIPS_IN_HEADING and off < distance(letters, _NOT_THAT)


def recipients_under(heading: Box, *, sheet: Sheet) -> RecipientList | None:
    """Return the list under the heading, or nothing if a word of it is in doubt."""
    entries: list[tuple[Word, ...]] = []
    for row in _rows_under(heading, sheet=sheet):
        if entries and _is_file_copy(entries[-1]):
            break
        if is_broken(row, letter_height=sheet.letter_height):
            return None
        begins, words = _without_dash(row)
        if entries and not begins and not entries[-1][-1].text.endswith(";"):
            entries[-1] += words
        elif words:
            entries.append(words)
    names = tuple(name for entry in entries if (name := _name(entry, sheet=sheet)))
    if not names or len(names) < len(entries):
        return None
    return RecipientList(
        names=names,
        words=tuple(chain.from_iterable(entries)),
        is_closed=_is_file_copy(entries[-1]),
    )


def _name(entry: Sequence[Word], *, sheet: Sheet) -> str | None:
    """Return the entry as text, or nothing where a word is in doubt or one is missing."""
    words = in_plain_words(entry, book=PROSE_BOOK)
    text = " ".join(word.text for word in words)
    certain = all(key(word.text) in _GIVEN or is_sure_prose(word, sheet=sheet) for word in words)
    if not certain or not _is_closed(text) or are_contradicted(words, sheet=sheet):
        return None
    if found := _REGISTRY.fullmatch(text):
        rest = ", ".join(part.strip() for part in re.split("[,;]", found["rest"]) if part.strip())
        colon = ":" if ":" in found["label"] else ""
        return f"Lưu{colon} VT, {rest}".strip(_CLOSING)
    remarks = [(remark, REMARK_BOOK.spelling(remark)) for remark in _REMARK.findall(text)]
    for remark, spelling in remarks:
        if spelling:
            text = text.replace(f"({remark})", f"({spelling})")
        elif "/" in remark:
            return None
    return text.strip(_CLOSING)


def _is_closed(text: str) -> bool:
    """Tell whether nothing is missing at the end: every entry closes with a mark."""
    ends = text[-1:] in _MARKS and text.count("(") == text.count(")")
    ends = ends and not _STOP_INSIDE.search(text)
    return ends and _HALF_FILE_COPY.match(bare(text)) is None and text.lower().find("lưu:") < 1


def _rows_under(heading: Box, *, sheet: Sheet) -> Iterator[Line]:
    pieces = (
        piece
        for piece in sheet.pieces
        if piece.box.centre[1] > heading.bottom
        and piece.box.centre[0] < sheet.across(LEFT_UNTIL)
        and piece.box.left < heading.right + heading.width
    )
    edge = heading.bottom
    for row in rows_of(pieces):
        if row.box.top - edge > NEXT_LINE_WITHIN * sheet.letter_height:
            return
        yield row
        edge = row.box.bottom


def _without_dash(row: Line) -> tuple[bool, tuple[Word, ...]]:
    """Return whether the row begins an entry, and its words without the dash."""
    first = row.words[0].text
    if first[0] not in DASHES:
        return False, row.words
    return True, after_letters(row.words, at=1)


def _is_file_copy(entry: Sequence[Word]) -> bool:
    return bool(entry) and key(entry[0].text).startswith(_FILE_COPY)
