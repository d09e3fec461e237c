"""Finding a dossier from anywhere: a code, a name with or without accents, a number, a card.

What is searched for stands in no address (`kept_searches`), but its results have one: they can be
gone through, reloaded and come back to.
"""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from motcua.foundation.pages import screenful
from motcua.intake.errors import CardUnreadable
from motcua.intake.queries import dossiers_found
from motcua.intake.queries.lists import IN_A_LIST
from motcua.intake.rules.searching import SearchKind, search_for
from motcua.intake.web.asking import is_part, officer_of
from motcua.intake.web.cards import card_in_words
from motcua.intake.web.dues import with_due
from motcua.intake.web.kept_searches import keep_search, kept_search
from motcua.intake.web.noting import note_search
from motcua.organisation.rules.acts import Act
from motcua.ui.doors import only_for

LONGEST: Final = 600
ORDER: Final = ("-pk",)


@require_http_methods(["GET", "POST"])
@only_for(Act.READ_DOSSIERS)
def search(request: HttpRequest) -> HttpResponse:
    """Take what is searched for, and lead to what was found."""
    text = request.POST.get("q", "").strip()[:LONGEST]
    if not text:
        return render(request, "intake/search.html", {"q": ""})
    try:
        kind = search_for(text).kind
    except CardUnreadable as refused:
        shown = {"q": text, "fault": card_in_words(refused)}
        return render(request, "intake/search.html", shown, status=422)
    officer, at = officer_of(request), timezone.now()
    found = list(dossiers_found(text, account=officer, on=timezone.localdate()).order_by("-pk")[:2])
    note_search(kind, found=len(found), by=officer, at=at)
    if kind is SearchKind.CODE and len(found) == 1:
        return redirect("intake:dossier", found[0].pk)
    return redirect("intake:found", keep_search(request, text))


@require_GET
@only_for(Act.READ_DOSSIERS)
def found(request: HttpRequest, key: str) -> HttpResponse:
    """Show what was found, a screenful at a time."""
    text = kept_search(request, key)
    if text is None:
        return redirect(reverse("intake:search"))
    at = timezone.now()
    rows = dossiers_found(text, account=officer_of(request), on=timezone.localdate())
    page = screenful(rows.select_related(*IN_A_LIST), order=ORDER, after=request.GET.get("after"))
    shown = {"page": page, "rows": with_due(page.rows, at=at), "q": text}
    if is_part(request):
        return render(request, "intake/_rows.html", shown)
    return render(request, "intake/search.html", {**shown, "was_searched": True})
