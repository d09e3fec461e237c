"""Founding, ending, merging and splitting, as decisions."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.organisation import errors
from motcua.organisation.models import Level
from motcua.organisation.rules.reform import (
    STANDS_UNDER,
    Change,
    Founding,
    Life,
    change_of,
    check_ending,
    check_successors,
    checked_founding,
)
from motcua.organisation.rules.spans import Span, checked_span

BEGAN = date(2019, 12, 1)
REFORM = date(2025, 7, 1)
DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))


@st.composite
def spans(draw):
    begins = draw(DAYS)
    length = draw(st.none() | st.integers(1, 3000))
    return Span(valid_from=begins, valid_to=begins + timedelta(length) if length else None)


def life(name="Xã Đại Sơn", *, level="commune", begins=BEGAN, ends=None):
    return Life(name=name, level=level, span=Span(valid_from=begins, valid_to=ends))


def founding(**changes):
    return Founding(**{"name": "Xã Tứ Kỳ", "level": "commune", "valid_from": REFORM, **changes})


class TestSpans:
    def test_the_last_day_is_the_one_before_the_end(self):
        span = Span(valid_from=BEGAN, valid_to=REFORM)
        assert span.holds_on(date(2025, 6, 30))
        assert not span.holds_on(REFORM)
        assert not span.holds_on(date(2019, 11, 30))

    def test_spans_that_follow_each_other_do_not_meet(self):
        assert not Span(valid_from=BEGAN, valid_to=REFORM).meets(Span(valid_from=REFORM))

    def test_what_ends_on_the_day_it_begins_never_was(self):
        with pytest.raises(errors.DaysInWrongOrder):
            checked_span(REFORM, REFORM)

    @given(spans(), spans(), DAYS)
    def test_two_spans_with_a_day_in_common_meet(self, one, other, day):
        if one.holds_on(day) and other.holds_on(day):
            assert one.meets(other)
        assert one.meets(other) == other.meets(one)

    @given(spans(), spans())
    def test_spans_that_meet_share_the_later_of_their_first_days(self, one, other):
        later = max(one.valid_from, other.valid_from)
        assert one.meets(other) == (one.holds_on(later) and other.holds_on(later))

    @given(spans(), spans())
    def test_of_two_spans_at_most_one_outlasts_the_other(self, one, other):
        assert not (one.outlasts(other) and other.outlasts(one))


class TestFounding:
    def test_every_level_has_its_places(self):
        assert set(STANDS_UNDER) == set(Level.values)
        for places in STANDS_UNDER.values():
            assert places <= set(Level.values)

    def test_a_commune_stands_under_a_province_since_the_reform(self):
        province = life("Thành phố Hải Phòng", level="province")
        assert checked_founding(founding(), parent=province).name == "Xã Tứ Kỳ"

    def test_a_unit_may_stand_alone(self):
        assert checked_founding(founding(), parent=None) == founding()

    def test_texts_are_kept_composed_and_codes_in_capitals(self):
        said = founding(name="  Xã   Tứ Kỳ ", code="h24.11074", document=" 1669/NQ-UBTVQH15 ")
        kept = checked_founding(said, parent=None)
        assert (kept.name, kept.code) == ("Xã Tứ Kỳ", "H24.11074")
        assert kept.document == "1669/NQ-UBTVQH15"

    @pytest.mark.parametrize(
        ("changes", "parent", "refusal"),
        [
            ({"name": "  "}, None, errors.FieldMissing),
            ({"name": "x" * 201}, None, errors.FieldTooLong),
            ({"level": "ward"}, None, errors.LevelUnknown),
            ({"code": "11074"}, None, errors.UnitCodeInvalid),
            ({"valid_to": REFORM}, None, errors.DaysInWrongOrder),
            ({"level": "province"}, life(level="province"), errors.LevelMisplaced),
            ({"level": "district"}, life(level="commune"), errors.LevelMisplaced),
            ({}, life(level="district", begins=date(2025, 7, 2)), errors.ParentNotThere),
            ({}, life(level="district", ends=REFORM), errors.ParentNotThere),
            ({}, life(level="district", ends=date(2026, 1, 1)), errors.OutlivesParent),
        ],
    )
    def test_what_cannot_be_is_refused(self, changes, parent, refusal):
        with pytest.raises(refusal) as refused:
            checked_founding(founding(**changes), parent=parent)
        assert refused.value.facts["field"]

    def test_a_unit_that_ends_with_the_unit_above_does_not_outlive_it(self):
        parent = life(level="district", ends=date(2026, 1, 1))
        kept = checked_founding(founding(valid_to=date(2026, 1, 1)), parent=parent)
        assert kept.valid_to == date(2026, 1, 1)


class TestEnding:
    def ends(self, unit=None, *, on=REFORM, below=(), successors=None):
        return check_ending(
            unit or life(), on=on, below=below, successors=successors or {}, own_id=1
        )

    def test_a_commune_may_end_without_a_successor(self):
        self.ends()

    def test_a_commune_may_end_with_successors_that_begin_that_day(self):
        self.ends(successors={2: life(begins=REFORM), 3: life()})

    def test_units_below_must_have_ended_by_then(self):
        district = life("Huyện Tứ Kỳ", level="district")
        self.ends(district, below=[life(ends=REFORM)])
        with pytest.raises(errors.UnitsBelowGoOn) as refused:
            self.ends(district, below=[life("Xã B"), life("Xã A"), life(ends=REFORM)])
        assert refused.value.facts["below"] == "Xã A, Xã B"

    @pytest.mark.parametrize(
        ("unit", "on", "successors", "refusal"),
        [
            (life(ends=date(2030, 1, 1)), REFORM, {}, errors.UnitEndedAlready),
            (life(), BEGAN, {}, errors.UnitNotThere),
            (life(), REFORM, {1: life()}, errors.SucceedsItself),
            (life(), REFORM, {2: life(begins=date(2025, 7, 2))}, errors.SuccessorNotThere),
            (life(), REFORM, {2: life(ends=REFORM)}, errors.SuccessorNotThere),
        ],
    )
    def test_what_cannot_be_is_refused(self, unit, on, successors, refusal):
        with pytest.raises(refusal):
            self.ends(unit, on=on, successors=successors)

    def test_successors_can_be_named_afterwards_under_the_same_rules(self):
        check_successors({2: life(begins=REFORM)}, on=REFORM, own_id=1, own_name="Xã A")
        with pytest.raises(errors.SucceedsItself):
            check_successors({1: life()}, on=REFORM, own_id=1, own_name="Xã A")


class TestWhatBecameOfAUnit:
    @pytest.mark.parametrize(
        ("successors", "taken_in", "change"),
        [
            ([], {}, Change.ABOLISHED),
            ([9], {9: [1]}, Change.CONTINUED),
            ([9], {9: [1, 2, 3]}, Change.MERGED),
            ([8, 9], {8: [1], 9: [1]}, Change.SPLIT),
            ([8, 9], {8: [1], 9: [1, 2]}, Change.REARRANGED),
        ],
    )
    def test_each_change_has_its_name(self, successors, taken_in, change):
        assert change_of(successors=successors, taken_in=taken_in) is change

    @given(st.lists(st.integers(2, 6), unique=True, max_size=4), st.data())
    def test_a_unit_without_successor_and_no_other_was_abolished(self, successors, data):
        taken_in = {
            unit: [1, *data.draw(st.lists(st.integers(10, 14), max_size=2))] for unit in successors
        }
        change = change_of(successors=successors, taken_in=taken_in)
        assert (change is Change.ABOLISHED) == (not successors)
        if len(successors) > 1:
            assert change in {Change.SPLIT, Change.REARRANGED}
