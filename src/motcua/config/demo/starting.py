"""The example is prepared, on the Django side: found, thrown away if wanted, loaded if need be."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from motcua.config.database import prepare, reachable
from motcua.config.demo.errors import CannotBeginAnew
from motcua.config.demo.home import throw_away
from motcua.config.demo.loading import Teller, load, refuse_others
from motcua.config.demo.staff import PASSWORD, Officer, who_signs_in, write_accounts


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """What whoever starts the example is to be told."""

    loaded_on: date
    is_old: bool
    """Loaded on an earlier day: what was due then is overdue now."""

    password: str
    people: list[tuple[Officer, str]]
    """Everybody, with the name of the unit."""


def make_ready(*, fresh: bool, imported: int, teller: Teller) -> Ready:
    """Prepare the database, load the example where it is not yet, and write who may sign in.

    Refuses with `HoldsOthers` and `CannotBeginAnew` before anything is changed.
    """
    now = timezone.now()
    with reachable():
        refuse_others()
        if fresh:
            _begin_anew()
        prepare()
        load(at=now, teller=teller, imported=imported)
        loaded_on = refuse_others().loaded_on or timezone.localdate(now)
        people = who_signs_in()
        write_accounts(people, home=Path(settings.HOME_FOLDER))
    return Ready(
        loaded_on=loaded_on,
        is_old=loaded_on < timezone.localdate(now),
        password=PASSWORD,
        people=people,
    )


def _begin_anew() -> None:
    if connection.vendor != "sqlite":
        raise CannotBeginAnew
    connection.close()
    throw_away(Path(connection.settings_dict["NAME"]))
