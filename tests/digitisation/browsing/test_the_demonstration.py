"""`./motcua demo`, without making its pages."""

import io
import threading

import pytest
from rich.console import Console

from motcua.kernel.exits import Exit
from samples import demo, gate_set, office_plans
from samples.demo import Folders, say_where


def test_every_sample_it_names_can_be_made():
    short = {plan.name.partition("_")[2] for plan in office_plans.plans()}
    assert {*demo.SCANS, *demo.PILE} <= short
    assert {*demo.BAD} <= {plan.name for plan in gate_set.plans()}


def test_the_address_at_the_end_opens_on_a_click(tmp_path, capsys):
    say_where(Folders(home=tmp_path / "thử nghiệm"))
    assert f"{(tmp_path / 'thử nghiệm').as_uri()}/result/index.html\n" in capsys.readouterr().out


def test_it_waits_for_another_that_is_running(tmp_path):
    shown = io.StringIO()
    begun = threading.Event()

    def second():
        with demo._alone_in(tmp_path, console=Console(file=shown)):
            begun.set()

    waiting = threading.Thread(target=second)
    with demo._alone_in(tmp_path, console=Console(file=shown)):
        waiting.start()
        assert not begun.wait(0.2)
        assert "Đang chờ" in shown.getvalue()
    waiting.join(5)
    assert begun.is_set()


@pytest.mark.slow
def test_it_shows_every_verdict_and_can_be_run_again(tmp_path, monkeypatch):
    monkeypatch.setenv("MOTCUA_HOME", str(tmp_path))
    for _ in range(2):
        assert demo.main() == Exit.DONE
        text = (tmp_path / "demo/result/index.html").read_text("utf-8")
        for verdict in ("good", "review", "refused", "unreadable"):
            assert f'class="badge {verdict}"' in text
