"""The small piece that the tests of whole journeys begin with."""

import time
from datetime import date, datetime

from demo.conftest import NOW
from motcua.catalogue.queries import offered_on
from motcua.config.demo.people import CARD
from motcua.config.demo.small import ACCOUNTS, load_small
from motcua.config.demo.staff import account_of
from motcua.intake.actions import receive_dossier
from motcua.intake.models import Dossier
from motcua.intake.rules.chip_card import read_card
from motcua.intake.rules.requests import DossierRequest, Paper, Particulars
from motcua.organisation.models import Account, Unit


def test_it_has_three_units_six_people_and_the_procedures(small):
    assert Unit.objects.count() == 3
    assert {*Account.objects.values_list("username", flat=True)} == ACCOUNTS
    assert offered_on(small.date(), level="commune").count() >= 10
    assert Dossier.objects.count() == 0


def test_it_is_there_in_less_than_two_seconds(db):
    begin = time.process_time()
    load_small(at=NOW)
    assert time.process_time() - begin < 2


def test_a_dossier_can_be_received_at_once(small):
    officer = account_of("motcua.tuky")
    version = offered_on(small.date(), level="commune").get(procedure__code="1.004873")
    papers = [
        Paper(number=paper.number, originals=paper.originals, photocopies=paper.copies)
        for paper in version.components.all()
        if not paper.is_optional
    ]
    request = DossierRequest(
        version_id=version.pk,
        receiving_unit_id=officer.unit_id,
        applicant=Particulars.of_card(read_card(CARD)),
        papers=tuple(papers),
    )
    dossier = receive_dossier(request, officer=officer, at=small)
    assert dossier.code == "H24.11074-261125-0001"
    # Received on Wednesday; Thursday, Friday and Monday are the three working days.
    assert dossier.legal_due_at == datetime(2026, 11, 30, 17, 0, tzinfo=NOW.tzinfo)
    assert dossier.legal_due_at.date() == date(2026, 11, 30)
