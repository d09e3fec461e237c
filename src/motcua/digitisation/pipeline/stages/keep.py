"""Instead of the second to fourth stage: a page whose own text is good stays as it is."""

from motcua.digitisation.pipeline.values import FinishedPage
from motcua.digitisation.ports import KEPT_DPI, KeptPage, PageLayers


def keep(number: int, *, page: KeptPage) -> FinishedPage:
    """Return what can be said of a kept page: its size and words, and nothing of how it looks."""
    return FinishedPage(
        number=number,
        width_px=page.width_px,
        height_px=page.height_px,
        dpi=KEPT_DPI,
        rotation=0,
        skew_deg=0.0,
        text=page.text,
        layers=PageLayers(),
        preview=None,
        measures=None,
        seconds={},
    )
