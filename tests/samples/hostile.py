"""Makes the files that nobody should open in good faith: bombs, loops, lies, passengers.

Everything is made here, in a folder of the test, from a few lines each; nothing was collected.
The list is that of the project's own trial of hostile uploads. `write_hostile` writes one by name.
"""

import base64
import io
import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

A4: Final = (595, 842)

SMALL_HEIC: Final = base64.b64decode(
    """
    AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAX1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAA
    AAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAABoQABAAAAAAAAAEIAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAAB
    AABodmMxAAAAAA5waXRtAAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADw
    NgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAA
    AAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcA
    AAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWB
    AgMFhAAAAEptZGF0AAAAPigBrxmA99kaM6HUxv9sYxXEtgfpdmksRQg5/67I0t6glO5MFB2jnVbgAi99qxsL8uaa8b
    vWNNdoNd0tvqEw
    """
)
"""64 × 48: a red post and a blue flag on white; coded once, since no encoder is installed."""

_BLOCK: Final = 1 << 20


def deflated(block: bytes, *, times: int) -> bytes:
    """Return the zlib code of a block that is said so many times, without saying it."""
    coder = zlib.compressobj(9)
    first = coder.compress(block) + coder.flush(zlib.Z_FULL_FLUSH)
    again = coder.compress(block) + coder.flush(zlib.Z_FULL_FLUSH)
    checksum = 1
    for _ in range(times):
        checksum = zlib.adler32(block, checksum)
    return first + again * (times - 1) + b"\x03\x00" + checksum.to_bytes(4, "big")


def page(*, size: tuple[float, float] = A4, content: bytes = b"") -> pikepdf.Pdf:
    """Return a PDF of one page."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(100, 100))
    pdf.pages[0].MediaBox = Array([0, 0, *size])
    pdf.pages[0].Contents = pdf.make_stream(content)
    return pdf


def saved(pdf: pikepdf.Pdf, *, encryption: pikepdf.Encryption | None = None) -> bytes:
    """Return the file."""
    target = io.BytesIO()
    if encryption:
        pdf.save(target, encryption=encryption)
    else:
        raw = pikepdf.StreamDecodeLevel.none
        pdf.save(target, compress_streams=False, stream_decode_level=raw)
    return target.getvalue()


def _with_action(**action: object) -> bytes:
    pdf = page()
    pdf.Root.OpenAction = Dictionary(**action)
    return saved(pdf)


def javascript_at_opening() -> bytes:
    return _with_action(S=Name.JavaScript, JS="app.alert(1)")


def javascript_in_a_field() -> bytes:
    pdf = page()
    keyed = Dictionary(K=Dictionary(S=Name.JavaScript, JS=pdf.make_stream(b"app.alert(1)")))
    field = Dictionary(FT=Name.Tx, T="a", Subtype=Name.Widget, Rect=Array([0, 0, 9, 9]), AA=keyed)
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))
    return saved(pdf)


def javascript_under_another_spelling() -> bytes:
    plain = _with_action(S=Name.JavaScript, JS="app.alert(123)")
    return plain.replace(b"/JavaScript", b"/J#61vaScript").replace(b"123", b"1")


def launch() -> bytes:
    return _with_action(S=Name.Launch, F="cmd.exe")


def launch_by_reference() -> bytes:
    pdf = page()
    pdf.Root.OpenAction = Dictionary(S=pdf.make_indirect(Name.Launch), F="cmd.exe")
    return saved(pdf)


def submit_form() -> bytes:
    return _with_action(S=Name.SubmitForm, F="https://example.invalid/")


def rich_media() -> bytes:
    pdf = page()
    annotation = Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=Array([0, 0, 9, 9]))
    pdf.pages[0].Annots = Array([pdf.make_indirect(annotation)])
    return saved(pdf)


def xfa() -> bytes:
    pdf = page()
    pdf.Root.AcroForm = Dictionary(XFA=pdf.make_stream(b"<xdp/>"), Fields=Array([]))
    return saved(pdf)


def attachment() -> bytes:
    pdf = page()
    pdf.attachments["x.exe"] = b"MZ" * 100
    return saved(pdf)


def portfolio() -> bytes:
    pdf = page()
    pdf.Root.Collection = Dictionary(Type=Name.Collection)
    return saved(pdf)


def encrypted_for_a_user() -> bytes:
    return saved(page(), encryption=pikepdf.Encryption(owner="o", user="u"))


def encrypted_for_the_owner() -> bytes:
    return saved(page(), encryption=pikepdf.Encryption(owner="o", user=""))


def encrypted_the_old_way() -> bytes:
    old = pikepdf.Encryption(owner="o", user="", R=3, aes=False, metadata=False)
    return saved(page(), encryption=old)


def huge_box() -> bytes:
    return saved(page(size=(2_000_000, 2_000_000)))


def zero_box() -> bytes:
    return saved(page(size=(0, 0)))


def huge_unit() -> bytes:
    pdf = page()
    pdf.pages[0].UserUnit = 75000
    return saved(pdf)


def _with_packed_content(code: bytes, *filters: pikepdf.Name) -> bytes:
    pdf = page()
    stream = Stream(pdf, code)
    stream.Filter = Array(list(filters))
    pdf.pages[0].Contents = pdf.make_indirect(stream)
    return saved(pdf)


def content_bomb() -> bytes:
    """360 KB that become 600 MB of path operators."""
    block = b"0 0 m\n" * (_BLOCK // 6)
    return _with_packed_content(deflated(block, times=600), Name.FlateDecode)


def nested_bomb() -> bytes:
    """A few kilobytes that become 2 GB through two filters."""
    twice = zlib.compress(deflated(bytes(_BLOCK), times=2000), 9)
    return _with_packed_content(twice, Name.FlateDecode, Name.FlateDecode)


def image_bomb() -> bytes:
    """A picture of 100,000 × 100,000."""
    return saved(with_image(deflated(bytes(_BLOCK), times=100), width=100_000, height=100_000))


def with_image(code: bytes, *, width: int, height: int) -> pikepdf.Pdf:
    """Return a page that is one grey picture."""
    pdf = page(content=b"q 595 0 0 842 0 0 cm /I Do Q")
    image = Stream(pdf, code)
    image.Type, image.Subtype, image.Width, image.Height = (
        Name.XObject,
        Name.Image,
        width,
        height,
    )
    image.ColorSpace, image.BitsPerComponent, image.Filter = Name.DeviceGray, 8, Name.FlateDecode
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(I=pdf.make_indirect(image)))
    return pdf


def picture_that_ends_early() -> bytes:
    return saved(with_image(zlib.compress(b"x" * 1000), width=100, height=100))


def slow_to_draw() -> bytes:
    """A page that is painted over and over."""
    return saved(page(content=b"0.5 g 0 0 595 842 re f\n" * 60_000))


def ten_thousand_pages() -> bytes:
    pdf = pikepdf.new()
    for _ in range(10_000):
        pdf.add_blank_page(page_size=A4)
    return saved(pdf)


def _form(pdf: pikepdf.Pdf, content: bytes, **inside: pikepdf.Object) -> pikepdf.Object:
    form = pdf.make_indirect(pdf.make_stream(content))
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
    form.Resources = Dictionary(XObject=Dictionary(**inside))
    return form


def _with_form(pdf: pikepdf.Pdf, form: pikepdf.Object) -> bytes:
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(F=form))
    pdf.pages[0].Contents = pdf.make_stream(b"/F Do")
    return saved(pdf)


def form_in_itself() -> bytes:
    pdf = page()
    form = _form(pdf, b"/F Do /F Do")
    form.Resources.XObject.F = form
    return _with_form(pdf, form)


def forms_in_forms() -> bytes:
    """Twenty-six forms that each paint the one before twice: 2^26 paintings."""
    pdf = page()
    form = _form(pdf, b"0 0 1 1 re f")
    for _ in range(25):
        form = _form(pdf, b"/F Do /F Do", F=form)
    return _with_form(pdf, form)


def wide_forms() -> bytes:
    """Six forms deep only, but each paints the next a hundred times."""
    pdf = page()
    form = _form(pdf, b"0 0 1 1 re f")
    for _ in range(5):
        form = _form(pdf, b"/F Do " * 100, F=form)
    return _with_form(pdf, form)


def broken_cross_references() -> bytes:
    return saved(page()).replace(b"startxref", b"startxreF")


def cut_pdf() -> bytes:
    whole = saved(page())
    return whole[: len(whole) // 2]


def junk_before_the_mark() -> bytes:
    return b"GIF89a" + bytes(range(256)) * 3 + saved(page())


def archive_by_another_name() -> bytes:
    return b"PK\3\4" + bytes(400)


def text_by_another_name() -> bytes:
    return "Đây không phải là tệp PDF.\n".encode()


def page_tree_loop() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n"
    )


def deep_arrays() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/X " + b"[" * 200_000 + b"]" * 200_000 +
        b">>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n"
    )  # fmt: skip


def no_page() -> bytes:
    pdf = page()
    del pdf.pages[0]
    return saved(pdf)


def _chunk(kind: bytes, body: bytes) -> bytes:
    length, checksum = len(body), zlib.crc32(kind + body)
    return struct.pack(">I", length) + kind + body + struct.pack(">I", checksum)


def grey_png(*, width: int, height: int, times: int) -> bytes:
    """Return a PNG of black megabytes that claims a size."""
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + _chunk(b"IDAT", deflated(bytes(_BLOCK), times=times))
        + _chunk(b"IEND", b"")
    )


def png_bomb() -> bytes:
    return grey_png(width=60_000, height=60_000, times=50)


def large_png() -> bytes:
    """13,000 × 13,000, which image libraries only warn of."""
    return grey_png(width=13_000, height=13_000, times=162)


def cut_png() -> bytes:
    whole = _picture("PNG")
    return whole[: len(whole) // 2]


def _picture(what: str) -> bytes:
    target = io.BytesIO()
    noise = random.Random(1).randbytes(400 * 300)
    Image.frombytes("L", (400, 300), noise).save(target, what)
    return target.getvalue()


def cut_jpeg() -> bytes:
    whole = _picture("JPEG")
    return whole[: len(whole) // 2]


def cut_webp() -> bytes:
    whole = _picture("WEBP")
    return whole[: len(whole) // 2]


def damaged_jpeg() -> bytes:
    whole = bytearray(_picture("JPEG"))
    middle = len(whole) // 2
    whole[middle : middle + 40] = bytes(40)
    return bytes(whole)


def tiff_bomb() -> bytes:
    """60,000 × 60,000 in a few bytes of Group 4."""
    tags = ((256, 60_000), (257, 60_000), (258, 1), (259, 4), (262, 0), (273, 8), (278, 60_000))
    return _tiff(tags)


def _tiff(tags: tuple[tuple[int, int], ...], *, then: int = 0) -> bytes:
    strip = bytes(64)
    entries = sorted([*tags, (279, len(strip))])
    directory = struct.pack("<H", len(entries))
    for tag, value in entries:
        directory += struct.pack("<HHII", tag, 4, 1, value)
    place = 8 + len(strip)
    return b"II*\0" + struct.pack("<I", place) + strip + directory + struct.pack("<I", then)


def endless_tiff() -> bytes:
    """A picture whose next page is itself."""
    tags = ((256, 8), (257, 8), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1), (278, 8))
    return _tiff(tags, then=8 + 64)


def many_framed_tiff() -> bytes:
    frames = [Image.new("L", (40, 30), number % 255) for number in range(300)]
    target = io.BytesIO()
    frames[0].save(target, "TIFF", save_all=True, append_images=frames[1:])
    return target.getvalue()


def svg_by_another_name() -> bytes:
    return b"<svg xmlns='http://www.w3.org/2000/svg'/>"


def postscript_by_another_name() -> bytes:
    return b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nquit\n"


def cut_heic() -> bytes:
    return SMALL_HEIC[: len(SMALL_HEIC) // 2]


def lying_heic() -> bytes:
    """A HEIC that claims 60,000 × 60,000."""
    place = SMALL_HEIC.index(b"ispe") + 8
    return SMALL_HEIC[:place] + (60_000).to_bytes(4, "big") * 2 + SMALL_HEIC[place + 8 :]


def write_hostile(make: Callable[[], bytes], *, folder: Path, ending: str = "pdf") -> Path:
    """Write one of the files above into the folder and return where it lies."""
    path = folder / f"{make.__name__}.{ending}"
    path.write_bytes(make())
    return path
