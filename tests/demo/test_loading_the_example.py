"""The example is loaded by the acts of the office, once, and never over anything else."""

from datetime import date, datetime

import pytest

from demo.signing_in import places_on, sign_in
from motcua.audit.models import Entry
from motcua.audit.queries import broken_places
from motcua.config.demo.errors import HoldsOthers
from motcua.config.demo.loading import Silence, load, standing
from motcua.config.demo.staff import account_of, officers
from motcua.intake.models import Dossier, Receipt, ReportedDigitisation
from motcua.intake.queries import dossiers_visible_to, due_today, my_day, overdue
from motcua.intake.rules.deadlines import VIETNAM
from motcua.intake.rules.states import DossierState
from motcua.organisation.models import Account, Level, Unit
from motcua.organisation.queries import successors_of, unit_with_code, units_on

TODAY = date(2026, 11, 25)
IN_2023 = date(2023, 3, 31)
OPEN_TO_EVERYBODY = {"Việc của tôi", "Danh mục", "Cơ cấu"}


def units(day, level):
    return units_on(day).filter(level=level).count()


def test_loading_it_again_changes_nothing(apart):
    before = Entry.objects.count(), Dossier.objects.count(), Unit.objects.count()
    assert load(at=apart, teller=Silence()) is False
    assert (Entry.objects.count(), Dossier.objects.count(), Unit.objects.count()) == before
    assert standing().loaded_on == TODAY


def test_it_never_enters_what_holds_something_else(db):
    Unit.objects.create(name="Xã có thật", level=Level.COMMUNE, valid_from=date(2020, 1, 1))
    with pytest.raises(HoldsOthers):
        load(at=datetime(2026, 11, 25, 9, tzinfo=VIETNAM), teller=Silence())
    assert Account.objects.count() == 0


def test_every_state_of_the_national_vocabulary_is_there(apart):
    assert {*Dossier.objects.values_list("state", flat=True)} == {*map(int, DossierState)}


def test_something_is_due_today_and_something_is_overdue(apart):
    officer = account_of("giamsat")
    seen = dossiers_visible_to(officer, on=TODAY)
    assert due_today(seen, at=apart).count() >= 1
    assert overdue(seen, at=apart).count() >= 1


def test_the_journal_of_the_example_is_whole(apart):
    assert list(broken_places()) == []


def test_every_book_of_the_journal_goes_by_time(apart):
    # The calendar is brought along by the program, whatever the year that is told of.
    told = Entry.objects.exclude(act="organisation.calendar.loaded")
    for book in {*told.values_list("book", flat=True)}:
        times = list(told.filter(book=book).order_by("number").values_list("at", flat=True))
        assert times == sorted(times), book


def test_codes_and_receipts_have_no_gap(apart):
    for unit in {*Receipt.objects.values_list("unit_id", flat=True)}:
        numbers = list(
            Receipt.objects.filter(unit=unit, book=2026)
            .order_by("number")
            .values_list("number", flat=True)
        )
        assert numbers == list(range(1, len(numbers) + 1))


def test_the_province_of_2023_has_its_districts_and_the_one_of_today_has_none(apart):
    assert [units(IN_2023, level) for level in (Level.DISTRICT, Level.COMMUNE)] == [12, 235]
    assert [units(TODAY, level) for level in (Level.DISTRICT, Level.COMMUNE)] == [0, 64]


def test_whoever_worked_for_the_district_sees_the_successor_do_its_work(apart):
    district = unit_with_code("H23.298", on=IN_2023)
    assert [unit.name for unit in successors_of(district, on=TODAY)] == ["Xã Tứ Kỳ"]
    carried_over = Dossier.objects.get(code="H23.298-250630-0001")
    assert carried_over in dossiers_visible_to(account_of("lanhdao.tuky"), on=TODAY)
    assert carried_over not in dossiers_visible_to(account_of("lanhdao.daison"), on=TODAY)
    assert carried_over.state == DossierState.RETURNED
    assert carried_over.settled_at.date() == date(2025, 7, 1)


def test_the_dossiers_of_2023_are_reported_and_not_proved(apart):
    past = Dossier.objects.filter(received_at__year=2023)
    assert past.count() == 60
    assert ReportedDigitisation.objects.filter(dossier__in=past).count() == 60


def test_an_officer_has_something_to_do(apart):
    waits = [my_day(account_of(f"xuly.{key}"), at=apart) for key in ("tuky", "daison", "chiminh")]
    assert sum(day.overdue + day.due_today + day.waiting_for_me for day in waits) >= 3


@pytest.mark.parametrize("officer", officers(), ids=lambda officer: officer.username)
def test_everybody_can_sign_in_and_sees_the_places_of_the_role(apart, client, officer):
    page = sign_in(client, officer.username)
    places = {
        "cong-chuc-mot-cua": ["Quầy", "Hồ sơ"],
        "cong-chuc-xu-ly": ["Hồ sơ"],
        "lanh-dao": ["Hồ sơ"],
        "van-thu": ["Hồ sơ"],
        "giam-sat": ["Hồ sơ", "Nhật ký"],
        "quan-tri-don-vi": ["Nhật ký"],
        "quan-tri-he-thong": ["Nhật ký", "Việc chạy nền"],
    }[officer.role]
    seen = [name for name in places_on(page) if name not in OPEN_TO_EVERYBODY]
    assert seen == places
