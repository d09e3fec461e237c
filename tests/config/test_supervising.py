"""What becomes of children that will not live, and of those that will not die."""

import os
import signal
from pathlib import Path
from threading import Timer

import pytest

from config.family import is_alive, wait_until
from motcua.config import supervising
from motcua.config.errors import WebDoesNotStart
from motcua.config.supervising import LONGEST_REST, Child, Supervisor, rest_after

TESTS = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def importable(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", f"{TESTS}:{TESTS.parent / 'src'}")


def supervisor(*words, ready):
    child = Child(name="web", words=words)
    return Supervisor(children=[child], is_ready=ready, say_ready=lambda: None)


def test_a_child_that_keeps_dying_is_left_longer_each_time():
    assert [rest_after(failures) for failures in (1, 2, 3, 5)] == [1, 2, 4, 16]
    assert rest_after(6) == rest_after(600) == LONGEST_REST


def test_a_web_server_that_never_gets_ready_is_given_up(monkeypatch, capfd):
    monkeypatch.setattr(supervising, "rest_after", lambda failures: 0)
    family = supervisor("motcua.config", "--version", ready=lambda: False)
    with pytest.raises(WebDoesNotStart):
        family.run()
    assert capfd.readouterr().out.count("motcua ") == 3


def test_children_that_do_not_stop_in_time_are_killed_with_all_below_them(tmp_path, monkeypatch):
    monkeypatch.setattr(supervising, "STOP_PATIENCE", 0.2)
    family = supervisor("config.stubborn", str(tmp_path), ready=lambda: True)

    def stop_when_both_are_there():
        wait_until(lambda: len([*tmp_path.iterdir()]) == 2)
        os.kill(os.getpid(), signal.SIGTERM)

    Timer(0, stop_when_both_are_there).start()
    family.run()
    wait_until(lambda: not any(is_alive(int(place.name)) for place in tmp_path.iterdir()))


def test_who_asks_twice_does_not_wait(tmp_path):
    family = supervisor("config.stubborn", str(tmp_path), ready=lambda: True)

    def stop_twice():
        wait_until(lambda: len([*tmp_path.iterdir()]) == 2)
        for _ in range(2):
            os.kill(os.getpid(), signal.SIGINT)
            wait_until(family._told_to_stop.is_set)

    Timer(0, stop_twice).start()
    family.run()
    wait_until(lambda: not any(is_alive(int(place.name)) for place in tmp_path.iterdir()))
