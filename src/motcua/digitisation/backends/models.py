"""Where the recognisers' models lie on this machine."""

import importlib.util
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from motcua.digitisation.errors import ToolMissing

READING_MODEL: Final = "vie"
"""Debian's tessdata_fast model; the larger one costs 1.2 times the time and gains little."""

FOLDER_VARIABLE: Final = "MOTCUA_TESSDATA"

APT_INSTALL: Final = "sudo apt-get install --no-install-recommends -y"

DEBIAN_PACKAGES: Final[Mapping[str, str]] = {
    "vie": "tesseract-ocr-vie",
}
"""The package that brings each model; other models come from the operator's own folder."""


def tessdata_folder(model: str, *, places: Sequence[Path] | None = None) -> Path:
    """Return the folder that holds the model; refuses with `ToolMissing` and the way to get it.

    A folder named by `MOTCUA_TESSDATA` is the only one looked into: to read with another model
    than the one the operator has chosen would go unnoticed.
    """
    for place in model_places() if places is None else places:
        if os.access(place / f"{model}.traineddata", os.R_OK):
            return place
    raise ToolMissing(tool=f"{model}.traineddata", remedy=_remedy(model))


def model_places(
    *, environment: Mapping[str, str] = os.environ, system: Path = Path("/usr/share")
) -> tuple[Path, ...]:
    """Return the folders where models may lie, the newest of several versions first.

    Debian keeps a folder for each version of Tesseract's files and puts the models of scripts
    beside those of languages; Tesseract's own distribution gives scripts a folder of their own.
    """
    chosen = environment.get(FOLDER_VARIABLE)
    if chosen:
        roots = [Path(chosen).expanduser()]
    else:
        versions = sorted((system / "tesseract-ocr").glob("*/tessdata"), key=_version, reverse=True)
        roots = [*versions, system / "tessdata"]
    return tuple(place for root in roots for place in (root, root / "script"))


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", folder.parent.name))


def _remedy(model: str) -> str:
    package = DEBIAN_PACKAGES.get(model)
    install = f"{APT_INSTALL} {package}" if package else ""
    chosen = os.environ.get(FOLDER_VARIABLE)
    if not chosen:
        return install or f"đặt tệp {model}.traineddata vào thư mục của biến {FOLDER_VARIABLE}"
    copy = f"đặt tệp {model}.traineddata vào thư mục {chosen}"
    return f"{copy}; hoặc bỏ biến {FOLDER_VARIABLE} và chạy: {install}" if install else copy


def second_reader_folder() -> Path:
    """Return the folder of the second reader's network; refuses with `ToolMissing`."""
    found = importlib.util.find_spec("asterocr")
    places = found.submodule_search_locations if found else None
    if not places:
        raise ToolMissing(tool="asterocr", remedy="./motcua doctor")
    return Path(places[0]) / "assets"
