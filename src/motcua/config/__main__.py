"""The command `motcua`."""

import argparse
import io
import os
import select
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol, TextIO, cast

from motcua import __version__
from motcua.config.env import DEBUG, HOME, VARIABLES
from motcua.config.parser import Parser
from motcua.config.wording import exit_code, worded
from motcua.digitisation.errors import ToolMissing
from motcua.kernel.errors import Refusal
from motcua.kernel.exits import Exit

DESCRIPTION: Final = """\
Motcua – phần mềm của Bộ phận Một cửa: số hoá, chứng thực, xếp hạng và chứng minh."""

SEE_DOCTOR: Final = "chạy ./motcua doctor"

FROM_SOURCE: Final = """\
Trong thư mục mã nguồn, ./motcua còn có các lệnh:
  demo --scans  số hoá các trang mẫu thành một thư mục xem được bằng trình duyệt
  test      chạy mọi phép kiểm tra; lint, types, imports: từng phần
  bench     đo tốc độ và độ chính xác
  lock      khoá phiên bản các gói"""


class Edge(Protocol):
    """What the module of a command offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments of the command."""
        ...

    def run(self, arguments: argparse.Namespace) -> int:
        """Carry the command out and return its exit code."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command and the module it lies in, which is loaded only when the command is chosen."""

    help: str
    module: str

    def edge(self) -> Edge:
        """Load the module; refuses with `ToolMissing` when a package it stands on is not there."""
        try:
            return cast("Edge", import_module(self.module))
        except ImportError as absent:
            package = (absent.name or "").partition(".")[0]
            if package in {"", "motcua"}:
                raise
            raise ToolMissing(tool=f"gói Python {package}", remedy=SEE_DOCTOR) from absent


COMMANDS: Final[Mapping[str, Command]] = {
    "digitise": Command(
        help="Số hoá ảnh quét và tệp PDF thành PDF/A tra cứu được",
        module="motcua.digitisation.cli",
    ),
    "demo": Command(
        help="Chạy một tỉnh mẫu để xem thử, chỉ trên máy này",
        module="motcua.config.demo.cli",
    ),
    "serve": Command(
        help="Chạy ứng dụng web và tiến trình xử lý việc nền",
        module="motcua.config.serving",
    ),
    "worker": Command(
        help="Chạy riêng tiến trình xử lý việc nền",
        module="motcua.config.working",
    ),
    "import": Command(
        help="Nhập đơn vị, thủ tục hoặc hồ sơ từ tệp CSV, XLSX",
        module="motcua.config.importing",
    ),
    "check": Command(
        help="Kiểm tra sổ nhật ký và các sổ số còn nguyên vẹn",
        module="motcua.config.checking",
    ),
    "doctor": Command(
        help="Kiểm tra máy đã đủ những gì cần thiết, và chỉ cách bổ sung",
        module="motcua.config.doctor",
    ),
}


def main(words: Sequence[str] | None = None, *, commands: Mapping[str, Command] = COMMANDS) -> int:
    """Run one command and return its exit code; nothing that goes wrong shows a traceback."""
    _speak_utf8()
    try:
        return _run(sys.argv[1:] if words is None else words, commands=commands)
    except KeyboardInterrupt:
        _say("Đã dừng theo yêu cầu; không để lại tệp dở dang.")
        return Exit.INTERRUPTED
    except Refusal as refusal:
        _say(worded(refusal))
        return exit_code(refusal)
    except Exception as fault:  # noqa: BLE001 (the last place that can word it)
        return _answer(fault)


def _run(words: Sequence[str], *, commands: Mapping[str, Command]) -> int:
    try:
        arguments = _parser(words, commands=commands).parse_args(words)
        return commands[arguments.command].edge().run(arguments)
    finally:
        sys.stdout.flush()  # a reader who has gone away is noticed here and not at the very end


def _parser(words: Sequence[str], *, commands: Mapping[str, Command]) -> Parser:
    """Return the parser, with the arguments of the chosen command only.

    No option before the command takes a value, so the first word that is no option is it.
    """
    parser = Parser(prog="motcua", description=DESCRIPTION, epilog=_epilog())
    parser.add_argument(
        "--version",
        action="version",
        version=f"motcua {__version__}",
        help="hiện phiên bản rồi thoát",
    )
    places = parser.add_subparsers(
        title="Các lệnh", dest="command", metavar="LỆNH", required=True, parser_class=Parser
    )
    chosen = next((word for word in words if not word.startswith("-")), None)
    for name, command in commands.items():
        place = places.add_parser(name, help=command.help, description=f"{command.help}.")
        if name == chosen:
            command.edge().add_arguments(place)
    return parser


def _epilog() -> str:
    width = max(len(variable.name) for variable in VARIABLES)
    variables = "\n".join(
        f"  {variable.name:{width}}  {variable.help}"
        + (f" (mặc định: {variable.default})" if variable.default else "")
        for variable in VARIABLES
    )
    return f"{FROM_SOURCE}\n\nBiến môi trường:\n{variables}"


def _speak_utf8() -> None:
    """Print UTF-8 whatever the locale, and never fail on a name that is not UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _say(line: str) -> None:
    one_line = " ".join(line.splitlines())
    with suppress(OSError):
        sys.stderr.write(f"motcua: {one_line}\n")


def _answer(fault: Exception) -> int:
    if isinstance(fault, BrokenPipeError) and _nobody_listens():
        return Exit.NOBODY_LISTENS
    account = "".join(traceback.format_exception(fault))
    if _wants_details():
        sys.stderr.write(account)
    where = _keep(account)
    kept = f"chi tiết đã ghi vào {where}" if where else "đặt MOTCUA_DEBUG=1 để xem chi tiết"
    _say(f"lỗi ngoài dự kiến của chương trình ({type(fault).__name__}); {kept}.")
    return Exit.FAULT


def _nobody_listens() -> bool:
    """Tell whether it is our own output that broke, and if so keep Python from trying again."""
    broken = [stream for stream in (sys.stdout, sys.stderr) if _is_broken(stream)]
    for stream in broken:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return bool(broken)


def _is_broken(stream: TextIO) -> bool:
    watch = select.poll()
    try:
        watch.register(stream.fileno(), 0)
    except io.UnsupportedOperation:  # no file of the system, so nobody can go away
        return False
    return any(events & select.POLLERR for _, events in watch.poll(0))


def _wants_details() -> bool:
    with suppress(Refusal):
        return DEBUG.read()
    return False


def _log_folders() -> Iterator[Path]:
    with suppress(Refusal):
        yield HOME.read() / "log"
    yield Path(tempfile.gettempdir())


def _keep(account: str) -> Path | None:
    """Write the account where only its owner may read it, for it may quote what was read."""
    name = f"fault-{time.strftime('%Y%m%dT%H%M%S')}-{os.getpid()}.txt"
    for folder in _log_folders():
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            kept = folder / name
            kept.touch(mode=0o600, exist_ok=False)
            kept.write_text(account, "utf-8", errors="backslashreplace")
            return kept
    return None


if __name__ == "__main__":
    sys.exit(main())
