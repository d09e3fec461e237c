"""A small piece of the example: three units, six accounts, every procedure, and no dossier."""

from datetime import datetime
from typing import Final

from django.db import transaction

from motcua.config.demo import province, staff
from motcua.config.demo.loading import ADMINISTRATOR

UNITS: Final = frozenset({"H24", "H24.11074", "H24.11086"})
"""The city, and the communes Tứ Kỳ and Đại Sơn."""

ACCOUNTS: Final = frozenset(
    {"motcua.tuky", "xuly.tuky", "lanhdao.tuky", "motcua.daison", "giamsat", ADMINISTRATOR}
)
"""Counter, handling and leader of Tứ Kỳ, the counter of Đại Sơn, and two of the city."""


@transaction.atomic
def load_small(*, at: datetime) -> None:
    """Load the piece into an empty database, as it stands since the reform of 1 July 2025.

    Everybody signs in with `staff.PASSWORD`; `staff.account_of` gives an account by its name. All
    example procedures are there, and the calendar as it is known at the moment.
    """
    province.load_offices_of_today(UNITS)
    staff.open_today(ACCOUNTS)
    province.load_procedures()
    province.load_days(at=at)
    unit_id = staff.unit_of(province.PROVINCE, at=province.FIRST_DAY_AT)
    province.be_the_counter(unit_id=unit_id, officer=staff.account_of(ADMINISTRATOR))
    staff.let_in(ACCOUNTS)
