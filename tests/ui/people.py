"""Somebody who is signed in, with a post that carries some acts."""

from datetime import date
from itertools import count

from motcua.organisation.models import Account, Post, Role, RoleAct, Unit

BEGAN_ON = date(2025, 7, 1)
NUMBERS = count(1)


def unit(name="UBND xã Mẫu"):
    return Unit.objects.create(name=name, level="commune", valid_from=BEGAN_ON)


def officer(*acts, at=None, scope="own"):
    """Return an officer of a unit whose one post carries these acts."""
    number = next(NUMBERS)
    place = at or unit(f"UBND xã Mẫu {number}")
    account = Account.objects.create(
        username=f"can-bo-{number}", full_name=f"Lê Thị Mẫu {number}", unit=place
    )
    role = Role.objects.create(code=f"role-{number}", name=f"Vai trò {number}")
    RoleAct.objects.bulk_create(RoleAct(role=role, act=act) for act in acts)
    Post.objects.create(account=account, unit=place, role=role, scope=scope, valid_from=BEGAN_ON)
    return account


def sign_in(client, account):
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
