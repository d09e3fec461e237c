"""The last two steps of every act: the timeline with the journal, and whoever listens above."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from motcua.audit.actions import SystemActor, record
from motcua.foundation.events import announce
from motcua.intake.events import (
    DossierChanged,
    DossierEvent,
    DossierReceived,
    DossierSettled,
    ResultReturned,
)
from motcua.intake.models import Dossier, Event
from motcua.intake.rules.deadlines import local
from motcua.intake.rules.law import law_on
from motcua.intake.rules.timeline import Happening, effects_of
from motcua.organisation.models import Account

ANNOUNCED: Final[Mapping[Happening, type[DossierEvent]]] = {
    Happening.RECEIVED: DossierReceived,
    Happening.SETTLED: DossierSettled,
    Happening.REFUSED: DossierSettled,
    Happening.RETURNED: ResultReturned,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What an act did to the due days."""

    due_at: datetime | None = None
    indicator_base_at: datetime | None = None


NOT_MOVED: Final = Moved()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that happened, to be written down."""

    kind: Happening
    topic: str = ""
    """What the law calls it (`rules.law`), for the article to cite."""

    ground: str = ""
    """Said where the article is given and not looked up."""

    moved: Moved = NOT_MOVED
    facts: Mapping[str, Any] | None = None
    unit_id: int | None = None


def tell(dossier: Dossier, told: Told, *, by: Account | SystemActor, at: datetime) -> Event:
    """Write an act on the dossier's timeline and in the journal, and announce it.

    All in the caller's transaction.
    """
    event = event_of(dossier, told, by=by, at=at)
    event.save(force_insert=True)
    record(
        act=f"intake.dossier.{told.kind.value}",
        by=by,
        about=dossier,
        at=at,
        facts={"code": dossier.code, **(told.facts or {})},
    )
    announce_event(dossier.pk, told.kind)
    return event


def event_of(dossier: Dossier, told: Told, *, by: Account | SystemActor, at: datetime) -> Event:
    """Return the row of the timeline, not yet saved."""
    effects = effects_of(told.kind)
    return Event(
        dossier=dossier,
        kind=told.kind.value,
        at=at,
        by=by if isinstance(by, Account) else None,
        by_name=by.journal_name,
        unit_id=told.unit_id,
        ground=told.ground or _ground(told.topic, at),
        legal_effect=effects.legal.value,
        indicator_effect=effects.indicator.value,
        new_due_at=told.moved.due_at,
        new_indicator_base_at=told.moved.indicator_base_at,
        facts=dict(told.facts or {}),
    )


def announce_event(dossier_id: int, kind: Happening) -> None:
    """Tell the areas above, in the caller's transaction."""
    announce(ANNOUNCED.get(kind, DossierChanged)(dossier_id=dossier_id, kind=kind))


def _ground(topic: str, at: datetime) -> str:
    return law_on(local(at).date()).ground(topic) if topic else ""
