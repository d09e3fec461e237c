"""What Motcua needs of a machine, looked at one by one."""

import locale
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import Final

from motcua.config.env import HOME
from motcua.digitisation.backends.models import APT_INSTALL, tessdata_folder
from motcua.digitisation.errors import ToolMissing

GIB: Final = 1 << 30

OLDEST_PYTHON: Final = (3, 11)

PACKAGES: Final = (
    "asterocr",
    "cryptography",
    "dj-database-url",
    "django-allauth",
    "django-axes",
    "django-htmx",
    "django-ninja",
    "django-tree-queries",
    "django",
    "fonttools",
    "granian",
    "holidays",
    "numpy",
    "onnxruntime",
    "opencv-python-headless",
    "openpyxl",
    "pi-heif",
    "pikepdf",
    "pillow",
    "psycopg",
    "pypdfium2",
    "requests",
    "rich",
    "segno",
    "structlog",
    "tesserocr",
    "whitenoise",
)
"""The packages of `requirements/base.in`."""

FONTS: Final = (
    ("Liberation 2", "liberation2/LiberationSerif-Regular.ttf", "fonts-liberation2"),
    ("Tinos", "croscore/Tinos-Regular.ttf", "fonts-croscore"),
    ("FreeSerif", "freefont/FreeSerif.ttf", "fonts-freefont-ttf"),
)
"""The letters the sample pages are set in, as Debian places them."""

FONT_FOLDER: Final = Path("/usr/share/fonts/truetype")

LITTLE_ROOM: Final = 2 * GIB
NO_ROOM: Final = GIB // 4
LITTLE_MEMORY: Final = 2 * GIB

NEEDED_FOR_PAGES: Final = "Không bắt buộc: chỉ dùng khi tạo trang mẫu (demo, test). Cài đặt: "


class State(StrEnum):
    """How it stands with one thing."""

    OK = "ok"
    MISSING = "missing"
    """It is needed and not there."""
    WARNING = "warning"
    """There is something to look at; Motcua works."""
    OPTIONAL = "optional"
    """It is not there, and only some uses need it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How it stands with one thing, and what to do about it."""

    name: str
    """For programs; it never changes."""

    title: str
    state: State
    found: str = ""
    remedy: str = ""


def findings() -> tuple[Finding, ...]:
    """Look at everything; nothing is loaded, written or changed."""
    home = HOME.read()
    temporary = Path(tempfile.gettempdir())
    return (
        python_finding(tuple(sys.version_info[:3])),
        *(package_finding(package) for package in PACKAGES),
        model_finding("vie", absent=State.MISSING),
        folder_finding("home", title="Thư mục dữ liệu (MOTCUA_HOME)", folder=home),
        folder_finding("temporary", title="Thư mục tạm", folder=temporary),
        memory_finding(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")),
        cores_finding(len(os.sched_getaffinity(0))),
        encoding_finding(locale.getpreferredencoding(do_setlocale=False)),
        *(
            font_finding(title, place=FONT_FOLDER / file, package=package)
            for title, file, package in FONTS
        ),
        tool_finding(
            "pdftotext",
            remedy=f"Không bắt buộc: chỉ dùng khi chạy test. Cài đặt: {APT_INSTALL} poppler-utils",
        ),
        tool_finding(
            "verapdf",
            remedy="Không bắt buộc: bộ kiểm tra PDF/A độc lập, do đơn vị tự cài nếu cần đối chứng.",
        ),
    )


def python_finding(version: tuple[int, ...]) -> Finding:
    """Look at the version of Python."""
    enough = version >= OLDEST_PYTHON
    return Finding(
        name="python",
        title="Python",
        state=State.OK if enough else State.MISSING,
        found=".".join(map(str, version)),
        remedy="" if enough else f"Cần Python 3.11 trở lên: {APT_INSTALL} python3 python3-venv",
    )


def package_finding(
    package: str, *, version_of: Callable[[str], str] = metadata.version
) -> Finding:
    """Look for a Python package by what its installer wrote, without loading it."""
    try:
        state, found, remedy = State.OK, version_of(package), ""
    except metadata.PackageNotFoundError:
        state, found = State.MISSING, ""
        remedy = "Xoá thư mục .venv rồi chạy lại ./motcua; khi đó máy phải có mạng."
    return Finding(
        name=f"package/{package}",
        title=f"Gói Python {package}",
        state=state,
        found=found,
        remedy=remedy,
    )


def model_finding(model: str, *, absent: State, places: Sequence[Path] | None = None) -> Finding:
    """Look for a model of Tesseract where the pipeline looks for it."""
    name, title = f"model/{model}", f"Mô hình nhận dạng {model}"
    try:
        folder = tessdata_folder(model, places=places)
    except ToolMissing as refusal:
        return Finding(name=name, title=title, state=absent, remedy=_sentence(refusal.remedy))
    return Finding(name=name, title=title, state=State.OK, found=str(folder))


def folder_finding(name: str, *, title: str, folder: Path) -> Finding:
    """Look whether files can be written there and how much fits; nothing is made."""
    standing = next(place for place in (folder, *folder.parents) if os.access(place, os.F_OK))
    name = f"folder/{name}"
    if not standing.is_dir() or not os.access(standing, os.W_OK | os.X_OK):
        return Finding(
            name=name,
            title=title,
            state=State.MISSING,
            found=f"{folder}: không ghi được",
            remedy=f"Cấp quyền ghi cho {standing}, hoặc chọn thư mục khác.",
        )
    room = shutil.disk_usage(standing).free
    return Finding(
        name=name,
        title=title,
        state=room_state(room),
        found=f"{folder}: còn trống {_gibibytes(room)}",
        remedy="" if room >= LITTLE_ROOM else f"Nên có ít nhất {_gibibytes(LITTLE_ROOM)} trống.",
    )


def room_state(room: int) -> State:
    """Judge how much can still be written; a large dossier takes some hundred megabytes."""
    if room < NO_ROOM:
        return State.MISSING
    return State.WARNING if room < LITTLE_ROOM else State.OK


def memory_finding(memory: int) -> Finding:
    """Look at how much memory the machine has."""
    little = memory < LITTLE_MEMORY
    return Finding(
        name="memory",
        title="Bộ nhớ",
        state=State.WARNING if little else State.OK,
        found=_gibibytes(memory),
        remedy=f"Nên có ít nhất {_gibibytes(LITTLE_MEMORY)}." if little else "",
    )


def cores_finding(cores: int) -> Finding:
    """Tell how many pages can be read at a time."""
    return Finding(name="cores", title="Nhân xử lý", state=State.OK, found=str(cores))


def encoding_finding(encoding: str) -> Finding:
    """Look whether names of files and output are UTF-8."""
    right = encoding.lower().replace("-", "") == "utf8"
    return Finding(
        name="encoding",
        title="Bảng mã của hệ thống",
        state=State.OK if right else State.WARNING,
        found=encoding,
        remedy="" if right else "Tên tệp tiếng Việt có thể hiện sai; chạy: export LANG=C.UTF-8",
    )


def font_finding(title: str, *, place: Path, package: str) -> Finding:
    """Look for a font of the sample pages."""
    there = place.is_file()
    return Finding(
        name=f"font/{package}",
        title=f"Phông chữ {title}",
        state=State.OK if there else State.OPTIONAL,
        found=str(place) if there else "",
        remedy="" if there else f"{NEEDED_FOR_PAGES}{APT_INSTALL} {package}",
    )


def tool_finding(tool: str, *, remedy: str) -> Finding:
    """Look for a program that is not needed to digitise."""
    place = shutil.which(tool)
    return Finding(
        name=f"program/{tool}",
        title=f"Chương trình {tool}",
        state=State.OK if place else State.OPTIONAL,
        found=place or "",
        remedy="" if place else remedy,
    )


def _gibibytes(count: int) -> str:
    return f"{count / GIB:.1f} GB".replace(".", ",")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}" if not words.startswith("sudo") else f"Chạy: {words}"
