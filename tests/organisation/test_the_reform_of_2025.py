"""The first of July 2025: districts go, communes merge and split, and no figure before it moves."""

from datetime import date, timedelta

import pytest

from motcua.organisation.actions import end_unit, found_unit
from motcua.organisation.models import Level
from motcua.organisation.queries import (
    change_to,
    code_of,
    successors_of,
    unit_tree,
    units_above,
    units_on,
    units_where,
)
from motcua.organisation.rules.acts import Act
from motcua.organisation.rules.reform import Change, Founding
from organisation.factories import BEGAN, NOW, REFORM, SYSTEM, Province

pytestmark = pytest.mark.django_db
BEFORE = REFORM - timedelta(1)


class Reformed(Province):
    """Hải Dương goes into Hải Phòng: Đại Sơn and Hà Kỳ are merged into a new commune Tứ Kỳ, Hồng
    Đức is split between it and a new commune Ninh Giang, Văn Hội and the districts are abolished.
    """

    def __init__(self):
        super().__init__()
        self.tree_before = picture(BEFORE)
        self.haiphong = self._found("Thành phố Hải Phòng", level="province", code="H24")
        self.new_tu_ky = self._found("Xã Tứ Kỳ", parent=self.haiphong, code="H24.11074")
        self.new_ninh_giang = self._found("Xã Ninh Giang", parent=self.haiphong, code="H24.11206")
        self._end(self.dai_son, self.new_tu_ky)
        self._end(self.ha_ky, self.new_tu_ky)
        self._end(self.hong_duc, self.new_tu_ky, self.new_ninh_giang)
        self._end(self.van_hoi)
        self._end(self.tu_ky)
        self._end(self.ninh_giang)
        self._end(self.department, self.haiphong)
        self._end(self.province, self.haiphong)

    def _found(self, name, *, code, level="commune", parent=None):
        founding = Founding(
            name=name,
            level=level,
            valid_from=REFORM,
            parent_id=parent.pk if parent else None,
            code=code,
        )
        return found_unit(founding, by=SYSTEM, at=NOW)

    def _end(self, unit, *successors):
        end_unit(
            unit.pk,
            on=REFORM,
            successors=[successor.pk for successor in successors],
            document="Nghị quyết 1669/NQ-UBTVQH15",
            by=SYSTEM,
            at=NOW,
        )
        unit.refresh_from_db()


def picture(day):
    return [(b.unit.name, b.depth, b.code, b.below) for b in unit_tree(day)]


@pytest.fixture
def reformed():
    return Reformed()


def test_the_tree_of_the_day_before_stays_as_it_was(reformed):
    assert picture(BEFORE) == reformed.tree_before
    assert len(reformed.tree_before) == 8


def test_the_tree_of_the_day_itself_has_two_levels(reformed):
    assert picture(REFORM) == [
        ("Thành phố Hải Phòng", 0, "H24", 2),
        ("Xã Ninh Giang", 1, "H24.11206", 0),
        ("Xã Tứ Kỳ", 1, "H24.11074", 0),
    ]


def test_a_tree_is_read_in_two_queries_however_large(reformed, django_assert_num_queries):
    for day in (BEFORE, REFORM):
        with django_assert_num_queries(2):
            unit_tree(day)


def test_what_is_above_a_unit_is_read_in_two_queries(reformed, django_assert_num_queries):
    with django_assert_num_queries(2):
        above = units_above(reformed.dai_son)
    assert [unit.name for unit in above] == ["Tỉnh Hải Dương", "Huyện Tứ Kỳ"]


def test_figures_of_the_first_quarter_are_counted_over_the_units_of_the_first_quarter(reformed):
    quarter = units_on(date(2025, 3, 31))
    assert quarter.filter(level=Level.DISTRICT).count() == 2
    assert quarter.filter(level=Level.COMMUNE).count() == 4
    assert units_on(REFORM).filter(level=Level.DISTRICT).count() == 0


def test_old_codes_stay_on_old_dossiers(reformed):
    assert code_of(reformed.dai_son, on=BEFORE) == "H23.298.11119"
    assert code_of(reformed.dai_son, on=REFORM) == ""


@pytest.mark.parametrize(
    ("unit", "successors", "change"),
    [
        ("dai_son", ["Xã Tứ Kỳ"], Change.MERGED),
        ("hong_duc", ["Xã Ninh Giang", "Xã Tứ Kỳ"], Change.REARRANGED),
        ("van_hoi", [], Change.ABOLISHED),
        ("tu_ky", [], Change.ABOLISHED),
    ],
)
def test_each_unit_tells_what_became_of_it(reformed, unit, successors, change):
    old = getattr(reformed, unit)
    assert [new.name for new in successors_of(old, on=REFORM)] == successors
    assert change_to(old) is change
    assert successors_of(old, on=BEFORE) == [old]


def test_a_unit_that_no_reform_touched_has_no_change(reformed):
    assert change_to(reformed.haiphong) is None


def test_successors_are_followed_through_later_reforms(reformed):
    later = date(2027, 1, 1)
    merged = found_unit(
        Founding(
            name="Xã Tứ Kỳ Ninh Giang",
            level="commune",
            valid_from=later,
            parent_id=reformed.haiphong.pk,
        ),
        by=SYSTEM,
        at=NOW,
    )
    for unit in (reformed.new_tu_ky, reformed.new_ninh_giang):
        end_unit(unit.pk, on=later, successors=[merged.pk], document="Ví dụ", by=SYSTEM, at=NOW)
    assert successors_of(reformed.hong_duc, on=later) == [merged]
    assert [unit.name for unit in successors_of(reformed.hong_duc, on=date(2026, 12, 31))] == [
        "Xã Ninh Giang",
        "Xã Tứ Kỳ",
    ]


def test_posts_at_units_that_ended_give_no_right_from_that_day_on():
    province = Province()
    officer = province.officer("cong-chuc-mot-cua", unit=province.dai_son)
    end_unit(province.dai_son.pk, on=REFORM, document="Ví dụ", by=SYSTEM, at=NOW)
    assert units_where(officer, act=Act.RECEIVE, on=BEFORE) == {province.dai_son.pk}
    assert units_where(officer, act=Act.RECEIVE, on=REFORM) == frozenset()
    assert units_where(officer, act=Act.RECEIVE, on=BEGAN) == {province.dai_son.pk}
