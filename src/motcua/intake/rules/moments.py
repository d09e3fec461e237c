"""Moments as other systems and people write them."""

from datetime import datetime
from typing import Final

from motcua.intake.errors import PayloadMalformed
from motcua.intake.rules.deadlines import VIETNAM

FORMATS: Final = ("%Y%m%d%H%M%S", "%Y%m%d", "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y")
EARLIEST: Final = 1990
LATEST: Final = 2100


def moment_in(text: str, *, field: str) -> datetime:
    """Return the moment that a text names, or refuse with `PayloadMalformed`.

    ISO 8601, `dd/mm/yyyy HH:MM` and `yyyymmddHHMMSS`; without a zone it is the time of Viet Nam.
    """
    moment = _read(text)
    if moment is None or not EARLIEST <= moment.year < LATEST:
        raise PayloadMalformed(field=field, why="not_a_time")
    return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)


def _read(text: str) -> datetime | None:
    """Return the moment as written, with a zone only where one was written."""
    if not text.isdigit():
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass
    for form in FORMATS:
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007 the zone is added by the caller
        except ValueError:
            continue
    return None
