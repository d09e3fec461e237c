"""Founding units, ending them, giving them codes."""

from datetime import date, timedelta

import pytest

from motcua.audit.models import Entry
from motcua.audit.queries import broken_places
from motcua.foundation.events import announced
from motcua.kernel.errors import NotAllowed, NotFound
from motcua.organisation import errors
from motcua.organisation.actions import add_successors, end_unit, found_unit, give_code
from motcua.organisation.events import UnitEnded, UnitFounded
from motcua.organisation.models import Level, Succession, Unit, UnitCode
from motcua.organisation.queries import books_named, code_of, unit_with_code
from motcua.organisation.rules.acts import Scope
from motcua.organisation.rules.reform import Founding
from organisation.factories import (
    BEGAN,
    NOW,
    REFORM,
    SYSTEM,
    TODAY,
    PostFactory,
    Province,
    UnitFactory,
)

pytestmark = pytest.mark.django_db
PAPER = "1669/NQ-UBTVQH15 ngày 16/06/2025"


@pytest.fixture
def province():
    return Province()


@pytest.fixture
def heard():
    told = []

    def listen(event, **_):
        told.append(event)

    announced.connect(listen)
    yield told
    announced.disconnect(listen)


def founding(**changes):
    said = {"name": "Xã Tứ Kỳ", "level": "commune", "valid_from": REFORM, "document": PAPER}
    return Founding(**{**said, **changes})


class TestFounding:
    def test_who_edits_the_organisation_of_a_province_founds_a_commune_in_it(self, province, heard):
        officer = province.officer()
        said = founding(parent_id=province.province.pk, code="H24.11074")
        unit = found_unit(said, by=officer, at=NOW)
        assert (unit.parent, unit.valid_from, unit.founded_by) == (
            province.province,
            REFORM,
            PAPER,
        )
        assert code_of(unit, on=REFORM) == "H24.11074"
        assert code_of(unit, on=REFORM - timedelta(1)) == ""
        assert heard == [UnitFounded(unit_id=unit.pk)]

    def test_it_is_in_the_journal_of_the_officers_unit(self, province):
        officer = province.officer(full_name="Nguyễn Thị Ánh", username="anh")
        unit = found_unit(founding(parent_id=province.province.pk), by=officer, at=NOW)
        entry = Entry.objects.get()
        assert entry.book == f"unit:{province.province.pk}"
        assert (entry.act, entry.about) == (
            "organisation.unit.founded",
            f"organisation.unit:{unit.pk}",
        )
        assert entry.by_name == "Nguyễn Thị Ánh (anh)"
        assert entry.facts["parent"] == "Tỉnh Hải Dương"
        assert list(broken_places()) == []

    def test_the_administrator_of_a_district_founds_under_it_and_not_beside_it(self, province):
        officer = province.officer("quan-tri-don-vi", unit=province.tu_ky)
        assert found_unit(founding(parent_id=province.tu_ky.pk), by=officer, at=NOW)
        with pytest.raises(NotFound):
            found_unit(founding(parent_id=province.ninh_giang.pk), by=officer, at=NOW)
        with pytest.raises(NotAllowed):
            found_unit(founding(), by=officer, at=NOW)

    def test_who_is_over_the_whole_province_founds_the_next_one(self, province):
        officer = province.officer()
        haiphong = founding(name="Thành phố Hải Phòng", level="province", code="H24")
        assert found_unit(haiphong, by=officer, at=NOW).parent is None

    def test_who_is_over_one_of_two_provinces_founds_no_third(self, province):
        officer = province.officer()
        other = UnitFactory(name="Tỉnh Thái Bình", level=Level.PROVINCE)
        province.officer(unit=other)
        with pytest.raises(NotAllowed):
            found_unit(founding(level="province"), by=officer, at=NOW)
        with pytest.raises(NotFound):
            found_unit(founding(parent_id=other.pk), by=officer, at=NOW)

    def test_who_has_no_such_post_founds_nothing(self, province):
        officer = province.officer("lanh-dao")
        with pytest.raises(NotFound):
            found_unit(founding(parent_id=province.province.pk), by=officer, at=NOW)
        assert Unit.objects.count() == len(province.units)

    def test_the_system_itself_founds_the_first_unit(self):
        unit = found_unit(founding(), by=SYSTEM, at=NOW)
        assert Entry.objects.get().book == "system"
        assert unit.parent is None

    def test_a_code_that_another_unit_has_then_is_refused(self, province):
        said = founding(parent_id=province.tu_ky.pk, code="H23.298.11119")
        with pytest.raises(errors.CodeTaken) as refused:
            found_unit(said, by=SYSTEM, at=NOW)
        assert refused.value.facts["unit"] == "Xã Đại Sơn"
        assert Unit.objects.count() == len(province.units)
        assert not Entry.objects.exists()

    def test_a_code_is_free_for_the_days_before_and_after(self, province):
        end_unit(province.dai_son.pk, on=REFORM, document=PAPER, by=SYSTEM, at=NOW)
        again = found_unit(
            founding(parent_id=province.tu_ky.pk, code="H23.298.11119"), by=SYSTEM, at=NOW
        )
        assert unit_with_code("H23.298.11119", on=REFORM) == again
        assert unit_with_code("H23.298.11119", on=REFORM - timedelta(1)) == province.dai_son


class TestEnding:
    def test_the_end_ends_codes_and_posts_and_names_who_carries_on(self, province, heard):
        officer = province.officer()
        clerk = province.officer("cong-chuc-mot-cua", unit=province.dai_son, scope=Scope.OWN)
        end_unit(
            province.dai_son.pk,
            on=REFORM,
            successors=[province.ha_ky.pk],
            document=PAPER,
            by=officer,
            at=NOW,
        )
        unit = Unit.objects.get(pk=province.dai_son.pk)
        assert (unit.valid_to, unit.ended_by) == (REFORM, PAPER)
        assert clerk.posts.get().valid_to == REFORM
        assert unit.codes.get().valid_to == REFORM
        succession = Succession.objects.get()
        assert (succession.predecessor, succession.successor, succession.on) == (
            unit,
            province.ha_ky,
            REFORM,
        )
        assert heard == [UnitEnded(unit_id=unit.pk)]
        facts = Entry.objects.get().facts
        assert (facts["posts"], facts["successors"]) == (1, ["Xã Hà Kỳ"])

    def test_no_unit_ends_itself(self, province):
        officer = province.officer("quan-tri-don-vi", unit=province.tu_ky)
        with pytest.raises(NotFound):
            end_unit(province.tu_ky.pk, on=REFORM, document=PAPER, by=officer, at=NOW)
        end_unit(province.dai_son.pk, on=REFORM, document=PAPER, by=officer, at=NOW)

    def test_an_end_without_a_document_is_refused(self, province):
        with pytest.raises(errors.FieldMissing):
            end_unit(province.dai_son.pk, on=REFORM, document=" ", by=SYSTEM, at=NOW)

    def test_a_district_ends_after_its_communes(self, province):
        def end(unit):
            end_unit(unit.pk, on=REFORM, document=PAPER, by=SYSTEM, at=NOW)

        with pytest.raises(errors.UnitsBelowGoOn) as refused:
            end(province.tu_ky)
        assert refused.value.facts["below"] == "Xã Đại Sơn, Xã Hà Kỳ"
        for unit in (province.dai_son, province.ha_ky, province.tu_ky):
            end(unit)

    def test_a_post_that_begins_later_is_not_ended_before_it_began(self, province):
        PostFactory(
            account=province.officer("lanh-dao", unit=province.dai_son),
            unit=province.dai_son,
            valid_from=date(2025, 8, 1),
        )
        with pytest.raises(errors.BeginsLater) as refused:
            end_unit(province.dai_son.pk, on=REFORM, document=PAPER, by=SYSTEM, at=NOW)
        assert refused.value.facts["what"] == "post"

    def test_a_code_that_begins_later_is_not_ended_before_it_began(self, province):
        give_code(
            province.dai_son.pk,
            code="H23.1",
            valid_from=date(2025, 8, 1),
            document=PAPER,
            by=SYSTEM,
            at=NOW,
        )
        with pytest.raises(errors.BeginsLater) as refused:
            end_unit(province.dai_son.pk, on=REFORM, document=PAPER, by=SYSTEM, at=NOW)
        assert refused.value.facts["what"] == "code"

    def test_a_successor_that_there_is_not_is_not_found(self, province):
        with pytest.raises(NotFound):
            end_unit(
                province.dai_son.pk,
                on=REFORM,
                successors=[10**9],
                document=PAPER,
                by=SYSTEM,
                at=NOW,
            )
        assert Unit.objects.get(pk=province.dai_son.pk).valid_to is None

    def test_an_end_is_decided_once(self, province):
        end_unit(province.dai_son.pk, on=REFORM, document=PAPER, by=SYSTEM, at=NOW)
        with pytest.raises(errors.UnitEndedAlready):
            end_unit(province.dai_son.pk, on=TODAY, document=PAPER, by=SYSTEM, at=NOW)

    def test_successors_can_be_named_later_and_twice_is_once(self, province):
        said = {"document": PAPER, "by": SYSTEM, "at": NOW}
        with pytest.raises(errors.UnitGoesOn):
            add_successors(province.dai_son.pk, successors=[province.ha_ky.pk], **said)
        end_unit(province.dai_son.pk, on=REFORM, **said)
        assert add_successors(province.dai_son.pk, successors=[province.ha_ky.pk], **said) == 1
        assert add_successors(province.dai_son.pk, successors=[province.ha_ky.pk], **said) == 0
        acts = Entry.objects.order_by("number").values_list("act", flat=True)
        assert list(acts) == ["organisation.unit.ended", "organisation.unit.succeeded"]


class TestGivingACode:
    def give(self, unit, **changes):
        said = {"code": "H24.11074", "valid_from": REFORM, "document": PAPER, "by": SYSTEM}
        return give_code(unit.pk, **{**said, "at": NOW, **changes})

    def test_the_old_code_stays_for_the_days_before(self, province):
        self.give(province.tu_ky)
        assert code_of(province.tu_ky, on=REFORM - timedelta(1)) == "H23.298"
        assert code_of(province.tu_ky, on=REFORM) == "H24.11074"
        assert unit_with_code("H23.298", on=REFORM) is None
        facts = Entry.objects.get().facts
        assert (facts["before"], facts["unit_code"]) == ("H23.298", "H24.11074")

    def test_a_code_for_the_day_another_begins_is_refused(self, province):
        with pytest.raises(errors.CodeGivenLater):
            self.give(province.tu_ky, valid_from=BEGAN)

    def test_a_code_of_another_unit_in_some_of_those_days_is_refused(self, province):
        with pytest.raises(errors.CodeTaken):
            self.give(province.tu_ky, code="H23.299")

    def test_a_day_on_which_the_unit_is_not_is_refused(self, province):
        with pytest.raises(errors.UnitNotThere):
            self.give(province.tu_ky, valid_from=BEGAN - timedelta(1))

    def test_only_who_decides_about_the_unit_gives_it_a_code(self, province):
        with pytest.raises(NotFound):
            self.give(province.tu_ky, by=province.officer("quan-tri-don-vi", unit=province.tu_ky))
        assert self.give(province.tu_ky, by=province.officer())
        assert UnitCode.objects.filter(unit=province.tu_ky).count() == 2


def test_books_of_the_journal_bear_the_names_of_their_units(province):
    books = {f"unit:{province.tu_ky.pk}", "system", "unit:999999999", "unit:x"}
    assert books_named(books) == {f"unit:{province.tu_ky.pk}": "Huyện Tứ Kỳ"}


def test_a_menu_offers_what_some_post_of_today_carries(province):
    clerk = province.officer("cong-chuc-mot-cua", unit=province.dai_son)
    assert clerk.has_perm("intake.receive")
    assert not clerk.has_perm("intake.settle")
    clerk.posts.update(valid_to=BEGAN + timedelta(1))
    assert not clerk.has_perm("intake.receive")
    clerk.is_active = False
    assert not clerk.has_perm("intake.receive")
