"""From scans on the desk to archival files, by the command as people call it."""

import json
import subprocess

import pikepdf
import pikepdf.pdfa
import pytest

from journeys.desk import motcua_command, pile_of
from measures import compare
from samples import hostile


@pytest.fixture(scope="module")
def digitised(sheets, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    order = ["stamp_quyetdinh", "clean_khaisinh", "rot180", "blank", "scan_congvan_sohoa"]
    answer = motcua_command("digitise", *(sheets[name] for name in order), "--out", out, "--json")
    reports = dict(zip(order, answer.reports, strict=True))
    return out, answer, reports


def test_reports_come_in_the_order_of_the_files(digitised, sheets):
    _, _, reports = digitised
    assert [report["input"] for report in reports.values()] == [
        str(sheets[name]) for name in reports
    ]


def test_a_blank_sheet_is_sent_back_and_nothing_is_invented_on_it(digitised):
    _, answer, reports = digitised
    assert answer.code == 1
    assert reports["blank"]["quality"] == {"verdict": "refused", "problems": ["BLANK"]}
    assert reports["blank"]["text_chars"] == 0


@pytest.mark.parametrize("name", ["stamp_quyetdinh", "clean_khaisinh", "scan_congvan_sohoa"])
def test_an_ordinary_scan_is_good_and_read(digitised, sheets, name):
    out, _, reports = digitised
    assert reports[name]["quality"] == {"verdict": "good", "problems": []}
    truth = json.loads((sheets[name].parents[1] / "gt" / f"{sheets[name].stem}.json").read_text())
    text = (out / f"{sheets[name].stem}.txt").read_text("utf-8")
    assert compare(truth, read=text).bow < 6


def test_a_page_upside_down_is_turned_and_said_so(digitised):
    page = digitised[2]["rot180"]["pages"][0]
    assert page["rotation"] == 180
    assert page["problems"] == []


def test_the_fields_of_a_dispatch_are_found(digitised):
    fields = digitised[2]["scan_congvan_sohoa"]["fields"]
    assert fields["number_symbol"]["value"] == "1287/UBND-VP"
    assert fields["issued_on"]["value"] == "2024-08-14"
    assert fields["issuer"]["value"] == "ỦY BAN NHÂN DÂN HUYỆN THANH LÂM"


def test_every_output_is_archival_and_says_the_same_as_the_sidecar(digitised, sheets):
    out, _, reports = digitised
    for name, report in reports.items():
        pdf = out / f"{sheets[name].stem}.pdf"
        assert pikepdf.pdfa.validate_written(pdf, "2b").passed
        said = subprocess.run(
            ["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True
        )
        sidecar = (out / f"{sheets[name].stem}.txt").read_text("utf-8")
        assert said.stdout.split() == sidecar.split()
        assert report["pdf"]["bytes"] == pdf.stat().st_size


def test_a_page_keeps_its_true_size(digitised, sheets):
    out, _, _ = digitised
    with pikepdf.open(out / f"{sheets['clean_khaisinh'].stem}.pdf") as pdf:
        assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [595, 842]


def test_hostile_files_are_refused_by_name_and_good_ones_still_done(sheets, tmp_path):
    desk = tmp_path / "desk"
    desk.mkdir()
    for make, name in [
        (hostile.javascript_at_opening, "mã lệnh.pdf"),
        (hostile.nested_bomb, "bom.pdf"),
        (hostile.encrypted_for_the_owner, "khoá.pdf"),
        (hostile.text_by_another_name, "văn bản.pdf"),
        (hostile.png_bomb, "bom ảnh.png"),
    ]:
        (desk / name).write_bytes(make())
    for name in ("clean_khaisinh", "scan_congvan_sohoa"):
        (desk / f"{name}.jpg").write_bytes(sheets[name].read_bytes())
    answer = motcua_command("digitise", desk, "--out", tmp_path / "out", "--json")
    assert answer.code == 3
    assert sum(report["ok"] for report in answer.reports) == 2
    refused = [report for report in answer.reports if not report["ok"]]
    assert len(refused) == 5
    for report in refused:
        lines = [line for line in answer.err.splitlines() if report["input"].split("/")[-1] in line]
        assert len(lines) == 1
    assert (tmp_path / "out" / "clean_khaisinh.pdf").exists()
    assert "Traceback" not in answer.err


def test_a_missing_model_stops_before_anything_is_written(sheets, tmp_path):
    out = tmp_path / "out"
    answer = motcua_command(
        "digitise", sheets["blank"], "--out", out, MOTCUA_TESSDATA=str(tmp_path)
    )
    assert answer.code == 4
    assert not out.exists()


def test_a_result_never_takes_the_place_of_its_source(sheets, tmp_path):
    desk = tmp_path / "desk"
    desk.mkdir()
    scan = pile_of(sheets["blank"], pages=1, target=desk / "scan.pdf")
    before = scan.read_bytes()
    answer = motcua_command("digitise", scan, "--out", desk)
    assert answer.code == 2
    assert scan.read_bytes() == before
    assert list(desk.iterdir()) == [scan]


def test_two_files_of_one_name_keep_their_results_apart(sheets, tmp_path):
    first, second = tmp_path / "a" / "scan.jpg", tmp_path / "b" / "scan.jpg"
    for place in (first, second):
        place.parent.mkdir()
        place.write_bytes(sheets["blank"].read_bytes())
    motcua_command("digitise", first, second, "--out", tmp_path / "out")
    assert (tmp_path / "out" / "scan.json").exists()
    assert (tmp_path / "out" / "scan-2.json").exists()


def test_the_number_of_sheets_is_held_against_the_count(sheets, tmp_path):
    pile = pile_of(sheets["clean_khaisinh"], pages=2, target=tmp_path / "pile.pdf")
    answer = motcua_command("digitise", pile, "--out", tmp_path / "o", "--json", "--sheets", "3")
    assert set(answer.reports[0]["quality"]["problems"]) == {"SHEETS_MISSING", "DUPLICATE_PAGE"}
