import json
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from benchmarks.machine import machine
from benchmarks.pages import FORMS, Kind, form_plans, is_colour, kind_of, piles
from benchmarks.parser import parser, tools_of
from benchmarks.sizes import bytes_of_pages
from benchmarks.tools import Call, PeerMissing, ToolName, environment, set_peer_up
from benchmarks.trials import real_pages
from samples.office_plans import Condition, plans
from samples.office_set import SamplePage


def page(name, *, image=Path(), segments=(("chữ",),)):
    return SamplePage(
        name=name,
        condition=Condition.SCAN,
        image=image,
        pdf=Path(),
        dpi=300,
        segments=segments,
    )


def grey(path, *, shade=255):
    Image.effect_noise((200, 300), 255 - shade).save(path)
    return path


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("02_clean_khaisinh", Kind.FORM),
        ("101_form300_to_khai", Kind.FORM),
        ("04_clean_hoadon", Kind.TABLE),  # has fields as well
        ("09_clean_danhmuc_bang", Kind.TABLE),
        ("28_rot90_totrinh", Kind.TEXT),
    ],
)
def test_a_page_is_of_the_kind_of_its_document(name, kind):
    assert kind_of(page(name)) is kind


def test_a_page_without_text_is_blank():
    assert kind_of(page("33_blank_blank", segments=())) is Kind.BLANK


def test_every_page_of_the_office_set_has_a_kind():
    kinds = {kind_of(page(plan.name)) for plan in plans() if plan.document}
    assert kinds == {Kind.TEXT, Kind.FORM, Kind.TABLE}


def test_each_form_is_scanned_at_300_and_at_200_dpi():
    made = form_plans()
    assert [plan.dpi for plan in made] == [300] * len(FORMS) + [200] * len(FORMS)
    assert len({plan.number for plan in made}) == len(made)
    assert [plan.document for plan in made[: len(FORMS)]] == list(FORMS)


def test_pages_are_dealt_one_by_one(tmp_path):
    pages = [page(name, image=grey(tmp_path / f"{name}.jpg")) for name in "abcde"]
    dealt = piles(pages, count=2, name="x", folder=tmp_path)
    assert [[page.name for page in pile.pages] for pile in dealt] == [["a", "c", "e"], ["b", "d"]]
    assert [len(pikepdf.open(pile.pdf).pages) for pile in dealt] == [3, 2]


def test_the_bytes_of_the_pages_are_the_whole_file(tmp_path):
    small, large = grey(tmp_path / "a.jpg"), grey(tmp_path / "b.jpg", shade=100)
    [pile] = piles(
        [page("a", image=small), page("b", image=large)], count=1, name="x", folder=tmp_path
    )
    sizes = bytes_of_pages(pile.pdf)
    assert sum(sizes) == pytest.approx(pile.pdf.stat().st_size)
    assert sizes[1] - sizes[0] == pytest.approx(large.stat().st_size - small.stat().st_size, abs=4)


def test_what_two_pages_share_is_halved(tmp_path):
    with pikepdf.new() as pdf:
        shared = pdf.make_stream(b"% " + b"x" * 9998)
        for own in (b"", b"% " + b"y" * 498):
            sheet = pdf.add_blank_page()
            sheet.Contents = pikepdf.Array([shared, pdf.make_stream(own)])
        pdf.save(tmp_path / "x.pdf", compress_streams=False)
    first, second = bytes_of_pages(tmp_path / "x.pdf")
    assert second - first == 500
    assert 5000 < first < 5600


def test_a_page_is_in_colour_when_its_scan_is(tmp_path):
    Image.new("RGB", (9, 9)).save(tmp_path / "colour.jpg")
    assert is_colour(page("x", image=tmp_path / "colour.jpg"))
    assert not is_colour(page("x", image=grey(tmp_path / "grey.jpg")))


def test_both_get_the_same_file_and_the_same_number_of_processes():
    for tool in ToolName:
        call = Call(tool=tool, source=Path("in/a.pdf"), out=Path("out"), jobs=2)
        assert "in/a.pdf" in call.command
        assert "2" in call.command
        assert (call.text, call.pdf) == (Path("out/a.txt"), Path("out/a.pdf"))
        assert environment(tool)["OMP_THREAD_LIMIT"] == "1"
        assert "PYTHONPATH" not in environment(tool)


def test_a_page_that_needs_a_person_is_a_result_and_a_failed_peer_is_none():
    def succeeded(tool):
        return Call(tool=tool, source=Path(), out=Path(), jobs=1).succeeded(1)

    assert succeeded(ToolName.NORMAL)
    assert not succeeded(ToolName.PEER)


def test_a_peer_that_cannot_be_installed_is_refused(tmp_path):
    with pytest.raises(PeerMissing, match="cannot be installed"):
        set_peer_up(home=tmp_path / "peer", uv=tmp_path / "no-uv")
    with pytest.raises(PeerMissing, match="cannot be installed"):
        set_peer_up(home=tmp_path / "peer", uv=Path("/bin/false"))


@pytest.mark.parametrize(
    ("words", "tools"),
    [
        ("", [ToolName.NORMAL, ToolName.BEST, ToolName.PEER]),
        ("--scaling", [ToolName.NORMAL, ToolName.PEER]),
        ("--tools motcua --peer-full", [ToolName.NORMAL, ToolName.PEER_FULL]),
    ],
)
def test_who_is_measured_suits_the_question(words, tools):
    assert tools_of(parser().parse_args(["digitise", *words.split()])) == tools


@pytest.mark.parametrize(
    "words", ["--rounds 0", "--scaling --memory", "--pages letters", "--round 1"]
)
def test_wrong_use_is_refused(words, capsys):
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(["digitise", *words.split()])
    assert ended.value.code == 2
    assert capsys.readouterr().err


def test_a_scan_of_ones_own_needs_its_text_beside_it(tmp_path):
    for name in ("b", "a", "without-text"):
        grey(tmp_path / f"{name}.jpg")
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_text(json.dumps([[f"trang {name}"]]), "utf-8")
    found = real_pages(tmp_path)
    assert [(page.name, page.segments) for page in found] == [
        ("a", [["trang a"]]),
        ("b", [["trang b"]]),
    ]


def test_a_figure_names_its_machine():
    here = machine()
    assert here["cpu"]
    assert here["cores"] >= 1
    assert here["memory_bytes"] > 100_000_000
