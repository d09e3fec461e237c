"""What is wrong in a form of many parts, each fault with the way to its field."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from motcua.intake.web.drafts import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One fault: the place on the page, the name of the field, and what is wrong."""

    place: str
    name: str
    words: str


def faults_of(draft: Draft) -> Iterator[Named]:
    """Yield the faults of every part that counts, in the order of the screen."""
    rows = [row for block in draft.blocks for row in block.papers]
    papers = {id(row.form): row.asked.name for row in rows}
    unseen = _("Giấy tờ này chưa hiện trên trang lúc gửi. Kiểm tra rồi gửi lại.")
    for row in rows:
        if not row.form.is_bound:
            place = row.form["is_handed_in"].auto_id
            yield Named(place=place, name=row.asked.name, words=unseen)
    for form in draft.forms:
        for bound in form:
            if not bound.errors:
                continue
            place = bound.auto_id
            if bound.name == "version":  # what is chosen stands in no field that can be seen
                place = form["procedure"].auto_id
            name = papers.get(id(form), str(bound.label))
            yield Named(place=place, name=name, words=" ".join(map(str, bound.errors)))
