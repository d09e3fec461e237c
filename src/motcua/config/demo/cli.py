"""The command `demo`: an example province that lives, on this machine only."""

import argparse
import os
import sys
import threading
import time
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from motcua.config import serving
from motcua.config.demo.errors import CannotBeginAnew, DemoRefused, DemoRuns, HoldsOthers
from motcua.config.demo.home import alone_in
from motcua.config.django_side import loaded
from motcua.config.env import DEMO, HOME
from motcua.config.listening import held
from motcua.kernel.exits import Exit

HOST: Final = "127.0.0.1"
"""Never any other: the passwords stand on the page where they are asked for."""

PATIENCE: Final = 60.0
"""Seconds that the browser waits for the first page."""

LOOK_EVERY: Final = 0.3
MOST_PORT: Final = 65_535
MOST_IMPORTED: Final = 500_000

WHY: Final[dict[type[DemoRefused], str]] = {
    HoldsOthers: (
        "{home} đang giữ một bản cài đặt không phải bản dùng thử; chưa thay đổi gì. "
        "Hãy đặt MOTCUA_HOME là một thư mục khác, ví dụ MOTCUA_HOME=./var-demo ./motcua demo"
    ),
    DemoRuns: "bản dùng thử trong {home} đang chạy; hãy dừng bản ấy bằng Ctrl+C rồi chạy lại",
    CannotBeginAnew: (
        "--fresh chỉ dùng được với cơ sở dữ liệu SQLite trong MOTCUA_HOME; chưa thay đổi gì"
    ),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `demo`."""
    add = parser.add_argument
    add(
        "--port",
        type=_up_to(MOST_PORT),
        default=8000,
        metavar="CỔNG",
        help="cổng (mặc định: 8000; 0: tự chọn)",
    )
    add("--no-browser", action="store_true", help="không mở trình duyệt")
    add(
        "--imported",
        type=_up_to(MOST_IMPORTED),
        default=1000,
        metavar="N",
        help="số hồ sơ quý I/2023 nhập từ bảng, khi dựng lần đầu (mặc định: 1000, đến 500000)",
    )
    add("--fresh", action="store_true", help="xoá bản dùng thử cũ và dựng lại theo ngày hôm nay")


def run(arguments: argparse.Namespace) -> int:
    """Load the example where it is not yet, say who may sign in, and serve until told to stop."""
    home = HOME.read()
    os.environ[DEMO.name] = "1"
    try:
        with alone_in(home):
            with held(HOST, port=arguments.port) as port:
                pass  # refused before the loading and not after it
            with _progress() as teller:
                ready = loaded("motcua.config.demo.starting").make_ready(
                    fresh=arguments.fresh, imported=arguments.imported, teller=teller
                )
            sys.stdout.writelines(f"{line}\n" for line in lines(ready))
            sys.stdout.flush()
            if not arguments.no_browser and _has_screen():
                _open_when_ready(port)
            return serving.run(_as_served(port))
    except DemoRefused as refusal:
        sys.stderr.write(f"motcua: {WHY[type(refusal)].format(home=home)}\n")
        return Exit.WRONG_USE


def lines(ready: Any) -> list[str]:
    """Return what whoever starts the example is told."""
    width = max(len(officer.username) for officer, _ in ready.people)
    said = [
        "Tỉnh mẫu đã sẵn sàng: đơn vị có thật, con người và hồ sơ đều là giả định.",
        f"Mật khẩu của mọi tài khoản là {ready.password} – cũng hiện trên trang đăng nhập:",
        *(
            f"  {officer.username:{width}}  {officer.full_name} – {officer.role_name}, {unit}"
            for officer, unit in ready.people
        ),
    ]
    if ready.is_old:
        said.append(
            f"Hồ sơ mẫu được lập ngày {ready.loaded_on:%d/%m/%Y}; "
            "dùng --fresh để dựng lại theo ngày hôm nay."
        )
    return [*said, ""]


class Bar:
    """Tells on a progress bar how far the loading is."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("Đang chuẩn bị cơ sở dữ liệu", total=None)

    def begin(self, doing: str, *, total: int) -> None:
        """Begin a new bar in the place of the old one."""
        self._progress.remove_task(self._task)
        self._task = self._progress.add_task(doing, total=total)

    def advance(self) -> None:
        """Go one step on."""
        self._progress.advance(self._task)


@contextmanager
def _progress() -> Iterator[Bar]:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    console = Console(stderr=True, highlight=False)
    quiet = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=quiet) as progress:
        yield Bar(progress)


def _as_served(port: int) -> argparse.Namespace:
    """Return the arguments of `motcua serve` with everything else as it is by default."""
    parser = argparse.ArgumentParser()
    serving.add_arguments(parser)
    return parser.parse_args(["--host", HOST, "--port", str(port)])


def _has_screen() -> bool:
    """Tell whether somebody sits in front of this machine; a browser never runs as root."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(shown) and sys.stdout.isatty() and os.geteuid() != 0


def _open_when_ready(port: int) -> None:
    def wait() -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if serving.answers(HOST, port=port):
                webbrowser.open(f"http://{HOST}:{port}/")
                return
            time.sleep(LOOK_EVERY)

    threading.Thread(target=wait, daemon=True).start()


def _up_to(most: int) -> Callable[[str], int]:
    def count(text: str) -> int:
        number = int(text)
        if not 0 <= number <= most:
            raise ValueError(text)
        return number

    return count
