"""The example is loaded: all of it or nothing, and once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Protocol

from django.db import connection, transaction
from django.utils.timezone import localdate

from motcua.audit.actions import SystemActor, record
from motcua.audit.models import Entry
from motcua.config.demo import history, province, quarter, staff
from motcua.config.demo.desks import Adviser, Desk, shelf_on
from motcua.config.demo.dossiers import Stage
from motcua.config.demo.errors import HoldsOthers
from motcua.config.demo.people import Place
from motcua.config.demo.plots import PLOTS, Plot
from motcua.config.demo.stories import Setting, in_order, stories
from motcua.organisation.models import Account, Unit
from motcua.organisation.queries import working_calendar

MARK: Final = "config.demo"
"""What the journal calls the example; where it says so, the installation is one."""

SEED: Final = 545
CITIZENS: Final = 300
IMPORTED: Final = 1_000
"""Dossiers of the first quarter of 2023."""


COUNTERS: Final = (
    ("tuky", "xã Tứ Kỳ", ("xuly.tuky", "diachinh.tuky")),
    ("daison", "xã Đại Sơn", ("xuly.daison",)),
    ("chiminh", "xã Chí Minh", ("xuly.chiminh",)),
)
"""The communes whose officers can be tried out: key, name, who handles."""

CITY: Final = "thành phố Hải Phòng"
ADVISER: Final = "xuly.sotuphap"
ADMINISTRATOR: Final = "quantri"


class Teller(Protocol):
    """Tells whoever waits how far the loading is."""

    def begin(self, doing: str, *, total: int) -> None:
        """Say what is done now, in how many steps."""
        ...

    def advance(self) -> None:
        """Say that one step is done."""
        ...


class Silence:
    """Tells nobody anything."""

    def begin(self, doing: str, *, total: int) -> None:
        """Keep quiet."""

    def advance(self) -> None:
        """Keep quiet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the database holds."""

    loaded_on: date | None = None
    """The day the example was loaded, if it was."""

    holds_others: bool = False
    """Units or people that are not of the example."""


def standing() -> Standing:
    """Return what the database holds, of whatever version its tables are; changes nothing."""
    there = set(connection.introspection.table_names())
    if not {Entry._meta.db_table, Unit._meta.db_table, Account._meta.db_table} <= there:
        return Standing()
    mark = Entry.objects.filter(about=MARK, act="config.demo.loaded")
    loaded_at = mark.order_by("number").values_list("at", flat=True).first()
    if loaded_at is not None:
        return Standing(loaded_on=localdate(loaded_at))
    return Standing(holds_others=Unit.objects.exists() or Account.objects.exists())


def refuse_others() -> Standing:
    """Return what the database holds; refuses with `HoldsOthers` what is not of the example."""
    found = standing()
    if found.holds_others:
        raise HoldsOthers
    return found


@transaction.atomic
def load(
    *,
    at: datetime,
    teller: Teller,
    plots: Sequence[tuple[Plot, int]] = PLOTS,
    imported: int = IMPORTED,
) -> bool:
    """Load the example as it stands at a moment, unless it is loaded; tell whether it was done.

    `imported` is how many dossiers of 2023 are imported beside those that are acted out. One
    transaction: an interrupted loading leaves nothing, and the next begins anew.
    """
    if refuse_others().loaded_on is not None:
        return False
    _load_offices(at=at, teller=teller, imported=imported)
    count = _load_dossiers(at=at, teller=teller, plots=plots)
    facts = {"seed": SEED, "dossiers": count, "imported": imported}
    record(act="config.demo.loaded", by=SystemActor(), about=MARK, at=at, facts=facts)
    return True


def _load_offices(*, at: datetime, teller: Teller, imported: int) -> None:
    people = staff.officers()
    steps: list[Callable[[], None]] = [
        province.load_offices_of_2023,
        lambda: staff.open_before_the_reform(people),
        _stand_beside,
        province.load_procedures,
        lambda: province.load_days(at=at),
        lambda: quarter.load_quarter(count=imported),
        history.load_last_weeks,
        province.load_reform,
        lambda: staff.move_with_the_reform(people),
        _be_the_counter,
        history.finish,
        lambda: staff.let_in([officer.username for officer in people]),
    ]
    teller.begin("Đang lập đơn vị, tài khoản và thủ tục của tỉnh mẫu", total=len(steps))
    for step in steps:
        step()
        teller.advance()


def _stand_beside() -> None:
    unit_id = staff.unit_of(province.OLD_PROVINCE, at=province.INSTALLED_AT)
    province.stand_beside(unit_id=unit_id, officer=staff.account_of(ADMINISTRATOR))


def _be_the_counter() -> None:
    unit_id = staff.unit_of(province.PROVINCE, at=province.FIRST_DAY_AT)
    province.be_the_counter(unit_id=unit_id, officer=staff.account_of(ADMINISTRATOR))


def _load_dossiers(*, at: datetime, teller: Teller, plots: Sequence[tuple[Plot, int]]) -> int:
    today = localdate(at)
    shelf, desks = shelf_on(today), counters()
    setting = Setting(
        now=at,
        calendar=working_calendar(known_at=at, on=today),
        offers=shelf.offers(),
        desks=len(desks),
        citizens=CITIZENS,
    )
    told = stories(plots, setting=setting, seed=SEED)
    stage = Stage(desks=desks, adviser=_adviser(), shelf=shelf)
    order = in_order(told)
    teller.begin("Đang tiếp nhận và giải quyết hồ sơ mẫu", total=len(order))
    for number, moment in order:
        stage.act(number, told[number], moment)
        teller.advance()
    return len(told)


def counters() -> list[Desk]:
    """Return the counters of the example with the people behind them."""
    return [_desk(key, name, officials) for key, name, officials in COUNTERS]


def _desk(key: str, name: str, officials: Sequence[str]) -> Desk:
    one_stop = staff.account_of(f"motcua.{key}")
    return Desk(
        unit_id=one_stop.unit_id,
        place=Place(name=f"{name}, {CITY}"),
        one_stop=one_stop,
        officials=tuple(map(staff.account_of, officials)),
        leader=staff.account_of(f"lanhdao.{key}"),
    )


def _adviser() -> Adviser:
    account = staff.account_of(ADVISER)
    return Adviser(unit_id=account.unit_id, account=account)
