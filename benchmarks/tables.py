"""The figures as tables for people."""

from collections.abc import Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table

from benchmarks.figures import (
    Groups,
    Middle,
    Reading,
    Run,
    errors_by_group,
    page_count,
    ratios,
    sizes_by_tool,
    speeds,
)
from benchmarks.tools import ToolName
from measures import Errors

MEGA = 1_000_000


def speed_table(runs: Sequence[Run]) -> Table:
    """Return what a page takes."""
    table = _table("Speed (medians) and peak memory", "tool", "processes", "CPU\ns/page", "s/page")
    for heading in ("pages\n/min", "pages/min\n/core", "largest\nMB", "all\nMB"):
        table.add_column(heading, justify="right")
    for speed in speeds(runs):
        table.add_row(
            speed.tool.value,
            str(speed.jobs),
            f"{speed.cpu.median:.2f}",
            f"{speed.wall.median:.2f}",
            f"{speed.pages_a_minute:.1f}",
            f"{speed.pages_a_minute_and_core:.1f}",
            f"{speed.largest_process_bytes / MEGA:.0f}",
            f"{speed.all_processes_bytes / MEGA:.0f}",
        )
    return table


def ratio_table(runs: Sequence[Run]) -> Table:
    """Return how many times as much the peer takes as we do, pair by pair."""
    table = _table("The peer over ours, pair by pair", "peer / ours", "processes", "CPU", "wall")
    for ratio in ratios(runs):
        pair = f"{ratio.of.value} / {ratio.to.value}"
        table.add_row(pair, str(ratio.jobs), _spread(ratio.cpu), _spread(ratio.wall))
    return table


def error_table(readings: Sequence[Reading], *, groups: Groups, title: str) -> Table:
    """Return the errors of each tool in each group: characters, and words in any order."""
    tools = sorted({reading.tool for reading in readings})
    table = _table(title, "pages", "number")
    for measure in ("CER %", "words %"):
        for tool in tools:
            name = tool.value.replace("-", "\n")
            table.add_column(f"{measure}\n{name}", justify="right")
    for name, by_tool in errors_by_group(readings, groups=groups).items():
        cells = [_cer(by_tool[tool]) for tool in tools]
        cells += [f"{by_tool[tool].bow:.2f}" for tool in tools]
        table.add_row(name, str(page_count(readings, belongs=groups[name])), *cells)
    return table


def size_table(readings: Sequence[Reading]) -> Table:
    """Return the bytes a page."""
    table = _table("Size (kB a page)", "file", "all", "grey pages", "colour pages")
    for name, sizes in sizes_by_tool(readings).items():
        table.add_row(name, _kilo(sizes.all), _kilo(sizes.grey), _kilo(sizes.colour))
    return table


def scaling_table(runs: Sequence[Run], *, gains: Mapping[ToolName, Mapping[int, Middle]]) -> Table:
    """Return how much sooner more processes are done."""
    table = _table(f"Speed-up, {runs[0].pages} pages", "tool", "processes", "times as fast")
    for tool, by_jobs in gains.items():
        for jobs, gain in by_jobs.items():
            table.add_row(tool.value, str(jobs), _spread(gain))
    return table


def memory_table(runs: Sequence[Run]) -> Table:
    """Return the peak memory for a short and a long file, and the ratio of the two."""
    lengths = sorted({run.pages for run in runs})
    headings = [f"{length} pages MB" for length in lengths]
    table = _table("Peak memory", "tool", "of", *headings, "ratio")
    for tool in sorted({run.tool for run in runs}):
        costs = {run.pages: run.cost for run in runs if run.tool is tool}
        largest = [costs[length].largest_process_bytes for length in lengths]
        all_ = [costs[length].all_processes_bytes for length in lengths]
        for of, peaks in (("largest process", largest), ("all processes", all_)):
            cells = [f"{peak / MEGA:.0f}" for peak in peaks]
            ratio = f"{peaks[-1] / peaks[0]:.2f}" if peaks[0] else "–"
            table.add_row(tool.value, of, *cells, ratio)
    return table


def _table(title: str, *headings: str) -> Table:
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    name, *figures = headings
    table.add_column(name, no_wrap=True)
    for heading in figures:
        table.add_column(heading, justify="right")
    return table


def _spread(value: Middle) -> str:
    return f"{value.median:.2f} [dim]({value.least:.2f}–{value.most:.2f})[/]"


def _cer(errors: Errors) -> str:
    if errors.letters == 0:  # a blank page has no letters to be a share of
        return f"{errors.letter_edits} made up" if errors.letter_edits else "none"
    return f"{errors.cer:.2f}"


def _kilo(size: float | None) -> str:
    return "–" if size is None else f"{size / 1000:.1f}"
