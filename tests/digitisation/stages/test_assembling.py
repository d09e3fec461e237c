"""A finished page as the archival file will hold it."""

import pytest

from digitisation.fakes import line
from motcua.digitisation.pipeline.stages.assemble import readable
from motcua.digitisation.pipeline.values import FinishedPage
from motcua.digitisation.ports import PageLayers
from motcua.digitisation.rules.text import PageText


def finished(*, width_px, height_px, dpi):
    return FinishedPage(
        number=1,
        width_px=width_px,
        height_px=height_px,
        dpi=dpi,
        rotation=0,
        skew_deg=0.0,
        text=PageText(lines=(line("Kính gửi"),)),
        layers=PageLayers(ink_colour=(1, 2, 3)),
        preview=None,
        measures=None,
        seconds={},
    )


@pytest.mark.parametrize(
    ("width_px", "height_px", "dpi", "mm"),
    [(2480, 3508, 300, (210, 297)), (1240, 1748, 300, (105, 148)), (1000, 500, 100, (254, 127))],
)
def test_a_page_has_its_true_size(width_px, height_px, dpi, mm):
    page = readable(finished(width_px=width_px, height_px=height_px, dpi=dpi))
    assert (page.width_mm, page.height_mm) == pytest.approx(mm, abs=0.1)
    assert page.width_mm * page.pixels_per_mm == pytest.approx(width_px)


def test_words_and_pictures_go_on_unchanged():
    before = finished(width_px=2480, height_px=3508, dpi=300)
    after = readable(before)
    assert after.text is before.text
    assert after.layers is before.layers
