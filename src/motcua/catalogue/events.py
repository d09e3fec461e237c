"""What the catalogue tells the areas above."""

from dataclasses import dataclass

from motcua.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureChanged(Event):
    """A procedure, or what it asks for on some day, is not what it was."""

    procedure_id: int
