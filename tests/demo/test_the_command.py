"""`motcua demo`: what it refuses, what it says, and that it starts for real."""

import hashlib
import sqlite3
from datetime import date

import pytest

from config.family import is_alive, run
from demo.province import Example
from motcua.config.demo.cli import lines
from motcua.config.demo.errors import DemoRuns
from motcua.config.demo.home import alone_in, throw_away
from motcua.config.demo.staff import PASSWORD, officers
from motcua.config.demo.starting import Ready
from motcua.kernel.exits import Exit


def ready(*, loaded_on=date(2026, 11, 25), is_old=False):
    people = [(officers()[0], "Xã Tứ Kỳ")]
    return Ready(loaded_on=loaded_on, is_old=is_old, password=PASSWORD, people=people)


def test_it_says_who_may_sign_in_and_with_what():
    assert lines(ready()) == [
        "Tỉnh mẫu đã sẵn sàng: đơn vị có thật, con người và hồ sơ đều là giả định.",
        "Mật khẩu của mọi tài khoản là xem-thu-mot-cua – cũng hiện trên trang đăng nhập:",
        "  motcua.tuky  Nguyễn Thị Thu Hà – Công chức Bộ phận Một cửa, Xã Tứ Kỳ",
        "",
    ]


def test_an_example_of_an_earlier_day_says_how_to_renew_it():
    said = lines(ready(loaded_on=date(2026, 11, 20), is_old=True))
    assert said[-2] == (
        "Hồ sơ mẫu được lập ngày 20/11/2026; dùng --fresh để dựng lại theo ngày hôm nay."
    )


def test_two_at_once_in_one_home_are_refused(tmp_path):
    with alone_in(tmp_path), pytest.raises(DemoRuns), alone_in(tmp_path):
        pass
    with alone_in(tmp_path):
        pass


def test_what_is_thrown_away_is_the_database_and_nothing_else(tmp_path):
    database = tmp_path / "motcua.sqlite3"
    for name in ("motcua.sqlite3", "motcua.sqlite3-wal", "motcua.sqlite3-shm", "kept"):
        (tmp_path / name).touch()
    throw_away(database)
    throw_away(database)
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_real_installation_is_left_as_it_is_even_when_told_to_begin_anew(tmp_path):
    database = tmp_path / "motcua.sqlite3"
    with sqlite3.connect(database) as real:
        real.execute("PRAGMA journal_mode=WAL")  # as ours is
        real.execute("CREATE TABLE organisation_unit (id INTEGER PRIMARY KEY)")
        real.execute("CREATE TABLE organisation_account (id INTEGER PRIMARY KEY)")
        real.execute("CREATE TABLE audit_entry (about TEXT, act TEXT, number INTEGER, at TEXT)")
        real.execute("INSERT INTO organisation_unit VALUES (1)")
    real.close()
    before = hashlib.sha256(database.read_bytes()).hexdigest()
    done = run(tmp_path, "demo", "--port", "0", "--fresh")
    assert (done.returncode, done.stdout) == (Exit.WRONG_USE, "")
    assert done.stderr == (
        f"motcua: {tmp_path} đang giữ một bản cài đặt không phải bản dùng thử; chưa thay đổi gì. "
        "Hãy đặt MOTCUA_HOME là một thư mục khác, ví dụ MOTCUA_HOME=./var-demo ./motcua demo\n"
    )
    assert not (tmp_path / "demo.json").exists()
    with sqlite3.connect(database) as real:
        assert real.execute("SELECT * FROM organisation_unit").fetchall() == [(1,)]
    real.close()
    assert hashlib.sha256(database.read_bytes()).hexdigest() == before


@pytest.mark.slow
def test_it_starts_shows_the_passwords_and_the_second_time_loads_nothing(tmp_path):
    with Example(tmp_path) as first:
        assert first.said[-1].startswith("Motcua đang chạy tại http://127.0.0.1:")
        assert "xem-thu-mot-cua" in first.page("/tai-khoan/dang-nhap/")
        refused = run(tmp_path, "demo", "--port", "0")
        assert (refused.returncode, refused.stdout) == (Exit.WRONG_USE, "")
        assert "đang chạy" in refused.stderr
        count, family = first.dossiers(), first.children()
        assert count > 300
        assert first.stop() == Exit.DONE
        assert [pid for pid in family if is_alive(pid)] == []
    with Example(tmp_path) as second:
        assert second.seconds < first.seconds / 2
        assert second.dossiers() == count
    with Example(tmp_path, "--fresh") as third:
        assert third.dossiers() == count
