import os
import sys
import time

from benchmarks.costs import cost_of

BURN = "import time\nwhile time.process_time() < 0.4: pass"


def cost_of_python(code, every=0.02):
    return cost_of([sys.executable, "-c", code], environment=dict(os.environ), every=every)


def test_the_time_of_the_command_is_counted():
    cost = cost_of_python(BURN)
    assert 0.4 <= cost.cpu_seconds < 2
    assert cost.wall_seconds >= 0.4
    assert cost.exit_code == 0


def test_the_time_of_an_orphan_is_counted_though_its_parent_has_ended():
    begun = time.perf_counter()
    cost = cost_of_python(f"import os\nif os.fork() == 0:\n if os.fork() == 0:\n  exec({BURN!r})")
    assert cost.cpu_seconds >= 0.4
    assert cost.wall_seconds < time.perf_counter() - begun - 0.2


def test_the_largest_process_and_all_together_are_told_apart():
    hold = "x = bytearray(60_000_000); time.sleep(0.4)"
    cost = cost_of_python(
        f"import os, time\nfor _ in '12':\n if os.fork() == 0:\n  {hold}\n  break"
    )
    assert 60_000_000 < cost.largest_process_bytes < 110_000_000
    assert cost.all_processes_bytes > 120_000_000


def test_a_failure_says_how_it_ended_and_why():
    cost = cost_of_python("import sys; sys.exit('no room')")
    assert (cost.exit_code, cost.complaint) == (1, "no room\n")
