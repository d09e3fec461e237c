"""Fifth stage: is what was made good enough to be relied on."""

from collections.abc import Sequence

from motcua.digitisation.pipeline.values import FinishedPage, Profile
from motcua.digitisation.rules.quality import Verdict, verdict_of


def check(pages: Sequence[FinishedPage], *, profile: Profile) -> Verdict:
    """Judge all pages of one document together."""
    return verdict_of(
        [page.measures for page in pages],
        requires_colour=profile.requires_colour,
        declared_sheets=profile.declared_sheets,
    )
