"""The launcher, from wherever it is called."""

import os
import subprocess

import pytest

from architecture.tree import ROOT
from motcua import __version__

READY = (ROOT / ".venv/uv.txt").is_file()
FURNISHED = (ROOT / ".assets").is_dir() and (ROOT / ".venv/debian-web.txt").is_file()

pytestmark = pytest.mark.skipif(not READY, reason="set up by ./motcua")


def call(launcher, *words, cwd):
    done = subprocess.run(
        [launcher, *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "MOTCUA_HOME": str(cwd)},
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_it_can_be_called_from_another_folder(tmp_path):
    assert call(ROOT / "motcua", "--version", cwd=tmp_path) == (0, f"motcua {__version__}\n", "")


def test_it_can_be_called_through_a_link_in_a_folder_with_spaces(tmp_path):
    folder = tmp_path / "thư mục có dấu cách"
    folder.mkdir()
    (folder / "motcua").symlink_to(ROOT / "motcua")
    assert call(folder / "motcua", "--version", cwd=folder) == (0, f"motcua {__version__}\n", "")


def test_what_lies_in_the_folder_of_the_scans_is_never_run(tmp_path):
    for name in ("argparse", "json", "motcua", "cv2"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('run')\n", "utf-8")
    code, _, error = call(ROOT / "motcua", "doctor", "--json", cwd=tmp_path)
    assert (code in {0, 4}, error) == (True, "")


def test_wrong_use_keeps_its_exit_code(tmp_path):
    code, out, error = call(ROOT / "motcua", "doctor", "--no-such-option", cwd=tmp_path)
    assert (code, out, error.count("\n")) == (2, "", 1)


@pytest.mark.skipif(not FURNISHED, reason="set up by ./motcua demo")
def test_the_example_is_a_command_like_any_other(tmp_path):
    code, out, error = call(ROOT / "motcua", "demo", "--no-such-option", cwd=tmp_path)
    assert (code, out) == (2, "")
    assert error.startswith("motcua: không có tham số: --no-such-option")
    assert [*tmp_path.iterdir()] == []
