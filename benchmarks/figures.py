"""What was measured, and what follows from it."""

import itertools
import statistics
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from benchmarks.costs import Cost
from benchmarks.pages import Kind, is_colour, kind_of
from benchmarks.tools import ToolName
from measures import Errors, total
from samples.office_plans import Condition
from samples.office_set import SamplePage


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One timed call."""

    tool: ToolName
    jobs: int
    pile: str
    round: int
    pages: int
    cost: Cost

    @property
    def cpu(self) -> float:
        """Return CPU seconds a page."""
        return self.cost.cpu_seconds / self.pages

    @property
    def wall(self) -> float:
        """Return seconds a page."""
        return self.cost.wall_seconds / self.pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one tool made of one page."""

    tool: ToolName
    page: SamplePage
    errors: Errors
    bytes: float
    """Its share of the result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Middle:
    """The median of several, with its extremes."""

    median: float
    least: float
    most: float


def middle(values: Iterable[float]) -> Middle:
    """Return the median and the extremes of at least one value."""
    values = sorted(values)
    return Middle(median=statistics.median(values), least=values[0], most=values[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """How fast a tool is with so many processes; medians over the runs."""

    tool: ToolName
    jobs: int
    cpu: Middle
    wall: Middle
    largest_process_bytes: int
    all_processes_bytes: int

    @property
    def pages_a_minute(self) -> float:
        """Return how many pages are done in a minute."""
        return 60 / self.wall.median

    @property
    def pages_a_minute_and_core(self) -> float:
        """Return the same for each of the processes."""
        return self.pages_a_minute / self.jobs


def speeds(runs: Sequence[Run]) -> list[Speed]:
    """Return the speed of each tool with each number of processes."""
    return [
        Speed(
            tool=tool,
            jobs=jobs,
            cpu=middle(run.cpu for run in these),
            wall=middle(run.wall for run in these),
            largest_process_bytes=max(run.cost.largest_process_bytes for run in these),
            all_processes_bytes=max(run.cost.all_processes_bytes for run in these),
        )
        for (tool, jobs), these in _grouped(runs, by=lambda run: (run.tool, run.jobs)).items()
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """How many times as much one tool takes as another, pair by pair.

    A pair is the same pile in the same round: what else the machine was doing then, it did to both.
    """

    of: ToolName
    to: ToolName
    jobs: int
    cpu: Middle
    wall: Middle


def ratios(runs: Sequence[Run]) -> list[Ratio]:
    """Return the peer's costs over each of ours, for each number of processes."""
    tools = sorted({run.tool for run in runs})
    return [
        _ratio(these, of=of, to=to)
        for these in _grouped(runs, by=lambda run: run.jobs).values()
        for of, to in itertools.product(tools, tools)
        if of.is_peer and not to.is_peer
    ]


def _ratio(runs: Sequence[Run], *, of: ToolName, to: ToolName) -> Ratio:
    pairs = list(_pairs(runs, of=of, to=to))
    return Ratio(
        of=of,
        to=to,
        jobs=runs[0].jobs,
        cpu=middle(theirs.cpu / ours.cpu for theirs, ours in pairs),
        wall=middle(theirs.wall / ours.wall for theirs, ours in pairs),
    )


def _pairs(runs: Sequence[Run], *, of: ToolName, to: ToolName) -> Iterator[tuple[Run, Run]]:
    for pair in _grouped(runs, by=lambda run: (run.pile, run.round)).values():
        by_tool = {run.tool: run for run in pair}
        yield by_tool[of], by_tool[to]


def speed_ups(runs: Sequence[Run], *, of: ToolName) -> dict[int, Middle]:
    """Return how much sooner a tool is done with more processes than with the fewest, by round."""
    rounds = _grouped([run for run in runs if run.tool is of], by=lambda run: run.round)
    walls = [{run.jobs: run.wall for run in these} for these in rounds.values()]
    fewest, *more = sorted(walls[0])
    return {jobs: middle(wall[fewest] / wall[jobs] for wall in walls) for jobs in more}


def _grouped(runs: Iterable[Run], *, by: Callable[[Run], Any]) -> dict[Any, list[Run]]:
    groups: dict[Any, list[Run]] = {}
    for run in runs:
        groups.setdefault(by(run), []).append(run)
    return dict(sorted(groups.items(), key=lambda item: item[0]))


Belongs = Callable[[SamplePage], bool]
Groups = Mapping[str, Belongs]
"""Names of groups of pages, each with a rule that tells which pages belong; they may overlap."""

ALL: Final = "all pages"
UPRIGHT: Final = "all upright"


def _is_under(condition: Condition, page: SamplePage) -> bool:
    return page.condition is condition


def _is_of(kind: Kind, page: SamplePage) -> bool:
    return kind_of(page) is kind


def _is_scanned_at(dpi: int, page: SamplePage) -> bool:
    return page.dpi == dpi


GROUPS: Final[Groups] = {
    ALL: lambda _: True,
    UPRIGHT: lambda page: page.condition is not Condition.ROTATED,
    **{condition.value: partial(_is_under, condition) for condition in Condition},
    "running text": partial(_is_of, Kind.TEXT),
    "every form": partial(_is_of, Kind.FORM),
    "every table": partial(_is_of, Kind.TABLE),
}
"""The groups of the timed pages that figures are given for."""

FORM_GROUPS: Final[Groups] = {
    f"forms at {dpi} dpi": partial(_is_scanned_at, dpi) for dpi in (300, 200)
}
"""Those of the forms that are read once and not timed."""


def errors_by_group(
    readings: Sequence[Reading], *, groups: Groups
) -> dict[str, dict[ToolName, Errors]]:
    """Return the errors of each tool in each group that has a page."""
    table: dict[str, dict[ToolName, Errors]] = {}
    for name, belongs in groups.items():
        here = [reading for reading in readings if belongs(reading.page)]
        tools = sorted({reading.tool for reading in here})
        if tools:
            table[name] = {
                tool: total(reading.errors for reading in here if reading.tool is tool)
                for tool in tools
            }
    return table


def page_count(readings: Sequence[Reading], *, belongs: Belongs) -> int:
    """Return how many pages of a group were read."""
    return len({reading.page.name for reading in readings if belongs(reading.page)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Bytes a page of what was written, on average; nothing for a group without a page."""

    all: float
    grey: float | None
    colour: float | None


def sizes_by_tool(readings: Sequence[Reading]) -> dict[str, Sizes]:
    """Return the sizes of each tool's result and, first, of the scans."""
    pages = {reading.page.name: reading.page for reading in readings}
    sizes = {"the scans": _sizes([(page, page.image.stat().st_size) for page in pages.values()])}
    for tool in sorted({reading.tool for reading in readings}):
        sizes[tool.value] = _sizes([(r.page, r.bytes) for r in readings if r.tool is tool])
    return sizes


def _sizes(written: Sequence[tuple[SamplePage, float]]) -> Sizes:
    grey = [size for page, size in written if not is_colour(page)]
    colour = [size for page, size in written if is_colour(page)]
    return Sizes(
        all=statistics.mean(size for _, size in written),
        grey=statistics.mean(grey) if grey else None,
        colour=statistics.mean(colour) if colour else None,
    )


def rates(errors: Errors) -> dict[str, float | int]:
    """Return the errors as JSON has them; rates are percentages."""
    return {
        "letters": errors.letters,
        "letter_edits": errors.letter_edits,
        "words": errors.words,
        "words_read": errors.words_read,
        "words_found": errors.words_found,
        "cer": round(errors.cer, 3),
        "cer_without_diacritics": round(errors.unmarked_cer, 3),
        "wer": round(errors.wer, 3),
        "bow": round(errors.bow, 3),
        "number_error": round(errors.number_error, 3),
    }
