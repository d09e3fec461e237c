"""The papers of a dossier on the screen: what is asked for, and what is ticked of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from motcua.catalogue.queries import ComponentOn
from motcua.catalogue.rules.completeness import Asked, Handed, Missing, missing_components
from motcua.intake.rules.requests import Paper
from motcua.intake.web.forms import OtherPaperForm, PaperForm


@dataclass(slots=True, kw_only=True)
class PaperRow:
    """One paper that the procedure asks for, and what is typed about it."""

    asked: ComponentOn
    form: PaperForm


def laid_out(
    asked: Iterable[ComponentOn], *, typed: QueryDict | None, prefix: str, judged: bool
) -> list[PaperRow]:
    """Return a row for each paper: as it was typed, or with the counts that are asked for."""
    return [_row(each, typed=typed, prefix=f"{prefix}p{each.pk}", judged=judged) for each in asked]


def tick_all(rows: Iterable[PaperRow]) -> None:
    """Tick every paper that must be there; what is handed in only where there is one is left."""
    for row in rows:
        if not row.asked.is_optional:
            row.form.put(is_handed_in=True)


def missing_of(rows: Sequence[PaperRow]) -> list[Missing]:
    """Return what is asked for and not ticked, all of it."""
    asked = (
        Asked(
            number=row.asked.number,
            name=row.asked.name,
            originals=row.asked.originals,
            copies=row.asked.copies,
            is_optional=row.asked.is_optional,
        )
        for row in rows
    )
    return missing_components(asked, {row.asked.number: _handed(row) for row in rows})


def handed_in(rows: Iterable[PaperRow], others: Iterable[OtherPaperForm]) -> tuple[Paper, ...]:
    """Return the papers that were handed in, from forms that were judged sound."""
    asked = [
        _paper(row.form, number=row.asked.number)
        for row in rows
        if row.form.cleaned_data["is_handed_in"]
    ]
    named = [_paper(form, name=form.cleaned_data["name"]) for form in others if _is_named(form)]
    return (*asked, *named)


def name_counts(form: PaperForm, paper: str) -> PaperForm:
    """Let each field of a row say to a screen reader which paper it is about."""
    for name, field in form.fields.items():
        if name not in {"is_handed_in", "name"}:
            field.widget.attrs["aria-label"] = f"{field.label}: {paper}"
    return form


def _row(asked: ComponentOn, *, typed: QueryDict | None, prefix: str, judged: bool) -> PaperRow:
    if typed is None or f"{prefix}-originals" not in typed:
        usual = {"originals": asked.originals or "", "photocopies": asked.copies or ""}
        form = PaperForm(prefix=prefix, initial=usual)
    else:
        form = PaperForm.filled(typed, prefix=prefix, judged=judged)
    return PaperRow(asked=asked, form=name_counts(form, asked.name))


def _is_named(form: OtherPaperForm) -> bool:
    return bool(form.cleaned_data.get("name"))


def _paper(form: PaperForm, *, number: int | None = None, name: str = "") -> Paper:
    said = form.cleaned_data
    return Paper(
        number=number,
        name=name,
        originals=said["originals"],
        certified_copies=said["certified_copies"],
        photocopies=said["photocopies"],
        is_electronic=said["is_electronic"],
        note=said["note"],
    )


def _handed(row: PaperRow) -> Handed:
    if not row.form["is_handed_in"].value():
        return Handed()
    if row.form["is_electronic"].value():
        # A file stands for as many as are asked for.
        return Handed(originals=row.asked.originals, copies=row.asked.copies)
    copies = _count(row, "certified_copies") + _count(row, "photocopies")
    return Handed(originals=_count(row, "originals"), copies=copies)


def _count(row: PaperRow, name: str) -> int:
    text = str(row.form[name].value() or "")
    return int(text) if text.isdecimal() else 0
