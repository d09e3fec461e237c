"""The command `./motcua bench`."""

import argparse
import json
import signal
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from rich.console import Console

from benchmarks.machine import machine, versions
from benchmarks.parser import parser, tools_of
from benchmarks.plot import svg
from benchmarks.studies import Answer, NoPages, study
from benchmarks.tools import PeerMissing, set_peer_up
from benchmarks.trials import SEED, RunFailed
from motcua.kernel.exits import Exit
from samples.fonts import MissingFont


def main(words: Sequence[str] | None = None) -> int:
    """Measure what was asked for and return the exit code."""
    arguments = parser().parse_args(words)
    console = Console(stderr=True, highlight=False)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # tidy up as after Ctrl-C
    try:
        peer = any(tool.is_peer for tool in tools_of(arguments))
        if peer:
            set_peer_up()
        before = machine()
        answer = study(arguments, console=console)
    except (PeerMissing, MissingFont) as absent:
        return _refused(console, absent, exit_code=Exit.UNAVAILABLE)
    except NoPages as refusal:
        return _refused(console, refusal, exit_code=Exit.WRONG_USE)
    except RunFailed as fault:
        return _refused(console, fault, exit_code=Exit.FAULT)
    except KeyboardInterrupt:
        return _refused(console, "stopped", exit_code=Exit.INTERRUPTED)
    about = _about(arguments, before=before, peer=peer)
    _print(answer, about=about, console=console if arguments.json else Console(highlight=False))
    if arguments.json:
        json.dump({**about, **answer.document}, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    if arguments.plot is not None and answer.points:
        arguments.plot.parent.mkdir(parents=True, exist_ok=True)
        arguments.plot.write_text(svg(answer.points, caption=_line(about)), "utf-8")
    return Exit.DONE


def _about(
    arguments: argparse.Namespace, *, before: Mapping[str, Any], peer: bool
) -> dict[str, Any]:
    """Return what the figures belong to: the day, the machine, the versions, the settings."""
    settings = {name: _plain(value) for name, value in vars(arguments).items()}
    return {
        "made_on": datetime.now(UTC).date().isoformat(),  # noqa: TID251 (this is the edge)
        "machine": before,
        "load_afterwards": machine()["load"],
        "versions": versions(peer=peer),
        "settings": {**settings, "order_seed": SEED, "OMP_THREAD_LIMIT": 1},
    }


def _print(answer: Answer, *, about: Mapping[str, Any], console: Console) -> None:
    for table in answer.tables:
        if table.row_count:
            console.print(table)
    loads = f"{about['machine']['load'][0]:.1f} before, {about['load_afterwards'][0]:.1f} after"
    console.print(f"{_line(about)}; load {loads}", soft_wrap=True)


def _line(about: Mapping[str, Any]) -> str:
    machine_ = about["machine"]
    return f"{machine_['cpu']}, {machine_['cores']} cores, {about['made_on']}"


def _plain(value: object) -> object:
    return value if isinstance(value, int | list | None) else str(value)


def _refused(console: Console, why: object, *, exit_code: Exit) -> Exit:
    console.print(f"motcua bench: {why}", markup=False, soft_wrap=True)
    return exit_code


if __name__ == "__main__":
    sys.exit(main())
