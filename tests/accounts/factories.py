"""Units and the people in them."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from motcua.organisation.models import Account, Level, Post, Role, RoleAct, Unit

PHRASE = "bàn ghế sông trăng"


class UnitFactory(DjangoModelFactory):
    class Meta:
        model = Unit

    name = factory.Sequence(lambda number: f"Uỷ ban nhân dân xã {number}")
    level = Level.COMMUNE
    valid_from = date(2020, 1, 1)


class AccountFactory(DjangoModelFactory):
    class Meta:
        model = Account
        skip_postgeneration_save = True

    username = factory.Sequence(lambda number: f"canbo{number}")
    full_name = "Lê Thị Hoà"
    unit = factory.SubFactory(UnitFactory)
    password = factory.django.Password(PHRASE)


class RoleFactory(DjangoModelFactory):
    class Meta:
        model = Role

    code = factory.Sequence(lambda number: f"vai-tro-{number}")
    name = "Công chức một cửa"


class PostFactory(DjangoModelFactory):
    class Meta:
        model = Post
        skip_postgeneration_save = True

    account = factory.SubFactory(AccountFactory)
    unit = factory.SelfAttribute("account.unit")
    role = factory.SubFactory(RoleFactory)
    valid_from = date(2020, 1, 1)

    @factory.post_generation
    def acts(self, create, names):
        for act in names or ():
            RoleAct.objects.create(role=self.role, act=act)
