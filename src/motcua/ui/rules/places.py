"""The places of the menu at the left."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

MOST: Final = 7
"""More than can be taken in at a glance is no menu but a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One entry of the menu."""

    name: object
    """A text, or one that is translated when it is shown."""

    url_name: str
    perm: str | None
    """What a person must be entitled to, to see it; nothing means everybody who is signed in."""

    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A place of the menu on one page: where it leads, and whether one is there."""

    place: Place
    address: str
    is_here: bool


def doors(
    places: Iterable[Place],
    *,
    here: str,
    may: Callable[[str], bool],
    address_of: Callable[[str], str | None],
) -> tuple[Door, ...]:
    """Return the places somebody may enter, seven at most.

    One is at the place whose address begins the page's own; of several, the longest decides, so
    the root is nobody's but its own. A place without an address is left out.
    """
    open_to = [
        (place, address)
        for place in places
        if (address := address_of(place.url_name)) and (place.perm is None or may(place.perm))
    ][:MOST]
    around = [address for _, address in open_to if _leads_to(address, here)]
    nearest = max(around, key=len, default=None)
    return tuple(
        Door(place=place, address=address, is_here=address == nearest) for place, address in open_to
    )


def _leads_to(address: str, here: str) -> bool:
    return here == address or (address != "/" and here.startswith(address))
