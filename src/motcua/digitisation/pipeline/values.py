"""What flows between the stages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from motcua.digitisation.ports import Layer, PageLayers, Pixels
from motcua.digitisation.rules.fields import DocumentFields
from motcua.digitisation.rules.quality import Claim, PageMeasures, Verdict
from motcua.digitisation.rules.text import Box, PageText


class Quality(StrEnum):
    """How much reading a page is worth."""

    NORMAL = "normal"
    BEST = "best"
    """Weak lines are read a second time by another recogniser."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How one pile of sheets is digitised."""

    quality: Quality = Quality.NORMAL
    keep_image: bool = False
    """Keep the scanner's own picture in the PDF, for certified copies: fidelity before size."""

    requires_colour: bool = False
    """Colour is demanded (TT 01/2019/TT-BNV): a grey scan is then a fault."""

    declared_sheets: int | None = None
    """How many page images there should be, when somebody counted the paper."""

    wants_preview: bool = False
    """Make a small picture of each page, to be looked at beside its words."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PreparedPage:
    """A page made upright and level."""

    number: int
    image: Pixels
    """The page as scanned, at its own resolution, turned and levelled; grey or colour."""

    dpi: int
    """The true resolution of `image`."""

    claim: Claim
    """How that stands to what the file says of itself."""

    working: Pixels
    """A grey copy for reading, without colour stamps."""

    working_dpi: int
    rotation: int
    """By how many degrees the scan was turned clockwise: 0, 90, 180 or 270."""

    skew_deg: float
    """By how many degrees it was then levelled, counter-clockwise."""

    is_blank: bool
    encoded: bytes | None = None
    """The scanner's own JPEG, as long as nothing was turned."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RecognisedPage:
    """A page with its words."""

    page: PreparedPage
    text: PageText
    """Boxes in pixels of `page.image`."""

    cells: tuple[Box, ...] = ()
    """The cells of ruled tables, in pixels of `page.image`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedPage:
    """All that outlives a page's pixels."""

    number: int
    width_px: int
    height_px: int
    dpi: int
    rotation: int
    skew_deg: float
    text: PageText
    layers: PageLayers
    preview: Layer | None
    """A small JPEG of the page as it was read, when the profile wants one."""

    measures: PageMeasures | None
    """Nothing for a page that was kept as it is: there was no picture to measure."""

    seconds: Mapping[str, float]
    """Of the processor, by stage."""

    def without_pictures(self) -> "FinishedPage":
        """Return the page without its layers and preview, once they are in files."""
        return replace(self, layers=PageLayers(), preview=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One input, digitised."""

    pages: tuple[FinishedPage, ...]
    quality: Verdict
    fields: DocumentFields

    @property
    def text(self) -> str:
        """Return the pages' texts with a form feed between them, as `pdftotext` does."""
        return "\f".join(page.text.text for page in self.pages)
