"""Furnishes an installation for the journeys, in a process that Django was set up in."""

from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import call_command

from accounts.factories import AccountFactory, PostFactory, RoleFactory, UnitFactory
from journeys.web.cast import CAST
from motcua.organisation.models import Account


def furnish():
    """Make the tables and let the people of the journeys in."""
    call_command("migrate", verbosity=0, interactive=False)
    unit = UnitFactory(name="Uỷ ban nhân dân xã Đại Sơn")
    roles = {}
    for person in CAST:
        account = AccountFactory(
            username=person.username,
            full_name=person.full_name,
            unit=unit,
            must_change_password=person.must_change_password,
        )
        is_new = person.acts not in roles
        role = roles.setdefault(person.acts, None) or RoleFactory(code=f"vai-tro-{len(roles)}")
        roles[person.acts] = role
        PostFactory(account=account, role=role, acts=person.acts if is_new else ())


def give_app(username, secret):
    """Set up the app of somebody whose journey is about something else."""
    TOTP.activate(Account.objects.get(username=username), secret)
