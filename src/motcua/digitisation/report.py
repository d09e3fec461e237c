"""The report of one digitised input, as `product.md` fixes its form."""

from collections.abc import Mapping
from dataclasses import fields as fields_of_class
from pathlib import Path
from typing import Any, Final

from motcua.digitisation.errors import UnreadableFile
from motcua.digitisation.pipeline.values import Document, FinishedPage
from motcua.digitisation.ports import Handling, Opened
from motcua.digitisation.results import ResultFile
from motcua.digitisation.rules.fields import DocumentFields, Field
from motcua.digitisation.rules.quality import Problem
from motcua.digitisation.rules.syllables import syllable_score
from motcua.digitisation.rules.text import Box

LEVEL: Final = "2b"


def of_document(
    source: Path, *, opened: Opened, document: Document, pdf: ResultFile, wall_seconds: float
) -> dict[str, Any]:
    """Return the report of a file that was digitised or kept."""
    is_new = opened.handling is Handling.DIGITISE
    return {
        "input": str(source),
        "ok": True,
        "pages": [
            _page(page, problems=problems)
            for page, problems in zip(document.pages, document.quality.page_problems, strict=True)
        ],
        "quality": {
            "verdict": document.quality.grade.value,
            "problems": [problem.value for problem in document.quality.problems],
        },
        "text_chars": len(document.text),
        "fields": _fields(document.fields),
        "pdf": {
            "path": str(pdf.path),
            "bytes": pdf.bytes,
            "sha256": pdf.sha256,
            "pdfa": LEVEL if is_new else None,
            "kept": None if is_new else opened.handling.value,
        },
        "seconds": _seconds(document) | {"wall": round(wall_seconds, 3)},
    }


def of_refusal(source: Path, *, refusal: UnreadableFile, sentence: str) -> dict[str, Any]:
    """Return the report of a file that could not be opened; the form stays the same."""
    return {
        "input": str(source),
        "ok": False,
        "refusal": {"code": refusal.why.value, "detail": refusal.detail, "sentence": sentence},
        "pages": [],
        "quality": {"verdict": "refused", "problems": []},
        "text_chars": 0,
        "fields": _fields(DocumentFields()),
        "pdf": None,
        "seconds": {},
    }


def _page(page: FinishedPage, *, problems: tuple[Problem, ...]) -> dict[str, Any]:
    return {
        "number": page.number,
        "width_px": page.width_px,
        "height_px": page.height_px,
        "dpi": page.dpi,
        "rotation": page.rotation,
        "skew_deg": page.skew_deg,
        "blank": page.measures is not None and page.measures.is_blank,
        "words": len(page.text.words),
        "confidence": round(page.text.confidence, 3),
        "syllable_score": round(syllable_score(page.text.text), 3),
        "problems": [problem.value for problem in problems],
    }


def _fields(fields: DocumentFields) -> dict[str, Any]:
    return {entry.name: _field(getattr(fields, entry.name)) for entry in fields_of_class(fields)}


def _field(field: Field[Any] | None) -> Mapping[str, Any] | None:
    if field is None:
        return None
    value = list(field.value) if isinstance(field.value, tuple) else field.value
    return {
        "value": value,
        "confidence": round(field.confidence, 3),
        "page": field.page,
        "box": corners(field.box),
    }


def corners(box: Box) -> list[int]:
    """Return left, top, right, bottom."""
    return [box.left, box.top, box.right, box.bottom]


def _seconds(document: Document) -> dict[str, float]:
    stages: dict[str, float] = {}
    for page in document.pages:
        for stage, seconds in page.seconds.items():
            stages[stage] = stages.get(stage, 0.0) + seconds
    return {stage: round(seconds, 3) for stage, seconds in stages.items()}
