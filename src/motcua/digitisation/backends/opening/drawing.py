"""The pages of a PDF: what they are like, and their pixels.

A page that is one picture, as most scanners write it, gives that picture without resampling;
every other page is drawn by PDFium with its stamps and filled fields. This build of PDFium has no
script engine.
"""

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import numpy as np
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from motcua.digitisation.backends.opening.grumbles import Grumbles
from motcua.digitisation.backends.opening.handling import Look, ink_of
from motcua.digitisation.backends.opening.layout import Layout, PlacedImage, read_layout
from motcua.digitisation.backends.opening.pixels import Drawn, check_size, lean, refused
from motcua.digitisation.backends.opening.placing import PlacedText, placed_text
from motcua.digitisation.backends.opening.private import PrivateCopy
from motcua.digitisation.backends.opening.streams import find_image, is_see_through
from motcua.digitisation.backends.opening.structure import Structure, read_structure
from motcua.digitisation.backends.opening.taking import code_of, is_cropped, take_picture
from motcua.digitisation.errors import Unreadable
from motcua.digitisation.ports import OpeningLimits

DRAWN_DPI: Final = 300
COARSEST_SCAN_DPI: Final = 200
COARSEST_DPI: Final = 100
_POINTS_PER_INCH: Final = 72
PAGES_AN_OPENING: Final = 16
"""PDFium keeps the code of every picture it has met until the document is closed."""

_TEXT_LENGTH: Final = 400_000


class PdfPages:
    """A PDF that may be opened."""

    def __init__(self, copy: PrivateCopy, *, limits: OpeningLimits, grumbles: Grumbles) -> None:
        self._limits = limits
        self._grumbles = grumbles
        self._structure: Structure = read_structure(copy, limits=limits)
        self._copy = copy
        self._document = _open_drawable(copy)
        self._pages_met = 0
        if len(self._document) != self._structure.page_count:
            raise refused(Unreadable.BROKEN, "two readers count different pages")
        self.page_count = self._structure.page_count
        self.is_signed = self._structure.is_signed

    def look(self, number: int) -> Look:
        """Return what a page is like, counted from 1."""
        with self._page(number) as page:
            layout = self._layout(page, number)
            return Look(
                ink=ink_of(
                    texts=layout.texts,
                    unseen_texts=layout.unseen_texts,
                    picture_share=layout.picture_share,
                    others=layout.strokes + layout.annotations,
                ),
                text=_text_of(page),
                picture_share=layout.picture_share,
                strokes=layout.strokes,
            )

    def placed_text(self, number: int) -> PlacedText:
        """Return the size of a page and its words where they stand, counted from 1."""
        with self._page(number) as page:
            return placed_text(page, inches_per_point=self._inches_per_point(number))

    def draw(self, number: int) -> Drawn:
        """Return the pixels of a page, counted from 1."""
        with self._page(number) as page:
            layout = self._layout(page, number)
            unit = self._inches_per_point(number)
            cover = layout.cover if layout.is_one_picture else None
            if cover is None or cover.quarters is None or self._structure.has_layers:
                return self._render(page, layout, unit)
            return take_picture(
                cover,
                self._stream_of(cover, number),
                turned_by_page=pdfium.FPDFPage_GetRotation(page.raw),
                inches_per_point=unit,
                limits=self._limits,
                grumbles=self._grumbles,
            )

    @contextmanager
    def _page(self, number: int) -> Iterator[pypdfium2.PdfPage]:
        if self._pages_met == PAGES_AN_OPENING:
            self._document.close()
            self._document = _open_drawable(self._copy)
            self._pages_met = 0
        self._pages_met += 1
        try:
            page = self._document[number - 1]
        except pypdfium2.PdfiumError as fault:
            raise refused(Unreadable.BROKEN, f"{number}") from fault
        try:
            yield page
        finally:
            page.close()

    def _layout(self, page: pypdfium2.PdfPage, number: int) -> Layout:
        def is_opaque(image: PlacedImage) -> bool:
            stream = self._stream_of(image, number)
            if stream is None or pdfium.FPDFPageObj_HasTransparency(image.handle):
                return False
            return not is_see_through(stream) and not is_cropped(image)

        return read_layout(page, is_opaque=is_opaque)

    def _stream_of(self, image: PlacedImage, number: int) -> pikepdf.Stream | None:
        return find_image(self._structure.document.pages[number - 1], code_of(image))

    def _inches_per_point(self, number: int) -> float:
        """PDFium does not know that the unit of a page may be larger (ISO 32000-2, 14.11.2)."""
        unit = float(self._structure.document.pages[number - 1].obj.get("/UserUnit", 1))
        if not 0 < unit < math.inf:
            raise refused(Unreadable.BROKEN, "UserUnit")
        return unit / _POINTS_PER_INCH

    def _render(self, page: pypdfium2.PdfPage, layout: Layout, unit: float) -> Drawn:
        inches = [length * unit for length in page.get_size()]
        dpi = self._dpi_for(layout, unit, square_inches=inches[0] * inches[1])
        width, height = (max(1, round(length * dpi)) for length in inches)
        check_size(width, height, page_pixels=self._limits.page_pixels)
        pixels = np.full((height, width, 3), 255, dtype=np.uint8)
        bitmap = pdfium.FPDFBitmap_CreateEx(
            width, height, pdfium.FPDFBitmap_BGR, pixels.ctypes.data_as(ctypes.c_void_p), width * 3
        )
        if not bitmap:
            raise refused(Unreadable.TOO_MUCH_WORK)
        try:
            self._paint(page, bitmap, width, height)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
        return Drawn(pixels=lean(pixels), dpi=dpi)

    def _paint(
        self, page: pypdfium2.PdfPage, bitmap: pdfium.FPDF_BITMAP, width: int, height: int
    ) -> None:
        flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
        place = (0, 0, width, height, 0, flags)
        pdfium.FPDF_RenderPageBitmap(bitmap, page.raw, *place)
        if self._document.formenv:
            pdfium.FPDF_FFLDraw(self._document.formenv.raw, bitmap, page.raw, *place)

    def _dpi_for(self, layout: Layout, unit: float, *, square_inches: float) -> float:
        """Return 300, or what the scan itself has; less where the page would grow too large."""
        wanted = float(DRAWN_DPI)
        pictures = [image.dpi / (_POINTS_PER_INCH * unit) for image in layout.images]
        if layout.cover:
            pictures.append(layout.cover.dpi / (_POINTS_PER_INCH * unit))
        if pictures and not (layout.texts or layout.strokes):
            wanted = min(max(*pictures, COARSEST_SCAN_DPI), DRAWN_DPI)
        if not 0 < square_inches < math.inf:
            raise refused(Unreadable.BROKEN, "MediaBox")
        most = math.sqrt(self._limits.page_pixels / square_inches) * 0.999
        if most < COARSEST_DPI:
            raise refused(Unreadable.PAGE_TOO_LARGE)
        return min(wanted, most)


def _open_drawable(copy: PrivateCopy) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(copy.opened())
    except pypdfium2.PdfiumError as fault:
        raise refused(Unreadable.BROKEN, str(fault)) from fault
    document.init_forms()
    return document


def _text_of(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        if text.count_chars() > _TEXT_LENGTH:
            raise refused(Unreadable.TOO_MUCH_WORK)
        return str(text.get_text_range())
    finally:
        text.close()
