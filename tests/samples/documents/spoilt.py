"""Vietnamese documents whose text has been lost on the way, as old files and poor tools lose it."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import numpy as np

from samples.documents.blocks import (
    Block,
    Closing,
    Document,
    Field,
    Heading,
    Letterhead,
    Paragraph,
    Subtitle,
    Table,
    Title,
)

Rewriting = Callable[[str], str]


def rewritten(document: Document, *, name: str, rewrite: Rewriting) -> Document:
    """Return the document with every string in it rewritten."""
    return Document(
        name=f"{document.name}_{name}",
        blocks=tuple(_block(block, rewrite=rewrite) for block in document.blocks),
    )


def _block(block: Block, *, rewrite: Rewriting) -> Block:
    match block:
        case Letterhead(left=left, right=right) | Closing(left=left, right=right):
            sides = {"left": tuple(map(rewrite, left)), "right": tuple(map(rewrite, right))}
            return replace(block, **sides)
        case Title(lines=lines) | Subtitle(lines=lines):
            return replace(block, lines=tuple(map(rewrite, lines)))
        case Paragraph(text=text) | Heading(text=text):
            return replace(block, text=rewrite(text))
        case Field(label=label, value=value):
            return replace(block, label=rewrite(label), value=rewrite(value))
        case Table(rows=rows):
            return replace(block, rows=tuple(tuple(map(rewrite, row)) for row in rows))


def without_marks(text: str) -> str:
    """Return the text as typed on a machine without Vietnamese letters."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


_TCVN3_LOWER: Final = dict(
    zip(
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ",
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ",
        strict=True,
    )
)


def tcvn3_garbled(text: str) -> str:
    """Return the text in TCVN 5712:1993 (VN3) shown with a font that knows Latin-1 only."""
    text = unicodedata.normalize("NFC", text)
    return "".join(_TCVN3_LOWER.get(letter.lower(), letter) for letter in text)


_VNI_TONES: Final = {
    "\u0301": "ù",
    "\u0300": "ø",
    "\u0309": "û",
    "\u0303": "õ",
    "\u0323": "ï",
}
_VNI_LETTERS: Final = {
    "\u0302": dict(zip(_VNI_TONES, "áàåãä", strict=True)) | {"": "â"},
    "\u0306": dict(zip(_VNI_TONES, "éèúüë", strict=True)) | {"": "ê"},
}
_VNI_WHOLE: Final = dict(zip("đĐìíỉĩịỵ", "ñÑìíæóòî", strict=True))
_HORN: Final = "\u031b"


def vni_garbled(text: str) -> str:
    """Return the text in the VNI code shown with a font that knows Latin-1 only."""
    return "".join(map(_vni_letter, unicodedata.normalize("NFC", text)))


def _vni_letter(letter: str) -> str:
    if letter in _VNI_WHOLE:
        return _VNI_WHOLE[letter]
    base, *marks = unicodedata.normalize("NFD", letter)
    if _HORN in marks:
        marks.remove(_HORN)
        base = {"o": "ô", "O": "Ô", "u": "ö", "U": "Ö"}[base]
    tone = next((mark for mark in marks if mark in _VNI_TONES), "")
    for mark, codes in _VNI_LETTERS.items():
        if mark in marks:
            return base + codes[tone]
    return base + _VNI_TONES.get(tone, "")


def random_letters(rng: np.random.Generator) -> Rewriting:
    """Return a rewriting that keeps the shape of the text and nothing of its words."""
    letters = "abcdefghijklmnopqrstuvwxyz"

    def rewrite(text: str) -> str:
        return "".join(
            _like(letter, instead=letters[int(rng.integers(len(letters)))]) for letter in text
        )

    return rewrite


def _like(letter: str, *, instead: str) -> str:
    if not letter.isalpha():
        return letter
    return instead.upper() if letter.isupper() else instead
