"""The rows that tests of intake stand on. All people are made up."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from motcua.catalogue.models import Field, Procedure, ProcedureVersion, RequiredComponent
from motcua.intake.models import CounterMode
from motcua.organisation.models import Account, Post, Role, RoleAct, Unit, UnitCode

LONG_AGO = date(2018, 1, 1)


class UnitFactory(DjangoModelFactory):
    class Meta:
        model = Unit

    name = factory.Sequence(lambda number: f"Xã Số {number}")
    level = "commune"
    valid_from = LONG_AGO


class UnitCodeFactory(DjangoModelFactory):
    class Meta:
        model = UnitCode

    unit = factory.SubFactory(UnitFactory)
    code = factory.Sequence(lambda number: f"H23.288.{number:05d}")
    valid_from = LONG_AGO


class AccountFactory(DjangoModelFactory):
    class Meta:
        model = Account

    username = factory.Sequence(lambda number: f"canbo{number}")
    full_name = factory.Sequence(lambda number: f"Cán Bộ {number}")
    unit = factory.SubFactory(UnitFactory)


class RoleFactory(DjangoModelFactory):
    class Meta:
        model = Role
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda number: f"role-{number}")
    name = factory.SelfAttribute("code")


class PostFactory(DjangoModelFactory):
    class Meta:
        model = Post

    account = factory.SubFactory(AccountFactory)
    unit = factory.SelfAttribute("account.unit")
    role = factory.SubFactory(RoleFactory)
    valid_from = LONG_AGO


class FieldFactory(DjangoModelFactory):
    class Meta:
        model = Field
        django_get_or_create = ("code",)

    code = "G15-HT"
    name = "Hộ tịch"


class ProcedureFactory(DjangoModelFactory):
    class Meta:
        model = Procedure

    code = factory.Sequence(lambda number: f"1.{number:06d}")
    name = "Đăng ký khai sinh"
    field = factory.SubFactory(FieldFactory)


class VersionFactory(DjangoModelFactory):
    class Meta:
        model = ProcedureVersion

    procedure = factory.SubFactory(ProcedureFactory)
    valid_from = LONG_AGO
    levels = ["commune"]
    channels = ["direct", "online", "post"]
    time_unit = "working_day"
    time_amount = 5
    legal_basis = "Luật Hộ tịch 60/2014/QH13"


class ComponentFactory(DjangoModelFactory):
    class Meta:
        model = RequiredComponent

    version = factory.SubFactory(VersionFactory)
    number = 1
    name = "Giấy chứng sinh"


class CounterModeFactory(DjangoModelFactory):
    class Meta:
        model = CounterMode

    unit = factory.SubFactory(UnitFactory)
    mode = "own"
    document = "Quyết định 01/QĐ-UBND"
    valid_from = LONG_AGO


def account_with(*acts, unit, scope="own", **given):
    """Return somebody whose post at a unit carries some acts."""
    account = AccountFactory(unit=unit, **given)
    role = RoleFactory()
    RoleAct.objects.bulk_create(RoleAct(role=role, act=act.value) for act in acts)
    PostFactory(account=account, unit=unit, role=role, scope=scope)
    return account
