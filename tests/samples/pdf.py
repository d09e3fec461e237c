"""Puts JPEG files into a PDF without decoding them, one a page, as scanners do."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pikepdf
from PIL import ExifTags, Image

POINTS_PER_INCH: Final = 72
A4_POINTS: Final = (595.276, 841.890)

QUARTERS: Final = {1: 0, 3: 180, 6: 90, 8: 270}
"""The orientation tag of a camera (Exif 2.32, table 4) as the turn a PDF page asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A JPEG to fill a page; without a resolution it is fitted into A4."""

    path: Path
    dpi: float | None


def write_pdf(target: Path, *, pictures: Sequence[Picture]) -> None:
    """Write one page a picture, each holding the very bytes of its file."""
    with pikepdf.new() as pdf:
        for picture in pictures:
            _add_page(pdf, picture)
        pdf.save(target, deterministic_id=True)


def _add_page(pdf: pikepdf.Pdf, picture: Picture) -> None:
    with Image.open(picture.path) as image:
        size, mode = image.size, image.mode
        rotation = QUARTERS[image.getexif().get(ExifTags.Base.Orientation, 1)]
    stream = pdf.make_stream(
        picture.path.read_bytes(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Filter=pikepdf.Name.DCTDecode,
        Width=size[0],
        Height=size[1],
        BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceGray if mode == "L" else pikepdf.Name.DeviceRGB,
    )
    width, height = _page_size(size, dpi=picture.dpi, lies_on_its_side=rotation in {90, 270})
    page = pdf.add_blank_page(page_size=(width, height))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=stream))
    page.Contents = pdf.make_stream(f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Scan Do Q".encode())
    if rotation:
        page.Rotate = rotation


def _page_size(
    size: tuple[int, int], *, dpi: float | None, lies_on_its_side: bool
) -> tuple[float, float]:
    if dpi is not None:
        return size[0] * POINTS_PER_INCH / dpi, size[1] * POINTS_PER_INCH / dpi
    room = A4_POINTS[::-1] if lies_on_its_side else A4_POINTS
    scale = min(room[0] / size[0], room[1] / size[1])
    return size[0] * scale, size[1] * scale
