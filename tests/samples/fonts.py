"""The fonts of the sample pages, by the Debian package that brings them."""

from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from PIL import ImageFont

DRAWING_DPI: Final = 300
"""The resolution at which every page is drawn, whatever is done to it afterwards."""

ROOT: Final = Path("/usr/share/fonts/truetype")


class Family(StrEnum):
    """A type family; the first three are stand-ins for the office's Times New Roman."""

    LIBERATION = "liberation"
    TINOS = "tinos"
    FREE_SERIF = "freeserif"
    LIBERATION_SANS = "liberation_sans"
    ARIMO = "arimo"
    LIBERATION_MONO = "liberation_mono"


class Style(Enum):
    """A cut of a family."""

    REGULAR = "Regular"
    BOLD = "Bold"
    ITALIC = "Italic"


class MissingFont(Exception):
    """A font of the sample pages is not installed; says which package brings it."""

    def __init__(self, *, path: Path, package: str) -> None:
        super().__init__(f"{path} is missing: sudo apt-get install {package}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFiles:
    """Where a family lies and which package to install when it does not."""

    package: str
    stem: str
    regular: str = "-Regular"
    bold: str = "-Bold"
    italic: str = "-Italic"

    def path(self, style: Style) -> Path:
        """Return the file of one cut; refuses with `MissingFont`."""
        ending = {Style.REGULAR: self.regular, Style.BOLD: self.bold, Style.ITALIC: self.italic}
        path = ROOT / f"{self.stem}{ending[style]}.ttf"
        if not path.is_file():
            raise MissingFont(path=path, package=self.package)
        return path


FONTS: Final = {
    Family.LIBERATION: FontFiles(package="fonts-liberation2", stem="liberation2/LiberationSerif"),
    Family.LIBERATION_SANS: FontFiles(
        package="fonts-liberation2", stem="liberation2/LiberationSans"
    ),
    Family.LIBERATION_MONO: FontFiles(
        package="fonts-liberation2", stem="liberation2/LiberationMono"
    ),
    Family.TINOS: FontFiles(package="fonts-croscore", stem="croscore/Tinos"),
    Family.ARIMO: FontFiles(package="fonts-croscore", stem="croscore/Arimo"),
    Family.FREE_SERIF: FontFiles(
        package="fonts-freefont-ttf",
        stem="freefont/FreeSerif",
        regular="",
        bold="Bold",
        italic="Italic",
    ),
}


@cache
def font(family: Family, *, style: Style, points: float) -> ImageFont.FreeTypeFont:
    """Return a font at `points` on a page of `DRAWING_DPI`; refuses with `MissingFont`."""
    return ImageFont.truetype(FONTS[family].path(style), round(points * DRAWING_DPI / 72))
