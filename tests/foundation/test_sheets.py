"""Tables that people bring, sound and hostile."""

import io
import unicodedata
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from motcua.foundation import errors
from motcua.foundation.importing import ImportReport, faults_of
from motcua.foundation.sentences import FAULTS, REFUSED, refused_in_words
from motcua.foundation.sheets import Fault, Limits, heading, is_formula, read_table

moment = datetime.fromisoformat


def rows_of(content, **options):
    return list(read_table(io.BytesIO(content), name="bang.csv", **options))


def workbook(*rows, formats=None):
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for place, shown in (formats or {}).items():
        sheet[place].number_format = shown
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(content, changes=None, added=None):
    """Return a workbook with parts changed, each by a function from bytes to bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            change = (changes or {}).get(part.filename, lambda same: same)
            new.writestr(part.filename, change(old.read(part)))
        for name, said in (added or {}).items():
            new.writestr(name, said)
    return out.getvalue()


class TestReading:
    def test_commas_semicolons_and_tabs_part_cells(self):
        for mark in (",", ";", "\t"):
            (row,) = rows_of(f"code{mark}name\nH23{mark}Hải Dương\n".encode())
            assert (row.number, dict(row.values)) == (2, {"code": "H23", "name": "Hải Dương"})

    def test_a_file_from_excel_begins_with_a_mark_of_its_own(self):
        (row,) = rows_of("\ufeffcode;name\r\nH23;X\r\n".encode())
        assert row["code"] == "H23"

    def test_headings_are_the_same_whatever_their_case_spaces_and_marks(self):
        text = " MÃ  định danh ;Valid-From\nH23;2025-07-01\n"
        (row,) = rows_of(text.encode(), names={"Mã định danh": "code"})
        assert dict(row.values) == {"code": "H23", "valid_from": "2025-07-01"}

    def test_text_is_composed_and_spaces_are_single(self):
        (row,) = rows_of("name\n  Ha\u0309i\u00a0 Du\u031bo\u031bng\u200b \n".encode())
        assert row["name"] == "H\u1ea3i D\u01b0\u01a1ng"

    def test_empty_rows_are_passed_over_and_the_numbers_are_those_of_the_spreadsheet(self):
        rows = rows_of(b"code\n\nA\n \nB\n")
        assert [(row.number, row["code"]) for row in rows] == [(3, "A"), (5, "B")]

    def test_a_cell_may_hold_the_mark_and_a_line_break(self):
        (row,) = rows_of(b'code,name\nA,"one, two\nthree"\n')
        assert row["name"] == "one, two three"

    def test_a_short_row_has_empty_cells_and_an_unknown_column_is_empty(self):
        (row,) = rows_of(b"code,name\nA\n")
        assert (row["name"], row["nowhere"]) == ("", "")

    def test_a_column_without_heading_may_be_there_if_it_is_empty(self):
        (row,) = rows_of(b"code,,name,\nA,,B,\n")
        assert dict(row.values) == {"code": "A", "name": "B"}
        assert row.faults == ()

    def test_a_file_is_read_from_its_place(self, tmp_path):
        place = tmp_path / "units.csv"
        place.write_bytes(b"code\nA\n")
        (row,) = read_table(place, name=place.name)
        assert row["code"] == "A"

    def test_the_cells_of_a_workbook_become_text(self):
        content = workbook(
            ["code", "a", "b", "c", "d", "e"],
            ["H23", 30, 30.0, 1.5, True, None],
        )
        (row,) = rows_of(content)
        assert list(row.values.values()) == ["H23", "30", "30", "1.5", "1", ""]

    def test_dates_of_a_workbook_become_iso_dates_and_moments_keep_their_time(self):
        content = workbook(
            ["day", "moment", "midnight"],
            [date(2025, 7, 1), moment("2025-07-01T08:30"), moment("2025-07-01")],
            formats={"C2": "dd/mm/yyyy hh:mm"},
        )
        (row,) = rows_of(content)
        assert dict(row.values) == {
            "day": "2025-07-01",
            "moment": "2025-07-01T08:30:00",
            "midnight": "2025-07-01T00:00:00",
        }

    def test_a_code_that_excel_took_for_a_number_is_read_as_it_is_shown(self):
        content = workbook(["code"], [2.00063], formats={"A2": "0.000000"})
        (row,) = rows_of(content)
        assert row["code"] == "2.000630"

    def test_the_first_sheet_that_is_shown_is_read(self):
        book = Workbook()
        book.active.append(["hidden"])
        book.active.sheet_state = "hidden"
        book.create_sheet("Đơn vị").append(["code"])
        book["Đơn vị"].append(["A"])
        file = io.BytesIO()
        book.save(file)
        (row,) = rows_of(file.getvalue())
        assert row["code"] == "A"

    def test_the_dimensions_that_a_workbook_claims_are_not_believed(self):
        def claim(sheet):
            assert b'ref="A1:A2"' in sheet
            return sheet.replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"')

        content = repacked(workbook(["code"], ["A"]), {"xl/worksheets/sheet1.xml": claim})
        assert [row["code"] for row in rows_of(content)] == ["A"]


class TestRefusingCells:
    @pytest.mark.parametrize(
        "text", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd|x", "=HYPERLINK(1)"]
    )
    def test_what_a_spreadsheet_would_run_is_a_fault(self, text):
        quoted = f'code;name\nA;"{text}"\n'.encode()
        (row,) = rows_of(quoted)
        assert [(f.column, f.fault) for f in row.faults] == [("name", Fault.FORMULA)]
        assert row["name"] == ""

    @pytest.mark.parametrize("text", ["-", "-5", "+84 912 345 678", "-1.234,5", "A=B", "a@b.vn"])
    def test_signed_numbers_and_marks_within_are_none(self, text):
        assert not is_formula(text)

    def test_a_formula_of_a_workbook_is_a_fault_and_the_other_rows_are_read(self):
        first, second = rows_of(workbook(["code"], ["=1+1"], ["B"]))
        assert [f.fault for f in first.faults] == [Fault.FORMULA]
        assert (second["code"], second.faults) == ("B", ())

    def test_errors_controls_long_cells_and_cells_beyond_the_heading_are_faults(self):
        text = "a,b,c\n#N/A,x\u0007,0123456789\nx\u202ey,,,beyond\n"
        first, second = rows_of(text.encode(), limits=Limits(cell=9))
        assert [f.fault for f in first.faults] == [Fault.ERROR, Fault.CONTROL, Fault.TOO_LONG]
        assert [(f.column, f.fault) for f in second.faults] == [
            ("a", Fault.CONTROL),
            ("", Fault.NO_HEADING),
        ]

    def test_faults_are_told_with_row_field_code_and_sentence(self):
        (row,) = rows_of(b"code\n=1\n")
        (told,) = faults_of(row)
        assert (told.number, told.field, told.code) == (2, "code", "foundation.formula")
        assert told.sentence.startswith("Ô này bắt đầu như một công thức")
        report = ImportReport(name="x", accepted=1, refused=(told,))
        assert report.needs_a_person
        assert report.as_facts()["refused"][0]["row"] == 2


class TestRefusingFiles:
    @pytest.mark.parametrize(
        ("content", "kind"),
        [
            (b"", errors.NotATable),
            (b"\n\n  \n", errors.NotATable),
            (b"%PDF-1.7\n", errors.NotATable),
            (b"code\n\0\n", errors.NotATable),
            (b"PK\x03\x04 no zip", errors.NotATable),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", errors.OldWorkbook),
            ("mã\nĐà".encode("cp1258", errors="replace") + b"\xff", errors.NotUtf8),
            ("code\nA\n".encode("utf-16"), errors.NotUtf8),
        ],
    )
    def test_what_is_no_table_is_refused_at_once(self, content, kind):
        with pytest.raises(kind) as refused:
            read_table(io.BytesIO(content), name="bang.csv")
        assert refused.value.facts["name"] == "bang.csv"
        assert refused_in_words(refused.value)

    def test_a_heading_that_lacks_a_column_or_has_it_twice_is_refused(self):
        with pytest.raises(errors.HeadingWrong) as refused:
            rows_of(b"name,Name,x\n", required={"code", "name"})
        assert refused.value.facts["missing"] == ["code"]
        assert refused.value.facts["twice"] == ["name"]
        assert "code" in refused_in_words(refused.value)

    def test_more_rows_columns_or_bytes_than_allowed_are_refused(self):
        assert len(rows_of(b"a\n1\n2\n", limits=Limits(rows=2))) == 2
        with pytest.raises(errors.TooManyRows):
            rows_of(b"a\n1\n2\n3\n", limits=Limits(rows=2))
        with pytest.raises(errors.TooManyColumns):
            rows_of(b"a,b,c\n", limits=Limits(columns=2))
        with pytest.raises(errors.SheetTooLarge):
            rows_of(b"a\n1\n", limits=Limits(size=3))

    def test_a_workbook_with_more_columns_than_allowed_is_refused(self):
        with pytest.raises(errors.TooManyColumns):
            rows_of(workbook(["a", "b", "c"]), limits=Limits(columns=2))

    def test_a_row_very_far_down_is_refused_instead_of_counted_to(self):
        def far(sheet):
            return sheet.replace(b'r="2"', b'r="1048576"').replace(b'"A2"', b'"A1048576"')

        content = repacked(workbook(["code"], ["A"]), {"xl/worksheets/sheet1.xml": far})
        with pytest.raises(errors.TooManyRows):
            rows_of(content, limits=Limits(rows=10))

    def test_an_open_quotation_is_refused_with_its_row(self):
        with pytest.raises(errors.NotATable) as refused:
            rows_of(b'a\nx\n"open\n')
        assert refused.value.facts["row"] == 3

    def test_a_workbook_that_unpacks_to_more_than_allowed_is_refused(self):
        content = repacked(workbook(["a"]), added={"xl/bomb.xml": b"\0" * 200_000})
        with pytest.raises(errors.SheetTooLarge):
            rows_of(content, limits=Limits(unpacked=100_000))

    def test_macros_are_refused(self):
        content = repacked(workbook(["a"]), added={"xl/vbaProject.bin": b"x"})
        with pytest.raises(errors.HostileWorkbook) as refused:
            rows_of(content)
        assert refused.value.facts["found"] == "macros"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_entities_are_refused_in_whatever_encoding(self, encoding):
        bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
        content = repacked(workbook(["a"]), {"xl/workbook.xml": lambda _: bomb.encode(encoding)})
        with pytest.raises(errors.HostileWorkbook) as refused:
            rows_of(content)
        assert refused.value.facts["found"] == "entities"

    def test_too_many_parts_are_refused(self):
        content = repacked(workbook(["a"]), added={f"p{n}": b"" for n in range(1001)})
        with pytest.raises(errors.HostileWorkbook):
            rows_of(content)

    @pytest.mark.parametrize(
        "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"]
    )
    def test_a_broken_part_is_refused(self, part):
        content = repacked(workbook(["a"], ["b"]), {part: lambda said: said[: len(said) // 2]})
        with pytest.raises(errors.NotATable):
            rows_of(content)

    def test_a_document_of_another_kind_is_refused(self):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as parts:
            parts.writestr("content.xml", "<office/>")
        with pytest.raises(errors.NotATable):
            rows_of(out.getvalue())


def test_every_fault_and_every_refusal_has_its_sentence():
    assert set(FAULTS) == set(Fault)
    kinds = {errors.SheetRefused, *errors.SheetRefused.__subclasses__()}
    assert set(REFUSED) == {kind.code for kind in kinds}


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content):
    try:
        for row in read_table(io.BytesIO(content), name="x"):
            assert row.number >= 2
    except errors.SheetRefused as refused:
        assert refused_in_words(refused)


@given(st.text(max_size=40))
def test_a_heading_is_the_same_when_compared_again(text):
    assert heading(heading(text)) == heading(text)


@given(
    st.lists(
        st.tuples(*[st.text(st.characters(categories=["L", "N"]), max_size=8)] * 2), max_size=5
    )
)
def test_what_is_written_is_read(cells):
    text = "a;b\n" + "".join(f"{a};{b}\n" for a, b in cells)
    read = rows_of(text.encode())
    expected = [
        (unicodedata.normalize("NFC", a), unicodedata.normalize("NFC", b))
        for a, b in cells
        if a or b
    ]
    assert [(row["a"], row["b"]) for row in read] == expected
