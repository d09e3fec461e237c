"""PDF/A-2b by pikepdf."""

import numpy as np
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.archival_writer import MADE_AT, ArchivalWriterContract, jpeg, page, pdftotext, said
from digitisation.fakes import word
from motcua.digitisation.backends import glyphless
from motcua.digitisation.backends.archival import PikepdfArchivalWriter
from motcua.digitisation.errors import NotArchival
from motcua.digitisation.ports import PageLayers


class TestPikepdf(ArchivalWriterContract):
    @pytest.fixture
    def new_writer(self):
        return lambda: PikepdfArchivalWriter(made_by="Motcua")


LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệốồổỗộứừửữựĐẮỞ0123456789.,:;/()-–“”…"


@settings(derandomize=True, max_examples=8, deadline=None)
@given(words=st.lists(st.text(LETTERS, min_size=1, max_size=9), min_size=1, max_size=8))
def test_any_word_of_office_print_comes_back_as_it_was(tmp_path_factory, words):
    target = tmp_path_factory.mktemp("pdf") / "out.pdf"
    writer = PikepdfArchivalWriter(made_by="Motcua")
    writer.add_page(
        page(said(*(word(text, left=60 + 160 * at, top=400) for at, text in enumerate(words))))
    )
    writer.write(target, title="", made_at=MADE_AT)
    assert pdftotext(target, "-raw").split() == words


def refused(writer, target):
    with pytest.raises(NotArchival) as refusal:
        writer.write(target, title="", made_at=MADE_AT)
    return refusal.value.facts["faults"]


def test_where_the_first_check_fails_no_file_is_left(tmp_path):
    writer = PikepdfArchivalWriter(made_by="Motcua")
    writer.add_page(page())
    writer._pdf.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=pikepdf.String("x")
    )
    assert refused(writer, tmp_path / "out.pdf")
    assert list(tmp_path.iterdir()) == []


class CarelessWriter(PikepdfArchivalWriter):
    """Writes what the first check lets pass and the second does not."""

    def _complete_font(self):
        super()._complete_font()
        self._pdf.Root.StructTreeRoot = self._pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.StructTreeRoot,
                ClassMap=pikepdf.Dictionary(A=pikepdf.Dictionary(AA=1)),
            )
        )


def test_where_the_second_check_fails_no_file_is_left(tmp_path):
    writer = CarelessWriter(made_by="Motcua")
    writer.add_page(page())
    assert refused(writer, tmp_path / "out.pdf") == ("6.5.2: /AA",)
    assert list(tmp_path.iterdir()) == []


def test_where_the_disk_refuses_no_file_is_left(tmp_path):
    writer = PikepdfArchivalWriter(made_by="Motcua")
    writer.add_page(page())
    with pytest.raises(OSError, match="absent"):
        writer.write(tmp_path / "absent/out.pdf", title="", made_at=MADE_AT)
    assert list(tmp_path.iterdir()) == []


def test_the_scanner_s_own_picture_stands_in_the_file_byte_for_byte(tmp_path):
    kept = jpeg(np.full((20, 30), 90, np.uint8))
    writer = PikepdfArchivalWriter(made_by="Motcua")
    writer.add_page(page(layers=PageLayers(background=kept)))
    writer.write(tmp_path / "out.pdf", title="", made_at=MADE_AT)
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert pdf.pages[0].Resources.XObject.Background.read_raw_bytes() == kept.data


def test_a_document_without_pages_is_refused(tmp_path):
    assert refused(PikepdfArchivalWriter(made_by="Motcua"), tmp_path / "out.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_font_is_the_same_file_every_time():
    glyphless.font_file.cache_clear()
    first = glyphless.font_file()
    glyphless.font_file.cache_clear()
    assert glyphless.font_file() == first
    assert len(first) < 2000
