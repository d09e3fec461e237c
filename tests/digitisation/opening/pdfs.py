"""Makes the PDFs of these tests, each from a few objects."""

import io
import zlib

import numpy as np
import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name
from PIL import Image

from samples.fonts import FONTS, Family, Style

A4 = (595.2, 844.8)
WIDTH, HEIGHT = 124, 176
"""A page of nearly A4 at 15 dpi: small, and right to the pixel."""

UPRIGHT = (1, 0, 0, 1, 0, 0)
WHOLE_PAGE = (A4[0], 0, 0, A4[1], 0, 0)


def scan():
    """Return a grey page with a mark in one corner."""
    page = np.full((HEIGHT, WIDTH), 245, dtype=np.uint8)
    page[10:40, 10:60] = 30
    page[100:120, 70:80] = 90
    return page


def colour_scan():
    page = np.repeat(scan()[..., None], 3, axis=2)
    page[60:80, 20:100] = (190, 20, 20)
    return page


def jpeg(pixels, **options):
    target = io.BytesIO()
    Image.fromarray(pixels).save(target, "JPEG", quality=85, **options)
    return target.getvalue()


def saved(pdf):
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def empty(*, size=A4, pages=1):
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=size)
    return pdf


def image(pdf, code, *, width=WIDTH, height=HEIGHT, space=Name.DeviceGray, depth=8, **said):
    return pdf.make_stream(
        code,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=width,
        Height=height,
        ColorSpace=space,
        BitsPerComponent=depth,
        **said,
    )


def jpeg_image(pdf, code, *, space=Name.DeviceGray, **said):
    return image(pdf, code, space=space, Filter=Name.DCTDecode, **said)


def flate_image(pdf, pixels, **said):
    space = Name.DeviceGray if pixels.ndim == 2 else Name.DeviceRGB
    code = zlib.compress(pixels.tobytes())
    return image(pdf, code, space=space, Filter=Name.FlateDecode, **said)


def fax_image(pdf, bits):
    """Return a picture in Group 4, cut out of a TIFF."""
    target = io.BytesIO()
    Image.fromarray(bits).save(target, "TIFF", compression="group4")
    tags = Image.open(target).tag_v2
    code = target.getvalue()[tags[273][0] :][: tags[279][0]]
    height, width = bits.shape
    how = Dictionary(K=-1, Columns=width, Rows=height, BlackIs1=tags[262] == 1)
    said = {"Filter": Name.CCITTFaxDecode, "DecodeParms": how}
    return image(pdf, code, width=width, height=height, depth=1, **said)


def place(pdf, stream, *, number=0, matrix=WHOLE_PAGE, name="Scan"):
    """Paint a picture over what the page has."""
    page = pdf.pages[number]
    drawn = " ".join(f"{part:.4f}" for part in matrix)
    if "/XObject" not in page.Resources:
        page.Resources.XObject = Dictionary()
    page.Resources.XObject[f"/{name}"] = stream
    paint(pdf, f"q {drawn} cm /{name} Do Q", number=number)


def paint(pdf, content, *, number=0):
    if "/Resources" not in pdf.pages[number]:
        pdf.pages[number].Resources = Dictionary()
    pdf.pages[number].contents_add(content.encode())


def scanned(code=None, **page):
    """Return a PDF as a scanner writes it: one JPEG a page."""
    pdf = empty(**page)
    size = page.get("size", A4)
    code = jpeg(scan()) if code is None else code
    place(pdf, jpeg_image(pdf, code), matrix=(size[0], 0, 0, size[1], 0, 0))
    return pdf


def write(pdf, lines, *, number=0, top=780, mode=0, points=12):
    """Write lines of text, in letters that are drawn (mode 0) or unseen (mode 3)."""
    placed = [(72, top - 18 * row, line) for row, line in enumerate(lines)]
    set_out(pdf, placed, number=number, mode=mode, points=points)


def set_out(  # noqa: PLR0913 (a test says only what it is about)
    pdf, placed, *, number=0, mode=0, points=12, matrix=UPRIGHT, standing_for=None
):
    """Write texts where they are said to begin, in points from the lower left.

    A sign in `standing_for` is drawn as it is, and said to be the other.
    """
    path = FONTS[Family.TINOS].path(Style.REGULAR)
    font = TTFont(path)
    signs = set("".join(text for _, _, text in placed))
    glyphs = {sign: font.getGlyphID(font.getBestCmap()[ord(sign)]) for sign in signs}
    page = pdf.pages[number]
    if "/Resources" not in page:
        page.Resources = Dictionary()
    if "/Font" not in page.Resources:
        page.Resources.Font = Dictionary()
    name = f"Office{len(page.Resources.Font)}"
    page.Resources.Font[f"/{name}"] = _embedded(pdf, path, font, glyphs, standing_for or {})
    shown = [f"1 0 0 1 {x:.2f} {y:.2f} Tm <{_hex(text, glyphs)}> Tj" for x, y, text in placed]
    turned = " ".join(map(str, matrix))
    text = f"BT /{name} {points} Tf {mode} Tr {' '.join(shown)} ET"
    paint(pdf, f"q {turned} cm {text} Q", number=number)


def _hex(line, glyphs):
    return "".join(f"{glyphs[sign]:04X}" for sign in line)


def _embedded(pdf, path, font, glyphs, standing_for):
    em = font["head"].unitsPerEm
    widths = Array()
    for sign, glyph in glyphs.items():
        width = font["hmtx"][font.getBestCmap()[ord(sign)]][0]
        widths.extend([glyph, Array([round(1000 * width / em)])])
    described = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Tinos, Flags=4,
        FontBBox=Array([0, -300, 1000, 1000]),
        ItalicAngle=0, Ascent=900, Descent=-300, CapHeight=700, StemV=80,
        FontFile2=pdf.make_stream(path.read_bytes()),
    )  # fmt: skip
    inner = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Tinos, W=widths, DW=500,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(described), CIDToGIDMap=Name.Identity,
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Tinos, Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(inner)]),
            ToUnicode=pdf.make_stream(_to_unicode(glyphs, standing_for)),
        )
    )  # fmt: skip


def _to_unicode(glyphs, standing_for):
    said = {glyph: standing_for.get(sign, sign) for sign, glyph in glyphs.items()}
    pairs = [f"<{glyph:04X}> <{sign.encode('utf-16-be').hex()}>" for glyph, sign in said.items()]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    listed = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def "
        "/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{listed}\nendcmap end end"
    ).encode()


def sign(pdf):
    """Put a signature on it, as far as anybody can see who does not verify it."""
    signature = pdf.make_indirect(
        Dictionary(
            Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), SubFilter=Name("/ETSI.CAdES.detached"),
            ByteRange=Array([0, 10, 20, 30]), Contents=pikepdf.String(bytes(20)),
        )
    )  # fmt: skip
    field = pdf.make_indirect(
        Dictionary(
            FT=Name.Sig, T="Signature1", V=signature, Type=Name.Annot, Subtype=Name.Widget,
            Rect=Array([0, 0, 0, 0]), F=2,
        )
    )  # fmt: skip
    pdf.pages[0].Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)


def stick(pdf, *, kind, **said):
    """Stick a black rectangle on the page: a stamp, a filled field."""
    look = pdf.make_stream(
        b"0 g 0 0 200 100 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 200, 100])
    )
    annotation = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=kind, Rect=Array([100, 100, 300, 200]), F=4,
            AP=Dictionary(N=look), **said,
        )
    )  # fmt: skip
    pdf.pages[0].Annots = Array([annotation])
    return annotation
