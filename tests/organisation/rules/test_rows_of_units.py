"""Units as rows of a table say them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.organisation import errors
from motcua.organisation.models import Level
from motcua.organisation.rules.unit_rows import UnitRow, from_top_to_bottom, unit_row


def said(**cells):
    return {"code": "H23.298", "name": "Huyện Tứ Kỳ", "level": "district", **cells}


class TestReadingARow:
    def test_the_day_it_ends_is_the_last_day_in_the_table_and_the_next_one_for_us(self):
        row = unit_row(said(valid_from="2019-12-01", valid_to="2025-06-30"), number=7)
        assert (row.number, row.valid_from, row.valid_to) == (
            7,
            date(2019, 12, 1),
            date(2025, 7, 1),
        )

    def test_a_unit_of_one_day_is_one(self):
        row = unit_row(said(valid_from="30/06/2025", valid_to="30/06/2025"), number=2)
        assert row.valid_to == date(2025, 7, 1)

    def test_days_are_read_as_people_and_spreadsheets_write_them(self):
        for way in ("2025-07-01", "01/07/2025", "1/7/2025", "01.07.2025", "2025-07-01T00:00:00"):
            assert unit_row(said(valid_from=way), number=2).valid_from == date(2025, 7, 1)

    def test_days_may_be_left_out(self):
        row = unit_row(said(), number=2)
        assert (row.valid_from, row.valid_to) == (None, None)

    def test_successors_are_codes_with_spaces_or_commas_between(self):
        row = unit_row(said(successor_codes="h24.1, H24.2;H24.3 | H24.4"), number=2)
        assert row.successors == ("H24.1", "H24.2", "H24.3", "H24.4")

    @pytest.mark.parametrize(
        ("word", "level"),
        [
            ("Cấp xã", Level.COMMUNE),
            ("phường", Level.COMMUNE),
            ("thi-tran", Level.COMMUNE),
            ("Thị xã", Level.DISTRICT),
            ("huyen", Level.DISTRICT),
            ("Sở", Level.DEPARTMENT),
            ("TỈNH", Level.PROVINCE),
            ("Phòng", Level.OFFICE),
            *[(level.value, level) for level in Level],
            *[(str(level.label), level) for level in Level],
        ],
    )
    def test_levels_are_understood_in_vietnamese(self, word, level):
        assert unit_row(said(level=word), number=2).level == level

    def test_where_no_level_is_given_the_kind_tells(self):
        assert unit_row(said(level="", kind="phuong"), number=2).level == "commune"

    @pytest.mark.parametrize(
        ("cells", "refusal", "field"),
        [
            ({"code": ""}, errors.FieldMissing, "code"),
            ({"code": "298"}, errors.UnitCodeInvalid, "code"),
            ({"name": ""}, errors.FieldMissing, "name"),
            ({"level": ""}, errors.FieldMissing, "level"),
            ({"level": "làng"}, errors.LevelUnknown, "level"),
            ({"valid_from": "31/02/2025"}, errors.DayInvalid, "valid_from"),
            ({"valid_from": "0001-01-01"}, errors.DayInvalid, "valid_from"),
            ({"valid_to": "hôm qua"}, errors.DayInvalid, "valid_to"),
            (
                {"valid_from": "2025-07-01", "valid_to": "2025-06-30"},
                errors.DaysInWrongOrder,
                "valid_to",
            ),
            ({"statistical_code": "12345678901"}, errors.FieldTooLong, "statistical_code"),
        ],
    )
    def test_what_is_wrong_is_refused_with_its_column(self, cells, refusal, field):
        with pytest.raises(refusal) as refused:
            unit_row(said(**cells), number=2)
        assert refused.value.facts["field"] == field

    @given(
        st.dictionaries(
            st.sampled_from(["code", "name", "level", "kind", "valid_from", "valid_to", "parent"]),
            st.text(max_size=12),
        )
    )
    def test_any_row_is_read_or_refused(self, cells):
        try:
            row = unit_row(cells, number=2)
        except errors.Invalid as refused:
            assert refused.facts["field"]
        else:
            assert row.code
            assert row.name


def row(number, code, parent="", begins=None):
    return UnitRow(
        number=number, code=code, name=code, level="office", parent=parent, valid_from=begins
    )


class TestTheOrderOfRows:
    def test_a_unit_comes_after_the_one_above_it(self):
        rows = [row(2, "A01.1.1", "A01.1"), row(3, "A01.1", "A01"), row(4, "A01")]
        assert [each.code for each in from_top_to_bottom(rows)] == ["A01", "A01.1", "A01.1.1"]

    def test_rows_in_a_ring_come_last(self):
        rows = [row(2, "A01", "A02"), row(3, "A02", "A01"), row(4, "A03")]
        assert [each.number for each in from_top_to_bottom(rows)] == [4, 2, 3]

    @given(
        st.lists(
            st.tuples(
                st.integers(0, 6), st.integers(-1, 6), st.sampled_from([None, date(2025, 7, 1)])
            ),
            max_size=12,
        )
    )
    def test_every_row_comes_once(self, cells):
        rows = [
            row(number, f"A0{code}", f"A0{parent}" if parent >= 0 else "", begins)
            for number, (code, parent, begins) in enumerate(cells)
        ]
        assert sorted(each.number for each in from_top_to_bottom(rows)) == list(range(len(rows)))
