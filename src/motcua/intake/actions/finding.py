"""The first step of every act: find the dossier as this person, and lock it."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import QuerySet

from motcua.foundation.reading import find
from motcua.intake.models import Dossier
from motcua.intake.queries import dossiers_consulting, dossiers_where
from motcua.intake.rules.deadlines import local
from motcua.intake.rules.states import DossierState, move
from motcua.organisation.models import Account
from motcua.organisation.rules.acts import Act


def locked(dossier_id: int, *, officer: Account, acts: Sequence[Act], at: datetime) -> Dossier:
    """Return a dossier on which the officer may do one of some acts, locked until the commit.

    Refuses with `NotFound` in the same words whether there is none or it is somebody else's.
    """
    on = local(at).date()
    rows: QuerySet[Dossier] = Dossier.objects.none()
    for act in acts:
        rows = rows | dossiers_where(officer, act=act, on=on)
    return find(_for_update(rows), pk=dossier_id)


def locked_where_consulted(dossier_id: int, *, officer: Account, at: datetime) -> Dossier:
    """Return a dossier on which the opinion of the officer's unit is waited for, locked."""
    rows = dossiers_consulting(officer, on=local(at).date())
    return find(_for_update(rows), pk=dossier_id)


def _for_update(rows: QuerySet[Dossier]) -> QuerySet[Dossier]:
    return rows.select_related("procedure_version__procedure").select_for_update(of=("self",))


def move_to(dossier: Dossier, to: DossierState) -> None:
    """Set the state, or refuse with `MoveRefused`; the caller saves."""
    dossier.state = move(current=DossierState(dossier.state), to=to).value
