"""What intake tells the areas above it."""

from dataclasses import dataclass

from motcua.foundation.events import Event
from motcua.intake.rules.timeline import Happening


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierEvent(Event):
    """Something happened to a dossier, and its row is written."""

    dossier_id: int
    kind: Happening


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierReceived(DossierEvent):
    """A dossier was received, or came from the provincial system received."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierSettled(DossierEvent):
    """The result is there, positive or a refusal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultReturned(DossierEvent):
    """The citizen has the result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierChanged(DossierEvent):
    """Anything else that happened to a dossier."""
