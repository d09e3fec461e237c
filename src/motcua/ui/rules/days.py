"""Days and moments as people say them, and how far a due day is.

The language is an argument: what is printed for the file is Vietnamese whatever the reader chose.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

VIETNAMESE: Final = "vi"
ONE_DAY: Final = timedelta(days=1)
SOON: Final = 2
"""From how many working days left a due day is said to be near."""

# NĐ 30/2020/NĐ-CP, Phụ lục II: the word that names the day has the capital.
WEEKDAYS: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
WEEKDAYS_ENGLISH: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
MONTHS_ENGLISH: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


class Nearness(StrEnum):
    """How much a due day asks of somebody today."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A due day in words, as `còn 2 ngày làm việc (thứ Sáu 28/11)`."""

    words: str
    nearness: Nearness
    working_days: int
    """How many are left, or how many it is late, never negative."""


def day_in_words(day: date, *, language: str = VIETNAMESE) -> str:
    """Return a day with its weekday and its year: `thứ Sáu 28/11/2025`."""
    if language == VIETNAMESE:
        return f"{WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"
    return f"{WEEKDAYS_ENGLISH[day.weekday()]} {_day_and_month(day)} {day.year}"


def near_day_in_words(day: date, *, today: date, language: str = VIETNAMESE) -> str:
    """Return a day without its year if that is this year's: `thứ Sáu 28/11`."""
    if day.year != today.year:
        return day_in_words(day, language=language)
    if language == VIETNAMESE:
        return f"{WEEKDAYS[day.weekday()]} {day:%d/%m}"
    return f"{WEEKDAYS_ENGLISH[day.weekday()]} {_day_and_month(day)}"


def moment_in_words(at: datetime, *, now: datetime, language: str = VIETNAMESE) -> str:
    """Return a moment as one says it at another: `hôm nay 14:03`, `thứ Sáu 28/11 14:03`.

    Both are in the reader's time zone.
    """
    today, yesterday = ("hôm nay", "hôm qua") if language == VIETNAMESE else ("today", "yesterday")
    day = at.date()
    if day == now.date():
        name = today
    elif day == now.date() - ONE_DAY:
        name = yesterday
    else:
        name = near_day_in_words(day, today=now.date(), language=language)
    return f"{name} {at:%H:%M}"


def due_in_words(
    due_on: date,
    *,
    today: date,
    is_working: Callable[[date], bool],
    language: str = VIETNAMESE,
) -> Due:
    """Return how far a due day is, counted in working days.

    Today does not count and the due day does, as a deadline of one working day falls on the next.
    """
    if due_on == today:
        nearness, days = Nearness.TODAY, 0
    elif due_on < today:
        nearness, days = Nearness.LATE, _working_between(due_on, today, is_working)
    else:
        days = _working_between(today, due_on, is_working)
        nearness = Nearness.SOON if days <= SOON else Nearness.LATER
    say = _vietnamese if language == VIETNAMESE else _english
    exact = near_day_in_words(due_on, today=today, language=language)
    return Due(words=f"{say(nearness, days)} ({exact})", nearness=nearness, working_days=days)


def _working_between(before: date, last: date, is_working: Callable[[date], bool]) -> int:
    """Return how many working days follow one day up to another, that one included."""
    span = (last - before).days
    return sum(is_working(before + ONE_DAY * number) for number in range(1, span + 1))


def _vietnamese(nearness: Nearness, days: int) -> str:
    if nearness is Nearness.TODAY:
        return "hạn hôm nay"
    if nearness is Nearness.LATE:
        return f"quá hạn {days} ngày làm việc" if days else "vừa quá hạn"
    return f"còn {days} ngày làm việc" if days else "không còn ngày làm việc nào"


def _english(nearness: Nearness, days: int) -> str:
    count = f"{days} working day{'' if days == 1 else 's'}"
    if nearness is Nearness.TODAY:
        return "due today"
    if nearness is Nearness.LATE:
        return f"{count} late" if days else "just past its due day"
    return f"{count} left" if days else "no working day left"


def _day_and_month(day: date) -> str:
    return f"{day.day} {MONTHS_ENGLISH[day.month - 1]}"
