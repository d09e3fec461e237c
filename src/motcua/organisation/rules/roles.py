"""The roles that an office begins with, and who may give them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from motcua.organisation.errors import ActUnknown, RoleBeyondYours, ScopeBeyondYours
from motcua.organisation.rules.acts import Act, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleOfOffice:
    """A role by its name and what its holders may do."""

    name: str
    acts: frozenset[Act]


def _role(name: str, *acts: Act) -> RoleOfOffice:
    return RoleOfOffice(name=name, acts=frozenset(acts))


ROLES: Final[Mapping[str, RoleOfOffice]] = MappingProxyType(
    {
        "cong-chuc-mot-cua": _role(
            "Công chức Bộ phận Một cửa", Act.RECEIVE, Act.RETURN_RESULT, Act.READ_DOSSIERS
        ),
        "cong-chuc-xu-ly": _role("Công chức xử lý hồ sơ", Act.HANDLE, Act.READ_DOSSIERS),
        "lanh-dao": _role("Lãnh đạo đơn vị", Act.SETTLE, Act.READ_DOSSIERS),
        "van-thu": _role("Văn thư", Act.READ_DOSSIERS),
        "giam-sat": _role("Giám sát", Act.READ_DOSSIERS, Act.READ_JOURNAL),
        "quan-tri-don-vi": _role(
            "Quản trị đơn vị", Act.EDIT_ORGANISATION, Act.MANAGE_ACCOUNTS, Act.READ_JOURNAL
        ),
        "quan-tri-he-thong": _role(
            "Quản trị hệ thống",
            Act.EDIT_CATALOGUE,
            Act.EDIT_ORGANISATION,
            Act.EDIT_CALENDAR,
            Act.MANAGE_ACCOUNTS,
            Act.READ_JOURNAL,
            Act.OPERATE_JOBS,
        ),
    }
)
"""By code. Whoever administers reads no dossier and decides none (NĐ 61/2018 Điều 7 to 11)."""

FOR_ALL_UNITS: Final = frozenset({Act.EDIT_CATALOGUE, Act.EDIT_CALENDAR, Act.OPERATE_JOBS})
"""Acts whose effect ends at no unit: only who holds one may give it."""


def checked_acts(names: Iterable[str]) -> frozenset[Act]:
    """Return the acts of these names; refuses with `ActUnknown`."""
    acts = set()
    for name in names:
        try:
            acts.add(Act(name))
        except ValueError:
            raise ActUnknown(act=str(name)[:80]) from None
    return frozenset(acts)


def check_grant(
    acts: Iterable[Act], *, scope: Scope, held: frozenset[Act], reaches_below: bool
) -> None:
    """Refuse to let somebody give a role that goes beyond their own.

    `held` is what the giver may do somewhere, `reaches_below` whether the giver looks after the
    accounts of the unit and of every unit under it, also of those founded later. Refuses with
    `RoleBeyondYours` and `ScopeBeyondYours`.
    """
    beyond = sorted(act.value for act in FOR_ALL_UNITS.intersection(acts) - held)
    if beyond:
        raise RoleBeyondYours(acts=beyond, field="role")
    if scope is Scope.BELOW and not reaches_below:
        raise ScopeBeyondYours(field="scope")


def missing_acts(recorded: Mapping[str, Iterable[str]]) -> dict[str, frozenset[Act]]:
    """Return what the roles of an office lack of those it begins with, by code.

    A role that is not there gets all its acts. To one that is there, which the office may have
    changed, only acts are added that no role carries yet: those that a new Motcua brought.
    """
    carried = {act for acts in recorded.values() for act in acts}
    return {
        code: role.acts if code not in recorded else role.acts - carried
        for code, role in ROLES.items()
        if code not in recorded or role.acts - carried
    }
