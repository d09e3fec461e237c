"""The office set: the pages on which reading is measured, each with its text.

Thirty-five scanned pages in nine conditions and six photographs after them, always the same pixels,
so that figures of different days can be compared.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image
from rich.console import Console

from samples import camera, damage, drawing, fonts, marks, office_plans, pdf, shelf
from samples.camera import write_photograph
from samples.documents import blocks, official_letters, papers, reports
from samples.drawing import A4, DrawnPage, Pixels, Segments, draw
from samples.office_plans import TYPE_SIZES, USUAL_SIZE, Condition, PagePlan, plans
from samples.pdf import Picture, write_pdf

JPEG_QUALITY: Final = 85
FIRST_SEED: Final = 1000
"""The seed of page 0; page n has the n-th after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePage:
    """One page of the set, as files."""

    name: str
    condition: Condition
    image: Path
    """A JPEG."""

    pdf: Path
    """One page that holds the very bytes of `image`."""

    dpi: int | None
    """Of a scan; a photograph has no scale."""

    segments: Segments
    """Empty for a blank page."""


def office_pages(root: Path, *, console: Console | None = None) -> list[SamplePage]:
    """Return the set in `root`, made on the first call (about 20 s on two cores) and then kept.

    Writes img/NAME.jpg, pdf/NAME.pdf and gt/NAME.json (the segments); shows a progress bar when
    given a console. Refuses with `MissingFont`.
    """
    entries = shelf.kept(
        root,
        edition=shelf.edition(*_sources()),
        plans=plans(),
        make=make_page,
        console=console,
    )
    return [
        SamplePage(
            name=entry["name"],
            condition=Condition(entry["condition"]),
            image=_image(root, entry["name"]),
            pdf=_pdf(root, entry["name"]),
            dpi=entry["dpi"],
            segments=json.loads(_truth(root, entry["name"]).read_text(encoding="utf-8")),
        )
        for entry in entries
    ]


def multi_page_pdf(pages: Sequence[SamplePage], *, target: Path) -> None:
    """Write the pages into one PDF, as a feeder scanner hands over a pile."""
    write_pdf(target, pictures=[Picture(path=page.image, dpi=page.dpi) for page in pages])


def make_page(plan: PagePlan, root: Path) -> shelf.Entry:
    """Write the files of one page."""
    pixels, segments = picture(plan)
    image, pdf_, truth = (place(root, plan.name) for place in (_image, _pdf, _truth))
    for path in (image, pdf_, truth):
        path.parent.mkdir(exist_ok=True)
    if plan.dpi is None:
        write_photograph(image, pixels=pixels, orientation=plan.orientation)
    else:
        Image.fromarray(pixels).save(image, quality=JPEG_QUALITY, dpi=(plan.dpi, plan.dpi))
    write_pdf(pdf_, pictures=[Picture(path=image, dpi=plan.dpi)])
    truth.write_text(json.dumps(segments, ensure_ascii=False), encoding="utf-8")
    return {
        "name": plan.name,
        "condition": plan.condition.value,
        "dpi": plan.dpi,
        "files": [str(path.relative_to(root)) for path in (image, pdf_, truth)],
    }


def picture(plan: PagePlan) -> tuple[Pixels, Segments]:
    """Return the pixels of a page before JPEG, and its text."""
    rng = np.random.default_rng(FIRST_SEED + plan.number)
    if plan.document is None:
        return plan.finish(_NOTHING, rng), []
    points = TYPE_SIZES.get(plan.document.name, USUAL_SIZE)
    drawn = draw(plan.document, family=plan.family, points=points)
    return plan.finish(drawn, rng), drawn.segments


_NOTHING: Final = DrawnPage(
    pixels=np.full((A4.height, A4.width), damage.WHITE, np.uint8), segments=[], signature_at=None
)


def _image(root: Path, name: str) -> Path:
    return root / "img" / f"{name}.jpg"


def _pdf(root: Path, name: str) -> Path:
    return root / "pdf" / f"{name}.pdf"


def _truth(root: Path, name: str) -> Path:
    return root / "gt" / f"{name}.json"


def _sources() -> list[Path]:
    texts = (blocks, official_letters, papers, reports)
    modules = (camera, damage, drawing, fonts, marks, office_plans, pdf, *texts)
    return [Path(__file__), *(Path(module.__file__) for module in modules)]
