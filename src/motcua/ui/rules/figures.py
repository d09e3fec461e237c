"""Figures as they are written here: `1.234,5`, `94,9 %`, `17/40 trang, còn khoảng 1 phút`."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

VIETNAMESE: Final = "vi"
NARROW: Final = "\u00a0"
"""A space at which no line breaks: a figure and its sign stay together."""

TEN_SECONDS: Final = 10
MINUTE: Final = 60
HOUR: Final = 60 * MINUTE


def figure(value: Decimal | float, *, places: int = 2, language: str = VIETNAMESE) -> str:
    """Return a figure with at most so many decimals, without zeros at their end."""
    step = Decimal(1).scaleb(-places)
    rounded = Decimal(str(value)).quantize(step, rounding=ROUND_HALF_UP)
    whole, _, decimals = f"{rounded:,f}".partition(".")
    decimals = decimals.rstrip("0")
    if language == VIETNAMESE:
        whole, point = whole.replace(",", "."), ","
    else:
        point = "."
    text = f"{whole}{point}{decimals}" if decimals else whole
    return text.removeprefix("-") if rounded == 0 else text


def percent(value: Decimal | float, *, places: int = 2, language: str = VIETNAMESE) -> str:
    """Return a share given in percent with its sign: `94,9 %`."""
    gap = NARROW if language == VIETNAMESE else ""
    return f"{figure(value, places=places, language=language)}{gap}%"


def time_left(seconds: float, *, language: str = VIETNAMESE) -> str:
    """Return how long something will still take, no more exact than an estimate can be."""
    if seconds >= HOUR - MINUTE / 2:
        count, names = round(seconds / HOUR), ("giờ", "hour")
    elif seconds >= MINUTE - TEN_SECONDS / 2:
        count, names = round(seconds / MINUTE), ("phút", "minute")
    else:
        tens = max(round(seconds / TEN_SECONDS), 1)
        count, names = tens * TEN_SECONDS, ("giây", "second")
    if language == VIETNAMESE:
        return f"còn khoảng {count} {names[0]}"
    return f"about {count} {names[1]}{'' if count == 1 else 's'} left"


def progress_in_words(
    done: int,
    *,
    total: int,
    thing: str = "",
    seconds_left: float | None = None,
    language: str = VIETNAMESE,
) -> str:
    """Return how far long work is, with counts: `17/40 trang, còn khoảng 1 phút`."""
    shown = figure(done, language=language), figure(total, language=language)
    counts = f"{shown[0]}/{shown[1]} {thing}".rstrip()
    if seconds_left is None or done >= total:
        return counts
    return f"{counts}, {time_left(seconds_left, language=language)}"


def seconds_left(*, done: int, total: int, elapsed: float) -> float | None:
    """Return how long the rest will take at the pace so far; nothing while there is no pace yet."""
    if done <= 0 or total <= done:
        return None
    return elapsed / done * (total - done)
