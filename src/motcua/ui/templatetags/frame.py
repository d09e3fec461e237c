"""What stands around every page: the menu, the search, the person's own menu."""

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from motcua.ui.rules.places import Door, doors

register = template.Library()


def address_of(url_name: str) -> str | None:
    """Return the address of a name, or nothing where no area answers for it."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return None


@register.simple_tag(takes_context=True)
def menu(context: template.Context) -> tuple[Door, ...]:
    """Return the places of the menu that the person may enter."""
    request: HttpRequest = context["request"]
    return doors(
        settings.PLACES,
        here=request.path,
        may=request.user.has_perm,
        address_of=address_of,
    )


@register.simple_tag(takes_context=True)
def own_menu(context: template.Context) -> tuple[Door, ...]:
    """Return what the person may do with the own account."""
    request: HttpRequest = context["request"]
    return doors(
        settings.OWN_PLACES,
        here=request.path,
        may=request.user.has_perm,
        address_of=address_of,
    )


@register.simple_tag
def search_address() -> str | None:
    """Return where a search is sent, or nothing if no area searches."""
    return address_of(settings.SEARCH_URL)


@register.simple_tag
def sign_out_address() -> str | None:
    """Return where signing out is asked for."""
    return address_of(settings.SIGN_OUT_URL)


@register.simple_tag
def languages() -> list[tuple[str, str, bool]]:
    """Return the languages to choose from, and whether each is the present one."""
    present = get_language()
    return [(code, name, code == present) for code, name in settings.LANGUAGES]
