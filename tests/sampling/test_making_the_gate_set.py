from collections import Counter

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageSequence

from samples.documents import DISPATCH, INVOICE, MINUTES
from samples.documents.blocks import MOTTO, Document, Field, Letterhead
from samples.documents.spoilt import (
    random_letters,
    rewritten,
    tcvn3_garbled,
    vni_garbled,
    without_marks,
)
from samples.drawing import A4, draw
from samples.fonts import Family
from samples.gate import bad_framing, belongings, covers, papers, pen, piles
from samples.gate.papers import laid_out
from samples.gate.plan import Fault, GatePlan, Leaf, Packing, write_case
from samples.gate.scanner import Look, Mode, laid_on_glass, ordinary, scan
from samples.gate_set import gate_cases, plans


def rng(seed=1):
    return np.random.default_rng(seed)


def plan_named(name):
    return next(plan for plan in plans() if plan.name == name)


def square_on_white(*, height=600, width=400):
    page = np.full((height, width), 255, np.uint8)
    page[250:350, 150:250] = 0
    return page


QUIET = Look(ink=20, paper=250, noise=0, slope=0, unevenness=0, dust=0, blur=0.1)


def test_there_are_enough_cases_of_every_fault_and_of_none():
    counted = Counter(plan.fault for plan in plans())
    assert counted[None] >= 110
    assert all(counted[fault] >= 12 for fault in Fault)


def test_no_two_cases_have_the_same_name_and_so_the_same_seed():
    names = [plan.name for plan in plans()]
    assert len(set(names)) == len(names)


def test_colour_is_asked_for_where_it_is_missing_and_where_it_is_there():
    faults = {plan.fault for plan in plans() if plan.requires_colour}
    assert faults == {None, Fault.NOT_COLOUR}


def test_a_wrong_number_of_sheets_is_declared_only_where_that_is_the_fault():
    for plan in piles.plans():
        if plan.declared_sheets is not None:
            right = 2 if plan.name.startswith("good-sameform") else None
            number = int(plan.name[-2:])
            right = right or len(piles.PILES[number % len(piles.PILES)])
            assert (plan.declared_sheets != right) == (plan.fault is Fault.SHEETS_MISSING)


def test_a_case_is_the_same_whenever_it_is_made(tmp_path):
    plan = plan_named("good-a5-02")
    (tmp_path / "again").mkdir()
    (first,) = write_case(plan, folder=tmp_path)
    (second,) = write_case(plan, folder=tmp_path / "again")
    assert first.read_bytes() == second.read_bytes()


def two_pages(_rng):
    return [
        Leaf(pixels=np.full((600, 300), 200, np.uint8), dpi=300),
        Leaf(pixels=np.full((300, 600), 200, np.uint8), dpi=150),
    ]


def case_of_two(packing):
    return GatePlan(name="two", fault=None, make=two_pages, packing=packing)


def test_a_pdf_has_a_page_for_each_leaf_in_its_own_size(tmp_path):
    (file,) = write_case(case_of_two(Packing.PDF), folder=tmp_path)
    with pikepdf.open(file) as pdf:
        sizes = [tuple(float(edge) for edge in page.mediabox[2:]) for page in pdf.pages]
    assert sizes == [(72, 144), (288, 144)]
    assert list(tmp_path.iterdir()) == [file]


def test_a_tiff_has_a_page_for_each_leaf_with_its_own_resolution(tmp_path):
    (file,) = write_case(case_of_two(Packing.TIFF), folder=tmp_path)
    with Image.open(file) as image:
        pages = [
            (page.size, round(float(page.info["dpi"][0]))) for page in ImageSequence.Iterator(image)
        ]
    assert pages == [((300, 600), 300), ((600, 300), 150)]


def test_separate_pages_are_numbered_in_order(tmp_path):
    files = write_case(case_of_two(Packing.SEPARATE), folder=tmp_path)
    assert [file.name for file in files] == ["two-1.jpg", "two-2.jpg"]


def test_the_scanner_keeps_the_size_of_the_sheet_at_its_resolution():
    page = np.full((3508, 2480), 255, np.uint8)
    assert scan(page, rng=rng(), look=ordinary(rng(), dpi=200)).shape == (2339, 1653)
    assert scan(page, rng=rng(), look=ordinary(rng(), dpi=75)).shape == (877, 620)


def test_the_scanner_turns_black_into_its_ink_and_white_into_its_paper():
    seen = scan(square_on_white(), rng=rng(), look=QUIET)
    assert seen[300, 200] == pytest.approx(20, abs=1)
    assert seen[100, 200] == pytest.approx(250, abs=1)


def test_a_shifted_sheet_moves_by_millimetres_and_leaves_the_lid_to_be_seen():
    look = Look(right_mm=25.4 / 3, down_mm=0, lid=30)  # 100 pixels
    seen = laid_on_glass(square_on_white(), look=look)
    assert (seen[:, :99] == 30).all()
    assert seen[300, 300] == 0
    assert seen[300, 200] == 255


def test_each_mode_of_the_scanner_gives_its_own_kind_of_picture():
    for mode, dimensions, kind in (
        (Mode.GREY, 2, np.uint8),
        (Mode.COLOUR, 3, np.uint8),
        (Mode.BITONAL, 2, np.bool_),
    ):
        seen = scan(square_on_white(), rng=rng(), look=Look(mode=mode))
        assert (seen.ndim, seen.dtype) == (dimensions, kind)


def test_a_sheet_thrown_on_the_glass_loses_text_and_one_laid_with_care_does_not():
    page = draw(DISPATCH, family=Family.TINOS, points=12.8).pixels
    assert bad_framing._share_lost(page, look=ordinary(rng())) < 0.01
    assert bad_framing._share_lost(page, look=Look(degrees=12, right_mm=45)) > 0.05


@pytest.mark.parametrize("make", [bad_framing.shifted_sideways, bad_framing.shifted_up_or_down])
@pytest.mark.parametrize("number", [1, 2])
def test_a_shifted_sheet_is_cut_through_its_letters(make, number):
    (leaf,) = make(rng(number), number=number)
    dark = leaf.pixels < 110
    edges = [dark[:2].sum(), dark[-2:].sum(), dark[:, :2].sum(), dark[:, -2:].sum()]
    assert max(edges) > 20


@pytest.mark.parametrize("cover", covers.COVERS, ids=lambda cover: cover.__name__)
def test_whatever_lies_on_the_text_hides_a_part_of_it(cover):
    page = draw(MINUTES, family=Family.TINOS, points=13).pixels
    covered = covers.partly_hidden(page, rng=rng(3), cover=cover)
    assert 0.04 < share_of_tiles_lost(page, covered.min(axis=2)) < 0.9


def share_of_tiles_lost(page, covered):
    """The share of the printed tiles of 5 mm that no longer look like what was printed."""
    lost = []
    for row in range(0, page.shape[0] - 60, 60):
        for column in range(0, page.shape[1] - 60, 60):
            tile = np.s_[row : row + 60, column : column + 60]
            if (page[tile] < 140).mean() > 0.05:
                both = np.stack([page[tile].ravel(), covered[tile].ravel()])
                alike = both[1].std() > 1 and np.corrcoef(both)[0, 1] > 0.6
                lost.append(not alike)
    return np.mean(lost)


def test_a_cover_that_never_meets_the_text_is_refused():
    page = square_on_white()
    with pytest.raises(covers.NothingHidden):
        covers.partly_hidden(
            page, rng=rng(), cover=lambda sheet, _rng: (sheet, np.zeros(sheet.shape[:2], bool))
        )


def test_tcvn3_read_as_latin_looks_as_offices_know_it():
    assert tcvn3_garbled("Cộng hòa xã hội chủ nghĩa") == "Céng hßa x· héi chñ nghÜa"
    assert tcvn3_garbled("Độc lập - Tự do") == "®éc lËp - Tù do"


def test_vni_read_as_latin_looks_as_offices_know_it():
    assert vni_garbled("cộng hòa xã hội") == "coäng hoøa xaõ hoäi"
    assert vni_garbled("được, người, thị, mỹ") == "ñöôïc, ngöôøi, thò, myõ"


def test_a_text_without_marks_keeps_its_letters():
    assert without_marks("Đường Nguyễn Huệ") == "Duong Nguyen Hue"


def test_random_letters_keep_the_shape_of_the_text():
    rewritten_ = random_letters(rng())("Điều 12. Ủy ban;")
    shape = "".join("A" if c.isupper() else "a" if c.isalpha() else c for c in rewritten_)
    assert shape == "Aaaa 12. Aa aaa;"
    assert rewritten_.isascii()


def test_a_document_is_rewritten_in_all_its_parts():
    shouting = rewritten(INVOICE, name="loud", rewrite=str.upper)
    texts = draw(shouting, family=Family.TINOS, points=11).segments
    assert all(segment[0] == segment[0].upper() for segment in texts)
    assert len(texts) == len(draw(INVOICE, family=Family.TINOS, points=13).segments)


def test_answers_on_a_form_are_blue_and_its_labels_are_not():
    form = Document(name="phieu", blocks=(Field(label="Họ và tên:", value="NGÔ VĨNH TOẠI"),))
    sheet = pen.filled_in_by_hand(form, rng=rng(), family=Family.TINOS, points=13).astype(int)
    blue = (sheet[..., 2] - sheet[..., 0]) > 80
    black = sheet.max(axis=2) < 50
    assert black[:, :600].sum() > 500
    assert black[:, 620:].sum() < 20
    assert blue[:, 620:].sum() > 500
    assert blue[:, :560].sum() == 0


def test_heads_of_papers_do_not_run_into_each_other():
    long = Document(
        name="dai", blocks=(Letterhead(left=("UBND THÀNH PHỐ LONG XUYÊN",), right=MOTTO),)
    )
    assert papers._heads_touch(long, family=Family.TINOS, points=13, sheet=A4)
    first_line = laid_out(long, rng=rng(), family=Family.TINOS).pixels[230:270]
    gaps = np.diff(np.flatnonzero((first_line < 128).any(axis=0)))
    assert gaps.max() > 30  # the widest gap, more than that between words, is between the heads


def test_print_seen_through_is_mirrored_and_faint():
    back = np.full((100, 200), 255, np.uint8)
    back[30:70, 20:60] = 0
    seen = belongings.seen_through(np.full((100, 200), 255, np.uint8), back=back, strength=0.1)
    assert seen[50, 160] == pytest.approx(255 - 25, abs=2)
    assert seen[50, 40] == 255


@pytest.mark.slow
def test_the_whole_set_can_be_opened_and_has_the_pages_it_says(tmp_path):
    cases = gate_cases(tmp_path)
    assert len(cases) == len(list(plans()))
    for case in cases:
        pages = sum(map(pages_of, case.files))
        if case.declared_sheets is not None:
            wrong = pages != case.declared_sheets
            assert wrong == (case.code_expected is Fault.SHEETS_MISSING)
        assert pages >= 1


def pages_of(file):
    if file.suffix == ".pdf":
        with pikepdf.open(file) as pdf:
            return len(pdf.pages)
    with Image.open(file) as image:
        return getattr(image, "n_frames", 1)
