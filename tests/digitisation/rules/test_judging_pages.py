"""What the gate says of a page that was measured."""

from dataclasses import replace

import pytest

from motcua.digitisation.rules.quality import Claim, Grade, PageMeasures, Problem, verdict_of

GOOD = PageMeasures(
    is_blank=False,
    is_colour=True,
    width_mm=210.0,
    height_mm=297.0,
    dpi=300,
    claim=Claim.TRUE,
    words=tuple(f"từ{number}" for number in range(200)),
    confidence=0.95,
    syllable_score=0.99,
    text_score=0.99,
    broken_lines=0,
    frayed_lines=0.0,
    type_mm=3.6,
    margin_mm=17.0,
    print_width=0.77,
    edge_mm=0.27,
    paper=0.95,
    contrast=0.7,
    letters=1200,
    unread_letters=10,
    cut_letters=0,
    unread_ink=0.2,
    cover_edge_cm=0.0,
    dark_cm2=0.0,
)
BLANK = replace(GOOD, is_blank=True, words=(), confidence=0.0, type_mm=0.0)
CARD = replace(GOOD, words=GOOD.words[:80], type_mm=2.1, letters=250, unread_letters=85)


def judged(*pages, requires_colour=False, declared_sheets=None):
    return verdict_of(pages, requires_colour=requires_colour, declared_sheets=declared_sheets)


def test_a_good_page_passes():
    assert judged(GOOD) == judged(None)
    assert judged(GOOD).grade is Grade.GOOD


@pytest.mark.parametrize(
    ("fault", "problem", "grade"),
    [
        ({"claim": Claim.FALSE}, Problem.WRONG_SCALE, Grade.REVIEW),
        ({"width_mm": 273.0, "height_mm": 386.0}, Problem.WRONG_SCALE, Grade.REVIEW),
        ({"type_mm": 2.0}, Problem.WRONG_SCALE, Grade.REVIEW),
        ({"type_mm": 6.0}, Problem.WRONG_SCALE, Grade.REVIEW),
        ({"print_width": 0.5}, Problem.WRONG_SCALE, Grade.REVIEW),
        ({"margin_mm": 2.9}, Problem.CUT_OFF, Grade.REFUSED),
        ({"cut_letters": 2}, Problem.CUT_OFF, Grade.REFUSED),
        ({"edge_mm": 0.6}, Problem.BLURRED, Grade.REFUSED),
        ({"paper": 0.3}, Problem.TOO_DARK, Grade.REFUSED),
        ({"contrast": 0.2}, Problem.LOW_CONTRAST, Grade.REFUSED),
        ({"dpi": 150}, Problem.LOW_RESOLUTION, Grade.REVIEW),
        ({"words": (), "confidence": 0.0}, Problem.NOT_A_DOCUMENT, Grade.REFUSED),
        ({"words": GOOD.words[:20], "text_score": 0.1}, Problem.NOT_A_DOCUMENT, Grade.REFUSED),
        ({"text_score": 0.1}, Problem.NOT_VIETNAMESE, Grade.REVIEW),
        ({"broken_lines": 2}, Problem.TEXT_MISSING, Grade.REVIEW),
        ({"frayed_lines": 0.17}, Problem.TEXT_MISSING, Grade.REVIEW),
        ({"dark_cm2": 20.0}, Problem.TEXT_MISSING, Grade.REVIEW),
        ({"unread_ink": 0.55}, Problem.TEXT_MISSING, Grade.REVIEW),
        ({"cover_edge_cm": 12.0}, Problem.TEXT_MISSING, Grade.REVIEW),
        ({"unread_letters": 80}, Problem.TEXT_MISSING, Grade.REVIEW),
    ],
)
def test_each_fault_has_its_name(fault, problem, grade):
    verdict = judged(replace(GOOD, **fault))
    assert verdict.problems == (problem,)
    assert verdict.page_problems == ((problem,),)
    assert verdict.grade is grade


def test_a_card_of_identity_on_a_sheet_passes():
    """Small print, and a portrait and fine lines that nobody reads."""
    assert judged(CARD).problems == ()
    assert judged(replace(CARD, unread_letters=150)).problems == (Problem.TEXT_MISSING,)


def test_a_card_cut_out_of_its_sheet_has_no_margin_to_keep():
    card = replace(CARD, width_mm=85.6, height_mm=54.0, margin_mm=2.5)
    assert judged(card).problems == ()


def test_a_photograph_may_show_the_print_near_its_border():
    assert judged(replace(GOOD, claim=Claim.ABSENT, margin_mm=2.5)).problems == ()


def test_a_size_nobody_claimed_is_not_held_against_the_page():
    photo = replace(GOOD, claim=Claim.ABSENT, width_mm=223.0)
    assert judged(photo).problems == ()


def test_only_a_document_without_any_writing_is_blank():
    assert judged(BLANK, BLANK).problems == (Problem.BLANK,)
    assert judged(GOOD, BLANK).problems == ()


def test_colour_is_asked_for_only_where_the_law_asks():
    grey = replace(GOOD, is_colour=False)
    assert judged(grey).problems == ()
    assert judged(grey, requires_colour=True).problems == (Problem.NOT_COLOUR,)


@pytest.mark.parametrize("declared", [1, 3])
def test_too_few_sheets_and_too_many_are_both_told(declared):
    other = replace(GOOD, words=tuple(f"chữ{number}" for number in range(200)))
    assert judged(GOOD, other, declared_sheets=2).problems == ()
    assert judged(GOOD, other, declared_sheets=declared).problems == (Problem.SHEETS_MISSING,)


def test_a_sheet_scanned_twice_is_found_and_a_form_for_two_people_is_none():
    again = replace(GOOD, words=(*GOOD.words[:192], *["khác"] * 8))
    other_person = replace(GOOD, words=(*GOOD.words[:178], *["khác"] * 22))
    assert judged(GOOD, again).problems == (Problem.DUPLICATE_PAGE,)
    assert judged(GOOD, other_person).problems == ()


def test_pages_too_short_to_compare_are_not_called_the_same():
    short = replace(GOOD, words=("Hà", "Nội"), confidence=0.95)
    assert Problem.DUPLICATE_PAGE not in judged(short, short).problems


def test_a_small_sheet_among_large_ones_is_mixed_and_one_lying_on_its_side_is_not():
    lying = replace(GOOD, width_mm=297.0, height_mm=210.0, words=("ngang",) * 200)
    small = replace(GOOD, width_mm=148.0, height_mm=210.0, words=("nhỏ",) * 200)
    assert judged(GOOD, lying).problems == ()
    assert judged(GOOD, small).problems == (Problem.MIXED_SIZES,)
