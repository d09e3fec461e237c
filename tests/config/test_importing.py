"""`motcua import`: every row is taken or refused with its reason, and the exit code tells."""

import json

import pytest

from motcua.config import importing
from motcua.config.__main__ import main
from motcua.kernel.exits import Exit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office(monkeypatch):
    """The areas' own importing is theirs to test; here it is an office that is easy to follow."""
    kinds = {
        "units": ("đơn vị", "config.table_office"),
        "dossiers": ("hồ sơ", "config.no_such_office"),
    }
    monkeypatch.setattr(importing, "KINDS", kinds)


@pytest.fixture
def table(tmp_path):
    def write(*rows, name="units.csv"):
        place = tmp_path / name
        place.write_text("\n".join(["code", *rows]), "utf-8")
        return str(place)

    return write


def test_a_table_without_fault_is_done(table, capsys):
    assert main(["import", "units", table("new", "new", "known")]) == Exit.DONE
    assert capsys.readouterr().out == (
        "units.csv: đã nhập 2 đơn vị, 1 đã có sẵn, 0 dòng bị từ chối.\n"
    )


def test_a_refused_row_needs_a_person_and_is_said_with_its_reason(table, capsys):
    assert main(["import", "units", table("new", "bad")]) == Exit.NEEDS_A_PERSON
    assert capsys.readouterr().out.splitlines() == [
        "units.csv: đã nhập 1 đơn vị, 0 đã có sẵn, 1 dòng bị từ chối.",
        "  dòng 3, cột parent: Không có đơn vị cấp trên H23.9.",
    ]


def test_of_very_many_refused_rows_the_first_thirty_are_shown(table, capsys):
    assert main(["import", "units", table(*["bad"] * 100)]) == Exit.NEEDS_A_PERSON
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 32
    assert said[-1] == "  … và 70 lỗi nữa (--json để xem tất cả)"


def test_the_json_answer_is_one_document(table, capsys):
    assert main(["import", "units", table("new", "bad"), "--json"]) == Exit.NEEDS_A_PERSON
    assert json.loads(capsys.readouterr().out) == {
        "kind": "units",
        "ok": False,
        "name": "units.csv",
        "accepted": 1,
        "unchanged": 0,
        "refused": [
            {
                "row": 3,
                "field": "parent",
                "code": "organisation.no_parent",
                "sentence": "Không có đơn vị cấp trên H23.9.",
            }
        ],
    }


def test_a_file_that_is_no_such_table_is_unreadable(table, capsys):
    assert main(["import", "units", table(name="latin.csv"), "--json"]) == Exit.UNREADABLE
    written = capsys.readouterr()
    assert json.loads(written.out)["refusal"]["code"] == "foundation.sheet_not_utf8"
    assert written.err == (
        "motcua: latin.csv: Tệp CSV không dùng bảng mã UTF-8. Hãy lưu lại dưới dạng CSV UTF-8.\n"
    )


def test_a_file_that_is_not_there_is_unreadable(tmp_path, capsys):
    assert main(["import", "units", str(tmp_path / "không có.csv")]) == Exit.UNREADABLE
    assert capsys.readouterr().err == "motcua: không có.csv: không có tệp này\n"


def test_a_folder_is_unreadable(tmp_path, capsys):
    assert main(["import", "units", str(tmp_path)]) == Exit.UNREADABLE
    assert capsys.readouterr().err.endswith(": là thư mục, không phải tệp\n")


def test_what_this_version_cannot_import_is_unavailable(table, capsys):
    assert main(["import", "dossiers", table("new")]) == Exit.UNAVAILABLE
    assert capsys.readouterr().err == "motcua: phiên bản này chưa nhập được hồ sơ\n"


def test_a_kind_that_is_no_kind_is_wrong_use(table):
    with pytest.raises(SystemExit) as end:
        main(["import", "people", table("new")])
    assert end.value.code == Exit.WRONG_USE


class TestForReal:
    """Through the areas as they are."""

    @pytest.fixture(autouse=True)
    def office(self):
        """Take the place of the office that is easy to follow."""

    def test_units_come_in_once_however_often_the_table_does(self, tmp_path, capsys):
        place = tmp_path / "đơn vị.csv"
        place.write_text(
            "Mã đơn vị;Tên đơn vị;Cấp;Từ ngày\nH23;UBND tỉnh Hải Dương;province;01/01/1997\n",
            "utf-8",
        )
        counts = []
        for _ in range(2):
            assert main(["import", "units", str(place), "--json"]) == Exit.DONE
            answer = json.loads(capsys.readouterr().out)
            counts.append((answer["accepted"], answer["unchanged"], answer["refused"]))
        assert counts == [(1, 0, []), (0, 1, [])]

    @pytest.mark.parametrize("kind", importing.KINDS)
    def test_a_table_without_its_columns_is_unreadable(self, kind, tmp_path, capsys):
        place = tmp_path / "bảng.csv"
        place.write_text("một,hai\n1,2\n", "utf-8")
        assert main(["import", kind, str(place)]) == Exit.UNREADABLE
        assert "Dòng tiêu đề thiếu cột: " in capsys.readouterr().err
