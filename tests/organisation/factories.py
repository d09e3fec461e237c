"""Units, people and posts."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from motcua.audit.actions import SystemActor
from motcua.organisation.models import (
    Account,
    CalendarDay,
    Level,
    Post,
    Role,
    RoleAct,
    Unit,
    UnitCode,
)
from motcua.organisation.rules.acts import Scope
from motcua.organisation.rules.roles import ROLES

BEGAN = date(2019, 12, 1)
NOW = datetime(2025, 6, 16, 2, 0, tzinfo=UTC)
"""Nine in the morning of Monday 16 June 2025, in Vietnam."""

TODAY = date(2025, 6, 16)
REFORM = date(2025, 7, 1)
SYSTEM = SystemActor()


class UnitFactory(DjangoModelFactory[Unit]):
    class Meta:
        model = Unit

    name = factory.Sequence(lambda number: f"Uỷ ban nhân dân xã số {number}")
    level = Level.COMMUNE
    valid_from = BEGAN


class UnitCodeFactory(DjangoModelFactory[UnitCode]):
    class Meta:
        model = UnitCode

    unit = factory.SubFactory(UnitFactory)
    code = factory.Sequence(lambda number: f"H23.1.{number}")
    valid_from = factory.SelfAttribute("unit.valid_from")


class AccountFactory(DjangoModelFactory[Account]):
    class Meta:
        model = Account

    username = factory.Sequence(lambda number: f"canbo{number}")
    full_name = "Lê Thị Hoà"
    unit = factory.SubFactory(UnitFactory)


class RoleFactory(DjangoModelFactory[Role]):
    """A role with the acts that Motcua brings for its code."""

    class Meta:
        model = Role
        django_get_or_create = ("code",)
        skip_postgeneration_save = True

    code = "cong-chuc-mot-cua"
    name = factory.LazyAttribute(lambda role: ROLES[role.code].name)

    @factory.post_generation
    def acts(self, create, extracted):
        acts = ROLES[self.code].acts if extracted is None else extracted
        for act in sorted(acts):
            RoleAct.objects.get_or_create(role=self, act=act)


class PostFactory(DjangoModelFactory[Post]):
    class Meta:
        model = Post

    account = factory.SubFactory(AccountFactory)
    unit = factory.SelfAttribute("account.unit")
    role = factory.SubFactory(RoleFactory)
    scope = Scope.OWN.value
    valid_from = BEGAN


class CalendarDayFactory(DjangoModelFactory[CalendarDay]):
    class Meta:
        model = CalendarDay

    day = date(2025, 9, 2)
    kind = "NGHI_LE"
    name = "Quốc khánh"
    document = "BLLĐ 2019 Điều 112"
    known_from = datetime(2021, 1, 1, tzinfo=UTC)


class Province:
    """A province with two districts of two communes each, and a department."""

    def __init__(self):
        self.province = UnitFactory(name="Tỉnh Hải Dương", level=Level.PROVINCE)
        self.department = UnitFactory(
            name="Sở Tư pháp", level=Level.DEPARTMENT, parent=self.province
        )
        self.tu_ky = UnitFactory(name="Huyện Tứ Kỳ", level=Level.DISTRICT, parent=self.province)
        self.ninh_giang = UnitFactory(
            name="Huyện Ninh Giang", level=Level.DISTRICT, parent=self.province
        )
        self.dai_son = UnitFactory(name="Xã Đại Sơn", parent=self.tu_ky)
        self.ha_ky = UnitFactory(name="Xã Hà Kỳ", parent=self.tu_ky)
        self.hong_duc = UnitFactory(name="Xã Hồng Đức", parent=self.ninh_giang)
        self.van_hoi = UnitFactory(name="Xã Văn Hội", parent=self.ninh_giang)
        codes = {
            self.province: "H23",
            self.department: "H23.010",
            self.tu_ky: "H23.298",
            self.ninh_giang: "H23.299",
            self.dai_son: "H23.298.11119",
            self.ha_ky: "H23.298.11128",
            self.hong_duc: "H23.299.11206",
            self.van_hoi: "H23.299.11215",
        }
        for unit, code in codes.items():
            UnitCodeFactory(unit=unit, code=code)

    @property
    def units(self):
        return [
            self.province,
            self.department,
            self.tu_ky,
            self.ninh_giang,
            self.dai_son,
            self.ha_ky,
            self.hong_duc,
            self.van_hoi,
        ]

    def officer(self, role="quan-tri-he-thong", *, unit=None, scope=Scope.BELOW, **of_account):
        """Return a person with one post at a unit, of the province if none is named."""
        unit = unit or self.province
        account = AccountFactory(unit=unit, **of_account)
        PostFactory(account=account, unit=unit, role=RoleFactory(code=role), scope=scope.value)
        return account
