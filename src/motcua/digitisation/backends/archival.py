"""Searchable PDF/A-2b, written with pikepdf (ISO 19005-2, level B)."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

import pikepdf
import pikepdf.pdfa
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from motcua.digitisation.backends import glyphless
from motcua.digitisation.backends.archival_lint import faults_of
from motcua.digitisation.errors import NotArchival
from motcua.digitisation.ports import Layer, PageLayers, ReadablePage
from motcua.digitisation.rules.text import Line, Word

POINTS_PER_MM: Final = 72 / 25.4
FLAVOUR: Final = "2b"
LANGUAGE: Final = "vi-VN"

SHORTEST_POINTS: Final = 3.0
LONGEST_POINTS: Final = 14_400.0

NO_CHARACTER: Final = frozenset({"Cc", "Cs", "Cn"})
"""The Unicode categories of control codes, halves of pairs and what is not assigned."""

# Of the height of a line of print with its marks: how large its letters are, where they stand.
LETTER_SIZE: Final = 0.85
BASE_LINE: Final = 0.82

RANGES_AT_ONCE: Final = 100
"""A block of a character map holds no more (Adobe Technical Note 5014)."""


class PikepdfArchivalWriter:
    """Gathers pages and writes them, checked twice before the file may stand."""

    def __init__(self, *, made_by: str) -> None:
        self._pdf = Pdf.new()
        self._made_by = made_by
        self._used: set[str] = set()
        self._font = self._pdf.make_indirect(Dictionary())

    def add_page(self, page: ReadablePage) -> None:
        """Append one page: its text unseen, its pictures over it."""
        width, height = _points(page.width_mm), _points(page.height_mm)
        pictures = dict(self._pictures(page.layers))
        content = [*self._words(page, height=height), *_drawn(page.layers, width, height)]
        sheet = self._pdf.add_blank_page(page_size=(round(width, 2), round(height, 2)))
        sheet.obj.Resources = Dictionary(
            XObject=Dictionary(pictures), Font=Dictionary({"/F": self._font})
        )
        sheet.obj.Contents = Stream(self._pdf, "\n".join(content).encode("ascii"))

    def write(self, target: Path, *, title: str, made_at: datetime) -> None:
        """Write the file; refuses with `NotArchival` rather than leave one that fails a check.

        Two checks that know nothing of each other: the allow-list of `pikepdf.pdfa` and our own
        list of necessary conditions. The same pages, title and time always give the same bytes.
        """
        self._complete_font()
        self._describe(title=title, made_at=made_at.isoformat(timespec="seconds"))
        with _whole_or_absent(target):
            try:
                pikepdf.pdfa.save(self._pdf, target, FLAVOUR, repair=False, deterministic_id=True)
            except pikepdf.pdfa.PdfaError as error:
                raise NotArchival(faults=tuple(map(str, error.report.findings))) from error
            if faults := faults_of(target):
                raise NotArchival(faults=faults)

    def _describe(self, *, title: str, made_at: str) -> None:
        self._pdf.Root.Lang = String(LANGUAGE)
        with self._pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = title
            metadata["dc:language"] = {LANGUAGE}
            metadata["xmp:CreatorTool"] = self._made_by
            metadata["xmp:CreateDate"] = made_at
        pikepdf.pdfa.prepare(self._pdf, FLAVOUR)
        with self._pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["xmp:MetadataDate"] = made_at  # `prepare` has looked at the clock

    def _pictures(self, layers: PageLayers) -> Iterator[tuple[str, Object]]:
        if layers.background is not None:
            space = Name.DeviceRGB if layers.background_is_colour else Name.DeviceGray
            yield "/Background", self._picture(
                layers.background, ColorSpace=space, BitsPerComponent=8, Filter=Name.DCTDecode
            )  # fmt: skip
        if layers.ink is not None:
            shape = (
                Dictionary(ColorSpace=Name.DeviceGray)
                if layers.background is None
                else Dictionary(ImageMask=True)
            )
            size = Dictionary(K=-1, Columns=layers.ink.width, Rows=layers.ink.height)
            coded = Dictionary(BitsPerComponent=1, Filter=Name.CCITTFaxDecode, DecodeParms=size)
            yield "/Ink", self._picture(layers.ink, **shape, **coded)

    def _picture(self, layer: Layer, **entries: Object | int | bool) -> Object:
        picture = Stream(self._pdf, layer.data)
        picture.Type, picture.Subtype = Name.XObject, Name.Image
        picture.Width, picture.Height = layer.width, layer.height
        for name, entry in entries.items():
            picture[f"/{name}".replace("//", "/")] = entry
        return self._pdf.make_indirect(picture)

    def _words(self, page: ReadablePage, *, height: float) -> Iterator[str]:
        if not page.text.lines:
            return
        scale = POINTS_PER_MM / page.pixels_per_mm
        yield "BT 3 Tr"
        for line in page.text.lines:
            self._used.update(_basic(line.text))
            yield from _line(line, scale=scale, page_height=height)
        yield "ET"

    def _complete_font(self) -> None:
        """Fill in the shared font, now that the characters it must name are known."""
        pdf = self._pdf
        program = glyphless.font_file()
        file = Stream(pdf, program)
        file.Length1 = len(program)
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name(f"/{glyphless.NAME}"),
            Flags=5,
            FontBBox=Array([0, 0, glyphless.ADVANCE, glyphless.EM]),
            ItalicAngle=0,
            Ascent=glyphless.EM,
            Descent=-1,
            CapHeight=glyphless.EM,
            StemV=80,
            FontFile2=pdf.make_indirect(file),
        )
        glyph = glyphless.GLYPH.to_bytes(2, "big")
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name(f"/{glyphless.NAME}"),
            CIDSystemInfo=Dictionary(
                Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
            ),
            FontDescriptor=pdf.make_indirect(descriptor),
            DW=glyphless.ADVANCE,
            CIDToGIDMap=pdf.make_indirect(Stream(pdf, glyph * 0x10000)),
        )
        self._font.update(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name(f"/{glyphless.NAME}"),
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(descendant)]),
                ToUnicode=pdf.make_indirect(Stream(pdf, _character_map(self._used))),
            )
        )


@contextmanager
def _whole_or_absent(target: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _points(millimetres: float) -> float:
    """Return a side of a page, within what a PDF page may measure (ISO 32000-1, Annex C)."""
    return min(max(SHORTEST_POINTS, millimetres * POINTS_PER_MM), LONGEST_POINTS)


def _drawn(layers: PageLayers, width: float, height: float) -> Iterator[str]:
    place = f"{width:.2f} 0 0 {height:.2f} 0 0 cm"
    if layers.background is not None:
        yield f"q {place} /Background Do Q"
    if layers.ink is not None:
        red, green, blue = (part / 255 for part in layers.ink_colour)
        paint = f"{red:.3f} {green:.3f} {blue:.3f} rg " if layers.background is not None else ""
        yield f"q {paint}{place} /Ink Do Q"


def _line(line: Line, *, scale: float, page_height: float) -> Iterator[str]:
    """Place every word over its print, and a space over the gap to the next."""
    size = max(1.0, line.box.height * scale * LETTER_SIZE)
    base = page_height - (line.box.top + line.box.height * BASE_LINE) * scale
    yield f"/F {size:.1f} Tf"
    for word, following in zip(line.words, (*line.words[1:], None), strict=True):
        text = _basic(word.text)
        wide = _stretch(word.box.width * scale, letters=len(text), size=size)
        yield f"{wide:.1f} Tz 1 0 0 1 {word.box.left * scale:.2f} {base:.2f} Tm <{_hex(text)}> Tj"
        if following is not None:
            yield f"{_gap(word, following, scale=scale, size=size):.1f} Tz <0020> Tj"


def _gap(word: Word, following: Word, *, scale: float, size: float) -> float:
    width = max(1, following.box.left - word.box.right) * scale
    return _stretch(width, letters=1, size=size)


def _stretch(width: float, *, letters: int, size: float) -> float:
    natural = letters * size * glyphless.ADVANCE / glyphless.EM
    return max(1.0, 100 * width / max(natural, 0.01))


def _basic(text: str) -> str:
    """Return the text in characters of two bytes, which is all that the font's codes can name.

    What no reader may print, a control character say, is replaced as well: one would make the
    check refuse the whole document.
    """
    return "".join(sign if _has_code(sign) else "\ufffd" for sign in text)


def _has_code(sign: str) -> bool:
    return ord(sign) < 0x10000 and unicodedata.category(sign) not in NO_CHARACTER


def _hex(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def _character_map(used: set[str]) -> bytes:
    """Return the map from codes to characters, by rows of 256 as the format wants them."""
    rows = sorted({ord(sign) >> 8 for sign in used} | {0})
    ranges = [f"<{row:02X}00> <{row:02X}FF> <{row:02X}00>" for row in rows]
    blocks = (
        f"{len(part)} beginbfrange\n" + "\n".join(part) + "\nendbfrange"
        for part in (
            ranges[start : start + RANGES_AT_ONCE]
            for start in range(0, len(ranges), RANGES_AT_ONCE)
        )
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        + "\n".join(blocks)
        + "\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
