"""The command line as scripts and people meet it."""

import argparse
import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from motcua import __version__
from motcua.config.__main__ import COMMANDS, Command, main
from motcua.config.env import SettingRefused
from motcua.config.parser import Parser
from motcua.config.wording import EXITS, KINDS, wrong_use
from motcua.digitisation.errors import NoRoom, NotArchival, ToolMissing, Unreadable, UnreadableFile
from motcua.digitisation.sentences import WHY_UNREADABLE
from motcua.kernel.errors import Conflict, Invalid, NotAllowed, NotFound, Refusal, Unavailable
from motcua.kernel.exits import Exit

HEAVY = {
    *("cv2", "numpy", "PIL", "pikepdf", "pypdfium2", "tesserocr", "onnxruntime", "rich"),
    *("django", "ninja", "granian", "openpyxl", "structlog", "psycopg", "pydantic"),
}

ABSENT = UnreadableFile(name="a.pdf", why=Unreadable.ABSENT)


class Ending:
    """A command that takes no arguments and ends in one way."""

    help = "Thử"

    def __init__(self, end):
        self.end = end

    def edge(self):
        return self

    def add_arguments(self, parser):
        pass

    def run(self, arguments):
        if isinstance(self.end, BaseException):
            raise self.end
        return self.end


def run(end):
    return main(["thu"], commands={"thu": Ending(end)})


def loaded_after(words):
    """Run the command in a Python of its own; return its exit code and the heavy packages."""
    code = (
        "import sys\n"
        "from motcua.config.__main__ import main\n"
        f"try: code = main({words!r})\n"
        "except SystemExit as end: code = end.code\n"
        f"print(code, sorted({HEAVY} & sys.modules.keys()), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stderr.splitlines()[-1]


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["doctor", "--json"]])
def test_asking_for_help_loads_no_heavy_package(words):
    assert re.fullmatch(r"[04] \[\]", loaded_after(words))


def test_help_names_every_command_in_one_line(capsys):
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    shown = capsys.readouterr().out
    assert end.value.code == 0
    for name, command in COMMANDS.items():
        assert re.search(rf"^ +{name} +{re.escape(command.help)}$", shown, flags=re.MULTILINE)
    assert "usage" not in shown
    assert "Cách dùng: motcua" in shown


def test_help_of_a_command_is_vietnamese_and_says_how_to_call_it(capsys):
    with pytest.raises(SystemExit):
        main(["doctor", "--help"])
    shown = capsys.readouterr().out
    assert shown.startswith("Cách dùng: motcua doctor [-h] [--json]")
    assert "options" not in shown


def test_the_version_is_said(capsys):
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert (end.value.code, capsys.readouterr().out) == (0, f"motcua {__version__}\n")


@pytest.mark.parametrize("code", [Exit.DONE, Exit.NEEDS_A_PERSON, Exit.UNREADABLE])
def test_the_code_of_the_command_is_the_code_of_the_program(code):
    assert run(code) == code


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "thiếu tham số: LỆNH. Xem hướng dẫn: motcua --help"),
        (["so-hoa"], "LỆNH không nhận giá trị 'so-hoa'; chọn một trong:"),
        (["thu"], "thiếu tham số: TỆP, --out. Xem hướng dẫn: motcua thu --help"),
        (["thu", "a", "--out"], "--out cần một giá trị"),
        (["thu", "a", "--out", "b", "--la"], "không có tham số: --la"),
        (["thu", "a", "--out", "b", "--json=1"], "--json không nhận giá trị '1'"),
        (["thu", "a", "--out", "b", "--jobs", "hai"], "--jobs không nhận giá trị 'hai'"),
        (["thu", "a", "--out", "b", "--page", "0"], "--page: trang đầu là trang 1"),
        (["thu", "a", "--out", "b", "--quality", "x"], "--quality không nhận giá trị 'x'"),
        (["thu", "a", "--out", "b", "--json", "--quiet"], "--quiet không đi cùng --json"),
        (["thu", "a", "--out", "b", "--size", "1"], "--size cần 2 giá trị"),
        (["thu", "a", "--ou", "b"], "thiếu tham số: --out"),
    ],
)
def test_wrong_use_is_one_vietnamese_line_and_exit_code_two(words, said, capsys):
    with pytest.raises(SystemExit) as end:
        main(words, commands={"thu": Demanding()})
    error = capsys.readouterr().err
    assert end.value.code == Exit.WRONG_USE
    assert error.startswith(f"motcua: {said}")
    assert error.count("\n") == 1


class Demanding(Ending):
    """A command with every sort of argument."""

    def __init__(self):
        super().__init__(Exit.DONE)

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="TỆP")
        parser.add_argument("--out", required=True)
        parser.add_argument("--jobs", type=int)
        parser.add_argument("--page", type=page_number)
        parser.add_argument("--quality", choices=("fast", "best"))
        parser.add_argument("--size", nargs=2)
        either = parser.add_mutually_exclusive_group()
        either.add_argument("--json", action="store_true")
        either.add_argument("--quiet", action="store_true")


def page_number(text):
    if text == "0":
        raise argparse.ArgumentTypeError("trang đầu là trang 1")
    return int(text)


def test_what_an_area_says_itself_passes_unchanged():
    assert wrong_use("cần ít nhất một tệp") == "cần ít nhất một tệp"


def test_an_area_may_refuse_arguments_in_its_own_words(capsys):
    with pytest.raises(SystemExit) as end:
        Parser(prog="motcua thu").error("--out phải là một thư mục")
    assert end.value.code == Exit.WRONG_USE
    assert capsys.readouterr().err == (
        "motcua: --out phải là một thư mục. Xem hướng dẫn: motcua thu --help\n"
    )


@pytest.mark.parametrize(
    ("refusal", "code", "said"),
    [
        (ABSENT, 3, "a.pdf: không có tệp này"),
        (NotArchival(faults=("6.2.2-1",)), 3, "chưa đạt PDF/A-2b"),
        (ToolMissing(tool="vie.traineddata", remedy="sudo apt-get install x"), 4, "apt-get"),
        (NoRoom(where="/đĩa", detail="hết chỗ"), 4, "không ghi được vào /đĩa (hết chỗ)"),
        (SettingRefused(name="MOTCUA_DEBUG", value="có", expected="0 hoặc 1"), 2, "0 hoặc 1"),
        (Invalid(field="ngày"), 3, "dữ liệu đưa vào không dùng được (invalid: field=ngày)"),
        (NotAllowed(), 1, "không được phép"),
        (NotFound(), 2, "không tìm thấy"),
        (Conflict(), 1, "đã thay đổi"),
        (Unavailable(), 4, "thử lại sau"),
        (Refusal(), 1, "bị từ chối"),
    ],
)
def test_a_refusal_is_one_line_and_the_code_of_its_kind(refusal, code, said, capsys):
    assert run(refusal) == code
    written = capsys.readouterr()
    assert written.out == ""
    assert said in written.err
    assert written.err.startswith("motcua: ")
    assert written.err.count("\n") == 1


def test_every_kind_of_refusal_has_a_code_and_words():
    kinds = {Refusal, *Refusal.__subclasses__()}
    assert kinds <= EXITS.keys()
    assert kinds <= KINDS.keys()


def test_every_reason_to_refuse_a_file_has_words():
    assert {*Unreadable} == WHY_UNREADABLE.keys()


def test_stopping_from_the_keyboard_is_answered_calmly(capsys):
    assert run(KeyboardInterrupt()) == Exit.INTERRUPTED
    assert capsys.readouterr().err == ("motcua: Đã dừng theo yêu cầu; không để lại tệp dở dang.\n")


def test_a_fault_is_one_line_and_its_account_lies_in_the_home(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("MOTCUA_HOME", str(tmp_path / "nhà"))
    assert run(ZeroDivisionError("bí mật\nở đây")) == Exit.FAULT
    error = capsys.readouterr().err
    [kept] = (tmp_path / "nhà/log").iterdir()
    assert error.count("\n") == 1
    assert "bí mật" not in error
    assert str(kept) in error
    assert "ZeroDivisionError: bí mật" in kept.read_text("utf-8")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_fault_is_accounted_for_although_the_home_is_no_folder(tmp_path, monkeypatch, capsys):
    (tmp_path / "file").touch()
    monkeypatch.setenv("MOTCUA_HOME", str(tmp_path / "file"))
    assert run(ZeroDivisionError()) == Exit.FAULT
    kept = Path(re.search(r"đã ghi vào (.+)\.\n", capsys.readouterr().err)[1])
    assert "ZeroDivisionError" in kept.read_text("utf-8")
    kept.unlink()


def test_a_fault_is_shown_to_whoever_asks_for_it(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("MOTCUA_HOME", str(tmp_path))
    monkeypatch.setenv("MOTCUA_DEBUG", "1")
    assert run(ZeroDivisionError("chia cho không")) == Exit.FAULT
    assert "ZeroDivisionError: chia cho không\nmotcua: lỗi ngoài" in capsys.readouterr().err


def test_a_command_without_its_package_names_the_package(tmp_path, monkeypatch, capsys):
    (tmp_path / "broken_edge.py").write_text("import motcua_absent_package\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    command = Command(help="Thử", module="broken_edge")
    assert main(["thu"], commands={"thu": command}) == Exit.UNAVAILABLE
    assert "thiếu gói Python motcua_absent_package" in capsys.readouterr().err


def command_line(words, **changes):
    return subprocess.run(
        [sys.executable, "-m", "motcua.config", *words],
        capture_output=True,
        env={**os.environ, **changes},
        check=False,
    )


def test_a_reader_who_goes_away_is_no_fault(tmp_path):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "motcua.config", "doctor"],
        stdout=writer,
        stderr=subprocess.PIPE,
        env={**os.environ, "MOTCUA_HOME": str(tmp_path)},
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (Exit.NOBODY_LISTENS, b"")


def test_a_pipe_that_breaks_elsewhere_is_a_fault(tmp_path, monkeypatch):
    monkeypatch.setenv("MOTCUA_HOME", str(tmp_path))
    assert run(BrokenPipeError()) == Exit.FAULT


def test_output_is_utf8_in_every_locale():
    done = command_line(["doctor", "--json"], LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    titles = [row["title"] for row in json.loads(done.stdout.decode("utf-8"))["rows"]]
    assert "Bộ nhớ" in titles


def test_a_name_that_is_not_utf8_can_be_said(capfdbinary):
    assert run(UnreadableFile(name="tệp-\udcff.pdf", why=Unreadable.BROKEN)) == Exit.UNREADABLE
    assert rb"-\udcff.pdf: " in capfdbinary.readouterr().err
