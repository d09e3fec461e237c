"""What a citizen brings after having been asked: the papers of the dossier, to be ticked."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from motcua.intake.models import Dossier, DossierComponent
from motcua.intake.rules.requests import Paper
from motcua.intake.web.forms import PaperForm
from motcua.intake.web.papers import name_counts

COUNTS = ("originals", "certified_copies", "photocopies", "is_electronic")


@dataclass(slots=True, kw_only=True)
class GivenRow:
    """One paper of a dossier, and what is brought of it now."""

    paper: DossierComponent
    form: PaperForm
    was_asked_for: bool

    @property
    def is_brought(self) -> bool:
        """Tell whether this paper is laid in now: it is ticked, and not as it lay there before."""
        said = self.form.cleaned_data
        if not said["is_handed_in"]:
            return False
        is_new = self.paper.handed_in_at is None or self.was_asked_for
        return is_new or any(said[name] != getattr(self.paper, name) for name in COUNTS)


def rows_of(dossier: Dossier, *, typed: QueryDict | None) -> list[GivenRow]:
    """Return a row for each paper: what lies there already is ticked, what was asked for is not."""
    open_slips = [slip for slip in dossier.supplements.all() if slip.answered_at is None]
    asked = {paper.pk for slip in open_slips for paper in slip.missing.all()}
    return [
        _row(paper, was_asked_for=paper.pk in asked, typed=typed)
        for paper in dossier.components.all()
    ]


def given(rows: Iterable[GivenRow]) -> tuple[Paper, ...]:
    """Return the papers that are laid in, from forms that were judged sound."""
    return tuple(_paper(row) for row in rows if row.is_brought)


def _row(paper: DossierComponent, *, was_asked_for: bool, typed: QueryDict | None) -> GivenRow:
    prefix = f"bs{paper.number}"
    if typed is not None:
        form = PaperForm(typed, prefix=prefix)
    else:
        lies_there = paper.handed_in_at is not None
        usual = {name: getattr(paper, name) or "" for name in (*COUNTS, "note")}
        if not lies_there and paper.required:
            asked = paper.required
            usual |= {"originals": asked.originals or "", "photocopies": asked.copies or ""}
        form = PaperForm(
            prefix=prefix, initial={**usual, "is_handed_in": lies_there and not was_asked_for}
        )
    return GivenRow(paper=paper, form=name_counts(form, paper.name), was_asked_for=was_asked_for)


def _paper(row: GivenRow) -> Paper:
    said = row.form.cleaned_data
    return Paper(
        number=row.paper.number,
        originals=said["originals"],
        certified_copies=said["certified_copies"],
        photocopies=said["photocopies"],
        is_electronic=said["is_electronic"],
        note=said["note"],
    )
