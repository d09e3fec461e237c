"""How far the due days of some dossiers are, counted over one calendar."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import get_language

from motcua.intake.models import Dossier
from motcua.intake.rules.clocks import timeliness
from motcua.intake.rules.deadlines import local
from motcua.intake.rules.states import RUNNING, DossierState
from motcua.organisation.queries import working_calendar
from motcua.ui.rules.days import Due, due_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedRow:
    """A dossier of a list, and how far its due day is; nothing where none runs."""

    dossier: Dossier
    due: Due | None

    @property
    def timeliness(self) -> str:
        """Return how a settled dossier stood to its due moment by the clock of the law."""
        settled_at, due_at = self.dossier.settled_at, self.dossier.legal_due_at
        if settled_at is None or due_at is None:
            return ""
        return timeliness(done_at=settled_at, due_at=due_at).value

    @property
    def is_waiting(self) -> bool:
        """Tell whether the citizen is waited for, and nothing is due meanwhile."""
        return self.dossier.state == DossierState.SUPPLEMENT_ASKED


def with_due(dossiers: Iterable[Dossier], *, at: datetime) -> list[DatedRow]:
    """Return dossiers with their due days in words; two queries, however many."""
    day = local(at).date()
    calendar = working_calendar(known_at=at, on=day)
    return [
        DatedRow(dossier=row, due=due_of(row, today=day, is_working=calendar.is_working))
        for row in dossiers
    ]


def due_of(dossier: Dossier, *, today: date, is_working: Callable[[date], bool]) -> Due | None:
    """Return how far the due day of a dossier is, by the clock of the law."""
    if dossier.legal_due_at is None or dossier.state not in RUNNING:
        return None
    return due_in_words(
        local(dossier.legal_due_at).date(),
        today=today,
        is_working=is_working,
        language=(get_language() or "vi")[:2],
    )
