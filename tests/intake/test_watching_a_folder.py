"""What the provincial system puts into its folder is taken once, or refused with its reasons."""

import json
import os
from datetime import timedelta

import pytest

from intake.calendars import at
from intake.factories import VersionFactory
from intake.packets import CODE, packet
from motcua.intake import watching
from motcua.intake.actions.province import receive_from_provincial_system
from motcua.intake.models import CounterMode, Dossier
from motcua.intake.tasks import take_province_folder
from motcua.intake.watching import take_folder

NOW = at("2026-03-06 12:00")
OTHER = CODE.replace("0007", "0008")


@pytest.fixture
def folder(office, tmp_path):
    CounterMode.objects.update(mode="beside", system="Hệ thống Hải Dương")
    VersionFactory(procedure__code="1.001193")
    return tmp_path


def put(folder, name, document, *, written=NOW - timedelta(minutes=1)):
    path = folder / name
    path.write_text(document if isinstance(document, str) else json.dumps(document), "utf-8")
    os.utime(path, (written.timestamp(), written.timestamp()))
    return path


def names(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    "document",
    [packet(), {"HoSo": packet()}, [packet()], {"DanhSachHoSo": [packet()]}],
)
def test_a_file_of_any_wrapping_is_taken_and_put_away(folder, document):
    put(folder, "a.json", document)
    [file] = take_folder(folder, at=NOW)
    assert (file.dossiers, file.refused) == (1, ())
    assert Dossier.objects.get().code == CODE
    assert names(folder) == ["done/a.json"]


def test_a_refused_dossier_has_its_reason_beside_the_file_and_the_others_are_taken(folder):
    put(folder, "a.json", [packet(MaTTHC="9.999999"), packet(MaHoSo=OTHER)])
    [file] = take_folder(folder, at=NOW)
    assert file.dossiers == 1
    assert names(folder) == ["refused/a.json", "refused/a.reasons.txt"]
    reasons = json.loads((folder / "refused/a.reasons.txt").read_text("utf-8"))
    [reason] = reasons
    assert reason.startswith(f"{CODE}: Ngày 2026-03-02, thủ tục 9.999999 chưa có trong danh mục.")


@pytest.mark.parametrize(
    "document",
    ["", "{", "\x00", "[1]", "5", "[" * 100_000, '{"DanhSachHoSo": {}}', '{"a": NaN}x'],
)
def test_what_is_no_packet_is_refused_and_put_away(folder, document):
    put(folder, "a.json", document)
    [file] = take_folder(folder, at=NOW)
    assert file.refused
    assert names(folder) == ["refused/a.json", "refused/a.reasons.txt"]


def test_a_file_that_is_still_written_to_waits(folder):
    put(folder, "a.json", packet(), written=NOW - timedelta(seconds=2))
    assert take_folder(folder, at=NOW) == []
    assert names(folder) == ["a.json"]
    assert len(take_folder(folder, at=NOW + timedelta(seconds=10))) == 1


def test_a_link_is_not_followed(folder, tmp_path_factory):
    secret = put(tmp_path_factory.mktemp("elsewhere"), "secret.json", packet())
    (folder / "a.json").symlink_to(secret)
    assert take_folder(folder, at=NOW) == []
    assert not Dossier.objects.exists()


def test_a_file_too_large_is_refused(folder, monkeypatch):
    monkeypatch.setattr(watching, "LARGEST", 100)
    put(folder, "a.json", packet())
    assert take_folder(folder, at=NOW)[0].refused == ("JSON quá dài.",)


def test_two_files_of_one_name_are_both_kept(folder):
    for document in (packet(), packet(GhiChu="khác")):
        put(folder, "a.json", document)
        take_folder(folder, at=NOW)
    assert len(names(folder)) == 2


def test_what_a_crash_left_behind_is_taken_again_and_changes_nothing(folder, monkeypatch):
    put(folder, "a.json", [packet(), packet(MaHoSo=OTHER)])
    calls = []

    def crashing(told, **given):
        calls.append(told)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return receive_from_provincial_system(told, **given)

    with monkeypatch.context() as patched:
        patched.setattr(watching, "receive_from_provincial_system", crashing)
        with pytest.raises(KeyboardInterrupt):
            take_folder(folder, at=NOW)
    assert names(folder) == ["a.json"]
    assert Dossier.objects.count() == 1
    [file] = take_folder(folder, at=NOW)
    assert file.dossiers == 2
    assert Dossier.objects.count() == 2
    assert Dossier.objects.get(code=CODE).events.count() == 2


def test_the_job_looks_into_the_folder_that_the_settings_name(folder, settings):
    put(folder, "a.json", packet())
    take_province_folder()
    assert names(folder) == ["a.json"]
    settings.PROVINCE_FOLDER = folder
    take_province_folder()
    assert names(folder) == ["done/a.json"]
