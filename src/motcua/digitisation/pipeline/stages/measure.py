"""What the quality gate must know of a page, measured while its pixels are at hand."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from motcua.digitisation.pipeline.stages.ink import grey, ink_mask, resized
from motcua.digitisation.pipeline.stages.masks import closed, grown, opened
from motcua.digitisation.pipeline.values import RecognisedPage
from motcua.digitisation.ports import Pixels
from motcua.digitisation.rules.flow import broken_lines, frayed_lines
from motcua.digitisation.rules.quality import Claim, PageMeasures
from motcua.digitisation.rules.resolution import MM_PER_INCH
from motcua.digitisation.rules.syllables import syllable_score, text_score
from motcua.digitisation.rules.text import Box, Line, PageText, Word

GLANCE_DPI: Final = 75
CM_PER_PX: Final = MM_PER_INCH / GLANCE_DPI / 10

SAMPLED_WORDS: Final = 60
LEAST_CROP_PX: Final = 8
PAPER_AND_INK: Final = (4, 92)
"""Percentiles of a word's pixels that are ink and paper; the rest is the step between them."""
STEEPEST: Final = 97
"""The percentile of the steps that counts as a clean edge."""

LONGEST_WORD_LETTERS: Final = 3
SURE_WORD: Final = 0.5

# A mark the size of a letter, in pixels of the glance.
LETTER_SIDE_PX: Final = 14
LETTER_AREA_PX: Final = range(4, 121)
BORDER_PX: Final = 2

RULE_PX: Final = 40
"""A straight stroke so long (1.4 cm) is no part of a letter."""
RULE_GAP_PX: Final = 7
"""Strokes nearer to one another (2.4 mm) are no table's rules: a feeder that stalled, say."""

NEAR_WORDS_PX: Final = 61
"""A letter is cut off where words stand beside it; elsewhere it is dirt on the glass."""

EVEN_PX: Final = 17
"""OpenCV takes a median over 17 pixels in a third of the time it needs for 15."""
EDGE_CONTRAST: Final = (12, 30)
FAINT: Final = range(6, 45)
SLANT_DEG: Final = 1.5
RIM_PX: Final = 31
"""So near to its edge (5 mm on each side) a photographed sheet shows the edge itself."""
SHORTEST_EDGE_PX: Final = 120

DARK: Final = 90
SOLID_PX: Final = 11
"""No stroke of print is so broad at the glance's resolution (3.7 mm)."""
RIM_SHARE: Final = 20


def measured(read: RecognisedPage) -> PageMeasures:
    """Measure a page and its reading together."""
    page, text = read.page, read.text
    height, width = page.image.shape[:2]
    plain = grey(page.image)
    glance = resized(plain, GLANCE_DPI / page.dpi)
    tones = _tones(plain, text.words)
    running = _running_text(read)
    is_photo = page.claim is Claim.ABSENT
    marks = _marks(glance, text.words, scale=GLANCE_DPI / page.dpi)
    print_ = _print_of(text.words, width=width, height=height)
    return PageMeasures(
        is_blank=page.is_blank,
        is_colour=page.image.ndim == 3,
        width_mm=width / page.dpi * MM_PER_INCH,
        height_mm=height / page.dpi * MM_PER_INCH,
        dpi=page.dpi,
        claim=page.claim,
        words=tuple(word.text for word in text.words),
        confidence=text.confidence,
        syllable_score=syllable_score(text.text),
        text_score=text_score(text.text, confidence=text.confidence),
        broken_lines=broken_lines(running),
        frayed_lines=frayed_lines(running),
        type_mm=_type_px(text.words) / page.dpi * MM_PER_INCH,
        margin_mm=print_.margin_px / page.dpi * MM_PER_INCH,
        print_width=print_.width,
        edge_mm=tones.edge_px / page.dpi * MM_PER_INCH,
        paper=float(np.percentile(glance, 80)) / 255,
        contrast=tones.contrast / 255,
        letters=marks.letters,
        unread_letters=marks.unread,
        cut_letters=marks.cut,
        unread_ink=marks.unread_ink,
        cover_edge_cm=_cover_edge_px(glance, marks.covered, is_photo=is_photo) * CM_PER_PX,
        dark_cm2=_dark_px(glance, is_photo=is_photo) * CM_PER_PX**2,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tones:
    edge_px: float = 0.0
    contrast: float = 0.0


def _tones(page: Pixels, words: Sequence[Word]) -> _Tones:
    """Return how broad and how high the step from paper to ink is in the usual word."""
    found = [
        tones
        for word in words[:: max(1, len(words) // SAMPLED_WORDS)]
        if (tones := _tones_of(page, word.box)) is not None
    ]
    if not found:
        return _Tones()
    return _Tones(
        edge_px=float(np.median([tones.edge_px for tones in found])),
        contrast=float(np.median([tones.contrast for tones in found])),
    )


def _tones_of(page: Pixels, box: Box) -> _Tones | None:
    crop = page[max(0, box.top) : box.bottom, max(0, box.left) : box.right].astype(np.int16)
    if min(crop.shape) < LEAST_CROP_PX:
        return None
    ink, paper = np.percentile(crop, PAPER_AND_INK)
    steps = np.abs(crop[:, 2:] - crop[:, :-2]) / 2
    steepest = max(0.5, float(np.percentile(steps, STEEPEST)))
    return _Tones(edge_px=float(paper - ink) / steepest, contrast=float(paper - ink))


def _type_px(words: Sequence[Word]) -> float:
    heights = [
        word.box.height
        for word in words
        if len(word.text) >= LONGEST_WORD_LETTERS and word.confidence > SURE_WORD
    ]
    return float(np.median(heights)) if heights else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Print:
    margin_px: float = math.inf
    width: float = 1.0


def _print_of(words: Sequence[Word], *, width: int, height: int) -> _Print:
    """Return how near to the border the print comes, and what share of the width it takes."""
    boxes = [word.box for word in words if word.confidence > SURE_WORD]
    if not boxes:
        return _Print()
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
    return _Print(
        margin_px=max(0, min(left, top, width - right, height - bottom)),
        width=(right - left) / width,
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Marks:
    letters: int
    unread: int
    cut: int
    unread_ink: float
    covered: Pixels
    """1 where a word was read."""


def _marks(glance: Pixels, words: Sequence[Word], *, scale: float) -> _Marks:
    """Count the marks of the size of letters, those no word covers, those the border cuts."""
    mask = ink_mask(glance)
    height, width = mask.shape
    _, _, stats, middles = cv2.connectedComponentsWithStats(mask, connectivity=8)
    left, top, wide, tall, area = stats[1:].T
    is_letter = (
        (wide < LETTER_SIDE_PX)
        & (tall < LETTER_SIDE_PX)
        & (area >= LETTER_AREA_PX.start)
        & (area < LETTER_AREA_PX.stop)
    )
    is_cut = (
        (left <= BORDER_PX)
        | (top <= BORDER_PX)
        | (left + wide >= width - BORDER_PX)
        | (top + tall >= height - BORDER_PX)
    )
    covered = _covered(mask.shape, words, scale=scale)
    near = grown(covered, across=NEAR_WORDS_PX, down=NEAR_WORDS_PX)
    across, down = middles[1:].T.astype(int)
    return _Marks(
        letters=int(is_letter.sum()),
        unread=int((is_letter & (covered[down, across] == 0)).sum()),
        cut=int((is_letter & is_cut & (near[down, across] > 0)).sum()),
        unread_ink=_share_uncovered(mask, covered),
        covered=covered,
    )


def _share_uncovered(mask: Pixels, covered: Pixels) -> float:
    """Return the share of the ink that no word covers; a table's rules say nothing."""
    ink = (mask > 0).astype(np.uint8)
    ink[grown(_rules(ink), across=3, down=3) > 0] = 0
    return float(ink[covered == 0].sum()) / max(1, int(ink.sum()))


def _rules(ink: Pixels) -> Pixels:
    """Return the long strokes that stand alone."""
    level = _alone(opened(ink, across=RULE_PX, down=1), across=1, down=RULE_GAP_PX)
    upright = _alone(opened(ink, across=1, down=RULE_PX), across=RULE_GAP_PX, down=1)
    return np.maximum(level, upright)


def _alone(strokes: Pixels, *, across: int, down: int) -> Pixels:
    """Return the strokes without those that lie side by side."""
    crowd = opened(closed(strokes, across=across, down=down), across=across, down=down)
    return np.where(grown(crowd, across=3, down=3) > 0, 0, strokes).astype(np.uint8)


def _covered(shape: tuple[int, ...], words: Sequence[Word], *, scale: float) -> Pixels:
    """Return 1 where a word was read, with the room that marks above and below it take."""
    covered = np.zeros(shape, np.uint8)
    for word in words:
        box = word.box.scaled(scale)
        covered[
            max(0, box.top - BORDER_PX) : box.bottom + BORDER_PX,
            max(0, box.left - BORDER_PX) : box.right + BORDER_PX,
        ] = 1
    return covered


def _cover_edge_px(glance: Pixels, covered: Pixels, *, is_photo: bool) -> float:
    """Return the longest straight edge in the paper itself, where no edge should be.

    What lies over a sheet, a slip or a folded corner, throws a thin shadow along its edge. Print
    is taken out first. Rules and folds lie level, so a faint line counts only when it slants; a
    step in the paper's brightness counts however it lies, but in a photograph it is light.
    """
    paper: Pixels = cv2.medianBlur(cv2.dilate(glance, np.ones((5, 5), np.uint8)), 31)  # type: ignore[assignment]
    depth = cv2.subtract(paper, cv2.GaussianBlur(glance, (3, 3), 0))
    faint = ((depth > FAINT.start) & (depth < FAINT.stop)).astype(np.uint8) * 255
    faint[covered > 0] = 0
    if is_photo:
        faint[_inner_sheet(paper) == 0] = 0
    slanting = [length for length, degrees in _lines(faint, votes=80) if degrees >= SLANT_DEG]
    if is_photo:
        return max(slanting, default=0.0)
    smooth = cv2.medianBlur(cv2.dilate(glance, np.ones((9, 9), np.uint8)), EVEN_PX)
    edges: Pixels = cv2.Canny(smooth, *EDGE_CONTRAST)  # type: ignore[assignment]
    steps = [length for length, _ in _lines(edges, votes=60)]
    return max([*slanting, *steps], default=0.0)


def _inner_sheet(paper: Pixels) -> Pixels:
    """Return 1 where the sheet lies in a photograph, without its rim; all of a picture all white.

    `paper` is the glance without its print. The sheet is the largest bright patch, filled.
    """
    height, width = paper.shape
    bright = cv2.threshold(paper, 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1]
    outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    sheet = np.zeros((height + 2, width + 2), np.uint8)
    if outlines:
        outline = cv2.convexHull(max(outlines, key=cv2.contourArea))
        cv2.fillPoly(sheet, [outline + 1], 1)
    inner = cv2.erode(sheet, np.ones((RIM_PX, RIM_PX), np.uint8), borderValue=0)
    return np.asarray(inner[1:-1, 1:-1], np.uint8)


def _lines(mask: Pixels, *, votes: int) -> list[tuple[float, float]]:
    """Return length and slant, in degrees from the nearer axis, of each straight line."""
    height, width = mask.shape
    inner = mask[height // 30 : -height // 30, width // 30 : -width // 30]
    found = cv2.HoughLinesP(
        inner, 1, np.pi / 360, votes, minLineLength=SHORTEST_EDGE_PX, maxLineGap=6
    )
    if found is None:
        return []
    ends = found.reshape(-1, 4).astype(float)
    across, down = ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1]
    slant = np.abs(np.degrees(np.arctan2(down, across))) % 90
    return list(zip(np.hypot(across, down), np.minimum(slant, 90 - slant), strict=True))


def _dark_px(glance: Pixels, *, is_photo: bool) -> int:
    """Count the pixels of solid dark patches; round a photographed sheet they are the desk."""
    dark = (glance < DARK).astype(np.uint8)
    solid = opened(dark, across=SOLID_PX, down=SOLID_PX)
    height, width = solid.shape
    if not is_photo:
        rim_y, rim_x = height // RIM_SHARE, width // RIM_SHARE
        return int(solid[rim_y : height - rim_y, rim_x : width - rim_x].sum())
    _, _, stats, _ = cv2.connectedComponentsWithStats(solid, connectivity=8)
    left, top, wide, tall, area = stats[1:].T
    is_inside = (left > 0) & (top > 0) & (left + wide < width) & (top + tall < height)
    return int(area[is_inside].sum())


def _running_text(read: RecognisedPage) -> PageText:
    """Return the lines that stand in no table; in a cell every line is short."""
    return PageText(
        lines=tuple(line for line in read.text.lines if not _in_a_cell(line, read.cells))
    )


def _in_a_cell(line: Line, cells: Sequence[Box]) -> bool:
    across, down = line.box.centre
    return any(
        cell.left <= across < cell.right and cell.top <= down < cell.bottom for cell in cells
    )
