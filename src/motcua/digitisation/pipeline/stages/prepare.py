"""Second stage: a page made upright, level and ready to be read."""

from dataclasses import replace
from typing import Final

import cv2
import numpy as np

from motcua.digitisation.pipeline.stages.ink import grey, ink_mask, print_only, resized
from motcua.digitisation.pipeline.stages.uprightness import (
    lies_sideways,
    looks_upside_down,
    skew_deg,
    turned_by,
)
from motcua.digitisation.pipeline.values import PreparedPage
from motcua.digitisation.ports import Pixels, SheetImage
from motcua.digitisation.rules.resolution import claim_of, true_dpi

GLANCE_DPI: Final = 75
"""Enough to tell how a page lies and whether it is blank."""

READING_DPI: Final = 150
"""Measured on Tesseract 5: a fifth less time than 200 dpi and no more errors (35 generated pages:
character error 0.9 % both; three real ones: 4.5 % of the words against 5.3 %)."""

FINER_DPI: Final = 200
"""For small print: a card of identity is set in type of half the usual size."""

TOO_SMALL_DPI: Final = 130
"""Below this a reader gains from a larger copy; from 200 dpi on it loses."""

# A page is blank when it has fewer marks than this of the size of a letter or more.
FEWEST_MARKS: Final = 12
SMALLEST_MARK_PX: Final = 6
BORDER_SHARE: Final = 40


def prepare(sheet: SheetImage) -> PreparedPage:
    """Turn the page the right way up and level it, at its own size and scale."""
    height, width = sheet.pixels.shape[:2]
    dpi = true_dpi(width_px=width, height_px=height, claimed=sheet.dpi)
    image = sheet.pixels
    marks = ink_mask(resized(grey(image), GLANCE_DPI / dpi))
    blank = is_blank(marks)
    rotation, skew = (0, 0.0) if blank else _lie_of(print_only(marks))
    image = _turned(image, rotation)
    if skew:
        image = turned_by(image, skew)
    working, working_dpi = for_reading(image, dpi=dpi)
    return PreparedPage(
        number=sheet.number,
        image=image,
        dpi=dpi,
        claim=claim_of(sheet.dpi, true=dpi, is_colour=image.ndim == 3),
        working=working,
        working_dpi=working_dpi,
        rotation=rotation,
        skew_deg=skew,
        is_blank=blank,
        encoded=None if rotation or skew else sheet.encoded,
    )


def _lie_of(marks: Pixels) -> tuple[int, float]:
    """Return by how much to turn the page clockwise, then to level it counter-clockwise."""
    rotation = 90 if lies_sideways(marks) else 0
    upright = _turned(marks, rotation)
    skew = skew_deg(upright)
    if looks_upside_down(turned_by(upright, skew)):
        rotation += 180
    return rotation, skew


def _turned(image: Pixels, clockwise: int) -> Pixels:
    how = _TURNS.get(clockwise)
    return image if how is None else cv2.rotate(image, how)  # type: ignore[return-value]


_TURNS: Final = {
    90: cv2.ROTATE_90_CLOCKWISE,
    180: cv2.ROTATE_180,
    270: cv2.ROTATE_90_COUNTERCLOCKWISE,
}


def upside_down(page: PreparedPage) -> PreparedPage:
    """Return the same page turned half round."""
    return replace(
        page,
        image=_turned(page.image, 180),
        working=_turned(page.working, 180),
        rotation=(page.rotation + 180) % 360,
        encoded=None,
    )


def is_blank(marks: Pixels) -> bool:
    """Tell whether a page carries no more than dust, holes and what shines through."""
    height, width = marks.shape
    within = marks[
        height // BORDER_SHARE : height - height // BORDER_SHARE,
        width // BORDER_SHARE : width - width // BORDER_SHARE,
    ]
    _, _, stats, _ = cv2.connectedComponentsWithStats(within, connectivity=8)
    return int((stats[1:, cv2.CC_STAT_AREA] >= SMALLEST_MARK_PX).sum()) < FEWEST_MARKS


def finer(page: PreparedPage) -> PreparedPage | None:
    """Return the page with a finer working copy, nothing when it was not scanned finer."""
    if page.dpi < FINER_DPI or page.working_dpi >= FINER_DPI:
        return None
    working, working_dpi = for_reading(page.image, dpi=page.dpi, at=FINER_DPI)
    return replace(page, working=working, working_dpi=working_dpi)


def for_reading(image: Pixels, *, dpi: int, at: int = READING_DPI) -> tuple[Pixels, int]:
    """Return a grey copy at a resolution that suits a reader, and that resolution.

    Of a colour page the red part is taken: red stamps vanish, black and blue ink stay.
    """
    plain = image if image.ndim == 2 else np.ascontiguousarray(image[:, :, 0])
    if dpi > at:
        return resized(plain, at / dpi), at
    if dpi < TOO_SMALL_DPI:
        return resized(plain, 2.0), 2 * dpi
    return plain, dpi
