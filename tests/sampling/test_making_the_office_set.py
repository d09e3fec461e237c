import io
from functools import partial
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import ExifTags, Image, ImageOps

from samples.camera import Desk, Orientation, Shot, motion_kernel, photographed, write_photograph
from samples.documents import DISPATCH, INVOICE, OFFICE_DOCUMENTS
from samples.documents.blocks import Closing, Document, Paragraph, Table
from samples.drawing import DoesNotFit, draw
from samples.fonts import FONTS, Family, FontFiles, MissingFont, Style
from samples.office_plans import Condition, plans
from samples.office_set import SamplePage, make_page, multi_page_pdf, picture
from samples.pdf import Picture, write_pdf
from samples.shelf import MANIFEST, kept


def plan_named(name):
    return next(plan for plan in plans() if plan.name == name)


def test_the_set_has_its_pages_in_their_order():
    names = [plan.name for plan in plans()]
    assert names[0] == "00_clean_congvan_sohoa"
    assert names[12] == "12_scan_baocao_day"
    assert names[28] == "28_rot90_totrinh"
    assert names[34] == "34_blank_blank"
    assert names[40] == "40_phone_kehoach"
    assert len(names) == 41
    assert {plan.condition for plan in plans()} == set(Condition)


def test_a_page_is_the_same_whenever_it_is_made():
    plan = plan_named("16_dpi200_congvan_sohoa")
    first, _ = picture(plan)
    second, _ = picture(plan)
    assert first.shape == (2339, 1654)
    assert np.array_equal(first, second)


def test_the_truth_of_a_page_is_the_text_of_its_document():
    segments = draw(DISPATCH, family=Family.LIBERATION, points=12.8).segments
    assert segments[0][0].startswith("ỦY BAN NHÂN DÂN HUYỆN THANH LÂM Số: 1287/UBND-VP CỘNG HÒA")
    assert segments[0][1].startswith("ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM HUYỆN")
    assert segments[-2] == ["Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./."]
    assert segments[-1][0].endswith("PHÓ CHỦ TỊCH Nguyễn Đức Thắng")


def test_a_table_may_be_read_in_two_orders():
    document = Document(
        name="bang", blocks=(Table(rows=(("Số", "Tên"), ("1", "Bút")), widths=(0.5, 0.5)),)
    )
    segments = draw(document, family=Family.TINOS, points=13).segments
    assert segments == [["Số Tên 1 Bút", "Số 1 Tên Bút"]]


def test_no_ink_stands_outside_the_margins():
    for document in OFFICE_DOCUMENTS:
        pixels = draw(document, family=Family.TINOS, points=11.7).pixels
        rows, columns = np.nonzero(pixels < 128)
        assert rows.min() >= 200
        assert columns.min() >= 200
        assert columns.max() <= pixels.shape[1] - 180


def test_a_text_too_long_for_the_sheet_is_refused():
    long = Document(name="dai", blocks=(Paragraph(text="Kính gửi các đơn vị. " * 400),))
    with pytest.raises(DoesNotFit):
        draw(long, family=Family.TINOS, points=13)


def test_the_signature_goes_between_the_office_and_the_name():
    document = Document(
        name="ky", blocks=(Closing(left=("Nơi nhận:",), right=("CHỦ TỊCH", "", "", "Lê An")),)
    )
    drawn = draw(document, family=Family.TINOS, points=13)
    rows = np.nonzero(drawn.pixels < 128)[0]
    assert rows.min() < drawn.signature_at[1] < rows.max()


def test_a_missing_font_names_its_package():
    nowhere = FontFiles(package="fonts-croscore", stem="nowhere/Tinos")
    with pytest.raises(MissingFont, match="apt-get install fonts-croscore"):
        nowhere.path(Style.BOLD)


def test_every_font_is_where_the_table_says():
    assert all(FONTS[family].path(style) for family in Family for style in Style)


def test_the_pdf_holds_the_very_bytes_of_the_picture(tmp_path):
    plan = plan_named("27_colour_bienban")
    make_page(plan, tmp_path)
    jpeg = (tmp_path / "img" / f"{plan.name}.jpg").read_bytes()
    with pikepdf.open(tmp_path / "pdf" / f"{plan.name}.pdf") as pdf:
        (page,) = pdf.pages
        assert page.get_images()["/Scan"].read_raw_bytes() == jpeg
        assert [float(edge) for edge in page.mediabox] == [0, 0, 595.2, 841.92]
    assert Image.open(io.BytesIO(jpeg)).info["dpi"] == (300, 300)


def test_a_pile_is_one_pdf_with_the_pages_in_order(tmp_path):
    Image.new("L", (300, 600), 255).save(tmp_path / "a.jpg")
    Image.new("RGB", (600, 300), "white").save(tmp_path / "b.jpg")
    pages = [
        SamplePage(
            name=name,
            condition=Condition.CLEAN,
            image=tmp_path / f"{name}.jpg",
            pdf=Path(),
            dpi=300,
            segments=[],
        )
        for name in "ab"
    ]
    multi_page_pdf(pages, target=tmp_path / "pile.pdf")
    with pikepdf.open(tmp_path / "pile.pdf") as pdf:
        assert [[float(edge) for edge in page.mediabox[2:]] for page in pdf.pages] == [
            [72, 144],
            [144, 72],
        ]


def upright_corner():
    """A white picture whose top left corner is black."""
    pixels = np.full((400, 300, 3), 255, np.uint8)
    pixels[:200, :150] = 0
    return pixels


def test_a_photograph_names_its_camera_and_no_useful_scale(tmp_path):
    write_photograph(tmp_path / "a.jpg", pixels=upright_corner(), orientation=Orientation.SIDEWAYS)
    with Image.open(tmp_path / "a.jpg") as image:
        assert image.getexif()[ExifTags.Base.Model] == "Sample camera"
        assert image.info["dpi"] == (72, 72)
        assert image.size == (400, 300)
        upright = ImageOps.exif_transpose(image)
    assert upright.size == (300, 400)
    assert upright.getpixel((20, 20)) < (10, 10, 10)


@pytest.mark.parametrize("orientation", Orientation)
def test_a_photograph_stands_upright_in_the_pdf_and_fits_a4(tmp_path, orientation):
    photograph = tmp_path / "a.jpg"
    write_photograph(photograph, pixels=upright_corner(), orientation=orientation)
    write_pdf(tmp_path / "a.pdf", pictures=[Picture(path=photograph, dpi=None)])
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pdf:
        assert pdf[0].get_size() == pytest.approx((595.28, 793.70), abs=0.01)
        drawn = pdf[0].render(grayscale=True).to_numpy().squeeze()
    quarters = [drawn[100, 100], drawn[100, 400], drawn[600, 100], drawn[600, 400]]
    assert quarters == pytest.approx([0, 255, 255, 255], abs=5)


def test_there_is_desk_round_a_photographed_sheet_and_ink_on_it():
    page = np.full((700, 500), 255, np.uint8)
    page[320:380, 200:300] = 0
    shot = Shot(frame=(606, 808), desk=Desk.GREEN_MAT, bend=1, motion=0)
    pixels = photographed(page, rng=np.random.default_rng(1), shot=shot).astype(int)
    desk, paper = pixels[390:410, :12].mean(axis=(0, 1)), pixels[150:160, 300:310].mean()
    assert desk[1] > 1.5 * desk[0]
    assert paper > 2 * desk.mean()
    assert pixels[394:414, 293:313].mean() < 0.5 * paper


def test_a_moved_camera_smears_a_point_over_its_way():
    kernel = motion_kernel(7, angle=0)
    assert kernel.sum() == pytest.approx(1)
    assert np.count_nonzero(kernel.sum(axis=0) > 0.05) == 7
    assert np.count_nonzero(kernel.sum(axis=1) > 0.05) == 1


def write_number(plan, root):
    path = root / f"{plan}.txt"
    path.write_text(f"{plan} {path.exists()}")
    return {"number": plan, "files": [path.name]}


def test_a_kept_set_is_not_made_again(tmp_path):
    for _ in range(2):
        entries = kept(tmp_path, edition="1", plans=[3, 1, 2], make=write_number)
        assert [entry["number"] for entry in entries] == [3, 1, 2]
    assert (tmp_path / "3.txt").read_text() == "3 False"


def test_a_set_of_another_edition_or_broken_off_is_made_again(tmp_path):
    make_one = partial(kept, tmp_path, plans=[1], make=write_number, makers=1)
    make_one(edition="1")
    make_one(edition="2")
    assert (tmp_path / "1.txt").read_text() == "1 False"  # the older file was removed
    (tmp_path / MANIFEST).unlink()
    make_one(edition="2")
    assert (tmp_path / "1.txt").read_text() == "1 True"


def test_the_sums_on_the_invoice_are_right():
    table = next(block for block in INVOICE.blocks if isinstance(block, Table))
    amounts = [[int(cell.replace(".", "")) for cell in row[3:]] for row in table.rows[1:]]
    assert all(count * price == sum_ for count, price, sum_ in amounts)
    assert sum(sum_ for *_, sum_ in amounts) == 26_952_000
