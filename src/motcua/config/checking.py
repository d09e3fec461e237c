"""The command `check`: whether the books are as they were left."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from motcua import __version__
from motcua.config.django_side import loaded
from motcua.kernel.exits import Exit

TITLES: Final = {
    "journal": ("Sổ nhật ký", "mục"),
    "heads": ("Sổ nhật ký so với số cuối đã lưu riêng", "sổ"),
    "dossier_codes": ("Mã hồ sơ liên tục", "hồ sơ"),
    "receipts": ("Số giấy tiếp nhận liên tục", "giấy"),
    "files": ("Tệp khớp với mã kiểm", "tệp"),
}
FAULTS: Final = {
    "changed": "nội dung đã bị sửa",
    "cut": "thiếu mục, hoặc có mục chen vào",
    "head": "phần cuối sổ bị cắt, hoặc có mục nằm ngoài số cuối",
    "rewritten": "khác với số cuối đã lưu riêng",
    "missing": "thiếu số",
    "twice": "số bị dùng hai lần",
    "beyond": "số lớn hơn số cuối của sổ",
}
MOST_SHOWN: Final = 20
"""Faults shown of each examination; the JSON document has them all."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `check`."""
    add = parser.add_argument
    add("--json", action="store_true", help="in đúng một văn bản JSON ra đầu ra chuẩn")
    add(
        "--heads",
        type=Path,
        metavar="TỆP",
        help="ghi số cuối của mọi sổ nhật ký vào tệp, để cất ở nơi khác",
    )
    add(
        "--against",
        type=Path,
        metavar="TỆP",
        help="so sổ nhật ký với tệp số cuối đã cất trước đây",
    )


def run(arguments: argparse.Namespace) -> int:
    """Examine everything, say what was found; `Exit.NEEDS_A_PERSON` if anything was."""
    database = loaded("motcua.config.database")
    database.require_ready()
    examining = loaded("motcua.config.examining")
    kept = examining.read_heads(arguments.against) if arguments.against else None
    with database.reachable(), examining.reading_only():
        results = _shown(examining, kept=kept)
        if arguments.heads:
            examining.write_heads(arguments.heads)
    found = any(result["found"] for result in results)
    if arguments.json:
        document = {"version": __version__, "ok": not found, "checks": results}
        json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in lines(results))
    return Exit.NEEDS_A_PERSON if found else Exit.DONE


def lines(results: Sequence[dict[str, Any]]) -> list[str]:
    """Return what was found, for people."""
    said = []
    for result in results:
        title, unit = TITLES.get(result["name"], (result["name"], ""))
        found, counted = result["found"], f"{result['counted']:,}".replace(",", ".")
        mark = f"✖ {len(found)} chỗ sai" if found else "✔ nguyên vẹn"
        said.append(f"{mark}: {title}, đã xem {counted} {unit}".rstrip())
        said += [f"    {_place(place)}" for place in found[:MOST_SHOWN]]
        if len(found) > MOST_SHOWN:
            said.append(f"    … và {len(found) - MOST_SHOWN} chỗ nữa (--json để xem tất cả)")
    broken = any(result["found"] for result in results)
    return [*said, "", "Có chỗ không còn nguyên vẹn." if broken else "Mọi sổ còn nguyên vẹn."]


def _place(found: dict[str, Any]) -> str:
    number = "" if found["number"] is None else f", số {found['number']}"
    return f"{found['place']}{number}: {FAULTS.get(found['fault'], found['fault'])}"


def _shown(examining: Any, *, kept: Any) -> list[dict[str, Any]]:
    """Examine one thing after another and show how far it is, on standard error."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    console = Console(stderr=True, highlight=False)
    results = []
    quiet = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=quiet) as bar:
        task = bar.add_task("", total=None)
        for name, examination in examining.examinations(kept=kept).items():
            title, unit = TITLES.get(name, (name, ""))
            count = 0

            def seen(more: int, title: str = title, unit: str = unit) -> None:
                nonlocal count
                count += more
                bar.update(task, description=f"{title}: {count} {unit}")

            found = [examining.as_facts(each) for each in examination(seen=seen)]
            results.append({"name": name, "ok": not found, "counted": count, "found": found})
    return results
