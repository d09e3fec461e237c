"""Tesseract through its library, with the Vietnamese model."""

import pytest

from contracts.line_reader import LineReaderContract
from contracts.page_reader import PageReaderContract
from digitisation.fakes import LineReaderThatSays
from digitisation.stages.pages import letter, prepared, sheet
from motcua.digitisation.backends.models import tessdata_folder
from motcua.digitisation.backends.tesseract import TesseractReader
from motcua.digitisation.pipeline.stages.prepare import prepare
from motcua.digitisation.pipeline.stages.recognise import Readers, recognise


@pytest.fixture(scope="session")
def reader():
    return TesseractReader(models=tessdata_folder("vie"), model="vie")


class TestPages(PageReaderContract):
    pass


class TestLines(LineReaderContract):
    pass


def test_the_same_sheet_is_recognised_the_same_twice(reader):
    readers = Readers(pages=reader, lines=reader)
    first = recognise(prepare(sheet(letter())), readers=readers)
    second = recognise(prepare(sheet(letter())), readers=readers)
    assert first.text == second.text
    assert first.text.confidence > 0.9


def test_print_is_read_whichever_way_the_sheet_lies(reader):
    readers = Readers(pages=reader, lines=LineReaderThatSays())
    upright = recognise(prepared(letter()), readers=readers)
    turned = recognise(prepared(letter()[::-1, ::-1].copy()), readers=readers)
    assert turned.page.rotation == 180
    assert turned.text == upright.text
