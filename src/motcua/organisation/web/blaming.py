"""A refusal said beside the field it is about, so that nothing typed is lost."""

from collections.abc import Callable
from typing import TypeVar

from django.forms import BaseForm

from motcua.kernel.errors import Refusal
from motcua.organisation.errors import PasswordRefused
from motcua.ui.wording import refusal_in_words

Done = TypeVar("Done")


def done_or_said(
    form: BaseForm, act: Callable[[], Done], *, fields: dict[str, str] | None = None
) -> Done | None:
    """Do an act; what it refuses about a field is said in the form, and nothing is returned.

    `fields` says which field of the form another name means. A refusal that is about no field is
    not for the form and goes on.
    """
    try:
        return act()
    except Refusal as refusal:
        if "field" not in refusal.facts:
            raise
        said = str(refusal.facts["field"])
        name = (fields or {}).get(said, said)
        words = refusal_in_words(refusal)
        reasons = refusal.reasons if isinstance(refusal, PasswordRefused) else ()
        sentences = [words.what, *reasons, words.to_do]
        form.add_error(name if name in form.fields else None, " ".join(sentences))
        return None
