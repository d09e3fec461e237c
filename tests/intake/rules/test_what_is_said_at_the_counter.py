"""People, steps and rows of tables, as they are taken for what they are."""

from datetime import date
from decimal import Decimal

import pytest

from intake.calendars import PLAIN, at
from motcua.catalogue.rules.terms import TimeLimit, TimeUnit
from motcua.intake.errors import IdentityMalformed, NameMissing, OrganisationNotBorn
from motcua.intake.rules.chip_card import read_card
from motcua.intake.rules.dossier_rows import dossier_row
from motcua.intake.rules.identity import IdentityKind
from motcua.intake.rules.people import ApplicantKind, Sex
from motcua.intake.rules.requests import Particulars
from motcua.intake.rules.steps import step_due

LINE = "030090000123|141234567|Nguyễn Văn An|02051990|Nam|Tứ Kỳ|01012021"
ROW = {
    "dossier_code": "H23.290-230206-0003",
    "procedure_code": "2.000815",
    "unit_code": "H23.290",
    "channel": "bcci",
    "received_at": "2023-02-06T14:49:00",
    "status": "4",
}


def test_a_card_fills_in_who_somebody_is():
    said = Particulars.of_card(read_card(LINE), phone="0912000111").checked()
    assert (said.full_name, said.sex, said.birth_on) == (
        "Nguyễn Văn An",
        Sex.MALE,
        date(1990, 5, 2),
    )
    assert (said.identity_number, said.old_number) == ("030090000123", "141234567")
    assert said.phone == "0912000111"


def test_a_number_is_judged_by_what_it_is():
    company = Particulars(
        full_name="Công ty  A", kind=ApplicantKind.ORGANISATION, identity_number="0100109106"
    )
    assert company.checked().identity_kind is IdentityKind.TAX_CODE
    assert company.checked().full_name == "Công ty A"
    with pytest.raises(IdentityMalformed):
        Particulars(full_name="Lê A", identity_number="12").checked()
    kept = Particulars(full_name="Lê A", identity_number="12", identity_kind=IdentityKind.OTHER)
    assert kept.checked() == kept
    unnumbered = Particulars(full_name="Lê A", identity_kind=IdentityKind.OTHER)
    assert unnumbered.checked().identity_kind is None


def test_somebody_has_a_name_and_an_organisation_no_birthday():
    with pytest.raises(NameMissing):
        Particulars(full_name=" ").checked()
    for given in ({"birth_on": date(1990, 1, 1)}, {"sex": Sex.MALE}):
        with pytest.raises(OrganisationNotBorn):
            Particulars(full_name="Công ty A", kind=ApplicantKind.ORGANISATION, **given).checked()


def test_the_same_particulars_have_the_same_fingerprint():
    one, other = Particulars(full_name="Lê A"), Particulars(full_name="Lê A", phone="1")
    assert one.fingerprint() == Particulars(full_name="Lê A").fingerprint()
    assert one.fingerprint() != other.fingerprint()


@pytest.mark.parametrize(
    ("unit", "amount", "share", "expected"),
    [
        # Half of two days of eight hours: eight hours from Monday 9:00.
        (TimeUnit.WORKING_DAY, 2, Decimal(50), "2026-03-03 09:00"),
        # A third of eight hours is 2.64 hours and counts as three.
        (TimeUnit.WORKING_HOUR, 8, Decimal(33), "2026-03-02 14:00"),
        # Never later than the dossier, and with it where there is no share or no office time.
        (TimeUnit.WORKING_DAY, 20, Decimal(100), "2026-03-09 17:00"),
        (TimeUnit.WORKING_DAY, 2, None, "2026-03-09 17:00"),
        (TimeUnit.DAY, 2, Decimal(50), "2026-03-09 17:00"),
        (TimeUnit.AT_ONCE, 0, Decimal(50), "2026-03-09 17:00"),
    ],
)
def test_a_step_is_due_after_its_share_of_the_time(unit, amount, share, expected):
    due = step_due(
        limit=TimeLimit(unit=unit, amount=amount),
        share=share,
        given_at=at("2026-03-02 09:00"),
        due_at=at("2026-03-09 17:00"),
        calendar=PLAIN,
    )
    assert due == at(expected)


def test_a_row_without_counts_reports_nothing_and_keeps_an_odd_number_as_told():
    row = dossier_row({**ROW, "owner_name": "Lê A", "owner_number": "12"}, number=2)
    assert row.reported is None
    assert row.told.owner.identity_kind is IdentityKind.OTHER
    assert dossier_row(ROW, number=2).told.owner.full_name == "Không nêu"
