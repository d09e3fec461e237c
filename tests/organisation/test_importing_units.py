"""Taking units over from tables."""

import io
from datetime import date, timedelta

import pytest
from openpyxl import Workbook

from motcua.audit.models import Entry
from motcua.foundation.errors import HeadingWrong, NotATable
from motcua.organisation import errors
from motcua.organisation.importing import import_file, import_table
from motcua.organisation.models import Level, Succession, Unit
from motcua.organisation.queries import change_to, successors_of, unit_tree, unit_with_code
from motcua.organisation.rules.reform import Change
from motcua.organisation.sentences import REASONS
from organisation.factories import NOW, REFORM, SYSTEM, TODAY, Province

pytestmark = pytest.mark.django_db

OF_2023 = """\
code,statistical_code,name,kind,level,parent,valid_from,valid_to
H23.298.11119,11119,Xã Đại Sơn,xa,commune,H23.298,2019-12-01,2025-06-30
H23.298.11128,11128,Xã Hà Kỳ,xa,commune,H23.298,2019-12-01,2025-06-30
H23.298,298,Huyện Tứ Kỳ,huyen,district,H23,2019-12-01,2025-06-30
H23,30,Tỉnh Hải Dương,tinh,province,,1997-01-01,2025-06-30
"""
STANDING = OF_2023.replace(",2025-06-30", ",")
REFORMED = """\
code;name;level;parent;valid_from;valid_to;document;successor_codes
H23;Tỉnh Hải Dương;province;;1997-01-01;2025-06-30;NQ 202/2025/QH15;H24
H23.298;Huyện Tứ Kỳ;district;H23;2019-12-01;2025-06-30;NQ 203/2025/QH15;
H23.298.11119;Xã Đại Sơn;commune;H23.298;2019-12-01;2025-06-30;NQ 1669;H24.11074
H23.298.11128;Xã Hà Kỳ;commune;H23.298;2019-12-01;2025-06-30;NQ 1669;H24.11074
H24;Thành phố Hải Phòng;province;;2025-07-01;;NQ 202/2025/QH15;
H24.11074;Xã Tứ Kỳ;commune;H24;2025-07-01;;NQ 1669;
"""


def taken(text, *, by=SYSTEM, at=NOW):
    return import_table(io.BytesIO(text.encode()), name="don-vi.csv", by=by, at=at)


def names(day):
    return [(branch.unit.name, branch.depth, branch.code) for branch in unit_tree(day)]


class TestATable:
    def test_rows_may_come_in_any_order_and_the_last_day_is_the_last(self):
        report = taken(OF_2023)
        assert (report.accepted, report.unchanged, report.refused) == (4, 0, ())
        assert names(date(2025, 6, 30)) == [
            ("Tỉnh Hải Dương", 0, "H23"),
            ("Huyện Tứ Kỳ", 1, "H23.298"),
            ("Xã Đại Sơn", 2, "H23.298.11119"),
            ("Xã Hà Kỳ", 2, "H23.298.11128"),
        ]
        assert names(REFORM) == []
        assert Unit.objects.get(name="Xã Đại Sơn").statistical_code == "11119"

    def test_twice_changes_nothing(self):
        taken(OF_2023)
        entries = Entry.objects.count()
        report = taken(OF_2023)
        assert (report.accepted, report.unchanged, report.refused) == (0, 4, ())
        assert Entry.objects.count() == entries
        assert not report.needs_a_person

    def test_a_workbook_with_vietnamese_headings_is_the_same(self, tmp_path):
        book = Workbook()
        book.active.append(["Mã định danh", "Tên đơn vị", "Cấp", "Mã đơn vị cấp trên", "Từ ngày"])
        book.active.append(["H23", "Tỉnh Hải Dương", "Cấp tỉnh", None, date(1997, 1, 1)])
        book.active.append(["H23.298", "Huyện Tứ Kỳ", "Cấp huyện", "H23", date(2019, 12, 1)])
        place = tmp_path / "don-vi.xlsx"
        book.save(place)
        report = import_file(place, at=NOW)
        assert (report.name, report.accepted, report.refused) == ("don-vi.xlsx", 2, ())
        assert unit_with_code("H23.298", on=TODAY).parent.name == "Tỉnh Hải Dương"

    def test_without_a_day_a_unit_begins_when_it_is_imported(self):
        text = "code,name,level\nH24.11074,Xã Tứ Kỳ,commune\n"
        assert taken(text).accepted == 1
        assert Unit.objects.get().valid_from == TODAY
        again = taken(text, at=NOW + timedelta(days=40))
        assert (again.accepted, again.unchanged) == (0, 1)


class TestAReformInOneTable:
    def test_what_ends_ends_what_begins_begins_and_successors_are_known(self):
        taken(STANDING)
        before = names(date(2025, 6, 30))
        report = taken(REFORMED)
        assert (report.accepted, report.unchanged, report.refused) == (6, 0, ())
        assert names(date(2025, 6, 30)) == before
        assert names(REFORM) == [("Thành phố Hải Phòng", 0, "H24"), ("Xã Tứ Kỳ", 1, "H24.11074")]
        dai_son = Unit.objects.get(name="Xã Đại Sơn")
        assert [unit.name for unit in successors_of(dai_son, on=REFORM)] == ["Xã Tứ Kỳ"]
        assert change_to(dai_son) is Change.MERGED
        assert Succession.objects.count() == 3

    def test_twice_changes_nothing(self):
        taken(STANDING)
        taken(REFORMED)
        entries = Entry.objects.count()
        report = taken(REFORMED)
        assert (report.accepted, report.unchanged, report.refused) == (0, 6, ())
        assert Entry.objects.count() == entries

    def test_a_successor_may_go_on_under_the_same_code(self):
        taken("code,name,level,valid_from\nH23,Tỉnh Hải Dương,province,1997-01-01\n")
        report = taken(
            "code,name,level,valid_from,valid_to,successor_codes\n"
            "H23,Tỉnh Hải Dương,province,1997-01-01,2025-06-30,H23\n"
            "H23,Thành phố Hải Dương,province,2025-07-01,,\n"
        )
        assert (report.accepted, report.refused) == (2, ())
        old = Unit.objects.get(name="Tỉnh Hải Dương")
        assert [unit.name for unit in successors_of(old, on=REFORM)] == ["Thành phố Hải Dương"]

    def test_a_successor_that_is_missing_is_told_and_can_be_brought_later(self):
        taken(STANDING)
        lines = REFORMED.splitlines(keepends=True)
        report = taken("".join(line for line in lines if not line.startswith("H24.11074")))
        codes = {(row.number, row.code) for row in report.refused}
        assert codes == {
            (4, "organisation.successor_unknown"),
            (5, "organisation.successor_unknown"),
        }
        assert taken(REFORMED).refused == ()
        assert Succession.objects.count() == 3


class TestRowsThatAreRefused:
    def refused(self, text, **options):
        (row,) = taken(text, **options).refused
        return row

    def test_a_row_names_its_column_and_says_why_and_the_others_are_taken(self):
        report = taken(OF_2023.replace("H23.298.11119", "Đại Sơn"))
        (row,) = report.refused
        assert (report.accepted, row.number, row.field) == (3, 2, "code")
        assert row.code == "organisation.unit_code_invalid"
        assert row.sentence == (
            "«Đại Sơn» không đúng dạng mã định danh (Quyết định 20/2020/QĐ-TTg)."
        )
        assert report.as_facts()["refused"][0]["row"] == 2

    def test_a_unit_under_one_that_was_refused_is_refused_too(self):
        report = taken(OF_2023.replace("Huyện Tứ Kỳ", ""))
        assert [(row.number, row.code) for row in report.refused] == [
            (2, "organisation.parent_unknown"),
            (3, "organisation.parent_unknown"),
            (4, "organisation.field_missing"),
        ]

    def test_a_unit_recorded_under_another_name_is_not_renamed(self):
        taken(STANDING)
        row = self.refused(STANDING.replace("Xã Hà Kỳ", "Xã Hà Kỳ Mới"))
        assert (row.number, row.field) == (3, "name")
        assert "đang là «Xã Hà Kỳ», bảng ghi «Xã Hà Kỳ Mới»" in row.sentence
        assert Unit.objects.filter(name="Xã Hà Kỳ").exists()

    def test_a_district_does_not_end_before_its_communes(self):
        taken(STANDING)
        text = "code,name,level,parent,valid_from,valid_to\nH23.298,Huyện Tứ Kỳ,district,H23,"
        row = self.refused(text + "2019-12-01,2025-06-30\n")
        assert row.code == "organisation.units_below_go_on"
        assert "Xã Đại Sơn, Xã Hà Kỳ" in row.sentence

    def test_a_unit_of_a_level_that_does_not_stand_there_is_refused_in_words(self):
        row = self.refused("code,name,level,parent\nA01,A,commune,\nA01.1,B,district,A01\n")
        assert row.sentence == "Đơn vị cấp huyện không thể trực thuộc đơn vị cấp xã."

    def test_the_same_unit_twice_is_told_with_the_other_row(self):
        row = self.refused(OF_2023 + OF_2023.splitlines()[-1] + "\n")
        assert (row.number, row.sentence) == (6, "Đơn vị này đã có ở dòng 5.")

    def test_a_formula_is_refused(self):
        row = self.refused('code,name,level\nH24,"=HYPERLINK(1)",province\n')
        assert (row.field, row.code) == ("name", "foundation.formula")

    def test_units_above_one_another_in_a_ring_are_refused(self):
        report = taken(
            "code,name,level,parent\nA01,A,office,A02\nA02,B,office,A01\nA03,C,office,A03\n"
        )
        assert {row.code for row in report.refused} == {"organisation.parent_unknown"}
        assert len(report.refused) == 3

    def test_a_file_without_its_columns_is_refused_as_a_whole(self):
        with pytest.raises(HeadingWrong):
            taken("ma,ten\nH24,X\n")
        with pytest.raises(NotATable):
            taken("")

    def test_who_edits_one_district_imports_nothing_into_another(self):
        province = Province()
        officer = province.officer("quan-tri-don-vi", unit=province.tu_ky)
        head = "code,name,level,parent,valid_from\n"
        report = taken(
            head
            + "H23.298.1,Xã Một,commune,H23.298,2025-06-16\n"
            + "H23.299.1,Xã Hai,commune,H23.299,2025-06-16\n"
            + "H25,Tỉnh Ba,province,,2025-06-16\n",
            by=officer,
        )
        assert report.accepted == 1
        assert [(row.number, row.code) for row in report.refused] == [
            (3, "not_found"),
            (4, "not_allowed"),
        ]


def test_what_an_import_may_refuse_has_its_sentence():
    about_rows = {
        errors.FieldMissing,
        errors.FieldTooLong,
        errors.DayInvalid,
        errors.DaysInWrongOrder,
        errors.UnitCodeInvalid,
        errors.LevelUnknown,
        errors.LevelMisplaced,
        errors.ParentNotThere,
        errors.OutlivesParent,
        errors.UnitNotThere,
        errors.UnitEndedAlready,
        errors.UnitsBelowGoOn,
        errors.BeginsLater,
        errors.SuccessorNotThere,
        errors.SuccessorUnknown,
        errors.SucceedsItself,
        errors.CodeTaken,
        errors.ParentUnknown,
        errors.RowTwice,
        errors.UnitDiffers,
    }
    assert {refusal.code for refusal in about_rows} <= set(REASONS)


def test_levels_of_the_sample_are_levels():
    taken(OF_2023)
    assert set(Unit.objects.values_list("level", flat=True)) == {
        Level.PROVINCE,
        Level.DISTRICT,
        Level.COMMUNE,
    }
