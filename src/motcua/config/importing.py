"""The command `import`: units, procedures and dossiers out of tables."""

import argparse
import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from motcua.config.django_side import loaded
from motcua.config.errors import ImportNotThere
from motcua.kernel.errors import Invalid
from motcua.kernel.exits import Exit

KINDS: Final = {
    "units": ("đơn vị", "motcua.organisation.importing"),
    "procedures": ("thủ tục", "motcua.catalogue.importing"),
    "dossiers": ("hồ sơ", "motcua.intake.importing"),
}
MOST_SHOWN: Final = 30
"""Refused rows shown to people; the JSON document has them all."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `import`."""
    add = parser.add_argument
    add(
        "kind",
        choices=list(KINDS),
        metavar="LOẠI",
        help="units: đơn vị; procedures: thủ tục; dossiers: hồ sơ",
    )
    add("file", type=Path, metavar="TỆP", help="bảng CSV (UTF-8) hoặc XLSX, dòng đầu là tên cột")
    add("--json", action="store_true", help="in đúng một văn bản JSON ra đầu ra chuẩn")


def run(arguments: argparse.Namespace) -> int:
    """Import a table; `Exit.NEEDS_A_PERSON` if some row was refused."""
    database = loaded("motcua.config.database")
    taking = loaded("motcua.config.taking")
    module = _module(arguments.kind)
    database.prepare()
    try:
        with database.reachable(), _progress(arguments):
            report = taking.take(arguments.file, by=module)
    except Invalid as refusal:
        if arguments.json:
            _print({"kind": arguments.kind, "ok": False, **taking.refusal_facts(refusal)})
        raise
    if arguments.json:
        facts = report.as_facts()
        _print({"kind": arguments.kind, "ok": not report.needs_a_person, **facts})
    else:
        sys.stdout.writelines(f"{line}\n" for line in lines(report, kind=arguments.kind))
    return Exit.NEEDS_A_PERSON if report.needs_a_person else Exit.DONE


def lines(report: Any, *, kind: str) -> list[str]:
    """Return what became of the rows, for people."""
    word, refused = KINDS[kind][0], report.refused
    rows = len({row.number for row in refused})
    counts = f"đã nhập {report.accepted} {word}, {report.unchanged} đã có sẵn"
    said = [f"{report.name}: {counts}, {rows} dòng bị từ chối."]
    for row in refused[:MOST_SHOWN]:
        column = f", cột {row.field}" if row.field else ""
        said.append(f"  dòng {row.number}{column}: {row.sentence}")
    if len(refused) > MOST_SHOWN:
        said.append(f"  … và {len(refused) - MOST_SHOWN} lỗi nữa (--json để xem tất cả)")
    return said


def _module(kind: str) -> Any:
    """Return the module that imports this kind; refuses with `ImportNotThere`."""
    word, name = KINDS[kind]
    try:
        return import_module(name)
    except ModuleNotFoundError as absent:
        if absent.name != name:
            raise
        raise ImportNotThere(kind=word) from absent


def _progress(arguments: argparse.Namespace) -> Progress:
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    console = Console(stderr=True, highlight=False)
    bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    bar.add_task(f"Đang nhập {KINDS[arguments.kind][0]} từ {arguments.file.name}", total=None)
    return bar


def _print(document: dict[str, Any]) -> None:
    json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
