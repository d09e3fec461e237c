from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from benchmarks.costs import Cost
from benchmarks.figures import (
    ALL,
    GROUPS,
    UPRIGHT,
    Middle,
    Reading,
    Run,
    errors_by_group,
    middle,
    ratios,
    speed_ups,
    speeds,
)
from benchmarks.plot import Point, round_up, svg
from benchmarks.tools import ToolName
from measures import compare
from samples.office_plans import Condition
from samples.office_set import SamplePage

OURS, BEST, PEER = ToolName.NORMAL, ToolName.BEST, ToolName.PEER


def run(tool, *, cpu, wall=1.0, jobs=1, round_=0, pages=10):
    cost = Cost(
        cpu_seconds=cpu,
        wall_seconds=wall,
        largest_process_bytes=100,
        all_processes_bytes=300,
        exit_code=0,
        complaint="",
    )
    return Run(tool=tool, jobs=jobs, pile="pages-0", round=round_, pages=pages, cost=cost)


def page(name, *, condition=Condition.SCAN):
    return SamplePage(
        name=name,
        condition=condition,
        image=Path(),
        pdf=Path(),
        dpi=300,
        segments=[["một hai ba bốn"]],
    )


def reading(tool, page_, *, read):
    return Reading(tool=tool, page=page_, errors=compare(page_.segments, read=read), bytes=0)


def test_the_middle_of_three_is_the_second():
    assert middle([5, 1, 2]) == Middle(median=2, least=1, most=5)


def test_speed_is_the_median_a_page():
    runs = [run(OURS, cpu=cpu, wall=cpu * 2, round_=n) for n, cpu in enumerate((10, 30, 12))]
    [speed] = speeds(runs)
    assert speed.cpu.median == 1.2
    assert speed.pages_a_minute == 25  # 2.4 s a page


def test_two_processes_share_the_pages_a_minute_between_them():
    [speed] = speeds([run(OURS, cpu=10, wall=10, jobs=2)])
    assert (speed.pages_a_minute, speed.pages_a_minute_and_core) == (60, 30)


def test_a_ratio_is_taken_within_a_round():
    """The second round was slow for both; the ratio of the medians would be 20 / 15."""
    runs = [
        *(run(OURS, cpu=10, round_=0), run(PEER, cpu=20, round_=0)),
        *(run(OURS, cpu=20, round_=1), run(PEER, cpu=60, round_=1)),
    ]
    [ratio] = ratios(runs)
    assert (ratio.of, ratio.to) == (PEER, OURS)
    assert ratio.cpu == Middle(median=2.5, least=2, most=3)


def test_the_peer_is_compared_with_each_of_ours_and_never_ours_with_ours():
    runs = [run(tool, cpu=10, jobs=jobs) for tool in (PEER, BEST, OURS) for jobs in (1, 2)]
    assert [(ratio.of, ratio.to, ratio.jobs) for ratio in ratios(runs)] == [
        (PEER, OURS, 1),
        (PEER, BEST, 1),
        (PEER, OURS, 2),
        (PEER, BEST, 2),
    ]


def test_speed_up_is_the_time_of_one_over_the_time_of_more():
    runs = [run(OURS, cpu=1, wall=wall, jobs=jobs) for jobs, wall in ((1, 30), (2, 20), (3, 15))]
    assert {jobs: gain.median for jobs, gain in speed_ups(runs, of=OURS).items()} == {2: 1.5, 3: 2}


def test_errors_are_added_up_by_condition():
    scan = page("11_scan_totrinh")
    turned = page("28_rot90_totrinh", condition=Condition.ROTATED)
    table = errors_by_group(
        [
            reading(PEER, scan, read="một hai ba bốn"),
            reading(PEER, turned, read=""),
        ],
        groups=GROUPS,
    )
    assert table[ALL][PEER].bow == 50
    assert table[UPRIGHT][PEER].bow == 0
    assert table["rotated"][PEER].bow == 100
    assert "clean" not in table


def point(tool, *, cpu, wrong):
    return Point(tool=tool, cpu=middle([cpu]), wrong=wrong, wrong_upright=wrong)


def test_the_quicker_stands_left_and_the_more_exact_below():
    drawing = ET.fromstring(  # noqa: S314 (our own)
        svg([point(OURS, cpu=1, wrong=1), point(PEER, cpu=3, wrong=2)], caption="a < b")
    )
    dots = [
        (float(dot.get("cx")), float(dot.get("cy")))
        for dot in drawing.findall(".//{*}circle")
        if dot.get("fill") != "#fff"
    ]
    (our_x, our_y), (their_x, their_y) = dots
    assert our_x < their_x
    assert our_y > their_y  # downwards on the sheet
    assert "a < b" in {text.text for text in drawing.findall(".//{*}text")}


@pytest.mark.parametrize(
    ("value", "end"), [(3.2, 4), (0.9, 1.25), (8.9, 10), (9.5, 12.5), (0, 1), (45, 60)]
)
def test_an_axis_ends_at_a_plain_number_above_the_last_value(value, end):
    assert round_up(value) == pytest.approx(end)
