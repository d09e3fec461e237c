"""`motcua serve` for real: it answers, keeps its family alive, and takes it along when it goes."""

import json
import os
import signal
import sqlite3

import pytest

from config import family
from config.family import is_alive, run, wait_until
from motcua.kernel.exits import Exit


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home that the first start prepares and the later ones find ready."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def running(home):
    """One that the tests leave as it is."""
    with family.served(home) as running:
        yield running


@pytest.fixture
def served(home):
    """One that a test may do anything to."""
    with family.served(home) as served:
        yield served


def test_it_says_where_it_is_answers_and_stops_with_its_whole_family(served):
    assert served.said == (
        f"Motcua đang chạy tại http://127.0.0.1:{served.port}/ – nhấn Ctrl+C để dừng.\n"
    )
    status, body, headers = served.ask()
    assert (status, json.loads(body)) == (200, {"ok": True, "database": "ok"})
    assert headers["X-Request-Id"]
    below = served.children()
    assert len(below) >= 3  # the web server, its process, the worker
    assert served.stop() == Exit.DONE
    assert [pid for pid in below if is_alive(pid)] == []
    assert served.ask() is None
    assert served.process.stdout.read() == ""


def test_a_second_start_on_the_same_port_is_refused_and_the_first_goes_on(running, home):
    refused = run(home, "serve", "--port", str(running.port))
    assert (refused.returncode, refused.stdout) == (Exit.UNAVAILABLE, "")
    assert refused.stderr == (
        f"motcua: cổng {running.port} của 127.0.0.1 đang có chương trình khác dùng, có thể là một "
        "bản Motcua đang chạy; hãy dừng chương trình ấy hoặc chọn cổng khác bằng --port\n"
    )
    assert running.is_well()


@pytest.mark.parametrize("with_it", ["nobody", "the web server"])
def test_the_family_ends_with_a_parent_that_was_killed(served, with_it):
    below = served.children()
    killed = [] if with_it == "nobody" else [served.child("motcua.config.web")]
    for pid in (served.process.pid, *killed):
        os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not any(map(is_alive, below)))
    assert served.ask() is None


def test_a_child_that_dies_is_started_again(served):
    first, worker = served.child("motcua.config.web"), served.child("motcua.config")
    os.kill(first, signal.SIGKILL)
    os.kill(worker, signal.SIGKILL)
    wait_until(lambda: not is_alive(first))
    wait_until(lambda: len(served.children()) >= 3 and served.is_well())
    assert served.child("motcua.config.web") != first
    assert served.stop(signal.SIGINT) == Exit.DONE


def test_a_worker_that_works_off_what_is_due_says_how_much_it_was(home, running):
    wait_until(lambda: {state for (state,) in states(home)} == {"done"})
    done = run(home, "worker", "--once")
    assert (done.returncode, done.stdout) == (Exit.DONE, "")
    assert done.stderr.splitlines()[-1] == "Đã làm 0 việc."


def states(home):
    with sqlite3.connect(home / "motcua.sqlite3") as line:
        return line.execute("SELECT state FROM jobs_job").fetchall() or [("none",)]


def test_a_database_newer_than_the_program_is_left_alone(home, running):
    with sqlite3.connect(home / "motcua.sqlite3") as line:
        line.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES (?, ?, ?)",
            ("jobs", "0099_of_next_year", "2027-01-01"),
        )
    refused = run(home, "serve", "--port", "0")
    with sqlite3.connect(home / "motcua.sqlite3") as line:
        line.execute("DELETE FROM django_migrations WHERE name = '0099_of_next_year'")
    assert refused.returncode == Exit.UNAVAILABLE
    assert "mới hơn chương trình này (jobs.0099_of_next_year)" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_a_worker_without_a_database_says_what_to_do_and_makes_none(tmp_path):
    refused = run(tmp_path, "worker", "--once")
    assert refused.returncode == Exit.UNAVAILABLE
    assert "hãy chạy motcua serve một lần" in refused.stderr
    assert not (tmp_path / "motcua.sqlite3").exists()


def test_what_it_writes_only_its_owner_reads(home, running):
    assert (home / "motcua.sqlite3").stat().st_mode & 0o077 == 0
    assert (home / "keys/secret.key").stat().st_mode & 0o077 == 0


def test_an_address_that_this_machine_lacks_is_refused(tmp_path):
    refused = run(tmp_path, "serve", "--host", "192.0.2.1", "--port", "0")
    assert refused.returncode == Exit.UNAVAILABLE
    assert refused.stderr.startswith("motcua: không mở được cổng 0 tại 192.0.2.1 (")


def test_a_database_address_that_means_nothing_is_wrong_use_and_its_password_is_not_said(tmp_path):
    refused = run(tmp_path, "worker", MOTCUA_DATABASE="postgers://hoa:bí-mật@máy/motcua")
    assert refused.returncode == Exit.WRONG_USE
    assert refused.stderr.startswith("motcua: biến MOTCUA_DATABASE phải là địa chỉ cơ sở dữ liệu")
    assert "bí-mật" not in refused.stderr


def test_a_database_that_does_not_answer_is_said_in_one_line(tmp_path):
    address = "postgres://postgres@127.0.0.1:1/motcua"
    refused = run(tmp_path, "serve", "--port", "0", MOTCUA_DATABASE=address)
    assert refused.returncode == Exit.UNAVAILABLE
    assert refused.stderr.startswith("motcua: cơ sở dữ liệu không trả lời: ")
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize("words", [["--port", "65536"], ["--workers", "0"], ["--port", "x"]])
def test_a_number_that_cannot_be_is_wrong_use(words, tmp_path):
    assert run(tmp_path, "serve", *words).returncode == Exit.WRONG_USE
