"""Where a new version takes its place among those that stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from motcua.catalogue.errors import PastStands, VersionBeginsThen, VersionsOverlap
from motcua.catalogue.rules.validity import Period

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """The days a new version gets, and which standing one ends where it begins."""

    period: Period
    closes: Period | None = None


def fitting(standing: Sequence[Period], new: Period, *, today: date, procedure: str) -> Fitting:
    """Return where a new version fits: it ends the one before on its eve, and before the next.

    Days on which something held already are not rewritten: dossiers were received by it. So a
    version that ends another begins tomorrow at the earliest, while one that fills days on which
    there was none may lie in the past. Refuses with `VersionBeginsThen`, `PastStands` or
    `VersionsOverlap`, each naming `procedure`.
    """
    if any(period.valid_from == new.valid_from for period in standing):
        raise VersionBeginsThen(procedure=procedure, day=new.valid_from)
    held = next((period for period in standing if period.holds_on(new.valid_from)), None)
    if held is not None and new.valid_from <= today:
        raise PastStands(procedure=procedure, day=new.valid_from, earliest=today + ONE_DAY)
    following = min(
        (period.valid_from for period in standing if period.valid_from > new.valid_from),
        default=None,
    )
    if following is not None and new.valid_to is not None and new.valid_to > following:
        raise VersionsOverlap(procedure=procedure, day=following)
    end = new.valid_to or following or (held.valid_to if held else None)
    return Fitting(period=Period(valid_from=new.valid_from, valid_to=end), closes=held)
