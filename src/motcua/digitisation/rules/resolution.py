"""How many pixels of a scan make an inch of paper."""

import math
from typing import Final

from motcua.digitisation.rules.quality import Claim

MM_PER_INCH: Final = 25.4
A4_LONG_MM: Final = 297.0

# From a bank card (ISO/IEC 7810) to A3 (ISO 216), with a little room for a scanner's border.
SHORTEST_SIDE_MM: Final = 45.0
LONGEST_SIDE_MM: Final = 460.0

USUAL_DPI: Final = (75, 96, 100, 120, 150, 200, 240, 250, 300, 400, 600)
NEARLY: Final = 0.025

SCANNED_DPI: Final = 190
SAID_BY_DEFAULT: Final = (0, 1, 72, 96)


def true_dpi(*, width_px: int, height_px: int, claimed: float | None) -> int:
    """Return the resolution a page image really has, in pixels an inch.

    The claim holds when it makes the page a size that paper has. Cameras and converters write
    72 or nothing at all; the page is then taken for an A4 sheet, which nearly every paper at the
    counter is, and the figure rounded to what scanners offer.
    """
    if claimed is not None and _is_paper(width_px, height_px, claimed):
        return max(1, round(claimed))
    guess = max(width_px, height_px) * MM_PER_INCH / A4_LONG_MM
    usual = min(USUAL_DPI, key=lambda dpi: abs(dpi - guess))
    return usual if abs(usual - guess) <= NEARLY * usual else max(1, round(guess))


def claim_of(claimed: float | None, *, true: int, is_colour: bool) -> Claim:
    """Return how the claim stands to the true resolution.

    72 and 96 are what cameras and programs write that know nothing of paper: no claim at all.
    A grey picture comes from no camera, so there it is a scanner that has lost the scale.
    """
    if claimed is None or not math.isfinite(claimed):
        return Claim.ABSENT
    if round(claimed) == true:
        return Claim.TRUE
    by_default = round(claimed) in SAID_BY_DEFAULT and (is_colour or true < SCANNED_DPI)
    return Claim.ABSENT if by_default else Claim.FALSE


def _is_paper(width_px: int, height_px: int, dpi: float) -> bool:
    if dpi <= 0:
        return False
    short, long = sorted((width_px * MM_PER_INCH / dpi, height_px * MM_PER_INCH / dpi))
    return short >= SHORTEST_SIDE_MM and long <= LONGEST_SIDE_MM
