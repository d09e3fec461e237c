"""The command `serve`: the web application and the worker, in one family of processes."""

import argparse
import http.client
import os
import sys
from typing import Final

from motcua.config.django_side import loaded
from motcua.config.listening import held
from motcua.kernel.exits import Exit

HEALTH: Final = "/suc-khoe"
MOST_WORKERS: Final = 2
"""Processes of the web server unless told otherwise; each answers several people at a time."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `serve`."""
    add = parser.add_argument
    add(
        "--host",
        default="127.0.0.1",
        metavar="ĐỊA_CHỈ",
        help="địa chỉ của máy này để nhận kết nối (mặc định: 127.0.0.1; 0.0.0.0: mọi địa chỉ)",
    )
    add(
        "--port", type=_port, default=8000, metavar="CỔNG", help="cổng (mặc định: 8000; 0: tự chọn)"
    )
    add(
        "--workers",
        type=_count,
        default=min(MOST_WORKERS, len(os.sched_getaffinity(0))),
        metavar="N",
        help="số tiến trình phục vụ web (mặc định: 2, hoặc 1 nếu máy có một lõi)",
    )
    add("--no-worker", action="store_true", help="không chạy kèm tiến trình xử lý việc nền")


def run(arguments: argparse.Namespace) -> int:
    """Serve until told to stop."""
    with held(arguments.host, port=arguments.port) as port:
        loaded("motcua.config.database").prepare()
        loaded("motcua.config.statics").collect_if_changed()
        supervising = loaded("motcua.config.supervising")
        words = {
            "web": ["motcua.config.web", arguments.host, str(port), str(arguments.workers)],
            "worker": ["motcua.config", "worker"],
        }
        if arguments.no_worker:
            del words["worker"]
        supervising.Supervisor(
            children=[supervising.Child(name=name, words=said) for name, said in words.items()],
            is_ready=lambda: answers(arguments.host, port=port),
            say_ready=lambda: _say_where(arguments.host, port=port),
        ).run()
    return Exit.DONE


def answers(host: str, *, port: int) -> bool:
    """Tell whether the web application answers, whatever it says."""
    line = http.client.HTTPConnection(near(host), port, timeout=5)
    try:
        line.request("GET", HEALTH)
        return line.getresponse().status > 0
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()


def near(host: str) -> str:
    """Return the address by which this machine reaches what listens on an address."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 (compared only)


def _say_where(host: str, *, port: int) -> None:
    place = f"[{near(host)}]" if ":" in host else near(host)
    sys.stdout.write(f"Motcua đang chạy tại http://{place}:{port}/ – nhấn Ctrl+C để dừng.\n")
    sys.stdout.flush()


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 65535:
        raise ValueError(text)
    return number


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
