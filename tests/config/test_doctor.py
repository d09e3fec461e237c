"""What `motcua doctor` finds, and what it advises."""

import argparse
import json
import re
from importlib.metadata import PackageNotFoundError
from pathlib import Path

from motcua.config import checks, doctor
from motcua.config.checks import Finding, State
from motcua.kernel.exits import Exit

REQUIREMENTS = Path(__file__).parents[2] / "requirements"


def nothing_installed(package):
    raise PackageNotFoundError(package)


def test_the_packages_looked_for_are_those_required():
    required = (REQUIREMENTS / "base.in").read_text("utf-8").splitlines()
    names = [re.match(r"[\w-]+", line)[0] for line in required if not line.startswith("#")]
    assert list(checks.PACKAGES) == names


def test_an_old_python_is_missing_the_needed_version():
    finding = checks.python_finding((3, 10, 14))
    assert (finding.state, finding.found) == (State.MISSING, "3.10.14")
    assert "apt-get install" in finding.remedy


def test_a_new_python_is_enough():
    assert checks.python_finding((3, 14, 0)).state is State.OK


def test_a_package_is_found_by_its_version():
    finding = checks.package_finding("numpy", version_of=lambda package: "2.4.6")
    assert (finding.state, finding.found, finding.remedy) == (State.OK, "2.4.6", "")


def test_an_absent_package_is_missing_and_has_a_remedy():
    finding = checks.package_finding("numpy", version_of=nothing_installed)
    assert finding.state is State.MISSING
    assert finding.remedy


def test_an_absent_model_comes_with_its_apt_line(tmp_path):
    finding = checks.model_finding("vie", absent=State.MISSING, places=[tmp_path])
    assert finding.state is State.MISSING
    assert finding.remedy == (
        "Chạy: sudo apt-get install --no-install-recommends -y tesseract-ocr-vie"
    )


def test_a_model_is_found_in_its_folder(tmp_path):
    (tmp_path / "vie.traineddata").touch()
    finding = checks.model_finding("vie", absent=State.MISSING, places=[tmp_path])
    assert (finding.state, finding.found) == (State.OK, str(tmp_path))


def test_a_home_that_is_not_there_yet_is_judged_by_where_it_will_be(tmp_path):
    finding = checks.folder_finding("home", title="Nhà", folder=tmp_path / "chưa/có")
    assert finding.state is not State.MISSING
    assert not (tmp_path / "chưa").exists()


def test_a_home_under_a_file_cannot_be_written(tmp_path):
    (tmp_path / "tệp").touch()
    finding = checks.folder_finding("home", title="Nhà", folder=tmp_path / "tệp/nhà")
    assert finding.state is State.MISSING
    assert finding.remedy.startswith(f"Cấp quyền ghi cho {tmp_path / 'tệp'}")


def test_room_is_enough_little_or_none():
    states = [checks.room_state(room) for room in (2 << 30, (2 << 30) - 1, (1 << 28) - 1)]
    assert states == [State.OK, State.WARNING, State.MISSING]


def test_little_memory_is_a_warning_in_vietnamese_figures():
    finding = checks.memory_finding(3 << 29)
    assert (finding.state, finding.found) == (State.WARNING, "1,5 GB")


def test_a_locale_without_utf8_is_a_warning():
    assert checks.encoding_finding("ANSI_X3.4-1968").state is State.WARNING
    assert checks.encoding_finding("utf-8").state is State.OK


def test_an_absent_font_says_that_only_sample_pages_need_it(tmp_path):
    finding = checks.font_finding("Tinos", place=tmp_path / "x.ttf", package="fonts-croscore")
    assert finding.state is State.OPTIONAL
    assert finding.remedy.endswith("-y fonts-croscore")


def test_an_absent_program_is_optional():
    finding = checks.tool_finding("motcua-no-such-program", remedy="Tự cài.")
    assert (finding.state, finding.remedy) == (State.OPTIONAL, "Tự cài.")


def test_every_name_is_there_once():
    names = [finding.name for finding in checks.findings()]
    assert len(names) == len({*names})


def test_the_json_answer_is_one_document_with_four_facts_a_row(capsys):
    code = doctor.run(argparse.Namespace(json=True))
    written = capsys.readouterr()
    answer = json.loads(written.out)
    assert written.err == ""
    assert answer["ok"] is (code == Exit.DONE)
    for row in answer["rows"]:
        assert row.keys() == {"name", "title", "state", "found", "remedy"}
        assert row["state"] in {*State}
        assert row["remedy"] or row["state"] == "ok"


def test_people_read_every_remedy(capsys):
    finding = Finding(name="x", title="Mô hình", state=State.MISSING, remedy="Chạy: sudo …")
    doctor.show([finding], ready=False)
    assert capsys.readouterr().out == (
        "✖ thiếu     Mô hình\n\n✖ thiếu: Mô hình\n  Chạy: sudo …\n\n"
        "Máy còn thiếu thành phần cần thiết.\n"
    )


def test_only_what_is_needed_stops_the_machine_from_being_ready():
    rows = [
        Finding(name=state, title=state, state=state)
        for state in (State.OK, State.WARNING, State.OPTIONAL)
    ]
    assert doctor.is_ready(rows)
    assert not doctor.is_ready([*rows, Finding(name="x", title="x", state=State.MISSING)])
