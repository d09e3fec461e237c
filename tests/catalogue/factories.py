"""Procedures and the people who keep them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from motcua.audit.actions import SystemActor
from motcua.catalogue import actions
from motcua.catalogue.rules.content import ComponentContent, StepContent, VersionContent
from motcua.catalogue.rules.digitisation import DatedScope
from motcua.catalogue.rules.terms import Channel, Scope, TimeLimit, TimeUnit
from motcua.catalogue.rules.validity import Period
from motcua.organisation.models import Account, Level, Post, Role, RoleAct, Unit
from motcua.organisation.rules.acts import Act
from motcua.organisation.rules.acts import Scope as Reach

AT = datetime(2025, 9, 10, 2, 0, tzinfo=UTC)
"""Wednesday 10/9/2025, nine in the morning in Việt Nam."""

TODAY = date(2025, 9, 10)
BIRTH = "1.001193"
CIVIL = actions.FieldNamed(code="V00-HT", name="Hộ tịch")

FORM = ComponentContent(
    name="Tờ khai đăng ký khai sinh",
    code="1.001193-01",
    scopes=(
        DatedScope(
            scope=Scope.REQUIRED,
            legal_basis="Nghị định 61/2018/NĐ-CP, Điều 17",
            valid_from=date(2023, 1, 1),
        ),
    ),
)
PROOF = ComponentContent(name="Giấy chứng sinh", code="1.001193-02", originals=1, copies=1)

CONTENT = VersionContent(
    levels=(Level.COMMUNE.value,),
    channels=(Channel.DIRECT, Channel.ONLINE),
    limit=TimeLimit(unit=TimeUnit.AT_ONCE),
    legal_basis="Luật Hộ tịch 2014",
    result_name="Giấy khai sinh",
    steps=(
        StepContent(name="Tiếp nhận", done_by="Bộ phận Một cửa", share=Decimal(20)),
        StepContent(name="Giải quyết", done_by="Công chức tư pháp", share=Decimal("67.5")),
        StepContent(name="Trả kết quả", done_by="Bộ phận Một cửa", share=Decimal("12.5")),
    ),
    components=(FORM, PROOF),
)


def content(**facts):
    return replace(CONTENT, **facts)


def procedure(code=BIRTH, *, name="Đăng ký khai sinh", field=CIVIL):
    return actions.add_procedure(code, name=name, field=field, officer=SystemActor(), at=AT)


def version(
    of=None, *, valid_from=date(2023, 1, 1), valid_to=None, said=CONTENT, officer=None, at=AT
):
    return actions.add_version(
        (of or procedure()).pk,
        period=Period(valid_from=valid_from, valid_to=valid_to),
        content=said,
        officer=officer or SystemActor(),
        at=at,
    )


def unit(name="Văn phòng HĐND và UBND"):
    return Unit.objects.create(name=name, level=Level.OFFICE, valid_from=date(2020, 1, 1))


def account(username="hoa", *, full_name="Lê Thị Hoa", acts=()):
    """Return somebody whose post carries some acts since 2020."""
    office = unit()
    person = Account.objects.create_user(
        username, email=f"{username}@example.test", full_name=full_name, unit=office
    )
    role = Role.objects.create(code=f"role-{username}", name="Vai trò")
    for act in acts:
        RoleAct.objects.create(role=role, act=act.value)
    Post.objects.create(
        account=person, unit=office, role=role, scope=Reach.OWN.value, valid_from=date(2020, 1, 1)
    )
    return person


def keeper(username="hoa"):
    """Return somebody who keeps the catalogue."""
    return account(username, acts=[Act.EDIT_CATALOGUE])
