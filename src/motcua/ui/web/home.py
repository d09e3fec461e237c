"""The first page: what waits for whoever signed in."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.module_loading import import_string

from motcua.ui.doors import signed_in_only


@signed_in_only
def home(request: HttpRequest) -> HttpResponse:
    """Show what waits for the person, as the areas above tell it."""
    piles = []
    if settings.MY_DAY:
        piles = list(import_string(settings.MY_DAY)(request.user, at=timezone.now()))
    waiting = sum(pile.count for pile in piles)
    return render(request, "ui/home.html", {"piles": piles, "waiting": waiting})
