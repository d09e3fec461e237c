"""Conditions that every PDF/A-2b file must meet, checked without the writer's help.

Necessary and not sufficient: what passes is "kiểm tra sơ bộ", never "conformant". The numbers are
the clauses of ISO 19005-2.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf, Stream

HEADER: Final = re.compile(rb"%PDF-1\.[4-7][\r\n]+%[\x80-\xff]{4}")
PART: Final = re.compile(r"pdfaid:part(?:>|=[\"'])2")
LEVEL: Final = re.compile(r"pdfaid:conformance(?:>|=[\"'])B")

FORBIDDEN_ACTIONS: Final = frozenset(
    {
        "/GoTo3DView",
        "/Hide",
        "/ImportData",
        "/JavaScript",
        "/Launch",
        "/Movie",
        "/Rendition",
        "/ResetForm",
        "/SetOCGState",
        "/Sound",
        "/Trans",
    }
)
FONT_PROGRAMS: Final = ("/FontFile", "/FontFile2", "/FontFile3")
SIMPLE_FONTS: Final = frozenset(
    {"/CIDFontType0", "/CIDFontType2", "/MMType1", "/TrueType", "/Type1"}
)

ACTION: Final = Name("/Action")

EDGE_BYTES: Final = 64


def faults_of(path: Path) -> tuple[str, ...]:
    """Return what keeps the file from being PDF/A-2b, as "clause: what", empty when nothing."""
    with path.open("rb") as file:
        start = file.read(EDGE_BYTES)
        file.seek(max(0, path.stat().st_size - EDGE_BYTES))
        found = [*_file(start, file.read())]
    try:
        with pikepdf.open(path) as pdf:
            found += _document(pdf)
            for item in pdf.objects:
                for part in _with_parts(item):
                    found += _object(part)
    except (pikepdf.PdfError, pikepdf.PasswordError):
        found.append("6.1: cannot be opened")
    return tuple(sorted(set(found)))


def _with_parts(item: Object) -> Iterator[Object]:
    """Give out a dictionary and all that are written inside it."""
    if isinstance(item, Dictionary | Stream):
        yield item
        parts = [part for _, part in item.items()]
    else:
        parts = list(item) if isinstance(item, pikepdf.Array) else []
    for part in parts:
        if isinstance(part, Dictionary | pikepdf.Array) and not part.is_indirect:
            yield from _with_parts(part)


def _file(start: bytes, end: bytes) -> Iterator[str]:
    if not HEADER.match(start):
        yield "6.1.2: header or binary comment"
    if not end.rstrip(b"\r\n").endswith(b"%%EOF"):
        yield "6.1.3: bytes after the end"


def _document(pdf: Pdf) -> Iterator[str]:
    if pdf.is_encrypted:
        yield "6.1.3: encrypted"
    if "/ID" not in pdf.trailer:
        yield "6.1.3: no file identifier"
    yield from _metadata(pdf)
    intents = pdf.Root.get("/OutputIntents", pikepdf.Array())
    if not any(str(intent.get("/S")) == "/GTS_PDFA1" for intent in intents):
        yield "6.2.3: no output intent"
    if "/NeedsRendering" in pdf.Root:
        yield "6.5: /NeedsRendering"
    names = pdf.Root.get("/Names", Dictionary())
    yield from (f"6.5: {name}" for name in ("/JavaScript", "/EmbeddedFiles") if name in names)


def _metadata(pdf: Pdf) -> Iterator[str]:
    metadata = pdf.Root.get("/Metadata")
    if metadata is None:
        yield "6.6.2: no metadata"
        return
    text = metadata.read_bytes().decode("utf-8", "replace")
    if not (PART.search(text) and LEVEL.search(text)):
        yield "6.6.4: part or level not claimed"


def _object(item: Object) -> Iterator[str]:
    if str(item.get("/Type")) == "/Font":
        yield from _font(item)
    if str(item.get("/S")) in FORBIDDEN_ACTIONS and item.get("/Type", ACTION) == ACTION:
        yield f"6.5.1: action {item.get('/S')}"  # an action need not say that it is one
    if "/AA" in item:
        yield "6.5.2: /AA"
    if isinstance(item, Stream):
        if "LZWDecode" in str(item.get("/Filter")):
            yield "6.1.7: LZW"
        if "/F" in item or "/FFilter" in item:
            yield "6.1.7: stream outside the file"
        if str(item.get("/Subtype")) == "/Image" and bool(item.get("/Interpolate", False)):
            yield "6.2.8: interpolated picture"


def _font(font: Object) -> Iterator[str]:
    if str(font.get("/Subtype")) not in SIMPLE_FONTS:
        return
    descriptor = font.get("/FontDescriptor", Dictionary())
    if not any(program in descriptor for program in FONT_PROGRAMS):
        yield f"6.2.11.4: font {font.get('/BaseFont')} not embedded"
