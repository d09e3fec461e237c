"""A planned case of the gate set, and how its pages become files."""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from pathlib import Path

import numpy as np
from PIL import Image

from samples.camera import Orientation, write_photograph
from samples.gate.scanner import Scan
from samples.pdf import Picture, write_pdf


class Fault(StrEnum):
    """What is wrong with a bad case; the values are the codes of the quality gate."""

    BLANK = "BLANK"
    NOT_COLOUR = "NOT_COLOUR"
    WRONG_SCALE = "WRONG_SCALE"
    CUT_OFF = "CUT_OFF"
    BLURRED = "BLURRED"
    TOO_DARK = "TOO_DARK"
    LOW_CONTRAST = "LOW_CONTRAST"
    LOW_RESOLUTION = "LOW_RESOLUTION"
    NOT_A_DOCUMENT = "NOT_A_DOCUMENT"
    NOT_VIETNAMESE = "NOT_VIETNAMESE"
    TEXT_MISSING = "TEXT_MISSING"
    DUPLICATE_PAGE = "DUPLICATE_PAGE"
    MIXED_SIZES = "MIXED_SIZES"
    SHEETS_MISSING = "SHEETS_MISSING"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Leaf:
    """One page before it is written; without a resolution it is a photograph."""

    pixels: Scan
    dpi: float | None = 300


class Packing(Enum):
    """How the pages of a case are handed in."""

    BY_CHANCE = "by chance"
    """A single page: mostly JPEG, at times PDF, TIFF or PNG."""

    PDF = "pdf"
    TIFF = "tiff"
    SEPARATE = "separate"
    """A JPEG for each page."""


Making = Callable[[np.random.Generator], Sequence[Leaf]]
NumberedMaking = Callable[..., Sequence[Leaf]]
"""The same with the number of the case in its series, as keyword `number`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GatePlan:
    """One case; its name is its seed, so a new case leaves the others as they are."""

    name: str
    fault: Fault | None
    make: Making
    packing: Packing = Packing.BY_CHANCE
    declared_sheets: int | None = None
    requires_colour: bool = False

    def rng(self) -> np.random.Generator:
        """Return the generator the case is drawn from."""
        return np.random.default_rng(zlib.crc32(self.name.encode()))


def write_case(plan: GatePlan, *, folder: Path) -> list[Path]:
    """Write the files of a case into the folder; return them in the order of its pages."""
    rng = plan.rng()
    leaves = plan.make(rng)
    packing = plan.packing
    if packing is Packing.BY_CHANCE:
        return [_write_single(leaves[0], stem=folder / plan.name, rng=rng)]
    if packing is Packing.TIFF:
        return [_write_tiff(leaves, stem=folder / plan.name)]
    jpegs = [
        _write_jpeg(leaf, stem=folder / f"{plan.name}-{number}", rng=rng)
        for number, leaf in enumerate(leaves, start=1)
    ]
    if packing is Packing.SEPARATE:
        return jpegs
    return [_bound(jpegs, leaves=leaves, stem=folder / plan.name)]


def _write_single(leaf: Leaf, *, stem: Path, rng: np.random.Generator) -> Path:
    kind = rng.random()
    if leaf.pixels.dtype == bool:
        return _write_png(leaf, stem=stem) if kind < 0.5 else _write_tiff([leaf], stem=stem)
    if leaf.dpi is None or kind < 0.66:
        return _write_jpeg(leaf, stem=stem, rng=rng)
    if kind < 0.84:
        return _bound([_write_jpeg(leaf, stem=stem, rng=rng)], leaves=[leaf], stem=stem)
    return _write_tiff([leaf], stem=stem) if kind < 0.94 else _write_png(leaf, stem=stem)


def _tags(leaf: Leaf) -> dict[str, tuple[float, float]]:
    return {"dpi": (leaf.dpi, leaf.dpi)} if leaf.dpi is not None else {}


def _write_jpeg(leaf: Leaf, *, stem: Path, rng: np.random.Generator) -> Path:
    target = stem.with_suffix(".jpg")
    if leaf.dpi is None:
        orientation = rng.choice(list(Orientation))
        write_photograph(target, pixels=leaf.pixels, orientation=orientation)
    else:
        quality = int(rng.integers(72, 93))
        Image.fromarray(leaf.pixels).save(target, quality=quality, **_tags(leaf))
    return target


def _write_png(leaf: Leaf, *, stem: Path) -> Path:
    target = stem.with_suffix(".png")
    Image.fromarray(leaf.pixels).save(target, compress_level=3, **_tags(leaf))
    return target


def _write_tiff(leaves: Sequence[Leaf], *, stem: Path) -> Path:
    target = stem.with_suffix(".tif")
    images = [Image.fromarray(leaf.pixels) for leaf in leaves]
    bitonal = images[0].mode == "1"
    for image, leaf in zip(images, leaves, strict=True):
        image.encoderinfo = _tags(leaf)
    images[0].save(
        target,
        save_all=True,
        append_images=images[1:],
        compression="group4" if bitonal else "jpeg",
        **_tags(leaves[0]),
    )
    return target


def _bound(jpegs: Sequence[Path], *, leaves: Sequence[Leaf], stem: Path) -> Path:
    target = stem.with_suffix(".pdf")
    pictures = [Picture(path=jpeg, dpi=leaf.dpi) for jpeg, leaf in zip(jpegs, leaves, strict=True)]
    write_pdf(target, pictures=pictures)
    for jpeg in jpegs:
        jpeg.unlink()
    return target
