"""The gate set: documents a careful registrar would accept or refuse, each with the reason.

It was made without knowing how the quality gate judges: the bad cases are what officers send back
at the counter, the good ones are the ordinary variety of an office. Every case has one fault or
none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from rich.console import Console

from samples import camera, damage, drawing, fonts, marks, pdf, shelf
from samples.gate import bad_content, bad_framing, bad_light, blanks, good_pages, piles
from samples.gate.plan import Fault, GatePlan, write_case


@dataclass(frozen=True, slots=True, kw_only=True)
class GateCase:
    """One document as it is handed in, and what the gate should say of it."""

    name: str
    code_expected: Fault | None
    """The fault that must be among those found; with none, no fault may be found."""

    files: tuple[Path, ...]
    """JPEG, PNG, TIFF or PDF; together, in this order, they are one document."""

    declared_sheets: int | None
    """How many sheets the officer said there are; a page is a sheet here."""

    requires_colour: bool
    """Whether the document must be scanned in colour."""


def gate_cases(root: Path, *, console: Console | None = None) -> list[GateCase]:
    """Return the set in `root`, made on the first call (some minutes) and then kept.

    Refuses with `MissingFont`.
    """
    entries = shelf.kept(
        root,
        edition=shelf.edition(*_sources()),
        plans=list(plans()),
        make=make_case,
        console=console,
    )
    return [
        GateCase(
            name=entry["name"],
            code_expected=Fault(entry["fault"]) if entry["fault"] else None,
            files=tuple(root / file for file in entry["files"]),
            declared_sheets=entry["declared_sheets"],
            requires_colour=entry["requires_colour"],
        )
        for entry in entries
    ]


def plans() -> Iterator[GatePlan]:
    """Return the plans of all cases, the good ones first."""
    modules = (good_pages, piles, blanks, bad_content, bad_framing, bad_light)
    return chain.from_iterable(module.plans() for module in modules)


def _sources() -> list[Path]:
    here = Path(__file__).parent
    modules = (camera, damage, drawing, fonts, marks, pdf)
    return [
        Path(__file__),
        *(Path(module.__file__) for module in modules),
        *(here / "gate").glob("*.py"),
        *(here / "documents").glob("*.py"),
    ]


def make_case(plan: GatePlan, root: Path) -> shelf.Entry:
    """Write the files of one case."""
    folder = root / (plan.fault.value if plan.fault else "GOOD")
    folder.mkdir(exist_ok=True)
    return {
        "name": plan.name,
        "fault": plan.fault.value if plan.fault else None,
        "files": [str(path.relative_to(root)) for path in write_case(plan, folder=folder)],
        "declared_sheets": plan.declared_sheets,
        "requires_colour": plan.requires_colour,
    }
