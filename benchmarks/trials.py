"""Runs both tools in turn and takes down what each made of the pages and what it took."""

import json
import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from benchmarks.costs import LOOK_EVERY, Cost, cost_of
from benchmarks.figures import Reading, Run
from benchmarks.pages import Pile, piles
from benchmarks.sizes import bytes_of_pages
from benchmarks.tools import KEPT, Call, ToolName, environment
from measures import compare
from samples.office_plans import Condition
from samples.office_set import SamplePage

SEED: Final = 2024
"""Of the order in which the tools take their turns, so that it is the same every time."""

OUT: Final = KEPT / "out"
PILES: Final = KEPT / "piles"

SHORT, LONG = 10, 200
"""Pages of the two files whose memory is compared."""

LOOK_OFTEN: Final = 0.1
"""Seconds between two looks at the memory where it is memory that is measured."""

SCALED: Final = 105
"""Pages on which the speed-up is measured, so that starting up does not count."""


class RunFailed(Exception):
    """A tool did not do what was asked; says what it said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A run, and the readings where its result was looked at."""

    run: Run
    readings: Sequence[Reading] = field(default=())


def alternated(
    piles_: Sequence[Pile],
    *,
    tools: Sequence[ToolName],
    jobs: Sequence[int],
    rounds: int,
    look: bool = True,
) -> Iterator[Outcome]:
    """Let the tools take turns on each pile, in an order shuffled anew each time.

    What a tool reads and writes is always the same, so it is looked at the first time only,
    and not at all if only the costs are asked for.
    """
    order = random.Random(SEED)  # noqa: S311 (no secret)
    looked_at: set[tuple[ToolName, Path]] = set()
    for round_ in range(rounds):
        for pile in piles_:
            for processes in jobs:
                for tool in order.sample(tools, len(tools)):
                    known = (tool, pile.pdf) in looked_at
                    looked_at.add((tool, pile.pdf))
                    yield _outcome(pile, tool, processes, round_=round_, look=look and not known)


def read_once(piles_: Sequence[Pile], *, tools: Sequence[ToolName], jobs: int) -> Iterator[Outcome]:
    """Let each tool read each pile once."""
    return alternated(piles_, tools=tools, jobs=[jobs], rounds=1)


def warm_up(page: SamplePage, *, tools: Sequence[ToolName]) -> None:
    """Let each tool read one page, so that its files are in memory and its modules compiled."""
    [pile] = piles([page], count=1, name="warm", folder=PILES)
    for tool in tools:
        _carry_out(Call(tool=tool, source=pile.pdf, out=OUT, jobs=1))


def in_memory(
    pages: Sequence[SamplePage], *, tools: Sequence[ToolName], jobs: int
) -> Iterator[Outcome]:
    """Let each tool read a short and a long file, watched more closely."""
    for count in (SHORT, LONG):
        pile = repeated(pages, count=count)
        for tool in tools:
            yield _outcome(pile, tool, jobs, round_=0, look=False, every=LOOK_OFTEN)


def repeated(pages: Sequence[SamplePage], *, count: int) -> Pile:
    """Return one pile of so many pages, the same ones again and again.

    Fewer than there are are taken from all over the set, for what kinds of page a file holds
    decides its memory as well: clean pages need 150 MB, colour ones 240 MB, however many.
    """
    spread = pages[:: max(1, len(pages) // count)]
    many = list(islice(cycle(spread), count))
    [pile] = piles(many, count=1, name=f"{count}-pages", folder=PILES)
    return pile


def real_pages(folder: Path) -> list[SamplePage]:
    """Return the pages of a folder of JPEG files, each with its text in a JSON file beside it.

    The JSON holds segments as `measures.Segments` has them. The pages are taken to be A4, for what
    such files say of their resolution is seldom true.
    """
    return [
        SamplePage(
            name=image.stem,
            condition=Condition.SCAN,
            image=image,
            pdf=Path(),
            dpi=None,
            segments=json.loads(image.with_suffix(".json").read_text("utf-8")),
        )
        for image in sorted(folder.glob("*.jpg"))
        if image.with_suffix(".json").is_file()
    ]


def _outcome(
    pile: Pile,
    tool: ToolName,
    jobs: int,
    *,
    round_: int,
    look: bool,
    every: float = LOOK_EVERY,
) -> Outcome:
    call = Call(tool=tool, source=pile.pdf, out=OUT, jobs=jobs)
    cost = _carry_out(call, every=every)
    run = Run(
        tool=tool,
        jobs=jobs,
        pile=pile.pdf.stem,
        round=round_,
        pages=len(pile.pages),
        cost=cost,
    )
    return Outcome(run=run, readings=_readings(call, pages=pile.pages) if look else ())


def _carry_out(call: Call, *, every: float = LOOK_EVERY) -> Cost:
    """Run a call in an empty folder; refuses with `RunFailed`."""
    shutil.rmtree(call.out, ignore_errors=True)
    call.out.mkdir(parents=True)
    cost = cost_of(call.command, environment=environment(call.tool), every=every)
    if not call.succeeded(cost.exit_code):
        raise RunFailed(f"{call.tool} ended with {cost.exit_code}: {cost.complaint.strip()}")
    return cost


def _readings(call: Call, *, pages: Sequence[SamplePage]) -> list[Reading]:
    texts = call.text.read_text("utf-8").split("\f")
    sizes = bytes_of_pages(call.pdf)
    if not len(texts) == len(sizes) == len(pages):
        raise RunFailed(f"{call.tool}: {len(texts)} texts, {len(sizes)} pages of {len(pages)}")
    return [
        Reading(tool=call.tool, page=page, errors=compare(page.segments, read=text), bytes=size)
        for page, text, size in zip(pages, texts, sizes, strict=True)
    ]
