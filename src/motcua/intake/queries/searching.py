"""Finding dossiers by what was typed or scanned into the one box."""

from datetime import date

from django.db.models import Q, QuerySet

from motcua.intake.models import Applicant, Dossier, with_code, with_words
from motcua.intake.queries.visibility import dossiers_visible_to
from motcua.intake.rules.searching import Search, SearchKind, search_for
from motcua.organisation.models import Account


def dossiers_found(text: str, *, account: Account, on: date) -> QuerySet[Dossier]:
    """Return the visible dossiers that a text looks for; in the order `-pk`, latest first.

    The text may be a code or its beginning, a name with or without accents, an identity number or
    the line of an identity card. Refuses with `CardUnreadable` where the line is damaged.
    """
    search = search_for(text)
    if search.kind is SearchKind.NOTHING:
        return Dossier.objects.none()
    return dossiers_visible_to(account, on=on).filter(_said(search))


def _said(search: Search) -> Q:
    if search.kind is SearchKind.CODE:
        return with_code(search.code)
    if search.kind is SearchKind.WORDS:
        return with_words(search.words)
    people = Applicant.objects.filter(
        Q(identity_number__in=search.numbers) | Q(old_number__in=search.numbers)
    ).values("pk")
    by_number = Q(applicant__in=people) | Q(owner__in=people) | Q(representative__in=people)
    # Ten digits are a tax code and may be a telephone number as well.
    return by_number | with_words(search.words) if search.words else by_number
