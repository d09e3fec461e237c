"""The command `digitise`."""

import argparse
import json
import os
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any, Final, NoReturn

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from motcua.digitisation import actions
from motcua.digitisation.browse import browsing
from motcua.digitisation.errors import ResultWouldOverwrite
from motcua.digitisation.pipeline.values import Profile, Quality
from motcua.digitisation.results import result_names
from motcua.digitisation.rules.quality import Grade, Problem
from motcua.digitisation.sentences import GRADES, PROBLEMS
from motcua.kernel.exits import Exit

KINDS: Final = ("pdf", "txt", "json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `digitise`."""
    add = parser.add_argument
    add("paths", nargs="+", type=Path, metavar="TỆP", help="ảnh, PDF, hoặc thư mục chứa chúng")
    add("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi kết quả")
    add("--json", action="store_true", help="in báo cáo của mọi tệp thành một tài liệu JSON")
    add(
        "--jobs",
        type=_count,
        default=len(os.sched_getaffinity(0)),
        metavar="N",
        help="số trang đọc cùng lúc (mặc định: số lõi của máy)",
    )
    add(
        "--quality",
        choices=[quality.value for quality in Quality],
        default=Quality.NORMAL.value,
        help="best: đọc lại những dòng chưa chắc bằng bộ đọc thứ hai, chậm hơn",
    )
    add("--keep-image", action="store_true", help="giữ nguyên ảnh của máy quét trong PDF")
    add("--require-colour", action="store_true", help="giấy tờ bắt buộc quét màu")
    add("--sheets", type=_count, metavar="N", help="số trang đã đếm được của mỗi tệp")
    add("--browse", action="store_true", help="ghi thêm index.html để xem bằng trình duyệt")


def run(arguments: argparse.Namespace) -> int:
    """Digitise and say what came of it; the exit code is that of the worst file."""
    sources = _files(arguments.paths)
    _check_nothing_is_lost(sources, out=arguments.out)
    profile = Profile(
        quality=Quality(arguments.quality),
        keep_image=arguments.keep_image,
        requires_colour=arguments.require_colour,
        declared_sheets=arguments.sheets,
        wants_preview=arguments.browse,
    )
    pages = browsing(arguments.out, files=len(sources)) if arguments.browse else nullcontext()
    reports = []
    with _stopped_by_signals(), pages as browser:
        steps = actions.digitise_files(
            sources,
            out=arguments.out,
            profile=profile,
            jobs=arguments.jobs,
            at=datetime.now(UTC),  # noqa: TID251 (an edge reads the clock)
            previews=browser.folder if browser else None,
        )
        with closing(steps):
            for file in _shown(steps, files=len(sources)):
                reports.append(file.report)  # and not the words, of which there may be many
                if browser:
                    browser.add(file)
    if arguments.json:
        json.dump(reports, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    return max((_exit_of(report) for report in reports), default=Exit.DONE)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _files(paths: Iterable[Path]) -> list[Path]:
    """Return the files named, and of each folder the files in it; each once, in their order."""
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _in_folder(path) if path.is_dir() else (path,):
            found.setdefault(file.resolve(), file)
    return list(found.values())


def _in_folder(folder: Path) -> list[Path]:
    return sorted(
        path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")
    )


def _check_nothing_is_lost(sources: Sequence[Path], *, out: Path) -> None:
    """Refuse to write a result over an input."""
    inputs = {source.resolve() for source in sources}
    for name in result_names(sources).values():
        for kind in KINDS:
            if (out / f"{name}.{kind}").resolve() in inputs:
                raise ResultWouldOverwrite(path=str(out / f"{name}.{kind}"))


def _shown(steps: Iterator[actions.Progress], *, files: int) -> Iterator[actions.FileDone]:
    """Show how the work goes on, on standard error, and pass on what is done."""
    console = Console(stderr=True, highlight=False)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("trang"),
        TimeRemainingColumn(),
    )
    done = 0
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(f"Đang số hoá (0/{files} tệp)", total=0)
        for step in steps:
            match step:
                case actions.FileBegun(pages=pages):
                    bar.update(task, total=(bar.tasks[0].total or 0) + pages)
                case actions.PageDone():
                    bar.advance(task)
                case actions.FileDone():
                    done += 1
                    bar.update(task, description=f"Đang số hoá ({done}/{files} tệp)")
                    console.print(_line(step), soft_wrap=True)
                    yield step


def _line(file: actions.FileDone) -> str:
    """Return one line on a file: its verdict and the reasons."""
    report = file.report
    if not report["ok"]:
        return f"[red]✖[/] {escape(report['refusal']['sentence'])}"
    grade = Grade(report["quality"]["verdict"])
    mark = {Grade.GOOD: "[green]✔[/]", Grade.REVIEW: "[yellow]![/]", Grade.REFUSED: "[red]✖[/]"}
    reasons = " ".join(PROBLEMS[Problem(code)] for code in report["quality"]["problems"])
    pages = len(report["pages"])
    return f"{mark[grade]} {escape(file.source.name)}: {GRADES[grade]}, {pages} trang. {reasons}"


def _exit_of(report: dict[str, Any]) -> Exit:
    if not report["ok"]:
        return Exit.UNREADABLE
    good = report["quality"]["verdict"] == Grade.GOOD
    return Exit.DONE if good else Exit.NEEDS_A_PERSON


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """Let a polite end from outside tidy up as Ctrl-C does."""

    def stop(number: int, frame: FrameType | None) -> NoReturn:
        del number, frame
        raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
