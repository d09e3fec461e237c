"""`motcua check`: the books are as they were left, or it is said where they are not."""

import json
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection
from django.utils.module_loading import import_string

from motcua.audit.actions import SystemActor, keep_heads, record
from motcua.audit.models import Head
from motcua.audit.rules.chain import Fault
from motcua.config import examining
from motcua.config.__main__ import main
from motcua.config.checking import FAULTS, TITLES
from motcua.config.settings.work import EXAMINATIONS
from motcua.foundation.checking import Found
from motcua.kernel.exits import Exit
from motcua.organisation.models import Unit

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def heads_folder(tmp_path, settings):
    settings.HEADS_FOLDER = tmp_path / "heads"
    settings.EXAMINATIONS = {"journal": "motcua.audit.examining.journal"}
    return settings.HEADS_FOLDER


def write(count=3):
    for number in range(count):
        record(act="jobs.job.retried", by=SystemActor(), about=f"jobs.job:{number}", at=NOW)


def behind_its_back(statement):
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS audit_entry_no_update")
            cursor.execute("DROP TRIGGER IF EXISTS audit_entry_no_delete")
        else:
            cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER ALL")
        cursor.execute(statement)


def check(*words):
    return main(["check", *map(str, words)])


def test_books_that_are_as_they_were_left_are_said_to_be_so(capsys):
    write()
    assert check() == Exit.DONE
    assert capsys.readouterr().out == (
        "✔ nguyên vẹn: Sổ nhật ký, đã xem 3 mục\n\nMọi sổ còn nguyên vẹn.\n"
    )


def test_a_touched_entry_is_named_by_its_book_and_number(capsys):
    write()
    behind_its_back("UPDATE audit_entry SET by_name = 'ai đó' WHERE number = 2")
    assert check() == Exit.NEEDS_A_PERSON
    assert capsys.readouterr().out == (
        "✖ 1 chỗ sai: Sổ nhật ký, đã xem 3 mục\n"
        "    system, số 2: nội dung đã bị sửa\n\n"
        "Có chỗ không còn nguyên vẹn.\n"
    )


def test_the_json_answer_is_one_document(capsys):
    write()
    behind_its_back("DELETE FROM audit_entry WHERE number = 3")
    assert check("--json") == Exit.NEEDS_A_PERSON
    answer = json.loads(capsys.readouterr().out)
    assert (answer["ok"], answer["checks"]) == (
        False,
        [
            {
                "name": "journal",
                "ok": False,
                "counted": 3,
                "found": [{"place": "system", "number": 3, "fault": "head"}],
            }
        ],
    )


def test_a_book_rewritten_whole_is_found_by_the_heads_that_were_carried_off(tmp_path, capsys):
    write()
    carried_off = tmp_path / "usb/heads.json"
    assert check("--heads", carried_off) == Exit.DONE
    assert carried_off.stat().st_mode & 0o077 == 0
    write()
    assert check("--against", carried_off) == Exit.DONE
    behind_its_back("DELETE FROM audit_entry")
    Head.objects.all().delete()
    for number in range(6):
        record(act="jobs.job.cancelled", by=SystemActor(), about=f"jobs.job:{number}", at=NOW)
    capsys.readouterr()
    assert check() == Exit.DONE
    assert check("--against", carried_off) == Exit.NEEDS_A_PERSON
    assert "    system, số 3: khác với số cuối đã lưu riêng\n" in capsys.readouterr().out


def test_the_heads_of_the_last_day_are_held_against_the_books_without_asking(heads_folder, capsys):
    write()
    keep_heads(folder=heads_folder, at=NOW)
    assert check() == Exit.DONE
    assert "Sổ nhật ký so với số cuối đã lưu riêng, đã xem 1 sổ" in capsys.readouterr().out


def test_a_file_of_heads_that_is_none_is_unreadable(tmp_path, capsys):
    (tmp_path / "heads.json").write_text("{}", "utf-8")
    assert check("--against", tmp_path / "heads.json") == Exit.UNREADABLE
    assert check("--against", tmp_path / "không có.json") == Exit.UNREADABLE
    assert capsys.readouterr().err.endswith("không có.json: không có tệp này\n")


def test_a_place_where_heads_cannot_be_written_is_said(tmp_path, capsys):
    (tmp_path / "file").touch()
    assert check("--heads", tmp_path / "file/heads.json") == Exit.UNREADABLE
    assert "heads.json: " in capsys.readouterr().err


def crowd(*, seen):
    seen(12345)
    for number in range(1, 31):
        yield Found(place="H23.1", number=number, fault="missing")


def test_of_very_many_faults_the_first_twenty_are_shown(settings, capsys):
    settings.EXAMINATIONS = {"dossier_codes": "config.test_checking.crowd"}
    assert check() == Exit.NEEDS_A_PERSON
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "✖ 30 chỗ sai: Mã hồ sơ liên tục, đã xem 12.345 hồ sơ"
    assert said[1] == "    H23.1, số 1: thiếu số"
    assert said[21] == "    … và 10 chỗ nữa (--json để xem tất cả)"


@pytest.mark.django_db(transaction=True)
def test_the_database_itself_refuses_to_be_written_while_it_is_examined():
    with pytest.raises(DatabaseError), examining.reading_only():
        Unit.objects.create(name="UBND xã A", level="commune", valid_from=NOW.date())
    Unit.objects.create(name="UBND xã A", level="commune", valid_from=NOW.date())


def test_every_examination_can_be_found_and_has_a_title():
    for name, place in EXAMINATIONS.items():
        assert callable(import_string(place))
        assert name in TITLES


def test_every_fault_of_the_journal_has_words():
    assert {fault.value for fault in Fault} <= FAULTS.keys()
