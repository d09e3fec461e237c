"""Fourth stage: a finished page as the archival file will hold it."""

from motcua.digitisation.pipeline.values import FinishedPage
from motcua.digitisation.ports import ReadablePage
from motcua.digitisation.rules.resolution import MM_PER_INCH


def readable(page: FinishedPage) -> ReadablePage:
    """Return the page at its true size: one inch of paper is one inch of the file."""
    return ReadablePage(
        width_mm=page.width_px / page.dpi * MM_PER_INCH,
        height_mm=page.height_px / page.dpi * MM_PER_INCH,
        layers=page.layers,
        text=page.text,
        pixels_per_mm=page.dpi / MM_PER_INCH,
    )
