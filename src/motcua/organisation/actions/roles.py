"""Which acts a role carries."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from motcua.audit.actions import SystemActor, record
from motcua.audit.ports import Actor
from motcua.kernel.errors import NotAllowed
from motcua.organisation.errors import OwnKeys
from motcua.organisation.models import Account, Role, RoleAct
from motcua.organisation.queries import acts_of, is_over_roots
from motcua.organisation.rules.acts import Act, Scope
from motcua.organisation.rules.roles import ROLES, check_grant, checked_acts, missing_acts
from motcua.organisation.rules.texts import required


@transaction.atomic
def set_role(code: str, *, name: str, acts: Iterable[str], by: Actor, at: datetime) -> Role:
    """Say what a role is called and which acts it carries, for all who hold it, from now on.

    Allowed to who manages accounts at and under a unit with none above it. Refuses with
    `NotAllowed`, `ActUnknown`, `FieldMissing`, `RoleBeyondYours` for an act that is added and that
    only who holds it may give, and `OwnKeys`.
    """
    on = localdate(at)
    if isinstance(by, Account) and not is_over_roots(by, act=Act.MANAGE_ACCOUNTS, on=on):
        raise NotAllowed(act=Act.MANAGE_ACCOUNTS.value)
    wanted = checked_acts(acts)
    code = required(code, field="role", limit=40)
    role, is_new = Role.objects.select_for_update().get_or_create(code=code)
    before = frozenset(role.acts.values_list("act", flat=True))
    added = {act for act in wanted if act.value not in before}
    if isinstance(by, Account):
        check_grant(added, scope=Scope.OWN, held=acts_of(by, on=on), reaches_below=True)
        _check_own_keys(role, taken=before - {act.value for act in wanted}, by=by)
    role.name = required(name, field="name", limit=100)
    role.save(update_fields=["name"])
    role.acts.exclude(act__in=[act.value for act in wanted]).delete()
    RoleAct.objects.bulk_create(RoleAct(role=role, act=act.value) for act in sorted(added))
    facts = {
        "name": role.name,
        "added": sorted(act.value for act in added),
        "taken": sorted(before - {act.value for act in wanted}),
        "is_new": is_new,
    }
    record(act="organisation.role.set", by=by, about=role, at=at, facts=facts)
    return role


@transaction.atomic
def load_roles(*, at: datetime) -> int:
    """Record the roles that an office begins with, and the acts that a new Motcua brought.

    What the office has changed stays changed; twice is once. Returns how many roles were written
    to.
    """
    recorded = {role.code: [act.act for act in role.acts.all()] for role in _locked_roles()}
    missing = missing_acts(recorded)
    for code, acts in missing.items():
        kept = recorded.get(code, [])
        set_role(
            code,
            name=_name_of(code),
            acts=[*kept, *(act.value for act in acts)],
            by=SystemActor(),
            at=at,
        )
    return len(missing)


def _check_own_keys(role: Role, *, taken: frozenset[str], by: Account) -> None:
    if Act.MANAGE_ACCOUNTS in taken and by.posts.filter(role=role).exists():
        raise OwnKeys(field="acts")


def _locked_roles() -> list[Role]:
    return list(Role.objects.select_for_update().prefetch_related("acts"))


def _name_of(code: str) -> str:
    role = Role.objects.filter(code=code).first()
    return role.name if role else ROLES[code].name
