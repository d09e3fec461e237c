"""The command line of the benchmark."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from benchmarks.pages import PageSet
from benchmarks.tools import ToolName

NORMAL_AND_PEER = (ToolName.NORMAL, ToolName.PEER)
ALL_BUT_FULL = (ToolName.NORMAL, ToolName.BEST, ToolName.PEER)


def parser() -> argparse.ArgumentParser:
    """Return the parser."""
    top = argparse.ArgumentParser(prog="motcua bench", allow_abbrev=False)
    commands = top.add_subparsers(required=True, dest="command", metavar="COMMAND")
    digitise = commands.add_parser(
        "digitise",
        allow_abbrev=False,
        help="measure digitising against OCRmyPDF, on the same pages in turn",
    )
    _add_what(digitise)
    _add_how(digitise)
    return top


def _add_what(digitise: argparse.ArgumentParser) -> None:
    add = digitise.add_mutually_exclusive_group().add_argument
    add("--scaling", action="store_true", help="only: the speed-up of more processes on 105 pages")
    add("--memory", action="store_true", help="only: peak memory for 10 and for 200 pages")
    add(
        "--real",
        type=Path,
        metavar="DIR",
        help="only: errors on scans of your own, each NAME.jpg with its text in NAME.json",
    )
    add = digitise.add_argument
    add(
        "--pages",
        type=PageSet,
        choices=list(PageSet),
        default=PageSet.OFFICE,
        metavar="SET",
        help=f"{', '.join(PageSet)}; without it office: the scans timed, the forms read once",
    )
    add("--only", metavar="WORD", help="of these only the pages whose name holds the word")
    add(
        "--tools",
        type=ToolName,
        nargs="+",
        choices=list(ToolName),
        metavar="TOOL",
        help=f"of {', '.join(ToolName)}; without it the first three",
    )
    add("--peer-full", action="store_true", help="OCRmyPDF also with all it can do for a scan")


def _add_how(digitise: argparse.ArgumentParser) -> None:
    add = digitise.add_argument
    add("--rounds", type=_count, default=3, metavar="N", help="how often; without it 3")
    add("--chunks", type=_count, default=1, metavar="K", help="deal the pages into K PDFs")
    add(
        "--jobs",
        type=_count,
        nargs="+",
        default=list(range(1, min(2, len(os.sched_getaffinity(0))) + 1)),
        metavar="N",
        help="processes of each tool; without it 1 and 2",
    )
    add("--json", action="store_true", help="print one JSON document; the tables go to stderr")
    add("--plot", type=Path, metavar="FILE", help="draw the comparison as an SVG")


def tools_of(arguments: argparse.Namespace) -> Sequence[ToolName]:
    """Return who is measured: what was asked for, or what suits the question."""
    usual = NORMAL_AND_PEER if arguments.scaling or arguments.memory else ALL_BUT_FULL
    full = [ToolName.PEER_FULL] if arguments.peer_full else []
    return list(dict.fromkeys([*(arguments.tools or usual), *full]))


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
