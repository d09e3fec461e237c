"""How a page of a PDF is put together: pictures, text, strokes, and what lies over what."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from motcua.digitisation.backends.opening.pixels import refused
from motcua.digitisation.errors import Unreadable

Handle = Any
"""A pointer into PDFium."""

Matrix = tuple[float, float, float, float, float, float]
Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""

UPRIGHT: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_COVERS: Final = 0.98
_GRID: Final = 64
_DEEPEST: Final = 8
_MOST_OBJECTS: Final = 400_000
_UNSEEN_TEXT: Final = frozenset(
    {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}
)
_SILENT_ANNOTATIONS: Final = frozenset({pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlacedImage:
    """A picture and where it stands on the page."""

    handle: Handle
    matrix: Matrix
    width: int
    height: int

    @property
    def bounds(self) -> Rectangle:
        """Return the rectangle around it."""
        return _around((0.0, 0.0, 1.0, 1.0), self.matrix)

    @property
    def quarters(self) -> int | None:
        """Return how often it is turned clockwise by a quarter; nothing if aslant or mirrored."""
        a, b, c, d, _, _ = self.matrix
        slight = 1e-3 * max(abs(a), abs(b), abs(c), abs(d))
        if abs(b) <= slight and abs(c) <= slight and a * d > 0:
            return 0 if a > 0 else 2
        if abs(a) <= slight and abs(d) <= slight and b * c < 0:
            return 3 if b > 0 else 1
        return None

    @property
    def dpi(self) -> float:
        """Return the resolution at which it is shown, along the finer side."""
        a, b, c, d, _, _ = self.matrix
        across, down = float(np.hypot(a, b)), float(np.hypot(c, d))
        return 72 * max(self.width / max(across, 1e-6), self.height / max(down, 1e-6))


@dataclass(slots=True, kw_only=True)
class Layout:
    """What can be seen on a page; what lies under an opaque picture of the whole page cannot."""

    box: Rectangle
    cover: PlacedImage | None = None
    images: list[PlacedImage] = field(default_factory=list)
    """Over the cover, or all there are."""

    texts: int = 0
    unseen_texts: int = 0
    strokes: int = 0
    annotations: int = 0

    @property
    def is_one_picture(self) -> bool:
        """Tell whether all that is seen is the one picture that covers the page."""
        over = len(self.images) + self.texts + self.strokes + self.annotations
        return self.cover is not None and not over

    @property
    def picture_share(self) -> float:
        """Return the part of the page that pictures cover, from 0 to 1."""
        if self.cover:
            return 1.0
        covered = np.zeros((_GRID, _GRID), dtype=bool)
        for image in self.images:
            _mark(covered, image.bounds, self.box)
        return float(covered.mean())


def read_layout(page: pypdfium2.PdfPage, *, is_opaque: Callable[[PlacedImage], bool]) -> Layout:
    """Look at every object of the page, from the lowest to the topmost."""
    layout = Layout(box=page.get_bbox())
    for count, (handle, matrix) in enumerate(_objects(page)):
        if count > _MOST_OBJECTS:
            raise refused(Unreadable.TOO_MUCH_WORK)
        _note(layout, handle, matrix, is_opaque)
    layout.annotations = _visible_annotations(page)
    return layout


def _note(
    layout: Layout, handle: Handle, matrix: Matrix, is_opaque: Callable[[PlacedImage], bool]
) -> None:
    kind = pdfium.FPDFPageObj_GetType(handle)
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        _note_image(layout, _placed(handle, matrix), is_opaque)
    elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
        if pdfium.FPDFTextObj_GetTextRenderMode(handle) in _UNSEEN_TEXT:
            layout.unseen_texts += 1
        else:
            layout.texts += 1
    elif kind != pdfium.FPDF_PAGEOBJ_PATH:
        layout.strokes += 1
    elif _is_painted(handle):
        layout.strokes += max(1, pdfium.FPDFPath_CountSegments(handle))


def _note_image(
    layout: Layout, image: PlacedImage, is_opaque: Callable[[PlacedImage], bool]
) -> None:
    if not _covers(image.bounds, layout.box) or not is_opaque(image):
        layout.images.append(image)
        return
    layout.cover = image
    layout.images.clear()
    layout.texts = layout.strokes = 0


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[Handle, Matrix]]:
    """Yield the objects in the order in which they are painted, those inside forms too."""
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        yield from _unfolded(pdfium.FPDFPage_GetObject(page.raw, index), UPRIGHT, 0)


def _unfolded(handle: Handle, outer: Matrix, depth: int) -> Iterator[tuple[Handle, Matrix]]:
    if pdfium.FPDFPageObj_GetType(handle) != pdfium.FPDF_PAGEOBJ_FORM:
        yield handle, outer
        return
    if depth >= _DEEPEST:
        raise refused(Unreadable.TOO_MUCH_WORK)
    inner = _times(_matrix_of(handle), outer)
    for index in range(pdfium.FPDFFormObj_CountObjects(handle)):
        yield from _unfolded(pdfium.FPDFFormObj_GetObject(handle, index), inner, depth + 1)


def _placed(handle: Handle, outer: Matrix) -> PlacedImage:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(handle, width, height)
    return PlacedImage(
        handle=handle,
        matrix=_times(_matrix_of(handle), outer),
        width=width.value,
        height=height.value,
    )


def _matrix_of(handle: Handle) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, matrix):
        return UPRIGHT
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _around(rectangle: Rectangle, matrix: Matrix) -> Rectangle:
    left, bottom, right, top = rectangle
    a, b, c, d, e, f = matrix
    across = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    up = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return min(across), min(up), max(across), max(up)


def _is_painted(path: Handle) -> bool:
    fill, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(fill.value) or bool(stroke.value)


def _covers(bounds: Rectangle, box: Rectangle) -> bool:
    """Tell whether the picture fills the page, and does not reach over its edges either."""
    left, bottom, right, top = bounds
    box_left, box_bottom, box_right, box_top = box
    slack_x = (1 - _COVERS) * (box_right - box_left)
    slack_y = (1 - _COVERS) * (box_top - box_bottom)
    return (
        max(abs(left - box_left), abs(right - box_right)) <= slack_x
        and max(abs(bottom - box_bottom), abs(top - box_top)) <= slack_y
    )


def _mark(covered: np.ndarray[Any, np.dtype[np.bool_]], bounds: Rectangle, box: Rectangle) -> None:
    width, height = max(box[2] - box[0], 1e-6), max(box[3] - box[1], 1e-6)
    columns = [round(np.clip((x - box[0]) / width, 0, 1) * _GRID) for x in (bounds[0], bounds[2])]
    rows = [round(np.clip((y - box[1]) / height, 0, 1) * _GRID) for y in (bounds[1], bounds[3])]
    covered[rows[0] : rows[1], columns[0] : columns[1]] = True


def _visible_annotations(page: pypdfium2.PdfPage) -> int:
    """Count what is stuck on the page: stamps, notes, filled fields, but not links."""
    count = 0
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        hidden = pdfium.FPDFAnnot_GetFlags(annotation) & pdfium.FPDF_ANNOT_FLAG_HIDDEN
        silent = pdfium.FPDFAnnot_GetSubtype(annotation) in _SILENT_ANNOTATIONS
        count += not hidden and not silent
        pdfium.FPDFPage_CloseAnnot(annotation)
    return count
