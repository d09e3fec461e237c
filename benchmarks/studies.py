"""The questions the benchmark answers, each with its tables and its JSON."""

import argparse
import dataclasses
import operator
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from benchmarks import tables, trials
from benchmarks.figures import (
    ALL,
    FORM_GROUPS,
    GROUPS,
    UPRIGHT,
    Groups,
    Reading,
    Run,
    errors_by_group,
    rates,
    ratios,
    sizes_by_tool,
    speed_ups,
    speeds,
)
from benchmarks.pages import PageSet, form_pages, pages_of, piles
from benchmarks.parser import tools_of
from benchmarks.plot import Point
from benchmarks.tools import KEPT, ToolName
from samples.office_set import SamplePage

PAGES = KEPT / "pages"


class NoPages(Exception):
    """Nothing is left to measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a study found."""

    tables: Sequence[Table]
    document: Mapping[str, Any]
    points: Sequence[Point] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All runs and readings of a series."""

    runs: Sequence[Run]
    readings: Sequence[Reading]


def study(arguments: argparse.Namespace, *, console: Console) -> Answer:
    """Answer what was asked; refuses with `NoPages` and `RunFailed`."""
    tools = tools_of(arguments)
    if arguments.real is not None:
        return _real(arguments, tools=tools, console=console)
    pages = _pages(arguments, console=console)
    console.print("Warming up: one page each")
    trials.warm_up(pages[0], tools=tools)
    if arguments.memory:
        return _memory(pages, arguments, tools=tools, console=console)
    if arguments.scaling:
        return _scaling(pages, arguments, tools=tools, console=console)
    return _comparison(pages, arguments, tools=tools, console=console)


def _pages(arguments: argparse.Namespace, *, console: Console) -> list[SamplePage]:
    pages = pages_of(arguments.pages, root=PAGES, console=console)
    chosen = [page for page in pages if (arguments.only or "") in page.name]
    if not chosen:
        raise NoPages(f"no page of this set has {arguments.only!r} in its name")
    return chosen


def _comparison(
    pages: Sequence[SamplePage],
    arguments: argparse.Namespace,
    *,
    tools: Sequence[ToolName],
    console: Console,
) -> Answer:
    dealt = piles(pages, count=arguments.chunks, name="pages", folder=trials.PILES)
    timed = _shown(
        trials.alternated(dealt, tools=tools, jobs=arguments.jobs, rounds=arguments.rounds),
        count=len(dealt) * len(tools) * len(arguments.jobs) * arguments.rounds,
        console=console,
    )
    shown = [
        tables.speed_table(timed.runs),
        tables.ratio_table(timed.runs),
        tables.error_table(timed.readings, groups=GROUPS, title="Errors"),
        tables.size_table(timed.readings),
    ]
    document = _speed_document(timed.runs) | {
        "errors": _error_document(timed.readings, groups=GROUPS),
        "bytes_a_page": {
            name: dataclasses.asdict(sizes) for name, sizes in sizes_by_tool(timed.readings).items()
        },
        "pages": [_reading_document(reading) for reading in timed.readings],
    }
    if arguments.pages is PageSet.OFFICE and not arguments.only:
        forms = _forms(max(arguments.jobs), tools=tools, console=console)
        shown.insert(3, tables.error_table(forms.readings, groups=FORM_GROUPS, title="Forms"))
        document["forms"] = _error_document(forms.readings, groups=FORM_GROUPS)
        document["pages"] += [_reading_document(reading) for reading in forms.readings]
    return Answer(tables=shown, document=document, points=_points(timed))


def _forms(jobs: int, *, tools: Sequence[ToolName], console: Console) -> Findings:
    pages = form_pages(PAGES / "forms", console=console)
    dealt = piles(pages, count=1, name="forms", folder=trials.PILES)
    steps = trials.read_once(dealt, tools=tools, jobs=jobs)
    return _shown(steps, count=len(tools), console=console)


def _points(found: Findings) -> list[Point]:
    errors = errors_by_group(found.readings, groups=GROUPS)
    fewest = min(run.jobs for run in found.runs)
    return [
        Point(
            tool=speed.tool,
            cpu=speed.cpu,
            wrong=errors[ALL][speed.tool].bow,
            wrong_upright=errors.get(UPRIGHT, errors[ALL])[speed.tool].bow,
        )
        for speed in speeds(found.runs)
        if speed.jobs == fewest
    ]


def _scaling(
    pages: Sequence[SamplePage],
    arguments: argparse.Namespace,
    *,
    tools: Sequence[ToolName],
    console: Console,
) -> Answer:
    pile = trials.repeated(pages, count=trials.SCALED)
    jobs = sorted(set(arguments.jobs))
    found = _shown(
        trials.alternated([pile], tools=tools, jobs=jobs, rounds=arguments.rounds, look=False),
        count=len(tools) * len(jobs) * arguments.rounds,
        console=console,
    )
    gains = {tool: speed_ups(found.runs, of=tool) for tool in tools}
    shown = [
        tables.speed_table(found.runs),
        tables.ratio_table(found.runs),
        tables.scaling_table(found.runs, gains=gains),
    ]
    document = _speed_document(found.runs) | {
        "speed_up": [
            {"tool": tool.value, "processes": jobs_, **dataclasses.asdict(gain)}
            for tool, by_jobs in gains.items()
            for jobs_, gain in by_jobs.items()
        ]
    }
    return Answer(tables=shown, document=document)


def _memory(
    pages: Sequence[SamplePage],
    arguments: argparse.Namespace,
    *,
    tools: Sequence[ToolName],
    console: Console,
) -> Answer:
    found = _shown(
        trials.in_memory(pages, tools=tools, jobs=max(arguments.jobs)),
        count=2 * len(tools),
        console=console,
    )
    runs = [_run_document(run) for run in found.runs]
    return Answer(tables=[tables.memory_table(found.runs)], document={"runs": runs})


def _real(arguments: argparse.Namespace, *, tools: Sequence[ToolName], console: Console) -> Answer:
    pages = trials.real_pages(arguments.real)
    if not pages:
        raise NoPages(f"no NAME.jpg with its NAME.json in {arguments.real}")
    dealt = piles(pages, count=1, name="real", folder=trials.PILES)
    steps = trials.read_once(dealt, tools=tools, jobs=max(arguments.jobs))
    found = _shown(steps, count=len(tools), console=console)
    groups: Groups = {page.name: partial(operator.eq, page) for page in pages} | {
        ALL: lambda _: True
    }
    shown = tables.error_table(found.readings, groups=groups, title="Errors on real scans")
    return Answer(
        tables=[shown], document={"errors": _error_document(found.readings, groups=groups)}
    )


def _shown(outcomes: Iterable[trials.Outcome], *, count: int, console: Console) -> Findings:
    """Carry the runs out and show how they go on."""
    runs: list[Run] = []
    readings: list[Reading] = []
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("runs"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Measuring", total=count)
        for outcome in outcomes:
            run = outcome.run
            runs.append(run)
            readings.extend(outcome.readings)
            bar.advance(task)
            console.print(
                f"{run.tool.value}, {run.jobs} processes, {run.pile}, {run.pages} pages: "
                f"CPU {run.cpu:.2f} s, wall {run.wall:.2f} s a page"
            )
    return Findings(runs=runs, readings=readings)


def _speed_document(runs: Sequence[Run]) -> dict[str, Any]:
    return {
        "speed": [
            dataclasses.asdict(speed)
            | {
                "pages_a_minute": speed.pages_a_minute,
                "pages_a_minute_and_core": speed.pages_a_minute_and_core,
            }
            for speed in speeds(runs)
        ],
        "ratios": [dataclasses.asdict(ratio) for ratio in ratios(runs)],
        "runs": [_run_document(run) for run in runs],
    }


def _run_document(run: Run) -> dict[str, Any]:
    document = dataclasses.asdict(run)
    del document["cost"]["complaint"]
    return document


def _error_document(readings: Sequence[Reading], *, groups: Groups) -> dict[str, Any]:
    return {
        name: {tool.value: rates(errors) for tool, errors in by_tool.items()}
        for name, by_tool in errors_by_group(readings, groups=groups).items()
    }


def _reading_document(reading: Reading) -> dict[str, Any]:
    return {
        "page": reading.page.name,
        "condition": reading.page.condition.value,
        "tool": reading.tool.value,
        "bytes": round(reading.bytes),
        **rates(reading.errors),
    }
