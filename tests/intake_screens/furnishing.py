"""Furnishes an installation for the journeys of the counter; all people are made up."""

from dataclasses import replace
from datetime import timedelta

from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.utils import timezone

from accounts.factories import PHRASE
from intake.factories import (
    ComponentFactory,
    CounterModeFactory,
    ProcedureFactory,
    UnitCodeFactory,
    UnitFactory,
    VersionFactory,
    account_with,
)
from intake.office import BINH, RESULT, Office
from motcua.intake import actions
from motcua.intake.rules.requests import HandOver, Paper, SupplementSlip
from motcua.organisation.models import Account
from motcua.organisation.rules.acts import Act

NAMES = (
    *("Phạm Minh Tuấn", "Vũ Thị Lan", "Đỗ Quốc Việt", "Hoàng Thị Thuỷ", "Bùi Văn Long"),
    *("Ngô Thị Hạnh", "Đặng Văn Sơn", "Lý Thị Mai"),
)


def furnish(name="own"):
    """Make the tables, an office with its people, and dossiers at every point of their life."""
    call_command("migrate", verbosity=0, interactive=False)
    office = Office()
    offer_procedures()
    at_beside(office)
    live(office)
    Account.objects.update(password=make_password(PHRASE))
    return name


def offer_procedures():
    """Offer what a commune is asked for most."""
    marriage = VersionFactory(
        procedure=ProcedureFactory(code="1.000894", name="Đăng ký kết hôn"),
        time_unit="at_once",
        time_amount=0,
        result_name="Giấy chứng nhận kết hôn",
    )
    ComponentFactory(version=marriage, number=1, name="Tờ khai đăng ký kết hôn")
    ComponentFactory(
        version=marriage, number=2, name="Giấy xác nhận tình trạng hôn nhân", is_optional=True
    )
    single = VersionFactory(
        procedure=ProcedureFactory(code="1.004873", name="Cấp Giấy xác nhận tình trạng hôn nhân"),
        time_amount=3,
        fee=15000,
        result_name="Giấy xác nhận tình trạng hôn nhân",
    )
    ComponentFactory(version=single, number=1, name="Tờ khai cấp Giấy xác nhận")
    ComponentFactory(
        version=single, number=2, name="Trích lục ghi chú ly hôn", copies=1, is_optional=True
    )


def at_beside(office):
    """Let another commune stand beside the provincial system."""
    beside = UnitFactory(name="Xã Ngọc Kỳ", parent=office.province)
    UnitCodeFactory(unit=beside, code="H23.288.10520")
    CounterModeFactory(unit=beside, mode="beside", system="Hệ thống một cửa tỉnh")
    account_with(
        Act.RECEIVE, Act.READ_DOSSIERS, unit=beside, full_name="Trịnh Văn Bên", username="ben"
    )


def live(office):
    """Bring dossiers to different points of their life in the days before today."""
    now = timezone.now()
    for number, full_name in enumerate(NAMES):
        person = replace(
            BINH, full_name=full_name, identity_number="", phone=f"09120002{number:02d}"
        )
        moment = now - timedelta(days=12 - number, hours=1)
        dossier = office.in_settlement(moment, applicant=person)
        turn(office, dossier, number, moment + timedelta(hours=20))


def turn(office, dossier, number, at):
    """Let a dossier go on as its number says."""
    if number == 1:
        asked(office, dossier, at)
        papers = [Paper(number=1, originals=1)]
        actions.take_supplement(
            dossier_id=dossier.pk,
            papers=papers,
            officer=office.official,
            at=at + timedelta(days=3),
        )
    elif number == 2:
        asked(office, dossier, at)
    elif number == 3:
        actions.settle_dossier(
            dossier_id=dossier.pk, results=[RESULT], officer=office.leader, at=at
        )
    elif number in {5, 6}:
        actions.take_over(dossier_id=dossier.pk, officer=office.official, at=at)
    elif number == 7:
        to = HandOver(unit_id=office.section.pk, note="Hồ sơ cần xác minh nơi cư trú")
        actions.hand_over(dossier_id=dossier.pk, to=to, officer=office.official, at=at)


def asked(office, dossier, at):
    slip = SupplementSlip(content="Giấy chứng sinh thiếu dấu của bệnh viện.", missing=(1,))
    actions.ask_supplement(dossier_id=dossier.pk, slip=slip, officer=office.official, at=at)
