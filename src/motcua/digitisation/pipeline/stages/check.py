"""Fifth stage: is what was made good enough to be relied on."""

from collections.abc import Sequence

from typing import Final

from motcua.digitisation.pipeline.values import FinishedPage, Profile, RecognisedPage
from motcua.digitisation.ports import PageLayers
from motcua.digitisation.rules.quality import PageMeasures, Verdict, verdict_of
from motcua.digitisation.rules.syllables import syllable_score, text_score
from motcua.digitisation.rules.text import Box, Line, PageText, Word

MM_PER_INCH = 25.4


def measured(read: RecognisedPage) -> PageMeasures:
    """Measure on the pixels what the gate will judge without them."""
    page, text = read.page, read.text
    height, width = page.image.shape[:2]
    return PageMeasures(
        is_blank=page.is_blank,
        is_colour=page.image.ndim == 3,
        width_mm=width / page.dpi * MM_PER_INCH,
        height_mm=height / page.dpi * MM_PER_INCH,
        dpi=page.dpi,
        words=len(text.words),
        confidence=text.confidence,
        syllable_score=syllable_score(text.text),
        text_score=text_score(text.text, confidence=text.confidence),
    )


_NOWHERE: Final = Box(left=0, top=0, right=0, bottom=0)


def _line(row: str) -> Line:
    return Line(words=tuple(Word(text=word, box=_NOWHERE, confidence=1.0) for word in row.split()))


def kept_page(number: int, *, text: str) -> FinishedPage:
    """Return what can be said of a page whose own text was kept: its words, not their places."""
    words = text.split()
    return FinishedPage(
        number=number,
        width_px=0,
        height_px=0,
        dpi=0,
        rotation=0,
        skew_deg=0.0,
        text=PageText(lines=tuple(_line(row) for row in text.splitlines() if row.strip())),
        layers=PageLayers(),
        preview=None,
        measures=PageMeasures(
            words=len(words),
            syllable_score=syllable_score(text),
            text_score=text_score(text),
        ),
        seconds={},
    )


def check(pages: Sequence[FinishedPage], *, profile: Profile) -> Verdict:
    """Judge all pages of one document together."""
    return verdict_of(
        [page.measures for page in pages],
        requires_colour=profile.requires_colour,
        declared_sheets=profile.declared_sheets,
    )
